"""A report with something of everything, for the tests of every format."""

from __future__ import annotations

import salesreg as sr
from salesreg.checks.baseline import Baseline
from salesreg.checks.engine import Run
from salesreg.checks.own import OWN
from salesreg.checks.report import CheckReport
from salesreg.checks.settings import Settings
from salesreg.model.regulation import Language, Regulation
from tests.checks.small import CHECKS

TEXT = {
    "en": """\
format: salesreg/1
key: rules
title: Rules <b>&</b> "more"
language: en
scope:
  units: [East, "West, and far", East]  # the East is large
revision:
  number: "1"
  in_force_from: "2050-01-01"
roles:
- key: head
  title: Head of everything, 50% <script>
- key: lead
  title: Lead of everything
- key: chief
  title: Chief of everything
waivers:
- {code: TST02, path: /roles/lead/title, reason: So be it, author: Head}
- {code: TST02, path: /roles/nobody, reason: So be it, author: Head}
""",
    "ru": """\
format: salesreg/1
key: rules
title: Правила
scope:
  units: [Восток, Запад, Восток]  # Восток велик
revision:
  number: "1"
  in_force_from: "2050-01-01"
roles:
- key: head
  title: Руководитель всего отдела
- key: lead
  title: Заместитель
- key: chief
  title: Начальник всего
waivers:
- {code: TST02, path: /roles/lead/title, reason: Пусть, author: Руководитель}
- {code: TST02, path: /roles/nobody, reason: Пусть, author: Руководитель}
""",
}


def report(language: Language = "en", name: str = "dir/rules.yaml") -> CheckReport:
    """Return the report on a regulation that was read from a text."""
    return report_on(sr.loads(TEXT[language], name=name))


def report_on(regulation: Regulation, language: Language | None = None) -> CheckReport:
    """Return a report with findings, waived ones, known ones and an undated check."""
    settings = Settings(packs=("test-pack",))
    run = Run(catalogue=(*CHECKS, *OWN), settings=settings, language=language)
    first = run.over(regulation)
    known = [one for one in first if one.keyed == "/roles/chief/title"]
    again = Run(
        catalogue=run.catalogue,
        settings=settings,
        language=language,
        baseline=Baseline.of(known),
    )
    return again.over(regulation)
