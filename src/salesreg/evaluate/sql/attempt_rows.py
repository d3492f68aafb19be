"""The query for the rows of `attempts` (rules 7)."""

from __future__ import annotations

from salesreg.evaluate.sql import history
from salesreg.evaluate.sql.attempts import (
    COLUMNS,
    PAUSES,
    AttemptRules,
    attempts_of,
    keep_attempts,
)
from salesreg.evaluate.sql.dues import due_parts, walled
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.norms import measured
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.ticks import ticked
from salesreg.evaluate.sql.world import World

_ORDER = "deal, number, at_s, fault, made"


def attempts(ground: Ground) -> Query:
    """Return the query of `attempts`.

    Raises:
        NotCompiled: A term cannot be reckoned in SQL.
    """
    rules = attempts_of(ground)
    if not rules.rows:
        return nothing(_ORDER)
    world = ground.world(rules.clocks, "attempt_dates")
    keep_attempts(ground, rules)
    return Query(attempt_rows(world, rules), _ORDER)


def attempt_rows(world: World, rules: AttemptRules) -> str:
    """Return the query for the rows of `attempts`."""
    due, due_joins = due_parts(world, ["limit"])
    held = measured(world, "salesreg_attempts", COLUMNS)
    shown = ", ".join(f"t.{name}" for name in ("cite", "clock", "most", *PAUSES))
    tables = ",".join([owners(world), history.entries(world), history.visits(world)])
    over = "OVER (PARTITION BY deal, number ORDER BY at_s)"
    return f"""WITH{tables},{held},
tried AS (SELECT m.*, {due} FROM {walled(world)} AS m{due_joins}),
done AS (
  SELECT t.deal, t.number, t.stage, t.due_s, e.at_s, {shown}
  FROM tried AS t JOIN (SELECT * FROM salesreg_events WHERE {world.events("activity")})
    AS e ON e.deal = t.deal AND e.at_s >= t.entered AND e.at_s <= t.end_s
  LEFT JOIN salesreg_attempt_kinds AS k ON k.rule = t.rule AND k.activity = e.subject
  WHERE t.any_kind = 1 OR k.rule IS NOT NULL
),
timed AS ({ticked(world, "done", "at_s", "tick")}),
dated AS (
  SELECT t.*, {world.walls.date("t.at_s")} AS date FROM timed AS t
  LEFT {world.walls.join("t.at_s")}
),
tries AS (
  SELECT *, ROW_NUMBER() {over} AS nth, LAG(at_s) {over} AS before_s,
    LAG(tick) {over} AS tick_before, LAG(date) {over} AS date_before FROM dated
),
counted AS (
  SELECT deal, number, COUNT(*) AS made,
    SUM(CASE WHEN at_s <= due_s THEN 1 ELSE 0 END) AS in_time
  FROM done GROUP BY deal, number
),
judged AS (
  SELECT t.*, COALESCE(c.made, 0) AS made, COALESCE(c.in_time, 0) AS in_time
  FROM tried AS t LEFT JOIN counted AS c ON c.deal = t.deal AND c.number = t.number
),
faults AS (
  SELECT j.cite, j.deal, j.number, j.stage, j.left_s AS at_s, 'too_few' AS fault, j.made
  FROM judged AS j
  JOIN salesreg_given_up AS g ON g.rule = j.rule AND g.stage = j.next_stage
  WHERE j.made < j.least
  UNION ALL
  SELECT cite, deal, number, stage, at_s, 'too_many' AS fault, nth AS made
  FROM tries WHERE nth = most + 1
  UNION ALL
  SELECT cite, deal, number, stage, due_s AS at_s, 'too_slow' AS fault, in_time AS made
  FROM judged WHERE due_s < end_s AND in_time < least
  UNION ALL
  SELECT t.cite, t.deal, t.number, t.stage, t.at_s, 'too_soon' AS fault, t.nth AS made
  FROM tries AS t
  LEFT JOIN salesreg_pauses AS p ON p.list = t.pause_dates AND p.date = t.date_before
  WHERE t.at_s - t.before_s < t.pause_plain OR t.date < p.first
    OR (t.tick // 2) - (t.tick_before // 2) < t.pause_work
    OR (t.at_s = t.before_s AND t.pause_work IS NOT NULL)
)
SELECT faults.cite, faults.deal AS deal, faults.number, k.stage_key AS stage,
  tenures.owner AS person, faults.at_s, faults.fault,
  CAST(faults.made AS BIGINT) AS made
FROM faults JOIN salesreg_stage_keys AS k ON k.stage = faults.stage
{owned("faults.at_s", "faults.deal")}"""
