"""A deal as it is now, seen with the eyes of the plain evaluator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from salesreg.evaluate.case import Case
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.facts import read
from salesreg.evaluate.live.state import DealState
from salesreg.evaluate.tables import Deal, Event


def seen(state: DealState, editions: Editions, now: dt.datetime) -> Case:
    """Return the case of a deal that a CRM shows.

    The stage and the owner that the CRM tells close the history, unless the events
    tell of them already.

    Raises:
        InvalidValue: A moment has no time zone, or a value is none of its field.
    """
    created = state.created_at or state.since
    fields = editions.fields
    values: Mapping[str, object] = {
        key: read(fields.get(key), value, editions.currency)
        for key, value in state.values.items()
    }
    events = state.events
    for event in events:
        if event.kind == "field":
            read(fields.get(event.subject or ""), event.state, editions.currency)
    at_stage = [event for event in events if event.kind == "stage"]
    last = max(at_stage, key=lambda event: (event.at, event.sequence), default=None)
    if last is None or last.subject != state.stage:
        events = (
            *events,
            Event(deal=state.deal, at=state.since, kind="stage", subject=state.stage),
        )
    deal = Deal(deal=state.deal, created_at=created, owner=state.owner, values=values)
    return Case.of(deal, events, (), editions, now)
