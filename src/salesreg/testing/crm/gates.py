"""Gates: whether a regulation lets a deal appear or move, as its evaluation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from salesreg.checks.said import Said
from salesreg.evaluate.cases.asking import meets, unanswered
from salesreg.evaluate.cases.moves import is_on, moves
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.results import MoveFault
from salesreg.model.process import Field, Stage, Transition
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.log import Log, staff
from salesreg.values.condition import Condition

_BEFORE = dt.timedelta(seconds=1)


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


SAID: Mapping[str, Said] = {
    "start": Said(
        en="a deal does not appear at {to}", ru="сделка не появляется на этапе {to}"
    ),
    "forbidden": Said(
        en="no transition leads from {stage} to {to}",
        ru="с этапа {stage} нельзя перейти на этап {to}",
    ),
    "condition": Said(
        en="the move to {to} is only made when {condition}",
        ru="на этап {to} переходят, только когда {condition}",
    ),
    "role": Said(
        en="only these move a deal to {to}: {roles}",
        ru="на этап {to} сделку переводят только: {roles}",
    ),
    "comment": Said(
        en="the move to {to} needs a comment",
        ru="переход на этап {to} требует комментария",
    ),
    "most": Said(
        en="the move to {to} is made {most} times at most",
        ru="на этап {to} переходят не больше {most} раз",
    ),
    "field": Said(
        en="{stage} is not left before this is filled: {field}",
        ru="с этапа {stage} не уходят, пока не заполнено поле {field}",
    ),
    "exit": Said(
        en="to leave {stage}: {criterion}", ru="чтобы уйти с этапа {stage}: {criterion}"
    ),
    "entry": Said(
        en="to enter {to}: {criterion}", ru="чтобы перейти на этап {to}: {criterion}"
    ),
}


class Gates:
    """The stages of a regulation and the moves between them.

    Attributes:
        editions: The regulation as evaluation reads it.
        edition: Its only edition.
        fields: The fields of a deal by key.
        roles: Keys of the roles.
        people: One person for each of them.
    """

    def __init__(self, regulation: Regulation) -> None:
        """Take the stages of a regulation."""
        self.editions = Editions.of(regulation)
        self.edition: Edition = self.editions.last
        self.fields: Mapping[str, Field] = self.edition.fields
        self.roles = tuple(dict.fromkeys(role.key for role in regulation.roles))
        self.people = People.of(staff(self.roles))

    @property
    def regulation(self) -> Regulation:
        """The regulation."""
        return self.edition.regulation

    @property
    def stages(self) -> tuple[str, ...]:
        """Keys of the stages, in order."""
        return tuple(self.edition.stages)

    def stage(self, key: str) -> Stage:
        """Return the stage with a key."""
        return self.edition.stages[key][1]

    @property
    def start(self) -> str:
        """The stage in which deals appear; the first one when none is initial."""
        marked = (key for key in self.stages if self.stage(key).kind == "initial")
        return next(marked, self.stages[0])

    def moves(self, stage: str) -> tuple[Transition, ...]:
        """Return the transitions of a stage that lead somewhere else.

        A move to the stage where a deal is changes nothing, so no rule is about it.
        """
        ways = self.stage(stage).transitions
        known = self.edition.stages
        return tuple(way for way in ways if way.to in known and way.to != stage)

    def strays(self, stage: str) -> tuple[str, ...]:
        """Return the stages that a deal surely must not move to.

        Left out are those it may move to by itself, when attempts or the time for a
        next step are used up. A stage without transitions says nothing of moves,
        unless deals end there.
        """
        held, step = self.stage(stage), self.regulation.next_step
        if not held.transitions and held.kind not in {"won", "lost"}:
            return ()
        known = {way.to for way in held.transitions} | {stage}
        known.add((held.attempts.then if held.attempts else None) or stage)
        known.add((step.otherwise if step else None) or stage)
        return tuple(key for key in self.stages if key not in known)

    def movers(self, stage: str, way: Transition) -> tuple[str, ...]:
        """Return the roles that may make a move; all when nobody is named."""
        held = self.stage(stage)
        owners = (*((held.owner,) if held.owner else ()), *held.participants)
        named = way.by or owners
        return tuple(role for role in named if role in self.roles) or self.roles

    def stand_ins(self, roles: tuple[str, ...]) -> frozenset[str]:
        """Return the roles that may act for others while these are away."""
        acting = (one for one in self.roles if self.edition.acts_for(one) & {*roles})
        return frozenset(acting)

    def leads_on(self, stage: str, to: str) -> bool:
        """Tell whether a move is the way on, whose gate must be passed."""
        return is_on(self.edition, stage, to)

    def met(
        self,
        condition: Condition | None,
        stage: Stage,
        facts: Mapping[str, object],
        at: dt.datetime,
    ) -> bool:
        """Tell whether facts meet a condition, on the calendar of a stage's owner.

        One that has no answer keeps nobody out.
        """
        calendar = self.edition.calendar(stage.owner)
        return meets(self.edition, condition, facts, at, calendar) is not False

    def asked(self, conditions: Iterable[Condition | None]) -> tuple[Condition, ...]:
        """Return the conditions that deals can be asked for."""
        given = (one for one in conditions if one is not None)
        return tuple(one for one in given if not unanswered(self.edition, one))

    def appearing(
        self, log: Log, values: Mapping[str, object]
    ) -> tuple[Log, tuple[Objection, ...]]:
        """Return the log of a deal that appears, and what is against it."""
        made = log.copy()
        made.write(values, made.owner, made.created_at)
        made.assign(made.owner, made.created_at)
        made.move(self.start, made.owner, made.created_at)
        return made, self._objections(made, made.created_at)

    def moving(self, log: Log, move: Move) -> tuple[Log, tuple[Objection, ...]]:
        """Return the log of a deal after a move, and what is against it."""
        made = log.copy()
        made.write(move.values, move.by, move.at - _BEFORE)
        made.move(move.to, move.by, move.at, move.comment)
        return made, self._objections(made, move.at)

    def _objections(self, log: Log, at: dt.datetime) -> tuple[Objection, ...]:
        case = log.case(self.editions, at)
        last = case.visits[-1].number
        faults = (one for one in moves(case, self.people) if one.number == last)
        return tuple(self._objection(one) for one in faults)

    def _objection(self, fault: MoveFault) -> Objection:
        about = dict(self._about(fault))
        return Objection(rule=fault.pointer, said=SAID[fault.rule], about=about)

    def _about(self, fault: MoveFault) -> Iterator[tuple[str, object]]:
        yield "to", self.stage(fault.target)
        # A required field of a final stage is about the stage entered.
        held = fault.pointer.split("/")[2]
        yield "stage", self.regulation.stages[int(held)]
        named = self.regulation.at(fault.pointer)
        match fault.rule:
            case "condition":
                yield "condition", named
            case "role":
                movers = self.movers(fault.source or "", named)
                roles = (self.edition.roles[key] for key in movers)
                yield "roles", tuple(roles)
            case "most":
                yield "most", str(named.most)
            case "field":
                yield "field", self.fields.get(named, named)
            case "exit" | "entry":
                yield "criterion", str(named.text)
            case _:
                pass


def facts_of(log: Log, gates: Gates, at: dt.datetime) -> dict[str, object]:
    """Return what the fields of a deal hold, without those that are empty."""
    facts = log.case(gates.editions, at).facts(at)
    return {key: facts[key] for key in facts if facts[key] not in (None, "")}
