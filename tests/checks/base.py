"""What the tests of checks share: the day, the base that faults are laid over."""

from __future__ import annotations

import datetime as dt
import functools

import salesreg as sr
from salesreg.checks.api import check
from salesreg.checks.catalogue import OURS
from salesreg.checks.examples import alone
from salesreg.checks.finding import Finding
from salesreg.model.regulation import Language, Regulation

TODAY = dt.date(2026, 3, 2)
PACKS = tuple(sorted({check.pack for check in OURS} - {"general"}))


@functools.cache
def base() -> Regulation:
    """Return the consistent regulation that examples are laid over."""
    return sr.templates.get("b2b", language="en")


def run(
    regulation: Regulation, *select: str, language: Language | None = None
) -> tuple[Finding, ...]:
    """Return the findings of some checks, or of all of them with all packs."""
    report = check(
        regulation,
        select=select,
        packs=() if select else PACKS,
        today=TODAY,
        language=language,
    )
    return report.findings


def places(text: str, code: str) -> list[str]:
    """Return where a check finds faults in an example, alone."""
    found = run(alone(text), code)
    assert {code} >= {one.code for one in found}, [str(one) for one in found]
    return [one.path for one in found]
