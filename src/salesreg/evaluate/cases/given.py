"""What clauses need of the tables, of which not all were given (rules 2.10)."""

from __future__ import annotations

from typing import TypedDict

from salesreg.evaluate.editions import Edition, Unanswered
from salesreg.evaluate.results import Reason
from salesreg.values.event import DealCreated, Event, Payment, PeriodEnds
from salesreg.values.expression import Aggregate, Count, Elapsed, KpiTarget

_OWN = frozenset({"payments", "activities"})
"""Records that hold a number themselves; others read the fields of their deal."""


class Because(TypedDict):
    """Why a clause is not evaluated, as its row says it."""

    reason: Reason
    table: str | None


def lacking(table: str) -> Because:
    """Return that a table was not given."""
    return {"reason": "no-table", "table": table}


def unasked(reason: Unanswered) -> Because:
    """Return why no deal can be asked for a condition: it holds no fields, or so."""
    return {"reason": reason, "table": "deals" if reason == "no-table" else None}


def untold(edition: Edition, event: Event | None) -> str | None:
    """Return the table without which nobody tells of an event; None if it is told."""
    match event:
        case None | DealCreated() | PeriodEnds():
            return None
        case Payment():
            # Either of the two tells that money moved.
            return edition.lacks("payments") and edition.lacks("events")
        case _:
            return edition.lacks("events")


def uncounted(edition: Edition, part: object) -> str | None:
    """Return the table without which a part of a formula has no value."""
    match part:
        case Count() | Aggregate():
            # Deals are read off their events where they have no table.
            own = None if part.of == "deals" else edition.lacks(part.of)
            reads = isinstance(part, Aggregate) and part.of not in _OWN
            fields = reads or part.where is not None
            held = edition.lacks("deals") if fields else None
            return own or held or untold(edition, part.event)
        case Elapsed():
            return untold(edition, part.since) or untold(edition, part.until)
        case KpiTarget():
            return edition.lacks("targets")
        case _:
            return None
