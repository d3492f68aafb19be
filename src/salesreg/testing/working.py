"""Calendars in which somebody works, and moments to start their clocks at.

A calendar that is drawn like anything else loads, and may be of no use: without a
week, with years in which nothing is known. These have hours, and know their years.

>>> from hypothesis import find
>>> find(working_calendars(), lambda calendar: True).week[0].window
Window('09:00-18:00')
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from salesreg.testing.objects import instances
from salesreg.values.calendar import DayException, WorkCalendar, WorkDays
from salesreg.values.times import Duration

ZONES = (
    "Europe/Moscow",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "UTC",
)
"""Zones with and without jumps of the clock, by an hour and by half of one."""

_JUMPS = tuple(
    (month, day)
    for month, days in (
        (3, (8, 9, 29, 30)),
        (4, (5, 6)),
        (10, (4, 5, 25, 26)),
        (11, (1, 2)),
    )
    for day in days
)
YEAR = 2025
"""The year of the moments."""

_QUARTER = dt.timedelta(minutes=15)


def working_calendars(
    years: tuple[int, int] = (YEAR, YEAR + 1), *, country: str | None = None
) -> st.SearchStrategy[WorkCalendar]:
    """Return the strategy of calendars with hours, at night and over midnight too.

    Args:
        years: First and last year that they know.
        country: Whose public holidays are days off; no country's when not given.
    """
    first, last = years
    days = st.dates(dt.date(first, 1, 1), dt.date(last, 12, 31))
    exceptions = instances(DayException, date=days, size="small")
    return instances(
        WorkCalendar,
        size="large",
        time_zone=st.sampled_from(ZONES),
        week=st.lists(instances(WorkDays), min_size=1, max_size=3).map(tuple),
        country=country,
        subdivision=None,
        exceptions=st.lists(exceptions, max_size=4).map(tuple),
        shorter_before_holiday=instances(
            Duration, unit="minute", working=False, amount=(1, 240)
        ),
        first_year=first,
        last_year=last,
        roles=(),
    )


def moments() -> st.SearchStrategy[dt.datetime]:
    """Return the strategy of moments of the year 2025, in any of some zones.

    Many are in the nights when clocks are put on or back, where the wall shows
    an hour twice; some are exact to the microsecond.
    """
    jumps = st.sampled_from([dt.date(YEAR, *day) for day in _JUMPS])
    days = st.dates(dt.date(YEAR, 1, 10), dt.date(YEAR, 12, 31)) | jumps
    times = st.one_of(
        st.integers(36, 36 + 96).map(lambda count: (count % 96) * _QUARTER),
        st.timedeltas(dt.timedelta(), dt.timedelta(days=1)),
    )
    return st.builds(_moment, days, times, st.sampled_from(ZONES))


def _moment(day: dt.date, time: dt.timedelta, zone: str) -> dt.datetime:
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    return (midnight + time).astimezone(ZoneInfo(zone))
