"""The week of a calendar: when people are there, when they work, when they rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from salesreg.values.calendar import Break, WorkCalendar, WorkDays
from salesreg.values.workday import hours_of

Span = tuple[int, int]
_DAY = 24 * 60
_WEEK = 7 * _DAY
_MONDAY = dt.date(2024, 1, 1)


def length_of(pause: Break) -> int | None:
    """Return how many minutes a break takes in a day, or None when unsaid."""
    if pause.window is not None:
        return pause.window.minutes
    minutes = pause.duration.minutes if pause.duration else None
    return None if minutes is None else minutes * pause.times


def worked(calendar: WorkCalendar) -> int | None:
    """Return the minutes of working time in a week without holidays.

    None when an unpaid break is of unknown length.
    """
    loose = 0
    for entry in calendar.week:
        for pause in entry.breaks:
            if pause.paid or pause.window is not None:
                continue
            length = length_of(pause)
            if length is None:
                return None
            loose += length * len(set(entry.days))
    return sum(end - start for start, end in _spans(calendar, calendar.week)) - loose


def rest(calendar: WorkCalendar) -> int:
    """Return the minutes of the longest rest in a week without holidays."""
    present = (WorkDays(days=one.days, window=one.window) for one in calendar.week)
    spans = _spans(calendar, tuple(present))
    if not spans:
        return _WEEK
    opens = [start for start, _ in spans[1:]] + [spans[0][0] + _WEEK]
    return max(start - end for start, (_, end) in zip(opens, spans, strict=True))


def _spans(calendar: WorkCalendar, week: tuple[WorkDays, ...]) -> tuple[Span, ...]:
    """Return the hours of a week from Monday's midnight; Sunday's may run over it."""
    usual = WorkCalendar(
        key=calendar.key, title=calendar.title, time_zone=calendar.time_zone, week=week
    )
    return _joined(
        (start + number * _DAY, end + number * _DAY)
        for number in range(7)
        for start, end in hours_of(usual, _MONDAY + dt.timedelta(number), None)
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
