"""When a limit falls, and how much working time passes (rules 1 and 4.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, frozen

from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import Deadline, Due, In
from salesreg.values.due import due
from salesreg.values.event import DealCreated
from salesreg.values.hours import UnknownYear
from salesreg.values.times import Duration

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
    """Return when a deadline that was triggered at a moment falls."""
    target = None
    if deadline.target is not None and deadline.target.kind in DATED:
        target = _falls(deadline, deadline.target, at, calendar, pauses)[1]
    start, limit = _falls(deadline, deadline.limit, at, calendar, pauses)
    return Falls(start, target, limit)


def after(
    duration: Duration,
    at: dt.datetime,
    calendar: WorkCalendar,
    pauses: Pauses = (),
) -> dt.datetime | None:
    """Return when a term of some length from a moment ends; None: unknown."""
    rule = Deadline(trigger=DealCreated(), limit=In(duration=duration))
    return _falls(rule, rule.limit, at, calendar, pauses)[1]


DATED = frozenset({"in", "by_day", "same_day"})
"""Kinds of limits that fall at a moment which the trigger decides."""


def _falls(
    deadline: Deadline,
    rule: Due,
    at: dt.datetime,
    calendar: WorkCalendar,
    pauses: Pauses,
) -> tuple[dt.datetime, dt.datetime | None]:
    alone = evolve(deadline, limit=rule, target=None)  # type: ignore[misc]
    try:
        found = due(alone, at, calendar, stopped=pauses)
    except UnknownYear:
        return at, None
    limit = found.limit and found.limit.astimezone(dt.UTC)
    return found.start.astimezone(dt.UTC), limit


def passed(calendar: WorkCalendar, start: dt.datetime, end: dt.datetime) -> int | None:
    """Return the working seconds between two moments; None: unknown."""
    if end <= start:
        return 0
    try:
        return calendar.elapsed(start, end) // _SECOND
    except UnknownYear:
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
