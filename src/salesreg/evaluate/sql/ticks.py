"""Ticks, dates and sums of working time where each row says which clock counts."""

from __future__ import annotations

from collections.abc import Callable

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import DAY, WorkTables

Form = Callable[[WorkTables, str, str], str]
"""An expression over the day of a moment: tables, moment, name of the joined days."""


def by_clock(world: World, clock: str, alias: str, form: Form, moment: str) -> str:
    """Return an expression over the days of whichever clock counts."""
    cases = "".join(
        f" WHEN {c.number} THEN CASE WHEN {alias}{c.number}.day IS NOT NULL THEN"
        f" {form(c.tables, moment, f'{alias}{c.number}')} END"
        for c in world.clocks
        if c.tables is not None
    )
    return f"CASE {clock}{cases} END" if cases else "CAST(NULL AS BIGINT)"


def day_joins(world: World, source: str, alias: str, moment: str) -> str:
    """Return the joins to the days of a moment, one for each clock."""
    return "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS {alias}{c.number} ON"
        f" {alias}{c.number}.day = (({moment}) // {DAY})"
        f" AND {source}.clock = {c.number} AND {moment} >= {c.tables.opens}"
        f" AND {moment} < {c.tables.closes}"
        for c in world.clocks
        if c.tables is not None
    )


def ticked(world: World, source: str, column: str, name: str) -> str:
    """Return the query that adds the tick of a moment to the rows of a table."""
    moment = f"q.{column}"
    tick = by_clock(world, "q.clock", "g", on.tick, moment)
    joins = day_joins(world, "q", "g", moment)
    return f"SELECT q.*, {tick} AS {name} FROM {source} AS q{joins}"


def started(world: World, source: str, column: str) -> str:
    """Return the query that adds what `due_parts` asks of a start to a table's rows."""
    moment = f"q.{column}"
    tick = by_clock(world, "q.clock", "g", on.tick, moment)
    wall = by_clock(world, "q.clock", "g", on.wall_date, moment)
    totals = "".join(f" WHEN {c.number} THEN {c.total}" for c in world.clocks)
    total = f"CASE q.clock{totals} END" if totals else "0"
    joins = day_joins(world, "q", "g", moment)
    return (
        f"SELECT q.*, {moment} AS entered, {tick} AS x, {wall} AS wall,"
        f" {total} AS total FROM {source} AS q{joins}"
    )
