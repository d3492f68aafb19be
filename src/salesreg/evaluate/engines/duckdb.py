"""DuckDB: the embedded engine, or the caller's own connection to it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from salesreg.evaluate.engines.engine import Row
from salesreg.evaluate.extra import need
from salesreg.evaluate.sql.dialects import Kind

MEMORY = "2GB"
"""What DuckDB may hold where this library opens it; the rest goes to files for a while.

DuckDB itself would take four fifths of the machine. Deals are taken some at a time
(`reading.buckets`), so that most work needs a third of it.
"""
_BATCH = 65_536


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class DuckDB:
    """SQL in this process; columns go in and out through Arrow.

    Attributes:
        dialect: What it reads.
        connection: The connection of DuckDB.
        own: Whether it was opened here, and nobody else uses it.
    """

    dialect = "duckdb"

    def __init__(self, connection: Any = None) -> None:
        """Take a connection, or open a database in memory."""
        duckdb = need("duckdb")
        self.own = connection is None
        self._live: _Rows | None = None
        self.connection = duckdb.connect() if connection is None else connection
        if self.own:
            self.run("SET TimeZone = 'UTC'")
            self.run(f"SET memory_limit = '{MEMORY}'")
            self.run(f"SET threads = {processors()}")
            # Without, what does not fit would go beside the caller's own files.
            place = tempfile.gettempdir().replace("'", "''")
            self.run(f"SET temp_directory = '{place}/salesreg-{os.getpid()}.tmp'")
            # Standard output is the caller's; a bar of ours goes to the terminal.
            self.run("SET enable_progress_bar = false")

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        self._cursor(statement)

    def rows(self, query: str) -> Iterator[Row]:
        """Yield the rows of a query."""
        found = _Rows(self._cursor(query))
        self._live = found
        while batch := found.batch():
            yield from batch

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case."""
        cursor = self._cursor(f"SELECT * FROM ({query}) AS asked LIMIT 0")
        return {name: str(kind).upper() for name, kind, *_ in cursor.description}

    def give(self, name: str, table: Any) -> None:
        """Let a table of PyArrow be read by a name."""
        self._settle()
        self.connection.register(name, table)

    def view(self, name: str, query: str) -> None:
        """Make a temporary view, in the place of one of that name."""
        self.run(f"CREATE OR REPLACE TEMP VIEW {name} AS {query}")

    def store(
        self,
        name: str,
        columns: Mapping[str, Kind],
        rows: Iterable[Row],
        key: tuple[str, ...] = (),
    ) -> None:
        """Make a temporary table; the key needs no index in this engine."""
        self._settle()
        pyarrow = need("pyarrow")
        types = {"int": pyarrow.int64(), "text": pyarrow.string()}
        schema = pyarrow.schema([(n, types[kind]) for n, kind in columns.items()])
        left = iter(rows)
        made = f"CREATE OR REPLACE TEMP TABLE {name} AS"
        while True:
            batch = list(islice(left, _BATCH))
            columns_of = zip(*batch, strict=True) if batch else ((),) * len(schema)
            held = [
                pyarrow.array(column, type=item.type)
                for column, item in zip(columns_of, schema, strict=True)
            ]
            self.connection.register("salesreg_batch", pyarrow.table(held, schema))
            self.run(f"{made} SELECT * FROM salesreg_batch")
            self.connection.unregister("salesreg_batch")
            if len(batch) < _BATCH:
                return
            made = f"INSERT INTO {name}"

    def _cursor(self, statement: str) -> Any:
        self._settle()
        return self.connection.execute(statement)

    def _settle(self) -> None:
        """Keep what somebody is still reading: a connection has one result at a time.

        A cursor of its own would not see temporary tables.
        """
        if self._live is not None:
            self._live.keep()
            self._live = None


class _Rows:
    """The rows of a result that are still to come."""

    def __init__(self, cursor: Any) -> None:
        """Take the cursor whose result it is."""
        self._cursor: Any = cursor
        self._kept: list[Row] = []

    def batch(self) -> list[Row]:
        """Return the next rows; none at the end."""
        if self._cursor is not None:
            found: list[Row] = self._cursor.fetchmany(_BATCH)
            return found
        found, self._kept = self._kept, []
        return found

    def keep(self) -> None:
        """Fetch what is left, because the cursor is needed for something else."""
        if self._cursor is not None:
            self._kept, self._cursor = self._cursor.fetchall(), None
