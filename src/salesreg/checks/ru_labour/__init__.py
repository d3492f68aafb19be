"""RU: the labour law of Russia, with dates and sources; never legal advice."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.ru_labour import (
    cuts,
    data,
    days,
    discipline,
    hours,
    overtime,
    pay,
    regime,
)

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (
            *discipline.CHECKS,
            *cuts.CHECKS,
            *pay.CHECKS,
            *hours.CHECKS,
            *overtime.CHECKS,
            *regime.CHECKS,
            *days.CHECKS,
            *data.CHECKS,
        ),
        key=lambda check: check.code,
    )
)
