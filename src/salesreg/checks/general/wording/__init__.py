"""TXT: wording."""

from __future__ import annotations

from salesreg.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
