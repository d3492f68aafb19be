"""Moves: whether a deal may go where it went, and what it needed (rules 6)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import TypedDict

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import Case, Stay, is_empty, second
from salesreg.evaluate.cases.asking import meets, unanswered
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.given import lacking, unasked
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.cases.visits import FINAL
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import MoveFault, NotEvaluated
from salesreg.model.process import Stage, Transition
from salesreg.values.condition import Condition


class _Told(TypedDict):
    deal: str
    number: int
    source: str | None
    target: str
    at: dt.datetime
    person: str | None


@frozen
class Move:
    """A move of a deal, with what it is held to.

    Attributes:
        case: The deal.
        edition: The edition that holds.
        source: The visit that ended.
        target: The visit that began.
    """

    case: Case
    edition: Edition
    source: Stay
    target: Stay

    @property
    def told(self) -> _Told:
        """What a row says of the move."""
        return _Told(
            deal=self.case.key,
            number=self.target.number,
            source=self.source.key,
            target=self.target.key,
            at=self.target.start,
            person=self.target.actor,
        )

    @property
    def left(self) -> Stage | None:
        """The stage left, if the edition has it."""
        found = self.edition.stages.get(self.source.key)
        return found[1] if found else None

    def holds(self, condition: Condition | None) -> bool:
        """Tell whether a condition holds at the move, or has no answer."""
        calendar = self.edition.calendar(self.left.owner if self.left else None)
        at = self.target.start
        met = meets(self.edition, condition, self.case.facts(at), at, calendar)
        return met is not False


def moves(case: Case, people: People) -> Iterator[MoveFault]:
    """Yield a row for each rule that a move breaks."""
    for source, target in zip((None, *case.visits), case.visits, strict=False):
        edition = case.edition(target.start)
        if edition is None or target.key not in edition.stages:
            continue
        if source is None:
            yield from _start(case, edition, target)
            yield from _entry(Move(case, edition, target, target), first=True)
        else:
            move = Move(case, edition, source, target)
            yield from _transition(move, people)
            yield from _entry(move)
            yield from _exit(move)
        yield from _final(case, edition, source, target)


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the stages that say nothing of moves, and what no deal can be asked."""
    for place, stage in enumerate(edition.regulation.stages):
        if not stage.transitions and stage.kind not in FINAL:
            cited = edition.cite(pointer("stages", place))
            yield NotEvaluated(**cited, reason="no-transitions")
        for name in ("entry", "exit"):
            for index, criterion in enumerate(getattr(stage, name)):
                asked = criterion.condition
                cited = edition.cite(pointer("stages", place, name, index))
                if asked is None:
                    yield NotEvaluated(**cited, reason="words")
                elif reason := unanswered(edition, asked):
                    yield NotEvaluated(**cited, **unasked(reason))
        for index, way in enumerate(stage.transitions):
            if reason := unanswered(edition, way.when):
                path = pointer("stages", place, "transitions", index, "when")
                yield NotEvaluated(**edition.cite(path), **unasked(reason))
        for below, table in _ungiven(edition, stage):
            cited = edition.cite(pointer("stages", place, *below))
            yield NotEvaluated(**cited, **lacking(table))


def _ungiven(edition: Edition, stage: Stage) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what of a stage is not seen for want of a table, and of which."""
    events, people = edition.lacks("events"), edition.lacks("people")
    if events and (stage.transitions or stage.entry or stage.exit):
        yield (), events
    elif people and stage.transitions:
        yield ("transitions",), people
    fields = events or edition.lacks("deals")
    if fields and stage.required_fields:
        yield ("required_fields",), fields


def required(edition: Edition, stage: Stage) -> tuple[str, ...]:
    """Return the fields that a stage requires; none where none of any deal is known."""
    return () if edition.lacks("deals") else stage.required_fields


def _start(case: Case, edition: Edition, target: Stay) -> Iterator[MoveFault]:
    kinds = [stage.kind for stage in edition.regulation.stages]
    place, stage = edition.stages[target.key]
    if "initial" in kinds and stage.kind != "initial":
        yield MoveFault(
            **edition.cite(pointer("stages", place)),
            deal=case.key,
            number=target.number,
            target=target.key,
            at=target.start,
            person=target.actor,
            rule="start",
        )


def _transition(move: Move, people: People) -> Iterator[MoveFault]:
    edition, source = move.edition, move.source.key
    if source not in edition.stages:
        return
    place, stage = edition.stages[source]
    if not stage.transitions and stage.kind not in FINAL:
        return
    path = pointer("stages", place, "transitions")
    ways = [
        (index, way)
        for index, way in enumerate(stage.transitions)
        if way.to == move.target.key
    ]
    if not ways:
        cited = edition.cite(path if stage.transitions else pointer("stages", place))
        yield MoveFault(**cited, **move.told, rule="forbidden")
        return
    taken = next(((i, way) for i, way in ways if move.holds(way.when)), None)
    if taken is None:
        cited = edition.cite(path + pointer(ways[0][0], "when"))
        yield MoveFault(**cited, **move.told, rule="condition")
        return
    index, way = taken
    cited = edition.cite(path + pointer(index))
    if not _may_move(move, stage, way, people):
        yield MoveFault(**cited, **move.told, rule="role")
    if way.comment and not _commented(move):
        yield MoveFault(**cited, **move.told, rule="comment")
    if way.most is not None and _made(move) > way.most:
        yield MoveFault(**cited, **move.told, rule="most")


def _may_move(move: Move, stage: Stage, way: Transition, people: People) -> bool:
    owners = (*((stage.owner,) if stage.owner else ()), *stage.participants)
    allowed = frozenset(way.by or owners)
    if move.target.actor is None or not allowed:
        return True
    roles = people.roles(move.target.actor, move.case.editions.date(move.target.start))
    acts = {role for own in roles for role in move.edition.acts_for(own)}
    return not roles or not allowed.isdisjoint(acts)


def _commented(move: Move) -> bool:
    return any(
        move.source.start <= second(event.at) <= move.target.start
        for event in move.case.events
        if event.kind == "comment"
    )


def _made(move: Move) -> int:
    visits = move.case.visits
    return sum(
        (first.key, following.key) == (move.source.key, move.target.key)
        for first, following in itertools.pairwise(visits)
        if following.number <= move.target.number
    )


def _entry(move: Move, *, first: bool = False) -> Iterator[MoveFault]:
    place, stage = move.edition.stages[move.target.key]
    told = move.told
    if first:
        told["source"] = None
    for index, criterion in enumerate(stage.entry):
        if not move.holds(criterion.condition):
            cited = move.edition.cite(pointer("stages", place, "entry", index))
            yield MoveFault(**cited, **told, rule="entry")


def _exit(move: Move) -> Iterator[MoveFault]:
    if not is_on(move.edition, move.source.key, move.target.key):
        return
    place, stage = move.edition.stages[move.source.key]
    for index, criterion in enumerate(stage.exit):
        if not move.holds(criterion.condition):
            cited = move.edition.cite(pointer("stages", place, "exit", index))
            yield MoveFault(**cited, **move.told, rule="exit")
    facts = move.case.facts(move.target.start)
    for index, key in enumerate(required(move.edition, stage)):
        if is_empty(facts.get(key)):
            path = pointer("stages", place, "required_fields", index)
            yield MoveFault(
                **move.edition.cite(path), **move.told, rule="field", field=key
            )


def is_on(edition: Edition, source: str, target: str) -> bool:
    """Tell whether a move leads on, past the gates of the stage left (6.5)."""
    if source not in edition.stages:
        return False
    behind = edition.stages[target][0] > edition.stages[source][0]
    return behind and edition.is_kind(target, "initial", "work", "won")


def _final(
    case: Case, edition: Edition, source: Stay | None, visit: Stay
) -> Iterator[MoveFault]:
    """Yield the fields that a final stage lacks when its norm has ended (6.6)."""
    place, stage = edition.stages[visit.key]
    if stage.kind not in FINAL:
        return
    at: dt.datetime | None = visit.start
    if stage.norm is not None:
        calendar = edition.calendar(stage.owner)
        at = after(stage.norm.limit, visit.start, calendar) if calendar else None
    if at is None or at > (visit.end or case.now):
        return
    facts = case.facts(at)
    for index, key in enumerate(required(edition, stage)):
        if is_empty(facts.get(key)):
            path = pointer("stages", place, "required_fields", index)
            yield MoveFault(
                **edition.cite(path),
                deal=case.key,
                number=visit.number,
                source=source.key if source else None,
                target=visit.key,
                at=at,
                person=visit.actor,
                rule="field",
                field=key,
            )
