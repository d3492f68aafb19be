"""Where a table comes from: a file, a frame, a list of rows, a table of the engine."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import attrs
from attrs import frozen

from salesreg.errors import invalid
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.extra import need
from salesreg.evaluate.reading import typed
from salesreg.evaluate.reading.texts import UTF_8, delimiter, in_utf8, ragged
from salesreg.evaluate.sql.dialects import Kind
from salesreg.values.amounts import Money, Percent

_READERS = {
    ".parquet": "read_parquet('{0}')",
    ".csv": "read_csv('{0}', all_varchar = true, header = true, delim = '{1}')",
    ".tsv": "read_csv('{0}', all_varchar = true, header = true, delim = '\\t')",
    ".json": "read_json('{0}')",
    ".jsonl": "read_json('{0}', format = 'newline_delimited')",
    ".ndjson": "read_json('{0}', format = 'newline_delimited')",
}
_PARSED_ONCE = 256 * 2**20
"""Bytes of a file of texts up to which it is parsed once, and kept as a table."""


@frozen
class Source:
    """A table as it was given.

    Attributes:
        query: What gives its rows, in the dialect of the engine that reads it.
        columns: Its columns with their types.
        held: Whether an engine that is not DuckDB holds it, and reads it in place.
    """

    query: str
    columns: Mapping[str, str]
    held: bool = False


def source_of(
    table: str, given: Any, reader: Engine, engine: Engine, encoding: str = UTF_8
) -> Source:
    """Return where a table comes from.

    Args:
        table: Its name in the contract.
        given: A path, a frame, a relation, rows, or the name of a table.
        reader: What reads everything that the engine does not hold itself.
        engine: Where the regulation is evaluated.
        encoding: What a file of text is in.

    Raises:
        InvalidValue: It is none of these, or it cannot be read.
        MissingExtra: A package is not installed.
    """
    if isinstance(given, str | os.PathLike):
        path = Path(cast("str", given))
        form = _READERS.get(path.suffix.removesuffix(".gz").lower())
        if path.suffix == ".gz":
            form = _READERS.get(Path(path.stem).suffix.lower())
        if form is not None:
            return _file(table, path, form, reader, encoding)
        if isinstance(given, str):
            return _held(table, given, engine)
        message = f"{table}: {path} is no file that can be read"
        hint = f"give {', '.join(_READERS)}"
        if path.suffix.lower() in {".xls", ".xlsx", ".ods"}:
            hint = "save the sheet as CSV, or give a frame of pandas or Polars"
        raise invalid("unknown-format", message, hint)
    query = f"SELECT * FROM {_registered(table, given, reader)}"
    return Source(query, reader.columns(query))


def brought(table: str, source: Source, reader: Engine, engine: Engine) -> Source:
    """Return a table of another engine as DuckDB holds it: whole numbers, and texts.

    Args:
        table: Its name in the contract.
        source: The table in its engine.
        reader: DuckDB.
        engine: What holds it.
    """
    kinds: dict[str, Kind] = {
        name: "int" if typed.whole(kind) else "text"
        for name, kind in source.columns.items()
    }
    are_texts = [kind == "text" for kind in kinds.values()]
    rows = (
        tuple(
            _text(value) if text else value
            for value, text in zip(row, are_texts, strict=True)
        )
        for row in engine.rows(source.query)
    )
    name = f"salesreg_brought_{table}"
    reader.store(name, kinds, rows)
    query = f"SELECT * FROM {name}"
    return Source(query, reader.columns(query))


def _file(table: str, path: Path, form: str, reader: Engine, encoding: str) -> Source:
    text = form != _READERS[".parquet"]
    try:
        if not (size := path.stat().st_size):
            raise invalid("unreadable", f"{table} cannot be read: {path} is empty")
        with in_utf8(path, encoding if text else UTF_8) as read:
            quoted = str(read).replace("'", "''")
            mark = delimiter(read) if "{1}" in form else ""
            query = f"SELECT * FROM {form.format(quoted, mark)}"
            if read != path or (text and size <= _PARSED_ONCE):
                # Each result reads the table, and texts take long to parse.
                held = f"salesreg_file_{table}"
                reader.run(f"CREATE OR REPLACE TEMP TABLE {held} AS {query}")
                query = f"SELECT * FROM {held}"
        return Source(query, reader.columns(query))
    except OSError as error:
        message = f"{table} cannot be read from {path}: {error.strerror or error}"
        raise invalid("unreadable", message) from None
    except need("duckdb").Error as error:
        with in_utf8(path, encoding if text else UTF_8) as read:
            bad = ragged(read) if "{1}" in form else None
        if bad is not None:
            line, cells, names = bad
            message = (
                f"{table} cannot be read from {path}:{line}: the row has {cells} cells,"
                f" and the header {names} columns"
            )
            hint = (
                "put cells that hold the delimiter or a line break in quotation marks,"
                " and double those inside"
            )
            raise invalid("ragged-row", message, hint) from None
        if "unicode" in str(error).lower() or "utf-8" in str(error).lower():
            message = f"{table} cannot be read from {path}: it is not in UTF-8"
            hint = "say what it is in, as in Columns(encoding='cp1251')"
            raise invalid("not-utf-8", message, hint) from None
        first = str(error).splitlines()[0]
        message = f"{table} cannot be read from {path}: {first}"
        raise invalid("unreadable", message) from None


def _held(table: str, name: str, engine: Engine) -> Source:
    query = f"SELECT * FROM {name}"
    try:
        held = engine.dialect != "duckdb"
        return Source(query, engine.columns(query), held)
    except Exception as error:  # noqa: BLE001 - each driver has errors of its own
        first = str(error).splitlines()[0]
        message = f"{table} cannot be read from the table {name!r}: {first}"
        hint = "a path ends with .parquet, .csv or .json; another text names a table"
        raise invalid("unreadable", message, hint) from None


def _registered(table: str, given: Any, reader: Engine) -> str:
    """Give DuckDB a table of PyArrow, and return its name."""
    name = f"salesreg_raw_{table}"
    home = type(given).__module__.partition(".")[0]
    if home in {"duckdb", "_duckdb"}:
        # A relation lives in its own connection, which may be another one.
        given = given.to_arrow_table()
    elif isinstance(given, Iterable) and home in {"builtins", "salesreg"}:
        given = _arrow_of(table, list(cast("Iterable[object]", given)))
    elif home != "pyarrow":
        given = _arrow_from_frame(table, cast("object", given))
    reader.give(name, given)
    return name


def _arrow_from_frame(table: str, given: object) -> Any:
    narwhals = need("narwhals")
    frame = narwhals.from_native(given, pass_through=True)
    if isinstance(frame, narwhals.LazyFrame):
        frame = frame.collect()
    if not isinstance(frame, narwhals.DataFrame):
        message = f"{table} cannot be read from {type(given).__name__}"
        hint = (
            "give a path, a frame of pandas, Polars or PyArrow, a relation of DuckDB,"
            " a list of rows, or the name of a table"
        )
        raise invalid("unknown-source", message, hint)
    return frame.to_arrow()


def _arrow_of(table: str, rows: Sequence[object]) -> Any:
    """Return rows in memory as a table: texts, but for columns of numbers and flags."""
    pyarrow = need("pyarrow")
    flat = [_flat(table, place, row) for place, row in enumerate(rows)]
    names = list(dict.fromkeys(name for row in flat for name in row))
    held: dict[str, Any] = {}
    for name in names:
        values = [row.get(name) for row in flat]
        kinds = {type(value) for value in values if value is not None}
        if kinds == {int}:
            held[name] = pyarrow.array(values, pyarrow.int64())
        elif kinds == {bool}:
            held[name] = pyarrow.array(values, pyarrow.bool_())
        else:
            held[name] = pyarrow.array([_text(v) for v in values], pyarrow.string())
    return pyarrow.table(held)


def _flat(table: str, place: int, row: Any) -> Mapping[str, object]:
    cls: Any = cast("object", row).__class__
    found: dict[str, object]
    if attrs.has(cls):
        found = {one.name: getattr(row, one.name) for one in attrs.fields(cls)}
    elif isinstance(row, Mapping):
        found = dict(cast("Mapping[str, object]", row))
    elif hasattr(row, "__dict__"):
        found = dict(cast("Mapping[str, object]", vars(row)))
    else:
        message = f"row {place + 1} of {table} is {cls.__name__}, not a row"
        raise invalid("wrong-type", message, "give dicts, or objects with attributes")
    values = found.pop("values", None)
    if isinstance(values, Mapping):
        found.update(cast("Mapping[str, object]", values))
    return found


def _text(value: object) -> str | None:
    match value:
        case None:
            return None
        case Percent():
            return str(value.points)
        case Money() | Decimal():
            return str(value)
        case bool():
            return "true" if value else "false"
        case dt.datetime():
            return value.isoformat(" ")
        case bytes():
            return value.decode("utf-8", "replace")
        case _:
            return str(value)
