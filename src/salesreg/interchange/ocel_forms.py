"""The three forms of OCEL 2.0, JSON, XML and SQLite, as the data of its JSON form.

The standard: https://www.ocel-standard.org
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

from lxml import etree

from salesreg.errors import LoadError, Problem
from salesreg.interchange.given import json_of
from salesreg.io.markup import Element

Log = Mapping[str, object]
_SQLITE = b"SQLite format 3\x00"
_FIRST = "1970-01-01T00:00:00Z"
_OWN = frozenset({"ocel_id", "ocel_time", "ocel_changed_field"})


def log_of(data: bytes, name: str) -> object:
    """Return what a log says, whatever form it has.

    Args:
        data: The file.
        name: Its name, for messages.

    Raises:
        LoadError: It is none of the forms.
    """
    if data.startswith(_SQLITE):
        return _from_sqlite(data, name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _from_xml(data, name)
    return json_of(data, name)


def _from_xml(data: bytes, name: str) -> Log:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"{name}: is no XML: {error}"
        raise LoadError([Problem("bad-xml", message)]) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[attr-defined]
        message = f"{name}: holds a document type, which no log needs"
        raise LoadError([Problem("refused", message)])
    if root.find("objects") is None or root.find("events") is None:
        return {}
    return {
        "objects": [_thing(one) for one in root.iterfind("objects/object")],
        "events": [_thing(one) for one in root.iterfind("events/event")],
    }


def _thing(element: Element) -> dict[str, object]:
    """Return an object or an event of XML."""
    attributes = [
        {
            "name": one.get("name"),
            "value": one.text,
            **({"time": one.get("time")} if one.get("time") else {}),
        }
        for one in element.iterfind("attributes/attribute")
    ]
    related = [
        {"objectId": one.get("object-id"), "qualifier": one.get("qualifier")}
        for one in element.iterfind("objects/*")
    ]
    own = {key: element.get(key) for key in ("id", "type", "time") if element.get(key)}
    return {**own, "attributes": attributes, "relationships": related}


def _from_sqlite(data: bytes, name: str) -> Log:
    with closing(sqlite3.connect(":memory:")) as base:
        base.row_factory = sqlite3.Row
        try:
            base.deserialize(data)
            tables = {
                str(row[0])
                for row in base.execute(
                    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
                )
            }
            if not {"event", "object", "event_object"} <= tables:
                return {}
            return {
                "objects": list(_objects(base, tables)),
                "events": list(_events(base, tables)),
            }
        except sqlite3.Error as error:
            message = f"{name}: is no log of OCEL 2.0 in SQLite: {error}"
            raise LoadError([Problem("no-log", message)]) from None


def _objects(base: sqlite3.Connection, tables: set[str]) -> Iterator[Log]:
    held: dict[str, list[dict[str, object]]] = {}
    for row in _typed_rows(base, tables, "object"):
        changed = row.get("ocel_changed_field")
        for key in [changed] if changed else sorted(set(row) - _OWN):
            if changed or row[key] is not None:
                held.setdefault(str(row["ocel_id"]), []).append(
                    {
                        "name": key,
                        "time": _moment(row["ocel_time"]) or _FIRST,
                        "value": row[key],
                    }
                )
    for key, kind in base.execute("SELECT ocel_id, ocel_type FROM object"):
        yield {"id": key, "type": kind, "attributes": held.get(str(key), [])}


def _events(base: sqlite3.Connection, tables: set[str]) -> Iterator[Log]:
    related: dict[str, list[dict[str, object]]] = {}
    query = "SELECT ocel_event_id, ocel_object_id, ocel_qualifier FROM event_object"
    for event, thing, qualifier in base.execute(query):
        related.setdefault(str(event), []).append(
            {"objectId": str(thing), "qualifier": qualifier}
        )
    times = {
        str(row["ocel_id"]): _moment(row["ocel_time"])
        for row in _typed_rows(base, tables, "event")
    }
    for key, kind in base.execute("SELECT ocel_id, ocel_type FROM event"):
        yield {
            "id": key,
            "type": kind,
            "time": times.get(str(key)),
            "relationships": related.get(str(key), []),
        }


def _typed_rows(
    base: sqlite3.Connection, tables: set[str], kind: str
) -> Iterator[dict[str, Any]]:
    """Yield the rows of the table of each type of events, or of objects."""
    for (name,) in base.execute(f"SELECT ocel_type_map FROM {kind}_map_type"):  # noqa: S608 - one of two words
        table = f"{kind}_{name}"
        if table in tables:
            quoted = table.replace('"', '""')
            for row in base.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 - quoted
                yield dict(row)


def _moment(given: object) -> str | None:
    """Return a moment of SQLite, which is in UTC where it says no zone."""
    text = str(given).strip() if given is not None else ""
    if not text:
        return None
    ends = text[10:]
    zoned = ends.endswith(("Z", "z")) or "+" in ends or "-" in ends
    return text if zoned else f"{text.replace(' ', 'T', 1)}Z"
