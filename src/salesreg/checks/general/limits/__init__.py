"""LIM: authority, prices and documents."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.limits import ranges

CHECKS: tuple[type[Check], ...] = (*ranges.CHECKS,)
