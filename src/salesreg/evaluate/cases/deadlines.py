"""Deadlines: what must follow a trigger, and when it did (rules 4)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.clock import DATED, falls, passed, paused
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import DeadlineRow, DeadlineStatus, NotEvaluated
from salesreg.values.deadline import BeforeStage, Deadline
from salesreg.values.event import DealCreated, Event, Happens, StageEntered, StageLeft


@frozen
class Site:
    """A place of a regulation that has a deadline.

    Attributes:
        pointer: Where it stands.
        deadline: The deadline.
        role: Role whose calendar counts.
        stage: The stage it is a deadline of.
    """

    pointer: str
    deadline: Deadline
    role: str | None
    stage: str | None = None


def deadlines(case: Case) -> Iterator[DeadlineRow]:
    """Yield a row for each clock that was started."""
    for edition in case.editions.all:
        for site in sites(edition):
            if edition.calendar(site.role) is None or not is_judged(site.deadline):
                continue
            if edition.lacks("events"):
                continue
            for at in triggers(case, site.deadline.trigger, site.stage):
                if case.edition(at) is edition:
                    yield _judged(case, edition, site, at)


def unjudged(edition: Edition, told: frozenset[str]) -> Iterator[NotEvaluated]:
    """Yield the deadlines that no data can be held to.

    Args:
        edition: The edition.
        told: The words of the events that the data tells in words.
    """
    for site in sites(edition):
        deadline = site.deadline
        if not deadline.stops:
            yield NotEvaluated(**edition.cite(site.pointer), reason="no-answer")
        elif deadline.limit.kind not in {*DATED, "before_stage"}:
            yield NotEvaluated(**edition.cite(site.pointer), reason="event-in-advance")
        elif edition.calendar(site.role) is None:
            yield NotEvaluated(**edition.cite(site.pointer), reason="no-calendar")
        elif table := edition.lacks("events"):
            yield NotEvaluated(**edition.cite(site.pointer), **lacking(table))
        elif any(unheard(event, told) for event in (deadline.trigger, *deadline.stops)):
            yield NotEvaluated(**edition.cite(site.pointer), reason="words")


def unheard(event: Event, told: frozenset[str]) -> bool:
    """Tell whether an event is in words that the data never says (2.7)."""
    return isinstance(event, Happens) and event.title not in told


def is_judged(deadline: Deadline) -> bool:
    """Tell whether data can be held to a deadline (4.1)."""
    return bool(deadline.stops) and deadline.limit.kind in {*DATED, "before_stage"}


@functools.lru_cache(maxsize=64)
def sites(edition: Edition) -> tuple[Site, ...]:
    """Return the deadlines of an edition, in its order."""
    return tuple(_sites(edition))


def _sites(edition: Edition) -> Iterator[Site]:
    regulation = edition.regulation
    for place, stage in enumerate(regulation.stages):
        for index, deadline in enumerate(stage.deadlines):
            path = pointer("stages", place, "deadlines", index)
            yield Site(path, deadline, stage.owner, stage.key)
    for place, procedure in enumerate(regulation.procedures):
        for index, step in enumerate(procedure.steps):
            path = pointer("procedures", place, "steps", index, "deadline")
            if step.deadline is not None:
                yield Site(path, step.deadline, step.role or procedure.owner)
    yield from (
        *_each("handovers", regulation.handovers, "deadline", "receiver"),
        *_each("documents", regulation.documents, "deadline", "author"),
        *_each("payment_terms", regulation.payment_terms, "reminder"),
        *_each("reports", regulation.reports, "deadline", "author"),
    )


def _each(
    held: str, things: tuple[object, ...], name: str, role: str | None = None
) -> Iterator[Site]:
    for place, thing in enumerate(things):
        deadline: Deadline | None = getattr(thing, name)
        if deadline is not None:
            who = getattr(thing, role) if role else None
            yield Site(pointer(held, place, name), deadline, who)


def triggers(case: Case, event: Event, stage: str | None) -> Iterator[dt.datetime]:
    """Yield when a trigger started a clock (4.2)."""
    anywhere = stage is None or isinstance(
        event, DealCreated | StageEntered | StageLeft
    )
    for at in case.times(event):
        visit = None if anywhere else case.visit(at)
        if anywhere or (visit is not None and visit.key == stage):
            yield at


def answer(case: Case, deadline: Deadline, at: dt.datetime) -> dt.datetime | None:
    """Return when a clock that started at a moment was answered (4.4)."""
    found: list[dt.datetime] = []
    for event in deadline.stops:
        if event in deadline.does_not_stop:
            continue
        later = (
            moment
            for moment in case.times(event)
            if moment > at or (moment == at and event != deadline.trigger)
        )
        found += [first for first in (next(later, None),) if first is not None]
    return min(found, default=None)


def _judged(case: Case, edition: Edition, site: Site, at: dt.datetime) -> DeadlineRow:
    deadline = site.deadline
    calendar = edition.calendar(site.role)
    assert calendar is not None
    pauses = case.pauses(edition)
    moments = falls(deadline, at, calendar, pauses)
    limit, known = moments.limit, True
    if isinstance(deadline.limit, BeforeStage):
        entries = case.times(StageEntered(stage=deadline.limit.stage))
        limit = next((moment for moment in entries if moment >= at), None)
    else:
        known = limit is not None
    answered, lost = answer(case, deadline, at), case.lost_at(deadline.trigger, at)
    if answered is not None and lost is not None and lost < answered:
        answered = None
    end = answered or lost or case.now
    breached = limit is not None and end > limit
    stopped = paused(calendar, moments.start, end, pauses)
    whole = passed(calendar, moments.start, end)
    late = (
        _less(passed(calendar, limit, end), paused(calendar, limit, end, pauses))
        if (breached and limit is not None)
        else 0
    )
    return DeadlineRow(
        **edition.cite(site.pointer),
        deal=case.key,
        person=case.owner(at),
        at=at,
        start=moments.start,
        target_due=moments.target,
        due=limit,
        answered_at=answered,
        end=end,
        status=status(answered, lost, breached=breached) if known else "unknown",
        breached=breached,
        target_missed=None if moments.target is None else end > moments.target,
        seconds=_less(whole, stopped),
        paused_seconds=stopped,
        late_seconds=late if known else None,
    )


def _less(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part


def status(
    answered: dt.datetime | None, lost: dt.datetime | None, *, breached: bool
) -> DeadlineStatus:
    """Return how a clock stands (4.7)."""
    if answered is not None:
        return "late" if breached else "met"
    if lost is not None:
        return "missed" if breached else "lapsed"
    return "overdue" if breached else "pending"
