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

from salesreg.model.process import Transition
from salesreg.testing.crm.choices import Choices
from salesreg.testing.crm.goal import FINAL, NEXT_STEP, Goal
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.standing import Standing
from salesreg.testing.crm.steps import Step, attempts, happens, moves, nothing

STEPS = 40
"""After how many steps a walk stops."""

_MINUTE = dt.timedelta(minutes=1)


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
        self._appear()
        until = self._walk_on(end)
        if self._wanted:
            raise Impossible(self._place)
        lost = self.book.gates.stage(self.log.stage).kind == "lost"
        if until is not None and not lost and self._place != NEXT_STEP:
            self._promise(until)
        if self._broken(self.log, until or self.now) - {self._place}:
            if self.goal is not None:
                raise Impossible(self._place)
            # The clauses contradict one another: no deal can obey, so there is none.
            return Walked(evolve(self.log, rows=()), until=None)
        return Walked(self.log, until)

    def _walk_on(self, end: dt.datetime) -> dt.datetime | None:
        """Take steps; return until when the deal obeys, None if it goes on obeying."""
        for _ in range(STEPS):
            if self.planted and self._place == NEXT_STEP:
                # As soon as there is a step again, nothing is broken.
                return self.now
            may_stop = self.brief and not self._wanted
            if self.now >= end or (may_stop and not self.choices.upto(3)):
                break
            if not self._step():
                return None if self._standing.settled else self._standing.latest()
        return self._standing.latest()

    @property
    def _place(self) -> str | None:
        return self.goal.place if self.goal else None

    @property
    def _wanted(self) -> Goal | None:
        """The goal, while it is not reached."""
        return None if self.planted else self.goal

    @property
    def _standing(self) -> Standing:
        return Standing(self.book, self.log, self.now, self._wanted)

    def _broken(self, log: Log, at: dt.datetime) -> frozenset[str]:
        return Standing(self.book, log, at).broken()

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

    def _step(self) -> bool:
        """Do the next thing; return whether there was one."""
        here = self._standing
        latest, lacking = here.latest(), here.lacking()
        if latest <= self.now:
            return False
        if lacking:
            at = self._when(latest, None)
            return self._does(lambda log, at: log.write(lacking, None, at), at)
        answers = [happens(event) for event in here.answers()]
        goal_at = here.goal_at()
        at = self._when(latest, None if answers else goal_at)
        if not answers and self._plant(at):
            return True
        # An event at the very limit would leave no time for a move.
        ways = [(one, (at, latest)) for one in self._movers()]
        tries = attempts(self.book, self.log.stage)
        events = [(one, (at,)) for one in answers or tries]
        options = events if answers else [*ways, *events]
        if goal := self._wanted:
            if goal_at is None and self._is_there(goal):
                options = [*((one, (at,)) for one in goal.starts()), *options]
            if goal.counts_attempts and self._is_there(goal):
                options = [*events, *ways]
            # Where nothing is left to do, time alone breaks it.
            options.append((nothing, (at,)))
        first = self.choices.upto(len(options) - 1) if options else 0
        return any(
            self._does(make, moment)
            for make, moments in (*options[first:], *options[:first])
            for moment in dict.fromkeys(moments)
        )

    def _is_there(self, goal: Goal) -> bool:
        return goal.stage in {None, self.log.stage}

    def _does(self, make: Step, at: dt.datetime, *, faulty: bool = False) -> bool:
        """Do something, if the deal obeys until then, and then, but for the goal."""
        log = self.log.copy()
        self._promise(at, log)
        if self._broken(log, at) - {self._place}:
            return False
        make(log, at)
        broken = self._broken(log, at)
        if broken - {self._place} or (faulty and not broken):
            return False
        self.planted = self.planted or bool(broken)
        self.log, self.now = log, at
        return True

    def _plant(self, at: dt.datetime) -> bool:
        """Make a move that breaks the goal, if the deal is where it can."""
        goal = self._wanted
        if goal is None or not self._is_there(goal):
            return False
        steps = goal.faults(self.log, at)
        return any(self._does(step, at, faulty=True) for step in steps)

    def _when(self, latest: dt.datetime, past: dt.datetime | None) -> dt.datetime:
        """Choose a moment for the next step, in working time where that can be.

        Where `past` is given it comes after that, so far as it can.
        """
        soon = self.now + _MINUTE
        if past is not None and past + _MINUTE <= latest:
            soon = max(soon, past + _MINUTE)
        if soon >= latest or (past is not None and soon <= past):
            return latest
        quarter = (latest - soon) / 4 * self.choices.upto(3)
        at = max((soon + quarter).replace(second=0, microsecond=0), soon)
        gates = self.book.gates
        calendar = gates.edition.calendar(gates.stage(self.log.stage).owner)
        return min(self.book.moments.opening(at, calendar), latest)

    def _movers(self) -> Iterator[Step]:
        """Yield the proper moves from here, those that lead on first."""
        for way in self._ways(self.book.gates.moves(self.log.stage)):
            yield moves(self.book, way)

    def _ways(self, ways: tuple[Transition, ...]) -> tuple[Transition, ...]:
        """Return ways, those that lead towards the goal first or alone."""
        gates = self.book.gates
        on = tuple(way for way in ways if gates.stage(way.to).kind not in FINAL)
        goal = self._wanted
        if goal is None:
            return tuple(dict.fromkeys((*on, *ways)))
        return goal.ways(self.log.stage, ways) or on or ways

    def _promise(self, at: dt.datetime, log: Log | None = None) -> None:
        """Write when the next step is, where a regulation wants that."""
        log = log or self.log
        rule, stage = self.book.regulation.next_step, self.book.gates.stage(log.stage)
        if rule is None or rule.field is None or stage.kind in FINAL:
            return
        day = self.book.gates.editions.date(at)
        log.add("field", self.now, subject=rule.field, state=day.isoformat())
