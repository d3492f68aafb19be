"""Conditions hold for the facts they describe."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesreg.errors import InvalidValue
from salesreg.testing import instances
from salesreg.values.amounts import Money, Percent, money, percent
from salesreg.values.condition import (
    AllOf,
    AnyOf,
    Condition,
    DateBounds,
    Filled,
    Flag,
    Is,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
    Within,
)
from salesreg.values.facts import fields, holds
from salesreg.values.times import duration
from tests.values.offices import at, day, russian

COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "at_least": operator.ge,
    "above": operator.gt,
    "at_most": operator.le,
    "below": operator.lt,
    "equals": operator.eq,
}
FEW = st.integers(-2, 2)


@pytest.mark.parametrize("bound", COMPARISONS)
@given(fact=FEW, limit=FEW)
def test_one_bound(bound: str, fact: int, limit: int) -> None:
    """A bound of any kind compares as its name says."""
    expected = COMPARISONS[bound](fact, limit)
    epoch = day("2026-05-15").toordinal()
    pairs: list[tuple[Condition, object]] = [
        (NumberBounds(field="x", **{bound: Decimal(limit)}), fact),
        (NumberBounds(field="x", **{bound: Decimal(limit)}), Decimal(f"{fact}.00")),
        (MoneyBounds(field="x", **{bound: money(limit, "RUB")}), money(fact, "RUB")),
        (PercentBounds(field="x", **{bound: percent(limit)}), percent(fact)),
        (
            DateBounds(field="x", **{bound: dt.date.fromordinal(epoch + limit)}),
            dt.date.fromordinal(epoch + fact),
        ),
    ]
    for condition, value in pairs:
        assert expected == holds(condition, {"x": value})


@given(FEW, FEW, FEW)
def test_bounds_hold_together(fact: int, low: int, high: int) -> None:
    """Two bounds are a half-open range."""
    rule = NumberBounds(field="x", at_least=Decimal(low), below=Decimal(high))
    assert (low <= fact < high) == holds(rule, {"x": fact})


@pytest.mark.parametrize(
    ("condition", "fact", "expected"),
    [
        (Is(field="x", values=("site", "mail")), "mail", True),
        (Is(field="x", values=("site", "mail")), "Mail", False),
        (Flag(field="x"), True, True),
        (Flag(field="x"), False, False),
        (Flag(field="x", value=False), False, True),
        (Filled(field="x"), 0, True),
        (Filled(field="x"), False, True),
        (Filled(field="x", value=False), 0, False),
        # Another currency satisfies no bound, not even a negative one.
        (MoneyBounds(field="x", below=money("5 RUB")), money("1 USD"), False),
        (MoneyBounds(field="x", at_least=money("5 RUB")), money("9 USD"), False),
        # Without a bound, any value will do.
        (MoneyBounds(field="x"), money("1 USD"), True),
        (DateBounds(field="x", equals=day("2026-05-15")), at("2026-05-15 23:00"), True),
    ],
)
def test_leaves(condition: Condition, fact: object, expected: bool) -> None:
    """A condition about one field looks at its value."""
    assert expected == holds(condition, {"x": fact})


LEAVES: tuple[Condition, ...] = (
    Is(field="x", values=("site",)),
    Flag(field="x"),
    Flag(field="x", value=False),
    NumberBounds(field="x"),
    NumberBounds(field="x", below=Decimal(1)),
    MoneyBounds(field="x"),
    PercentBounds(field="x"),
    DateBounds(field="x"),
    Within(field="x", duration=duration("1 day")),
)


@pytest.mark.parametrize("leaf", LEAVES)
@pytest.mark.parametrize("facts", [{}, {"x": None}, {"x": ""}])
def test_no_value(leaf: Condition, facts: dict[str, object]) -> None:
    """A field without a value satisfies nothing but its negation and emptiness."""
    assert not holds(leaf, facts)
    assert holds(~leaf, facts)
    assert holds(Filled(field="x", value=False), facts)
    assert not holds(Filled(field="x"), facts)


@pytest.mark.parametrize(
    ("leaf", "fact", "expected"),
    [
        (LEAVES[0], 5, "field 'x' must hold a text, got 5 (int)"),
        (LEAVES[1], 1, "field 'x' must hold true or false, got 1 (int)"),
        (LEAVES[3], "5", "field 'x' must hold an int or a finite Decimal, got '5'"),
        (LEAVES[3], 1.5, "field 'x' must hold an int or a finite Decimal, got 1.5"),
        (LEAVES[3], True, "field 'x' must hold an int or a finite Decimal, got true"),
        (LEAVES[3], Decimal("NaN"), "must hold an int or a finite Decimal"),
        (LEAVES[5], 5, "field 'x' must hold money, got 5 (int)"),
        (LEAVES[6], 5, "field 'x' must hold a percentage, got 5 (int)"),
        (LEAVES[7], "2026-05-15", "field 'x' must hold a date, got '2026-05-15'"),
        (LEAVES[8], "2026-05-15", "field 'x' must hold a date, got '2026-05-15'"),
    ],
)
def test_a_value_of_another_type(leaf: Condition, fact: object, expected: str) -> None:
    """Facts are never converted: a value of another type is refused by name."""
    with pytest.raises(InvalidValue) as caught:
        holds(leaf, {"x": fact}, day("2026-05-15"))
    assert expected in str(caught.value)
    assert "wrong-fact" == caught.value.problems[0].code


# --- how long ago ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "fact", "expected"),
    [
        ("2 days", "2026-05-13", True),
        ("2 days", "2026-05-12", False),
        ("2 days", "2026-05-15", True),
        ("2 days", "2026-05-16", False),  # not ago at all
        ("1 month", "2026-04-15", True),
        ("1 month", "2026-04-14", False),
        ("2 business days", "2026-05-13", True),
        ("2 business days", "2026-05-12", False),
        ("5 business days", "2026-05-07", True),  # over a weekend with a holiday
        ("5 business days", "2026-05-06", False),
    ],
)
def test_days_ago(length: str, fact: str, expected: bool) -> None:
    """Days and longer compare dates."""
    rule = Within(field="x", duration=duration(length))
    now = day("2026-05-15")
    assert expected == holds(rule, {"x": day(fact)}, now, russian())
    assert expected == holds(rule, {"x": at(f"{fact} 12:00")}, now, russian())


@pytest.mark.parametrize(
    ("length", "fact", "expected"),
    [
        ("2 h", "2026-05-15 10:00", True),
        ("2 h", "2026-05-15 09:59", False),
        ("2 h", "2026-05-15 12:01", False),
        ("4 h working", "2026-05-14 17:00", True),
        ("4 h working", "2026-05-14 16:59", False),
    ],
)
def test_hours_ago(length: str, fact: str, expected: bool) -> None:
    """Minutes and hours compare moments, on the clock of the duration."""
    rule = Within(field="x", duration=duration(length))
    now = at("2026-05-15 12:00")
    assert expected == holds(rule, {"x": at(fact)}, now, russian())


@pytest.mark.parametrize(
    ("length", "now", "expected"),
    [
        ("1 day", None, "give now"),
        ("2 h", day("2026-05-15"), "needs a datetime, got the date 2026-05-15"),
        ("2 h working", at("2026-05-15 12:00"), "give calendar"),
    ],
)
def test_what_ago_needs(length: str, now: dt.date | None, expected: str) -> None:
    """What `Within` is seen from must be given."""
    rule = Within(field="x", duration=duration(length))
    with pytest.raises(InvalidValue, match=expected):
        holds(rule, {"x": at("2026-05-15 11:00")}, now)


def test_hours_ago_need_a_moment() -> None:
    """A date is too coarse for hours."""
    rule = Within(field="x", duration=duration("2 h"))
    with pytest.raises(InvalidValue, match="must hold a datetime"):
        holds(rule, {"x": day("2026-05-15")}, at("2026-05-15 12:00"))


# --- nesting ---------------------------------------------------------------------

NAMES = ("a", "b", "c")
nested = st.recursive(
    instances(Flag, field=st.sampled_from(NAMES)),
    lambda inner: st.one_of(
        instances(AllOf, of=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        instances(AnyOf, of=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        instances(Not, of=inner),
    ),
    max_leaves=12,
)


def plainly(condition: Condition, facts: dict[str, object]) -> bool:
    """Return the same by recursion."""
    match condition:
        case AllOf():
            return all(plainly(part, facts) for part in condition.of)
        case AnyOf():
            return any(plainly(part, facts) for part in condition.of)
        case Not():
            return not plainly(condition.of, facts)
        case Flag():
            return facts.get(condition.field) is condition.value
        case _:
            raise AssertionError(condition)


@given(nested, st.dictionaries(st.sampled_from(NAMES), st.booleans()))
def test_groups(condition: Condition, facts: dict[str, object]) -> None:
    """Groups hold as a recursion over them says."""
    assert plainly(condition, facts) == holds(condition, facts)


@given(nested, nested, st.dictionaries(st.sampled_from(NAMES), st.booleans()))
def test_operators(a: Condition, b: Condition, facts: dict[str, object]) -> None:
    """`&`, `|` and `~` mean and, or and not."""
    left, right = holds(a, facts), holds(b, facts)
    assert (left and right) == holds(a & b, facts)
    assert (left or right) == holds(a | b, facts)
    assert (not left) == holds(~a, facts)


def test_groups_look_no_further_than_they_must() -> None:
    """What is decided on the left is not asked on the right."""
    wrong = Flag(field="text")
    facts = {"text": "yes", "no": False}
    assert not holds(Flag(field="no") & wrong, facts)
    assert holds(~Flag(field="no") | wrong, facts)
    with pytest.raises(InvalidValue):
        holds(wrong & Flag(field="no"), facts)


def test_deep_nesting() -> None:
    """Ten thousand levels are no more than ten thousand steps."""
    condition: Condition = Flag(field="x")
    for level in range(10_000):
        match level % 3:
            case 0:
                condition = Not(of=condition)
            case 1:
                condition = AllOf(of=(condition,))
            case _:
                condition = AnyOf(of=(Flag(field="y"), condition))
    negations = len(range(0, 10_000, 3))
    assert (negations % 2 == 0) == holds(condition, {"x": True, "y": False})
    assert ("y", "x") == fields(condition)


def test_fields() -> None:
    """Every field is named once, in the order in which it is read."""
    condition = AllOf(
        of=(
            AnyOf(of=(Filled(field="b"), Not(of=Filled(field="a")))),
            MoneyBounds(field="b"),
            Within(field="c", duration=duration("1 day")),
        )
    )
    assert ("b", "a", "c") == fields(condition)


def test_equal_amounts() -> None:
    """A number keeps its value however it is written."""
    assert Money(Decimal("1.0"), "RUB") == Money(Decimal(1), "RUB")
    assert holds(
        PercentBounds(field="x", equals=Percent(Decimal("5.00"))), {"x": percent(5)}
    )
