"""What texts of a field mean, in the units of the inner tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from salesreg.errors import InvalidValue
from salesreg.evaluate.facts import read
from salesreg.evaluate.reading.typed import MICRO
from salesreg.evaluate.worktables import day_number
from salesreg.model.process import Field
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent
from salesreg.values.exact import EXACT

UNREAD, READ, ODD = 0, 1, 2
"""A text is not what its field holds, or it is; or it is, and fits no whole number."""

_LARGEST = 2**63 - 1
_LONGEST = 60


def meaning(
    item: Field, text: str, currency: str | None
) -> tuple[int, int | None, str | None]:
    """Return whether a text can be read, what it says, and the currency of a sum."""
    try:
        value = read(item, text, currency)
    except InvalidValue:
        return UNREAD, None, None
    if value is None:
        return READ, None, None
    code = value.currency if isinstance(value, Money) else None
    whole = _in_units(value)
    return (ODD, None, None) if whole is None else (READ, whole, code)


def _in_units(value: object) -> int | None:
    """Return a value in the units of the inner tables; None where it has a rest."""
    match value:
        case Money():
            number, scale = value.amount, 10 ** MINOR_DIGITS[value.currency]
        case Percent():
            number, scale = value.points, MICRO
        case bool():
            number, scale = Decimal(value), 1
        case dt.date():
            number, scale = Decimal(day_number(value)), 1
        case _:
            number, scale = Decimal(str(value)), MICRO
    _, digits, exponent = number.as_tuple()
    if len(digits) > _LONGEST or abs(int(exponent)) > _LONGEST:
        return None
    units = EXACT.multiply(number, Decimal(scale))
    # Sums are shown in millionths, too.
    largest = abs(EXACT.multiply(number, Decimal(max(scale, MICRO))))
    return int(units) if units == int(units) and largest <= _LARGEST else None
