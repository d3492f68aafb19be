"""What the SQL of one evaluation is written for."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from salesreg.evaluate.sql.rules import Clock
from salesreg.evaluate.sql.walls import Walls


@frozen
class World:
    """What the SQL of one evaluation is written for.

    Attributes:
        clocks: The clocks.
        now: The moment of evaluation, in seconds.
        edition: Expression of the number of the edition for a deal that was created
            at `{created}`, at a moment `{at}`; a number when one holds for all.
        owners: Whether events tell who owns a deal.
        deals: Whether the deals were given.
        sequences: Whether events have an order of their own within a second.
        base: A number above that of each stage.
        walls: Dates of moments in the zone of the regulation.
        dates: The table of the lists of dates of the clocks.
        bucket: Condition that picks the deals of a bucket, on a column `deal`.
        staged: Whether events have the number of their stage beside its key.
    """

    clocks: Sequence[Clock]
    now: int
    walls: Walls
    edition: str = "0"
    owners: bool = False
    deals: bool = False
    sequences: bool = False
    base: int = 1
    dates: str = "salesreg_dates"
    bucket: str = ""
    staged: bool = False

    @property
    def one_edition(self) -> bool:
        """Whether one edition holds for everything."""
        return self.edition == "0"

    @property
    def order(self) -> str:
        """What events of a deal are sorted by, for one kind of them."""
        return "at_s, seq" if self.sequences else "at_s"

    @property
    def known(self) -> str:
        """The deals of the bucket, as what stands behind `FROM`."""
        chosen = f" WHERE {self.bucket}" if self.bucket else ""
        return f"(SELECT * FROM salesreg_deals{chosen})"

    def events(self, kind: str) -> str:
        """Return the condition for events of a kind that are looked at."""
        chosen = f" AND {self.bucket}" if self.bucket else ""
        return f"kind = '{kind}' AND at_s <= {self.now}{chosen}"
