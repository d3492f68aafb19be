"""The very second, day and kopeck at which a rule turns."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

import salesreg as sr
from salesreg.evaluate.tables import Event, Worked
from tests.evaluate.scene import (
    at,
    deal,
    department,
    faults,
    happened,
    judged,
    one,
    paid,
    pipeline,
    values,
    went,
)
from tests.evaluate.test_pay import ATTAINMENT, COMMISSION, paying, row_of

NEW = went("03-02 10:00 new")
CALLED = sr.activity_done("call")


def call(moment: str) -> Event:
    """Return a call."""
    return happened(moment, "activity", "call")


def test_answer_in_the_second_of_the_loss_counts() -> None:
    """Who is answered in the second of being lost was answered."""
    rule = department(
        pipeline(
            deadlines=[sr.deadline("deal_created", limit="2 h working", stops=[CALLED])]
        )
    )
    rows = (went("03-02 10:00 new", "03-02 11:00 lost"), call("03-02 11:00"))
    assert "met" == one(judged(rule, deal(), *rows).table("deadlines")).status


def test_move_back_passes_no_gate() -> None:
    """A stage that stands earlier is entered without what the later one asks."""
    late = (
        sr.part()
        .field("note", title="Note")
        .stage(
            "late",
            title="Late",
            required_fields=["note"],
            transitions=["work", "later"],
        )
        .stage("later", title="Later", transitions=["work"])
    )
    rule = department(pipeline(transitions=["late"]), late)
    for to, expected in (("work", []), ("later", ["field"])):
        moves = went("03-02 10:00 new", "03-02 11:00 late", f"03-02 12:00 {to}")
        assert expected == faults(judged(rule, deal(), moves).table("moves"), "rule")


@pytest.mark.parametrize(
    ("calls", "end", "expected"),
    [
        (("03-02 11:00", "03-02 12:00"), "03-02 15:00 work", []),
        (("03-02 11:00", "03-02 11:59"), "03-02 15:00 work", ["too_soon"]),
        (("03-02 11:00",), "03-03 18:00 work", []),
        (("03-02 11:00",), "03-04 09:00 work", ["too_slow"]),
        (("03-02 10:00", "03-02 15:00"), "03-02 15:00 lost", []),
    ],
)
def test_attempts_at_their_bounds(
    calls: tuple[str, ...], end: str, expected: list[str]
) -> None:
    """A full pause is enough, the last second of the time is in time, ends count."""
    rule = department(
        pipeline(
            attempts=sr.attempts(least=2, within="1 business day", pause="1 h working")
        )
    )
    moves = went("03-02 10:00 new", end)
    found = judged(rule, deal(), moves, tuple(map(call, calls))).table("attempts")
    assert expected == faults(found, "fault")


def test_touch_in_the_last_second_keeps_the_client() -> None:
    """What is done when the clock falls due, or when the tenure ends, still counts."""
    part = sr.part().ownership(
        "touch", title="Touch", window="1 business day", without=CALLED, then="pool"
    )
    rule = department(part, pipeline())
    owner = happened("03-02 10:00", "owner", "ann")
    rows = (NEW, owner, call("03-03 18:00"))
    row = one(judged(rule, deal(), *rows, now="03-04 10:00").table("tenures"))
    assert ("kept", at("03-03 18:00")) == values(row, "status", "last_at")
    rows = (NEW, owner, call("03-02 12:00"), happened("03-02 12:00", "owner", "bob"))
    first = judged(rule, deal(), *rows, now="03-02 13:00").table("tenures")[0]
    assert at("03-02 12:00") == values(first, "last_at")[0]


@pytest.mark.parametrize(
    ("pooled", "status"), [("03-03 18:00", "kept"), ("03-03 18:01", "late")]
)
def test_nobody_has_a_deal_in_the_pool(pooled: str, status: str) -> None:
    """An owner event that names nobody ends a tenure, and no other one starts."""
    part = sr.part().ownership(
        "touch", title="Touch", window="1 business day", without=CALLED, then="pool"
    )
    answered = sr.deadline("deal_created", limit="1 h", stops=["owner_assigned"])
    rule = department(part, pipeline(deadlines=[answered]))
    owner = happened("03-02 10:30", "owner", "ann")
    gone = happened(pooled, "owner", None)
    found = judged(rule, deal(), NEW, owner, gone, now="03-20 10:00")
    row = one(found.table("tenures"))
    assert (status, at(pooled)) == values(row, "status", "until")
    early = happened("03-02 10:10", "owner", None)
    found = judged(rule, deal(), NEW, early, owner, now="03-20 10:00")
    assert [at("03-02 10:30")] == [
        values(row, "answered_at")[0] for row in found.table("deadlines")
    ]


@pytest.mark.parametrize(("done", "levels"), [("13:00", []), ("13:01", [1])])
def test_what_is_done_when_due_is_not_told(done: str, levels: list[int]) -> None:
    """Nobody is told of what was done in the second in which it fell due."""
    part = sr.part().escalation(
        "slow",
        title="Slow",
        trigger="deal_created",
        stops=[CALLED],
        levels=[sr.escalation_level("head", after="3 h working")],
    )
    # Lunch is from 13:00 to 14:00, so three hours from 10:00 end with the morning.
    rows = (NEW, call(f"03-02 {done}"))
    found = judged(department(part, pipeline()), deal(), *rows).table("escalations")
    assert levels == faults(found, "level")


def test_next_step_is_stale_from_its_second_on() -> None:
    """A deal without a step belongs elsewhere from the due moment on."""
    part = (
        sr.part()
        .field("next", title="Next", type="date")
        .next_step(field="next", after="1 business day", otherwise="lost")
    )
    rule = department(part, pipeline())
    for now, expected in (("03-03 17:59", "none"), ("03-03 18:00", "stale")):
        found = judged(rule, deal(), NEW, now=now).table("next_steps")
        assert expected == one(found).fault  # type: ignore[attr-defined]


def test_budget_and_span_at_their_bounds() -> None:
    """The most is still kept; a day that is not over is not judged."""
    part = sr.part().budget(
        "calls", title="Calls", activity="call", roles=["clerk"], most="90 min"
    )
    rule = department(part, pipeline())

    def statuses(now: str, minutes: int) -> list[object]:
        spent = Worked(
            person="ann", activity="call", start=at("03-02 10:00"), minutes=minutes
        )
        return faults(judged(rule, deal(), spent, now=now).table("budgets"), "status")

    assert ["kept"] == statuses("03-03 00:00", 90)
    assert ["over"] == statuses("03-03 00:00", 91)
    assert [] == statuses("03-02 23:59", 91)


CASH = sr.aggregate("amount", of="payments", event=sr.payment("received"))


def test_target_and_last_day() -> None:
    """What is just reached is reached; the last day of a goal is not over."""
    part = (
        sr.part()
        .kpi(
            "cash",
            title="Cash",
            formula=CASH,
            unit="RUB",
            direction="up",
            target="100 RUB",
            period="month",
        )
        .goal("more", title="More", kpi="cash", target="101 RUB", period="2026-03")
    )
    rule = department(part, pipeline())
    rows = (deal(), paid("03-31 23:59", "100"))
    found = judged(rule, *rows, now="03-31 23:59")
    assert [True] == faults(found.table("kpis"), "reached")
    assert ["behind"] == faults(found.table("progress"), "status")
    over = judged(rule, *rows, now="04-01 00:00")
    assert ["missed"] == faults(over.table("progress"), "status")


def test_deal_of_the_last_second_is_in_the_period() -> None:
    """The end of a period takes every deal up to its last second."""
    part = sr.part().kpi(
        "open",
        title="Open",
        formula=sr.count(event=sr.period_ends("month")),
        unit="deals",
    )
    last = at("03-31 23:59").replace(second=59)
    rows = (deal("03-02 10:00"), type(deal())(deal="z", created_at=last))
    found = judged(department(part, pipeline()), *rows, now="04-10 12:00").table("kpis")
    assert [Decimal(2), Decimal(2)] == faults(found, "value")


def test_band_of_a_gate_excludes_its_end() -> None:
    """A result at the end of a band is outside of it."""
    for end, expected in (("1 deals", "0.00"), ("2 deals", "6000.00")):
        gate = sr.gate(kpi="count", band=sr.band(end=end))
        rule = paying(sr.incentive("a", **ATTAINMENT, gates=[gate]))
        assert Decimal(expected) == row_of(rule, paid("03-10 10:00", "100000")).paid


def test_refund_in_the_last_second_is_taken() -> None:
    """A refund when the time ends lowers the result; a minute later it does not."""
    clawback: Any = sr.clawback(
        trigger=sr.payment("refunded"),
        within="2 h working",
        share="100%",
        takes="result",
        netting="same_period",
    )
    rule = paying(COMMISSION, clawback=clawback)
    for moment, expected in (("03-10 12:00", "500.00"), ("03-10 12:01", "1000.00")):
        rows = (
            paid("03-10 10:00", "10000"),
            paid(moment, "5000", state="refunded"),
        )
        assert Decimal(expected) == row_of(rule, *rows).paid


def test_days_are_those_of_the_zone() -> None:
    """A moment after midnight in Moscow belongs to the new day, not to that of UTC."""
    part = sr.part().kpi(
        "new", title="New", formula=sr.count(), unit="deals", period="day"
    )
    born = dt.datetime(2026, 3, 2, 22, 30, tzinfo=dt.UTC)
    made = type(deal())(deal="d", created_at=born)
    found = judged(department(part, pipeline()), made, now="03-03 12:00").table("kpis")
    assert [dt.date(2026, 3, 3)] == faults(found, "start")
