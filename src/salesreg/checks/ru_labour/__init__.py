"""RU: the labour law of Russia, with dates and sources; never legal advice."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.ru_labour import cuts, days, discipline, hours, pay

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (*discipline.CHECKS, *cuts.CHECKS, *pay.CHECKS, *hours.CHECKS, *days.CHECKS),
        key=lambda check: check.code,
    )
)
