"""Regulations that say how clients are pursued: attempts, next steps, escalations."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import Any

from attrs import evolve

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.tables import Event, MoneyMoved, Records
from salesreg.model.frame import Revision
from salesreg.model.regulation import Regulation
from tests.evaluate.drawn import FIRST, some_records
from tests.values.offices import WEEK, office

_ACTIVITIES = {"call": "phone", "letter": "email", "chat": "messenger"}
ACTIVITIES = (*_ACTIVITIES, "nothing-known")


def pursued(number: str = "1", since: dt.date | None = None) -> Regulation:
    """Return a regulation with attempts on every clock, on two calendars."""
    first = number == "1"
    draft = (
        sr.regulation("pursued", title="Pursued", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager")
        .stage(
            "new",
            title="New",
            kind="initial",
            owner="clerk",
            attempts=sr.attempts(
                least=2,
                most=3 if first else 1,
                within="6 h working",
                pause="2 h working",
                channels=["phone"],
                then="wait",
            ),
        )
        .stage(
            "talk",
            title="Talk",
            owner="manager",
            deadlines=[
                sr.deadline(
                    sr.stage_entered("talk"),
                    limit="1 h working",
                    stops=[sr.activity_done("call"), sr.activity_done("letter")],
                    does_not_stop=[sr.activity_done("letter")],
                ),
                sr.deadline(
                    sr.activity_done("call"),
                    limit="1 h",
                    stops=[sr.activity_done("letter")],
                ),
            ],
            attempts=sr.attempts(
                least=3,
                within="3 business days" if first else "2 weeks",
                pause="1 business day",
                channels=["phone", "email"],
            ),
        )
        .stage(
            "offer",
            title="Offer",
            owner="manager",
            attempts=sr.attempts(
                least=1, most=1, within="20 h", pause="1 week" if first else "36 h"
            ),
        )
        .stage("wait", title="Wait", kind="paused", owner="manager")
        .stage("won", title="Won", kind="won", owner="manager")
        .stage("lost", title="Lost", kind="lost")
        .escalation(
            "silence",
            title="Nobody called",
            trigger=sr.stage_entered("talk"),
            stage="talk",
            levels=[
                sr.escalation_level("clerk", after="30 min working"),
                sr.escalation_level("manager", after="1 day" if first else "2 days"),
                sr.escalation_level("manager", after="3 business days"),
                sr.escalation_level("manager"),
            ],
        )
        .escalation(
            "again",
            title="Nobody called again",
            trigger=sr.activity_done("call"),
            stops=[sr.activity_done("call"), sr.stage_left("new")],
            levels=[sr.escalation_level("manager", after="20 h")],
        )
        .escalation(
            "lost",
            title="Nobody asked why",
            trigger=sr.stage_entered("lost"),
            stops=[sr.stage_entered("lost"), sr.happens("Asked")],
            levels=[sr.escalation_level("clerk", after="2 h")],
        )
        .escalation(
            "moved",
            title="Nobody took over",
            trigger=sr.stage_left("new"),
            stage="new",
            stops=[sr.owner_assigned()],
            levels=[sr.escalation_level("manager", after="1 h working")],
        )
        .field("next", title="Next step", type="date")
        .field("again", title="Next try")
        .next_step(
            "Every deal has one",
            field="next" if first else "again",
            within="5 business days" if first else "100 h",
            stages=["new", "talk", "offer"] if first else (),
            otherwise="lost",
            after="2 business days" if first else "3 h working",
        )
        .add(office())
    )
    for key, channel in _ACTIVITIES.items():
        draft = draft.activity(key, title=key.title(), channel=channel)
    berlin = office("10:00-19:00", time_zone="Europe/Berlin", breaks=())
    made = evolve(
        draft.build(), calendars=(_for(berlin, "manager"), _for(office(), "clerk"))
    )
    if since is None:
        return made
    revision = Revision(number=number, in_force_from=since, running_deals="move")
    return evolve(made, revision=revision)


def _for(calendar: Any, role: str) -> Any:
    return evolve(calendar, key=f"of-{role}", roles=(role,))


def pursued_records(source: random.Random, count: int = 60) -> Records:
    """Return deals that are tried often, with next steps that events set and clear."""
    made = some_records(source, activities=ACTIVITIES, count=count)
    dates = ("2026-03-12", "20.03.2026", "2026-03-01 12:00", "2027-01-01", "soon", "")

    def around(at: dt.datetime) -> dt.datetime:
        return at + dt.timedelta(minutes=source.randrange(60 * 30))

    events: list[Event] = []
    for event in made.events:
        if event.kind == "stage":
            events += [
                Event(
                    deal=event.deal,
                    at=around(event.at),
                    kind="activity",
                    subject=source.choice(ACTIVITIES),
                )
                for _ in range(source.randrange(4))
            ]
        if source.random() < 0.3:
            events.append(
                Event(
                    deal=event.deal,
                    at=around(event.at),
                    kind="field",
                    subject=source.choice(("next", "again")),
                    state=source.choice((None, *dates)),
                    sequence=source.randrange(2),
                )
            )
        if source.random() < 0.1:
            kind, subject, state = source.choice(_SAID)
            events.append(
                Event(
                    deal=event.deal,
                    at=around(event.at),
                    kind=kind,
                    subject=subject,
                    state=state,
                )
            )
    day = dt.date(2026, 2, 20)
    deals = tuple(
        evolve(deal, values={"next": day + dt.timedelta(days=source.randrange(60))})
        if source.random() < 0.7
        else deal
        for deal in made.deals
    )
    payments = tuple(
        MoneyMoved(
            deal=source.choice(deals).deal,
            at=around(FIRST),
            amount=Decimal(1),
            currency="RUB",
        )
        for _ in range(count // 4)
    )
    every = (*made.events, *events)
    return evolve(made, deals=deals, events=every, payments=payments)


CALENDARS = (
    office(),
    office("10:00-19:00", time_zone="Europe/Berlin", breaks=()),
    office("22:00-06:00", breaks=()),
    office(country="RU", years=(2026, 2026)),
    office(time_zone="America/New_York", days=WEEK, years=(2025, 2025)),
    office(years=(2027, 2027)),
)
TERMS = (
    "15 min working",
    "3 h",
    "9 h working",
    "40 h",
    "1 day",
    "2 business days",
    "1 week",
    "1 month",
    "200 business days",
    "90000000 h",
    "1 year",
    "9000 years",
    "900000 business days",
)
_USUAL = TERMS.index("200 business days")
EVENTS = (
    "deal_created",
    sr.stage_entered("new"),
    sr.stage_entered("lost"),
    sr.stage_left("talk"),
    sr.owner_assigned(),
    sr.activity_done("call"),
    sr.activity_done("letter"),
    sr.document_moved("offer", state="sent"),
    sr.payment("received"),
    sr.happens("Asked"),
)
_SAID: Any = (("happens", "Asked", None), ("document", "offer", "sent"))
_TYPES: Any = ("date", "text", "number")
_KINDS: dict[str, Any] = {
    "new": "initial",
    "wait": "paused",
    "won": "won",
    "lost": "lost",
}


def any_pursuit(source: random.Random) -> Regulation:
    """Return a regulation that says of any stage and event what it likes."""
    keys = ("new", "talk", "offer", "wait", "won", "lost")

    terms = source.choice((TERMS[:_USUAL], TERMS[:_USUAL], TERMS))

    def term() -> Any:
        return source.choice((None, *terms))

    def some(values: Any, most: int = 3) -> list[Any]:
        return source.sample(values, source.randrange(most + 1))

    draft = sr.regulation("drawn", title="Drawn", language="en")
    for role in ("clerk", "manager"):
        draft = draft.role(role, title=role.title())
    for key, channel in _ACTIVITIES.items():
        draft = draft.activity(key, title=key.title(), channel=channel)
    for key in keys:
        rule = sr.attempts(
            least=source.choice((None, 1, 2, 3)),
            most=source.choice((None, 1, 2)),
            within=term(),
            pause=term(),
            channels=some(tuple(_ACTIVITIES.values())),
            then=source.choice((None, *keys)),
        )
        deadline = sr.deadline(
            source.choice(EVENTS),
            limit=sr.in_(source.choice(terms)),
            target=term(),
            cutoff=source.choice((None, None, "10:00", "17:30")),
            after_hours=source.choice((None, "next_opening")),
            stops=some(EVENTS),
            does_not_stop=some(EVENTS, 1),
        )
        draft = draft.stage(
            key,
            title=key.title(),
            kind=_KINDS.get(key, "work"),
            owner=source.choice((None, "clerk", "manager")),
            deadlines=[deadline] if source.random() < 0.7 else [],
            attempts=rule if source.random() < 0.7 else None,
            norm=sr.time_norm(source.choice(terms), target=term()),
        )
    for number in range(source.randrange(4)):
        draft = draft.escalation(
            f"e{number}",
            title="Undone",
            trigger=source.choice(EVENTS),
            stage=source.choice((None, *keys)),
            stops=some(EVENTS),
            levels=[
                sr.escalation_level("manager", after=term())
                for _ in range(source.randrange(4))
            ],
        )
    draft = draft.field("next", title="Next", type="date")
    draft = draft.field("again", title="Again", type=source.choice(_TYPES))
    draft = draft.next_step(
        "Always",
        field=source.choice(("next", "next", "again", "nowhere")),
        within=term(),
        stages=some(keys),
        otherwise=source.choice((None, *keys)),
        after=term(),
    )
    calendars = tuple(
        evolve(one, key=f"c{number}", roles=source.choice(((), ("clerk",))))
        for number, one in enumerate(some(CALENDARS))
    )
    return evolve(draft.build(), calendars=calendars)


def two_pursuits() -> History:
    """Return a history in which running deals move to the second edition."""
    editions = ("1", dt.date(2026, 1, 1)), ("2", dt.date(2026, 2, 2))
    return History(tuple(pursued(*one) for one in editions))
