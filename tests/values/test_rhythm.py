"""Recurrences as people say them."""

from __future__ import annotations

import pytest

import salesreg as sr
from salesreg.errors import InvalidValue


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (sr.every("day"), "FREQ=DAILY"),
        (sr.every("week", interval=2), "FREQ=WEEKLY;INTERVAL=2"),
        (sr.every("monday", "thursday"), "FREQ=WEEKLY;BYDAY=MO,TH"),
        (sr.daily(), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        (sr.weekly(), "FREQ=WEEKLY"),
        (sr.weekly("friday"), "FREQ=WEEKLY;BYDAY=FR"),
        (sr.monthly(), "FREQ=MONTHLY"),
        (sr.monthly(5), "FREQ=MONTHLY;BYMONTHDAY=5"),
        (sr.monthly(-1), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (sr.quarterly(), "FREQ=MONTHLY;INTERVAL=3"),
        (sr.yearly(), "FREQ=YEARLY"),
        (sr.yearly(9), "FREQ=YEARLY;BYMONTH=9"),
    ],
)
def test_rule(said: sr.Recurrence, rule: str) -> None:
    """Each way of saying it gives the rule of RFC 5545 that it means."""
    assert rule == said.rrule


def test_time_and_length() -> None:
    """The time of day and the length are kept, written or as values."""
    said = sr.every("monday", at="09:30", for_="30 min")
    assert (sr.ClockTime(570), sr.duration("30 min")) == (said.at, said.duration)
    same = sr.every("monday", at=sr.ClockTime(570), for_=sr.duration("30 min"))
    assert said == same


@pytest.mark.parametrize("what", [(), ("mondays",), ("week", "monday")])
def test_what_is_no_rhythm(what: tuple[str, ...]) -> None:
    """Nothing, a word that is no day, and a unit among days are refused."""
    with pytest.raises(InvalidValue):
        sr.every(*what)  # type: ignore[arg-type]


def test_business_day() -> None:
    """A due date by business day counts business days of the next month."""
    expected = sr.ByDay(day=4, working=True, months_later=1)
    assert expected == sr.by_business_day(4)
