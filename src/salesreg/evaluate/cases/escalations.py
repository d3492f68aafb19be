"""Escalations: who was to be told that something stays undone (rules 10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from salesreg.errors import pointer
from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.deadlines import answer, unheard
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import EscalationRow, NotEvaluated
from salesreg.model.control import Escalation
from salesreg.values.event import StageLeft


def escalations(case: Case) -> Iterator[EscalationRow]:
    """Yield a row for each level that was to be told."""
    for edition in case.editions.all:
        for place, escalation in enumerate(edition.regulation.escalations):
            if escalation.trigger is None or not ends(escalation):
                continue
            if edition.lacks("events"):
                continue
            for at in case.times(escalation.trigger):
                if case.edition(at) is edition:
                    yield from _told(case, edition, place, escalation, at)


def unjudged(edition: Edition, told: frozenset[str]) -> Iterator[NotEvaluated]:
    """Yield the escalations that no data can be held to."""
    for place, escalation in enumerate(edition.regulation.escalations):
        cited = edition.cite(pointer("escalations", place))
        if escalation.trigger is None or not ends(escalation):
            yield NotEvaluated(**cited, reason="no-end")
        elif not edition.regulation.calendars:
            yield NotEvaluated(**cited, reason="no-calendar")
        elif table := edition.lacks("events"):
            yield NotEvaluated(**cited, **lacking(table))
        elif any(unheard(one, told) for one in (escalation.trigger, *escalation.stops)):
            yield NotEvaluated(**cited, reason="words")


def role_of(edition: Edition, escalation: Escalation) -> str | None:
    """Return the role whose calendar counts (10.2)."""
    stage = edition.stages.get(escalation.stage) if escalation.stage else None
    if stage and stage[1].owner:
        return stage[1].owner
    return escalation.levels[0].to if escalation.levels else None


def done_at(
    case: Case, edition: Edition, escalation: Escalation, at: dt.datetime
) -> dt.datetime | None:
    """Return when what was undone was done (10.1)."""
    assert escalation.trigger is not None
    found = [
        _first(case.times(event), at, itself=event == escalation.trigger)
        for event in escalation.stops
    ]
    stage = edition.stages.get(escalation.stage) if escalation.stage else None
    if stage is not None:
        found += [
            answer(case, deadline, at)
            for deadline in stage[1].deadlines
            if deadline.trigger == escalation.trigger
        ]
        trigger, key = escalation.trigger, stage[1].key
        itself = isinstance(trigger, StageLeft) and trigger.stage == key
        times = case.happened.get(("left", key, None), ())
        found.append(_first(times, at, itself=itself))
    found.append(case.lost_at(escalation.trigger, at))
    return min((moment for moment in found if moment is not None), default=None)


def ends(escalation: Escalation) -> bool:
    """Tell whether it is said what ends an escalation (10.1)."""
    return bool(escalation.stops) or escalation.stage is not None


def _first(
    times: tuple[dt.datetime, ...], at: dt.datetime, *, itself: bool
) -> dt.datetime | None:
    return next((one for one in times if one > at or (one == at and not itself)), None)


def _told(
    case: Case, edition: Edition, place: int, escalation: Escalation, at: dt.datetime
) -> Iterator[EscalationRow]:
    calendar = edition.calendar(role_of(edition, escalation))
    if calendar is None:
        return
    done = done_at(case, edition, escalation, at)
    for index, level in enumerate(escalation.levels):
        if level.after is None:
            continue
        due = after(level.after, at, calendar, case.pauses(edition))
        if due is None or due > case.now or (done is not None and due >= done):
            continue
        yield EscalationRow(
            **edition.cite(pointer("escalations", place, "levels", index)),
            deal=case.key,
            escalation=escalation.key,
            level=index + 1,
            to=level.to,
            person=case.owner(at),
            at=at,
            due=due,
            done_at=done,
        )
