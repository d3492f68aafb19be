"""The working hours of one date, on the wall clock of its calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from salesreg.errors import invalid
from salesreg.values.daysoff import days_off, is_eve
from salesreg.values.times import Window

if TYPE_CHECKING:
    from salesreg.values.calendar import DayException, WorkCalendar, WorkDays

Span = tuple[int, int]
"""First minute inside and first minute outside, from the midnight that starts
the date; hours that run over midnight go on past minute 1440."""

_WEEK = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_MIDNIGHT = 24 * 60


def hours_of(
    calendar: WorkCalendar, day: dt.date, exception: DayException | None
) -> tuple[Span, ...]:
    """Return when the working clock runs on a date, in ascending order.

    An exception decides alone; then come the days off of the country, then the
    week. A day that is worked although its weekday is off has the hours of the
    day it was exchanged for, or those of the first entry of the week.

    Raises:
        InvalidValue: A short day has no window, and the calendar does not say
            by how much short days are shorter.
    """
    if exception is not None:
        return _exceptional(calendar, day, exception)
    country = calendar.country
    swap: dt.date | None = None
    if country is not None:
        facts = days_off(country, calendar.subdivision, day.year)
        if day in facts.off:
            return ()
        swap = facts.swapped.get(day)
    entries = _entries(calendar, day)
    if not entries and swap is not None:
        entries = _entries(calendar, swap) or calendar.week[:1]
    spans = _present(entries)
    if (
        country is not None
        and calendar.shorter_before_holiday is not None
        and is_eve(day, country, calendar.subdivision)
    ):
        spans = _shorter(calendar, spans)
    return _without(spans, entries)


def _exceptional(
    calendar: WorkCalendar, day: dt.date, exception: DayException
) -> tuple[Span, ...]:
    if exception.kind == "off":
        return ()
    entries = _entries(calendar, day) or calendar.week[:1]
    if exception.window is not None:
        return _without((_span(exception.window),), entries)
    spans = _present(entries)
    if exception.kind == "short":
        spans = _shorter(calendar, spans)
    return _without(spans, entries)


def _entries(calendar: WorkCalendar, day: dt.date) -> tuple[WorkDays, ...]:
    name = _WEEK[day.weekday()]
    return tuple(entry for entry in calendar.week if name in entry.days)


def _span(window: Window) -> Span:
    start = window.start.minutes
    return start, start + window.minutes


def _present(entries: Iterable[WorkDays]) -> tuple[Span, ...]:
    return tuple(_span(entry.window) for entry in entries)


def _shorter(calendar: WorkCalendar, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    shorter = calendar.shorter_before_holiday
    minutes = None if shorter is None else shorter.minutes
    if minutes is None:
        message = f"calendar {calendar.key!r} does not say how short a short day is"
        hint = "give the day a window, or shorter_before_holiday in minutes or hours"
        raise invalid("no-hours", message, hint)
    last = max((end for _, end in spans), default=0) - minutes
    return tuple((start, min(end, last)) for start, end in spans)


def _without(spans: Iterable[Span], entries: Iterable[WorkDays]) -> tuple[Span, ...]:
    """Return the spans without the fixed breaks that nobody is paid for."""
    pieces = list(spans)
    for entry in entries:
        for pause in entry.breaks:
            if pause.window is not None and not pause.paid:
                start, end = _span(pause.window)
                # Hours that run over midnight meet the break of either date.
                for shift in (-_MIDNIGHT, 0, _MIDNIGHT):
                    pieces = _cut(pieces, start + shift, end + shift)
    return _joined(pieces)


def _cut(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    left = [(low, min(high, start)) for low, high in spans]
    right = [(max(low, end), high) for low, high in spans]
    return [piece for piece in left + right if piece[0] < piece[1]]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
