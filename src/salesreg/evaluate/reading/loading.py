"""A CRM's tables, brought to the engine as inner tables."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from salesreg._text import did_you_mean
from salesreg.errors import InvalidValue, Problem, invalid
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.duckdb import DuckDB
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading import typed
from salesreg.evaluate.reading.canonical import (
    EVENT_KINDS,
    Reading,
    numbers_deals,
    reading_of,
)
from salesreg.evaluate.reading.columns import Columns
from salesreg.evaluate.reading.sources import Source, source_of
from salesreg.evaluate.reading.typed import Wall
from salesreg.evaluate.reading.zones import on_the_wall
from salesreg.evaluate.sql.dialects import Kind, written
from salesreg.evaluate.tables import TABLES, Records
from salesreg.evaluate.worktables import DAY

Data = Mapping[str, object] | Records
"""The tables by name: each a path, a frame, a relation, rows or a table's name."""

MOMENTS = {
    "deals": "created_at",
    "events": "at",
    "activities": "start",
    "payments": "at",
}
_WALLS = range(1990, 2050)
"""The years in which an engine's own moments may lie when they have no zone."""
_INNER = {"created_at": "created_s", "at": "at_s", "start": "start_s"}

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


@frozen(eq=False)
class Loaded:
    """The inner tables in an engine: views or tables named `salesreg_deals` and so on.

    Attributes:
        engine: Where they are.
        reader: Where the CRM's tables are read; the same for DuckDB.
        readings: How each table that was given is read.
        kinds: Kinds of events that there are.
        days: The days of UTC, by number, on which something happened up to now.
        events: How many events there are.
        written: Keys of fields that events write into.
    """

    engine: Engine
    reader: Engine
    readings: Mapping[str, Reading]
    kinds: frozenset[str]
    days: frozenset[int]
    events: int
    written: frozenset[str]


def load(
    data: Data, columns: Columns, engine: Engine, editions: Editions, now: int
) -> Loaded:
    """Read a CRM's tables, and put them where the SQL runs.

    Raises:
        InvalidValue: A table is none of the contract, lacks a column, or cannot be
            read; with every problem.
        MissingExtra: A package is not installed.
    """
    given = _given(data)
    reader: Engine = engine if engine.dialect == "duckdb" else DuckDB()
    sources = {
        name: source_of(name, one, reader, engine) for name, one in given.items()
    }
    numbered = all(numbers_deals(name, one, columns) for name, one in sources.items())
    readings: dict[str, Reading] = {}
    problems: list[Problem] = []
    for name, source in sources.items():
        try:
            wall = _wall(name, source, columns, reader)
            readings[name] = reading_of(
                name,
                source,
                columns,
                editions.fields,
                wall,
                editions.currency,
                numbered=numbered,
            )
        except InvalidValue as error:
            problems += error.problems
    if problems:
        raise InvalidValue(problems)
    _placed(readings, reader, engine, now)
    return Loaded(engine, reader, readings, *_seen(engine, readings, now))


def _placed(
    readings: Mapping[str, Reading], reader: Engine, engine: Engine, now: int
) -> None:
    """Put the inner tables into the engine, those that were not given too."""
    for name, reading in readings.items():
        made = engine if reading.source.held else reader
        query = _view(reading, now)
        if name == "deals" and _repeated(made, query):
            query = _once(reading, query)
        _viewed(made, name, query)
    if reader is not engine:
        for name, reading in readings.items():
            if not reading.source.held:
                _copied(name, reader, engine)
    for name in TABLES:
        if name not in readings:
            _viewed(engine, name, _absent(name))


def _viewed(engine: Engine, table: str, query: str) -> None:
    """Make the view of a table; DuckDB takes the query as it is."""
    own = engine.dialect == "duckdb"
    engine.view(f"salesreg_{table}", query if own else written(query, engine.dialect))


def _given(data: Data) -> dict[str, object]:
    if isinstance(data, Records):
        held = ((name, getattr(data, name)) for name in TABLES)
        return {name: rows for name, rows in held if rows}
    problems = [
        Problem(
            "unknown-table",
            f"the contract has no table {name!r}",
            hint=did_you_mean(name, TABLES) or f"it has {', '.join(TABLES)}",
        )
        for name in data
        if name not in TABLES
    ]
    if problems:
        raise InvalidValue(problems)
    found = {
        name: data[name]
        for name in TABLES
        if name in data and data[name] is not None and not _is_empty(data[name])
    }
    if "deals" not in found and "events" not in found and "activities" not in found:
        message = "there is nothing to evaluate"
        hint = "give at least deals, events or activities"
        raise invalid("no-data", message, hint)
    return found


def _is_empty(given: object) -> bool:
    return isinstance(given, list | tuple) and not given


def _wall(table: str, source: Source, columns: Columns, reader: Engine) -> Wall | None:
    zone = columns.time_zone
    if zone is None or table not in MOMENTS:
        return None
    if source.held:
        return lambda seconds: on_the_wall(seconds, zone, _WALLS)
    wanted = columns.of(table).get(MOMENTS[table], MOMENTS[table])
    name = next((n for n in source.columns if n.lower() == wanted.lower()), None)
    if name is None:
        return None
    quoted = name.replace('"', '""')
    cast = f'TRY_CAST("{quoted}" AS TIMESTAMP)'
    if typed.whole(source.columns[name]):
        return None
    ((low, high),) = reader.rows(
        f"SELECT year(min({cast})), year(max({cast})) FROM ({source.query}) AS raw"
    )
    if low is None:
        low = high = 1970
    years = range(max(int(str(low)), 1900) - 1, min(int(str(high)), 2200) + 2)
    return lambda seconds: on_the_wall(seconds, zone, years)


def _view(reading: Reading, now: int) -> str:
    """Return the query of the rows that can be used."""
    names = ", ".join(part.name for part in reading.parts)
    where = [reading.usable]
    if reading.table == "events":
        if "kind" not in reading.constant:
            where.append(f"kind IN ({', '.join(map(repr, EVENT_KINDS))})")
        where.append("(subject IS NOT NULL OR kind IN ('payment', 'comment'))")
    if reading.table == "payments":
        where.append(f"minor >= 0 AND {typed.known_currency('currency')}")
        where.append("state IN ('invoiced', 'prepaid', 'received', 'refunded')")
    if reading.table == "deals":
        where.append(f"created_s <= {now}")
    if reading.table == "activities":
        where.append("minutes >= 0")
    return (
        f"SELECT {names} FROM ({reading.query()}) AS read WHERE {' AND '.join(where)}"
    )


def _repeated(engine: Engine, query: str) -> bool:
    """Tell whether some deal has two rows."""
    counted = f"SELECT count(*) - count(DISTINCT deal) FROM ({query}) AS counted"
    own = engine.dialect == "duckdb"
    ((more,),) = engine.rows(counted if own else written(counted, engine.dialect))
    return bool(more)


def _once(reading: Reading, query: str) -> str:
    """Return the query of the first row of each deal; the others are told."""
    names = ", ".join(part.name for part in reading.parts)
    return (
        f"SELECT {names} FROM (SELECT *, row_number() OVER (PARTITION BY deal ORDER"
        f" BY row_no) AS copy_no FROM (SELECT *, row_number() OVER () AS row_no FROM"
        f" ({query}) AS numbered) AS rowed) AS once WHERE copy_no = 1"
    )


def _absent(table: str) -> str:
    """Return the query that stands for a table that was not given."""
    if table == "deals":
        return (
            "SELECT deal, min(at_s) AS created_s, CAST(NULL AS VARCHAR) AS owner"
            " FROM salesreg_events GROUP BY deal"
        )
    types = {"int": "BIGINT", "text": "VARCHAR"}
    nulls = ", ".join(
        f"CAST(NULL AS {types[kind]}) AS {name}"
        for name, kind in COLUMNS[table].items()
    )
    return f"SELECT {nulls} WHERE FALSE"


def _copied(table: str, reader: Engine, engine: Engine) -> None:
    query = f"SELECT * FROM salesreg_{table}"
    kinds: dict[str, Kind] = {
        name: "text" if kind.startswith("VARCHAR") else "int"
        for name, kind in reader.columns(query).items()
    }
    engine.store(f"salesreg_{table}", kinds, reader.rows(query))


def _seen(
    engine: Engine, readings: Mapping[str, Reading], now: int
) -> tuple[frozenset[str], frozenset[int], int, frozenset[str]]:
    kinds = frozenset({"stage"})
    if "events" in readings and "kind" not in readings["events"].constant:
        found = engine.rows("SELECT DISTINCT kind FROM salesreg_events")
        kinds = frozenset(str(kind) for (kind,) in found)
    days = {now // DAY}
    count = 0
    for table, name in MOMENTS.items():
        if table not in readings:
            continue
        at = _INNER[name]
        query = (
            f"SELECT FLOOR_DIV({at}, {DAY}) AS day, count(*) FROM salesreg_{table}"
            f" WHERE {at} >= 0 AND {at} <= {now} GROUP BY FLOOR_DIV({at}, {DAY})"
        )
        for day, number in engine.rows(written(query, engine.dialect)):
            days.add(int(str(day)))
            count += int(str(number)) if table == "events" else 0
    written_fields = frozenset[str]()
    if "field" in kinds:
        query = "SELECT DISTINCT subject FROM salesreg_events WHERE kind = 'field'"
        written_fields = frozenset(str(key) for (key,) in engine.rows(query))
    return kinds, frozenset(days), count, written_fields
