"""What each constraint says to the strategies: the one place that knows them all."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve, frozen

from salesreg.constraints import (
    SLUG,
    Constraint,
    Length,
    Line,
    NonNegative,
    Pattern,
    Positive,
    Prose,
    Range,
    Refers,
    Share,
)

LEAST_STEP = Decimal("0.000001")
"""The smallest amount above zero that the written form of a number can say."""


@frozen
class Wanted(Length):
    """The length that a test asks for, which the size does not change."""


@frozen
class Bounds:
    """What the constraints of one shape leave to choose from.

    Attributes:
        low: Least number.
        high: Greatest number.
        shortest: Least length, of a text or a list.
        longest: Greatest length.
        lines: Whether a text may run over several lines.
        form: The form of a text.
        refers: The class whose key a text is.
        exact: Whether somebody asked for this length, whatever the size.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    shortest: int = 0
    longest: int | None = None
    lines: bool = False
    form: Pattern | None = None
    refers: str | None = None
    exact: bool = False

    def between(self, low: Decimal | None, high: Decimal | None) -> Bounds:
        """Narrow the numbers."""
        lows = [bound for bound in (self.low, low) if bound is not None]
        highs = [bound for bound in (self.high, high) if bound is not None]
        return evolve(self, low=max(lows, default=None), high=min(highs, default=None))

    def long(self, shortest: int, longest: int | None) -> Bounds:
        """Narrow the length."""
        most = [bound for bound in (self.longest, longest) if bound is not None]
        return evolve(
            self,
            shortest=max(self.shortest, shortest),
            longest=min(most, default=None),
        )


def bounds_of(constraints: Iterable[Constraint]) -> Bounds:
    """Return what is left to choose from under all the constraints."""
    bounds = Bounds()
    for constraint in constraints:
        bounds = narrowed(constraint, bounds)
    return bounds


@functools.singledispatch
def narrowed(constraint: Constraint, bounds: Bounds) -> Bounds:
    """Return the bounds that also keep one more constraint.

    Raises:
        TypeError: Nobody has said what the constraint means to a strategy.
    """
    message = f"no strategy keeps {constraint!r}: register it with `narrowed`"
    raise TypeError(message)


@narrowed.register
def _(constraint: Range, bounds: Bounds) -> Bounds:
    ends = (constraint.low, constraint.high)
    low, high = (None if end is None else Decimal(end) for end in ends)
    return bounds.between(low, high)


@narrowed.register
def _(constraint: NonNegative, bounds: Bounds) -> Bounds:
    return bounds.between(Decimal(0), None)


@narrowed.register
def _(constraint: Positive, bounds: Bounds) -> Bounds:
    return bounds.between(LEAST_STEP, None)


@narrowed.register
def _(constraint: Share, bounds: Bounds) -> Bounds:
    return bounds.between(Decimal(0), Decimal(100))


@narrowed.register
def _(constraint: Length, bounds: Bounds) -> Bounds:
    return bounds.long(constraint.low, constraint.high)


@narrowed.register
def _(constraint: Wanted, bounds: Bounds) -> Bounds:
    return evolve(bounds.long(constraint.low, constraint.high), exact=True)


@narrowed.register
def _(constraint: Line, bounds: Bounds) -> Bounds:
    return bounds.long(1, constraint.high)


@narrowed.register
def _(constraint: Prose, bounds: Bounds) -> Bounds:
    return evolve(bounds.long(1, constraint.high), lines=True)


@narrowed.register
def _(constraint: Pattern, bounds: Bounds) -> Bounds:
    return evolve(bounds, form=constraint)


@narrowed.register
def _(constraint: Refers, bounds: Bounds) -> Bounds:
    return evolve(bounds, form=SLUG, refers=constraint.to)
