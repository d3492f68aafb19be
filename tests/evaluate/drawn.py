"""Small regulations, and data of a CRM that fits them more or less."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.tables import (
    Deal,
    Employment,
    Event,
    MoneyMoved,
    Records,
    Target,
    Worked,
)
from salesreg.model.frame import Revision
from salesreg.model.process import Field
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import AnyOf, Filled, MoneyBounds, Not
from tests.values.offices import office

FIRST = dt.datetime(2026, 1, 12, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 3, 10, 12, 30, tzinfo=dt.UTC)
PEOPLE = ("ann", "bob", "cid")


def small(number: str = "1", since: dt.date | None = None) -> Regulation:
    """Return a regulation with every kind of norm, on two calendars."""
    hours = {"1": "4 h working", "2": "2 h working"}[number]
    draft = (
        sr.regulation("small", title="Small", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager")
        .stage(
            "new",
            title="New",
            kind="initial",
            owner="clerk",
            norm=sr.time_norm(hours, target="30 min working"),
            transitions=["talk", "offer", "lost"],
            deadlines=[
                sr.deadline(
                    "deal_created",
                    limit="45 min working",
                    target="15 min working",
                    cutoff="17:30",
                    after_hours="next_opening",
                    stops=[sr.activity_done("call")],
                ),
            ],
        )
        .stage(
            "talk",
            title="Talk",
            owner="manager",
            norm=sr.time_norm("2 business days", target="1 business day"),
            transitions=["offer", "wait", "lost"],
        )
        .stage(
            "offer",
            title="Offer",
            owner="manager",
            norm=sr.time_norm("36 h", target="1 day"),
            transitions=["won", "lost"],
        )
        .stage(
            "wait",
            title="Wait",
            kind="paused",
            owner="manager",
            norm=sr.time_norm("1 month"),
            transitions=["talk"],
        )
        .stage("won", title="Won", kind="won", owner="manager")
        .stage("lost", title="Lost", kind="lost")
        .activity("call", title="Call")
        .add(office())
    )
    night = office("20:00-23:00", time_zone="Europe/Berlin", breaks=())
    made = evolve(
        draft.build(), calendars=(_for(office(), "manager"), _for(night, "clerk"))
    )
    if since is None:
        return made
    revision = Revision(number=number, in_force_from=since, running_deals="move")
    return evolve(made, revision=revision)


def _for(calendar: Any, role: str) -> Any:
    return evolve(calendar, key=f"of-{role}", roles=(role,))


def gated() -> Regulation:
    """Return a regulation whose moves ask for fields, conditions, roles, comments."""
    dear = MoneyBounds(field="sum", at_least=Money(Decimal(50_000), "RUB"))
    draft = (
        sr.regulation("gated", title="Gated", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager", substitutes=["head"])
        .role("head", title="Head")
        .role("sdr", title="Caller")
        .field("sum", title="Sum", type="money")
        .field("note", title="Note")
        .field("share", title="Share", type="percent")
        .field("when", title="When", type="date")
        .stage(
            "new",
            title="New",
            kind="initial",
            owner="sdr",
            required_fields=["note", "sum"],
            exit=[sr.criterion("Known", condition=Filled(field="when"))],
            transitions=[
                sr.transition("talk", when=dear, by=["head"]),
                sr.transition("talk", when=Filled(field="note"), comment=True),
                sr.transition("offer", most=1),
                "lost",
            ],
        )
        .stage(
            "talk",
            title="Talk",
            owner="manager",
            entry=[
                sr.criterion("Dear", condition=dear),
                sr.criterion("Said in words"),
                sr.criterion("Cheap", condition=Not(of=Filled(field="share"))),
            ],
            transitions=[
                sr.transition("new", by=["manager"], comment=True, most=1),
                sr.transition("offer"),
                sr.transition("won", when=AnyOf(of=(dear, Filled(field="when")))),
            ],
        )
        .stage("offer", title="Offer", participants=["sdr"], transitions=["won"])
        .stage("wait", title="Wait", kind="paused")
        .stage("won", title="Won", kind="won", required_fields=["share", "nowhere"])
        .stage(
            "lost",
            title="Lost",
            kind="lost",
            owner="manager",
            norm=sr.time_norm("2 business days"),
            required_fields=["note"],
            transitions=["new"],
        )
        .activity("call", title="Call")
        .add(office())
    )
    return draft.build()


def two_editions() -> History:
    """Return a history in which running deals move to the second edition."""
    return History((small("1", dt.date(2026, 1, 1)), small("2", dt.date(2026, 2, 2))))


MOMENTS = st.integers(0, 80 * 24 * 4).map(
    lambda n: FIRST + n * dt.timedelta(minutes=15)
)


def stage_events(deal: str, keys: tuple[str, ...]) -> st.SearchStrategy[Event]:
    """Draw a change of stage."""
    return st.builds(
        Event,
        deal=st.just(deal),
        at=MOMENTS,
        kind=st.just("stage"),
        subject=st.sampled_from(keys),
        actor=st.none() | st.sampled_from(PEOPLE),
        sequence=st.integers(0, 1),
    )


def other_events(deal: str, activities: tuple[str, ...]) -> st.SearchStrategy[Event]:
    """Draw an event that is no change of stage."""
    return st.one_of(
        st.builds(
            Event,
            deal=st.just(deal),
            at=MOMENTS,
            kind=st.just("owner"),
            subject=st.none() | st.sampled_from(PEOPLE),
            sequence=st.integers(0, 1),
        ),
        st.builds(
            Event,
            deal=st.just(deal),
            at=MOMENTS,
            kind=st.just("activity"),
            subject=st.sampled_from(activities),
            actor=st.none() | st.sampled_from(PEOPLE),
        ),
        st.builds(Event, deal=st.just(deal), at=MOMENTS, kind=st.just("comment")),
    )


@st.composite
def records(
    draw: st.DrawFn,
    stages: tuple[str, ...],
    activities: tuple[str, ...] = ("call",),
) -> Records:
    """Draw deals with their events, and people."""
    deals: list[Deal] = []
    events: list[Event] = []
    for number in range(draw(st.integers(1, 4))):
        key = f"d{number}"
        deals.append(
            Deal(
                deal=key,
                created_at=draw(MOMENTS),
                owner=draw(st.none() | st.sampled_from(PEOPLE)),
            )
        )
        events += draw(st.lists(stage_events(key, stages), max_size=6))
        events += draw(st.lists(other_events(key, activities), max_size=4))
    people = [
        Employment(person=person, role=role, since=dt.date(2026, 1, 1))
        for person, role in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(PEOPLE), st.sampled_from(("clerk", "manager"))
                ),
                max_size=3,
            )
        )
    ]
    return Records(deals=tuple(deals), events=tuple(events), people=tuple(people))


def told(table: Any) -> Counter[Any]:
    """Return the rows of a table, each with its number."""
    return Counter(table)


def assert_agree(
    regulation: Regulation | History,
    data: Records,
    tables: tuple[str, ...],
    **more: Any,
) -> None:
    """Hold the SQL to the plain evaluator, row by row."""
    found = evaluate(regulation, data, as_of=NOW, **more)
    plain = judge(regulation, data, NOW)
    for name in tables:
        assert found.ways[name] == "sql", name
        assert Counter(plain.table(name)) == told(found.table(name)), name


def some_records(
    source: random.Random,
    stages: tuple[str, ...] = (
        "new",
        "talk",
        "offer",
        "wait",
        "won",
        "lost",
        "nowhere",
    ),
    activities: tuple[str, ...] = ("call",),
    count: int = 30,
    documents: tuple[str, ...] = (),
) -> Records:
    """Return many deals at once, where a strategy would draw a few."""

    def moment() -> dt.datetime:
        return FIRST + source.randrange(80 * 24 * 4) * dt.timedelta(minutes=15)

    def anybody() -> str | None:
        return source.choice((None, *PEOPLE))

    deals: list[Deal] = []
    events: list[Event] = []
    for number in range(count):
        key = f"d{number}"
        created = moment() if source.random() < 0.3 else FIRST
        deals.append(Deal(deal=key, created_at=created, owner=anybody()))
        events += [
            Event(
                deal=key,
                at=moment(),
                kind="stage",
                subject=source.choice(stages),
                actor=anybody(),
                sequence=source.randrange(2),
            )
            for _ in range(source.randrange(8))
        ]
        for _ in range(source.randrange(6)):
            at = events[-1].at if events and source.random() < 0.5 else moment()
            subjects = {
                "owner": source.choice(PEOPLE),
                "activity": source.choice(activities),
                "comment": None,
                "document": source.choice(("offer", *documents)),
            }
            kind: Any = source.choice(tuple(subjects))
            states = ("created", "sent", "received", "approved", "signed")
            events.append(
                Event(
                    deal=key,
                    at=at,
                    kind=kind,
                    subject=subjects[kind],
                    state=source.choice(states) if kind == "document" else None,
                    actor=anybody(),
                    sequence=source.randrange(2),
                )
            )
    people = [
        Employment(
            person=source.choice(PEOPLE),
            role=source.choice(("clerk", "manager")),
            since=dt.date(2026, 1, 1),
        )
        for _ in range(source.randrange(4))
    ]
    return Records(deals=tuple(deals), events=tuple(events), people=tuple(people))


def filled_records(
    source: random.Random, regulation: Regulation, count: int = 30
) -> Records:
    """Return deals of a regulation with their fields, money, time spent and targets."""
    stages = tuple(stage.key for stage in regulation.stages)
    activities = tuple(activity.key for activity in regulation.activities)
    documents = tuple(document.key for document in regulation.documents)
    made = some_records(source, stages, activities, count, documents)

    def at() -> dt.datetime:
        return FIRST + dt.timedelta(minutes=source.randrange(60 * 24 * 70))

    def amount() -> Decimal:
        return Decimal(source.randrange(1, 10**7)) / 100

    makers: dict[str, Callable[[Field], object]] = {
        "money": lambda _: Money(amount(), source.choice(("RUB", "RUB", "USD"))),
        "percent": lambda _: Percent(Decimal(source.randrange(3000)) / 100),
        "number": lambda _: Decimal(source.randrange(100)),
        "date": lambda _: dt.date(2026, 1, 1) + dt.timedelta(source.randrange(90)),
        "flag": lambda _: source.random() < 0.5,
        "choice": lambda item: source.choice(item.choices or ("any",)),
        "text": lambda _: "something",
        "file": lambda _: "something",
    }

    def values() -> dict[str, object]:
        return {
            item.key: makers[item.type](item)
            for item in regulation.fields
            if source.random() < 0.8
        }

    deals = tuple(evolve(deal, values=values()) for deal in made.deals)
    currencies: tuple[str, ...] = ("RUB", "RUB", "USD")
    states: Any = ("received", "received", "prepaid", "refunded", "invoiced")
    return Records(
        deals=deals,
        events=made.events,
        people=tuple(
            Employment(
                person=person,
                role=source.choice(("manager", "sdr", "head")),
                since=dt.date(2025, 11, 1) + dt.timedelta(days=source.randrange(100)),
                until=source.choice((None, dt.date(2026, 2, 20))),
            )
            for person in PEOPLE
        ),
        payments=tuple(
            MoneyMoved(
                deal=source.choice(deals).deal,
                at=at(),
                amount=amount(),
                currency=source.choice(currencies),
                state=source.choice(states),
            )
            for _ in range(count)
        ),
        activities=tuple(
            Worked(
                person=source.choice(PEOPLE),
                activity=source.choice(activities),
                start=at(),
                minutes=source.randrange(1, 200),
            )
            for _ in range(count)
        ),
        targets=tuple(
            Target(
                kpi=kpi.key,
                start=dt.date(2026, month, 1),
                end=dt.date(2026, month, 28),
                amount=Decimal(source.randrange(1, 100)),
                person=source.choice((None, *PEOPLE)),
            )
            for kpi in regulation.kpis
            for month in (1, 2)
        ),
    )
