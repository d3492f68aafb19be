"""When a limit falls, and how much working time passes (rules 1 and 4.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from salesreg.errors import InvalidValue
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import Deadline, Due
from salesreg.values.due import Reckoning, start_of
from salesreg.values.times import Duration
from salesreg.values.worktime import Clock, clock_of

Pauses = tuple[tuple[dt.datetime, dt.datetime], ...]
_SECOND = dt.timedelta(seconds=1)


@frozen
class Falls:
    """When a deadline starts, and when its goal and its limit fall; None: unknown.

    Attributes:
        start: When the clock starts.
        target: When the goal falls.
        limit: When the limit falls.
    """

    start: dt.datetime
    target: dt.datetime | None
    limit: dt.datetime | None


def falls(
    deadline: Deadline, at: dt.datetime, calendar: WorkCalendar, pauses: Pauses = ()
) -> Falls:
    """Return when a deadline that was triggered at a moment falls.

    It is unknown where the calendar does not know a year on the way, or no calendar
    reaches that far: a term of ten thousand years ends at no date.
    """
    clock = _clock(calendar)
    try:
        start = start_of(deadline, at, clock)
        reckoning = Reckoning.of(clock, start, stopped=pauses)
    except InvalidValue:
        return Falls(at, None, None)
    return Falls(
        start.astimezone(dt.UTC),
        _falls(reckoning, deadline.target),
        _falls(reckoning, deadline.limit),
    )


def after(
    duration: Duration,
    at: dt.datetime,
    calendar: WorkCalendar,
    pauses: Pauses = (),
) -> dt.datetime | None:
    """Return when a term of some length from a moment ends; None: unknown."""
    return ends(started(at, calendar, pauses), duration)


def started(at: dt.datetime, calendar: WorkCalendar, pauses: Pauses = ()) -> Reckoning:
    """Return a clock that was started at a moment, for all the terms it is asked."""
    return Reckoning.of(_clock(calendar), at, stopped=pauses)


def ends(reckoning: Reckoning, duration: Duration) -> dt.datetime | None:
    """Return when a term of a started clock ends; None: unknown."""
    try:
        return reckoning.within(duration).astimezone(dt.UTC)
    except InvalidValue:
        return None


def moment_of(rule: Due, at: dt.datetime, calendar: WorkCalendar) -> dt.datetime | None:
    """Return when a limit from a moment falls; None: unknown, or it has no moment."""
    return _falls(Reckoning.of(_clock(calendar), at), rule)


_KEPT: dict[int, tuple[WorkCalendar, Clock]] = {}


def _clock(calendar: WorkCalendar) -> Clock:
    """Return the clock of a calendar, found by the object itself.

    To find an equal one a calendar is hashed to its last holiday, which takes longer
    than reckoning does. What is kept holds its calendar, so that no other has its id.
    """
    kept = _KEPT.get(id(calendar))
    if kept is None:
        if len(_KEPT) >= 256:
            _KEPT.clear()
        kept = _KEPT[id(calendar)] = (calendar, clock_of(calendar))
    return kept[1]


DATED = frozenset({"in", "by_day", "same_day"})
"""Kinds of limits that fall at a moment which the trigger decides."""


def _falls(reckoning: Reckoning, rule: Due | None) -> dt.datetime | None:
    if rule is None or rule.kind not in DATED:
        return None
    try:
        found = reckoning.falls(rule)
    except InvalidValue:
        return None
    return found and found.astimezone(dt.UTC)


def passed(calendar: WorkCalendar, start: dt.datetime, end: dt.datetime) -> int | None:
    """Return the working seconds between two moments; None: unknown."""
    if end <= start:
        return 0
    try:
        return _clock(calendar).elapsed(start, end) // _SECOND
    except InvalidValue:
        return None


def paused(
    calendar: WorkCalendar,
    start: dt.datetime,
    end: dt.datetime,
    pauses: Iterable[tuple[dt.datetime, dt.datetime]],
) -> int | None:
    """Return the working seconds of pauses between two moments; None: unknown."""
    total = 0
    for first, last in pauses:
        part = passed(calendar, max(first, start), min(last, end))
        if part is None:
            return None
        total += part
    return total
