"""amoCRM (Kommo): its log of events, as `GET /api/v4/events` answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from salesreg.convert.plain import is_list, is_mapping
from salesreg.interchange.given import Given, rows_of
from salesreg.interchange.tables import Filling, Tables, text_of

_ACTIVITIES = frozenset(
    {
        "incoming_call",
        "outgoing_call",
        "incoming_chat_message",
        "outgoing_chat_message",
        "incoming_sms",
        "outgoing_sms",
        "task_completed",
    }
)


def read(events: Given, leads: Given | None = None) -> Tables:
    """Return deals and events from the log of amoCRM.

    A change of `lead_status` becomes a change of stage; the stage is named
    `PIPELINE:STATUS`, since numbers of statuses repeat from pipeline to pipeline. A new
    responsible user becomes the owner, calls, messages and tasks become activities
    under amoCRM's own names, and changes of the price and of own fields what a field
    held (`price`, `custom_field_ID`). Other events are left out.

    Args:
        events: The answer of the API, one page or several.
        leads: The answer of `GET /api/v4/leads`: `id`, `created_at`,
            `responsible_user_id`, `price`.

    Raises:
        LoadError: It cannot be read.
    """
    filling = Filling()
    for row in rows_of(leads, "_embedded", "leads") if leads is not None else ():
        known = {
            "created_at": _moment(row.get("created_at")),
            "owner": text_of(row.get("responsible_user_id")),
            "price": row.get("price"),
        }
        filling.deal(text_of(row.get("id")), known)
    found = [
        row
        for row in rows_of(events, "_embedded", "events")
        if row.get("entity_type", "lead") == "lead"
    ]
    for row in sorted(found, key=lambda one: _number(one.get("created_at"))):
        _take(row, filling)
    return filling.tables()


def _take(row: Mapping[str, object], filling: Filling) -> None:
    deal, at = text_of(row.get("entity_id")), _moment(row.get("created_at"))
    # The robot's number is 0.
    actor = text_of(row.get("created_by") or None)
    kind = str(row.get("type"))
    if kind == "lead_added":
        known = filling.deal(deal)
        known["created_at"] = known["created_at"] or at
        return
    if kind in _ACTIVITIES:
        filling.event(deal, at, "activity", kind, None, actor)
        return
    after = row.get("value_after")
    for value in after if is_list(after) else ():
        if is_mapping(value):
            _change(kind, value, (deal, at, actor), filling)


def _change(
    kind: str,
    value: Mapping[str, object],
    event: tuple[str | None, object, str | None],
    filling: Filling,
) -> None:
    """Take one new value of an event: a status, a user, a price, an own field."""
    deal, at, actor = event
    status, user, sale, own = (
        _part(value, name)
        for name in (
            "lead_status",
            "responsible_user",
            "sale_field_value",
            "custom_field_value",
        )
    )
    if kind == "lead_status_changed" and status:
        pipeline = status.get("pipeline_id")
        number = text_of(status.get("id"))
        stage = number if pipeline is None else f"{pipeline}:{number}"
        filling.event(deal, at, "stage", stage, None, actor)
    elif kind == "entity_responsible_changed" and user:
        filling.event(deal, at, "owner", text_of(user.get("id")), None, actor)
    elif kind == "sale_field_changed" and sale:
        filling.event(deal, at, "field", "price", text_of(sale.get("sale")), actor)
    elif own:
        name = f"custom_field_{own.get('field_id')}"
        filling.event(deal, at, "field", name, text_of(own.get("text")), actor)


def _part(value: Mapping[str, object], name: str) -> Mapping[str, object]:
    held = value.get(name)
    return held if is_mapping(held) else {}


def _moment(seconds: object) -> object:
    """Return a moment that amoCRM counts in seconds from 1970."""
    if isinstance(seconds, int) and not isinstance(seconds, bool):
        try:
            return dt.datetime.fromtimestamp(seconds, dt.UTC)
        except (OverflowError, ValueError, OSError):
            return str(seconds)
    return seconds


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
