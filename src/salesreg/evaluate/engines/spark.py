"""Spark: the caller's session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from salesreg.evaluate.engines.engine import Row
from salesreg.evaluate.sql.dialects import TYPES, Kind


class Spark:
    """SQL in a session of Spark; tables are temporary views.

    Attributes:
        dialect: What it reads.
        session: The session.
    """

    dialect = "spark"

    def __init__(self, session: Any) -> None:
        """Take the session."""
        self.session = session

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        self.session.sql(statement)

    def rows(self, query: str) -> Iterator[Row]:
        """Yield the rows of a query, partition by partition."""
        yield from map(tuple, self.session.sql(query).toLocalIterator())

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case."""
        found = self.session.sql(f"SELECT * FROM ({query}) AS asked")
        return {name: kind.upper() for name, kind in found.dtypes}

    def view(self, name: str, query: str) -> None:
        """Make a temporary view, in the place of one of that name."""
        self.run(f"CREATE OR REPLACE TEMPORARY VIEW {name} AS {query}")

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
        """Make a temporary view over rows that are kept by the session."""
        fields = ", ".join(f"{n} {TYPES['spark'][kind]}" for n, kind in columns.items())
        frame = self.session.createDataFrame(list(rows), fields)
        frame.createOrReplaceTempView(name)
