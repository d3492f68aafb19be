"""Recurrences give the dates that RFC 5545 gives."""

from __future__ import annotations

import datetime as dt
import itertools
import types
from unittest import mock

import dateutil.rrule
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from salesreg.errors import InvalidValue
from salesreg.testing import recurrences
from salesreg.values.recurrence import Recurrence
from tests.values.offices import WEEK, day, russian

RULES = recurrences(
    interval=(1, 4),
    since=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31)),
)
"""Rules that come round within a few years, if the RFC has them."""


def is_known(rule: Recurrence) -> bool:
    """Tell whether RFC 5545 has such a rule; else it has neither text nor dates."""
    try:
        return bool(rule.rrule)
    except InvalidValue:
        with pytest.raises(InvalidValue):
            list(rule.occurrences(day("2026-01-01"), day("2026-02-01")))
        return False


@given(
    RULES,
    st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 1)),
    st.integers(0, 800),
)
def test_agrees_with_dateutil(rule: Recurrence, start: dt.date, days: int) -> None:
    """The dates are those that dateutil gives for the text of the rule."""
    if not is_known(rule):
        return
    end = start + dt.timedelta(days=days)
    since = dt.datetime.combine(rule.starts(start), dt.time())
    # Else a rule that no date fits keeps dateutil busy until the year 9999.
    soon = types.SimpleNamespace(**{**vars(dt), "MAXYEAR": end.year})
    with mock.patch.object(dateutil.rrule, "datetime", soon):
        dates = [date.date() for date in rrulestr(rule.rrule, dtstart=since)]
    expected = [date for date in dates if start <= date <= end]
    assert expected == list(rule.occurrences(start, end))


@given(
    RULES,
    st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 1)),
    st.lists(st.integers(0, 300), min_size=2, max_size=2),
)
def test_two_ranges_are_one(
    rule: Recurrence, start: dt.date, lengths: list[int]
) -> None:
    """A range has the dates of its two parts, when intervals have a beginning."""
    if (rule.since is None and rule.interval > 1) or not is_known(rule):
        return
    middle = start + dt.timedelta(days=lengths[0])
    end = middle + dt.timedelta(days=lengths[1])
    parts = [
        *rule.occurrences(start, middle),
        *rule.occurrences(middle + dt.timedelta(days=1), end),
    ]
    assert parts == list(rule.occurrences(start, end))


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (
            Recurrence(every="week", weekdays=("monday", "thursday")),
            "FREQ=WEEKLY;BYDAY=MO,TH",
            ["2026-05-04", "2026-05-07", "2026-05-11"],
        ),
        (
            Recurrence(every="week"),
            "FREQ=WEEKLY",
            ["2026-05-04", "2026-05-11", "2026-05-18"],
        ),
        (
            Recurrence(every="week", interval=2, since=dt.date(2026, 5, 12)),
            "FREQ=WEEKLY;INTERVAL=2",
            ["2026-05-12", "2026-05-26", "2026-06-09"],
        ),
        (
            Recurrence(every="month", weekdays=WEEK[:5], position=4),
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=4",
            ["2026-05-06", "2026-06-04", "2026-07-06"],
        ),
        (
            Recurrence(every="month", month_days=(-1,)),
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            ["2026-05-31", "2026-06-30", "2026-07-31"],
        ),
        (
            Recurrence(every="quarter"),
            "FREQ=MONTHLY;INTERVAL=3",
            ["2026-07-01", "2026-10-01", "2027-01-01"],
        ),
        (
            Recurrence(every="year", months=(3,), month_days=(8,)),
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8",
            ["2027-03-08", "2028-03-08", "2029-03-08"],
        ),
        (
            Recurrence(every="day", interval=3, since=dt.date(2026, 4, 30)),
            "FREQ=DAILY;INTERVAL=3",
            ["2026-05-03", "2026-05-06", "2026-05-09"],
        ),
    ],
)
def test_rules(rule: Recurrence, text: str, expected: list[str]) -> None:
    """The text of a rule, and its first three dates from 1 May 2026 on."""
    assert text == rule.rrule
    dates = rule.occurrences(day("2026-05-01"), day("2030-01-01"))
    assert expected == [str(date) for date in itertools.islice(dates, 3)]


def test_a_rule_that_no_date_fits() -> None:
    """There is no 30 February, and the search for it ends."""
    rule = Recurrence(every="day", months=(2,), month_days=(30,))
    assert [] == list(rule.occurrences(day("2026-01-01"), day("2028-01-01")))


def test_days_off_are_left_out() -> None:
    """With a calendar, a daily rule gives the working days."""
    rule = Recurrence(every="day")
    dates = rule.occurrences(day("2026-05-07"), day("2026-05-13"), russian())
    assert ["2026-05-07", "2026-05-08", "2026-05-12", "2026-05-13"] == list(
        map(str, dates)
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Recurrence(every="month", month_days=(0,)), "no month has a day 0"),
        (Recurrence(every="day", months=(1,), position=0), "positions count from 1"),
        (Recurrence(every="week", month_days=(1,)), "no days of the month"),
        (Recurrence(every="month", position=2), "a position needs days"),
    ],
)
def test_rules_that_the_rfc_does_not_have(rule: Recurrence, expected: str) -> None:
    """Such a rule loads, and has neither a text nor dates."""
    with pytest.raises(InvalidValue, match=expected):
        rule.rrule  # noqa: B018 (a property that raises)
    with pytest.raises(InvalidValue, match=expected):
        list(rule.occurrences(day("2026-01-01"), day("2026-02-01")))
