"""The report that tests ask for: every check of every pack, on a day that is set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from salesreg.checks.api import check
from salesreg.checks.catalogue import catalogue
from salesreg.checks.check import Check
from salesreg.checks.report import CheckReport
from salesreg.model.regulation import Language, Regulation

TODAY = dt.date(2026, 3, 2)
"""A day on which the consistent regulation is in force and nothing is overdue."""


def full_report(
    regulation: Regulation,
    *,
    today: dt.date = TODAY,
    language: Language | None = None,
    checks: Iterable[type[Check]] = (),
) -> CheckReport:
    """Return what all checks of all packs find, and those of your own."""
    own = tuple(checks)
    packs = {one.pack for one in (*catalogue(), *own)} - {"general"}
    return check(
        regulation, packs=sorted(packs), today=today, language=language, checks=own
    )
