"""OCEL 2.0: object-centric event logs, as JSON, XML or SQLite.

The standard: https://www.ocel-standard.org
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from typing import IO

from salesreg._text import did_you_mean
from salesreg.convert.plain import is_list, is_mapping
from salesreg.errors import LoadError, Problem
from salesreg.interchange.given import bytes_of
from salesreg.interchange.ocel_forms import log_of
from salesreg.interchange.tables import Filling, Tables

_FIRST = "1970-01-01"
"""The time of a value that an object has had from the beginning."""


def read(
    log: str | os.PathLike[str] | bytes | IO[bytes] | Mapping[str, object],
    *,
    deals: str,
    people: str | None = None,
    activities: Collection[str] = (),
) -> Tables:
    """Return deals and events from a log of objects.

    An event belongs to each deal that it is related to, and is done by the first
    related object of the type of people. Its type is the stage entered, unless it is
    named as an activity. What an attribute of a deal held from a moment on becomes an
    event of the field; its last value a column of the deals.

    Args:
        log: The log in any form of OCEL 2.0, or its JSON, parsed.
        deals: The type of the objects that are deals.
        people: The type of the objects that are people.
        activities: Types of events that are activities.

    Raises:
        LoadError: It is no such log, or has no objects of that type.
    """
    data, name = _parsed(log)
    objects = {
        str(one.get("id")): one for one in _mappings(data, "objects") if "id" in one
    }
    types = dict.fromkeys(str(one.get("type")) for one in objects.values())
    problems = [
        Problem(
            "unknown-type",
            f"{name}: has no objects of the type {wanted!r}",
            hint=did_you_mean(wanted, types) or f"its types are {', '.join(types)}",
        )
        for wanted in (deals, people)
        if wanted is not None and wanted not in types
    ]
    if problems:
        raise LoadError(problems)
    filling = Filling()
    chosen = {key: one for key, one in objects.items() if one.get("type") == deals}
    for key, one in chosen.items():
        filling.deal(key)
        _fields(key, one, filling)
    events = sorted(_mappings(data, "events"), key=lambda one: str(one.get("time")))
    for event in events:
        related = [
            str(one.get("objectId")) for one in _mappings(event, "relationships")
        ]
        actor = next((key for key in related if _is(objects, key, people)), None)
        title = event.get("type")
        for key in dict.fromkeys(related):
            if key in chosen:
                filling.happened(key, event.get("time"), title, actor, activities)
    return filling.tables()


def _parsed(
    log: str | os.PathLike[str] | bytes | IO[bytes] | Mapping[str, object],
) -> tuple[Mapping[str, object], str]:
    if is_mapping(log):
        data: object = log
        name = "<data>"
    else:
        raw, name = bytes_of(log)  # type: ignore[arg-type]
        data = log_of(raw, name)
    if not is_mapping(data) or "events" not in data or "objects" not in data:
        message = f"{name}: is no log of OCEL 2.0: it has no `events` and `objects`"
        raise LoadError([Problem("no-log", message)])
    return data, name


def _fields(key: str, one: Mapping[str, object], filling: Filling) -> None:
    attributes = sorted(
        _mappings(one, "attributes"), key=lambda it: str(it.get("time"))
    )
    for attribute in attributes:
        name, value = str(attribute.get("name")), attribute.get("value")
        at = attribute.get("time")
        filling.deal(key, {name: value})
        if at is not None and not str(at).startswith(_FIRST):
            state = None if value is None else str(value)
            filling.event(key, at, "field", name, state)


def _is(
    objects: Mapping[str, Mapping[str, object]], key: str, kind: str | None
) -> bool:
    return kind is not None and key in objects and objects[key].get("type") == kind


def _mappings(held: Mapping[str, object], name: str) -> Iterator[Mapping[str, object]]:
    listed = held.get(name)
    yield from (one for one in listed if is_mapping(one)) if is_list(listed) else ()
