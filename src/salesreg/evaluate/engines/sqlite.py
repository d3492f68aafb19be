"""SQLite: the caller's connection, with Python's own driver."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.engines.relational import Connected


class SQLite(Connected):
    """SQL in a file or in memory."""

    dialect = "sqlite"
    mark = "?"

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case.

        A column of SQLite has no type of its own, so that of its values is told; where
        they differ, it is a text.
        """
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT * FROM ({query}) AS asked LIMIT 0")
        names = [column[0] for column in cursor.description]
        quoted = ['"' + name.replace('"', '""') + '"' for name in names]
        kinds = [f"NULLIF(typeof({name}), 'null')" for name in quoted]
        asked = ", ".join(f"min({kind}), max({kind})" for kind in kinds)
        cursor.execute(f"SELECT {asked} FROM ({query}) AS asked")
        found = cursor.fetchone()
        cursor.close()
        both = zip(names, found[::2], found[1::2], strict=True)
        return {
            name: low.upper() if low is not None and low == high else "TEXT"
            for name, low, high in both
        }

    def settled(self, name: str) -> None:
        """Do nothing: the key of the table is enough for the planner."""
