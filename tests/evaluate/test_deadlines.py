"""Deadlines are judged to the second, as rules 4 of the page on evaluation say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.tables import Event
from tests.evaluate.scene import (
    MOSCOW,
    at,
    deal,
    department,
    happened,
    judged,
    one,
    pipeline,
    records,
    values,
    went,
)


def answered(**more: Any) -> Any:
    """Return a regulation whose first stage wants a call within two hours."""
    rule: dict[str, Any] = {
        "trigger": "deal_created",
        "limit": "2 h working",
        "target": "15 min working",
        "stops": [sr.activity_done("call")],
        **more,
    }
    return department(pipeline(deadlines=[sr.deadline(**rule)]))


NEW = went("03-02 10:00 new")


@pytest.mark.parametrize(
    ("rows", "now", "expected"),
    [
        ((), "03-02 12:00", ("pending", False, True, 0)),
        ((), "03-02 12:01", ("overdue", True, True, 60)),
        (
            (happened("03-02 10:15", "activity", "call"),),
            "03-05 09:00",
            ("met", False, False, 0),
        ),
        (
            (happened("03-02 12:00", "activity", "call"),),
            "03-05 09:00",
            ("met", False, True, 0),
        ),
        (
            (happened("03-02 14:30", "activity", "call"),),
            "03-05 09:00",
            ("late", True, True, 5400),
        ),
        (
            (happened("03-02 10:15", "activity", "mail"),),
            "03-02 11:00",
            ("pending", False, True, 0),
        ),
        (
            (happened("03-02 09:59", "activity", "call"),),
            "03-02 11:00",
            ("pending", False, True, 0),
        ),
        (went("03-02 11:00 lost"), "03-05 09:00", ("lapsed", False, True, 0)),
        (went("03-02 12:30 lost"), "03-05 09:00", ("missed", True, True, 1800)),
        (went("03-02 12:30 won"), "03-02 12:30", ("overdue", True, True, 1800)),
    ],
)
def test_status_follows_the_end(
    rows: tuple[Event, ...], now: str, expected: tuple[object, ...]
) -> None:
    """Answer, loss and the moment give the status of 4.7, the goal, the delay."""
    row = one(judged(answered(), deal(), NEW, rows, now=now).table("deadlines"))
    assert expected == values(
        row, "status", "breached", "target_missed", "late_seconds"
    )


def test_row_cites_its_clause() -> None:
    """Clause, pointer, owner and moments stand in the row."""
    regulation = answered()
    row = one(
        judged(regulation, deal(owner="ann"), NEW, now="03-02 11:00").table("deadlines")
    )
    number = regulation.clause_of("/stages/0/deadlines/0")
    assert (number and number.number, "/stages/0/deadlines/0", None, "ann") == values(
        row, "clause", "pointer", "revision", "person"
    )
    assert (at("03-02 10:15"), at("03-02 12:00"), 3600) == values(
        row, "target_due", "due", "seconds"
    )


def test_pause_moves_the_limit() -> None:
    """A clock stands still while the deal is at a paused stage."""
    rows = went("03-02 10:00 new", "03-02 11:00 wait", "03-03 11:00 work")
    row = one(judged(answered(), deal(), rows, now="03-03 11:30").table("deadlines"))
    assert (at("03-03 12:00"), "pending", 5400, 8 * 3600) == values(
        row, "due", "status", "seconds", "paused_seconds"
    )


def test_cutoff_waits_for_the_morning() -> None:
    """A trigger after the cutoff starts the clock at the next opening."""
    rule = answered(cutoff="17:45", after_hours="next_opening")
    rows = (deal("03-02 17:50"), went("03-02 17:50 new"))
    row = one(judged(rule, *rows, now="03-03 10:00").table("deadlines"))
    assert (at("03-03 09:00"), at("03-03 11:00"), 3600) == values(
        row, "start", "due", "seconds"
    )


def test_early_answer_takes_no_time() -> None:
    """An answer before the clock starts is met, and its span is 0."""
    rule = answered(cutoff="17:45")
    call = happened("03-02 17:55", "activity", "call")
    rows = (deal("03-02 17:50"), went("03-02 17:50 new"), call)
    row = one(judged(rule, *rows).table("deadlines"))
    assert ("met", 0) == values(row, "status", "seconds")


def test_what_does_not_stop_is_no_answer() -> None:
    """An event that is named in `does_not_stop` does not answer."""
    rule = answered(
        stops=[sr.activity_done("call"), sr.activity_done("mail")],
        does_not_stop=[sr.activity_done("mail")],
    )
    mail = happened("03-02 10:05", "activity", "mail")
    row = one(judged(rule, deal(), NEW, mail, now="03-02 11:00").table("deadlines"))
    assert None is row.answered_at


def test_event_counts_at_its_stage_only() -> None:
    """Other triggers than a deal's and a stage's count while it is at the stage."""
    rule = answered(trigger=sr.activity_done("mail"))
    rows = (
        went("03-02 10:00 new", "03-03 10:00 work"),
        happened("03-02 10:00", "activity", "mail"),
        happened("03-03 10:00", "activity", "mail"),
    )
    row = one(judged(rule, deal(), *rows).table("deadlines"))
    assert at("03-02 10:00") == row.at


def test_trigger_does_not_answer_itself() -> None:
    """The same event answers in a later second only."""
    rule = answered(trigger=sr.activity_done("call"))
    calls = (
        happened("03-02 10:00", "activity", "call"),
        happened("03-02 10:30", "activity", "call"),
    )
    rows = judged(rule, deal(), NEW, calls, now="03-02 11:00").table("deadlines")
    assert [at("03-02 10:30"), None] == [row.answered_at for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("moves", "now", "expected"),
    [
        ((), "03-02 18:00", ("pending", None)),
        (("03-03 10:00 won",), "03-03 10:00", ("pending", "03-03 10:00")),
        (("03-03 10:00 won",), "03-03 10:01", ("overdue", "03-03 10:00")),
        (("03-03 10:00 lost",), "03-04 10:00", ("lapsed", None)),
    ],
)
def test_order_is_kept_up_to_the_stage(
    moves: tuple[str, ...], now: str, expected: tuple[str, str | None]
) -> None:
    """What is due before a stage falls due with the entry into it."""
    rule = answered(limit=sr.before_stage("won"), target=None)
    row = one(
        judged(rule, deal(), went("03-02 10:00 new", *moves), now=now).table(
            "deadlines"
        )
    )
    status, due = expected
    assert (status, at(due) if due else None) == values(row, "status", "due")


def test_handover_is_judged_by_its_receiver() -> None:
    """A handover with `stops` is a deadline on the calendar of the receiver."""
    part = sr.part().handover(
        "on",
        title="Handover",
        giver="clerk",
        receiver="manager",
        deadline=sr.deadline(
            trigger=sr.document_moved("sheet", state="sent"),
            limit="1 h working",
            stops=[sr.document_moved("sheet", state="received")],
        ),
    )
    rule = department(pipeline(), part)
    sent = happened("03-02 17:30", "document", "sheet", state="sent")
    got = happened("03-03 09:30", "document", "sheet", state="received")
    row = one(judged(rule, deal(), NEW, sent, got).table("deadlines"))
    assert ("met", 3600, "/handovers/0/deadline") == values(
        row, "status", "seconds", "pointer"
    )


def test_unknown_year_is_said() -> None:
    """A limit in a year that the calendar does not know is unknown, not guessed."""
    regulation = answered()
    calendar = regulation.calendars[0]
    known = regulation.replace("/calendars/0/last_year", 2025)
    assert calendar.last_year is None
    found = judged(known, deal(), NEW)
    row = one(found.table("deadlines"))
    assert ("unknown", None, None) == values(row, "status", "due", "seconds")
    steps = found.explain(deal="d").parts[0].steps[0].steps
    assert any(
        step.text.endswith("knows the years 1970 to 2025 only") for step in steps
    )


MINUTES = st.integers(0, 12 * 24 * 60)
START = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)


def is_open(moment: dt.datetime) -> bool:
    """Tell whether the office is open, by the wall alone."""
    wall = moment.astimezone(MOSCOW)
    return wall.weekday() < 5 and wall.hour in {9, 10, 11, 12, 14, 15, 16, 17}


OPEN = [
    minute
    for minute in (START + n * dt.timedelta(minutes=1) for n in range(45 * 24 * 60))
    if is_open(minute)
]
"""The open minutes of some weeks, counted one by one."""
RULES = {n: answered(limit=f"{n} min working", target=None) for n in (1, 45, 480, 1100)}


@settings(max_examples=60, deadline=None)
@given(
    created=MINUTES,
    waits=st.lists(st.tuples(MINUTES, MINUTES), max_size=2),
    call=MINUTES,
    limit=st.sampled_from(sorted(RULES)),
)
def test_clock_agrees_with_a_walk(
    created: int, waits: list[tuple[int, int]], call: int, limit: int
) -> None:
    """Spans, limit and delay are what counting open minutes outside pauses gives."""
    begun = START + dt.timedelta(minutes=created)
    marks = sorted(begun + dt.timedelta(minutes=n) for pair in waits for n in pair)
    stages = ["wait", "work", "wait", "work"]
    moves = [
        Event(deal="d", at=moment, kind="stage", subject=stage, sequence=number)
        for number, (moment, stage) in enumerate(zip(marks, stages, strict=False))
    ]
    answer = Event(
        deal="d", at=begun + dt.timedelta(minutes=call), kind="activity", subject="call"
    )
    now = START + dt.timedelta(days=30)
    data = records(evolved(deal(), begun), *moves, answer)
    row: Any = one(judge(RULES[limit], data, now).table("deadlines"))
    edges = [*marks, now]
    pauses = [
        (edges[n], edges[n + 1]) for n in range(len(marks)) if stages[n] == "wait"
    ]
    counts = [
        minute
        for minute in OPEN
        if minute >= begun and not any(low <= minute < high for low, high in pauses)
    ]
    spent = [minute for minute in counts if minute < row.end]
    due = counts[limit - 1] + dt.timedelta(minutes=1)
    late = [minute for minute in counts if due <= minute < row.end]
    assert (60 * len(spent), due, 60 * len(late)) == values(
        row, "seconds", "due", "late_seconds"
    )


def evolved(made: Any, created: dt.datetime) -> Any:
    """Return a deal with another day of birth."""
    return type(made)(deal=made.deal, created_at=created)
