"""Spans: durations that can be compared, and those that cannot."""

from __future__ import annotations

from typing import NamedTuple

from salesreg.values.deadline import Due, In
from salesreg.values.times import Duration

_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10_080}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Span(NamedTuple):
    """A duration in the unit of its clock.

    Attributes:
        clock: "working minutes", "working days", "minutes" or "months"; spans of
            different clocks cannot be compared.
        length: How many of them.
    """

    clock: str
    length: int

    def less(self, other: Span) -> bool:
        """Tell whether it is surely shorter."""
        return self.clock == other.clock and self.length < other.length


def span(duration: Duration) -> Span:
    """Return a duration as a span.

    >>> from salesreg.values.times import Duration
    >>> span(Duration.parse("2 days"))
    Span(clock='minutes', length=2880)
    """
    unit, amount = duration.unit, duration.amount
    if unit in _MONTHS:
        return Span("months", amount * _MONTHS[unit])
    if not duration.working:
        return Span("minutes", amount * _MINUTES[unit])
    if unit == "day":
        return Span("working days", amount)
    return Span("working minutes", amount * _MINUTES[unit])


def within(due: Due | None) -> Duration | None:
    """Return the duration of a limit of the form "within ..."; None for others."""
    return due.duration if isinstance(due, In) else None
