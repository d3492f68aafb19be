"""What the tests of checks share: the base that faults are laid over."""

from __future__ import annotations

from salesreg.checks.api import check
from salesreg.checks.catalogue import OURS
from salesreg.checks.examples import alone
from salesreg.checks.finding import Finding
from salesreg.model.regulation import Language, Regulation
from salesreg.testing.checking import TODAY, full_report
from salesreg.testing.faults import consistent

__all__ = ["PACKS", "TODAY", "base", "run"]

PACKS = tuple(sorted({check.pack for check in OURS} - {"general"}))


def base() -> Regulation:
    """Return the consistent regulation that examples are laid over."""
    return consistent("en")


def run(
    regulation: Regulation, *select: str, language: Language | None = None
) -> tuple[Finding, ...]:
    """Return the findings of some checks, or of all of them with all packs."""
    if not select:
        return full_report(regulation, language=language).findings
    report = check(regulation, select=select, today=TODAY, language=language)
    return report.findings


def places(text: str, code: str) -> list[str]:
    """Return where a check finds faults in an example, alone."""
    found = run(alone(text), code)
    assert {code} >= {one.code for one in found}, [str(one) for one in found]
    return [one.path for one in found]
