"""Writing conditions: `where("amount") >= money("100000 RUB")`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from salesreg.errors import invalid
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

Size = Money | Percent | Decimal | int | dt.date
"""What a field can be compared with by more and less."""


class Where:
    """A field of a deal, waiting to be compared.

    Comparing gives a condition; the class of what it is compared with settles
    the kind of condition. Conditions join with `&`, `|` and `~`.

    >>> where("amount").between(Money.parse("100 RUB"), Money.parse("500 RUB"))
    MoneyBounds(field='amount', at_least=Money('100 RUB'), above=None, \
at_most=None, below=Money('500 RUB'), equals=None)
    """

    __slots__ = ("field",)
    # Comparing gives conditions, so fields cannot be keys of anything.
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, field: str) -> None:
        """Take the key of the field."""
        self.field = field

    def __ge__(self, value: Size) -> Condition:
        """Return the condition that the field is at least this."""
        return _bounds(self.field, at_least=value)

    def __gt__(self, value: Size) -> Condition:
        """Return the condition that the field is more than this."""
        return _bounds(self.field, above=value)

    def __le__(self, value: Size) -> Condition:
        """Return the condition that the field is at most this."""
        return _bounds(self.field, at_most=value)

    def __lt__(self, value: Size) -> Condition:
        """Return the condition that the field is less than this."""
        return _bounds(self.field, below=value)

    def __eq__(self, value: object) -> Condition:  # type: ignore[override]
        """Return the condition that the field is exactly this."""
        if isinstance(value, bool):
            return Flag(field=self.field, value=value)
        if isinstance(value, str):
            return Is(field=self.field, values=(value,))
        return _bounds(self.field, equals=value)

    def __ne__(self, value: object) -> Condition:  # type: ignore[override]
        """Return the condition that the field is not this."""
        return Not(of=self == value)

    def is_in(self, *values: str) -> Condition:
        """Return the condition that the text of the field is one of these."""
        return Is(field=self.field, values=values)

    def between(self, low: Size, high: Size) -> Condition:
        """Return the condition low <= field < high."""
        return _bounds(self.field, at_least=low, below=high)

    def filled(self) -> Condition:
        """Return the condition that the field has a value."""
        return Filled(field=self.field)

    def empty(self) -> Condition:
        """Return the condition that the field has no value."""
        return Filled(field=self.field, value=False)

    def within(self, duration: Duration | str) -> Condition:
        """Return the condition that the date of the field is at most so long ago."""
        if isinstance(duration, str):
            duration = Duration.parse(duration)
        return Within(field=self.field, duration=duration)


_KINDS: tuple[tuple[type, Callable[..., Condition]], ...] = (
    (Money, MoneyBounds),
    (Percent, PercentBounds),
    (Decimal, NumberBounds),
    (dt.date, DateBounds),
)


def _bounds(field: str, **bounds: object) -> Condition:
    sizes = {
        name: Decimal(size) if type(size) is int else size
        for name, size in bounds.items()
    }
    moment = any(isinstance(size, dt.datetime) for size in sizes.values())
    for cls, kind in _KINDS:
        if not moment and all(isinstance(size, cls) for size in sizes.values()):
            return kind(field=field, **sizes)
    message = f"{field!r} cannot be compared with {list(bounds.values())!r}"
    hint = "compare with money, percent, whole or decimal numbers, or dates of one kind"
    if moment:
        # To Python a datetime is a date; written, it would lose its hours.
        hint = "fields hold dates: write .date() behind a datetime"
    raise invalid("wrong-type", message, hint)


def where(field: str) -> Where:
    """Return a field of a deal to be compared.

    >>> (where("discount") > Percent(Decimal(10))) & (where("vip") == False)  # noqa
    ... # doctest: +ELLIPSIS
    AllOf(of=(PercentBounds(...), Flag(field='vip', value=False)))
    """
    return Where(field)
