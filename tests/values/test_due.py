"""Deadlines fall where the law, the working clock and the calendar put them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesreg.errors import InvalidValue
from salesreg.testing import moments, working_calendars
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import (
    Before,
    BeforeStage,
    ByDay,
    Deadline,
    Due,
    In,
    SameDay,
)
from salesreg.values.event import DealCreated, Happens
from salesreg.values.hours import UnknownYear
from salesreg.values.times import ClockTime, Duration, duration
from salesreg.values.zone import instant
from tests.values.offices import at, office, russian

HOUR = dt.timedelta(hours=1)
MEETING = Happens(title="the client's visit")


def limit_of(
    rule: Due | str,
    trigger: str,
    *,
    calendar: WorkCalendar | None = None,
    event: str | None = None,
    stopped: tuple[tuple[str, str], ...] = (),
    cutoff: str | None = None,
    after_hours: Literal["next_opening", "at_once"] | None = None,
) -> dt.datetime | None:
    """Return when a limit falls."""
    due = In(duration=duration(rule)) if isinstance(rule, str) else rule
    deadline = Deadline(
        trigger=DealCreated(),
        limit=due,
        cutoff=ClockTime.parse(cutoff) if cutoff else None,
        after_hours=after_hours,
    )
    return deadline.due(
        at(trigger),
        calendar or russian(),
        event_at=at(event) if event else None,
        stopped=[(at(start), at(end)) for start, end in stopped],
    ).limit


@pytest.mark.parametrize(
    ("length", "trigger", "expected"),
    [
        # Minutes and hours run on from the trigger.
        ("15 min working", "2026-05-15 17:55", "2026-05-18 09:10"),
        ("15 min working", "2026-05-16 12:00", "2026-05-18 09:15"),
        ("4 h", "2026-05-15 17:55", "2026-05-15 21:55"),
        # The day of the trigger does not count, and the last one counts in full.
        ("1 business day", "2026-05-15 09:00", "2026-05-18 18:00"),
        ("1 business day", "2026-05-15 23:00", "2026-05-18 18:00"),
        ("1 business day", "2026-05-16 12:00", "2026-05-18 18:00"),
        ("5 business days", "2026-04-29 10:00", "2026-05-07 18:00"),
        ("1 business day", "2026-05-07 10:00", "2026-05-08 17:00"),
        ("1 day", "2026-05-14 10:00", "2026-05-15 18:00"),
        # An end on a day off moves to the next working day.
        ("1 day", "2026-05-15 10:00", "2026-05-18 18:00"),
        ("10 days", "2025-12-25 10:00", "2026-01-12 18:00"),
        ("1 week", "2026-05-15 10:00", "2026-05-22 18:00"),
        # A month that has no such day has a last one.
        ("1 month", "2026-01-30 10:00", "2026-03-02 18:00"),
        ("1 month", "2026-03-31 10:00", "2026-04-30 17:00"),
        ("1 quarter", "2025-10-15 10:00", "2026-01-15 18:00"),
        ("1 year", "2025-05-15 10:00", "2026-05-15 18:00"),
    ],
)
def test_terms(length: str, trigger: str, expected: str) -> None:
    """Terms end as articles 190 to 194 of the Civil Code say."""
    assert at(expected) == limit_of(length, trigger)


@pytest.mark.parametrize(
    ("day", "working", "later", "time", "expected"),
    [
        (5, False, 1, None, "2026-06-05 18:00"),
        (6, False, 1, None, "2026-06-08 18:00"),  # a Saturday
        (31, False, 1, None, "2026-06-30 18:00"),
        (-1, False, 0, None, "2026-06-01 18:00"),  # 31 May is a Sunday
        (-1, True, 0, None, "2026-05-29 18:00"),
        (4, True, 1, None, "2026-06-04 18:00"),
        (4, True, 0, "12:00", "2026-05-07 12:00"),  # 1 May is a holiday
        (31, True, 1, None, "2026-06-30 18:00"),
        (-31, True, 1, None, "2026-06-01 18:00"),
        (10, False, 7, "10:00", "2026-12-10 10:00"),
        (5, False, 1, "24:00", "2026-06-06 00:00"),
    ],
)
def test_days_of_the_month(
    day: int, working: bool, later: int, time: str | None, expected: str
) -> None:
    """A day of the month counts from either end, and moves when it is off."""
    rule = ByDay(
        day=day,
        working=working,
        months_later=later,
        at=ClockTime.parse(time) if time else None,
    )
    assert at(expected) == limit_of(rule, "2026-05-15 10:00")


@pytest.mark.parametrize(
    ("trigger", "time", "expected"),
    [
        ("2026-05-15 10:00", None, "2026-05-15 18:00"),
        ("2026-05-15 10:00", "17:00", "2026-05-15 17:00"),
        ("2026-05-16 10:00", None, "2026-05-18 18:00"),
        ("2026-05-16 10:00", "17:00", "2026-05-18 17:00"),
    ],
)
def test_same_day(trigger: str, time: str | None, expected: str) -> None:
    """The day of the trigger, or the next one that is worked."""
    rule = SameDay(at=ClockTime.parse(time) if time else None)
    assert at(expected) == limit_of(rule, trigger)


@pytest.mark.parametrize(
    ("length", "event", "expected"),
    [
        ("2 h working", "2026-05-18 10:00", "2026-05-15 17:00"),
        ("1 h working", "2026-05-18 10:00", "2026-05-18 09:00"),
        ("2 h", "2026-05-18 10:00", "2026-05-18 08:00"),
        ("1 business day", "2026-05-18 10:00", "2026-05-15 18:00"),
        ("1 day", "2026-05-18 10:00", "2026-05-15 18:00"),  # the Friday before
        ("1 week", "2026-05-18 10:00", "2026-05-08 17:00"),  # the 11th is off
        ("1 month", "2026-06-30 10:00", "2026-05-29 18:00"),
    ],
)
def test_before_an_event(length: str, event: str, expected: str) -> None:
    """A term that counts back ends on the working day before a day off."""
    rule = Before(duration=duration(length), event=MEETING)
    assert at(expected) == limit_of(rule, "2026-05-04 10:00", event=event)


def test_before_a_stage() -> None:
    """Only the order counts, so no moment falls."""
    assert limit_of(BeforeStage(stage="contract"), "2026-05-15 10:00") is None


@pytest.mark.parametrize(
    ("length", "trigger", "expected"),
    [
        ("15 min working", "2026-05-15 17:00", "2026-05-15 17:15"),
        ("15 min working", "2026-05-15 17:01", "2026-05-18 09:15"),
        ("4 h", "2026-05-15 17:01", "2026-05-18 13:00"),
        ("1 business day", "2026-05-15 17:01", "2026-05-19 18:00"),
        ("1 business day", "2026-05-15 16:00", "2026-05-18 18:00"),
        # So does what comes on the days off, and in the morning before it.
        ("4 h", "2026-05-16 04:00", "2026-05-18 13:00"),
        ("1 business day", "2026-05-16 04:00", "2026-05-19 18:00"),
        ("4 h", "2026-05-18 08:59", "2026-05-18 13:00"),
        ("4 h", "2026-05-18 09:01", "2026-05-18 13:01"),
    ],
)
def test_cutoff(length: str, trigger: str, expected: str) -> None:
    """After the cutoff a trigger counts as the next working day's opening."""
    assert at(expected) == limit_of(length, trigger, cutoff="17:00")


@pytest.mark.parametrize(
    ("length", "trigger", "expected"),
    [
        ("4 h", "2026-05-15 20:00", "2026-05-18 13:00"),
        ("4 h", "2026-05-15 13:30", "2026-05-15 18:00"),
        ("4 h", "2026-05-15 10:00", "2026-05-15 14:00"),
        ("1 business day", "2026-05-16 10:00", "2026-05-19 18:00"),
    ],
)
def test_after_hours(length: str, trigger: str, expected: str) -> None:
    """The clock may wait for the next opening; lunch is outside hours too."""
    assert at(expected) == limit_of(length, trigger, after_hours="next_opening")


@pytest.mark.parametrize(
    ("length", "stopped", "expected"),
    [
        ("4 h working", [("11:00", "12:00")], "2026-05-15 16:00"),
        ("4 h working", [("11:00", "12:00"), ("11:30", "12:30")], "2026-05-15 16:30"),
        ("4 h working", [("08:00", "10:30")], "2026-05-15 15:30"),
        ("4 h working", [("15:00", "17:00")], "2026-05-15 15:00"),
        ("4 h working", [("14:59", "17:59")], "2026-05-15 18:00"),
        ("4 h working", [("13:00", "14:00")], "2026-05-15 15:00"),
        ("1 business day", [("10:00", "11:00")], "2026-05-19 10:00"),
        ("4 h", [("10:00", "11:00")], "2026-05-15 14:00"),
        ("1 day", [("10:00", "11:00")], "2026-05-18 18:00"),
    ],
)
def test_pauses(length: str, stopped: list[tuple[str, str]], expected: str) -> None:
    """What was stopped of the working time is added to a working term."""
    pauses = tuple((f"2026-05-15 {a}", f"2026-05-15 {b}") for a, b in stopped)
    assert at(expected) == limit_of(length, "2026-05-15 10:00", stopped=pauses)


def test_target_and_limit() -> None:
    """The goal and the limit start from one moment."""
    deadline = Deadline(
        trigger=DealCreated(),
        target=In(duration=duration("15 min working")),
        limit=SameDay(),
        cutoff=ClockTime.parse("17:30"),
    )
    falls = deadline.due(at("2026-05-15 17:45"), office())
    assert at("2026-05-18 09:00") == falls.start
    assert at("2026-05-18 09:15") == falls.target
    assert at("2026-05-18 18:00") == falls.limit


def test_a_night_shift() -> None:
    """A working day is a shift: what comes after midnight belongs to the evening."""
    night = office("22:00-06:00", breaks=())
    limit = limit_of("1 business day", "2026-05-16 02:00", calendar=night)
    assert at("2026-05-19 06:00") == limit
    assert at("2026-05-16 06:00") == limit_of(
        SameDay(), "2026-05-16 02:00", calendar=night
    )


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ("2026-05-15 23:00", "2026-05-16 00:00"),
        ("2026-05-16 04:00", "2026-05-16 05:00"),
        ("2026-05-16 04:01", "2026-05-18 23:00"),
        ("2026-05-17 12:00", "2026-05-18 23:00"),
    ],
)
def test_a_cutoff_in_a_night_shift(trigger: str, expected: str) -> None:
    """A cutoff of 4 o'clock is that of the morning in which the shift ends."""
    night = office("22:00-06:00", breaks=())
    assert at(expected) == limit_of("1 h", trigger, calendar=night, cutoff="04:00")


def test_an_event_that_nobody_dated() -> None:
    """A term before an event needs the moment of the event."""
    rule = Before(duration=duration("1 day"), event=MEETING)
    with pytest.raises(InvalidValue, match="give event_at"):
        limit_of(rule, "2026-05-15 10:00")


def test_a_term_before_all_dates() -> None:
    """A term that begins before there are dates is refused, on any clock."""
    for span in ("99999999 h", "99999999 months"):
        rule = Before(duration=duration(span), event=MEETING)
        deadline = Deadline(trigger=DealCreated(), limit=rule)
        now = at("2026-05-15 10:00")
        with pytest.raises(InvalidValue, match="not between the years 1 and 9999"):
            deadline.due(now, office(), event_at=now)


def test_day_zero() -> None:
    """No month has a day 0."""
    with pytest.raises(InvalidValue, match="no month has a day 0"):
        limit_of(ByDay(day=0), "2026-05-15 10:00")


def test_a_pause_that_ends_before_it_starts() -> None:
    """Such a pause is refused."""
    pauses = (("2026-05-15 12:00", "2026-05-15 11:00"),)
    with pytest.raises(InvalidValue, match="a pause cannot end"):
        limit_of("4 h working", "2026-05-15 10:00", stopped=pauses)


def test_moments_without_a_time_zone() -> None:
    """A trigger, an event or a pause without a time zone is refused."""
    naive = dt.datetime(2026, 5, 15, 12)  # noqa: DTZ001
    trigger = at("2026-05-15 10:00")
    working = Deadline(trigger=DealCreated(), limit=In(duration=Duration(1, "hour")))
    before = Deadline(
        trigger=DealCreated(), limit=Before(duration=Duration(1), event=MEETING)
    )
    questions: list[Callable[[], object]] = [
        lambda: working.due(naive, office()),
        lambda: before.due(trigger, office(), event_at=naive),
        lambda: working.due(trigger, office(), stopped=[(trigger, naive)]),
    ]
    for question in questions:
        with pytest.raises(InvalidValue, match="has no time zone"):
            question()


spans = st.tuples(moments(), moments()).map(
    lambda pair: tuple(sorted(pair, key=instant))
)


@given(
    working_calendars(), moments(), st.integers(1, 3000), st.lists(spans, max_size=3)
)
def test_pauses_add_what_they_stop(
    calendar: WorkCalendar,
    trigger: dt.datetime,
    minutes: int,
    pauses: list[tuple[dt.datetime, dt.datetime]],
) -> None:
    """Until the limit, as much working time passes outside the pauses as allowed."""
    rule = In(duration=Duration(minutes, working=True))
    deadline = Deadline(trigger=DealCreated(), limit=rule)
    try:
        limit = deadline.due(trigger, calendar, stopped=pauses).limit
    except UnknownYear:
        assume(False)
        raise
    assert limit is not None
    assume(limit.year in calendar.known_years)
    # Cut at every end of a pause, and leave out the pieces inside one.
    cuts = sorted(
        {instant(moment) for pause in pauses for moment in pause}
        | {instant(trigger), instant(limit)}
    )
    whole = [cut for cut in cuts if instant(trigger) <= cut <= instant(limit)]
    epoch = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    total = dt.timedelta()
    for start, end in itertools.pairwise(whole):
        inside = any(instant(a) <= start and end <= instant(b) for a, b in pauses)
        if not inside:
            first, last = (epoch + dt.timedelta(microseconds=n) for n in (start, end))
            total += calendar.elapsed(first, last)
    assert dt.timedelta(minutes=minutes) == total
