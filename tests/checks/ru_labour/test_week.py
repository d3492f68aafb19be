"""The week of a calendar, held to the minutes of a week counted one by one."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.checks.ru_labour.days import _is_off
from salesreg.checks.ru_labour.regime import _rests
from salesreg.checks.ru_labour.week import _joined, length_of, rest, worked
from salesreg.values.calendar import Break, WorkCalendar, WorkDays

HOURS = st.tuples(st.integers(0, 60), st.integers(1, 40))


@given(st.lists(HOURS.map(lambda one: (one[0], one[0] + one[1])), max_size=6))
def test_joined(spans: list[tuple[int, int]]) -> None:
    """Joined spans hold the same minutes, in order, and none touches the next."""
    joined = _joined(spans)
    held = sorted({minute for start, end in spans for minute in range(start, end)})
    assert held == [minute for start, end in joined for minute in range(start, end)]
    assert all(end < start for (_, end), (start, _) in zip(joined, joined[1:]))  # noqa: B905, RUF007


def calendar(*week: WorkDays) -> WorkCalendar:
    """Return a calendar of some days."""
    return WorkCalendar(key="c", title="C", time_zone="Europe/Moscow", week=week)


def days(*names: str, window: str = "09:00-18:00", breaks: object = ()) -> WorkDays:
    """Return days of the week with one window."""
    made = sr.Window.parse(window)
    return WorkDays(days=names, window=made, breaks=breaks)  # type: ignore[arg-type]


LUNCH = Break(title="Lunch", kind="lunch", window=sr.Window.parse("13:00-14:00"))
SMOKE = Break(title="Smoke", kind="short", duration=sr.duration("10 min"), times=3)
PAID = Break(
    title="Rest", kind="short", duration=sr.duration("10 min"), times=3, paid=True
)
LOOSE = Break(title="Some", kind="short")


def test_length_of() -> None:
    """A break takes its window, or its length as often as it comes, or is unsaid."""
    assert [60, 30, None] == [length_of(one) for one in (LUNCH, SMOKE, LOOSE)]


@pytest.mark.parametrize(
    ("week", "minutes"),
    [
        ([days("monday", "tuesday")], 18 * 60),
        ([days("monday", "tuesday", breaks=(LUNCH, SMOKE))], 15 * 60),
        ([days("monday", breaks=(PAID, SMOKE))], 8 * 60 + 30),
        ([days("monday", breaks=(SMOKE,)), days("friday", breaks=(SMOKE,))], 17 * 60),
        ([days("monday", breaks=(LOOSE,))], None),
        # Two entries of one day that meet, or overlap, count once.
        ([days("monday"), days("monday", window="18:00-20:00")], 11 * 60),
        ([days("monday"), days("monday", window="16:00-20:00")], 11 * 60),
    ],
)
def test_worked(week: list[WorkDays], minutes: int | None) -> None:
    """Working time is presence less unpaid breaks, each day of each entry."""
    assert minutes == worked(calendar(*week))


@pytest.mark.parametrize(
    ("week", "hours"),
    [
        ([days("monday")], 7 * 24 - 9),
        ([days("monday", "wednesday")], 4 * 24 + 15),
        ([days("monday", window="22:00-06:00")], 7 * 24 - 8),
        ([days("monday"), days("monday", window="18:00-20:00")], 7 * 24 - 11),
        ([days("monday", breaks=(LUNCH,))], 7 * 24 - 9),
    ],
)
def test_rest(week: list[WorkDays], hours: int) -> None:
    """The longest rest goes over the end of the week; a break within a day is none."""
    assert hours * 60 == rest(calendar(*week))


@pytest.mark.parametrize(
    ("breaks", "rests"),
    [
        ((), False),
        ((PAID,), False),
        ((SMOKE,), True),
        ((PAID, LUNCH), True),
        ((evolve(LUNCH, paid=True),), True),
    ],
)
def test_rests(breaks: tuple[Break, ...], *, rests: bool) -> None:
    """A lunch or an unpaid break is a rest; a paid one alone is working time."""
    assert rests is _rests(days("monday", breaks=breaks))


RUSSIA = WorkCalendar(
    key="c",
    title="C",
    time_zone="Europe/Moscow",
    country="RU",
    week=(days("monday", "tuesday", "wednesday", "thursday", "friday"),),
)


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (dt.date(2026, 1, 1), True),
        (dt.date(2026, 1, 12), False),
        (dt.date(2026, 1, 17), True),
        # Years that nobody knows yet, or any more, are not said to be off.
        (dt.date(9000, 1, 1), False),
        (dt.date(1000, 1, 1), False),
    ],
)
def test_is_off(day: dt.date, *, off: bool) -> None:
    """A holiday and a day outside the week are off, in the years that are known."""
    assert off is _is_off(RUSSIA, day)


def test_is_off_in_a_subdivision() -> None:
    """A holiday of a state is off there, and not in the rest of the country."""
    germany = evolve(RUSSIA, country="DE")
    epiphany = dt.date(2025, 1, 6)
    assert (True, False) == (
        _is_off(evolve(germany, subdivision="BY"), epiphany),
        _is_off(germany, epiphany),
    )
