"""The log of one deal: what has happened to it, as the tables of evaluation have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from attrs import define, evolve, field

from salesreg.evaluate.case import Case
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.tables import Deal, Employment, EventKind
from salesreg.evaluate.tables import Event as Row
from salesreg.values import event as happening
from salesreg.values.event import Event

_LONG_AGO = dt.date(2000, 1, 1)
_BEFORE = dt.timedelta(seconds=1)


@define(eq=False)
class Log:
    """What has happened to one deal so far.

    Attributes:
        deal: Key of the deal.
        created_at: When it appeared.
        stage: Its stage.
        owner: Who owns it; None in the pool.
        rows: Its events, in order.
        untold: Whether its owner lost it, and nobody says who has it now.
    """

    deal: str
    created_at: dt.datetime
    stage: str = ""
    owner: str | None = None
    rows: tuple[Row, ...] = ()
    untold: bool = False
    _cases: dict[dt.datetime, Case] = field(factory=dict[dt.datetime, Case], init=False)

    def case(self, editions: Editions, now: dt.datetime) -> Case:
        """Return the deal as the evaluator sees it at a moment."""
        if now not in self._cases:
            deal = Deal(deal=self.deal, created_at=self.created_at)
            self._cases = {now: Case.of(deal, self.rows, (), editions, now)}
        return self._cases[now]

    def copy(self) -> Log:
        """Return a log that goes on by itself."""
        return evolve(self)

    def write(
        self, values: Mapping[str, object], by: str | None, at: dt.datetime
    ) -> None:
        """Write fields; None and "" empty one."""
        for key, value in values.items():
            self.add("field", at, subject=key, state=written(value), actor=by)

    def assign(self, owner: str | None, at: dt.datetime) -> None:
        """Give the deal to somebody, or to nobody."""
        self.owner, self.untold = owner, False
        self.add("owner", at, subject=owner)

    def move(self, to: str, by: str | None, at: dt.datetime, comment: str = "") -> None:
        """Bring the deal to another stage.

        The comment goes before the move: it belongs to the stage that is left.
        """
        if comment.strip():
            self.add("comment", at - _BEFORE, state=comment, actor=by)
        self.stage = to
        self.add("stage", at, subject=to, actor=by)

    def happen(self, event: Event, by: str | None, at: dt.datetime) -> None:
        """Let an event of the model happen that is no move and no new owner."""
        match event:
            case happening.Happens():
                self.add("happens", at, subject=event.title, actor=by)
            case happening.ActivityDone():
                self.add("activity", at, subject=event.activity, actor=by)
            case happening.DocumentMoved():
                document, state = event.document, event.state
                self.add("document", at, subject=document, state=state, actor=by)
            case happening.Payment():
                self.add("payment", at, state=event.state, actor=by)
            case (
                happening.DealCreated()
                | happening.OwnerAssigned()
                | happening.StageEntered()
                | happening.StageLeft()
                | happening.PeriodEnds()
            ):
                message = f"{event} comes by itself"
                raise ValueError(message)
            case _:
                assert_never(event)

    def add(
        self,
        kind: EventKind,
        at: dt.datetime,
        *,
        subject: str | None = None,
        state: str | None = None,
        actor: str | None = None,
    ) -> None:
        """Add an event."""
        row = Row(
            deal=self.deal,
            at=at,
            kind=kind,
            subject=subject,
            state=state,
            actor=actor,
            sequence=len(self.rows),
        )
        self.rows = (*self.rows, row)
        self._cases.clear()


def written(value: object) -> str:
    """Return the text of an event for a value of a field; "" for none.

    >>> written(True), written(Decimal(12))
    ('true', '12')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def staff(roles: tuple[str, ...]) -> tuple[Employment, ...]:
    """Return one person for each role, of the same key, from the beginning on."""
    return tuple(Employment(person=role, role=role, since=_LONG_AGO) for role in roles)
