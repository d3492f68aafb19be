"""A small department and short ways to tell what happened in its CRM."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import salesreg as sr
from salesreg.evaluate.judgement import Judgement, judge
from salesreg.evaluate.results import Row
from salesreg.evaluate.tables import (
    Deal,
    Employment,
    Event,
    MoneyMoved,
    Records,
    Target,
    Worked,
)
from salesreg.model.regulation import Regulation
from tests.values.offices import office

MOSCOW = ZoneInfo("Europe/Moscow")
PEOPLE = (
    Employment(person="ann", role="clerk", since=dt.date(2026, 1, 1)),
    Employment(person="bob", role="manager", since=dt.date(2026, 1, 1)),
    Employment(person="eve", role="head", since=dt.date(2026, 1, 1)),
)


def at(text: str) -> dt.datetime:
    """Return a moment of 2026 on the wall of Moscow: "03-02 10:00"."""
    return dt.datetime.fromisoformat(f"2026-{text}").replace(tzinfo=MOSCOW)


def department(*parts: Any) -> Regulation:
    """Return a regulation with three roles and an office, and what a test adds."""
    draft = (
        sr.regulation("small", title="Small", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager", reports_to="head")
        .role("head", title="Head")
        .activity("call", title="Call", channel="phone")
        .activity("mail", title="Mail", channel="post")
        .add(office())
    )
    for part in parts:
        draft = draft.add(part)
    return draft.build()


def pipeline(**first: Any) -> Any:
    """Return stages new, work, wait, won and lost; the first has what is given."""
    ways = first.pop("transitions", ["work", "wait", "won", "lost"])
    return (
        sr.part()
        .stage(
            "new",
            title="New",
            kind="initial",
            owner="clerk",
            transitions=ways,
            **first,
        )
        .stage(
            "work",
            title="Work",
            owner="manager",
            transitions=["new", "wait", "won", "lost"],
        )
        .stage(
            "wait",
            title="Wait",
            kind="paused",
            owner="manager",
            transitions=["work", "lost"],
        )
        .stage("won", title="Won", kind="won", owner="manager", transitions=["work"])
        .stage("lost", title="Lost", kind="lost", transitions=["new"])
    )


def deal(created: str = "03-02 10:00", *, key: str = "d", **more: Any) -> Deal:
    """Return a deal."""
    return Deal(deal=key, created_at=at(created), **more)


def went(*moves: str, key: str = "d", actor: str | None = None) -> tuple[Event, ...]:
    """Return changes of stage: "03-02 10:00 new"."""
    return tuple(
        Event(
            deal=key,
            at=at(move[:11]),
            kind="stage",
            subject=move[12:],
            actor=actor,
            sequence=number,
        )
        for number, move in enumerate(moves)
    )


def happened(moment: str, kind: Any, subject: str | None = None, **more: Any) -> Event:
    """Return another event."""
    key = more.pop("key", "d")
    return Event(deal=key, at=at(moment), kind=kind, subject=subject, **more)


def paid(
    moment: str, amount: str, *, key: str = "d", state: Any = "received"
) -> MoneyMoved:
    """Return money that moved, in roubles."""
    return MoneyMoved(
        deal=key, at=at(moment), amount=Decimal(amount), currency="RUB", state=state
    )


def records(*rows: Any, people: tuple[Employment, ...] = PEOPLE) -> Records:
    """Return rows of any tables as records."""

    def of(cls: type) -> tuple[Any, ...]:
        return tuple(row for row in rows if isinstance(row, cls))

    return Records(
        deals=of(Deal),
        events=of(Event),
        activities=of(Worked),
        people=people,
        payments=of(MoneyMoved),
        targets=of(Target),
    )


def judged(
    regulation: Regulation, *rows: Any, now: str = "03-20 12:00", **more: Any
) -> Judgement:
    """Hold rows to a regulation."""
    flat = [one for row in rows for one in (row if isinstance(row, tuple) else (row,))]
    return judge(regulation, records(*flat, **more), at(now))


def one(rows: tuple[Row, ...]) -> Any:
    """Return the only row."""
    assert len(rows) == 1, rows
    return rows[0]


def values(row: Row, *names: str) -> tuple[object, ...]:
    """Return some columns of a row."""
    return tuple(getattr(row, name) for name in names)


def faults(rows: tuple[Row, ...], name: str) -> list[object]:
    """Return one column of all rows."""
    return [getattr(row, name) for row in rows]
