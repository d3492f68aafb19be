"""How a deal stands at a moment: what it lacks, what runs, and until when it obeys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.attempts import awaited
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.next_steps import furthest_of
from salesreg.testing.crm.breaches import of_deal
from salesreg.testing.crm.clocks import Clock
from salesreg.testing.crm.goal import FINAL, Goal
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.steps import MADE
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event

_DAY = dt.timedelta(days=1)
_LAST = dt.time(23, 59, 59)
_MINUTE = dt.timedelta(minutes=1)
_SECOND = dt.timedelta(seconds=1)


@frozen(eq=False)
class Standing:
    """A deal as it stands at a moment.

    Attributes:
        book: The regulation.
        log: What has happened to the deal.
        now: The moment.
        goal: The clause that is still to be broken, if there is one.
    """

    book: Rulebook
    log: Log
    now: dt.datetime
    goal: Goal | None = None

    @property
    def case(self) -> Case:
        """The deal as the evaluator sees it."""
        return self.log.case(self.book.gates.editions, self.now)

    def broken(self) -> frozenset[str]:
        """Return the clauses that it breaks, as JSON Pointers."""
        return of_deal(self.case, self.book.gates.people)

    # --- until when it obeys --------------------------------------------------

    def clocks(self) -> list[Clock]:
        """Return the clocks that run, the first to run out first."""
        found = [
            clock for clock, _ in self.book.clocks.all(self.log, self.case) if clock.at
        ]
        return sorted(found, key=lambda one: (one.at, one.rule))

    def latest(self) -> dt.datetime:
        """Return the last moment at which everything is in time."""
        return min(self._bounds(), default=self.now + 14 * _DAY)

    @property
    def settled(self) -> bool:
        """Whether it goes on obeying though nothing happens any more."""
        closed = self.book.gates.stage(self.log.stage).kind in FINAL
        return closed and not self._bounds()

    def _bounds(self) -> list[dt.datetime]:
        """Return the last moments at which each thing is in time."""
        ends = [_last(one) for one in self.clocks() if not self._is_goal(one)]
        if not (self.goal and self.goal.counts_attempts):
            ends.append(awaited(self.case))
        ends.append(self._promised_by())
        times = [at for at in ends if at and at >= self.now]
        if self.lacking() and (filled := self._filled_by()):
            # At that very second they are looked at.
            times.append(max(filled - _SECOND, self.now))
        return times

    def goal_at(self) -> dt.datetime | None:
        """Return when the clock of the goal runs out, if it runs."""
        if self.goal is None:
            return None
        times = [one.at for one in self.clocks() if self._is_goal(one)]
        if self.goal.field in self._required():
            times.append(self._filled_by())
        return min((at for at in times if at and at >= self.now), default=None)

    def _is_goal(self, clock: Clock) -> bool:
        return self.goal is not None and clock.rule == self.goal.place

    def _promised_by(self) -> dt.datetime | None:
        """Return the last moment of the furthest day that may be promised now."""
        rule, gates = self.book.regulation.next_step, self.book.gates
        if rule is None or rule.field is None or rule.within is None:
            return None
        today = gates.editions.date(self.now)
        day = furthest_of(rule.within, today, gates.edition, self.log.stage)
        zone = gates.editions.zone
        return None if day is None else dt.datetime.combine(day, _LAST, zone)

    # --- what it asks for -----------------------------------------------------

    def lacking(self) -> dict[str, object]:
        """Return values for the fields that a final stage still lacks."""
        facts = self.case.facts(self.now)
        open_ = self.goal.field if self.goal else None
        return {
            key: self.book.filling.usual(key, self.now)
            for key in self._required()
            if key != open_ and facts.get(key) in (None, "")
        }

    def answers(self) -> Iterator[Event]:
        """Yield the events that keep the clocks which run, but for moves.

        What comes after the clock of the goal is left alone.
        """
        goal = self.goal_at()
        for clock in self.clocks():
            assert clock.at is not None
            if goal is None or (not self._is_goal(clock) and clock.at <= goal):
                yield from self._keeps(clock, goal)

    def _keeps(self, clock: Clock, goal: dt.datetime | None) -> Iterator[Event]:
        """Yield the events that keep a clock; near its end, or when there is no way."""
        rule = self.book.regulation.at(clock.rule)
        assert clock.at is not None
        if isinstance(rule, Deadline):
            stops = (one for one in rule.stops if one not in rule.does_not_stop)
            yield from (one for one in stops if isinstance(one, MADE))
        elif clock.rule.startswith("/ownership") and isinstance(rule.without, MADE):
            ways = self.book.gates.moves(self.log.stage)
            first = goal is not None and clock.at <= goal + _MINUTE
            if not ways or first or clock.at - self.now <= 2 * _DAY:
                yield rule.without

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
        return after(stage.norm.limit, self.case.visits[-1].start, calendar)


def _last(clock: Clock) -> dt.datetime | None:
    """Return the last moment before a clock matters: who is told is told when due."""
    told = clock.rule.startswith("/escalations")
    return clock.at - _SECOND if told and clock.at else clock.at
