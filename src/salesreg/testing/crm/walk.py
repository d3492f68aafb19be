"""The walk of one deal through a pipeline: what happens to it, and when.

Every step is planned before the first of the running clocks runs out, so that the
deal obeys the regulation at each moment of its life. A walk with a goal lets one
clause be broken, and nothing else. Where several things may come next, something
from outside chooses: Hypothesis in a test, or a seed where much data is wanted.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Protocol

from attrs import define, evolve, field, frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.grants import able
from salesreg.model.process import Transition
from salesreg.testing.crm.breaches import of_deal
from salesreg.testing.crm.clocks import Clock
from salesreg.testing.crm.gates import Move
from salesreg.testing.crm.log import Log, written
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.values import event as happening
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event

STEPS = 40
"""After how many steps a walk stops."""

_MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)
_MADE = (
    happening.Happens
    | happening.ActivityDone
    | happening.DocumentMoved
    | happening.Payment
)


Option = Callable[[Log, dt.datetime], None]
"""Adds to a log what happens at a moment."""


class Choices(Protocol):
    """What decides where several things may come next."""

    def upto(self, most: int) -> int:
        """Return a whole number from 0 to `most`; 0 is the simplest."""
        ...


class Seeded:
    """Choices that follow from a seed: the same seed, the same data."""

    def __init__(self, seed: int) -> None:
        """Take the seed."""
        self._random = random.Random(seed)  # noqa: S311 - data for show, no secret

    def upto(self, most: int) -> int:
        """Return a whole number from 0 to `most`."""
        return self._random.randint(0, most)


class Simplest:
    """Choices of the simplest each time."""

    def upto(self, most: int) -> int:
        """Return 0."""
        return 0


class Impossible(Exception):  # noqa: N818 - it says how it is, nothing is wrong
    """No walk breaks this clause and no other."""


@frozen
class Walked:
    """A deal that was walked.

    Attributes:
        log: What happened to it.
        until: The last moment at which it obeys, if it does not go on obeying.
    """

    log: Log
    until: dt.datetime | None


@define(eq=False)
class Walk:
    """One deal on its way.

    Attributes:
        book: The regulation.
        choices: What decides.
        goal: Pointer of the clause to be broken.
        brief: Whether the walk may stop before the deal is closed.
        log: What has happened.
        now: When the last thing happened.
    """

    book: Rulebook
    choices: Choices
    goal: str | None
    brief: bool
    log: Log
    now: dt.datetime
    planted: bool = field(default=False, init=False)

    def run(self, end: dt.datetime) -> Walked:
        """Let the deal appear and walk, until it is closed or time is over.

        Raises:
            Impossible: The goal was not reached.
        """
        book = self.book
        self._appear()
        until: dt.datetime | None = None
        for _ in range(STEPS):
            done = self.planted or self.goal is None
            if self.now >= end or (done and self.brief and not self.choices.upto(3)):
                until = self._latest()
                break
            if not self._step():
                until = self._latest() if self._clocks() else None
                break
        else:
            until = self._latest()
        if self.goal is not None and not self.planted:
            raise Impossible(self.goal)
        if until is not None and book.gates.stage(self.log.stage).kind != "lost":
            self._promise(until)
        if self._broken(self.log, until or self.now) - {self.goal}:
            # The clauses contradict one another: no deal can obey, so there is none.
            return Walked(evolve(self.log, rows=()), until=None)
        return Walked(self.log, until)

    def _case(self, log: Log, at: dt.datetime) -> Case:
        return log.case(self.book.gates.editions, at)

    def _broken(self, log: Log, at: dt.datetime) -> frozenset[str]:
        return of_deal(self._case(log, at), self.book.gates.people)

    def _appear(self) -> None:
        gates = self.book.gates
        tried = [
            gates.appearing(self.log, facts)
            for facts in self.book.beginnings(gates.start, self.now)
        ]
        for wanted in ({self.goal}, set[str]()):
            for made, against in tried:
                if {one.rule for one in against} == wanted:
                    self.log, self.planted = made, bool(wanted)
                    return
        self.log = tried[0][0]

    # --- what runs ------------------------------------------------------------

    def _clocks(self) -> list[Clock]:
        """Return the clocks that the deal has to keep, the first to run out first."""
        case = self._case(self.log, self.now)
        found = [
            clock
            for clock, _ in self.book.clocks.all(self.log, case)
            if clock.at is not None and (clock.rule != self.goal or self.planted)
        ]
        return sorted(found, key=lambda one: (one.at, one.rule))

    def _latest(self) -> dt.datetime:
        """Return the last moment at which everything is in time."""
        times = [one.at for one in self._clocks() if one.at and one.at >= self.now]
        stage, step = (
            self.book.gates.stage(self.log.stage),
            self.book.regulation.next_step,
        )
        calendar = self.book.gates.edition.calendar(stage.owner)
        if self._lacking() and stage.norm and calendar:
            entered = self._case(self.log, self.now).visits[-1].start
            filled = after(stage.norm.limit, entered, calendar)
            times += [filled] if filled else []
        if step and step.within and calendar:
            soon = after(step.within, self.now, calendar)
            times += [soon - _DAY] if soon and soon - _DAY > self.now else []
        return min(times, default=self.now + 14 * _DAY)

    # --- what is done ---------------------------------------------------------

    def _step(self) -> bool:
        """Do the next thing; return whether there was one."""
        latest = self._latest()
        if latest <= self.now:
            return False
        lacking = self._lacking()
        if lacking:
            at = self._when(latest, late=False)
            return self._does(lambda log, at: log.write(lacking, None, at), at)
        answers = list(self._answers())
        at = self._when(latest, late=not answers)
        if not answers and self._plant(at):
            return True
        # An event at the very limit would leave no time for a move.
        ways = [(one, (at, latest)) for one in self._movers()]
        events = [(one, (at,)) for one in answers or self._attempts()]
        options = events if answers else [*ways, *events]
        first = self.choices.upto(len(options) - 1) if options else 0
        return any(
            self._does(make, moment)
            for make, moments in (*options[first:], *options[:first])
            for moment in dict.fromkeys(moments)
        )

    def _does(self, make: Option, at: dt.datetime, *, faulty: bool = False) -> bool:
        """Do something, if the deal obeys then but for the goal."""
        log = self.log.copy()
        self._promise(at, log)
        make(log, at)
        broken = self._broken(log, at)
        if broken - {self.goal} or (faulty and not broken):
            return False
        self.planted = self.planted or bool(broken)
        self.log, self.now = log, at
        return True

    def _plant(self, at: dt.datetime) -> bool:
        """Make a move that breaks the goal, if the deal is where it can."""
        if not self._wanted() or self._goal_stage() not in {None, self.log.stage}:
            return False
        return any(self._does(make, at, faulty=True) for make in self._faults(at))

    def _when(self, latest: dt.datetime, *, late: bool) -> dt.datetime:
        """Choose a moment for the next step, in working time where that can be."""
        soon, goal = self.now + _MINUTE, self._goal_at()
        if late and goal is not None and goal + _MINUTE <= latest:
            soon = max(soon, goal + _MINUTE)
        if soon >= latest or (late and goal is not None and soon <= goal):
            return latest
        quarter = (latest - soon) / 4 * self.choices.upto(3)
        at = max((soon + quarter).replace(second=0, microsecond=0), soon)
        gates = self.book.gates
        calendar = gates.edition.calendar(gates.stage(self.log.stage).owner)
        return min(self.book.moments.opening(at, calendar), latest)

    def _goal_at(self) -> dt.datetime | None:
        """Return when the clock of the goal runs out, if it runs."""
        if self.planted or self.goal is None:
            return None
        case = self._case(self.log, self.now)
        times = [
            clock.at
            for clock, _ in self.book.clocks.all(self.log, case)
            if clock.rule == self.goal and clock.at and clock.at >= self.now
        ]
        return min(times, default=None)

    def _movers(self) -> Iterator[Option]:
        """Yield the proper moves from here, those that lead on first."""
        for way in self._ways(self.book.gates.moves(self.log.stage)):
            yield self._mover(way)

    def _ways(self, ways: tuple[Transition, ...]) -> tuple[Transition, ...]:
        """Return ways, those that lead towards the goal first or alone."""
        gates = self.book.gates
        ends = {"lost", "won"}
        on = tuple(way for way in ways if gates.stage(way.to).kind not in ends)
        if not self._wanted():
            return tuple(dict.fromkeys((*on, *ways)))
        target = self._goal_stage()
        if target is None or target == self.log.stage:
            return on or ways
        near = self._distance(target)
        best = min((near.get(way.to, 99) for way in ways), default=99)
        return tuple(way for way in ways if near.get(way.to, 99) == best)

    def _wanted(self) -> bool:
        return self.goal is not None and not self.planted

    def _mover(self, way: Transition) -> Option:
        def make(log: Log, at: dt.datetime) -> None:
            self._make(log, self.book.proper(log, way, at), at)

        return make

    def _make(self, log: Log, move: Move, at: dt.datetime) -> None:
        """Make a move; fields that need a grant are written by who may grant."""
        edition, before = self.book.gates.edition, at - dt.timedelta(seconds=2)
        for key, value in move.values.items():
            by = move.by
            for authority in edition.regulation.authorities:
                if authority.field == key and value is not None:
                    facts = {**self._case(log, at).facts(at), key: value}
                    by = next(iter(able(authority, value, facts, at, edition)), by)
            log.add("field", before, subject=key, state=written(value), actor=by)
        log.move(move.to, move.by, at, move.comment)

    def _faults(self, at: dt.datetime) -> Iterator[Option]:
        """Yield moves that break the goal, from the stage that it is about."""
        gates = self.book.gates
        for way in gates.moves(self.log.stage):
            for move in self.book.faulty(self.log, way, at):
                yield self._maker(move)
        for to in gates.strays(self.log.stage):
            by = next(iter(gates.roles), None)
            move = Move(to=to, by=by, at=at, comment=self.book.comment, values={})
            yield self._maker(move)

    def _maker(self, move: Move) -> Option:
        def make(log: Log, at: dt.datetime) -> None:
            self._make(log, move, at)

        return make

    def _answers(self) -> Iterator[Option]:
        """Yield the events that keep the clocks which run, but for moves."""
        case = self._case(self.log, self.now)
        running = sorted(
            (clock for clock, _ in self.book.clocks.all(self.log, case) if clock.at),
            key=lambda one: (one.at, one.rule),
        )
        goal = self._goal_at()
        for clock in running:
            assert clock.at is not None
            if goal is not None and (clock.rule == self.goal or clock.at > goal):
                continue
            for event in self._keeps(clock):
                yield self._happener(event)

    def _keeps(self, clock: Clock) -> Iterator[Event]:
        """Yield the events that keep a clock; near its end, or when there is no way."""
        rule = self.book.regulation.at(clock.rule)
        assert clock.at is not None
        if isinstance(rule, Deadline):
            stops = (one for one in rule.stops if one not in rule.does_not_stop)
            yield from (one for one in stops if isinstance(one, _MADE))
        elif clock.rule.startswith("/ownership") and isinstance(rule.without, _MADE):
            ways, goal = self.book.gates.moves(self.log.stage), self._goal_at()
            first = goal is not None and clock.at <= goal + _MINUTE
            if not ways or first or clock.at - self.now <= 2 * _DAY:
                yield rule.without

    def _happener(self, event: Event) -> Option:
        def make(log: Log, at: dt.datetime) -> None:
            log.happen(event, log.owner, at)

        return make

    def _attempts(self) -> Iterator[Option]:
        stage = self.book.gates.stage(self.log.stage)
        if stage.attempts is None:
            return
        channels = stage.attempts.channels
        for activity in self.book.regulation.activities:
            if not channels or activity.channel in channels:
                yield self._happener(happening.ActivityDone(activity=activity.key))
                return

    def _lacking(self) -> dict[str, object]:
        """Return values for the fields that a final stage still lacks."""
        stage = self.book.gates.stage(self.log.stage)
        if stage.kind not in {"won", "lost"}:
            return {}
        facts = self._case(self.log, self.now).facts(self.now)
        lacking = (k for k in stage.required_fields if facts.get(k) in (None, ""))
        return {key: self.book.filling.usual(key, self.now) for key in lacking}

    def _promise(self, at: dt.datetime, log: Log | None = None) -> None:
        """Write when the next step is, where a regulation wants that."""
        log = log or self.log
        rule, stage = self.book.regulation.next_step, self.book.gates.stage(log.stage)
        if rule is None or rule.field is None or stage.kind in {"won", "lost"}:
            return
        day = self.book.gates.editions.date(at)
        after_it = self.now + dt.timedelta(seconds=1)
        log.add("field", after_it, subject=rule.field, state=day.isoformat())

    # --- the goal -------------------------------------------------------------

    def _goal_stage(self) -> str | None:
        """Return the stage where the goal can be broken, if it is about one."""
        _, section, place, *rest = f"{self.goal}//".split("/")
        regulation, gates = self.book.regulation, self.book.gates
        if section == "escalations" and place.isdigit():
            return regulation.escalations[int(place)].stage
        if section != "stages" or not place.isdigit():
            return None
        key = regulation.stages[int(place)].key
        if rest[:1] == ["entry"]:
            return next(
                (s for s in gates.stages for w in gates.moves(s) if w.to == key), key
            )
        return key

    def _distance(self, target: str) -> dict[str, int]:
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
