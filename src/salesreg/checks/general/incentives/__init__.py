"""INC: pay for results."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.incentives import (
    caps,
    components,
    fairness,
    payment,
    steering,
    tiers,
)

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (
            *tiers.CHECKS,
            *components.CHECKS,
            *caps.CHECKS,
            *steering.CHECKS,
            *payment.CHECKS,
            *fairness.CHECKS,
        ),
        key=lambda check: check.code,
    )
)
