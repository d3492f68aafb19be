"""Visits, moves, attempts, next steps, owners, escalations, authority (5 to 11)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

import salesreg as sr
from salesreg.evaluate.tables import Event
from salesreg.model.people import Substitution
from salesreg.values.condition import Filled, MoneyBounds
from tests.evaluate.scene import (
    at,
    deal,
    department,
    faults,
    happened,
    judged,
    one,
    pipeline,
    values,
    went,
)

NEW = went("03-02 10:00 new")


@pytest.mark.parametrize(
    ("moves", "now", "expected"),
    [
        (("03-02 11:00 work",), "03-20 10:00", ("met", 3600, 0)),
        (("03-02 15:00 work",), "03-20 10:00", ("late", 4 * 3600, 3600)),
        ((), "03-02 11:00", ("pending", 3600, 0)),
        ((), "03-03 10:00", ("overdue", 8 * 3600, 5 * 3600)),
    ],
)
def test_norm_limits_the_stay(
    moves: tuple[str, ...], now: str, expected: tuple[object, ...]
) -> None:
    """A stay is held to its norm; leaving ends it."""
    rule = department(pipeline(norm=sr.time_norm("3 h working")))
    rows = judged(rule, deal(), went("03-02 10:00 new", *moves), now=now).table(
        "visits"
    )
    assert expected == values(rows[0], "status", "seconds", "late_seconds")


def test_same_stage_again_is_no_visit() -> None:
    """An event of the stage it is at, or of an unknown one, changes nothing."""
    moves = went(
        "03-02 10:00 new", "03-02 11:00 new", "03-02 12:00 gone", "03-03 10:00 won"
    )
    rows = judged(department(pipeline()), deal(), moves).table("visits")
    assert ["new", "won"] == faults(rows, "stage")


def moved(
    rule: Any, *rows: Any, actor: str | None = None, to: str = "work"
) -> list[object]:
    """Return the rules that a move from the first stage breaks."""
    moves = went("03-02 10:00 new", f"03-03 10:00 {to}", actor=actor)
    made = [row for row in rows if not isinstance(row, dict)]
    holds = next((row for row in rows if isinstance(row, dict)), {})
    found = judged(rule, deal(values=holds), moves, *made, now="03-03 10:00")
    return faults(found.table("moves"), "rule")


def test_deal_starts_at_an_initial_stage() -> None:
    """A first visit elsewhere is a fault."""
    row = one(
        judged(department(pipeline()), deal(), went("03-02 10:00 work")).table("moves")
    )
    assert ("start", None, "work", "/stages/1") == values(
        row, "rule", "source", "target", "pointer"
    )


def test_move_needs_a_transition() -> None:
    """A move that no transition has is forbidden; the first visit is none."""
    rule = department(pipeline(transitions=["work"]))
    assert ["forbidden"] == moved(rule, to="won")
    assert [] == moved(rule, to="work")


def test_first_transition_that_holds_is_made() -> None:
    """Of two ways the one whose condition holds decides; without one, it is broken."""
    big = MoneyBounds(field="amount", at_least=sr.money("100 RUB"))
    ways = [
        sr.transition("work", when=big, by=["head"]),
        sr.transition("work", when=Filled(field="note")),
    ]
    part = (
        sr.part()
        .field("amount", title="Amount", type="money")
        .field("note", title="Note")
    )
    rule = department(part, pipeline(transitions=ways))
    assert ["condition"] == moved(rule, actor="ann")
    assert [] == moved(rule, {"note": "x"}, actor="ann")
    assert ["role"] == moved(
        rule, {"amount": sr.money("100 RUB"), "note": "x"}, actor="ann"
    )


def test_substitute_may_move() -> None:
    """A role that stands in may do what the other may; nobody known is not judged."""
    rule = department(pipeline())
    stands_in = Substitution(by="head")
    standing = rule.replace("/roles/0/substitutes", (stands_in,))
    assert ["role"] == moved(rule, actor="eve")
    assert [] == moved(standing, actor="eve")
    assert [] == moved(rule, actor="ann")
    assert [] == moved(rule, actor="stranger")


def test_comment_lies_in_the_visit_left() -> None:
    """A mandatory comment is one from the entry up to the move."""
    rule = department(pipeline(transitions=[sr.transition("work", comment=True)]))
    assert ["comment"] == moved(rule)
    assert ["comment"] == moved(rule, happened("03-02 09:59", "comment"))
    assert [] == moved(rule, happened("03-02 10:00", "comment"))
    assert [] == moved(rule, happened("03-03 10:00", "comment", sequence=9))


def test_move_is_made_so_often() -> None:
    """One move more than allowed is a fault."""
    rule = department(pipeline(transitions=[sr.transition("work", most=1)]))
    moves = went(
        "03-02 10:00 new", "03-02 11:00 work", "03-02 12:00 new", "03-02 13:00 work"
    )
    row = one(judged(rule, deal(), moves).table("moves"))
    assert ("most", 4) == values(row, "rule", "number")


def test_gates_hold_moves_on() -> None:
    """Exit criteria and fields are asked by moves on, not by loss or a pause."""
    part = sr.part().field("note", title="Note").field("sum", title="Sum")
    rule = department(
        part,
        pipeline(
            required_fields=["note"],
            exit=[sr.criterion("The sum is known", condition=Filled(field="sum"))],
        ),
    )
    assert ["exit", "field"] == moved(rule)
    assert ["exit"] == moved(rule, {"note": "x"})
    assert [] == moved(rule, to="lost")
    assert [] == moved(rule, to="wait")
    told = happened("03-03 10:00", "field", "note", state="x", sequence=5)
    assert ["exit"] == moved(rule, told)


def test_entry_is_asked_of_every_move() -> None:
    """A criterion of entry holds the first visit too."""
    part = sr.part().field("note", title="Note")
    gate = [sr.criterion("Noted", condition=Filled(field="note"))]
    row = one(
        judged(department(part, pipeline(entry=gate)), deal(), NEW).table("moves")
    )
    assert ("entry", None, "new") == values(row, "rule", "source", "target")


def test_final_stage_has_its_fields_in_time() -> None:
    """What a lost deal must say is asked when the norm of the stage ends."""
    part = (
        sr.part()
        .field("why", title="Why")
        .stage(
            "dropped",
            title="Dropped",
            kind="lost",
            required_fields=["why"],
            norm=sr.time_norm("1 business day"),
        )
    )
    rule = department(part, pipeline(transitions=["dropped"]))
    moves = went("03-02 10:00 new", "03-03 10:00 dropped")
    early = judged(rule, deal(), moves, now="03-04 17:59").table("moves")
    row = one(judged(rule, deal(), moves, now="03-04 18:00").table("moves"))
    assert () == early
    assert ("field", "why", at("03-04 18:00")) == values(row, "rule", "field", "at")


def calls(*moments: str) -> tuple[Event, ...]:
    """Return calls."""
    return tuple(happened(moment, "activity", "call") for moment in moments)


@pytest.mark.parametrize(
    ("made", "end", "expected"),
    [
        (("03-02 11:00",), "03-02 15:00 lost", [("too_few", "03-02 15:00", 1)]),
        (("03-02 11:00",), "03-02 15:00 work", []),
        (("03-02 11:00", "03-02 12:30"), "03-02 15:00 lost", []),
        (
            ("03-02 11:00", "03-02 11:30"),
            "03-02 15:00 work",
            [("too_soon", "03-02 11:30", 2)],
        ),
        (
            ("03-02 11:00", "03-02 15:00", "03-03 10:00", "03-04 10:00"),
            "03-05 10:00 work",
            [("too_many", "03-04 10:00", 4)],
        ),
        (
            ("03-02 11:00",),
            "03-05 10:00 work",
            [("too_slow", "03-03 18:00", 1)],
        ),
    ],
)
def test_attempts_are_counted(
    made: tuple[str, ...], end: str, expected: list[tuple[str, str, int]]
) -> None:
    """Too few, too many, too slow, too soon, each at its moment."""
    rule = department(
        pipeline(
            attempts=sr.attempts(
                least=2,
                most=3,
                within="1 business day",
                pause="1 h working",
                channels=["phone"],
            )
        )
    )
    mail = happened("03-02 11:10", "activity", "mail")
    moves = went("03-02 10:00 new", end)
    rows = judged(rule, deal(), moves, calls(*made), mail).table("attempts")
    assert [(fault, at(moment), count) for fault, moment, count in expected] == [
        values(row, "fault", "at", "made") for row in rows
    ]


@pytest.mark.parametrize(
    ("planned", "now", "expected"),
    [
        (None, "03-02 12:00", ("none", at("03-09 18:00"))),
        (dt.date(2026, 3, 6), "03-06 12:00", None),
        (dt.date(2026, 3, 6), "03-07 12:00", ("past", at("03-16 18:00"))),
        (dt.date(2026, 3, 17), "03-02 12:00", ("far", None)),
        (dt.date(2026, 3, 16), "03-02 12:00", None),
        (None, "03-10 12:00", ("stale", at("03-09 18:00"))),
    ],
)
def test_next_step_is_there(
    planned: dt.date | None, now: str, expected: tuple[object, ...] | None
) -> None:
    """No date, a past one, one too far, none for too long."""
    part = (
        sr.part()
        .field("next", title="Next", type="date")
        .next_step(field="next", within="14 days", after="7 days", otherwise="lost")
    )
    holds = {"next": planned} if planned else {}
    found = judged(department(part, pipeline()), deal(values=holds), NEW, now=now)
    rows = found.table("next_steps")
    assert expected == (values(rows[0], "fault", "due") if rows else None)


@pytest.mark.parametrize(
    ("term", "soon"),
    [("9000 years", True), ("90000000 h", True), ("900000 business days", False)],
)
def test_terms_beyond_all_dates(term: str, *, soon: bool) -> None:
    """No next step is too far then; and whether it is too soon needs known years."""
    length = sr.Duration.parse(term)
    rule = sr.attempts(least=1, pause=length, channels=["phone"])
    part = (
        sr.part()
        .field("next", title="Next", type="date")
        .next_step(field="next", within=length)
    )
    found = judged(
        department(part, pipeline(attempts=rule)),
        deal(values={"next": dt.date(9999, 12, 31)}),
        NEW,
        calls("03-02 11:00", "03-02 12:00"),
        now="03-02 13:00",
    )
    assert () == found.table("next_steps")
    assert soon == bool(found.table("attempts"))


@pytest.mark.parametrize(
    ("rows", "now", "expected"),
    [
        ((), "03-04 10:00", ("kept", "03-04 18:00", None)),
        ((), "03-05 10:00", ("grace", "03-04 18:00", "03-05 18:00")),
        ((), "03-06 10:00", ("overdue", "03-04 18:00", "03-05 18:00")),
        (calls("03-03 10:00"), "03-05 10:00", ("kept", "03-05 18:00", None)),
        (calls("03-05 10:00"), "03-05 11:00", ("grace", "03-04 18:00", "03-05 18:00")),
        (
            (happened("03-05 12:00", "owner", "bob"),),
            "03-05 12:00",
            ("reassigned", "03-04 18:00", "03-05 18:00"),
        ),
        (
            (happened("03-06 12:00", "owner", "bob"),),
            "03-06 12:00",
            ("late", "03-04 18:00", "03-05 18:00"),
        ),
        (
            went("03-05 12:00 lost"),
            "03-09 12:00",
            ("lapsed", "03-04 18:00", "03-05 18:00"),
        ),
    ],
)
def test_client_stays_while_something_is_done(
    rows: tuple[Event, ...], now: str, expected: tuple[str, str, str | None]
) -> None:
    """The first gap that is too long loses the client; then counts what was done."""
    part = sr.part().ownership(
        "touch",
        title="Touch",
        window="2 business days",
        without=sr.activity_done("call"),
        grace="1 business day",
        then="pool",
    )
    owner = happened("03-02 10:00", "owner", "ann")
    found = judged(department(part, pipeline()), deal(), NEW, owner, rows, now=now)
    status, due, grace = expected
    assert (status, at(due), at(grace) if grace else None) == values(
        found.table("tenures")[0], "status", "due", "grace_due"
    )


@pytest.mark.parametrize(
    ("rows", "now", "levels"),
    [
        ((), "03-02 12:59", []),
        ((), "03-02 14:00", [1]),
        ((), "03-03 18:00", [1, 2]),
        (calls("03-02 12:00"), "03-03 18:00", []),
        (calls("03-02 14:30"), "03-03 18:00", [1]),
        (went("03-02 12:00 work"), "03-03 18:00", []),
    ],
)
def test_levels_are_told_while_it_is_undone(
    rows: tuple[Event, ...], now: str, levels: list[int]
) -> None:
    """The answer of the stage's deadline, or leaving it, ends an escalation."""
    part = sr.part().escalation(
        "slow",
        title="Slow",
        trigger="deal_created",
        stage="new",
        levels=[
            sr.escalation_level("manager", after="3 h working"),
            sr.escalation_level("head", after="1 business day"),
        ],
    )
    answer = sr.deadline(
        "deal_created", limit="1 h working", stops=[sr.activity_done("call")]
    )
    rule = department(part, pipeline(deadlines=[answer]))
    found = judged(rule, deal(), NEW, rows, now=now).table("escalations")
    assert levels == faults(found, "level")


@pytest.mark.parametrize(
    ("percent", "asker", "approver", "expected"),
    [
        ("4%", "bob", None, ("own", "manager", "bob")),
        ("5%", "bob", None, ("unapproved", None, None)),
        ("5%", "bob", "ann", ("unapproved", None, None)),
        ("5%", "bob", "eve", ("approved", "head", "eve")),
        ("4%", "eve", None, ("own", "head", "eve")),
        ("20%", "bob", "eve", ("approved", "head", "eve")),
        ("21%", "eve", "eve", ("forbidden", None, None)),
    ],
)
def test_value_is_granted(
    percent: str, asker: str, approver: str | None, expected: tuple[object, ...]
) -> None:
    """Own authority, that of the approver, or nobody's; whoever may much may little."""
    part = (
        sr.part()
        .field("discount", title="Discount", type="percent")
        .authority(
            "discount",
            title="Discount",
            field="discount",
            document="request",
            bands=[
                sr.authority_band("manager", band=sr.band(start="0%", end="5%")),
                sr.authority_band(
                    "head", band=sr.band(start="5%", end="20%"), end_included=True
                ),
            ],
        )
    )
    rows = [happened("03-02 11:00", "field", "discount", state=percent, actor=asker)]
    if approver:
        rows.append(
            happened(
                "03-02 12:00", "document", "request", state="approved", actor=approver
            )
        )
    row = one(
        judged(department(part, pipeline()), deal(), NEW, tuple(rows)).table("grants")
    )
    assert expected == values(row, "status", "role", "by")


def test_what_cannot_be_judged_is_listed() -> None:
    """A prose criterion, a deadline without an answer, words that nobody said."""
    rule = department(
        pipeline(
            exit=["All is clear"],
            deadlines=[
                sr.deadline("deal_created", limit="1 h working"),
                sr.deadline(
                    "the client calls",
                    limit="1 h working",
                    stops=[sr.activity_done("call")],
                ),
            ],
        )
    )
    found = judged(rule, deal(), NEW).table("not_evaluated")
    said = {values(row, "pointer", "reason") for row in found}
    assert {
        ("/stages/0/exit/0", "words"),
        ("/stages/0/deadlines/0", "no-answer"),
        ("/stages/0/deadlines/1", "words"),
    } == said
    told = happened("03-02 11:00", "happens", "the client calls")
    found = judged(rule, deal(), NEW, told).table("not_evaluated")
    assert ("/stages/0/deadlines/1", "words") not in {
        values(row, "pointer", "reason") for row in found
    }


def test_what_needs_a_calendar_is_listed() -> None:
    """Without any calendar no attempt is too slow or soon, and no step too old."""
    part = (
        sr.part()
        .field("next", title="Next", type="date")
        .next_step(field="next", after="7 days", otherwise="lost")
    )
    rule = sr.attempts(least=2, pause="1 h")
    bare = evolve(department(part, pipeline(attempts=rule)), calendars=())
    found = judged(bare, deal(), NEW, calls("03-02 11:00", "03-02 11:10"))
    assert () == found.table("attempts")
    assert ("none", None) == values(one(found.table("next_steps")), "fault", "due")
    assert [
        ("/stages/0/attempts", "no-calendar"),
        ("/next_step", "no-calendar"),
    ] == [values(row, "pointer", "reason") for row in found.table("not_evaluated")]
    counted = sr.attempts(least=2, most=3, within=None)
    bare = evolve(department(pipeline(attempts=counted)), calendars=())
    assert () == judged(bare, deal(), NEW).table("not_evaluated")


def test_end_in_words_that_nobody_said_is_listed() -> None:
    """An escalation that waits for words is listed until some deal has them."""
    part = sr.part().escalation(
        "slow",
        title="Slow",
        trigger="deal_created",
        stops=["the client calls"],
        levels=[sr.escalation_level("manager", after="1 h")],
    )
    rule = department(part, pipeline())
    expected = [("/escalations/0", "words")]
    found = judged(rule, deal(), NEW).table("not_evaluated")
    assert expected == [values(row, "pointer", "reason") for row in found]
    told = happened("03-02 11:00", "happens", "the client calls")
    assert () == judged(rule, deal(), NEW, told).table("not_evaluated")
