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
    """

    engine: Engine
    seen: Seen
    zone: dt.tzinfo

    def join(self, moment: str) -> str:
        """Return the join to the day of a moment, which is called `wall`."""
        return f"JOIN salesreg_walls AS wall ON wall.day = (({moment}) // {DAY})"

    def date(self, moment: str) -> str:
        """Return the number of the date of a moment whose day was joined."""
        second = f"({moment} % {DAY})"
        turns = "".join(
            f" WHEN {second} >= wall.c{n} THEN wall.d{n}"
            for n in range(self._turns, 0, -1)
        )
        return f"CASE{turns} ELSE wall.d0 END" if turns else "wall.d0"

    @functools.cached_property
    def _turns(self) -> int:
        """How often the date changes within a day of UTC; the table is there then."""
        turns, rows = wall_rows(self.seen.days, self.zone)
        names = [f"{name}{n}" for n in range(1, turns + 1) for name in "cd"]
        columns: dict[str, Kind] = dict.fromkeys(("day", "d0", *names), "int")
        self.engine.store("salesreg_walls", columns, rows, ("day",))
        return turns
