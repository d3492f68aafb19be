"""amoCRM (Kommo): its log of events, as `GET /api/v4/events` answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from salesreg.convert.plain import is_list, is_mapping
from salesreg.evaluate.tables import EventKind
from salesreg.interchange.given import Given, rows_of
from salesreg.interchange.tables import Filling, Tables, text_of

Told = tuple[EventKind, str | None, str | None]
"""What a value of a change tells: kind, subject and state of an event."""

_JUST_BEFORE = dt.timedelta(seconds=1)

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

    The log tells changes only, so what was there at first is read off the
    `value_before` of the earliest change of each: that stage, owner and value count
    from the creation of the deal on. A deal of `leads` whose stage never changed is at
    its stage from then on, too. The creation is `created_at` of the lead, or the event
    `lead_added`; where neither is given, it is a second before the first event of the
    deal, so that a first visit seems as short as that: give the leads.

    Args:
        events: The answer of the API, one page or several.
        leads: The answer of `GET /api/v4/leads`: `id`, `created_at`,
            `responsible_user_id`, `price`, `pipeline_id`, `status_id`.

    Raises:
        LoadError: It cannot be read, is no such export, or an error of the program.
    """
    filling = Filling()
    stages: dict[str | None, str | None] = {}
    given = () if leads is None else rows_of(leads, "_embedded", "leads", has=("id",))
    for row in given:
        deal = text_of(row.get("id"))
        known = {
            "created_at": _moment(row.get("created_at")),
            "owner": text_of(row.get("responsible_user_id")),
            "price": row.get("price"),
        }
        filling.deal(deal, known)
        if row.get("status_id") is not None:
            stages[deal] = _stage(row.get("pipeline_id"), row["status_id"])
    found = [
        row
        for row in rows_of(events, "_embedded", "events", has=("type", "entity_id"))
        if row.get("entity_type", "lead") == "lead"
    ]
    found.sort(key=lambda one: _number(one.get("created_at")))
    _begin(found, stages, filling)
    for row in found:
        _take(row, filling)
    return filling.tables()


def _begin(
    found: list[Mapping[str, object]],
    stages: Mapping[str | None, str | None],
    filling: Filling,
) -> None:
    """Take what deals had at first: it stands before the earliest change of each.

    Args:
        found: The events, the earliest first.
        stages: The stages that leads are at now.
        filling: What is filled.
    """
    born = _born(found, filling)
    changed: set[tuple[str | None, str, str | None]] = set()
    for row in found:
        deal = text_of(row.get("entity_id"))
        before, after = _told(row, "value_before"), _told(row, "value_after")
        for kind, subject, state in before:
            if (deal, *_thing(kind, subject)) not in changed:
                filling.event(deal, born.get(deal), kind, subject, state)
        changed |= {(deal, *_thing(*told[:2])) for told in [*before, *after]}
    for deal, stage in stages.items():
        if (deal, *_thing("stage", stage)) not in changed and deal in born:
            filling.event(deal, born[deal], "stage", stage)


def _born(
    found: list[Mapping[str, object]], filling: Filling
) -> dict[str | None, object]:
    """Return when each deal appeared: as is told, or just before its first event."""
    told = {text_of(row["deal"]): row["created_at"] for row in filling.deals.values()}
    first: dict[str | None, dt.datetime] = {}
    for row in found:
        deal, at = text_of(row.get("entity_id")), _moment(row.get("created_at"))
        if row.get("type") == "lead_added":
            told[deal] = told.get(deal) or at
        elif isinstance(at, dt.datetime):
            first.setdefault(deal, at)
    for deal, at in first.items():
        created = told.get(deal)
        # What happened before the creation that is told speaks against it.
        if not isinstance(created, dt.datetime) or created > at:
            told[deal] = at - _JUST_BEFORE
    return {deal: at for deal, at in told.items() if at is not None}


def _thing(kind: EventKind, subject: str | None) -> tuple[str, str | None]:
    """Return what of a deal changes: its stage, its owner, or one of its fields."""
    return kind, subject if kind == "field" else None


def _take(row: Mapping[str, object], filling: Filling) -> None:
    deal, at = text_of(row.get("entity_id")), _moment(row.get("created_at"))
    # The robot's number is 0.
    actor = text_of(row.get("created_by") or None)
    kind = str(row.get("type"))
    if kind == "lead_added":
        known = filling.deal(deal)
        known["created_at"] = known["created_at"] or at
    elif kind in _ACTIVITIES:
        filling.event(deal, at, "activity", kind, None, actor)
    else:
        for told in _told(row, "value_after"):
            filling.event(deal, at, *told, actor)


def _told(row: Mapping[str, object], side: str) -> list[Told]:
    """Return what the values before or after a change tell."""
    held = row.get(side)
    values = [value for value in held if is_mapping(value)] if is_list(held) else []
    return [told for value in values for told in _value(str(row.get("type")), value)]


def _value(kind: str, value: Mapping[str, object]) -> Iterator[Told]:
    """Yield what a value tells: a status, a user, a price or an own field."""
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
        yield "stage", _stage(status.get("pipeline_id"), status.get("id")), None
    elif kind == "entity_responsible_changed" and user:
        yield "owner", text_of(user.get("id")), None
    elif kind == "sale_field_changed" and sale:
        yield "field", "price", text_of(sale.get("sale"))
    elif own:
        yield "field", f"custom_field_{own.get('field_id')}", text_of(own.get("text"))


def _stage(pipeline: object, status: object) -> str | None:
    return text_of(status) if pipeline is None else f"{pipeline}:{text_of(status)}"


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
