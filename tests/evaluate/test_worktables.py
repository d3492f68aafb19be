"""A calendar in tables reckons as the calendar itself, to the second."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.evaluate.engines.duckdb import DuckDB
from salesreg.evaluate.sql import clock, dialects
from salesreg.evaluate.worktables import DAY, WorkTables, day_number, work_tables
from salesreg.values.calendar import WorkCalendar
from salesreg.values.zone import EPOCH
from tests.values.offices import office, russian

pytest.importorskip("duckdb")

YEARS = range(2024, 2027)
CALENDARS = {
    "moscow": russian(2027),
    "berlin": office(time_zone="Europe/Berlin"),
    "night in New York": office("22:00-06:00", time_zone="America/New_York", breaks=()),
    "around the clock in St. John's": office(
        "00:00-24:00", time_zone="America/St_Johns", breaks=()
    ),
    "Auckland": office("08:30-17:00", time_zone="Pacific/Auckland"),
}
LOW = int(dt.datetime(2024, 1, 3, tzinfo=dt.UTC).timestamp())
HIGH = int(dt.datetime(2026, 12, 1, tzinfo=dt.UTC).timestamp())
MOMENTS = st.integers(LOW, HIGH)
EXACT = st.integers(LOW // 900, HIGH // 900).map(lambda quarter: quarter * 900)


@functools.cache
def made(name: str) -> tuple[WorkTables, DuckDB]:
    """Return the tables of a calendar, stored in an engine."""
    tables = work_tables(CALENDARS[name], YEARS)
    assert tables is not None
    engine = DuckDB()
    engine.store("days", dict.fromkeys(tables.day_columns, "int"), tables.days)
    engine.store("blocks", dict.fromkeys(tables.block_columns, "int"), tables.blocks)
    return tables, engine


def asked(name: str, expression: str, moment: int) -> Any:
    """Return what an expression over the days gives for a moment."""
    query = (
        f"SELECT {expression} FROM (SELECT {moment} AS t) AS given"
        f" LEFT JOIN days ON days.day = (t // {DAY})"
    )
    ((found,),) = made(name)[1].rows(dialects.written(query, "duckdb"))
    return found


def moment(seconds: int) -> dt.datetime:
    """Return a moment."""
    return EPOCH + dt.timedelta(seconds=seconds)


def seconds(at: dt.datetime) -> int:
    """Return the seconds from 1970 to a moment."""
    return (at - EPOCH) // dt.timedelta(seconds=1)


@pytest.mark.parametrize("name", CALENDARS)
@settings(max_examples=25, deadline=None)
@given(one=MOMENTS | EXACT, other=MOMENTS | EXACT)
def test_elapsed(name: str, one: int, other: int) -> None:
    """The halves of two ticks differ by the working time between the moments."""
    tables, _ = made(name)
    low, high = sorted((one, other))
    ticks = clock.tick(tables, "t", "days")
    passed = asked(name, ticks, high) // 2 - asked(name, ticks, low) // 2
    expected = CALENDARS[name].elapsed(moment(low), moment(high))
    assert expected.total_seconds() == passed


@pytest.mark.parametrize("name", CALENDARS)
@settings(max_examples=25, deadline=None)
@given(start=MOMENTS | EXACT, end=MOMENTS | EXACT, minutes=st.integers(1, 3000))
def test_limit(name: str, start: int, end: int, minutes: int) -> None:
    """A term ends when the calendar says, and a tick tells whether that is past."""
    tables, engine = made(name)
    expected = seconds(
        CALENDARS[name].add(moment(start), dt.timedelta(minutes=minutes))
    )
    ticks = clock.tick(tables, "t", "days")
    work = asked(name, ticks, start) // 2 + 60 * minutes
    query = (
        f"SELECT {clock.moment_of(tables, 'w', 'blocks')} FROM"
        f" (SELECT {work} AS w) AS given"
        f" LEFT JOIN blocks ON blocks.block = {clock.block_of(tables, 'w')}"
    )
    ((found,),) = engine.rows(dialects.written(query, "duckdb"))
    assert expected == found
    assert (end > expected) == (asked(name, ticks, end) > 2 * work)
    assert not asked(name, ticks, expected) > 2 * work
    assert asked(name, ticks, expected + 1) > 2 * work


@pytest.mark.parametrize("name", CALENDARS)
@settings(max_examples=25, deadline=None)
@given(at=MOMENTS | EXACT)
def test_opening_and_date(name: str, at: int) -> None:
    """The next opening and the date on the wall are those of the calendar."""
    tables, _ = made(name)
    calendar: WorkCalendar = CALENDARS[name]
    opening = asked(name, clock.next_opening(tables, "t", "days"), at)
    assert seconds(calendar.next_opening(moment(at))) == opening
    from salesreg.values.worktime import clock_of

    expected = day_number(clock_of(calendar).date_of(moment(at)))
    assert expected == asked(name, clock.wall_date(tables, "t", "days"), at)


def test_unknown_years() -> None:
    """Years that the calendar does not know have no rows."""
    assert work_tables(office(years=(2020, 2022)), range(2023, 2030)) is None
    tables = work_tables(office(years=(2020, 2024)), YEARS)
    assert tables is not None
    assert dt.datetime(2024, 12, 31, 21, tzinfo=dt.UTC) == moment(tables.closes)
