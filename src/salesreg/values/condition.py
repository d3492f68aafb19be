"""Conditions: typed predicates over the named fields of a deal.

A bounded condition may have several bounds at once: `at_least` and `below`
together are a half-open range. A field without a value satisfies no condition
but `Filled(value=False)` and negations.

Conditions join with `&`, `|` and `~`; `where` in module `where` writes them as
comparisons, and `holds` in module `facts` looks whether one is true.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, ClassVar, NoReturn, cast

from salesreg.constraints import Length, Refers, Title
from salesreg.record import record
from salesreg.values.amounts import Money, Percent
from salesreg.values.times import Duration

FieldRef = Annotated[str, Refers("Field")]


class Joinable:
    """What every condition can do: be joined to others, and be negated.

    >>> urgent, rich = Flag(field="urgent"), Filled(field="budget")
    >>> (urgent & rich & ~urgent) == AllOf(of=(urgent, rich, Not(of=urgent)))
    True
    """

    __slots__ = ()

    def __and__(self, other: Condition) -> AllOf:
        """Return that both hold; lists of "all" grow instead of nesting."""
        return AllOf(of=tuple(part for one in (self, other) for part in _all(one)))

    def __or__(self, other: Condition) -> AnyOf:
        """Return that one of them holds; lists of "any" grow instead of nesting."""
        return AnyOf(of=tuple(part for one in (self, other) for part in _any(one)))

    def __invert__(self) -> Condition:
        """Return that it does not hold; a negation gives back what it negates."""
        return self.of if isinstance(self, Not) else Not(of=cast("Condition", self))

    def __bool__(self) -> NoReturn:
        """Refuse: `a and b`, or `1 < where("x") < 2`, would silently lose a half.

        Raises:
            TypeError: Always.
        """
        message = (
            "a condition is true of facts, not by itself; join with & | ~ instead of"
            " and, or, not, and write .between(a, b)"
        )
        raise TypeError(message)


def _all(condition: Joinable) -> tuple[Condition, ...]:
    if isinstance(condition, AllOf):
        return condition.of
    return (cast("Condition", condition),)


def _any(condition: Joinable) -> tuple[Condition, ...]:
    if isinstance(condition, AnyOf):
        return condition.of
    return (cast("Condition", condition),)


@record
class Is(Joinable):
    """The text of a field is one of the given words.

    Attributes:
        field: Key of the field.
        values: The words; one is enough.
    """

    kind: ClassVar[str] = "is"

    field: FieldRef
    values: Annotated[tuple[Title, ...], Length(1)]


@record
class Flag(Joinable):
    """A yes-or-no field has the given value.

    Attributes:
        field: Key of the field.
        value: The value it must have.
    """

    kind: ClassVar[str] = "flag"

    field: FieldRef
    value: bool = True


@record
class Filled(Joinable):
    """A field has a value, or has none.

    Attributes:
        field: Key of the field.
        value: True when it must be filled, False when it must be empty.
    """

    kind: ClassVar[str] = "filled"

    field: FieldRef
    value: bool = True


@record
class NumberBounds(Joinable):
    """A number lies within bounds.

    Attributes:
        field: Key of the field.
        at_least: Least value allowed.
        above: The value must be greater.
        at_most: Greatest value allowed.
        below: The value must be less.
        equals: The value must be exactly this.
    """

    kind: ClassVar[str] = "number"

    field: FieldRef
    at_least: Decimal | None = None
    above: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    equals: Decimal | None = None


@record
class MoneyBounds(Joinable):
    """An amount of money lies within bounds; another currency satisfies none.

    Attributes:
        field: Key of the field.
        at_least: Least value allowed.
        above: The value must be greater.
        at_most: Greatest value allowed.
        below: The value must be less.
        equals: The value must be exactly this.
    """

    kind: ClassVar[str] = "money"

    field: FieldRef
    at_least: Money | None = None
    above: Money | None = None
    at_most: Money | None = None
    below: Money | None = None
    equals: Money | None = None


@record
class PercentBounds(Joinable):
    """A percentage lies within bounds.

    Attributes:
        field: Key of the field.
        at_least: Least value allowed.
        above: The value must be greater.
        at_most: Greatest value allowed.
        below: The value must be less.
        equals: The value must be exactly this.
    """

    kind: ClassVar[str] = "percent"

    field: FieldRef
    at_least: Percent | None = None
    above: Percent | None = None
    at_most: Percent | None = None
    below: Percent | None = None
    equals: Percent | None = None


@record
class DateBounds(Joinable):
    """A date lies within bounds.

    Attributes:
        field: Key of the field.
        at_least: First day allowed.
        above: The date must be later.
        at_most: Last day allowed.
        below: The date must be earlier.
        equals: The date must be exactly this.
    """

    kind: ClassVar[str] = "date"

    field: FieldRef
    at_least: dt.date | None = None
    above: dt.date | None = None
    at_most: dt.date | None = None
    below: dt.date | None = None
    equals: dt.date | None = None


@record
class Within(Joinable):
    """The date of a field is at most this long ago.

    Attributes:
        field: Key of the field.
        duration: How long ago at most, seen from the moment of evaluation.
    """

    kind: ClassVar[str] = "within"

    field: FieldRef
    duration: Duration


@record
class AllOf(Joinable):
    """Every one of the conditions holds.

    Attributes:
        of: The conditions.
    """

    kind: ClassVar[str] = "all"

    of: Annotated[tuple[Condition, ...], Length(1)]


@record
class AnyOf(Joinable):
    """At least one of the conditions holds.

    Attributes:
        of: The conditions.
    """

    kind: ClassVar[str] = "any"

    of: Annotated[tuple[Condition, ...], Length(1)]


@record
class Not(Joinable):
    """The condition does not hold.

    Attributes:
        of: The condition.
    """

    kind: ClassVar[str] = "not"

    of: Condition


Condition = (
    Is
    | Flag
    | Filled
    | NumberBounds
    | MoneyBounds
    | PercentBounds
    | DateBounds
    | Within
    | AllOf
    | AnyOf
    | Not
)
