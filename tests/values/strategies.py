"""Calendars of every sort: night shifts, breaks, exceptions, zones with jumps."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from salesreg.values.calendar import Break, DayException, WorkCalendar, WorkDays
from salesreg.values.times import ClockTime, Duration, Weekday, Window

ZONES = (
    "Europe/Moscow",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "UTC",
)
WEEK: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
FIRST, LAST = 2025, 2026
# Around these days the zones above put their clocks on or back, or a year ends.
EDGES = (
    dt.date(2025, 3, 30),
    dt.date(2025, 10, 26),
    dt.date(2025, 3, 9),
    dt.date(2025, 11, 2),
    dt.date(2025, 4, 6),
    dt.date(2025, 10, 5),
    dt.date(2025, 12, 31),
    dt.date(2026, 1, 9),
)

days = st.one_of(
    st.sampled_from(EDGES).flatmap(
        lambda edge: st.integers(-3, 3).map(lambda n: edge + dt.timedelta(days=n))
    ),
    st.dates(dt.date(FIRST, 1, 10), dt.date(LAST, 6, 1)),
)
"""Dates, most of them near a jump of a wall clock."""


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Windows of the day, of the night, and along the hours of the jumps."""
    minutes = st.one_of(
        st.sampled_from([0, 60, 90, 120, 150, 180, 240, 540, 1080, 1320, 1440]),
        st.integers(0, 1440),
    )
    start = draw(minutes)
    end = draw(minutes.filter(lambda end: end != start))
    return Window(ClockTime(start), ClockTime(end))


@st.composite
def breaks(draw: st.DrawFn) -> Break:
    """Breaks with and without a fixed window, paid and unpaid."""
    if draw(st.integers(0, 4)):
        return Break(title="Lunch", window=draw(windows()), paid=draw(st.booleans()))
    return Break(title="Rest", duration=Duration(15), times=2)


@st.composite
def work_days(draw: st.DrawFn) -> WorkDays:
    """Hours of some days of the week."""
    return WorkDays(
        days=tuple(draw(st.lists(st.sampled_from(WEEK), min_size=1, unique=True))),
        window=draw(windows()),
        breaks=tuple(draw(st.lists(breaks(), max_size=2))),
    )


@st.composite
def exceptions(draw: st.DrawFn) -> DayException:
    """Dates that differ, with and without hours of their own."""
    return DayException(
        date=draw(days),
        kind=draw(st.sampled_from(("off", "working", "short"))),
        window=draw(st.none() | windows()),
    )


@st.composite
def calendars(draw: st.DrawFn, country: str | None = None) -> WorkCalendar:
    """Calendars that know the years 2025 and 2026."""
    return WorkCalendar(
        key="office",
        title="Office",
        time_zone=draw(st.sampled_from(ZONES)),
        week=tuple(draw(st.lists(work_days(), min_size=1, max_size=3))),
        country=country,
        exceptions=tuple(draw(st.lists(exceptions(), max_size=4))),
        shorter_before_holiday=Duration(draw(st.integers(1, 240))),
        first_year=FIRST,
        last_year=LAST,
    )


@st.composite
def moments(draw: st.DrawFn) -> dt.datetime:
    """Moments in any of the zones, some to the microsecond, some shown twice."""
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    seconds = draw(
        st.one_of(
            st.integers(0, 96).map(lambda quarter: quarter * 900.0),
            st.integers(0, 86_400 * 10**6).map(lambda micro: micro / 10**6),
        )
    )
    midnight = dt.datetime.combine(draw(days), dt.time(), dt.UTC)
    return (midnight + dt.timedelta(seconds=seconds)).astimezone(zone)
