"""Names of their own for the tables of each evaluation on a caller's connection."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from salesreg.evaluate.engines.engine import Engine, Row
from salesreg.evaluate.sql.dialects import Kind

_NUMBERS = itertools.count(1)
_NAMES = "salesreg_"


class Apart:
    """An engine in which the tables of one evaluation have a number.

    Results are reckoned when they are asked for, and several evaluations may live on
    one connection: none may meet the tables of another.

    Attributes:
        dialect: What the engine reads.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the engine, and the next number."""
        self._engine = engine
        self._own = f"salesreg{next(_NUMBERS)}_"
        self.dialect = engine.dialect

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        self._engine.run(self._named(statement))

    def rows(self, query: str) -> Iterator[Row]:
        """Yield the rows of a query."""
        return self._engine.rows(self._named(query))

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case."""
        return self._engine.columns(self._named(query))

    def view(self, name: str, query: str) -> None:
        """Make a temporary view."""
        self._engine.view(self._named(name), self._named(query))

    def store(
        self,
        name: str,
        columns: Mapping[str, Kind],
        rows: Iterable[Row],
        key: tuple[str, ...] = (),
    ) -> None:
        """Make a temporary table."""
        self._engine.store(self._named(name), columns, rows, key)

    def give(self, name: str, table: Any) -> None:
        """Let a table of PyArrow be read by a name."""
        self._engine.give(self._named(name), table)

    def _named(self, text: str) -> str:
        return text.replace(_NAMES, self._own)
