"""INC: pay for results."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.incentives import tiers

CHECKS: tuple[type[Check], ...] = (*tiers.CHECKS,)
