"""A goal: the one clause that a deal is to break, where that can be, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from salesreg.evaluate.cases.deadlines import is_judged, sites
from salesreg.model.control import EscalationLevel
from salesreg.model.limits import Authority
from salesreg.model.ownership import NextStep
from salesreg.model.process import Stage, Transition
from salesreg.testing.crm.gates import Move
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.steps import (
    MADE,
    Step,
    attempts,
    happens,
    makes,
    moves,
    nothing,
    writes,
)
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event, StageEntered, StageLeft

FINAL = frozenset({"won", "lost"})
NEXT_STEP = "/next_step"


@frozen
class Goal:
    """The clause that a deal is to break, and no other.

    Attributes:
        book: The regulation.
        place: JSON Pointer of the clause.
    """

    book: Rulebook
    place: str

    @property
    def stage(self) -> str | None:
        """The stage from which it can be broken, if it is about one."""
        gates, named = self.book.gates, self._named()
        if named is None:
            return None
        about = self.place.split("/")[3:4]
        final = gates.stage(named).kind in FINAL
        if about == ["entry"] or (about == ["required_fields"] and final):
            into = (s for s in gates.stages for w in gates.moves(s) if w.to == named)
            return next(into, named)
        return named

    def _named(self) -> str | None:
        _, section, number, *_ = f"{self.place}//".split("/")
        regulation = self.book.regulation
        if section == "escalations":
            return regulation.escalations[int(number)].stage
        if section == "stages":
            return regulation.stages[int(number)].key
        if self.place == NEXT_STEP and regulation.next_step:
            return next(iter(regulation.next_step.stages), None)
        trigger = self.trigger
        return trigger.stage if isinstance(trigger, StageEntered | StageLeft) else None

    @property
    def trigger(self) -> Event | None:
        """The event that starts the clock of the goal, if it has one."""
        rule = self.book.regulation.at(self.place)
        if isinstance(rule, Deadline):
            return rule.trigger
        if isinstance(rule, EscalationLevel):
            return self.book.regulation.escalations[
                int(self.place.split("/")[2])
            ].trigger
        return None

    @property
    def field(self) -> str | None:
        """The required field that the goal is about, if it is about one."""
        required = "/required_fields/" in self.place
        return self.book.regulation.at(self.place) if required else None

    @property
    def counts_attempts(self) -> bool:
        """Whether it is about how often a client is tried."""
        return self.place.endswith("/attempts")

    def ways(self, stage: str, ways: tuple[Transition, ...]) -> tuple[Transition, ...]:
        """Return the transitions that lead to where it can be broken."""
        target = self.stage
        if target is None or target == stage:
            return ()
        near = self._distances(target)
        best = min((near.get(way.to, 99) for way in ways), default=99)
        return tuple(way for way in ways if near.get(way.to, 99) == best)

    def _distances(self, target: str) -> dict[str, int]:
        """Return how many moves each stage is away from a stage."""
        gates = self.book.gates
        found, border = {target: 0}, [target]
        while border:
            near = border.pop(0)
            for key in gates.stages:
                if key not in found and any(w.to == near for w in gates.moves(key)):
                    found[key] = found[near] + 1
                    border.append(key)
        return found

    def starts(self) -> Iterator[Step]:
        """Yield the step that starts the clock of the goal, if somebody makes it."""
        if isinstance(self.trigger, MADE):
            yield happens(self.trigger)

    def faults(self, log: Log, at: dt.datetime) -> Iterator[Step]:
        """Yield steps from where a deal is, some of which may break the goal."""
        book, gates = self.book, self.book.gates
        rule, ways = book.regulation.at(self.place), gates.moves(log.stage)
        if isinstance(rule, Authority):
            yield from self._beyond(rule)
        elif isinstance(rule, NextStep):
            assert rule.field is not None
            yield writes(rule.field, None, log.owner)
        elif self.counts_attempts:
            # Given up too early; tried too often, or too late.
            yield from (moves(book, way) for way in ways)
            yield from attempts(book, log.stage)
        elif self.place.endswith("/transitions") or isinstance(rule, Stage):
            for to in gates.strays(log.stage):
                by = next(iter(gates.roles), None)
                move = Move(to=to, by=by, at=at, comment=book.comment, values={})
                yield makes(book, move)
        else:
            for way in filter(self._concerns, ways):
                yield from (makes(book, move) for move in book.faulty(log, way, at))
        yield nothing

    def _concerns(self, way: Transition) -> bool:
        """Tell whether a fault in a move along a transition may break the goal."""
        _, section, number, *rest = f"{self.place}//".split("/")
        if section != "stages":
            return False
        stage = self.book.regulation.stages[int(number)]
        match rest[0]:
            case "transitions":
                return way is stage.transitions[int(rest[1])]
            case "entry":
                return way.to == stage.key
            case "required_fields" if stage.kind in FINAL:
                return way.to == stage.key
            case "required_fields" | "exit":
                return True
            case _:
                return False

    def _beyond(self, authority: Authority) -> Iterator[Step]:
        """Yield that somebody writes more than may be granted alone."""
        ends = [one.band.end or one.band.start for one in authority.bands]
        for end in ends:
            for role in self.book.gates.roles:
                if end is not None and authority.field is not None:
                    yield writes(authority.field, _more(end), role)


def _more(than: Quantity) -> object:
    amount = than.amount + Decimal(1)
    if than.unit == "%":
        return Percent(amount)
    return Money(amount, than.unit) if than.unit.isupper() else amount


def places(book: Rulebook) -> Iterator[str]:
    """Yield the clauses that a deal may break at all."""
    regulation, edition = book.regulation, book.gates.edition
    for place, stage in enumerate(regulation.stages):
        yield from _of_stage(f"/stages/{place}", stage)
    judged = {one.pointer for one in sites(edition) if is_judged(one.deadline)}
    windows = {
        f"/ownership/{place}"
        for place, rule in enumerate(regulation.ownership)
        if rule.window and rule.without
    }
    clocks = {*judged, *windows} if regulation.calendars else set[str]()
    yield from sorted({*book.clocks.asked, *clocks})
    for place, authority in enumerate(regulation.authorities):
        if authority.field is not None:
            yield f"/authorities/{place}"
    if regulation.next_step and regulation.next_step.field:
        yield NEXT_STEP


def _of_stage(path: str, stage: Stage) -> Iterator[str]:
    for name in ("entry", "exit"):
        for index, one in enumerate(getattr(stage, name)):
            if one.condition is not None:
                yield f"{path}/{name}/{index}"
    for index, _ in enumerate(stage.required_fields):
        yield f"{path}/required_fields/{index}"
    if stage.attempts is not None:
        yield f"{path}/attempts"
    if stage.transitions:
        yield f"{path}/transitions"
        yield from _of_ways(path, stage)
    elif stage.kind in FINAL:
        yield path


def _of_ways(path: str, stage: Stage) -> Iterator[str]:
    for index, way in enumerate(stage.transitions):
        for name in ("when", "by", "comment", "most"):
            if name == "by" or getattr(way, name) not in (None, False):
                yield f"{path}/transitions/{index}/{name}"
