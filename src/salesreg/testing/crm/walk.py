"""The walk of one deal through a pipeline: what happens to it, and when.

Every step is planned before the first of the running clocks runs out, so that the
deal obeys the regulation at each moment of its life. A walk with a goal lets one
clause be broken, and nothing else. Where several things may come next, something
from outside chooses: Hypothesis in a test, or a seed where much data is wanted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.next_steps import furthest_of
from salesreg.model.process import Transition
from salesreg.testing.crm.breaches import of_deal
from salesreg.testing.crm.choices import Choices
from salesreg.testing.crm.clocks import Clock
from salesreg.testing.crm.goal import FINAL, NEXT_STEP, Goal
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.steps import MADE, Step, attempts, happens, moves, nothing
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event

STEPS = 40
"""After how many steps a walk stops."""

_MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)
_LAST = dt.time(23, 59, 59)


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
        goal: The clause to be broken.
        brief: Whether the walk may stop before the deal is closed.
        log: What has happened.
        now: When the last thing happened.
    """

    book: Rulebook
    choices: Choices
    goal: Goal | None
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
            if self.planted and self._place == NEXT_STEP:
                # As soon as there is a step again, nothing is broken.
                until = self.now
                break
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
            raise Impossible(self._place)
        lost = book.gates.stage(self.log.stage).kind == "lost"
        if until is not None and not lost and self._place != NEXT_STEP:
            self._promise(until)
        if self._broken(self.log, until or self.now) - {self._place}:
            if self.goal is not None:
                raise Impossible(self._place)
            # The clauses contradict one another: no deal can obey, so there is none.
            return Walked(evolve(self.log, rows=()), until=None)
        return Walked(self.log, until)

    @property
    def _place(self) -> str | None:
        return self.goal.place if self.goal else None

    @property
    def _wanted(self) -> bool:
        return self.goal is not None and not self.planted

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
        for wanted in ({self._place}, set[str]()):
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
            if clock.at is not None and (clock.rule != self._place or self.planted)
        ]
        return sorted(found, key=lambda one: (one.at, one.rule))

    def _latest(self) -> dt.datetime:
        """Return the last moment at which everything is in time."""
        times = [at for one in self._clocks() if (at := _last(one)) and at >= self.now]
        if self._lacking() and (filled := self._filled_by()):
            # At that very second they are looked at.
            times.append(max(filled - _SECOND, self.now))
        if (promised := self._promised_by()) is not None:
            times.append(promised)
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
        tries = attempts(self.book, self.log.stage)
        events = [(one, (at,)) for one in answers or tries]
        options = events if answers else [*ways, *events]
        if self._wanted and self.goal is not None:
            if self._goal_at() is None and self._is_there():
                options = [*((one, (at,)) for one in self.goal.starts()), *options]
            if self.goal.counts_attempts and self._is_there():
                options = [*events, *ways]
            # Where nothing is left to do, time alone breaks it.
            options.append((nothing, (at,)))
        first = self.choices.upto(len(options) - 1) if options else 0
        return any(
            self._does(make, moment)
            for make, moments in (*options[first:], *options[:first])
            for moment in dict.fromkeys(moments)
        )

    def _is_there(self) -> bool:
        return self.goal is not None and self.goal.stage in {None, self.log.stage}

    def _does(self, make: Step, at: dt.datetime, *, faulty: bool = False) -> bool:
        """Do something, if the deal obeys then but for the goal."""
        log = self.log.copy()
        self._promise(at, log)
        make(log, at)
        broken = self._broken(log, at)
        if broken - {self._place} or (faulty and not broken):
            return False
        self.planted = self.planted or bool(broken)
        self.log, self.now = log, at
        return True

    def _plant(self, at: dt.datetime) -> bool:
        """Make a move that breaks the goal, if the deal is where it can."""
        if self.goal is None or self.planted or not self._is_there():
            return False
        steps = self.goal.faults(self.log, at)
        return any(self._does(step, at, faulty=True) for step in steps)

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
            if clock.rule == self._place and clock.at and clock.at >= self.now
        ]
        if self.goal and self.goal.field in self._required() and self._filled_by():
            times += [at for at in (self._filled_by(),) if at and at >= self.now]
        return min(times, default=None)

    def _movers(self) -> Iterator[Step]:
        """Yield the proper moves from here, those that lead on first."""
        for way in self._ways(self.book.gates.moves(self.log.stage)):
            yield moves(self.book, way)

    def _ways(self, ways: tuple[Transition, ...]) -> tuple[Transition, ...]:
        """Return ways, those that lead towards the goal first or alone."""
        gates = self.book.gates
        on = tuple(way for way in ways if gates.stage(way.to).kind not in FINAL)
        if self.goal is None or self.planted:
            return tuple(dict.fromkeys((*on, *ways)))
        return self.goal.ways(self.log.stage, ways) or on or ways

    def _answers(self) -> Iterator[Step]:
        """Yield the events that keep the clocks which run, but for moves."""
        case = self._case(self.log, self.now)
        running = sorted(
            (clock for clock, _ in self.book.clocks.all(self.log, case) if clock.at),
            key=lambda one: (one.at, one.rule),
        )
        goal = self._goal_at()
        for clock in running:
            assert clock.at is not None
            if goal is not None and (clock.rule == self._place or clock.at > goal):
                continue
            for event in self._keeps(clock):
                yield happens(event)

    def _keeps(self, clock: Clock) -> Iterator[Event]:
        """Yield the events that keep a clock; near its end, or when there is no way."""
        rule = self.book.regulation.at(clock.rule)
        assert clock.at is not None
        if isinstance(rule, Deadline):
            stops = (one for one in rule.stops if one not in rule.does_not_stop)
            yield from (one for one in stops if isinstance(one, MADE))
        elif clock.rule.startswith("/ownership") and isinstance(rule.without, MADE):
            ways, goal = self.book.gates.moves(self.log.stage), self._goal_at()
            first = goal is not None and clock.at <= goal + _MINUTE
            if not ways or first or clock.at - self.now <= 2 * _DAY:
                yield rule.without

    def _lacking(self) -> dict[str, object]:
        """Return values for the fields that a final stage still lacks."""
        facts = self._case(self.log, self.now).facts(self.now)
        open_ = self.goal.field if self.goal and self._wanted else None
        lacking = [k for k in self._required() if facts.get(k) in (None, "")]
        return {
            key: self.book.filling.usual(key, self.now)
            for key in lacking
            if key != open_
        }

    def _required(self) -> tuple[str, ...]:
        """Return the fields that the final stage of the deal needs."""
        stage = self.book.gates.stage(self.log.stage)
        return stage.required_fields if stage.kind in FINAL else ()

    def _filled_by(self) -> dt.datetime | None:
        """Return by when the fields of a final stage must be filled."""
        stage = self.book.gates.stage(self.log.stage)
        calendar = self.book.gates.edition.calendar(stage.owner)
        if stage.norm is None or calendar is None:
            return None
        entered = self._case(self.log, self.now).visits[-1].start
        return after(stage.norm.limit, entered, calendar)

    def _promise(self, at: dt.datetime, log: Log | None = None) -> None:
        """Write when the next step is, where a regulation wants that."""
        log = log or self.log
        rule, stage = self.book.regulation.next_step, self.book.gates.stage(log.stage)
        if rule is None or rule.field is None or stage.kind in FINAL:
            return
        day = self.book.gates.editions.date(at)
        log.add("field", self.now, subject=rule.field, state=day.isoformat())

    def _promised_by(self) -> dt.datetime | None:
        """Return the last moment of the furthest day that may be promised now."""
        rule, gates = self.book.regulation.next_step, self.book.gates
        if rule is None or rule.field is None or rule.within is None:
            return None
        zone, today = gates.editions.zone, gates.editions.date(self.now)
        day = furthest_of(rule.within, today, gates.edition, self.log.stage)
        return None if day is None else dt.datetime.combine(day, _LAST, zone)


def _last(clock: Clock) -> dt.datetime | None:
    """Return the last moment before a clock matters: who is told is told when due."""
    told = clock.rule.startswith("/escalations")
    return clock.at - _SECOND if told and clock.at else clock.at
