"""Gates: what a regulation demands before a deal enters, leaves or changes a stage.

The reading of the clauses, which `docs/how-to/test-a-crm.md` tells to users:

- Where no stage names a transition, the stages follow one another as listed.
- A move is made by a role of `by`, else by the owner of the stage that is left;
  where neither is named, by anybody.
- Exit criteria and required fields are the gate of the way on: they are not asked
  of a move to a lost or paused stage, nor of one to a stage listed earlier.
- Only criteria with a condition can be held; those in words are for people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from salesreg.checks.said import Said
from salesreg.errors import InvalidValue
from salesreg.model.process import Criterion, Field, Stage, Transition
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.history import History, filled
from salesreg.values.calendar import WorkCalendar
from salesreg.values.condition import Condition
from salesreg.values.facts import holds


@frozen(kw_only=True)
class Move:
    """A move that somebody tries.

    Attributes:
        to: Key of the stage.
        by: Key of the role that tries it.
        at: When.
        comment: What is written to it.
        values: Fields that are written with it.
    """

    to: str
    by: str | None
    at: dt.datetime
    comment: str
    values: Mapping[str, object]


@frozen(kw_only=True)
class Objection:
    """Why a regulation does not let something happen.

    Attributes:
        rule: JSON Pointer of the clause.
        said: What it demands.
        about: The values that `said` speaks of.
    """

    rule: str
    said: Said
    about: Mapping[str, object]


NO_WAY = Said(
    en="no transition leads from {stage} to {to}",
    ru="с этапа {stage} нельзя перейти на этап {to}",
)
NOT_NOW = Said(
    en="the move to {to} is only allowed when: {condition}",
    ru="переход на этап {to} разрешён, только когда {condition}",
)
NOT_BY = Said(
    en="a deal is moved to {to} only by {roles}",
    ru="на этап {to} сделку переводит только {roles}",
)
COMMENT = Said(
    en="the move to {to} needs a comment",
    ru="переход на этап {to} требует комментария",
)
TOO_OFTEN = Said(
    en="the move to {to} may be made {most} times at most",
    ru="перейти на этап {to} можно не больше {most} раз",
)
FIELD = Said(
    en="{stage} is not left before {field} is filled",
    ru="с этапа {stage} не уходят, пока не заполнено поле {field}",
)
EXIT = Said(
    en="to leave {stage}: {criterion}",
    ru="чтобы уйти с этапа {stage}: {criterion}",
)
ENTRY = Said(
    en="to enter {stage}: {criterion}",
    ru="чтобы перейти на этап {stage}: {criterion}",
)


class Gates:
    """The stages of a regulation and the moves between them.

    Attributes:
        regulation: The regulation.
        stages: The stages by key, with their pointers; of two with one key the
            first.
        fields: The fields of a deal by key.
        roles: Keys of the roles.
    """

    def __init__(self, regulation: Regulation) -> None:
        """Take the stages of a regulation."""
        self.regulation = regulation
        self.stages: dict[str, tuple[str, Stage]] = {}
        for index, stage in enumerate(regulation.stages):
            self.stages.setdefault(stage.key, (f"/stages/{index}", stage))
        self.fields: dict[str, Field] = {}
        for one in regulation.fields:
            self.fields.setdefault(one.key, one)
        self.roles = tuple(dict.fromkeys(role.key for role in regulation.roles))
        self._calendars: dict[str | None, WorkCalendar | None] = {}
        self._order = {key: at for at, key in enumerate(self.stages)}
        self._drawn = any(stage.transitions for _, stage in self.stages.values())

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The stages in which deals appear; the first one when none is initial."""
        marked = (k for k, (_, stage) in self.stages.items() if stage.kind == "initial")
        return tuple(marked) or tuple(self.stages)[:1]

    def calendar(self, role: str | None) -> WorkCalendar | None:
        """Return the calendar of a role: its own, everybody's, or the first."""
        if role not in self._calendars:
            calendars = self.regulation.calendars
            own = [one for one in calendars if role in one.roles]
            common = [one for one in calendars if not one.roles]
            found = next(iter((*own, *common, *calendars)), None)
            self._calendars[role] = found
        return self._calendars[role]

    def moves(self, stage: str) -> tuple[tuple[str, Transition], ...]:
        """Return the moves from a stage that are there, with their pointers."""
        path, held = self.stages[stage]
        if self._drawn:
            named = enumerate(held.transitions)
            return tuple(
                (f"{path}/transitions/{index}", move)
                for index, move in named
                if move.to in self.stages
            )
        following = list(self.stages)[self._order[stage] + 1 :][:1]
        return tuple((path, Transition(to=key)) for key in following)

    def untold(self, stage: str) -> frozenset[str]:
        """Return stages of which it is not said when a deal may move there.

        Those that it moves to when attempts, or the time for a next step, are used
        up: the CRM may do so by itself.
        """
        _, held = self.stages[stage]
        then = {held.attempts.then if held.attempts else None}
        if self.regulation.next_step:
            then.add(self.regulation.next_step.otherwise)
        told = {move.to for _, move in self.moves(stage)}
        return frozenset(one for one in then if one) - told

    def movers(self, stage: str, move: Transition) -> tuple[str, ...]:
        """Return the roles that may make a move; all when nobody is named."""
        _, held = self.stages[stage]
        named = move.by or ((held.owner,) if held.owner else ())
        return tuple(role for role in self.roles if role in named) or self.roles

    def stand_ins(self, roles: tuple[str, ...]) -> frozenset[str]:
        """Return the roles that may act for others while these are away."""
        return frozenset(
            one.by
            for role in self.regulation.roles
            if role.key in roles
            for one in role.substitutes
        )

    def way_on(self, stage: str, to: str) -> bool:
        """Tell whether a move is the way on, whose gate must be passed."""
        _, target = self.stages[to]
        if target.kind in {"lost", "paused"}:
            return False
        _, held = self.stages[stage]
        return held.kind == "paused" or self._order[to] > self._order[stage]

    def entering(
        self, stage: str, values: Mapping[str, object], at: dt.datetime
    ) -> Iterator[Objection]:
        """Yield the entry criteria of a stage that values do not meet."""
        path, held = self.stages[stage]
        for index, criterion in enumerate(held.entry):
            if not self.met(criterion.condition, held, values, at):
                rule = f"{path}/entry/{index}"
                about = {"stage": held, "criterion": _said(criterion)}
                yield Objection(rule=rule, said=ENTRY, about=about)

    def objections(self, history: History, move: Move) -> tuple[Objection, ...]:
        """Return why a move is not allowed; nothing when it is.

        Of several transitions to one stage that which objects least counts.
        """
        ways = [one for one in self.moves(history.stage) if one[1].to == move.to]
        path, stage = self.stages[history.stage]
        if not ways:
            about = {"stage": stage, "to": self.stages[move.to][1]}
            return (Objection(rule=path, said=NO_WAY, about=about),)
        against = [tuple(self._against(history, move, rule, way)) for rule, way in ways]
        return min(against, key=len)

    def _against(
        self, history: History, move: Move, rule: str, way: Transition
    ) -> Iterator[Objection]:
        values = filled(history.values, move.values)
        path, stage = self.stages[history.stage]
        _, to = self.stages[move.to]
        about: dict[str, object] = {"stage": stage, "to": to}
        if not self.met(way.when, stage, values, move.at):
            said = {**about, "condition": way.when}
            yield Objection(rule=f"{rule}/when", said=NOT_NOW, about=said)
        movers = self.movers(history.stage, way)
        if move.by not in movers and movers:
            place = f"{rule}/by" if way.by else f"{path}/owner"
            roles = tuple(one for one in self.regulation.roles if one.key in movers)
            yield Objection(rule=place, said=NOT_BY, about={**about, "roles": roles})
        if way.comment and not move.comment.strip():
            yield Objection(rule=f"{rule}/comment", said=COMMENT, about=about)
        if way.most is not None and history.moves[history.stage, move.to] >= way.most:
            said = {**about, "most": str(way.most)}
            yield Objection(rule=f"{rule}/most", said=TOO_OFTEN, about=said)
        if self.way_on(history.stage, move.to):
            yield from self._leaving(path, stage, values, move.at)
        yield from self.entering(move.to, values, move.at)

    def _leaving(
        self, path: str, stage: Stage, values: Mapping[str, object], at: dt.datetime
    ) -> Iterator[Objection]:
        for index, key in enumerate(stage.required_fields):
            if key not in values:
                about: dict[str, object] = {
                    "stage": stage,
                    "field": self.fields.get(key, key),
                }
                rule = f"{path}/required_fields/{index}"
                yield Objection(rule=rule, said=FIELD, about=about)
        for index, criterion in enumerate(stage.exit):
            if not self.met(criterion.condition, stage, values, at):
                about = {"stage": stage, "criterion": _said(criterion)}
                yield Objection(rule=f"{path}/exit/{index}", said=EXIT, about=about)

    def met(
        self,
        condition: Condition | None,
        stage: Stage,
        values: Mapping[str, object],
        at: dt.datetime,
    ) -> bool:
        """Tell whether values meet a condition, in the calendar of a stage's owner.

        A value of another kind than the condition is about does not.
        """
        if condition is None:
            return True
        try:
            return holds(condition, values, at, self.calendar(stage.owner))
        except InvalidValue:
            return False


def _said(criterion: Criterion) -> object:
    return criterion.text
