"""The rulebook: a regulation read once for all the deals that are held against it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Protocol

from attrs import evolve, frozen

from salesreg.document.context import Context, context_of
from salesreg.errors import invalid
from salesreg.evaluate.tables import Employment
from salesreg.model.process import Stage, Transition
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.clocks import Clocks
from salesreg.testing.crm.filling import Filling
from salesreg.testing.crm.gates import Gates, Move, facts_of
from salesreg.testing.crm.log import Log, staff
from salesreg.testing.crm.moments import Moments
from salesreg.values.condition import Condition, Filled
from salesreg.values.facts import fields

WORDS = {"en": "At the customer’s request.", "ru": "По просьбе клиента."}
"""What is written where a comment is needed."""


class _Printer(Protocol):
    def text(self, obj: str) -> None: ...


@frozen(repr=False)
class Rulebook:
    """A regulation, and what it demands of deals.

    Attributes:
        gates: The stages and the moves between them.
        clocks: The terms.
        moments: The times that matter.
        filling: What fields can be filled with.
        context: What its messages need.
    """

    gates: Gates
    clocks: Clocks
    moments: Moments
    filling: Filling
    context: Context

    @classmethod
    def of(cls, regulation: Regulation) -> Rulebook:
        """Read a regulation.

        Raises:
            InvalidValue: It has no stage, or a calendar that nobody knows.
        """
        gates = Gates(regulation)
        if not gates.stages:
            message = f"regulation {regulation.key!r} has no stages"
            raise invalid(
                "no-stages", message, "a pipeline is what a CRM is held against"
            )
        return cls(
            gates=gates,
            clocks=Clocks(gates),
            moments=Moments(gates),
            filling=Filling(gates.fields),
            context=context_of(regulation),
        )

    def __repr__(self) -> str:
        """Return which regulation it is."""
        return f"<rulebook of {self.regulation.key}>"

    def _repr_pretty_(self, printer: _Printer, cycle: bool) -> None:  # noqa: FBT001
        # Hypothesis would print the whole regulation, field by field.
        printer.text(repr(self))

    @property
    def regulation(self) -> Regulation:
        """The regulation."""
        return self.gates.regulation

    @property
    def staff(self) -> tuple[Employment, ...]:
        """One person for each role, of the same key."""
        return staff(self.gates.roles)

    @property
    def owners(self) -> tuple[str | None, ...]:
        """Who may get a new deal: each role, the owner of the first stage first."""
        owner = self.gates.stage(self.gates.start).owner
        first = (owner,) if owner in self.gates.roles else ()
        return tuple(dict.fromkeys((*first, *self.gates.roles))) or (None,)

    @property
    def comment(self) -> str:
        """A comment in the language of the regulation."""
        return WORDS[self.regulation.language]

    def conditions(self, stage: Stage, way: Transition) -> tuple[Condition, ...]:
        """Return every condition that a move must meet."""
        to = self.gates.stage(way.to)
        leaving = stage.exit if self.gates.leads_on(stage.key, way.to) else ()
        asked = [one.condition for one in (*leaving, *to.entry)]
        return self.gates.asked((way.when, *asked))

    def required(self, stage: Stage, way: Transition) -> tuple[str, ...]:
        """Return the fields that a move needs."""
        to, keys = self.gates.stage(way.to), stage.required_fields
        if not self.gates.leads_on(stage.key, way.to):
            keys = ()
        if to.kind in {"won", "lost"} and to.norm is None:
            keys = (*keys, *to.required_fields)
        return tuple(dict.fromkeys(keys))

    def proper(self, log: Log, way: Transition, at: dt.datetime) -> Move:
        """Return a move as it should be made, so far as fields can be filled so."""
        return self._made(log, way, at, self.conditions(self._at(log), way))

    def faulty(self, log: Log, way: Transition, at: dt.datetime) -> Iterator[Move]:
        """Yield moves that are proper but for one thing, if that can be."""
        stage = self._at(log)
        conditions = self.conditions(stage, way)
        good = self._made(log, way, at, conditions)
        if way.comment:
            yield evolve(good, comment="")
            yield evolve(good, comment=" ")
        for role in self._wrong(stage, way)[:2]:
            yield evolve(good, by=role)
        for key in self.required(stage, way):
            yield evolve(good, values={**good.values, key: None})
        for index, one in enumerate(conditions):
            others = conditions[:index] + conditions[index + 1 :]
            yield self._made(log, way, at, others, fail=(one,))

    def _wrong(self, stage: Stage, way: Transition) -> tuple[str, ...]:
        """Return roles that may not make a move, those of the stage first."""
        movers = self.gates.movers(stage.key, way)
        right = {*movers, *self.gates.stand_ins(movers)}
        near = [one for one in stage.participants if one in self.gates.roles]
        all_ = dict.fromkeys((*near, *self.gates.roles))
        return tuple(role for role in all_ if role not in right)

    def beginnings(self, stage: str, at: dt.datetime) -> Iterator[dict[str, object]]:
        """Yield the fields that a new deal may come with.

        As few as its stage lets in; so that a rule of ownership concerns it; and so
        that a criterion of the stage is not met.
        """
        held = self.gates.stage(stage)
        calendar = self.gates.edition.calendar(held.owner)
        entry = self.gates.asked(one.condition for one in held.entry)
        few = all(self.gates.met(one, held, {}, at) for one in entry)
        yield {} if few else self.filling.meeting(entry, at, calendar) or {}
        for when in self.gates.asked(one.when for one in self.regulation.ownership):
            yield self.filling.meeting((*entry, when), at, calendar) or {}
        for index, one in enumerate(entry):
            others = entry[:index] + entry[index + 1 :]
            yield self.filling.meeting(others, at, calendar, fail=(one,)) or {}

    def _at(self, log: Log) -> Stage:
        return self.gates.stage(log.stage)

    def _made(
        self,
        log: Log,
        way: Transition,
        at: dt.datetime,
        hold: tuple[Condition, ...],
        fail: tuple[Condition, ...] = (),
    ) -> Move:
        stage = self._at(log)
        calendar = self.gates.edition.calendar(stage.owner)
        values: dict[str, object] = {}
        facts = facts_of(log, self.gates, at)
        met = all(self.gates.met(one, stage, facts, at) for one in hold)
        if fail or not met:
            # What is required is filled even where a condition is to fail.
            full = tuple(Filled(field=key) for key in self.required(stage, way))
            keys = {key for one in fail for key in fields(one)}
            asked = (*hold, *(one for one in full if one.field in keys))
            values = self.filling.meeting(asked, at, calendar, fail=fail) or {}
        for key in self.required(stage, way):
            if key not in facts and key not in values:
                values[key] = self.filling.usual(key, at)
        movers = self.gates.movers(log.stage, way)
        return Move(
            to=way.to,
            by=movers[0] if movers else None,
            at=at,
            comment=self.comment if way.comment else "",
            values=values,
        )
