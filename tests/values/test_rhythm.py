"""Recurrences as people say them."""

from __future__ import annotations

from typing import Any

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


def test_within() -> None:
    """A deadline after an event, with one threshold or two, as a person says it."""
    expected = sr.Deadline(
        trigger=sr.DealCreated(),
        limit=sr.In(duration=sr.duration("1 h working")),
        target=sr.In(duration=sr.duration("15 min working")),
    )
    said = sr.within("1 h working", after=sr.DealCreated(), target="15 min working")
    assert expected == said
    same = sr.within(
        sr.duration("1 h working"),
        after=sr.deal_created(),
        target=sr.duration("15 min working"),
    )
    assert expected == same
    assert sr.within("1 h working", after=sr.deal_created()).target is None


def test_words_are_an_event() -> None:
    """Words are an event in words; a kind that says all is that event."""
    said = [sr.within("1 h", after=word).trigger for word in ("a call", "deal_created")]
    assert [sr.Happens(title="a call"), sr.DealCreated()] == said
    with pytest.raises(sr.InvalidValue, match=r"of what; write sr.stage_entered"):
        sr.within("1 h", after="stage_entered")
    nothing: Any = None
    with pytest.raises(sr.InvalidValue, match="must be an event, got nothing"):
        sr.within("1 h", after=nothing)


def test_within_needs_an_event() -> None:
    """The limit is no event, and a text is no duration by itself."""
    with pytest.raises(InvalidValue, match="must be a duration"):
        sr.within("soon", after=sr.DealCreated())
