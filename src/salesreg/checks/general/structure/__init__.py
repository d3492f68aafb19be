"""STR: structure and references."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.structure import (
    editions,
    glossary,
    references,
    statements,
)

CHECKS: tuple[type[Check], ...] = (
    *references.CHECKS,
    *glossary.CHECKS,
    *statements.CHECKS,
    *editions.CHECKS,
)
