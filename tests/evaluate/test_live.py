"""What `reg.next` says of one deal is what evaluation would say of it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.tables import Deal, Employment, Event, Records
from salesreg.model.frame import Revision
from salesreg.values.condition import Filled
from tests.evaluate.scene import (
    PEOPLE,
    at,
    department,
    happened,
    pipeline,
)

PART = (
    sr.part()
    .field("note", title="Note")
    .field("sum", title="Sum", type="money")
    .field("discount", title="Discount", type="percent")
    .field("next", title="Next", type="date")
    .next_step(field="next", within="14 days", text="A step with a date")
    .authority(
        "discount",
        title="Discount",
        field="discount",
        document="request",
        bands=[
            sr.authority_band("manager", band=sr.band(start="0%", end="5%")),
            sr.authority_band("head", band=sr.band(start="5%", end="20%")),
        ],
        chain=[sr.approval_step("head", within="2 h working")],
    )
    .escalation(
        "slow",
        title="Slow",
        trigger=sr.stage_entered("new"),
        stage="new",
        levels=[sr.escalation_level("head", after="3 h working", action="asks why")],
    )
)
RULE = department(
    PART,
    pipeline(
        norm=sr.time_norm("2 business days", target="1 h working"),
        required_fields=["note"],
        exit=[
            sr.criterion("The sum is known", condition=Filled(field="sum")),
            "All is clear",
        ],
        deadlines=[
            sr.deadline(
                sr.stage_entered("new"),
                limit="2 h working",
                target="15 min working",
                action="call",
                stops=[sr.activity_done("call")],
            )
        ],
        transitions=[
            sr.transition("work", by=["manager"], most=1),
            sr.transition("lost", comment=True),
        ],
    ),
)
STATE = sr.DealState(
    deal="d",
    stage="new",
    since=at("03-02 10:00"),
    owner="bob",
    roles=("manager",),
    values={"discount": "7%", "next": "2026-03-05"},
)


def test_answer_says_what_is_due() -> None:
    """The most urgent first, each with its clause, its role and its state."""
    found = RULE.next(STATE, at("03-02 10:30")).todo
    assert [
        ("deadline", "call", "clerk", at("03-02 12:00"), "target_missed"),
        ("norm", "New", "clerk", at("03-04 18:00"), "pending"),
    ] == [(one.kind, one.text, one.role, one.due, one.status) for one in found]
    assert ["/stages/0/deadlines/0", "/stages/0/norm"] == [one.pointer for one in found]


def test_answer_ends_what_was_due() -> None:
    """An event that answers takes the deadline off the list."""
    call = happened("03-02 10:20", "activity", "call")
    found = RULE.next(evolve(STATE, events=(call,)), at("03-02 10:30")).todo
    assert ["norm"] == [one.kind for one in found]


def test_next_step_is_asked_for() -> None:
    """Without a date, or with a past one, the next step is on the list."""
    empty = RULE.next(evolve(STATE, values={}), at("03-02 10:30")).todo
    past = RULE.next(
        evolve(STATE, values={"next": "2026-03-01"}), at("03-02 10:30")
    ).todo
    assert ["pending", "overdue"] == [
        one.status for todo in (empty, past) for one in todo if one.kind == "next_step"
    ]


def test_way_says_what_is_missing() -> None:
    """Fields, criteria, words for a person; open when only those are left."""
    ways = RULE.next(STATE, at("03-02 10:30")).ways
    assert [
        ("work", False, ["field", "exit", "words"]),
        ("lost", False, ["role", "comment"]),
    ] == [(way.to, way.open, [one.rule for one in way.missing]) for way in ways]
    filled = evolve(STATE, values={"note": "x", "sum": "5 RUB"})
    assert [True, False] == [
        way.open for way in RULE.next(filled, at("03-02 10:30")).ways
    ]


def test_way_asks_for_the_right_role() -> None:
    """A role that may not move is told so; without roles nothing is said."""
    clerk = RULE.next(evolve(STATE, roles=("clerk",)), at("03-02 10:30")).ways[0]
    nobody = RULE.next(evolve(STATE, roles=()), at("03-02 10:30")).ways[0]
    assert ("role" in {one.rule for one in clerk.missing}, "Manager") == (
        True,
        clerk.missing[0].text,
    )
    assert "role" not in {one.rule for one in nobody.missing}


@pytest.mark.parametrize(
    ("discount", "expected"),
    [
        ("4%", (True, ("manager", "head"), (), False)),
        ("7%", (False, ("head",), (("head", "2 h working"),), False)),
        ("20%", (False, (), (), True)),
    ],
)
def test_approval_says_who_may(discount: str, expected: tuple[object, ...]) -> None:
    """Own authority, the chain that is asked, or nobody."""
    state = evolve(STATE, values={"discount": discount})
    (approval,) = RULE.next(state, at("03-02 10:30")).approvals
    assert expected == (approval.own, approval.roles, approval.ask, approval.forbidden)


def test_told_says_who_is_next() -> None:
    """The next level of an escalation, while it is undone and not yet told."""
    (told,) = RULE.next(STATE, at("03-02 10:30")).told
    assert ("head", at("03-02 13:00"), "asks why") == (told.to, told.due, told.action)
    assert () == RULE.next(STATE, at("03-02 13:00")).told


def test_answer_is_json() -> None:
    """The dict form is plain data, with moments in the zone of the regulation."""
    data = RULE.next(STATE, at("03-02 10:30")).to_dict()
    assert data == json.loads(json.dumps(data))
    assert "2026-03-02T12:00:00+03:00" == data["todo"][0]["due"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("state", "now", "code"),
    [
        (evolve(STATE, stage="neww"), at("03-02 10:30"), "unknown-stage"),
        (STATE, at("03-02 10:30").replace(tzinfo=None), "naive-datetime"),
        (evolve(STATE, values={"sum": "much"}), at("03-02 10:30"), "bad-value"),
        (evolve(STATE, values={"sum": "5"}), at("03-02 10:30"), "bad-value"),
        (evolve(STATE, values={"sum": 5}), at("03-02 10:30"), "bad-value"),
        (
            evolve(STATE, events=(happened("03-02 10:00", "field", "sum", state="x"),)),
            at("03-02 10:30"),
            "bad-value",
        ),
    ],
)
def test_problems_are_said(state: sr.DealState, now: dt.datetime, code: str) -> None:
    """A stage, a moment, a text that mean nothing are refused."""
    with pytest.raises(sr.InvalidValue) as caught:
        RULE.next(state, now)
    assert [code] == [problem.code for problem in caught.value.problems]


def test_guide_is_compiled_once() -> None:
    """The second question finds the guide; a changed copy has its own."""
    made = RULE.replace("/title", "Other")
    made.next(STATE, at("03-02 10:30"))
    first = made._guide
    made.next(STATE, at("03-02 10:31"))
    assert first is made._guide
    assert getattr(made.replace("/title", "Third"), "_guide", None) is None


def edition(number: str, since: str, hours: str, running: Any = None) -> Any:
    """Return an edition with a norm and a deadline of so many working hours."""
    clock = sr.deadline(
        "deal_created", limit=f"{hours} h working", stops=[sr.activity_done("call")]
    )
    norm = sr.time_norm(f"{hours} h working")
    ways = ["work"] if number == "1" else ["lost"]
    made = department(pipeline(norm=norm, deadlines=[clock], transitions=ways))
    own = Revision(
        number=number,
        in_force_from=dt.date.fromisoformat(since),
        running_deals=running,
    )
    return evolve(made, revision=own)


@pytest.mark.parametrize(
    ("running", "created", "since", "revision", "ways", "dues"),
    [
        ("keep", "03-03 10:00", "03-05 10:00", "1", ["work"], ["03-03 12", "03-05 12"]),
        ("move", "03-03 10:00", "03-05 10:00", "2", ["lost"], ["03-03 12", "03-05 11"]),
        ("move", "03-03 10:00", "03-03 10:00", "2", ["lost"], ["03-03 12", "03-03 12"]),
        ("keep", "03-05 10:00", "03-05 10:00", "2", ["lost"], ["03-05 11", "03-05 11"]),
    ],
)
def test_each_clock_runs_by_its_edition(
    running: str, created: str, since: str, revision: str, ways: Any, dues: Any
) -> None:
    """A history answers by the edition at each start; ways are those of today."""
    history = sr.History(
        (edition("1", "2026-01-01", "2"), edition("2", "2026-03-04", "1", running))
    )
    state = sr.DealState(stage="new", since=at(since), created_at=at(created))
    found = history.next(state, at("03-05 10:30"))
    assert (revision, ways) == (found.revision, [way.to for way in found.ways])
    assert dues == [f"{todo.due:%m-%d %H}" for todo in found.todo]


def test_history_before_its_first_edition() -> None:
    """A deal that no edition holds for is refused with its day."""
    history = sr.History((edition("1", "2026-03-04", "2"),))
    state = sr.DealState(stage="new", since=at("03-03 10:00"))
    with pytest.raises(sr.InvalidValue, match="for a deal of 2026-03-03"):
        history.next(state, at("03-05 10:30"))


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "note": st.just("x"),
        "sum": st.sampled_from(["5 RUB", ""]),
        "next": st.dates(dt.date(2026, 3, 1), dt.date(2026, 3, 31)).map(str),
        "discount": st.integers(0, 30).map("{}%".format),
    },
)
MINUTES = st.integers(0, 10 * 24 * 60)


@settings(max_examples=60, deadline=None)
@given(
    values=VALUES,
    calls=st.lists(MINUTES, max_size=2),
    passed=MINUTES,
    roles=st.sets(
        st.sampled_from(["clerk", "manager", "head"]), min_size=1, max_size=1
    ),
)
def test_next_agrees_with_evaluation(
    values: dict[str, str], calls: list[int], passed: int, roles: set[str]
) -> None:
    """What is due is what is pending or overdue, and an open way breaks no rule."""
    since = at("03-02 10:00")
    now = since + dt.timedelta(minutes=passed)
    events = tuple(
        Event(
            deal="d",
            at=since + dt.timedelta(minutes=n),
            kind="activity",
            subject="call",
        )
        for n in calls
    )
    state = evolve(STATE, values=values, events=events, roles=tuple(roles))
    found = RULE.next(state, now)
    entry = Event(deal="d", at=since, kind="stage", subject="new")
    fields = [
        Event(deal="d", at=since, kind="field", subject=key, state=text)
        for key, text in values.items()
    ]
    deal = Deal(deal="d", created_at=since, owner="bob")
    actor = {"clerk": "ann", "manager": "bob", "head": "eve"}[next(iter(roles))]

    def judged(*more: Event) -> Any:
        data = Records(
            deals=(deal,), events=(entry, *events, *fields, *more), people=PEOPLE
        )
        return judge(RULE, data, now)

    open_rows = [
        row
        for name in ("deadlines", "visits")
        for row in judged().table(name)
        if row.status in {"pending", "overdue"}
    ]
    due = {
        one.pointer: (one.due, one.status == "overdue")
        for one in found.todo
        if one.kind != "next_step"
    }
    assert {row.pointer: (row.due, row.status == "overdue") for row in open_rows} == due
    for way in found.ways:
        move = Event(
            deal="d", at=now, kind="stage", subject=way.to, actor=actor, sequence=9
        )
        broken = {
            row.rule
            for row in judged(move).table("moves")
            if row.number == 2 and not (row.target == "lost" and row.rule == "field")
        }
        said = {one.rule for one in way.missing} - {"words"}
        assert said == broken
    steps = judged().table("next_steps")
    assert bool(steps) == any(one.kind == "next_step" for one in found.todo) or (
        steps and steps[0].fault == "far"
    )


B2B = sr.templates.get("b2b", language="en")
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "client": st.just("Acme"),
        "source": st.just("Website"),
        "contact": st.just("A. Example"),
        "consent": st.booleans(),
        "next-date": st.dates(dt.date(2026, 3, 1), dt.date(2026, 4, 30)),
        "stop-list": st.booleans(),
        "existing": st.booleans(),
        "tax-id": st.just("7701"),
        "region": st.just("x"),
        "seats": st.integers(1, 100),
        "task": st.just("x"),
        "timing": st.just("x"),
        "need": st.just("x"),
        "decision-maker": st.just("x"),
        "budget-known": st.booleans(),
        "close-date": st.dates(dt.date(2026, 3, 1), dt.date(2026, 4, 30)),
        "demo-date": st.dates(dt.date(2026, 3, 1), dt.date(2026, 4, 30)),
        "amount": st.integers(1, 10**7).map(lambda n: sr.money(n, "RUB")),
        "discount": st.integers(0, 50).map(sr.percent),
        "margin": st.integers(0, 100).map(sr.percent),
        "payment-days": st.integers(0, 90),
        "forecast-amount": st.just(sr.money("5 RUB")),
        "reason": st.just("x"),
    },
)
STAFF = {
    person: role.key for person, role in zip("abcdefghijk", B2B.roles, strict=False)
}


@settings(max_examples=60, deadline=None)
@given(
    stage=st.sampled_from([stage.key for stage in B2B.stages]),
    facts=FACTS,
    person=st.sampled_from(sorted(STAFF)),
    days=st.integers(0, 40),
)
def test_ways_of_the_ready_regulation_agree(
    stage: str, facts: dict[str, object], person: str, days: int
) -> None:
    """At every stage, what a way lacks is what evaluation would find in the move."""
    since = at("03-02 10:00")
    now = since + dt.timedelta(days=days, minutes=1)
    state = sr.DealState(
        deal="d",
        stage=stage,
        since=since,
        owner=person,
        roles=(STAFF[person],),
        values=facts,
    )
    found = B2B.next(state, now)
    people = tuple(
        Employment(person=one, role=role, since=dt.date(2026, 1, 1))
        for one, role in STAFF.items()
    )
    entry = Event(deal="d", at=since, kind="stage", subject=stage)
    deal = Deal(deal="d", created_at=since, owner=person, values=facts)
    for way in found.ways:
        move = Event(deal="d", at=now, kind="stage", subject=way.to, actor=person)
        data = Records(deals=(deal,), events=(entry, move), people=people)
        broken = {
            (row.rule, row.pointer)  # type: ignore[attr-defined]
            for row in judge(B2B, data, now).table("moves")
            if row.number == 2  # type: ignore[attr-defined]
            and not (row.rule == "field" and row.at != now)  # type: ignore[attr-defined]
        }
        said = {(one.rule, one.pointer) for one in way.missing if one.rule != "words"}
        places = {rule for rule, _ in broken}
        assert {rule for rule, _ in said} - {"role", "comment"} == places - {
            "role",
            "comment",
        }
        if "condition" not in places:
            assert {rule for rule, _ in said} == places
            exact = ("field", "entry", "exit")
            assert {one for one in said if one[0] in exact} == {
                one for one in broken if one[0] in exact
            }
