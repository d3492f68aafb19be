"""PostgreSQL: the caller's connection of psycopg."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.engines.relational import Connected


class PostgreSQL(Connected):
    """SQL on a server; everything made in it is temporary."""

    dialect = "postgres"
    mark = "%s"

    def columns(self, query: str) -> Mapping[str, str]:
        """Return the names of a query's columns with their types, upper case."""
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT * FROM ({query}) AS asked LIMIT 0")
        described = [(column[0], column[1]) for column in cursor.description]
        names: dict[str, str] = {}
        for name, code in described:
            cursor.execute("SELECT format_type(%s, NULL)", (code,))
            names[name] = cursor.fetchone()[0].upper()
        cursor.close()
        return names

    def settled(self, name: str) -> None:
        """Count the table, so that the planner joins it by a hash."""
        self.run(f"ANALYZE {name}")
