"""Visits to stages against their norms, as SQL (rules 5 of the page on evaluation)."""

from __future__ import annotations

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql import history
from salesreg.evaluate.sql.dues import due_parts, walled
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.history import entries
from salesreg.evaluate.sql.norms import measured, stays_of
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import DAY

_ORDER = "deal, number"


def visits(ground: Ground) -> Query:
    """Return the query of `visits`.

    Raises:
        NotCompiled: A norm cannot be reckoned in SQL.
    """
    stays = stays_of(ground)
    return Query(visit_rows(stays.world), _ORDER) if stays.rules else nothing(_ORDER)


def visit_rows(world: World) -> str:
    """Return the query for the rows of `visits`."""
    late_joins = "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS z{c.number} ON z{c.number}.day ="
        f" (j.due_s // {DAY}) AND j.clock = {c.number}"
        for c in world.clocks
        if c.tables is not None
    )
    z = "".join(
        f" WHEN {c.number} THEN CASE WHEN j.due_s >= {c.tables.opens} AND j.due_s <"
        f" {c.tables.closes} THEN {on.tick(c.tables, 'j.due_s', f'z{c.number}')} END"
        for c in world.clocks
        if c.tables is not None
    )
    z = f"CASE j.clock{z} END" if z else "CAST(NULL AS BIGINT)"
    parts = (
        part(world) for part in (owners, entries, history.visits, measured, judged)
    )
    return f"""WITH{",".join(parts)},
behind AS (SELECT j.*, {z} AS z FROM judged AS j{late_joins})
SELECT cite, behind.deal AS deal, number, k.stage_key AS stage, tenures.owner AS person,
  entered AS entered_at, left_s AS left_at, t.stage_key AS moved_to,
  CASE WHEN clock IS NULL THEN NULL WHEN end_s <= entered THEN 0
    ELSE (y // 2) - (x // 2) END AS seconds,
  goal_s AS target_due, due_s AS due,
  CASE WHEN judged = 0 THEN NULL WHEN due_s IS NULL THEN 'unknown'
    WHEN left_s IS NOT NULL THEN CASE WHEN end_s > due_s THEN 'late' ELSE 'met' END
    WHEN end_s > due_s THEN 'overdue' ELSE 'pending' END AS status,
  CASE WHEN end_s > due_s THEN 1 ELSE 0 END AS breached,
  CASE WHEN goal_s IS NULL THEN NULL WHEN end_s > goal_s THEN 1 ELSE 0 END
    AS target_missed,
  CASE WHEN due_s IS NULL THEN NULL WHEN end_s <= due_s THEN 0
    ELSE (y // 2) - (z // 2) END AS late_seconds
FROM behind
JOIN salesreg_stage_keys AS k ON k.stage = behind.stage
LEFT JOIN salesreg_stage_keys AS t ON t.stage = behind.next_stage
{owned("behind.entered", "behind.deal")}"""


def judged(world: World) -> str:
    """Return the table of visits with the moments due: `judged`."""
    parts, joins = due_parts(world)
    return f"""
judged AS (
  SELECT m.*, {parts} FROM {walled(world)} AS m {joins}
)"""
