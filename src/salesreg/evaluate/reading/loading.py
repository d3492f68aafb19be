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
from salesreg.evaluate.reading.buckets import Buckets
from salesreg.evaluate.reading.canonical import (
    Reading,
    numbers_deals,
    reading_of,
)
from salesreg.evaluate.reading.columns import Columns
from salesreg.evaluate.reading.inner import MOMENTS, absent, once, usable_rows
from salesreg.evaluate.reading.seen import Seen
from salesreg.evaluate.reading.sources import Source, brought, source_of
from salesreg.evaluate.reading.typed import Wall
from salesreg.evaluate.reading.zones import on_the_wall
from salesreg.evaluate.sql.dialects import Kind, written
from salesreg.evaluate.sql.rules import stage_numbers
from salesreg.evaluate.tables import TABLES, Records

Data = Mapping[str, object] | Records
"""The tables by name: each a path, a frame, a relation, rows or a table's name."""

_WALLS = range(1990, 2050)
"""The years in which an engine's own moments may lie when they have no zone."""


@frozen(eq=False)
class Loaded:
    """The inner tables in an engine: views or tables named `salesreg_deals` and so on.

    Attributes:
        engine: Where they are.
        reader: Where the CRM's tables are read; the same for DuckDB.
        readings: How each table that was given is read.
        seen: What they hold.
        buckets: The deals, some at a time.
    """

    engine: Engine
    reader: Engine
    readings: Mapping[str, Reading]
    seen: Seen
    buckets: Buckets


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
        name: source_of(name, one, reader, engine, columns.encoding)
        for name, one in given.items()
    }
    numbered = all(numbers_deals(name, one, columns) for name, one in sources.items())
    readings: dict[str, Reading] = {}
    problems: list[Problem] = []

    def read(name: str, source: Source) -> Reading:
        return reading_of(
            name,
            source,
            columns,
            editions.fields,
            _wall(name, source, columns, reader),
            editions.currency,
            numbered=numbered,
        )

    for name, source in sources.items():
        try:
            readings[name] = read(name, source)
            if readings[name].is_guessed:
                readings[name] = read(name, brought(name, source, reader, engine))
        except InvalidValue as error:
            problems += error.problems
    if problems:
        raise InvalidValue(problems)
    _placed(readings, reader, engine, now)
    seen = Seen(engine, readings, now)
    buckets = Buckets(engine, readings, seen, stage_numbers(editions.stages))
    return Loaded(engine, reader, readings, seen, buckets)


def _placed(
    readings: Mapping[str, Reading], reader: Engine, engine: Engine, now: int
) -> None:
    """Put the inner tables into the engine, those that were not given too."""
    for name, reading in readings.items():
        made = engine if reading.source.held else reader
        query = usable_rows(reading, now)
        if name == "deals" and _repeated(made, query):
            query = once(reading, query)
        _viewed(made, name, query)
    if reader is not engine:
        for name, reading in readings.items():
            if not reading.source.held:
                copied(name, reader, engine)
    # Deals that were not given are read off the events, so they come last.
    for name in reversed(tuple(TABLES)):
        if name not in readings:
            _viewed(engine, name, absent(name, readings))


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
    cast = typed.local_time(f'trim(CAST("{quoted}" AS VARCHAR))')
    if typed.whole(source.columns[name]):
        return None
    ((low, high),) = reader.rows(
        f"SELECT year(min({cast})), year(max({cast})) FROM ({source.query}) AS raw"
    )
    if low is None:
        low = high = 1970
    years = range(max(int(str(low)), 1900) - 1, min(int(str(high)), 2200) + 2)
    return lambda seconds: on_the_wall(seconds, zone, years)


def _repeated(engine: Engine, query: str) -> bool:
    """Tell whether some deal has two rows."""
    if engine.dialect == "duckdb" and not _jumps(engine, query):
        return False
    counted = f"SELECT count(*) - count(DISTINCT deal) FROM ({query}) AS counted"
    own = engine.dialect == "duckdb"
    ((more,),) = engine.rows(counted if own else written(counted, engine.dialect))
    return bool(more)


def _jumps(engine: Engine, query: str) -> bool:
    """Tell whether a key is not above the one before it.

    Keys that only go up, as a CRM counts them, are each there once: to see that takes
    a tenth of the time that it takes to gather them all. In whatever order the rows
    come, the answer holds for them.
    """
    up = f"SELECT deal > lag(deal) OVER () AS up FROM ({query}) AS ordered"
    ((first,),) = engine.rows(f"SELECT count(*) FROM ({up}) AS asked WHERE NOT up")
    return bool(first)


def copied(table: str, source: Engine, target: Engine) -> None:
    """Copy an inner table from one engine to another."""
    query = f"SELECT * FROM salesreg_{table}"
    kinds: dict[str, Kind] = {
        name: "int" if typed.whole(kind) else "text"
        for name, kind in source.columns(query).items()
    }
    target.store(f"salesreg_{table}", kinds, source.rows(query))
