"""GOL: goals and plans."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.goals import cadences, plans, smart, tree

CHECKS: tuple[type[Check], ...] = (
    *smart.CHECKS,
    *tree.CHECKS,
    *plans.CHECKS,
    *cadences.CHECKS,
)
