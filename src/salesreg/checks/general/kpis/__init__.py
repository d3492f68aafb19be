"""KPI: indicators."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.kpis import definition, use

CHECKS: tuple[type[Check], ...] = (*definition.CHECKS, *use.CHECKS)
