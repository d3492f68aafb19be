"""Entries into stages and visits to them, as SQL (rule 2.2)."""

from __future__ import annotations

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import DAY


def entries(world: World, *, repeats: bool = True, acted: bool = False) -> str:
    """Return the table of entries into stages, each with its ticks: `entries`.

    Args:
        world: What the SQL is for.
        repeats: Whether events may name the stage that a deal is at, which change
            nothing and are left out here.
        acted: Whether it is told who moved the deal.
    """
    seq = ", e.seq" if world.sequences else ""
    actor = ", e.actor, e.state" if acted else ""
    known = (
        f" JOIN {world.known} AS known ON known.deal = e.deal" if world.deals else ""
    )
    order = f"{world.order}, stage" + (", state, actor" if acted else "")
    numbers, number = "JOIN salesreg_stage_keys AS s ON s.stage_key = e.subject", "s"
    there = world.events("stage")
    if world.staged:
        numbers, number, there = "", "e", f"{there} AND stage IS NOT NULL"
    moved = f"""
stage_events AS (
  SELECT e.deal, e.at_s{seq}, {number}.stage{actor}
  FROM (SELECT * FROM salesreg_events WHERE {there}) AS e
  {numbers}{known}
)"""
    source = "stage_events"
    if repeats:
        source = "moved"
        moved += f""",
marked AS (
  SELECT *, LAG(stage) OVER (PARTITION BY deal ORDER BY {order}) AS prior
  FROM stage_events
),
moved AS (SELECT * FROM marked WHERE prior IS NULL OR prior <> stage)"""
    joins = "".join(
        f" LEFT JOIN salesreg_days_{clock.number} AS day{clock.number}"
        f" ON day{clock.number}.day = (m.at_s // {DAY})"
        for clock in world.clocks
        if clock.tables is not None
    )
    # A day that is not known has no row, and `CASE` would give its last branch.
    ticks = "".join(
        f", CASE WHEN day{c.number}.day IS NOT NULL AND m.at_s >= {c.tables.opens}"
        f" AND m.at_s < {c.tables.closes} THEN"
        f" {on.tick(c.tables, 'm.at_s', f'day{c.number}')} END AS x{c.number}"
        if c.tables is not None
        else f", CAST(NULL AS BIGINT) AS x{c.number}"
        for c in world.clocks
    )
    return f"""{moved},
entries AS (SELECT m.*{ticks} FROM {source} AS m{joins})"""


def visits(world: World, *, acted: bool = False) -> str:
    """Return the table of visits: entry, end and the ticks of both: `visits`."""
    over = f"OVER (PARTITION BY deal ORDER BY {world.order}, stage)"
    ends = "".join(
        f", x{c.number}, LEAD(x{c.number}) {over} AS y{c.number}" for c in world.clocks
    )
    actor = ", actor" if acted else ""
    return f"""
visits AS (
  SELECT deal, stage{actor}, at_s AS entered, LEAD(at_s) {over} AS left_s,
    LEAD(stage) {over} AS next_stage, ROW_NUMBER() {over} AS number{ends}
  FROM entries
)"""
