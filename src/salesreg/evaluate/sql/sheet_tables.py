"""The tables that time spent and work done are held to, put into the engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from salesreg.evaluate.periods import Cadence, period_of
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import date_of, seconds_of
from salesreg.evaluate.sql.sheet import Said, Sheet
from salesreg.evaluate.worktables import day_number
from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear
from salesreg.values.times import Window
from salesreg.values.worktime import Clock, clock_of
from salesreg.values.zone import EPOCH, SECOND

_DAY = dt.timedelta(days=1)
_NEAR = (-1, 0, 1)
_NUMBERS = ("cite", "edition", "spans", "box", "least", "most", "owed")


def keep_sheet(ground: Ground, sheet: Sheet, said: Said) -> None:
    """Put the rules into the engine, the days of their spans, and the windows."""
    named: dict[str, Kind] = {**ints("rule", *_NUMBERS)}
    named |= {"rule_key": "text", "role": "text"}
    rows = (
        (n, *(getattr(one, name) for name in _NUMBERS), one.key, one.role)
        for n, one in enumerate(sheet.rules)
    )
    ground.keep(said, named, rows, ("rule",))
    counted = ((n, key) for n, rule in enumerate(sheet.rules) for key in rule.of)
    columns: dict[str, Kind] = {"rule": "int", "activity": "text"}
    ground.keep(f"{said}_of", columns, counted, ("rule", "activity"))
    near = {day + shift for day in ground.seen.days for shift in _NEAR}
    dates = [date_of(day) for day in sorted(near)]
    days = (
        (number, *row)
        for number, (calendar, cadence) in enumerate(sheet.spans)
        for row in _days(ground, calendar, cadence, dates)
    )
    names = ("start_d", "end_d", "edition", "working", "works")
    columns = ints("spans", "date", *names)
    ground.keep(f"{said}_days", columns, days, ("spans", "date"))
    if sheet.windows:
        boxes = (
            (number, day_number(date), *_bounds(window, clock, date))
            for number, (window, clock) in enumerate(sheet.windows)
            for date in dates
        )
        columns = ints("box", "date", "a0", "b0", "a1", "b1", "a2", "b2")
        ground.keep(f"{said}_boxes", columns, boxes, ("box", "date"))


def _days(
    ground: Ground, calendar: WorkCalendar, cadence: Cadence, dates: Iterable[dt.date]
) -> Iterator[tuple[int, ...]]:
    """Yield each day of the spans that are over and in known years (12.1).

    A row has the date, the first and the last day of its span, the edition in force,
    the working days of the span, and whether the date is one of them.
    """
    editions, clock = ground.editions, clock_of(calendar)
    today = editions.date(EPOCH + ground.now * SECOND)
    for span in dict.fromkeys(period_of(date, cadence) for date in dates):
        edition = editions.on(span.start)
        if span.end >= today or edition is None:
            continue
        days = [span.start + n * _DAY for n in range(span.days)]
        try:
            works = [int(clock.is_working_day(day)) for day in days]
        except UnknownYear:
            continue
        both = (day_number(span.start), day_number(span.end))
        told = (*both, editions.all.index(edition), sum(works))
        for day, work in zip(days, works, strict=True):
            yield day_number(day), *told, work


def _bounds(window: Window, clock: Clock, date: dt.date) -> Iterator[int]:
    """Yield when a window opens and closes, the day before a date, on it and after."""
    nights = window.end <= window.start
    for shift in _NEAR:
        day = date + shift * _DAY
        yield seconds_of(clock.at(day, window.start))
        yield seconds_of(clock.at(day + _DAY if nights else day, window.end))
