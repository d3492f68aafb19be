"""Regulations about time and numbers, and what people did, that fits more or less."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.tables import Employment, Records, Worked
from salesreg.model.frame import Revision
from salesreg.model.regulation import Regulation
from tests.evaluate.drawn import FIRST, NOW, PEOPLE
from tests.values.offices import office

ROLES = ("clerk", "manager", "nobody")
ACTIVITIES = ("call", "mail", "contact", "walk", "unknown")


def timed(number: str = "1", since: dt.date | None = None) -> Regulation:
    """Return a regulation with budgets and norms on two calendars of two zones."""
    most = {"1": "3 h", "2": "2 h"}[number]
    draft = (
        sr.regulation("timed", title="Timed", language="en")
        .role("clerk", title="Clerk")
        .role("manager", title="Manager")
        .activity("call", title="Call")
        .activity("mail", title="Mail", includes=["walk"])
        .activity("contact", title="Contact", includes=["call", "mail"])
        .activity("walk", title="Walk", includes=["mail"])
        .budget("rest", title="In words")
        .budget("calls", title="Calls", activity="call", least="1 h", most=most)
        .budget(
            "contacts",
            title="Contacts",
            activity="contact",
            roles=["clerk", "clerk"],
            amount="5 h",
            per="week",
            window="10:00-17:30",
        )
        .budget(
            "nights",
            title="Nights",
            activity="contact",
            roles=["manager"],
            least="1 h",
            per="month",
            window="22:00-06:30",
            mandatory=False,
        )
        .budget(
            "mornings",
            title="Mornings",
            activity="mail",
            roles=["manager"],
            most="1 day",
            per="month",
            window="00:00-24:00",
        )
        .norm("calls", title="Calls", count=2, activity="call")
        .norm("mails", title="Mails", count=7, per="week", activity="mail")
        .norm("much", title="Much", count=30, per="quarter", activity="contact")
        .norm("words", title="In words", count=3)
        .add(office())
    )
    night = office(
        "20:00-04:00", time_zone="America/New_York", breaks=(), years=(2026, 2026)
    )
    calendars = (_for(office(), "manager"), _for(night, "clerk"))
    made = evolve(draft.build(), calendars=calendars)
    if since is None:
        return made
    revision = Revision(number=number, in_force_from=since, running_deals="move")
    return evolve(made, revision=revision)


def timed_editions() -> History:
    """Return a history in which the second edition allows less."""
    return History((timed("1", dt.date(2026, 1, 20)), timed("2", dt.date(2026, 2, 11))))


def _for(calendar: Any, role: str) -> Any:
    return evolve(calendar, key=f"of-{role}", roles=(role,))


MOMENTS = st.integers(-30 * 24 * 60, 62 * 24 * 60).map(
    lambda n: FIRST + n * dt.timedelta(minutes=1)
)
DAYS = st.dates(dt.date(2025, 12, 20), NOW.date())
WORK = st.builds(
    Worked,
    person=st.sampled_from((*PEOPLE, "stranger")),
    activity=st.sampled_from(ACTIVITIES),
    start=MOMENTS,
    minutes=st.one_of(st.integers(0, 200), st.integers(0, 5000)),
)
EMPLOYED = st.builds(
    Employment,
    person=st.sampled_from(PEOPLE),
    role=st.sampled_from(ROLES),
    since=st.one_of(st.just(dt.date(2025, 6, 1)), DAYS),
    until=st.one_of(st.none(), st.none(), DAYS),
)
WORKED = st.builds(
    Records,
    activities=st.lists(WORK, min_size=1, max_size=40).map(tuple),
    people=st.lists(EMPLOYED, max_size=6).map(tuple),
)


def some_work(source: random.Random, count: int = 150) -> Records:
    """Return much that was done at once, where a strategy would draw a little."""
    minutes = (0, 1, 30, 60, 90, 200, 3000)
    done = tuple(
        Worked(
            person=source.choice((*PEOPLE, "stranger")),
            activity=source.choice(ACTIVITIES),
            start=FIRST + source.randrange(62 * 24 * 60) * dt.timedelta(minutes=1),
            minutes=source.choice(minutes),
        )
        for _ in range(count)
    )
    people = tuple(
        Employment(
            person=person,
            role=source.choice(ROLES),
            since=dt.date(2025, 12, 20) + dt.timedelta(days=source.randrange(60)),
            until=source.choice((None, None, dt.date(2026, 2, 20))),
        )
        for person in (*PEOPLE, *PEOPLE)
    )
    return Records(activities=done, people=people)
