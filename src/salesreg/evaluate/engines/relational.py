"""What engines behind a connection of Python's database interface have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from salesreg.evaluate.engines.engine import Row
from salesreg.evaluate.sql.dialects import TYPES, Kind

_BATCH = 10_000


class Connected:
    """SQL through a connection of the caller (PEP 249).

    Attributes:
        dialect: What it reads.
        connection: The connection.
    """

    dialect: str
    mark: str

    def __init__(self, connection: Any) -> None:
        """Take the connection."""
        self.connection = connection

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        cursor = self.connection.cursor()
        cursor.execute(statement)
        cursor.close()

    def rows(self, query: str) -> Iterator[Row]:
        """Yield the rows of a query."""
        cursor = self.connection.cursor()
        cursor.execute(query)
        while batch := cursor.fetchmany(_BATCH):
            yield from map(tuple, batch)
        cursor.close()

    def view(self, name: str, query: str) -> None:
        """Make a temporary view, in the place of one of that name."""
        self.run(f"DROP VIEW IF EXISTS {name}")
        self.run(f"CREATE TEMPORARY VIEW {name} AS {query}")

    def give(self, name: str, table: Any) -> None:
        """Refuse: what is not in this engine is read by DuckDB."""
        raise NotImplementedError

    def store(
        self,
        name: str,
        columns: Mapping[str, Kind],
        rows: Iterable[Row],
        key: tuple[str, ...] = (),
    ) -> None:
        """Make a temporary table with its key."""
        types = TYPES[self.dialect]
        parts = [f"{column} {types[kind]}" for column, kind in columns.items()]
        if key:
            parts.append(f"PRIMARY KEY ({', '.join(key)})")
        self.run(f"DROP TABLE IF EXISTS {name}")
        self.run(f"CREATE TEMPORARY TABLE {name} ({', '.join(parts)})")
        marks = ", ".join([self.mark] * len(columns))
        left = iter(rows)
        cursor = self.connection.cursor()
        while batch := list(islice(left, _BATCH)):
            cursor.executemany(f"INSERT INTO {name} VALUES ({marks})", batch)
        cursor.close()
        self.settled(name)

    def settled(self, name: str) -> None:
        """Let the engine look at a table that has just been filled."""
