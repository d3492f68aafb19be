"""Everything that is compiled of a regulation, and what is left to Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from salesreg.compare.history import History
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.reading.loading import Loaded
from salesreg.evaluate.sql import stored
from salesreg.evaluate.sql.deadline_rows import deadline_rows
from salesreg.evaluate.sql.deadlines import deadlines_of
from salesreg.evaluate.sql.in_force import edition_at
from salesreg.evaluate.sql.move_rows import move_rows
from salesreg.evaluate.sql.moves import moves_of
from salesreg.evaluate.sql.norms import StageRule, stage_rules
from salesreg.evaluate.sql.rules import (
    Cites,
    Clock,
    Clocks,
    NotCompiled,
    stage_numbers,
)
from salesreg.evaluate.sql.visits import visit_rows
from salesreg.evaluate.sql.walls import Walls
from salesreg.evaluate.sql.world import World

ORDERS: Mapping[str, str] = {
    "visits": "deal, number",
    "deadlines": "deal, cite, at_s",
    "moves": "deal, number, cite",
}
"""By what the rows of a table are sorted, so that they come in one order."""


@frozen
class Query:
    """How SQL gives a table of results.

    Attributes:
        text: The query, in the canonical form.
        rest: The condition on `deal` for deals that it leaves to Python; None: none.
    """

    text: str
    rest: str | None = None


@frozen(eq=False)
class Compiled:
    """What SQL was made of a regulation.

    Attributes:
        cites: What is cited, by number.
        clocks: The clocks.
        world: What the SQL is written for.
        rules: What is said of stages; empty when SQL cannot say it.
    """

    cites: Cites
    clocks: tuple[Clock, ...]
    world: World
    rules: tuple[StageRule, ...]
    _makers: Mapping[str, Callable[[], Query | None]]
    _made: dict[str, Query | None] = field(
        factory=dict[str, "Query | None"], init=False
    )

    def query(self, name: str) -> Query | None:
        """Return how SQL gives a table; None where Python reckons it.

        What a query needs is put into the engine when it is first asked for.
        """
        if name not in self._made:
            maker = self._makers.get(name)
            try:
                self._made[name] = None if maker is None else maker()
            except NotCompiled:
                self._made[name] = None
        return self._made[name]


def compile_all(
    editions: Editions, history: History | None, loaded: Loaded, now: int
) -> Compiled:
    """Compile what can be compiled, and put its tables into the engine."""
    clocks, cites = Clocks(loaded.seen), Cites()
    stages = stage_numbers(editions.stages)
    try:
        rules = list(stage_rules(editions, stages, clocks, cites))
    except NotCompiled:
        rules = []
    try:
        found = deadlines_of(editions, stages, clocks, cites)
    except NotCompiled:
        found = None
    events = loaded.readings.get("events")
    world = World(
        clocks=tuple(clocks.all),
        now=now,
        walls=Walls(loaded.engine, loaded.seen, editions.zone),
        edition=edition_at(editions, history),
        owners="owner" in loaded.seen.kinds,
        deals="deals" in loaded.readings,
        base=len(stages) + 1,
        sequences=events is not None and "seq" not in events.constant,
    )
    if rules or (found is not None and found.rules):
        stored.store_keys(loaded.engine, stages)
    if rules:
        stored.store_stages(loaded.engine, rules)
    if found is not None and found.rules:
        stored.store_deadlines(loaded.engine, found, editions, stages, clocks)
    stored.store_clocks(loaded.engine, clocks)

    def deadlines() -> Query | None:
        if found is None or not found.rules:
            return None
        return Query(deadline_rows(world, found), found.left_to_python)

    def moves() -> Query:
        there = frozenset(loaded.engine.columns("SELECT * FROM salesreg_deals"))
        said = moves_of(editions, stages, cites, there)
        stored.store_keys(loaded.engine, stages)
        stored.store_moves(loaded.engine, said)
        rest = said.left_to_python(written="field" in loaded.seen.kinds)
        return Query(move_rows(world, said, editions.fields, there, rest), rest)

    makers: dict[str, Callable[[], Query | None]] = {
        "visits": lambda: Query(visit_rows(world)) if rules else None,
        "deadlines": deadlines,
        "moves": moves,
    }
    return Compiled(cites, tuple(clocks.all), world, tuple(rules), makers)
