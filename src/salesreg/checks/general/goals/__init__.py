"""GOL: goals and plans."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.goals import smart

CHECKS: tuple[type[Check], ...] = (*smart.CHECKS,)
