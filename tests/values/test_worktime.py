"""The working clock agrees with a walk over the wall clock, and with itself."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from salesreg.testing import durations, moments, working_calendars
from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear
from salesreg.values.times import Duration, TimeUnit
from salesreg.values.zone import instant
from tests.values.offices import WEEK

days = st.dates(dt.date(2025, 1, 10), dt.date(2026, 6, 1))

MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)


# --- a slow clock to compare with ----------------------------------------------


def minutes_of(calendar: WorkCalendar, day: dt.date) -> set[int]:
    """Return the minutes after midnight that are worked in a day's hours."""
    exception = {found.date: found for found in calendar.exceptions}.get(day)
    if exception and exception.kind == "off":
        return set()
    entries = [entry for entry in calendar.week if WEEK[day.weekday()] in entry.days]
    if exception:
        entries = entries or [calendar.week[0]]
    present = [(entry.window.start.minutes, entry.window.minutes) for entry in entries]
    if exception and exception.window:
        present = [(exception.window.start.minutes, exception.window.minutes)]
    worked = {start + n for start, length in present for n in range(length)}
    if exception and exception.kind == "short" and not exception.window:
        shorter = calendar.shorter_before_holiday
        assert shorter is not None
        end = max(worked) + 1 - shorter.amount
        worked = {minute for minute in worked if minute < end}
    for entry in entries:
        for pause in entry.breaks:
            if pause.window and not pause.paid:
                start, length = pause.window.start.minutes, pause.window.minutes
                off = {(start + n) % 1440 for n in range(length)}
                worked = {minute for minute in worked if minute % 1440 not in off}
    return worked


def walk(calendar: WorkCalendar, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
    """Return elapsed working time by looking at every minute of the wall clock.

    While the wall shows an hour again, it counts as what it showed last.
    """
    zone = ZoneInfo(calendar.time_zone)
    start = start.astimezone(dt.UTC)
    moment = start.replace(second=0, microsecond=0) - 3 * DAY
    total = dt.timedelta()
    shown = moment.astimezone(zone).replace(tzinfo=None)
    plans: dict[dt.date, set[int]] = {}
    while moment < end:
        shown = max(shown, moment.astimezone(zone).replace(tzinfo=None))
        clipped = min(moment + MINUTE, end) - max(moment, start)
        if clipped > dt.timedelta():
            for back in range(3):
                day = shown.date() - back * DAY
                if day not in plans:
                    plans[day] = minutes_of(calendar, day)
                minute = shown.hour * 60 + shown.minute + 1440 * back
                if minute in plans[day]:
                    total += clipped
                    break
        moment += MINUTE
    return total


@given(working_calendars(), moments(), st.integers(0, 4000))
def test_agrees_with_a_walk(
    calendar: WorkCalendar, start: dt.datetime, minutes: int
) -> None:
    """Elapsed working time is what a walk over every minute adds up."""
    end = start.astimezone(dt.UTC) + minutes * MINUTE
    assert walk(calendar, start, end) == calendar.elapsed(start, end)


# --- laws ------------------------------------------------------------------------


@given(working_calendars(), moments(), moments(), moments())
def test_elapsed_adds_up(
    calendar: WorkCalendar, a: dt.datetime, b: dt.datetime, c: dt.datetime
) -> None:
    """The way over a moment between is as long as the way, also backwards."""
    first, between, last = sorted([a, b, c], key=instant)
    whole = calendar.elapsed(first, last)
    parts = calendar.elapsed(first, between) + calendar.elapsed(between, last)
    assert whole == parts
    assert -whole == calendar.elapsed(last, first)
    passed = last.astimezone(dt.UTC) - first.astimezone(dt.UTC)
    assert dt.timedelta() <= whole <= passed


def reached(
    calendar: WorkCalendar, moment: dt.datetime, duration: Duration | dt.timedelta
) -> dt.datetime:
    """Add, unless the way leads out of the years known."""
    try:
        end = calendar.add(moment, duration)
    except UnknownYear:
        assume(False)
        raise
    # Hours that start on the last night run into a year that is not known.
    assume(end.year in calendar.known_years)
    return end.astimezone(dt.UTC)


@given(
    working_calendars(),
    moments(),
    st.integers(1, 10**5),
    st.sampled_from(["minute", "hour"]),
)
def test_add_is_the_inverse_of_elapsed(
    calendar: WorkCalendar, moment: dt.datetime, amount: int, unit: str
) -> None:
    """After so much working time, so much working time has elapsed."""
    duration = Duration(amount, "minute" if unit == "minute" else "hour", working=True)
    end = reached(calendar, moment, duration)
    assert calendar.elapsed(moment, end) == dt.timedelta(minutes=duration.minutes or 0)


@given(working_calendars(), moments(), st.integers(1, 10**11))
def test_add_gives_the_first_moment(
    calendar: WorkCalendar, moment: dt.datetime, microseconds: int
) -> None:
    """A microsecond before the end, less has elapsed; so it is when counting back."""
    length = dt.timedelta(microseconds=microseconds)
    step = dt.timedelta(microseconds=1)
    end = reached(calendar, moment, length)
    before = end - step
    assert calendar.elapsed(moment, before) == length - step
    start = reached(calendar, moment, -length)
    assert calendar.elapsed(start, moment) == length
    assert calendar.elapsed(start + step, moment) == length - step


FEW: tuple[TimeUnit, ...] = ("minute", "hour", "day")
MANY: tuple[TimeUnit, ...] = ("week", "month", "quarter")
SHORT = durations(amount=(1, 40), unit=st.sampled_from(FEW))
LONG = durations(amount=(1, 3), unit=st.sampled_from(MANY))


@given(working_calendars(), moments(), moments(), SHORT | LONG)
def test_add_keeps_the_order(
    calendar: WorkCalendar, a: dt.datetime, b: dt.datetime, duration: Duration
) -> None:
    """Who starts later ends later or at the same moment, on either clock."""
    first, last = sorted([a, b], key=instant)
    assert reached(calendar, first, duration) <= reached(calendar, last, duration)


@given(working_calendars(), moments())
def test_opening(calendar: WorkCalendar, moment: dt.datetime) -> None:
    """Until the next opening nothing is worked, and there the clock runs."""
    try:
        opening = calendar.next_opening(moment)
    except UnknownYear:
        assume(False)
        raise
    assert calendar.is_open(opening)
    assert calendar.is_open(moment) == (instant(opening) == instant(moment))
    assert dt.timedelta() == calendar.elapsed(moment, opening)


@given(working_calendars(), days)
def test_windows_are_what_is_open(calendar: WorkCalendar, day: dt.date) -> None:
    """The windows of a day are as long as the working time in them."""
    windows = calendar.open_windows(day)
    assert bool(windows) == calendar.is_working_day(day)
    for start, end in windows:
        length = end.astimezone(dt.UTC) - start.astimezone(dt.UTC)
        assert calendar.elapsed(start, end) == length > dt.timedelta()
        assert calendar.is_open(start)


@given(working_calendars(), moments())
def test_a_business_day_ends_in_the_hours_of_a_working_day(
    calendar: WorkCalendar, moment: dt.datetime
) -> None:
    """So many working days on, the moment is within hours, ends included."""
    end = reached(calendar, moment, Duration(2, "day", working=True))
    assume((end.date() + DAY).year in calendar.known_years)
    windows = [
        window
        for back in range(-1, 3)
        for window in calendar.open_windows(end.date() - back * DAY)
    ]
    assert any(start <= end <= stop for start, stop in windows)
