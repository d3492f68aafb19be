"""The report: every finding of one run, and what to do with them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator

from attrs import field, frozen

from salesreg.checks.check import Check
from salesreg.checks.finding import SEVERITIES, Finding, Severity
from salesreg.checks.fixing import applied
from salesreg.checks.waiving import Waived
from salesreg.model.regulation import Language, Regulation

FORMAT = "salesreg-report/1"

MOST_ROUNDS = 10
"""Fixes may uncover others; more rounds than this would not end."""


@frozen(kw_only=True, repr=False)
class CheckReport:
    """What a run of checks found.

    It iterates over the findings: in the order of the text when the regulation was
    read from one, else in the order of the document.

    Attributes:
        regulation: The regulation.
        findings: What was found and not waived.
        waived: What was found and waived inside the regulation.
        known: What was found and is in the baseline.
        undated: Codes of checks that did not run because nobody said what day
            it is.
        language: Language of the messages.
        today: The date for which was checked, when somebody said it.
        checks: The checks that ran.
        again: Checks another regulation in the same way.
    """

    regulation: Regulation
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    known: tuple[Finding, ...] = ()
    undated: tuple[str, ...] = ()
    language: Language = "en"
    today: dt.date | None = None
    checks: tuple[Check, ...] = field(default=(), eq=False)
    again: Callable[[Regulation], CheckReport] = field(eq=False)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings."""
        return iter(self.findings)

    def __len__(self) -> int:
        """Return the number of findings."""
        return len(self.findings)

    def __bool__(self) -> bool:
        """Be true even without findings: it is a report all the same."""
        return True

    def __str__(self) -> str:
        """Return the findings as a table, 80 columns wide."""
        from salesreg.checks.output import table  # noqa: PLC0415

        return table.render(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from salesreg.checks.output import html  # noqa: PLC0415

        return html.render(self)

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(one for one in self.findings if one.severity == severity)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of a severity or a graver one."""
        grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return tuple(one for one in self.findings if one.severity in grave)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors."""
        return self.of("error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings."""
        return self.of("warning")

    @property
    def infos(self) -> tuple[Finding, ...]:
        """The remarks."""
        return self.of("info")

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.errors

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain data; what is unknown is left out."""
        origin = self.regulation.origin
        counts = Counter(one.severity for one in self.findings)
        return {
            "format": FORMAT,
            "regulation": self.regulation.key,
            **({"file": origin.name} if origin else {}),
            "language": self.language,
            **({"today": self.today.isoformat()} if self.today else {}),
            "counts": {severity: counts[severity] for severity in SEVERITIES},
            "findings": [finding.to_dict() for finding in self.findings],
            "waived": [waived.to_dict() for waived in self.waived],
            "known": [finding.to_dict() for finding in self.known],
            "undated": list(self.undated),
        }

    def fixed(self) -> Regulation:
        """Return the regulation with every safe fix applied.

        Fixing again changes nothing. What no safe fix mends is left as it is.
        """
        return self.after_fixes().regulation

    def after_fixes(self) -> CheckReport:
        """Return the report on the regulation with every safe fix applied."""
        report = self
        for _ in range(MOST_ROUNDS):
            fixes = [one.fix for one in report.findings if one.fix]
            mended = applied(report.regulation, fixes)
            if mended == report.regulation:
                break
            report = report.again(mended)
        return report
