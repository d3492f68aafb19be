"""What the inner tables hold, as far as SQL has to know before it is written."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from attrs import frozen

from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading.canonical import Reading
from salesreg.evaluate.reading.inner import INNER, MOMENTS
from salesreg.evaluate.sql.dialects import written
from salesreg.evaluate.worktables import DAY

_FEW_DAYS = 3_000
"""So many days may stand in a small table that nothing happened on."""


@frozen(eq=False)
class Seen:
    """What the inner tables hold.

    Everything is asked for when it is first needed, because a scan of large tables
    takes a noticeable part of what the task takes that somebody wants done.

    Attributes:
        engine: Where the tables are.
        readings: How each table that was given is read.
        now: The moment of evaluation, in seconds.
    """

    engine: Engine
    readings: Mapping[str, Reading]
    now: int

    @functools.cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of events that there are."""
        if "events" not in self.readings or "kind" in self.readings["events"].constant:
            return frozenset({"stage"})
        found = self.engine.rows("SELECT DISTINCT kind FROM salesreg_events")
        return frozenset(str(kind) for (kind,) in found)

    @functools.cached_property
    def written(self) -> frozenset[str]:
        """Keys of fields that events write into."""
        if "field" not in self.kinds:
            return frozenset()
        query = "SELECT DISTINCT subject FROM salesreg_events WHERE kind = 'field'"
        return frozenset(str(key) for (key,) in self.engine.rows(query))

    @functools.cached_property
    def events(self) -> int:
        """About how many events there are."""
        return self._bounds.get("events", (0, 0, 0))[2]

    @property
    def first_day(self) -> int:
        """The first day of UTC, by its number, on which anything happened."""
        return min(low for low, _, _ in self._known) // DAY

    @property
    def last_day(self) -> int:
        """The last day of UTC, by its number, on which anything happened, or now."""
        return max(high for _, high, _ in self._known) // DAY

    @functools.cached_property
    def days(self) -> frozenset[int]:
        """The days of UTC, by number, on which something may have happened by now."""
        every = range(self.first_day, self.last_day + 1)
        # A lone moment in 1970 would bring decades of empty days with it.
        return frozenset(every) if len(every) <= _FEW_DAYS else frozenset(self._days())

    @property
    def _known(self) -> list[tuple[int, int, int]]:
        return [*self._bounds.values(), (self.now, self.now, 0)]

    @functools.cached_property
    def _bounds(self) -> dict[str, tuple[int, int, int]]:
        """The first and the last moment of each table, and how many rows it has."""
        found: dict[str, tuple[int, int, int]] = {}
        for table in self._tables():
            query = self._bounding(table)
            ((low, high, count),) = self.engine.rows(query)
            if low is not None and int(low) <= self.now and int(high) >= 0:
                bounds = max(int(low), 0), min(int(high), self.now), int(count)
                found[table] = bounds
        return found

    def _bounding(self, table: str) -> str:
        reading, at = self.readings[table], INNER[MOMENTS[table]]
        part = next(one for one in reading.parts if one.name == at)
        asked = f"SELECT min({at}), max({at}), count(*) FROM"
        zoned = part.column and part.column.type == "TIMESTAMP WITH TIME ZONE"
        if self.engine.dialect != "duckdb" or not zoned:
            return written(f"{asked} salesreg_{table}", self.engine.dialect)
        # A file of Parquet knows the bounds of its columns without being read.
        low, high = (part.value.replace(part.raw, name) for name in ("low", "high"))
        return (
            f"SELECT {low}, {high}, rows FROM (SELECT min({part.raw}) AS low,"
            f" max({part.raw}) AS high, count(*) AS rows"
            f" FROM ({reading.source.query}) AS raw) AS bounds"
        )

    def _days(self) -> Iterator[int]:
        yield self.now // DAY
        for table in self._tables():
            at = INNER[MOMENTS[table]]
            query = (
                f"SELECT DISTINCT ({at} // {DAY}) FROM salesreg_{table}"
                f" WHERE {at} >= 0 AND {at} <= {self.now}"
            )
            for (day,) in self.engine.rows(written(query, self.engine.dialect)):
                yield int(day)

    def _tables(self) -> Iterator[str]:
        return (table for table in MOMENTS if table in self.readings)
