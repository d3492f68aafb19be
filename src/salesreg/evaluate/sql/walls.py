"""The dates on the wall of the zone, as a small table that any engine joins."""

from __future__ import annotations

import datetime as dt
import functools

from attrs import frozen

from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading.seen import Seen
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.worktables import DAY, wall_rows


@frozen(eq=False)
class Walls:
    """Dates of moments in the zone of a regulation (rule 1.3).

    Attributes:
        engine: Where the table of days is put when somebody asks for a date.
        seen: What the data holds.
        zone: The zone.
        name: What the day of a moment is called in a query.
    """

    engine: Engine
    seen: Seen
    zone: dt.tzinfo
    name: str = "wall"

    def join(self, moment: str) -> str:
        """Return the join to the day of a moment."""
        day = f"{self.name}.day = (({moment}) // {DAY})"
        return f"JOIN salesreg_{self.name}s AS {self.name} ON {day}"

    def date(self, moment: str) -> str:
        """Return the number of the date of a moment whose day was joined."""
        second, wall = f"({moment} % {DAY})", self.name
        turns = "".join(
            f" WHEN {second} >= {wall}.c{n} THEN {wall}.d{n}"
            for n in range(self._turns, 0, -1)
        )
        return f"CASE{turns} ELSE {wall}.d0 END" if turns else f"{wall}.d0"

    @functools.cached_property
    def _turns(self) -> int:
        """How often the date changes within a day of UTC; the table is there then."""
        turns, rows = wall_rows(self.seen.days, self.zone)
        names = [f"{name}{n}" for n in range(1, turns + 1) for name in "cd"]
        columns: dict[str, Kind] = dict.fromkeys(("day", "d0", *names), "int")
        self.engine.store(f"salesreg_{self.name}s", columns, rows, ("day",))
        return turns
