"""The calendars of the examples, and moments on their walls."""

from __future__ import annotations

import datetime as dt
from typing import get_args
from zoneinfo import ZoneInfo

from salesreg.values.calendar import Break, DayException, WorkCalendar, WorkDays
from salesreg.values.times import Duration, Weekday, Window

WEEK: tuple[Weekday, ...] = get_args(Weekday)
MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
LUNCH = Break(title="Lunch", window=Window.parse("13:00-14:00"))
WORKING_WEEK: tuple[Weekday, ...] = WEEK[:5]


def office(
    window: str = "09:00-18:00",
    *,
    days: tuple[Weekday, ...] = WORKING_WEEK,
    time_zone: str = "Europe/Moscow",
    country: str | None = None,
    subdivision: str | None = None,
    breaks: tuple[Break, ...] = (LUNCH,),
    exceptions: tuple[DayException, ...] = (),
    shorter: Duration | None = None,
    years: tuple[int | None, int | None] = (None, None),
) -> WorkCalendar:
    """Return a calendar whose days are all alike."""
    return WorkCalendar(
        key="office",
        title="Office",
        time_zone=time_zone,
        country=country,
        subdivision=subdivision,
        week=(WorkDays(days=days, window=Window.parse(window), breaks=breaks),),
        exceptions=exceptions,
        shorter_before_holiday=shorter,
        first_year=years[0],
        last_year=years[1],
    )


def russian(last_year: int | None = None) -> WorkCalendar:
    """Return the hours of a Russian office with the transfers of its government."""
    return office(country="RU", shorter=Duration(1, "hour"), years=(None, last_year))


def at(text: str, zone: ZoneInfo = MOSCOW) -> dt.datetime:
    """Return a moment on the wall of a zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def day(text: str) -> dt.date:
    """Return a date."""
    return dt.date.fromisoformat(text)


def hours(calendar: WorkCalendar, date: dt.date) -> float:
    """Return how many hours are worked in the hours of a date."""
    windows = calendar.open_windows(date)
    spans = (end.timestamp() - start.timestamp() for start, end in windows)
    return sum(spans) / 3600
