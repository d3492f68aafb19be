"""What the SQL of one evaluation is compiled on, the same for every table of results.

A module of a table offers one function, which takes the ground and returns the query.
It names the clocks that it needs, asks for a world with them, and puts the tables of
its rules into the engine; nothing of that is done before somebody asks for the table.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import field, frozen

from salesreg.compare.history import History
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.engine import Row
from salesreg.evaluate.reading.loading import Loaded
from salesreg.evaluate.reading.seen import Seen
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.in_force import edition_at
from salesreg.evaluate.sql.rules import Cites, Clock, Clocks, Stages, stage_numbers
from salesreg.evaluate.sql.walls import Walls
from salesreg.evaluate.sql.world import World

T = TypeVar("T")


@frozen
class Query:
    """How SQL gives a table of results.

    Attributes:
        text: The query, in the canonical form.
        order: By what its rows are sorted, so that they come in one order.
        rest: The condition on `deal` for deals that it leaves to Python; None: none.
    """

    text: str
    order: str
    rest: str | None = None


def nothing(order: str) -> Query:
    """Return the query of a table without rows, for a regulation that says nothing."""
    columns = ", ".join(f"0 AS {name.strip()}" for name in order.split(","))
    return Query(f"SELECT {columns} FROM salesreg_deals WHERE 1 = 0", order)


def place_in(known: list[T], one: T) -> int:
    """Return the place of something in a list, to which it is added if it is new."""
    if one not in known:
        known.append(one)
    return known.index(one)


def ints(*names: str) -> dict[str, Kind]:
    """Return columns of whole numbers."""
    return dict.fromkeys(names, "int")


@frozen(eq=False)
class Ground:
    """What the SQL of one evaluation is compiled on.

    Attributes:
        editions: What data is held to.
        history: The history that they are of, if they are of one.
        loaded: The tables of the CRM.
        now: The moment of evaluation, in seconds.
        cites: What rows cite, by number.
    """

    editions: Editions
    history: History | None
    loaded: Loaded
    now: int
    cites: Cites = field(factory=Cites)
    _clocks: list[Clock] = field(factory=list[Clock], init=False)
    _kept: set[str] = field(factory=set[str], init=False)

    @property
    def seen(self) -> Seen:
        """What the tables of the CRM hold."""
        return self.loaded.seen

    @functools.cached_property
    def stages(self) -> Stages:
        """The number of each stage."""
        return stage_numbers(self.editions.stages)

    @functools.cached_property
    def deal_columns(self) -> frozenset[str]:
        """The columns of the inner table of deals."""
        return frozenset(self.loaded.engine.columns("SELECT * FROM salesreg_deals"))

    def clocks(self) -> Clocks:
        """Return the clocks of a table, none so far."""
        return Clocks(self.seen, self._clocks)

    def keep(
        self,
        name: str,
        columns: dict[str, Kind],
        rows: Iterable[Row],
        key: tuple[str, ...] = (),
    ) -> None:
        """Put a table into the engine, unless it is there."""
        if name not in self._kept:
            self._kept.add(name)
            self.loaded.engine.store(f"salesreg_{name}", columns, rows, key)

    def world(self, clocks: Clocks | None = None, dates: str = "dates") -> World:
        """Return what the SQL of a table is written for, with its clocks.

        Args:
            clocks: The clocks and lists of dates of the table, all of them.
            dates: What the table of its lists of dates is called.
        """
        self.keep("stage_keys", _KEYS, self.stages.items(), ("stage_key",))
        if clocks is not None:
            self._keep_clocks(clocks.all)
            columns = ints("list", "date", "due_s")
            self.keep(dates, columns, clocks.dated(), ("list", "date"))
        events = self.loaded.readings.get("events")
        return World(
            clocks=() if clocks is None else tuple(clocks.all),
            now=self.now,
            walls=self._walls,
            edition=self._edition,
            owners="owner" in self.seen.kinds,
            deals="deals" in self.loaded.readings,
            base=len(self.stages) + 1,
            sequences=events is not None and "seq" not in events.constant,
            dates=f"salesreg_{dates}",
        )

    def keep_lost(self) -> None:
        """Put into the engine at which stages deals are lost."""
        rows = (
            (number, self.stages[key])
            for number, edition in enumerate(self.editions.all)
            for key, (_, stage) in edition.stages.items()
            if stage.kind == "lost"
        )
        self.keep("lost", ints("edition", "stage"), rows, ("edition", "stage"))

    def _keep_clocks(self, clocks: Sequence[Clock]) -> None:
        for clock in clocks:
            if clock.tables is not None:
                tables, number = clock.tables, clock.number
                columns = ints(*tables.day_columns)
                self.keep(f"days_{number}", columns, tables.days, ("day",))
                columns = ints(*tables.block_columns)
                self.keep(f"blocks_{number}", columns, tables.blocks, ("block",))

    @functools.cached_property
    def _walls(self) -> Walls:
        return Walls(self.loaded.engine, self.seen, self.editions.zone)

    @functools.cached_property
    def _edition(self) -> str:
        return edition_at(self.editions, self.history)


_KEYS: dict[str, Kind] = {"stage_key": "text", "stage": "int"}
