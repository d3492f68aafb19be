"""RU: the labour law of Russia, with dates and sources; never legal advice."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.ru_labour import discipline, hours

CHECKS: tuple[type[Check], ...] = tuple(
    sorted((*discipline.CHECKS, *hours.CHECKS), key=lambda check: check.code)
)
