"""Decimal arithmetic that does not depend on anybody's context.

Python rounds every decimal sum to the precision of the current context, which
is a setting of the thread. Amounts are reckoned in contexts of their own.
"""

from __future__ import annotations

from decimal import Context

EXACT = Context(prec=1000)
"""For sums and products: no amount that anybody writes has so many digits."""

DIVISION = Context(prec=50)
"""For quotients, which may have no end: they are cut to 50 digits."""
