"""The query for the rows of `deadlines` (rules 4)."""

from __future__ import annotations

from attrs import evolve

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.deadlines import (
    Deadlines,
    deadlines_of,
    keep_deadlines,
)
from salesreg.evaluate.sql.dues import due_parts
from salesreg.evaluate.sql.ends import ends, paused
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.happened import happened
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.ticks import by_clock, day_joins, started, ticked
from salesreg.evaluate.sql.world import World

_ORDER = "deal, cite, at_s"


def deadlines(ground: Ground) -> Query:
    """Return the query of `deadlines`.

    Raises:
        NotCompiled: One of them cannot be reckoned in SQL.
    """
    clocks = ground.clocks()
    found = deadlines_of(ground.editions, ground.stages, clocks, ground.cites)
    if not found.rules:
        return nothing(_ORDER)
    world = ground.world(clocks, "deadline_dates")
    keep_deadlines(ground, found, clocks)
    rest = paused(ground.editions)
    return Query(deadline_rows(world, found, rest), _ORDER, rest)


def deadline_rows(world: World, found: Deadlines, left_out: str | None) -> str:
    """Return the query for the rows of `deadlines`.

    Args:
        world: What the SQL is for.
        found: The deadlines.
        left_out: Condition on `deal` for deals that are left to Python.
    """
    edition, created = "", ""
    if not world.one_edition:
        created = " JOIN salesreg_deals AS c ON c.deal = h.deal"
        held = world.edition.format(created="c.created_s", at="h.at_s")
        edition = f" AND r.edition = {held}"
    kept = f" AND NOT h.{left_out}" if left_out else ""
    known = "JOIN salesreg_deals AS d ON d.deal = h.deal"
    opening = by_clock(world, "t.clock", "g", on.next_opening, "t.at_s")
    wall = by_clock(world, "t.clock", "g", on.wall_date, "t.at_s")
    days = day_joins(world, "t", "g", "t.at_s")
    due, due_joins = due_parts(world)
    # Visits only say where a deal was, so they need no ticks of their own.
    plain = evolve(world, clocks=())
    return f"""WITH{owners(world)},{entries(plain)},{visits(plain)},
happened AS ({happened(found.marks, world.now)}),
triggered AS (
  SELECT h.deal, h.at_s, r.* FROM happened AS h {known}{created}
  JOIN salesreg_deadlines AS r ON r.trigger_mark = h.mark{edition}
  LEFT JOIN visits AS v ON r.at_stage IS NOT NULL AND v.deal = h.deal
    AND v.stage = r.at_stage AND v.entered <= h.at_s
    AND (v.left_s IS NULL OR h.at_s < v.left_s)
  WHERE (r.at_stage IS NULL OR v.deal IS NOT NULL){kept}
),
before AS (
  SELECT t.deal, t.rule, t.at_s, MIN(h.at_s) AS before_s FROM triggered AS t
  JOIN happened AS h ON h.deal = t.deal AND h.mark = t.before_mark
  WHERE h.at_s >= t.at_s GROUP BY t.deal, t.rule, t.at_s
),{ends(world, "salesreg_stops")},
opened AS (
  SELECT t.*, {opening} AS opening_s, {wall} AS at_wall FROM triggered AS t{days}
),
begun AS (
  SELECT o.*, CASE WHEN o.cutoff IS NOT NULL AND o.at_wall IS NULL THEN NULL
    WHEN o.cutoff IS NOT NULL AND o.at_s < k.open_s THEN k.open_s
    WHEN o.cutoff IS NOT NULL AND o.at_s > k.cut_s THEN k.next_s
    WHEN o.waits = 1 THEN o.opening_s ELSE o.at_s END AS begin_s
  FROM opened AS o
  LEFT JOIN salesreg_cutoffs AS k ON k.list = o.cutoff AND k.date = o.at_wall
),
ended AS (
  SELECT b.*, COALESCE(b.begin_s, b.at_s) AS start_s,
    CASE WHEN l.lost_s < a.answered_s THEN NULL ELSE a.answered_s END AS answered_s,
    l.lost_s, e.before_s,
    CASE WHEN l.lost_s < a.answered_s THEN l.lost_s
      ELSE COALESCE(a.answered_s, l.lost_s, {world.now}) END AS end_s
  FROM begun AS b
  LEFT JOIN answered AS a ON a.deal = b.deal AND a.rule = b.rule AND a.at_s = b.at_s
  LEFT JOIN lost AS l ON l.deal = b.deal AND l.rule = b.rule AND l.at_s = b.at_s
  LEFT JOIN before AS e ON e.deal = b.deal AND e.rule = b.rule AND e.at_s = b.at_s
),
timed AS ({ticked(world, "ended", "end_s", "y")}),
m AS ({started(world, "timed", "start_s")}),
fallen AS (SELECT m.*, {due} FROM m{due_joins}),
cleared AS (
  SELECT f.deal, f.rule, f.cite, f.clock, f.at_s, f.start_s, f.answered_s, f.lost_s,
    f.end_s, f.x, f.y, f.before_mark,
    CASE WHEN f.before_mark IS NOT NULL THEN f.before_s
      WHEN f.begin_s IS NULL THEN NULL ELSE f.due_s END AS due_s,
    CASE WHEN f.begin_s IS NULL THEN NULL ELSE f.goal_s END AS goal_s
  FROM fallen AS f
),
behind AS ({ticked(world, "cleared", "due_s", "z")})
SELECT cite, behind.deal AS deal, tenures.owner AS person, at_s, start_s, goal_s, due_s,
  answered_s, end_s,
  CASE WHEN due_s IS NULL AND before_mark IS NULL THEN 'unknown'
    WHEN answered_s IS NOT NULL THEN CASE WHEN end_s > due_s THEN 'late' ELSE 'met' END
    WHEN lost_s IS NOT NULL
      THEN CASE WHEN end_s > due_s THEN 'missed' ELSE 'lapsed' END
    WHEN end_s > due_s THEN 'overdue' ELSE 'pending' END AS status,
  CASE WHEN end_s > due_s THEN 1 ELSE 0 END AS breached,
  CASE WHEN goal_s IS NULL THEN NULL WHEN end_s > goal_s THEN 1 ELSE 0 END
    AS target_missed,
  CASE WHEN end_s <= start_s THEN 0 ELSE (y // 2) - (x // 2) END
    AS seconds,
  0 AS paused_seconds,
  CASE WHEN due_s IS NULL AND before_mark IS NULL THEN NULL
    WHEN due_s IS NULL OR end_s <= due_s THEN 0
    ELSE (y // 2) - (z // 2) END AS late_seconds
FROM behind {owned("behind.at_s", "behind.deal")}"""
