"""Rules that never fire, and leads that nobody takes: the boundary cases."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesreg.checks.examples import alone
from salesreg.model.ownership import Routing, RoutingRule
from salesreg.model.process import (
    Branch,
    Criterion,
    Field,
    Grade,
    Procedure,
    Qualification,
    Stage,
    Step,
)
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import Condition, Flag, Is, Not
from salesreg.values.where import where
from tests.checks.base import run

FIELDS = (
    Field(key="seats", title="Seats", type="number"),
    Field(key="amount", title="Amount", type="money"),
    Field(key="margin", title="Margin", type="percent"),
    Field(key="city", title="City", type="choice", choices=("Perm", "Omsk")),
    Field(key="note", title="Note"),
    Field(key="urgent", title="Urgent", type="flag"),
    Field(key="close", title="Close", type="date"),
)
SEATS, AMOUNT, MARGIN = where("seats"), where("amount"), where("margin")
CITY, NOTE, CLOSE = where("city"), where("note"), where("close")
URGENT = Flag(field="urgent")


def having(**things: object) -> Regulation:
    """Return a regulation with the fields above and some things."""
    regulation = alone("{}").replace("/fields", FIELDS)
    for name, value in things.items():
        regulation = regulation.replace(f"/{name}", value)
    return regulation


def routed(*whens: Condition | None, stop: bool = True) -> Regulation:
    """Return a regulation with one routing without a fallback."""
    rules = tuple(
        RoutingRule(title=f"Rule {number}", when=when, stop=stop)
        for number, when in enumerate(whens, 1)
    )
    return having(routings=(Routing(key="r", title="Routing", rules=rules),))


def paths(regulation: Regulation, code: str) -> list[str]:
    """Return where a check finds something."""
    return [one.path for one in run(regulation, code)]


RULES = "/routings/0/rules"


def rub(amount: int) -> Money:
    """Return roubles."""
    return Money(Decimal(amount), "RUB")


def pct(points: int) -> Percent:
    """Return a percentage."""
    return Percent(Decimal(points))


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        # After a rule for everything nothing fires, not even another such rule.
        ((None, URGENT, None), [f"{RULES}/1", f"{RULES}/2"]),
        # A last rule for everything is a safety net, though nothing is left to it.
        ((URGENT, Not(of=URGENT), None), []),
        ((URGENT, ~URGENT, SEATS > 5), [f"{RULES}/2"]),
        # A flag that is not set is neither yes nor no.
        ((URGENT, Flag(field="urgent", value=False), SEATS > 5), []),
        ((SEATS > 5, (SEATS > 7) & (NOTE == "a")), [f"{RULES}/1"]),
        ((SEATS > 7, SEATS > 5), []),
        ((CITY.is_in("Perm", "Omsk"), CITY.filled()), [f"{RULES}/1"]),
        ((NOTE.is_in("Perm", "Omsk"), NOTE.filled()), []),
        # What can never fire takes nothing from those after it.
        (((SEATS > 5) & (SEATS < 5), SEATS > 5), [f"{RULES}/0/when"]),
        ((CITY == "Tula", SEATS > 5), [f"{RULES}/0/when"]),
        ((SEATS > 5, SEATS > 7, SEATS > 6), [f"{RULES}/1", f"{RULES}/2"]),
    ],
)
def test_order(whens: tuple[Condition | None, ...], expected: list[str]) -> None:
    """A rule that fires for nobody is found where it stands."""
    assert expected == paths(routed(*whens), "PRC11")


def test_rules_that_go_on() -> None:
    """A rule after which the search goes on takes nothing away."""
    assert [] == paths(routed(None, SEATS > 5, SEATS > 7, stop=False), "PRC11")


def test_named_together() -> None:
    """Of the earlier rules only those are named that are needed."""
    (found,) = run(
        routed(NOTE == "a", SEATS < 9, URGENT, SEATS > 5, SEATS.between(3, 20)),
        "PRC11",
    )
    assert [f"{RULES}/1", f"{RULES}/3"] == [one.path for one in found.also]
    assert "“Rule 2” and “Rule 4”, which come first, together" in found.message


def test_branches() -> None:
    """Branches are rules in order; one that only says in words when is none."""
    steps = (
        Step(
            key="a",
            title="Ask",
            branches=(
                Branch(to="b", text="Usually"),
                Branch(to="b", when=SEATS > 5),
                Branch(to="nowhere", when=SEATS > 7),
            ),
        ),
        Step(key="b", title="Answer"),
    )
    regulation = having(procedures=(Procedure(key="p", title="P", steps=steps),))
    (found,) = run(regulation, "PRC11")
    assert "/procedures/0/steps/0/branches/2" == found.path
    assert found.message.startswith("`nowhere` never fires: “Answer”, which")


def test_any_condition() -> None:
    """A condition that contradicts itself is found wherever it stands, once."""
    never = (SEATS > 5) & ((SEATS < 3) | (AMOUNT < rub(5)) & (AMOUNT > rub(5)))
    (found,) = run(having(stages=(left_when(~(~never)),)), "PRC11")
    assert "/stages/0/exit/0/condition" == found.path
    deep: Condition = never
    for _ in range(200):
        deep = Not(of=Not(of=deep))
    (found,) = run(having(stages=(left_when(deep),)), "PRC11")
    assert found.message.endswith("its parts contradict one another")


def left_when(condition: Condition) -> Stage:
    """Return a stage with one criterion to leave it."""
    criterion = Criterion(text="Never", condition=condition)
    return Stage(key="s", title="S", exit=(criterion,))


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        ((SEATS < 50, SEATS > 50), "“Seats” exactly 50"),
        ((SEATS <= 49, SEATS >= 50), None),
        ((SEATS <= 49, SEATS >= Decimal("49.5")), "“Seats” exactly 49.25"),
        ((SEATS.between(10, 50), SEATS >= 50), "“Seats” exactly 1"),
        # One seat is the least there is, and below zero there are none.
        ((SEATS.between(1, 50), SEATS >= 50), None),
        ((SEATS.between(-5, 50), SEATS >= 50), "“Seats” exactly -6"),
        ((AMOUNT < rub(50), AMOUNT > rub(50)), "“Amount” exactly RUB\u00a050"),
        ((AMOUNT < rub(50), AMOUNT >= rub(50)), None),
        ((MARGIN < pct(30), MARGIN.between(pct(30), pct(100))), None),
        ((MARGIN < pct(30),), "“Margin” exactly 30%"),
        ((CITY == "Perm", CITY == "Omsk"), None),
        ((CITY == "Perm",), "“City” is “Omsk”"),
        ((URGENT, Flag(field="urgent", value=False)), None),
        # A condition that asks whether a field is empty makes emptiness usual.
        ((CITY == "Perm", CITY == "Omsk", URGENT & CITY.filled()), "“City” is empty"),
        # Nothing is claimed of fields that are not defined or hold other things.
        ((where("colour") == "red",), None),
        ((NOTE > 5,), None),
        # A rule for everything.
        ((CITY == "Perm", None), None),
    ],
)
def test_uncovered(whens: tuple[Condition | None, ...], expected: str | None) -> None:
    """A lead that no rule takes is told, when it is an ordinary one."""
    found = run(routed(*whens), "PRC14")
    assert [expected is not None] == [bool(found)]
    if expected is not None:
        assert expected in found[0].message


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ((SEATS > 50, SEATS <= 50), 0),
        # A ladder: the higher class counts.
        ((SEATS >= 50, SEATS >= 10), 0),
        ((SEATS >= 50, (SEATS >= 10) & (SEATS <= 50)), 1),
        ((SEATS >= 50, SEATS >= 50), 1),
        ((SEATS >= 50, URGENT), 1),
        ((Is(field="city", values=("Perm",)), CITY == "Omsk"), 0),
    ],
)
def test_grades(grades: tuple[Condition, ...], expected: int) -> None:
    """Two classes hold one lead when neither is within the other."""
    made = tuple(
        Grade(key=f"g{at}", title=f"G{at}", condition=one)
        for at, one in enumerate(grades)
    )
    regulation = having(
        qualifications=(Qualification(key="q", title="Q", grades=made),)
    )
    assert expected == len(run(regulation, "PRC14"))


def test_many_rules() -> None:
    """Hundreds of rules are compared, and left alone when they are too many."""
    whens = [SEATS.between(number, number + 1) for number in range(1000)]
    assert [f"{RULES}/200"] == paths(routed(*whens[:200], SEATS == 77), "PRC11")
    assert [] == paths(routed(*whens, SEATS == 77), "PRC11")
