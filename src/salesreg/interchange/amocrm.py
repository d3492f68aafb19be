"""amoCRM (Kommo): its log of events, as `GET /api/v4/events` answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from salesreg.convert.plain import is_list, is_mapping
from salesreg.interchange.given import Given, rows_of
from salesreg.interchange.tables import Filling, Tables

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
            "owner": _text(row.get("responsible_user_id")),
            "price": row.get("price"),
        }
        filling.deal(_text(row.get("id")), known)
    found = [
        row
        for row in rows_of(events, "_embedded", "events")
        if row.get("entity_type", "lead") == "lead"
    ]
    for row in sorted(found, key=lambda one: _number(one.get("created_at"))):
        _take(row, filling)
    return filling.tables()


def _take(row: Mapping[str, object], filling: Filling) -> None:
    deal, at = _text(row.get("entity_id")), _moment(row.get("created_at"))
    # The robot's number is 0.
    actor = _text(row.get("created_by") or None)
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
        if not is_mapping(value):
            continue
        match kind, value:
            case "lead_status_changed", {"lead_status": {"id": status, **rest}}:
                pipeline = rest.get("pipeline_id")
                stage = f"{pipeline}:{status}" if pipeline is not None else str(status)
                filling.event(deal, at, "stage", stage, None, actor)
            case "entity_responsible_changed", {"responsible_user": {"id": user}}:
                filling.event(deal, at, "owner", _text(user), None, actor)
            case "sale_field_changed", {"sale_field_value": {"sale": sale}}:
                filling.event(deal, at, "field", "price", _text(sale), actor)
            case _, {"custom_field_value": {"field_id": field, "text": text}}:
                name = f"custom_field_{field}"
                filling.event(deal, at, "field", name, _text(text), actor)
            case _:
                pass


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


def _text(value: object) -> str | None:
    return None if value is None else str(value)
