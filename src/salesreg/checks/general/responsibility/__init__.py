"""RSP: roles and the responsibility matrix."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.responsibility import matrix, people

CHECKS: tuple[type[Check], ...] = (*matrix.CHECKS, *people.CHECKS)
