"""The report: every finding of one run, and what to do with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import field, frozen

from salesreg.checks.finding import SEVERITIES, Finding, Severity
from salesreg.checks.fixing import applied
from salesreg.model.frame import Waiver
from salesreg.model.regulation import Language, Regulation

MOST_ROUNDS = 10
"""Fixes may uncover others; more rounds than this would not end."""


@frozen
class Waived:
    """A finding that the regulation itself lets stand.

    Attributes:
        finding: The finding.
        waiver: Who let it stand, why and until when.
    """

    finding: Finding
    waiver: Waiver


@frozen(kw_only=True)
class Report:
    """What a run of checks found.

    It iterates over the findings, in the order of the regulation.

    Attributes:
        regulation: The regulation.
        findings: What was found and not waived.
        waived: What was found and waived inside the regulation.
        known: What was found and is in the baseline.
        undated: Codes of checks that did not run because nobody said what day
            it is.
        language: Language of the messages.
        again: Checks another regulation in the same way.
    """

    regulation: Regulation
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    known: tuple[Finding, ...] = ()
    undated: tuple[str, ...] = ()
    language: Language = "en"
    again: Callable[[Regulation], Report] = field(repr=False, eq=False)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings."""
        return iter(self.findings)

    def __len__(self) -> int:
        """Return the number of findings."""
        return len(self.findings)

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
        """Return the report as plain data."""
        return {
            "regulation": self.regulation.key,
            "language": self.language,
            "findings": [finding.to_dict() for finding in self.findings],
            "waived": [
                {**one.finding.to_dict(), "reason": one.waiver.reason}
                for one in self.waived
            ],
            "known": len(self.known),
            "undated": list(self.undated),
        }

    def fixed(self) -> Regulation:
        """Return the regulation with every safe fix applied.

        Fixing again changes nothing. What no safe fix mends is left as it is.
        """
        report = self
        for _ in range(MOST_ROUNDS):
            fixes = [one.fix for one in report.findings if one.fix]
            mended = applied(report.regulation, fixes)
            if mended == report.regulation:
                break
            report = report.again(mended)
        return report.regulation
