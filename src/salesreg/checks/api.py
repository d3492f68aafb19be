"""`check`: the one way to check a regulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from salesreg.checks.baseline import Baseline
from salesreg.checks.catalogue import catalogue
from salesreg.checks.check import Check
from salesreg.checks.engine import Run
from salesreg.checks.report import CheckReport
from salesreg.checks.settings import Settings
from salesreg.model.regulation import Language, Regulation


class Options(TypedDict, total=False):
    """What `check` may be given beside the regulation."""

    select: Iterable[str]
    ignore: Iterable[str]
    packs: Iterable[str]
    today: dt.date | None
    language: Language | None
    settings: Settings | None
    baseline: Baseline | None
    checks: Iterable[type[Check]]


def check(
    regulation: Regulation,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    packs: Iterable[str] = (),
    today: dt.date | None = None,
    language: Language | None = None,
    settings: Settings | None = None,
    baseline: Baseline | None = None,
    checks: Iterable[type[Check]] = (),
) -> CheckReport:
    """Return what is wrong or contradictory in a regulation.

    Args:
        regulation: The regulation.
        select: Codes, families or names of the checks to run, with a pattern
            of paths where wanted ("TXT:/scripts/*"); every check when empty.
        ignore: What not to run, in the same words.
        packs: Packs beside the general checks: "ru-labour", "gost".
        today: The date for which it is checked. Without it, the few checks
            that compare with today do not run, and the report says so.
        language: Language of the messages; the regulation's by default.
        settings: Severities and thresholds; `select`, `ignore` and `packs`
            given here replace its own.
        baseline: Findings that are known already.
        checks: Checks of your own, beside those of the packages installed.

    Raises:
        InvalidValue: A word names no check or pack, or a threshold does not fit.

    >>> import salesreg as sr
    >>> reg = sr.loads("{format: salesreg/1, key: r, title: R, language: en}")
    >>> [finding.code for finding in check(reg, select=["GOL02"])]
    []
    """
    chosen = (settings or Settings()).with_(
        select=tuple(select), ignore=tuple(ignore), packs=tuple(packs)
    )
    run = Run(
        catalogue=(*catalogue(), *checks),
        settings=chosen,
        language=language,
        today=today,
        baseline=baseline or Baseline(),
    )
    return run.over(regulation)
