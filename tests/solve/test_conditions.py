"""Conditions are compared exactly, held against every deal of a grid and against z3."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.solve.cells import Domain
from salesreg.solve.comparison import Comparison
from salesreg.solve.conditions import implies, overlap, uncovered, witness
from salesreg.solve.search import TooHard
from salesreg.values.amounts import Money, Percent
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
from salesreg.values.times import Duration, duration
from salesreg.values.where import where

NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
FIRST = dt.date(2026, 1, 1)


def halves(low: int, high: int) -> list[Decimal]:
    """Return the numbers from low to high in steps of one half."""
    return [Decimal(number) / 2 for number in range(2 * low, 2 * high + 1)]


def ago(minutes: int) -> dt.datetime:
    """Return the moment so many minutes ago."""
    return NOW - dt.timedelta(minutes=minutes)


# Values of each field among which is one of every cell that the conditions below
# can cut, and the very examples that are given.
GRID: dict[str, list[object]] = {
    "seats": [None, *halves(-1, 4)],
    "amount": [
        None,
        *[Money(number, "RUB") for number in halves(-1, 3)],
        *[Money(number, "USD") for number in halves(0, 2)],
        Money(Decimal(1), "EUR"),
    ],
    "margin": [None, *map(Percent, halves(-1, 3))],
    "region": [None, "North", "South", "West", "?"],
    "urgent": [None, True, False],
    "close": [None, *[FIRST + dt.timedelta(days=n) for n in range(-1, 5)]],
    "touch": [None, *map(ago, (15, 45, 90, 600)), ago(-5)],
}
LENGTHS = [duration(text) for text in ("30 min", "1 h", "2 h")]
SIZES: dict[type[Any], st.SearchStrategy[Any]] = {
    NumberBounds: st.integers(0, 3).map(Decimal),
    PercentBounds: st.integers(0, 2).map(Decimal).map(Percent),
    DateBounds: st.integers(0, 3).map(lambda n: FIRST + dt.timedelta(days=n)),
    MoneyBounds: st.integers(0, 2).map(lambda n: Money(Decimal(n), "RUB"))
    | st.just(Money(Decimal(1), "USD")),
}
OF = {
    "seats": NumberBounds,
    "amount": MoneyBounds,
    "margin": PercentBounds,
    "close": DateBounds,
}


def leaves(field: str) -> st.SearchStrategy[Condition]:
    """Return conditions on one field."""
    filled = st.builds(Filled, field=st.just(field), value=st.booleans())
    if field == "region":
        words = st.lists(st.sampled_from(["North", "South", "West"]), min_size=1)
        return filled | words.map(lambda some: Is(field=field, values=tuple(some)))
    if field == "urgent":
        return filled | st.builds(Flag, field=st.just(field), value=st.booleans())
    if field == "touch":
        recent = st.sampled_from(LENGTHS)
        return filled | recent.map(lambda one: Within(field=field, duration=one))
    names = ("at_least", "above", "at_most", "below", "equals")
    size = SIZES[OF[field]]
    bounds = st.dictionaries(st.sampled_from(names), size, max_size=2)
    return filled | bounds.map(lambda some: OF[field](field=field, **some))


def conditions(names: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    """Return conditions over some fields."""
    return st.recursive(
        st.one_of([leaves(name) for name in names]),
        lambda inner: (
            st.builds(Not, of=inner)
            | st.lists(inner, min_size=1, max_size=3).map(
                lambda of: AllOf(of=tuple(of))
            )
            | st.lists(inner, min_size=1, max_size=3).map(
                lambda of: AnyOf(of=tuple(of))
            )
        ),
        max_leaves=8,
    )


three = st.permutations(sorted(GRID)).map(lambda names: tuple(names[:3]))


def deals(*used: Condition) -> Iterator[dict[str, object]]:
    """Yield every deal of the grid, so far as conditions look at it."""
    names = list(dict.fromkeys(name for one in used for name in fields(one)))
    for values in itertools.product(*(GRID[name] for name in names)):
        yield dict(zip(names, values, strict=True))


@settings(max_examples=150, deadline=None)
@given(three.flatmap(conditions))
def test_witness(condition: Condition) -> None:
    """There is a witness when a deal of the grid satisfies the condition.

    And what is said of the witness is enough: all such deals satisfy it.
    """
    found = witness(condition)
    every = list(deals(condition))
    assert any(holds(condition, deal, NOW) for deal in every) == bool(found)
    if found:
        said = AllOf(of=found.said) if found.said else None
        like = [deal for deal in every if said is None or holds(said, deal, NOW)]
        assert like
        assert all(holds(condition, deal, NOW) for deal in like)
        assert any(found.facts.items() <= deal.items() for deal in like)


@settings(max_examples=100, deadline=None)
@given(three.flatmap(lambda names: st.tuples(conditions(names), conditions(names))))
def test_pairs(pair: tuple[Condition, Condition]) -> None:
    """One implies, overlaps and covers as the deals of the grid say."""
    one, other = pair
    held = {
        (holds(one, deal, NOW), holds(other, deal, NOW)) for deal in deals(one, other)
    }
    assert ((True, False) not in held) == implies(one, other)
    assert ((True, True) in held) == bool(overlap(one, other))
    assert ((False, False) in held) == bool(uncovered([one, other]))
    assert ((False, True) in held) == bool(uncovered([one], within=other))


@settings(max_examples=100, deadline=None)
@given(conditions(("seats", "region")))
def test_domains(condition: Condition) -> None:
    """Given choices and whole numbers, other words and fractions are no deals."""
    domains = {
        "region": Domain(choices=("North", "South", "East")),
        "seats": Domain(whole=True),
    }
    grid = itertools.product([None, *map(Decimal, range(-1, 5))], [None, *REGIONS])
    expected = any(
        holds(condition, {"seats": seats, "region": region}) for seats, region in grid
    )
    assert expected == bool(witness(condition, domains))


REGIONS = ("North", "South", "East")


# --- against z3 -----------------------------------------------------------------

LARGE = tuple(f"seats-{n}" for n in range(6)) + tuple(f"region-{n}" for n in range(6))
WORDS = ("North", "South", "West")
names = st.sampled_from(LARGE)


@st.composite
def large_leaves(draw: st.DrawFn) -> Condition:
    """Return a condition on one of many fields."""
    name = draw(names)
    if draw(st.integers(0, 5)) == 0:
        return Filled(field=name, value=draw(st.booleans()))
    if name.startswith("region"):
        words = draw(st.sets(st.sampled_from(WORDS), min_size=1, max_size=2))
        return Is(field=name, values=tuple(sorted(words)))
    low = draw(st.integers(0, 20))
    high = low + draw(st.integers(0, 10))
    return NumberBounds(field=name, at_least=Decimal(low), below=Decimal(high))


large = st.recursive(
    large_leaves(),
    lambda inner: (
        st.builds(Not, of=inner)
        | st.lists(inner, min_size=2, max_size=5).map(lambda of: AllOf(of=tuple(of)))
        | st.lists(inner, min_size=2, max_size=5).map(lambda of: AnyOf(of=tuple(of)))
    ),
    max_leaves=25,
)


def in_z3(z3: Any, condition: Condition) -> Any:
    """Return a condition for z3: a number is real, a word one of four."""
    match condition:
        case AllOf():
            return z3.And([in_z3(z3, one) for one in condition.of])
        case AnyOf():
            return z3.Or([in_z3(z3, one) for one in condition.of])
        case Not():
            return z3.Not(in_z3(z3, condition.of))
        case Filled():
            return z3.Bool(f"{condition.field} filled") == condition.value
        case Is():
            word = z3.Int(condition.field)
            some = z3.Or([word == WORDS.index(value) for value in condition.values])
            return z3.And(z3.Bool(f"{condition.field} filled"), some)
        case NumberBounds():
            number = z3.Real(condition.field)
            assert condition.at_least is not None
            assert condition.below is not None
            low, high = int(condition.at_least), int(condition.below)
            return z3.And(
                z3.Bool(f"{condition.field} filled"), number >= low, number < high
            )
    raise AssertionError(condition)


@settings(max_examples=80, deadline=None)
@given(st.lists(large, min_size=1, max_size=6), st.lists(large, max_size=6))
def test_against_z3(hold: list[Condition], fail: list[Condition]) -> None:
    """A deal that satisfies some and not others is found when z3 finds one."""
    z3 = pytest.importorskip("z3")
    solver = z3.Solver()
    solver.add(*[in_z3(z3, one) for one in hold])
    solver.add(*[z3.Not(in_z3(z3, one)) for one in fail])
    count = len(hold)
    comparison = Comparison([*hold, *fail])
    found = comparison.find(range(count), range(count, count + len(fail)))
    assert (solver.check() == z3.sat) == bool(found)


# --- what examples say ----------------------------------------------------------


def recent(text: str) -> Condition:
    """Return that there was a touch within a duration."""
    return Within(field="touch", duration=duration(text))


@pytest.mark.parametrize(
    ("shorter", "longer", "expected"),
    [
        ("1 week", "7 days", True),
        ("7 days", "1 week", True),
        ("6 days", "1 week", True),
        ("8 days", "1 week", False),
        ("4 quarters", "1 year", True),
        ("90 min", "2 h", True),
        ("2 h", "90 min", False),
        # Nobody can tell, so nothing is claimed.
        ("28 days", "1 month", False),
        ("1 month", "31 days", False),
        ("1 h working", "2 h", False),
        ("1 business day", "2 days", False),
    ],
)
def test_recent(shorter: str, longer: str, expected: bool) -> None:
    """Within a duration is within a longer one of the same clock."""
    assert expected == implies(recent(shorter), recent(longer))


def test_whole() -> None:
    """Between whole numbers, and between days, there is nothing."""
    between = (where("x") > 10) & (where("x") < 11)
    days = (where("x") > FIRST) & (where("x") < FIRST + dt.timedelta(days=1))
    half = where("x") == Decimal("10.5")
    whole = {"x": Domain(whole=True)}
    assert [True, False, False, False] == [
        bool(found)
        for found in (
            witness(between),
            witness(between, whole),
            witness(half, whole),
            witness(days),
        )
    ]


def test_between() -> None:
    """Whole numbers are found between fractions, and kopecks between roubles."""
    number = (where("x") > Decimal("1.6")) & (where("x") < 3)
    found = witness(number, {"x": Domain(whole=True)})
    assert {"x": Decimal(2)} == (found and found.facts)
    one, two = (Money(Decimal(n), "RUB") for n in (1, 2))
    found = witness((where("x") > one) & (where("x") < two))
    assert {"x": Money(Decimal("1.5"), "RUB")} == (found and found.facts)
    share = [Percent(Decimal(n)) for n in (1, 2)]
    found = witness((where("x") > share[0]) & (where("x") < share[1]))
    assert {"x": Percent(Decimal("1.5"))} == (found and found.facts)
    # What is a number is no word.
    assert witness((where("x") > 1) & (where("x") == "North")) is None


def test_sure() -> None:
    """A deal is not sure when it hangs on the length of a month, or on the day."""
    assert witness(recent("1 day") & ~recent("1 h working")) == (
        {},
        (recent("1 day"), Filled(field="touch"), Not(of=recent("1 h working"))),
        False,
    )
    both = [
        Within(field=name, duration=Duration(1, "day"))
        & DateBounds(field=name, below=FIRST)
        for name in ("touch", "close")
    ]
    assert [True, True, False] == [
        bool(found and found.sure)
        for found in (witness(both[0]), witness(both[1]), overlap(both[0], both[1]))
    ]
    long_ago = witness(recent("1 day") & Within(field="x", duration=Duration(1, "day")))
    assert long_ago is not None
    assert long_ago.sure
    text_and_number = witness(AnyOf(of=(where("x") == "a", where("x") > 1)))
    assert text_and_number is not None
    assert not text_and_number.sure


def test_examples_are_exact() -> None:
    """An example lies in the narrowest gap that decimals can write."""
    low, high = Decimal("0.1"), Decimal("0.1000000000000000000000000000000000001")
    found = witness((where("x") > low) & (where("x") < high))
    assert {"x": Decimal("0.10000000000000000000000000000000000005")} == (
        found and found.facts
    )
    huge = Decimal("1E+999999")
    for condition in (where("x") > huge, where("x") < -huge, where("x") == huge):
        found = witness(condition)
        assert found is not None
        assert holds(condition, found.facts)
    assert witness(where("x") > dt.date.max) is None
    assert witness(where("x") < dt.date.min) is None


def test_facts() -> None:
    """An example says what its field holds, up to the ends of the calendar."""
    for value in (
        "North",
        Decimal(7),
        Percent(Decimal(5)),
        Money(Decimal(9), "EUR"),
        dt.date.min,
        dt.date.max,
    ):
        found = witness(where("x") == value)
        assert {"x": value} == (found and found.facts)
    for flag in (True, False):
        found = witness(Flag(field="x", value=flag))
        assert {"x": flag} == (found and found.facts)


def test_other_words() -> None:
    """A word that no condition names is a choice that is left, or a sign."""
    for words, choices, expected in (
        (("North",), (), "?"),
        (("?",), (), "??"),
        (("North",), ("North", "South", "West"), "South"),
    ):
        other = Filled(field="x") & Not(of=Is(field="x", values=words))
        found = witness(other, {"x": Domain(choices=choices)})
        assert {"x": expected} == (found and found.facts)
    assert found is not None
    assert (Is(field="x", values=("South",)),) == found.said
    unknown = witness(Filled(field="x") & Not(of=where("x") == "North"))
    assert unknown is not None
    assert not holds(unknown.said[0], {"x": "North"})
    assert not holds(unknown.said[0], {"x": None})


def test_currencies() -> None:
    """No sum is in two currencies; another one is in none that is named."""
    rouble, dollar = Money(Decimal(1), "RUB"), Money(Decimal(1), "USD")
    both = MoneyBounds(field="x", at_least=rouble, at_most=dollar)
    assert witness(both) is None
    other = Filled(field="x") & Not(of=MoneyBounds(field="x"))
    assert witness(other) is None
    left = Not(of=(where("x") > rouble) | (where("x") <= rouble)) & Filled(field="x")
    found = witness(left)
    assert {"x": dollar} == (found and found.facts)


def test_said() -> None:
    """What is said of a deal is said field by field, in their order."""
    seats, touched = where("seats") == 5, recent("1 day")
    day = where("touch") == FIRST
    found = witness(seats & touched & Filled(field="urgent", value=False))
    assert found is not None
    assert (seats, touched, Filled(field="urgent", value=False)) == found.said
    found = witness(seats & touched & day)
    assert found is not None
    assert (seats, day, touched) == found.said
    found = witness(AnyOf(of=(seats, Not(of=touched))) & touched)
    assert found is not None
    assert (seats, touched) == found.said


def test_domains_of_two() -> None:
    """What a field cannot hold is left aside when two conditions are compared."""
    domains = {"region": Domain(choices=("North", "South"))}
    elsewhere = Filled(field="region") & Not(of=where("region") == "North")
    south = where("region") == "South"
    assert [False, True] == [
        implies(elsewhere, south),
        implies(elsewhere, south, domains),
    ]
    assert [True, False] == [
        bool(overlap(elsewhere, Not(of=south))),
        bool(overlap(elsewhere, Not(of=south), domains)),
    ]


def test_not_asked() -> None:
    """Of a field that is not asked about nothing is said."""
    found = Comparison([recent("1 day"), where("seats") == 5]).find(hold=[1])
    assert found == ({"seats": Decimal(5)}, (where("seats") == 5,), True)


def test_nested_deep() -> None:
    """A condition nested a thousand deep is compared."""
    deep: Condition = where("seats") > 5
    for level in range(1_000):
        aside = Flag(field="urgent")
        deep = Not(of=AllOf(of=(deep, aside)) if level % 2 else Not(of=deep) | aside)
    found = witness(deep)
    assert found is not None
    assert holds(deep, {"seats": None, "urgent": None, **found.facts})
    assert implies(deep, deep)


def pigeons(count: int, holes: int) -> Condition:
    """Return that pigeons sit in holes, no two in one: each its own field."""
    words = tuple(f"hole {number}" for number in range(holes))
    fields_ = [f"pigeon-{number}" for number in range(count)]
    seated = [Is(field=name, values=words) for name in fields_]
    apart = [
        Not(of=(where(one) == word) & (where(other) == word))
        for word in words
        for one, other in itertools.combinations(fields_, 2)
    ]
    return AllOf(of=(*seated, *apart))


def test_too_hard() -> None:
    """A puzzle is solved or given up; what was given up is not asked again."""
    assert witness(pigeons(5, 5)) is not None
    assert witness(pigeons(5, 4)) is None
    with pytest.raises(TooHard):
        witness(pigeons(12, 11))
    comparison = Comparison([pigeons(12, 11), where("seats") > 5])
    for positions in ([0], [1]):
        with pytest.raises(TooHard):
            comparison.find(hold=positions)


def test_many_bounds() -> None:
    """Thousands of bounds on one field are compared or given up."""
    steps = [
        NumberBounds(field="seats", at_least=Decimal(n), below=Decimal(n + 1))
        for n in range(2000)
    ]
    found = uncovered(steps, within=where("seats") >= 0)
    assert found is not None
    assert {"seats": Decimal(2000)} == found.facts
    many = [where("seats") > number for number in range(50_000)]
    with pytest.raises(TooHard):
        uncovered(many)
