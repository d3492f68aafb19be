"""The query for the rows of `deadlines` (rules 4)."""

from __future__ import annotations

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.deadlines import (
    Deadlines,
    deadlines_of,
    keep_deadlines,
)
from salesreg.evaluate.sql.dues import due_parts
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.happened import happened
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import DAY

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
    return Query(deadline_rows(world, found), _ORDER, found.left_to_python)


def deadline_rows(world: World, found: Deadlines) -> str:
    """Return the query for the rows of `deadlines`."""
    edition, created = "", ""
    lost_edition = ""
    if not world.one_edition:
        created = " JOIN salesreg_deals AS c ON c.deal = h.deal"
        held = world.edition.format(created="c.created_s", at="h.at_s")
        edition = f" AND r.edition = {held}"
        held = world.edition.format(created="c.created_s", at="v.entered")
        lost_edition = f" AND l.edition = {held}"
    lost_join = (
        " JOIN salesreg_deals AS c ON c.deal = v.deal" if not world.one_edition else ""
    )
    left_out = found.left_to_python
    kept = f" AND NOT h.{left_out}" if left_out else ""
    known = "JOIN salesreg_deals AS d ON d.deal = h.deal"
    day_joins = "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS g{c.number} ON t.clock = {c.number}"
        f" AND g{c.number}.day = (t.at_s // {DAY})"
        f" AND t.at_s >= {c.tables.opens}"
        f" AND t.at_s < {c.tables.closes}"
        for c in world.clocks
        if c.tables is not None
    )
    opening = _cases(world, "t.clock", "g", on.next_opening, "t.at_s")
    wall = _cases(world, "t.clock", "g", on.wall_date, "t.at_s")
    tick_start = _ticks(world, "s", "start_s")
    ticks_end = _ticks(world, "e", "end_s")
    ticks_due = _ticks(world, "z", "due_s")
    due, due_joins = due_parts(world)
    return f"""WITH{owners(world)},{entries(world)},{visits(world)},
happened AS ({happened(found.marks, world.now)}),
triggered AS (
  SELECT h.deal, h.at_s, r.* FROM happened AS h {known}{created}
  JOIN salesreg_deadlines AS r ON r.trigger_mark = h.mark{edition}
  LEFT JOIN visits AS v ON r.at_stage IS NOT NULL AND v.deal = h.deal
    AND v.stage = r.at_stage AND v.entered <= h.at_s
    AND (v.left_s IS NULL OR h.at_s < v.left_s)
  WHERE (r.at_stage IS NULL OR v.deal IS NOT NULL){kept}
),
answered AS (
  SELECT t.deal, t.rule, t.at_s, MIN(h.at_s) AS answered_s
  FROM triggered AS t JOIN salesreg_stops AS p ON p.rule = t.rule
  JOIN happened AS h ON h.deal = t.deal AND h.mark = p.mark
  WHERE h.at_s > t.at_s OR (h.at_s = t.at_s AND p.at_once = 1)
  GROUP BY t.deal, t.rule, t.at_s
),
before AS (
  SELECT t.deal, t.rule, t.at_s, MIN(h.at_s) AS before_s FROM triggered AS t
  JOIN happened AS h ON h.deal = t.deal AND h.mark = t.before_mark
  WHERE h.at_s >= t.at_s GROUP BY t.deal, t.rule, t.at_s
),
losses AS (
  SELECT v.deal, v.stage, v.entered FROM visits AS v{lost_join}
  JOIN salesreg_lost AS l ON l.stage = v.stage{lost_edition}
),
lost AS (
  SELECT t.deal, t.rule, t.at_s, MIN(l.entered) AS lost_s
  FROM triggered AS t JOIN losses AS l ON l.deal = t.deal
  WHERE l.entered > t.at_s OR (l.entered = t.at_s
    AND (t.itself IS NULL OR t.itself <> l.stage))
  GROUP BY t.deal, t.rule, t.at_s
),
opened AS (
  SELECT t.*, {opening} AS opening_s, {wall} AS at_wall FROM triggered AS t{day_joins}
),
begun AS (
  SELECT o.*, CASE WHEN o.cutoff IS NOT NULL AND o.at_s < k.open_s THEN k.open_s
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
started AS ({tick_start.format(source="ended", name="x")}),
timed AS ({ticks_end.format(source="started", name="y")}),
m AS (SELECT n.*, n.start_s AS entered, {_totals(world)} AS total,
  {_cases(world, "n.clock", "w", on.wall_date, "n.start_s")} AS wall
  FROM timed AS n{_days(world, "n", "w", "n.start_s")}),
fallen AS (SELECT m.*, {due} FROM m{due_joins}),
cleared AS (
  SELECT f.deal, f.rule, f.cite, f.clock, f.at_s, f.start_s, f.answered_s, f.lost_s,
    f.end_s, f.x, f.y, f.before_mark,
    CASE WHEN f.before_mark IS NOT NULL THEN f.before_s
      WHEN f.begin_s IS NULL THEN NULL ELSE f.due_s END AS due_s,
    CASE WHEN f.begin_s IS NULL THEN NULL ELSE f.goal_s END AS goal_s
  FROM fallen AS f
),
behind AS ({ticks_due.format(source="cleared", name="z")})
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


def _cases(world: World, clock: str, alias: str, form: object, moment: str) -> str:
    """Return an expression over the days of whichever clock counts."""
    cases = "".join(
        f" WHEN {c.number} THEN CASE WHEN {alias}{c.number}.day IS NOT NULL THEN"
        f" {form(c.tables, moment, f'{alias}{c.number}')} END"  # type: ignore[operator]
        for c in world.clocks
        if c.tables is not None
    )
    return f"CASE {clock}{cases} END" if cases else "CAST(NULL AS BIGINT)"


def _days(world: World, source: str, alias: str, moment: str) -> str:
    return "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS {alias}{c.number} ON"
        f" {alias}{c.number}.day = (({moment}) // {DAY})"
        f" AND {source}.clock = {c.number} AND {moment} >= {c.tables.opens}"
        f" AND {moment} < {c.tables.closes}"
        for c in world.clocks
        if c.tables is not None
    )


def _ticks(world: World, alias: str, column: str) -> str:
    """Return the query that adds the tick of a moment as `{name}` to `{source}`."""
    moment = f"q.{column}"
    ticks = _cases(world, "q.clock", alias, on.tick, moment)
    return (
        f"SELECT q.*, {ticks} AS {{name}} FROM {{source}} AS q"
        f"{_days(world, 'q', alias, moment)}"
    )


def _totals(world: World) -> str:
    totals = "".join(f" WHEN {c.number} THEN {c.total}" for c in world.clocks)
    return f"CASE n.clock{totals} END" if totals else "0"
