"""Everything that is compiled of a regulation, and what is left to Python."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from salesreg.compare.history import History
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.reading.loading import Loaded
from salesreg.evaluate.sql import stored
from salesreg.evaluate.sql.deadline_rows import deadline_rows
from salesreg.evaluate.sql.deadlines import deadlines_of
from salesreg.evaluate.sql.in_force import edition_at
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
}
"""By what the rows of a table are sorted, so that they come in one order."""


@frozen(eq=False)
class Compiled:
    """What SQL was made of a regulation.

    Attributes:
        queries: The query of each table of results, in the canonical form.
        cites: The clause, pointer and revision by number.
        clocks: The clocks.
        world: What the SQL is written for.
        rules: What is said of stages.
        rest: For a table, the condition on `deal` for deals that SQL leaves out.
    """

    queries: Mapping[str, str]
    cites: tuple[tuple[str, str, str | None], ...]
    clocks: tuple[Clock, ...]
    world: World
    rules: tuple[StageRule, ...]
    rest: Mapping[str, str]


def compile_all(
    editions: Editions, history: History | None, loaded: Loaded, now: int
) -> Compiled:
    """Compile what can be compiled, and put its tables into the engine."""
    clocks, cites = Clocks(loaded.seen), Cites()
    stages = stage_numbers(editions.stages)
    queries: dict[str, str] = {}
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
        queries["visits"] = visit_rows(world)
    rest: dict[str, str] = {}
    if found is not None and found.rules:
        stored.store_deadlines(loaded.engine, found, editions, stages, clocks)
        queries["deadlines"] = deadline_rows(world, found)
        if found.left_to_python:
            rest["deadlines"] = found.left_to_python
    stored.store_clocks(loaded.engine, clocks)
    return Compiled(
        queries, tuple(cites.all), tuple(clocks.all), world, tuple(rules), rest
    )
