"""Regulations about owners and what they may grant, and deals that fit more or less."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from attrs import evolve

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.tables import Deal, Employment, Event, Records
from salesreg.model.frame import Revision
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money
from tests.evaluate.drawn import FIRST, PEOPLE
from tests.values.offices import office

ROLES = ("clerk", "manager", "head", "nobody")
STAGES = ("new", "talk", "won", "lost", "nowhere")


def owned(number: str = "1", since: dt.date | None = None) -> Regulation:
    """Return a regulation that takes clients from idle owners, on three calendars."""
    first = number == "1"
    draft = (
        sr.regulation("owned", title="Owned", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager")
        .role("head", title="Head")
        .field("sum", title="Sum", type="money")
        .field("note", title="Note")
        .stage("new", title="New", kind="initial", owner="clerk")
        .stage("talk", title="Talk", kind="work" if first else "lost")
        .stage("won", title="Won", kind="won")
        .stage("lost", title="Lost", kind="lost")
        .activity("call", title="Call")
        .ownership("words", title="In words", text="Clients stay")
        .ownership(
            "touch",
            title="Touch",
            window="2 business days" if first else "10 h working",
            without=sr.activity_done("call"),
            grace="1 business day",
            then="pool",
        )
        .ownership(
            "offer",
            title="Offer",
            window="6 h working" if first else "3 days",
            without=sr.stage_entered("talk"),
            when=sr.where("sum") >= Money.parse("100 RUB"),
            grace="3 h working",
            then="new_owner",
        )
        .ownership(
            "plain",
            title="Plain",
            window="50 h",
            without=sr.owner_assigned(),
            when=sr.where("note").empty(),
            grace=None if first else "12 h",
            then="stays" if first else None,
        )
        .ownership(
            "never", title="Never", window="1 week", without=sr.period_ends("month")
        )
        .add(office())
    )
    night = office("20:00-23:00", time_zone="Europe/Berlin", breaks=())
    short = office("10:00-15:00", breaks=(), years=(2025, 2026 if first else 2025))
    calendars = [_for(short, "manager"), _for(night, "clerk", "x"), office()]
    made = evolve(draft.build(), calendars=tuple(calendars[: 3 if first else 2]))
    if since is None:
        return made
    revision = Revision(number=number, in_force_from=since, running_deals="move")
    return evolve(made, revision=revision)


def owned_editions() -> History:
    """Return a history in which running deals move to the second edition."""
    return History((owned("1", dt.date(2026, 1, 15)), owned("2", dt.date(2026, 2, 5))))


def _for(calendar: Any, *roles: str) -> Any:
    return evolve(calendar, key=f"of-{roles[0]}", roles=roles)


def some_owned(source: random.Random, count: int = 40) -> Records:
    """Return deals that go from hand to hand, with calls and values, often at once."""

    def moment() -> dt.datetime:
        return FIRST + source.randrange(56 * 12) * dt.timedelta(hours=2)

    def value(key: str) -> Any:
        if key == "note":
            return source.choice((None, "said", ""))
        return source.choice((None, Money.parse("99 RUB"), Money.parse("100 RUB")))

    deals: list[Deal] = []
    events: list[Event] = []
    for number in range(count):
        key = f"d{number}"
        held = {name: value(name) for name in ("sum", "note")}
        owner = source.choice((None, *PEOPLE))
        deals.append(Deal(deal=key, created_at=moment(), owner=owner, values=held))
        told: tuple[Any, ...] = ("owner", "stage", "activity", "activity", "field")
        for _ in range(source.randrange(9)):
            kind = source.choice(told)
            subjects = {
                "owner": (None, *PEOPLE),
                "stage": STAGES,
                "activity": ("call", "mail"),
                "field": ("sum", "other"),
            }
            subject = source.choice(subjects[kind])
            changes = subject == "sum" and number % 3 == 0
            if kind == "field" and not changes:
                subject = "other"
            events.append(
                Event(
                    deal=key,
                    at=moment(),
                    kind=kind,
                    subject=subject,
                    state="120 RUB" if kind == "field" else None,
                    actor=source.choice((None, *PEOPLE)),
                    sequence=source.randrange(2),
                )
            )
    people = tuple(
        Employment(
            person=source.choice(PEOPLE),
            role=source.choice(ROLES),
            since=dt.date(2025, 12, 20) + dt.timedelta(days=source.randrange(60)),
            until=source.choice((None, None, dt.date(2026, 2, 20))),
        )
        for _ in range(6)
    )
    return Records(deals=tuple(deals), events=tuple(events), people=people)
