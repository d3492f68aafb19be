"""The tables that a reader fills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from attrs import field, frozen

from salesreg.evaluate.tables import EventKind

Row = dict[str, object]
Tables = dict[str, list[Row]]
"""Rows of `evaluate.tables` by the name of the table, as `salesreg.evaluate` takes."""


@frozen
class Filling:
    """Deals and events that come one after another.

    Attributes:
        deals: What is known of each deal, in the order in which they were met.
        events: The events.
    """

    deals: dict[object, Row] = field(factory=dict[object, Row])
    events: list[Row] = field(factory=list[Row])

    def deal(self, key: object, values: Mapping[str, object] | None = None) -> Row:
        """Return the row of a deal, with some values put in."""
        row = self.deals.setdefault(key, {"deal": key, "created_at": None})
        row.update(values or {})
        return row

    def event(
        self,
        deal: object,
        at: object,
        kind: EventKind,
        subject: object = None,
        state: object = None,
        actor: object = None,
    ) -> None:
        """Add an event; of events at one moment the one added first is the first."""
        row = self.deal(deal)
        moment = moment_of(at)
        born = row["created_at"]
        if born is None or (_comparable(moment, born) and moment < born):  # type: ignore[operator]
            row["created_at"] = moment
        self.events.append(
            {
                "deal": deal,
                "at": moment,
                "kind": kind,
                "subject": subject,
                "state": state,
                "actor": actor,
                "sequence": len(self.events),
            }
        )

    def happened(
        self,
        deal: object,
        at: object,
        title: object,
        actor: object,
        activities: Collection[str],
    ) -> None:
        """Add an event of a log that says no kind: an activity, or a stage entered."""
        if title in activities:
            self.event(deal, at, "activity", title, None, actor)
        else:
            self.event(deal, at, "stage", title, None, actor)

    def tables(self) -> Tables:
        """Return the tables; every row of deals has the same columns."""
        names = dict.fromkeys(name for row in self.deals.values() for name in row)
        deals = [{name: row.get(name) for name in names} for row in self.deals.values()]
        return {"deals": deals, "events": self.events}


def moment_of(written: object) -> object:
    """Return a moment that ISO 8601 writes; anything else as it is, to be reported.

    >>> moment_of("2026-03-02T10:00:00Z")
    datetime.datetime(2026, 3, 2, 10, 0, tzinfo=datetime.timezone.utc)
    >>> moment_of("soon")
    'soon'
    """
    if not isinstance(written, str):
        return written
    try:
        return dt.datetime.fromisoformat(written)
    except ValueError:
        return written


def text_of(value: object) -> str | None:
    """Return a key or a value as text; nothing stays nothing.

    >>> text_of(7), text_of(None)
    ('7', None)
    """
    return None if value is None else str(value)


def _comparable(one: object, other: object) -> bool:
    if not isinstance(one, dt.datetime) or not isinstance(other, dt.datetime):
        return False
    return (one.tzinfo is None) == (other.tzinfo is None)
