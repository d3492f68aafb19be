"""Clocks: which terms of a regulation run for a deal, and when they run out.

The reading of the clauses, which `docs/how-to/test-a-crm.md` tells to users:

- The norm of a stage runs from when the deal entered it. The outcome stages, won and
  lost, are not left, so theirs is not asked.
- A deadline of a stage runs while the deal is there, from its trigger until one of
  the events that stop it. A deadline before an event or a stage is not asked: what
  is known in advance is nothing that a clock can tell.
- An escalation with a trigger and a stage runs in that stage. Where a deadline of
  the stage with the same trigger says what stops it, it runs as long as that.
- The window of an owner runs from when it got the deal, or from the last event that
  renews it, while its condition holds and the deal is open. After it, the deal goes
  where the rule says. A window with a time of grace is not asked: nobody can tell
  what was begun.

The calendar is that of the role which the clause is about: the owner of the stage,
or the owner of the deal. A term in days or longer ends with the working day, as the
terms of `salesreg.values.due` do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from salesreg.model.ownership import OwnershipRule
from salesreg.model.process import Stage
from salesreg.testing.crm.gates import Gates
from salesreg.testing.crm.history import History
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import Before, BeforeStage, Deadline, In
from salesreg.values.event import (
    DealCreated,
    Event,
    OwnerAssigned,
    PeriodEnds,
    StageEntered,
    StageLeft,
)
from salesreg.values.hours import UnknownYear
from salesreg.values.times import Duration

OUTCOMES = frozenset({"won", "lost"})
_EARLIER = DealCreated | OwnerAssigned | StageEntered | StageLeft
"""Events that start a clock of a stage also when they were before it."""


@frozen(kw_only=True)
class Clock:
    """A term that runs for a deal.

    Attributes:
        rule: JSON Pointer of the clause that sets it.
        since: When it started.
        at: When it runs out; None where the regulation leaves open whether or until
            when it runs, or its calendar does not know the year.
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
    """The terms of a regulation, run for the history of a deal."""

    def __init__(self, gates: Gates) -> None:
        """Take the stages of a regulation."""
        self._gates = gates
        self._regulation = gates.regulation
        self._known: dict[tuple[str, dt.datetime, str], dt.datetime | None] = {}

    def running(self, history: History, now: dt.datetime) -> Iterator[Clock]:
        """Yield the clocks that run for a deal, in the order of the clauses."""
        path, stage = self._gates.stages[history.stage]
        calendar = self._gates.calendar(stage.owner)
        if stage.norm and stage.kind not in OUTCOMES:
            norm, entered = stage.norm.limit, history.entered_at
            yield from self._clock(f"{path}/norm", norm, entered, calendar)
        for index, deadline in enumerate(stage.deadlines):
            since = started(deadline.trigger, deadline.stops, history)
            if since is not None and not isinstance(
                deadline.limit, Before | BeforeStage
            ):
                rule = f"{path}/deadlines/{index}"
                yield from self._clock(rule, deadline, since, calendar)
        yield from self._escalations(history, stage, calendar)
        yield from self.windows(history, now)

    def _escalations(
        self, history: History, stage: Stage, calendar: WorkCalendar | None
    ) -> Iterator[Clock]:
        for number, escalation in enumerate(self._regulation.escalations):
            trigger = escalation.trigger
            if trigger is None or escalation.stage != stage.key:
                continue
            guarded = [
                one for one in stage.deadlines if one.trigger == trigger and one.stops
            ]
            stops = [one.stops for one in guarded] or [()]
            times = [started(trigger, one, history) for one in stops]
            since = min((one for one in times if one is not None), default=None)
            if since is None:
                continue
            for index, level in enumerate(escalation.levels):
                if level.after is not None:
                    rule = f"/escalations/{number}/levels/{index}"
                    yield from self._clock(rule, level.after, since, calendar)

    def windows(self, history: History, now: dt.datetime) -> Iterator[Clock]:
        """Yield the windows that run for the owner of a deal."""
        _, stage = self._gates.stages[history.stage]
        if history.owner is None:
            return
        got = history.last(OwnerAssigned()) or history.entered_at
        calendar = self._gates.calendar(history.owner)
        for index, rule in enumerate(self._regulation.ownership):
            if rule.window is None or rule.grace is not None:
                continue
            if not self._gates.met(rule.when, stage, history.values, now):
                continue
            renewed = history.last(rule.without) if rule.without else None
            since = max(got, renewed) if renewed else got
            place = f"/ownership/{index}"
            if history.untold or stage.kind in OUTCOMES:
                yield Clock(rule=place, since=since, at=None)
                continue
            yield from self._clock(place, rule.window, since, calendar)

    def lapse(self, history: History, now: dt.datetime) -> Lapse | None:
        """Return how an owner has lost a deal before a moment, the earliest way.

        At its very limit a window has not run out yet.
        """
        over: list[Lapse] = []
        for clock in self.windows(history, now):
            rule = self._regulation.ownership[int(clock.rule.rpartition("/")[2])]
            if clock.at and clock.at < now and rule.then not in {None, "stays"}:
                over.append(Lapse(clock.at, clock.rule, rule))
        return min(over, key=lambda one: one.at, default=None)

    def _clock(
        self,
        rule: str,
        term: Deadline | Duration,
        since: dt.datetime,
        calendar: WorkCalendar | None,
    ) -> Iterator[Clock]:
        """Yield a clock, if it is one that can be reckoned."""
        if calendar is None:
            return
        place = rule, since, calendar.key
        if place not in self._known:
            self._known[place] = _limit(term, since, calendar)
        yield Clock(rule=rule, since=since, at=self._known[place])

    @cached_property
    def asked(self) -> frozenset[str]:
        """The clauses whose clocks a CRM is asked about, as pointers."""
        found: set[str] = set()
        for path, stage in self._gates.stages.values():
            if stage.norm and stage.kind not in OUTCOMES:
                found.add(f"{path}/norm")
            for index, deadline in enumerate(stage.deadlines):
                if not isinstance(deadline.limit, Before | BeforeStage):
                    found.add(f"{path}/deadlines/{index}")
        for number, escalation in enumerate(self._regulation.escalations):
            if escalation.trigger and escalation.stage in self._gates.stages:
                found |= {
                    f"/escalations/{number}/levels/{index}"
                    for index, level in enumerate(escalation.levels)
                    if level.after
                }
        for index, rule in enumerate(self._regulation.ownership):
            if rule.window and rule.grace is None:
                found.add(f"/ownership/{index}")
        return frozenset(found) if self._regulation.calendars else frozenset()

    def events(self) -> tuple[Event, ...]:
        """Return the events that start, stop or renew a clock, or only seem to.

        Those that a move, or the calendar, brings by itself are not among them.
        """
        found: dict[Event, None] = {}
        for _, stage in self._gates.stages.values():
            for one in stage.deadlines:
                found |= dict.fromkeys((one.trigger, *one.stops, *one.does_not_stop))
        for rule in self._regulation.ownership:
            if rule.without and rule.window:
                found[rule.without] = None
        for escalation in self._regulation.escalations:
            if escalation.trigger and escalation.stage:
                found[escalation.trigger] = None
        brought = DealCreated | StageEntered | StageLeft | PeriodEnds
        return tuple(one for one in found if not isinstance(one, brought))


def started(
    trigger: Event, stops: tuple[Event, ...], history: History
) -> dt.datetime | None:
    """Return when the clock of a trigger started, if it runs now.

    Events before the deal came to its stage start no clock of it, but for those
    of the deal itself: that it appeared, got an owner, entered or left a stage.
    """
    since: dt.datetime | None = None
    for place, (event, at) in enumerate(history.happened):
        if since is not None and event in stops:
            since = None
        elif since is not None or event != trigger:
            continue
        elif isinstance(event, _EARLIER) or place >= history.entered_in:
            since = at
    return since


def _limit(
    term: Deadline | Duration, since: dt.datetime, calendar: WorkCalendar
) -> dt.datetime | None:
    if isinstance(term, Duration):
        term = Deadline(trigger=DealCreated(), limit=In(duration=term))
    try:
        return term.due(since, calendar).limit
    except UnknownYear:
        return None
