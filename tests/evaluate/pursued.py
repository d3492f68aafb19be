"""Regulations that say how clients are pursued: attempts, next steps, escalations."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from attrs import evolve

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.tables import Event, Records
from salesreg.model.frame import Revision
from salesreg.model.regulation import Regulation
from tests.evaluate.drawn import some_records
from tests.values.offices import office

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
    day = dt.date(2026, 2, 20)
    deals = tuple(
        evolve(deal, values={"next": day + dt.timedelta(days=source.randrange(60))})
        if source.random() < 0.7
        else deal
        for deal in made.deals
    )
    return evolve(made, deals=deals, events=(*made.events, *events))


def two_pursuits() -> History:
    """Return a history in which running deals move to the second edition."""
    editions = ("1", dt.date(2026, 1, 1)), ("2", dt.date(2026, 2, 2))
    return History(tuple(pursued(*one) for one in editions))
