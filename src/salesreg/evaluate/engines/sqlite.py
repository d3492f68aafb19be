"""SQLite: the caller's connection, with Python's own driver."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.engines.relational import Connected


class SQLite(Connected):
    """SQL in a file or in memory; a moment in a text is read to the millisecond."""

    dialect = "sqlite"
    mark = "?"

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case.

        A column of SQLite has no type of its own, so that of its first value is told.
        """
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT * FROM ({query}) AS asked LIMIT 0")
        names = [column[0] for column in cursor.description]
        found: dict[str, str] = {}
        for name in names:
            cursor.execute(
                f'SELECT typeof("{name}") FROM ({query}) AS asked'
                f' WHERE NOT "{name}" IS NULL LIMIT 1'
            )
            first = cursor.fetchone()
            found[name] = "TEXT" if first is None else first[0].upper()
        cursor.close()
        return found

    def settled(self, name: str) -> None:
        """Do nothing: the key of the table is enough for the planner."""
