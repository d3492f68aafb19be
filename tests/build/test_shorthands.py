"""What a person may write, and that nothing else is taken in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest

from salesreg.build import _pieces as sr
from salesreg.build.given import Given
from salesreg.model.people import Role
from salesreg.model.process import Criterion, Stage, TimeNorm, Transition
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.condition import Flag
from salesreg.values.deadline import ByDay, In, SameDay
from salesreg.values.event import DealCreated, Happens, StageEntered
from salesreg.values.scale import Scale, Tier
from salesreg.values.times import Duration

MANAGER = sr.role("manager", title="Manager")


def moves() -> Iterator[str]:
    """Yield the keys of two stages."""
    yield from ("won", "lost")


@pytest.mark.parametrize(
    ("written", "field", "expected"),
    [
        # Values by their written form, or as they are.
        (sr.step("s", title="S", limit="2 h"), "limit", Duration(2, "hour")),
        (sr.step("s", title="S", limit=Duration(5)), "limit", Duration(5)),
        (
            sr.stage("s", title="S", probability="35%"),
            "probability",
            Percent(Decimal(35)),
        ),
        (sr.draw("90 000 RUB"), "amount", Money(Decimal(90000))),
        (sr.draw(Money(Decimal(5), "USD")), "amount", Money(Decimal(5), "USD")),
        (
            sr.kpi("k", title="K", target="12 deals"),
            "target",
            Quantity.parse("12 deals"),
        ),
        (
            sr.kpi("k", title="K", target=Percent(Decimal(70))),
            "target",
            Quantity.parse("70%"),
        ),
        (
            sr.kpi("k", title="K", most=Money(Decimal(9))),
            "most",
            Quantity.parse("9 RUB"),
        ),
        (sr.constant(3), "value", Decimal(3)),
        (sr.constant("3.5"), "value", Decimal("3.5")),
        (sr.constant(Decimal("1E+2")), "value", Decimal(100)),
        (sr.task("T", due="2026-01-31"), "due", dt.date(2026, 1, 31)),
        (sr.task("T", due=dt.date(2026, 1, 31)), "due", dt.date(2026, 1, 31)),
        # Lists, tuples, generators.
        (sr.scope(units=("a", "b")), "units", ("a", "b")),
        (
            sr.stage("s", title="S", transitions=moves()),
            "transitions",
            (Transition(to="won"), Transition(to="lost")),
        ),
        (
            sr.work_days("fri-mon", window="10:00-20:00"),
            "days",
            ("friday", "saturday", "sunday", "monday"),
        ),
        (
            sr.work_days("mon, wednesday", window="10:00-20:00"),
            "days",
            ("monday", "wednesday"),
        ),
        # A record by the one field that must be given.
        (
            sr.stage("s", title="S", norm="2 h"),
            "norm",
            TimeNorm(limit=Duration(2, "hour")),
        ),
        (
            sr.stage("s", title="S", entry=["Paid", sr.criterion("Signed")]),
            "entry",
            (Criterion(text="Paid"), Criterion(text="Signed")),
        ),
        (
            sr.stage("s", title="S", entry=[{"text": "Paid"}]),
            "entry",
            (Criterion(text="Paid"),),
        ),
        # One of several records: the first, or the name of a kind.
        (
            sr.clawback("the client leaves"),
            "trigger",
            Happens(title="the client leaves"),
        ),
        (sr.clawback("deal_created"), "trigger", DealCreated()),
        (sr.clawback(sr.stage_entered("lost")), "trigger", StageEntered(stage="lost")),
        (
            sr.clawback({"kind": "stage_entered", "stage": "lost"}),
            "trigger",
            StageEntered(stage="lost"),
        ),
        (
            sr.deadline("x", limit="15 min working"),
            "limit",
            In(duration=Duration(15, working=True)),
        ),
        (sr.deadline("x", limit="same_day"), "limit", SameDay()),
        (sr.deadline("x", limit=sr.by_day(5)), "limit", ByDay(day=5)),
        (
            sr.incentive("i", title="I", scale=[sr.tier("0%", rate="5%")]),
            "scale",
            Scale(tiers=(Tier(start=Quantity.parse("0%"), rate=Percent(Decimal(5))),)),
        ),
        (
            sr.criterion("x", condition=Flag(field="paid")),
            "condition",
            Flag(field="paid"),
        ),
        # A reference by the thing itself.
        (sr.step("s", title="S", role=MANAGER), "role", "manager"),
        (
            sr.scope(applies_to=[MANAGER, MANAGER.build(), "head"]),
            "applies_to",
            ("manager", "manager", "head"),
        ),
        (sr.transition(Stage(key="won", title="Won")), "to", "won"),
    ],
)
def test_shorthand(written: Given[object], field: str, expected: object) -> None:
    """A shorthand gives the same as the full form."""
    assert expected == getattr(written.build(), field)


FLOAT = "a float is not exact; write it as text"
UNIT = "write it as text, with its unit"
EMPTY = "leave the field out when there is nothing to list"
WHOLE = "write it without a fraction"
PORTFOLIO = "its fields are least, most, territories, segments, condition, text"


@pytest.mark.parametrize(
    ("written", "path", "hint"),
    [
        (sr.draw(0.5), "/amount", FLOAT),  # type: ignore[arg-type]
        (sr.draw(90000), "/amount", UNIT),  # type: ignore[arg-type]
        (sr.constant(3.5), "/value", FLOAT),  # type: ignore[arg-type]
        (sr.constant(value=True), "/value", None),
        (sr.constant(Decimal("NaN")), "/value", None),
        (sr.split_share("a", share=0.3), "/share", FLOAT),  # type: ignore[arg-type]
        (sr.split_share("a", share=30), "/share", UNIT),  # type: ignore[arg-type]
        (sr.scope(units="Moscow"), "/units", "put it in a list: ['Moscow']"),
        (sr.scope(units={"Moscow"}), "/units", "a set has no order; write a list"),
        (sr.scope(units={"Moscow": 1}), "/units", None),
        (sr.scope(units=None), "/units", EMPTY),  # type: ignore[arg-type]
        (sr.work_days("mon-fry", window="9:00"), "/days", "did you mean 'friday'?"),
        (sr.task("T", due=dt.datetime(2026, 1, 31, tzinfo=dt.UTC)), "/due", None),
        (sr.step("s", title="S", role=sr.tool("crm", title="CRM")), "/role", None),  # type: ignore[arg-type]
        (sr.step("s", title=MANAGER), "/title", None),  # type: ignore[arg-type]
        (sr.role("m", title="M", duties=[5]), "/duties/0/text", "put it in quotes"),  # type: ignore[list-item]
        (sr.role("m", title="M", headcount=2.0), "/headcount", WHOLE),  # type: ignore[arg-type]
        (sr.clawback("payment"), "/trigger", None),
        (sr.role("m", title="M", portfolio="ten"), "/portfolio", PORTFOLIO),  # type: ignore[arg-type]
        (sr.role("m", title="M", duties=[Role(key="a", title="A")]), "/duties/0", None),  # type: ignore[list-item]
    ],
)
def test_nothing_else_is_taken(
    written: Given[object], path: str, hint: str | None
) -> None:
    """What no rule covers is a problem at its path, with a hint where one helps."""
    problem = written.problems()[0]
    assert (path, hint) == (problem.path, problem.hint)
