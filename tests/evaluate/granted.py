"""Regulations about who may grant what, and deals that ask for more or less."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import Any

from attrs import evolve

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.tables import Deal, Employment, Event, Records
from salesreg.model.frame import Revision
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money, Percent
from tests.evaluate.drawn import FIRST, PEOPLE
from tests.values.offices import office

ROLES = ("clerk", "manager", "head", "nobody")
TEXTS = {
    "discount": ("4%", "5 %", "12", "20%", "0.1234567%", "much", "1e99", None),
    "sum": (
        "1 000",
        "1000,50 RUB",
        "1000 USD",
        "1.005 RUB",
        "1000 XXX",
        "99999999999999 RUB",
        None,
    ),
    "days": ("10", "30", "2.5", "soon", None),
    "rush": ("yes", "no", "perhaps", None),
    "note": ("said", "written", None),
}
"""What events write into the fields, readable or not."""


def granted(number: str = "1", since: dt.date | None = None) -> Regulation:
    """Return a regulation with authority over values of each kind."""
    first = number == "1"
    rush, note = sr.where("rush") == True, sr.where("note").filled()  # noqa: E712
    band = sr.authority_band
    draft = (
        sr.regulation("granted", title="Granted", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager")
        .role("head", title="Head")
        .field("days", title="Days", type="number")
        .field("discount", title="Discount", type="percent")
        .field("sum", title="Sum", type="money")
        .field("rush", title="Rush", type="flag")
        .field("note", title="Note")
        .stage("new", title="New", kind="initial")
        .stage("talk", title="Talk")
        .authority("words", title="In words", text="Ask the head")
        .authority(
            "discount",
            title="Discount",
            field="discount",
            document="request",
            bands=[
                band("clerk", band=sr.band(end="4%"), end_included=first),
                band("clerk", band=sr.band(end="12%"), when=rush),
                band("manager", band=sr.band(start="4%", end="12%")),
                band("head", band=sr.band(start="12%", end="20%"), end_included=True),
            ],
        )
        .authority(
            "sum",
            title="Sum",
            field="sum",
            bands=[
                band("head", band=sr.band(start="1000 RUB"), when=note),
                band("manager", band=sr.band(end="1000.50 RUB")),
            ],
        )
        .authority(
            "days",
            title="Days",
            field="days",
            document="request",
            bands=[
                band("clerk", band=sr.band(end="10 days"), end_included=True),
                band("manager", band=sr.band(end="30 days"), when=~(rush | note)),
            ],
        )
        .authority("none", title="None", field="days")
        .authority(
            "mixed",
            title="Mixed",
            field="sum" if first else "discount",
            bands=[band("head", band=sr.band(start="5%", end="1000 USD"))],
        )
        .authority("text", title="Text", field="note", bands=[])
        .add(office())
    )
    if since is None:
        return draft.build()
    revision = Revision(number=number, in_force_from=since, running_deals="move")
    return evolve(draft.build(), revision=revision)


def granted_editions() -> History:
    """Return a history in which running deals move to the second edition."""
    days = dt.date(2026, 1, 15), dt.date(2026, 2, 5)
    return History((granted("1", days[0]), granted("2", days[1])))


def some_granted(source: random.Random, count: int = 60, texts: Any = None) -> Records:
    """Return deals with values that were there or were written, some signed."""
    texts = TEXTS if texts is None else texts

    def moment() -> dt.datetime:
        return FIRST + source.randrange(28 * 12) * dt.timedelta(hours=4)

    def values() -> dict[str, object]:
        held: dict[str, object] = {
            "discount": Percent(Decimal(source.choice((3, 4, 5, 12, 20, 21)))),
            "sum": Money.parse(source.choice(("1000 RUB", "1000.50 RUB", "7 USD"))),
            "days": source.choice((10, 11, Decimal("9.5"), 40)),
            "rush": source.random() < 0.5,
            "note": source.choice(("said", "")),
        }
        return {key: held[key] for key in held if source.random() < 0.6}

    deals: list[Deal] = []
    events: list[Event] = []
    for number in range(count):
        key = f"d{number}"
        owner = source.choice((None, *PEOPLE))
        deals.append(Deal(deal=key, created_at=moment(), owner=owner, values=values()))
        told: tuple[Any, ...] = ("owner", "stage", "document", "document", "field")
        for _ in range(source.randrange(8)):
            kind = source.choice((*told, "field", "field"))
            subjects = {
                "owner": (None, *PEOPLE),
                "stage": ("new", "talk"),
                "document": ("request", "request", "other"),
                "field": tuple(texts),
            }
            subject = source.choice(subjects[kind])
            state = None
            if kind == "document":
                state = source.choice(("approved", "approved", "sent"))
            if kind == "field":
                state = source.choice(texts[subject])
            events.append(
                Event(
                    deal=key,
                    at=moment(),
                    kind=kind,
                    subject=subject,
                    state=state,
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
