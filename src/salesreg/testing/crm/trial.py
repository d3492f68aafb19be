"""A trial: one CRM driven through one run, and compared after every step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from salesreg.checks.said import Said
from salesreg.model.process import Transition
from salesreg.testing.crm.adapter import Crm, Refused
from salesreg.testing.crm.gates import Move, Objection
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.story import Story
from salesreg.testing.crm.verdict import Verdict
from salesreg.values.event import OwnerAssigned

T = TypeVar("T")

NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Names of the deals of a run."""

OPEN = 3
"""How many deals of a run are open at once."""

_MINUTE = dt.timedelta(minutes=1)

APPEARS = Said(
    en="Deal {deal} appears. Its owner: {owner}.",
    ru="Появляется сделка {deal}. Владелец: {owner}.",
)
MOVES = Said(
    en="{by}: deal {deal} from {stage} to {to}, {comment}.",
    ru="{by}: сделка {deal} с этапа {stage} на этап {to}, {comment}.",
)
COMMENTED = Said(en="with a comment", ru="с комментарием")
BLANK = Said(en="with a comment of blanks", ru="с комментарием из пробелов")
SILENT = Said(en="without a comment", ru="без комментария")
TAKES = Said(
    en="{by} becomes the owner of deal {deal}.",
    ru="{by} становится владельцем сделки {deal}.",
)
HAPPENS = Said(en="Deal {deal}, {by}: {event}.", ru="Сделка {deal}, {by}: {event}.")


class Trial:
    """A CRM under a regulation: what is done with it, and what must come of it.

    Every choice is a whole number; it is taken modulo the choices that there are,
    so that each number means something at each moment.

    Attributes:
        now: The moment of the run.
    """

    def __init__(self, rulebook: Rulebook, crm: Crm) -> None:
        """Take a CRM without deals."""
        self._book = rulebook
        self._crm = crm
        self._logs: list[Log] = []
        self._story = Story(rulebook.context, rulebook.gates)
        self._verdict = Verdict(rulebook, self._story)
        self.now = rulebook.moments.start

    @property
    def full(self) -> bool:
        """Whether there are as many deals as a run has."""
        some = len(self._open()) >= OPEN
        return some or len(self._logs) == len(NAMES)

    @property
    def begun(self) -> bool:
        """Whether there is a deal."""
        return bool(self._logs)

    def create(self, owner: int, values: int) -> None:
        """Let a deal appear: with an owner, and with fields filled in some way."""
        book, gates = self._book, self._book.gates
        role = _of(self._book.owners, owner)
        facts = _of(tuple(book.beginnings(gates.start, self.now)), values)
        name = NAMES[len(self._logs)]
        fresh = Log(deal=name, created_at=self.now, owner=role)
        log, objections = gates.appearing(fresh, facts)
        story = self._story

        def told() -> tuple[str, ...]:
            said = story.said(APPEARS, deal=name, owner=story.role(role))
            return said, story.fields(facts)

        story.tell(self.now, told)

        def act() -> None:
            self._crm.create(name, owner=role, at=self.now, values=dict(facts))

        if self._done(act, objections):
            self._logs.append(log)
        self._go_on()

    def advance(self, deal: int, way: int) -> None:
        """Move a deal as the regulation wants it, along one of its transitions."""
        log = self._pick(deal)
        # Deals that are lost at once show little.
        ways = sorted(self._ways(log), key=self._ends)
        if ways:
            on = [one for one in ways if not self._ends(one)]
            chosen = _of((*on, *on, *ways), way)
            self._move(log, self._book.proper(log, chosen, self.now))

    def attempt(self, deal: int, way: int, flaw: int) -> None:
        """Move a deal along a transition with one thing wrong."""
        log = self._pick(deal)
        ways = self._ways(log)
        if ways:
            chosen = _of(ways, way)
            moves = tuple(self._book.faulty(log, chosen, self.now))
            proper = self._book.proper(log, chosen, self.now)
            self._move(log, _of(moves or (proper,), flaw))

    def stray(self, deal: int, to: int) -> None:
        """Move a deal to a stage that no transition leads to."""
        log, gates = self._pick(deal), self._book.gates
        strays = gates.strays(log.stage)
        if strays:
            owner = gates.stage(log.stage).owner
            by = owner if owner in gates.roles else None
            move = Move(
                to=_of(strays, to),
                by=by or next(iter(gates.roles), None),
                at=self.now,
                comment=self._book.comment,
                values={},
            )
            self._move(log, move)

    def record(self, deal: int, event: int, by: int) -> None:
        """Let something happen to a deal that starts, stops or renews a clock."""
        log = self._pick(deal)
        chosen = _of((OwnerAssigned(), *self._book.clocks.events), event)
        role = _of(self._book.owners, by)
        taken = isinstance(chosen, OwnerAssigned)
        story = self._story

        def told() -> tuple[str, ...]:
            said = TAKES if taken else HAPPENS
            by = story.role(role)
            return (story.said(said, deal=log.deal, by=by, event=chosen),)

        story.tell(self.now, told)
        self._crm.record(log.deal, chosen, by=role, at=self.now)
        if taken:
            log.assign(role, self.now)
        else:
            log.happen(chosen, role, self.now)
        self._go_on()

    def wait(self, which: int, minutes: int) -> None:
        """Go on to one of the moments that matter next, or to a minute beside it."""
        book = self._book
        ends = [
            clock.at
            for log in self._logs
            for clock in book.clocks.running(log, self.now).values()
            if clock.at
        ]
        moments = book.moments.after(self.now, ends)
        if moments:
            self.now = max(self.now, _of(moments, which) + minutes * _MINUTE)
        self.compare()

    def compare(self) -> None:
        """Hold what the CRM shows against the regulation.

        Raises:
            Departure: They differ.
        """
        for log in self._logs:
            self._verdict.on_deal(log, self._crm, self.now)
        self._verdict.on_clocks(self._logs, self._crm, self.now)

    def _move(self, log: Log, move: Move) -> None:
        gates, story = self._book.gates, self._story
        made, objections = gates.moving(log, move)
        story.tell(self.now, self._moving(log.deal, log.stage, move))

        def act() -> None:
            self._crm.move(
                log.deal,
                move.to,
                by=move.by,
                at=move.at,
                comment=move.comment,
                values=dict(move.values),
            )

        if self._done(act, objections):
            self._logs[self._logs.index(log)] = made
        self._go_on()

    def _go_on(self) -> None:
        """Compare; what is done next is done a minute later."""
        self.compare()
        self.now += _MINUTE

    def _moving(
        self, deal: str, stage: str, move: Move
    ) -> Callable[[], tuple[str, ...]]:
        story, gates = self._story, self._book.gates
        comment = SILENT
        if move.comment:
            comment = COMMENTED if move.comment.strip() else BLANK

        def told() -> tuple[str, ...]:
            said = story.said(
                MOVES,
                by=story.role(move.by),
                deal=deal,
                stage=gates.stage(stage),
                to=gates.stage(move.to),
                comment=comment,
            )
            return said, story.fields(move.values)

        return told

    def _done(self, act: Callable[[], None], objections: tuple[Objection, ...]) -> bool:
        """Do something; return whether it was done, as it must have been."""
        try:
            act()
        except Refused as refusal:
            if not objections:
                raise self._verdict.too_strict(refusal) from None
            return False
        if objections:
            raise self._verdict.too_lax(objections)
        return True

    def _pick(self, deal: int) -> Log:
        """Return an open deal, or the one that ended last."""
        ended = [one for one in self._logs if one not in self._open()]
        return _of((*self._open(), *ended[-1:]), deal)

    def _open(self) -> tuple[Log, ...]:
        return tuple(one for one in self._logs if self._ways(one))

    def _ends(self, way: Transition) -> bool:
        return self._book.gates.stage(way.to).kind in {"won", "lost"}

    def _ways(self, log: Log) -> tuple[Transition, ...]:
        return self._book.gates.moves(log.stage)


def _of(choices: Sequence[T], number: int) -> T:
    return choices[number % len(choices)]
