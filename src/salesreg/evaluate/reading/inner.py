"""The inner tables: their columns, and which rows of a CRM come into them."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.reading import typed
from salesreg.evaluate.reading.canonical import EVENT_KINDS, Reading
from salesreg.evaluate.sql.dialects import Kind

MOMENTS = {
    "deals": "created_at",
    "events": "at",
    "activities": "start",
    "payments": "at",
}
"""The moment of a row, where it has one, as the contract calls it."""

INNER = {"created_at": "created_s", "at": "at_s", "start": "start_s"}
"""What those moments are called in the inner tables."""

COLUMNS: Mapping[str, Mapping[str, Kind]] = {
    "deals": {"deal": "text", "created_s": "int", "owner": "text"},
    "events": {
        "deal": "text",
        "at_s": "int",
        "kind": "text",
        "subject": "text",
        "state": "text",
        "actor": "text",
        "seq": "int",
    },
    "activities": {
        "person": "text",
        "activity": "text",
        "start_s": "int",
        "minutes": "int",
        "deal": "text",
    },
    "people": {"person": "text", "role": "text", "since_d": "int", "until_d": "int"},
    "payments": {
        "deal": "text",
        "at_s": "int",
        "minor": "int",
        "currency": "text",
        "state": "text",
    },
    "targets": {
        "kpi": "text",
        "start_d": "int",
        "end_d": "int",
        "micro": "int",
        "person": "text",
        "role": "text",
    },
}
"""The columns of the inner tables."""


def usable_rows(reading: Reading, now: int) -> str:
    """Return the query of the rows that can be used: those of an inner table."""
    names = ", ".join(part.name for part in reading.parts)
    where = [reading.usable()]
    if reading.table == "events":
        if "kind" not in reading.constant:
            where.append(f"kind IN ({', '.join(map(repr, EVENT_KINDS))})")
        where.append("(subject IS NOT NULL OR kind IN ('owner', 'payment', 'comment'))")
    if reading.table == "payments":
        # To be above zero is to be there, and each condition reckons the sum again.
        where[0] = reading.usable("minor")
        where.append(f"minor >= 0 AND {typed.known_currency('currency')}")
        where.append("state IN ('invoiced', 'prepaid', 'received', 'refunded')")
    if reading.table == "deals":
        where.append(f"created_s <= {now}")
    if reading.table == "activities":
        where.append("minutes >= 0")
    return (
        f"SELECT {names} FROM ({reading.query()}) AS read WHERE {' AND '.join(where)}"
    )


def once(reading: Reading, query: str) -> str:
    """Return the query of the first row of each deal; the others are told."""
    names = ", ".join(part.name for part in reading.parts)
    return (
        f"SELECT {names} FROM (SELECT *, row_number() OVER (PARTITION BY deal ORDER"
        f" BY row_no) AS copy_no FROM (SELECT *, row_number() OVER () AS row_no FROM"
        f" ({query}) AS numbered) AS rowed) AS once WHERE copy_no = 1"
    )


def absent(table: str, readings: Mapping[str, Reading], also: str = "") -> str:
    """Return the query that stands for a table that was not given.

    Args:
        table: The table.
        readings: The tables that were given, whose keys of deals are of one kind.
        also: A column that deals have from their events, besides.
    """
    if table == "deals":
        more = f", {also}" if also else ""
        return (
            "SELECT deal, min(at_s) AS created_s, CAST(NULL AS VARCHAR) AS owner"
            f"{more} FROM salesreg_events GROUP BY deal{more}"
        )
    types = {"int": "BIGINT", "text": "VARCHAR"}
    parts = (part for reading in readings.values() for part in reading.parts)
    kinds = {**COLUMNS[table]}
    if "deal" in kinds:
        kinds["deal"] = next((one.kind for one in parts if one.name == "deal"), "text")
    nulls = ", ".join(
        f"CAST(NULL AS {types[kind]}) AS {name}" for name, kind in kinds.items()
    )
    return f"SELECT {nulls} WHERE FALSE"
