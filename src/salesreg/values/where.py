"""Conditions as they are spoken: `where("amount") >= money("100000 RUB")`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from salesreg._text import shown
from salesreg.errors import InvalidValue, invalid
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import (
    Condition,
    DateBounds,
    Filled,
    Flag,
    Is,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
    Within,
)
from salesreg.values.times import Duration

Bound = int | Decimal | Money | Percent | dt.date
"""What a field can be compared with for size."""

_BOUNDS: tuple[tuple[type, type[Condition]], ...] = (
    (Decimal, NumberBounds),
    (Money, MoneyBounds),
    (Percent, PercentBounds),
    (dt.date, DateBounds),
)
_HINTS: dict[type, str] = {
    float: "a float is not exact; write Decimal('0.1')",
    str: "write money('100000 RUB'), percent('35%') or a number; texts have no order",
    bool: "a flag is or is not: use ==",
    dt.datetime: "fields hold dates; write moment.date()",
    type(None): "write .empty() or .filled()",
}


class FieldTest:
    """A field of a deal that waits for the rest of a condition.

    Every comparison raises `InvalidValue` when no condition holds such a value.
    """

    __slots__ = ("_field",)

    def __init__(self, field: str) -> None:
        """Keep the key of the field."""
        self._field = field

    # Comparisons make conditions, so two tests are never equal or in a set.
    __hash__ = None  # type: ignore[assignment]

    def __eq__(  # type: ignore[override]
        self, other: Bound | str
    ) -> Condition:
        """Return that the field is a text, a flag, a number, an amount or a date."""
        if isinstance(other, bool):
            return Flag(field=self._field, value=other)
        if isinstance(other, str):
            return self.is_in(other)
        return self._bounds(equals=other)

    def __ne__(  # type: ignore[override]
        self, other: Bound | str
    ) -> Condition:
        """Return that the field is anything else, or has no value."""
        return Not(of=self == other)

    def __ge__(self, other: Bound) -> Condition:
        """Return that the field is at least this."""
        return self._bounds(at_least=other)

    def __gt__(self, other: Bound) -> Condition:
        """Return that the field is above this."""
        return self._bounds(above=other)

    def __le__(self, other: Bound) -> Condition:
        """Return that the field is at most this."""
        return self._bounds(at_most=other)

    def __lt__(self, other: Bound) -> Condition:
        """Return that the field is below this."""
        return self._bounds(below=other)

    def between(self, low: Bound, high: Bound) -> Condition:
        """Return that the field is at least `low` and below `high`.

        The end does not belong to it, so that neighbouring ranges never overlap.

        Raises:
            InvalidValue: The two are of different kinds.
        """
        return self._bounds(at_least=low, below=high)

    def is_in(self, *words: str) -> Is:
        """Return that the text of the field is one of the words."""
        return Is(field=self._field, values=words)

    def filled(self) -> Filled:
        """Return that the field has a value."""
        return Filled(field=self._field)

    def empty(self) -> Filled:
        """Return that the field has no value."""
        return Filled(field=self._field, value=False)

    def within(self, duration: Duration | str) -> Within:
        """Return that the date of the field is at most this long ago."""
        if isinstance(duration, str):
            duration = Duration.parse(duration)
        return Within(field=self._field, duration=duration)

    def __repr__(self) -> str:
        """Return how it was written."""
        return f"where({self._field!r})"

    def _bounds(self, **given: Bound) -> Condition:
        bounds: dict[str, Any] = {name: _exact(it) for name, it in given.items()}
        classes = {_class_of(bound) for bound in bounds.values()}
        if len(classes) > 1:
            message = f"bounds must be of one kind, got {shown(tuple(given.values()))}"
            raise invalid("wrong-type", message)
        return classes.pop()(field=self._field, **bounds)


def where(field: str) -> FieldTest:
    """Return a field to compare: the start of a condition.

    The value decides on the kind of condition. Join conditions with `&`, `|`
    and `~`; Python's `and`, `or`, `not` and chained comparisons are refused.

    Args:
        field: Key of the field.

    >>> from salesreg.values.amounts import money
    >>> where("amount") >= money("100000 RUB")  # doctest: +ELLIPSIS
    MoneyBounds(field='amount', at_least=Money('100000 RUB'), above=None, ...)
    >>> large_or_new = (where("amount") > 5) | ~where("client").filled()
    >>> [part.kind for part in large_or_new.of]
    ['number', 'not']
    """
    return FieldTest(field)


def _exact(value: Bound) -> object:
    """Return a whole number as a Decimal, the type of the bounds."""
    return Decimal(value) if type(value) is int else value


def _class_of(value: object) -> type[Condition]:
    for kind, cls in _BOUNDS:
        if isinstance(value, kind) and not isinstance(value, dt.datetime):
            return cls
    raise _unfit(value)


def _unfit(value: object) -> InvalidValue:
    message = f"must be a number, money, a percentage or a date, got {shown(value)}"
    return invalid("wrong-type", message, _HINTS.get(type(value)))
