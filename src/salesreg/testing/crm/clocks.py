"""Clocks: which terms of a regulation run for a deal, as its evaluation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases import deadlines, escalations, visits
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.tenures import tenures
from salesreg.model.ownership import OwnershipRule
from salesreg.testing.crm.gates import Gates
from salesreg.testing.crm.log import Log
from salesreg.values.event import (
    DealCreated,
    Event,
    OwnerAssigned,
    PeriodEnds,
    StageEntered,
    StageLeft,
)


@frozen(kw_only=True)
class Clock:
    """A term that runs for a deal.

    Attributes:
        rule: JSON Pointer of the clause that sets it.
        since: When it started.
        at: When it runs out; None where that is open: while the deal is paused, and
            where a calendar does not know the year.
    """

    rule: str
    since: dt.datetime
    at: dt.datetime | None


class Lapse(NamedTuple):
    """An owner has lost a deal.

    Attributes:
        at: When the window ran out.
        place: JSON Pointer of the rule.
        rule: The rule.
    """

    at: dt.datetime
    place: str
    rule: OwnershipRule


class Clocks:
    """The terms of a regulation that a CRM is asked about.

    These are the norms and deadlines of stages, the levels of escalations, and the
    windows of owners without a time of grace. Of several clocks of one clause the
    first to run out counts.
    """

    def __init__(self, gates: Gates) -> None:
        """Take the stages of a regulation."""
        self._gates = gates
        self._regulation = gates.regulation

    def running(self, log: Log, now: dt.datetime) -> dict[str, Clock]:
        """Return the clocks that run for a deal, by the pointer of the clause."""
        case = log.case(self._gates.editions, now)
        paused = self._gates.stage(log.stage).kind == "paused"
        found: dict[str, Clock] = {}
        for clock, moves in self.all(log, case):
            # While a deal is paused, a clock that is stopped has no end yet.
            at = None if moves and paused else clock.at
            first = found.get(clock.rule)
            if clock.rule not in self.asked:
                continue
            if first is None or (at and first.at and at < first.at):
                found[clock.rule] = Clock(rule=clock.rule, since=clock.since, at=at)
        return found

    def all(self, log: Log, case: Case) -> Iterator[tuple[Clock, bool]]:
        """Yield the clocks, each with whether a pause stops it."""
        stay = tuple(visits.visits(case))[-1]
        if stay.status is not None:
            yield _clock(stay.pointer, stay.entered_at, stay.due), False
        for row in deadlines.deadlines(case):
            if row.status in {"pending", "overdue", "unknown"}:
                yield _clock(row.pointer, row.at, row.due), True
        yield from ((one, True) for one in self._escalations(case))
        yield from ((one, False) for one in self._windows(log, case))

    def _escalations(self, case: Case) -> Iterator[Clock]:
        edition = self._gates.edition
        for place, one in enumerate(self._regulation.escalations):
            calendar = edition.calendar(escalations.role_of(edition, one))
            if one.trigger is None or not escalations.ends(one) or calendar is None:
                continue
            for at in case.times(one.trigger):
                if escalations.done_at(case, edition, one, at) is not None:
                    continue
                for index, level in enumerate(one.levels):
                    if level.after is not None:
                        due = after(level.after, at, calendar, case.pauses(edition))
                        yield _clock(f"/escalations/{place}/levels/{index}", at, due)

    def _windows(self, log: Log, case: Case) -> Iterator[Clock]:
        if log.owner is None:
            return
        if self._gates.stage(log.stage).kind == "lost":
            for place in range(len(self._regulation.ownership)):
                yield _clock(f"/ownership/{place}", case.now, None)
            return
        for row in tenures(case, self._gates.people):
            if row.number == len(case.tenures) and row.until is None:
                due = None if log.untold else row.grace_due or row.due
                yield _clock(row.pointer, row.last_at, due)

    def lapse(self, log: Log, now: dt.datetime) -> Lapse | None:
        """Return how an owner has lost a deal before a moment, the earliest way."""
        case = log.case(self._gates.editions, now)
        over: list[Lapse] = []
        for clock in self._windows(log, case):
            rule = self._regulation.at(clock.rule)
            taken = clock.rule in self.asked and rule.then not in {None, "stays"}
            if taken and clock.at is not None and clock.at < now:
                over.append(Lapse(clock.at, clock.rule, rule))
        return min(over, key=lambda one: one.at, default=None)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The clauses whose clocks a CRM is asked about, as pointers."""
        edition, found = self._gates.edition, set[str]()
        for key, (place, stage) in edition.stages.items():
            if visits.norm_of(edition, key):
                found.add(f"/stages/{place}/norm")
            for index, deadline in enumerate(stage.deadlines):
                if (
                    deadlines.is_judged(deadline)
                    and deadline.limit.kind != "before_stage"
                ):
                    found.add(f"/stages/{place}/deadlines/{index}")
        for place, one in enumerate(self._regulation.escalations):
            if one.trigger and escalations.ends(one):
                found |= {
                    f"/escalations/{place}/levels/{index}"
                    for index, level in enumerate(one.levels)
                    if level.after
                }
        for place, rule in enumerate(self._regulation.ownership):
            if rule.window and rule.without and rule.grace is None:
                found.add(f"/ownership/{place}")
        return frozenset(found) if self._regulation.calendars else frozenset()

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that start, stop or renew a clock, or only seem to.

        Those that a move, or the calendar, brings by itself are not among them.
        """
        found: dict[Event, None] = {}
        for _, stage in self._gates.edition.stages.values():
            for one in stage.deadlines:
                found |= dict.fromkeys((one.trigger, *one.stops, *one.does_not_stop))
        for rule in self._regulation.ownership:
            if rule.without and rule.window:
                found[rule.without] = None
        for escalation in self._regulation.escalations:
            if escalation.trigger and escalations.ends(escalation):
                found |= dict.fromkeys((escalation.trigger, *escalation.stops))
        brought = DealCreated | OwnerAssigned | StageEntered | StageLeft | PeriodEnds
        return tuple(one for one in found if not isinstance(one, brought))


def _clock(rule: str, since: dt.datetime, at: dt.datetime | None) -> Clock:
    return Clock(rule=rule, since=since, at=at)
