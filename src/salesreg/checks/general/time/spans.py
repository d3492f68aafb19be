"""Spans: which durations are surely shorter than others."""

from __future__ import annotations

from typing import NamedTuple

from salesreg.values.deadline import Due, In
from salesreg.values.times import Duration

_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10_080}
_SHORTEST_MONTH = 28 * 1440
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Span(NamedTuple):
    """A duration in the unit of its clock.

    Attributes:
        clock: "working minutes", "working days", "minutes" or "months".
        length: How many of them.
    """

    clock: str
    length: int

    def less(self, other: Span, day: int) -> bool:
        """Tell whether it is surely shorter, when a working day has `day` minutes.

        A time has no more working minutes than minutes, and a limit in working
        days gives that many whole ones.

        >>> Span("working minutes", 60).less(Span("working days", 1), 480)
        True
        >>> Span("minutes", 60).less(Span("working minutes", 60), 480)
        False
        """
        if self.clock == other.clock:
            return self.length < other.length
        match self.clock, other.clock:
            case "minutes", "working minutes":
                return self.length < other.length
            case "minutes" | "working minutes", "working days":
                return self.length < other.length * day
            case "minutes", "months":
                return self.length < other.length * _SHORTEST_MONTH
            case _:
                return False


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
