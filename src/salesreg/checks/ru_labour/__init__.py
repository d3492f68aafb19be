"""RU: the labour law of Russia, with dates and sources; never legal advice."""

from __future__ import annotations

from salesreg.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
