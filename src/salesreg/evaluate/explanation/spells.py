"""Spells of working time: hours one by one, long runs of whole days week by week."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from attrs import frozen

from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear

Window = tuple[dt.datetime, dt.datetime]

_LONG = 5
"""Runs of more whole working days than this are told week by week."""


@frozen
class Spell:
    """Working time that is told in one row.

    Attributes:
        opens: When it begins.
        closes: When it ends.
        days: On how many working days.
        seconds: How much working time lies in it.
    """

    opens: dt.datetime
    closes: dt.datetime
    days: int
    seconds: int

    @classmethod
    def of(cls, windows: Iterable[Window], days: int) -> Spell:
        """Put windows together that follow each other."""
        held = tuple(windows)
        length = sum((closes - opens for opens, closes in held), dt.timedelta())
        return cls(held[0][0], held[-1][1], days, length // dt.timedelta(seconds=1))


def spells(
    calendar: WorkCalendar, windows: Iterable[Window], zone: dt.tzinfo
) -> Iterator[Spell]:
    """Yield what is told of some open hours, row by row.

    Args:
        calendar: The calendar whose hours they are.
        windows: The hours, the earliest first.
        zone: Where the days are.
    """
    by_day = [
        (day, tuple(held))
        for day, held in itertools.groupby(
            windows, lambda one: one[0].astimezone(zone).date()
        )
    ]
    for whole, run in itertools.groupby(by_day, lambda one: _is_whole(calendar, *one)):
        days = list(run)
        if not whole or len(days) <= _LONG:
            yield from (Spell.of([one], 1) for _, held in days for one in held)
            continue
        for _, week in itertools.groupby(days, lambda one: one[0].isocalendar()[:2]):
            held = [windows for _, windows in week]
            yield Spell.of(itertools.chain.from_iterable(held), len(held))


def _is_whole(calendar: WorkCalendar, day: dt.date, held: tuple[Window, ...]) -> bool:
    """Tell whether all the hours of a day are there."""
    try:
        return held == tuple(calendar.open_windows(day))
    except UnknownYear:
        return False
