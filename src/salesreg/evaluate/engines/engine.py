"""What an engine is to the evaluation, and how the caller's own is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from salesreg.errors import invalid
from salesreg.evaluate.sql.dialects import Kind

Row = tuple[Any, ...]


class Engine(Protocol):
    """Where SQL runs.

    Attributes:
        dialect: The dialect that it reads.
    """

    dialect: str

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        ...

    def rows(self, query: str) -> Iterator[Row]:
        """Yield the rows of a query, in batches and not all at once."""
        ...

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case."""
        ...

    def view(self, name: str, query: str) -> None:
        """Make a temporary view, in the place of one of that name."""
        ...

    def give(self, name: str, table: Any) -> None:
        """Let a table of PyArrow be read by a name; DuckDB does for all of them."""
        ...

    def store(
        self,
        name: str,
        columns: Mapping[str, Kind],
        rows: Iterable[Row],
        key: tuple[str, ...] = (),
    ) -> None:
        """Make a temporary table, in the place of one of that name.

        Args:
            name: Its name.
            columns: Its columns and what they hold.
            rows: What is in it.
            key: Columns by which it is looked up; no two rows are alike in them.
        """
        ...


def engine_of(given: object) -> Engine:
    """Return the engine for what a caller gave: a connection, a session, nothing.

    Nothing gives DuckDB inside the process. A connection stays the caller's: it is
    not closed, and only temporary tables and views are made in it.

    Raises:
        InvalidValue: It is nothing that SQL can run on.
        MissingExtra: The packages of `salesreg[data]` are not installed.
    """
    engine = _engine_of(given)
    if given is None:
        return engine
    from salesreg.evaluate.engines.apart import Apart  # noqa: PLC0415

    return Apart(engine)


def _engine_of(given: object) -> Engine:
    # An engine brings its packages, so only the one asked for is imported.
    home = type(given).__module__.partition(".")[0]
    if given is None or home in {"duckdb", "_duckdb"}:
        from salesreg.evaluate.engines.duckdb import DuckDB  # noqa: PLC0415

        return DuckDB(given)
    if home == "sqlite3":
        from salesreg.evaluate.engines.sqlite import SQLite  # noqa: PLC0415

        return SQLite(given)
    if home in {"psycopg", "psycopg2"}:
        from salesreg.evaluate.engines.postgres import PostgreSQL  # noqa: PLC0415

        return PostgreSQL(given)
    if home == "pyspark":
        from salesreg.evaluate.engines.spark import Spark  # noqa: PLC0415

        return Spark(given)
    if all(hasattr(given, name) for name in ("dialect", "run", "rows", "store")):
        return given  # type: ignore[return-value]
    message = f"SQL cannot run on {type(given).__name__}"
    hint = (
        "give a connection of duckdb, sqlite3 or psycopg, a Spark session, or nothing"
        " for DuckDB inside the process"
    )
    raise invalid("unknown-engine", message, hint)
