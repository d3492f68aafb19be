"""TIM: working time, limits and meetings."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.time import (
    budgets,
    clocks,
    days,
    escalating,
    limits,
    meetings,
)

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (
            *days.CHECKS,
            *budgets.CHECKS,
            *limits.CHECKS,
            *escalating.CHECKS,
            *clocks.CHECKS,
            *meetings.CHECKS,
        ),
        key=lambda check: check.code,
    )
)
