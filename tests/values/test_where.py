"""Conditions written as comparisons."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

import salesreg as sr
from salesreg.errors import InvalidValue
from salesreg.values.condition import AllOf, AnyOf, Not

AMOUNT = sr.where("amount")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            sr.where("amount") >= sr.money("5 RUB"),
            sr.MoneyBounds(field="amount", at_least=sr.money("5 RUB")),
        ),
        (
            sr.where("discount") < sr.percent(10),
            sr.PercentBounds(field="discount", below=sr.percent(10)),
        ),
        (sr.where("seats") > 3, sr.NumberBounds(field="seats", above=Decimal(3))),
        (
            sr.where("seats") <= Decimal("1.5"),
            sr.NumberBounds(field="seats", at_most=Decimal("1.5")),
        ),
        (
            sr.where("due") == dt.date(2026, 1, 2),
            sr.DateBounds(field="due", equals=dt.date(2026, 1, 2)),
        ),
        (sr.where("region") == "North", sr.Is(field="region", values=("North",))),
        (
            sr.where("region").is_in("North", "South"),
            sr.Is(field="region", values=("North", "South")),
        ),
        (sr.where("vip") == True, sr.Flag(field="vip")),  # noqa: E712 - the point
        (sr.where("vip") != True, Not(of=sr.Flag(field="vip"))),  # noqa: E712
        (sr.where("vip").empty(), sr.Filled(field="vip", value=False)),
        (sr.where("vip").filled(), sr.Filled(field="vip")),
        (
            sr.where("touched").within("30 days"),
            sr.Within(field="touched", duration=sr.duration("30 days")),
        ),
        (
            sr.where("seats").between(2, 5),
            sr.NumberBounds(field="seats", at_least=Decimal(2), below=Decimal(5)),
        ),
    ],
)
def test_comparison(written: object, expected: object) -> None:
    """Each comparison gives the condition of the kind that its value has."""
    assert expected == written


def test_joining() -> None:
    """`&` and `|` make one list of a chain, and `~` twice is nothing."""
    one, two, three = (sr.where(name).filled() for name in ("a", "b", "c"))
    assert AllOf(of=(one, two, three)) == one & two & three
    assert AnyOf(of=(one, two, three)) == one | (two | three)
    assert AllOf(of=(one, AnyOf(of=(two, three)))) == one & (two | three)
    assert one == ~~one


@pytest.mark.parametrize("value", [1.5, None, ("a",)])
def test_what_cannot_be_compared(value: object) -> None:
    """A float, nothing or a tuple is refused, with what would do."""
    with pytest.raises(InvalidValue, match="compare with money, percent"):
        _ = sr.where("amount") == value


def test_in_a_builder() -> None:
    """A condition and a recurrence stand in a step as they are written."""
    regulation = (
        sr.regulation("r", title="R", language="en")
        .stage("a", title="A", transitions=[sr.transition("b", when=AMOUNT > 5)])
        .meeting("m", title="M", every=sr.every("monday", at="09:30", for_="30 min"))
        .build()
    )
    assert regulation.stages[0].transitions[0].when == (AMOUNT > 5)
    assert regulation.meetings[0].every == sr.weekly(
        "monday", at="09:30", for_="30 min"
    )


def test_truth_is_refused() -> None:
    """What Python would silently cut in half is an error that says what to write."""
    with pytest.raises(TypeError, match=r"between\(a, b\)"):
        assert 1 <= sr.where("seats") < 5  # pyright: ignore[reportGeneralTypeIssues]
    one, two = sr.where("a").filled(), sr.where("b").filled()
    with pytest.raises(TypeError, match="join with &"):
        _ = one and two  # pyright: ignore[reportGeneralTypeIssues]
    with pytest.raises(TypeError, match="join with &"):
        _ = not one  # pyright: ignore[reportGeneralTypeIssues]


def test_only_conditions_join() -> None:
    """A condition does not join with a flag or a text."""
    one = sr.where("a").filled()
    with pytest.raises(InvalidValue, match=r"AllOf\.of must be one of"):
        _ = one & True  # type: ignore[operator]
    with pytest.raises(InvalidValue, match=r"AnyOf\.of must be one of"):
        _ = one | "b"  # type: ignore[operator]


def test_fields_hold_dates() -> None:
    """A moment is no date: its hours would be lost in writing."""
    moment = dt.datetime(2026, 5, 1, 10, tzinfo=dt.UTC)
    with pytest.raises(InvalidValue, match=r"write \.date\(\) behind a datetime"):
        _ = sr.where("due") >= moment


def test_bounds_of_two_kinds() -> None:
    """A range lies between values of one kind."""
    with pytest.raises(InvalidValue, match="cannot be compared"):
        sr.where("amount").between(1, sr.money("5 RUB"))
