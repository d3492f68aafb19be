"""CTL: control and escalation."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.control import escalations, routine

CHECKS: tuple[type[Check], ...] = (*escalations.CHECKS, *routine.CHECKS)
