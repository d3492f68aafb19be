"""Number lines, cut at the bounds that conditions name into finitely many cells."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, Decimal

from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import (
    DateBounds,
    MoneyBounds,
    NumberBounds,
    PercentBounds,
)

Bounds = NumberBounds | MoneyBounds | PercentBounds | DateBounds
Size = Decimal | Money | Percent | dt.date

# Exact for whatever is written, and without a greatest exponent to run into.
_WIDE = decimal.Context(prec=1000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
_ONE, _TWO = Decimal(1), Decimal(2)

# What each bound cuts off: the first cell it leaves, or the one after the last,
# seen from the cell below its point.
_LEAST = {"at_least": 1, "above": 2, "equals": 1}
_MOST = {"at_most": 2, "below": 1, "equals": 2}


def number_of(size: Size) -> Decimal:
    """Return where an amount, a percentage or a date lies on its line."""
    match size:
        case Money():
            return size.amount
        case Percent():
            return size.points
        case dt.date():
            return Decimal(size.toordinal())
        case Decimal():
            return size


def sizes_of(bounds: Bounds) -> tuple[Size, ...]:
    """Return what a condition compares with.

    >>> sizes_of(NumberBounds(field="seats", at_least=Decimal(50)))
    (Decimal('50'),)
    """
    named = (getattr(bounds, name) for name in dict.fromkeys((*_LEAST, *_MOST)))
    return tuple(size for size in named if size is not None)


class Line:
    """A number line cut at points.

    Its cells are, ascending: below the first point, that point, between it and
    the second one, and so on.

    >>> line = Line([Decimal(10), Decimal(20)], whole=False)
    >>> bin(line.cells(NumberBounds(field="seats", above=Decimal(10))))
    '0b11100'
    >>> [str(number) for number in line.examples()]
    ['9', '10', '11', '20', '21']
    """

    def __init__(self, points: Iterable[Decimal], *, whole: bool) -> None:
        """Cut a line of numbers, or one of whole numbers only."""
        self._points = sorted(set(points))
        self._at = {point: at for at, point in enumerate(self._points)}
        self._whole = whole

    def cells(self, bounds: Bounds) -> int:
        """Return the cells within bounds, whose numbers are points of the line."""
        low, high = 0, 2 * len(self._points) + 1
        for offsets, of in ((_LEAST, max), (_MOST, min)):
            for name, offset in offsets.items():
                size = getattr(bounds, name)
                if size is not None:
                    cell = 2 * self._at[number_of(size)] + offset
                    if of is max:
                        low = max(low, cell)
                    else:
                        high = min(high, cell)
        return (1 << high) - (1 << low) if low < high else 0

    def examples(self) -> Iterator[Decimal | None]:
        """Yield a number of each cell, a whole one if possible; None if it has none."""
        if not self._points:
            yield _ONE
            return
        yield _before(self._points[0])
        for point, following in zip(
            self._points, (*self._points[1:], None), strict=True
        ):
            yield None if self._whole and point != _floor(point) else point
            yield self._between(point, following)

    def _between(self, low: Decimal, high: Decimal | None) -> Decimal | None:
        number = _WIDE.add(_floor(low), _ONE)
        if number <= low:
            number = low.next_plus(_WIDE)
        if high is None or number < high:
            return number
        if self._whole:
            return None
        return _WIDE.divide(_WIDE.add(low, high), _TWO)


def _floor(number: Decimal) -> Decimal:
    return number.to_integral_value(ROUND_FLOOR, _WIDE)


def _before(number: Decimal) -> Decimal:
    whole = _WIDE.minus(_WIDE.add(_floor(number.copy_negate()), _ONE))
    return whole if whole < number else number.next_minus(_WIDE)
