"""The query for the rows of `tenures` (rules 9)."""

from __future__ import annotations

from attrs import evolve

from salesreg.evaluate.sql.conditions import case, columns_of
from salesreg.evaluate.sql.dues import due_parts
from salesreg.evaluate.sql.ends import losses
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.happened import happened
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.ownership import (
    COLUMNS,
    OwnershipRules,
    keep_ownership,
    ownership_of,
)
from salesreg.evaluate.sql.tenures import owners
from salesreg.evaluate.sql.ticks import started
from salesreg.evaluate.sql.world import World

_ORDER = "deal, number, cite"
_MINE = "deal, number, owner, since_s, until_s, lost_s, rule, clock"


def tenures(ground: Ground) -> Query:
    """Return the query of `tenures`.

    Raises:
        NotCompiled: A term or a condition cannot be said in SQL.
    """
    rules = ownership_of(ground)
    if not rules.rows:
        return nothing(_ORDER)
    world = ground.world(rules.clocks, "ownership_dates")
    keep_ownership(ground, rules)
    rest = rules.left_to_python(ground.seen.written)
    asked = columns_of(rules.asked, ground.editions.fields, ground.deal_columns)
    return Query(tenure_rows(world, rules, asked, rest), _ORDER, rest)


def tenure_rows(
    world: World, rules: OwnershipRules, asked: list[str], left_out: str | None
) -> str:
    """Return the query for the rows of `tenures`.

    Args:
        world: What the SQL is for.
        rules: What is said of owners.
        asked: The columns of deals that conditions ask for.
        left_out: Condition on `deal` for deals that are left to Python.
    """
    # Visits only say when a deal was lost, so they need no ticks of their own.
    plain = evolve(world, clocks=())
    edition = "0"
    if not world.one_edition:
        edition = world.edition.format(created="d.created_s", at="t.since_s")
    kept = f" WHERE NOT t.{left_out}" if left_out else ""
    shown = "".join(f", d.{name}" for name in asked)
    over = "OVER (PARTITION BY deal, number, rule ORDER BY"
    due, due_joins = due_parts(world, ["limit"])
    said = ", ".join(f"r.{name}" for name in COLUMNS)
    role, role_joins, clock = _roles(world, rules)
    held = case("r.rule", rules.conditions, "(1 = 1)")
    return f"""WITH{owners(world, numbered=True)},{entries(plain)},{visits(plain)},
{losses(world)},
held AS (
  SELECT t.deal, t.number, t.owner, t.since_s, t.until_s, {edition} AS edition{shown}
  FROM tenures AS t JOIN {world.known} AS d ON d.deal = t.deal{kept}
),
lost AS (
  SELECT h.deal, MIN(l.entered) AS lost_s FROM held AS h
  JOIN losses AS l ON l.deal = h.deal AND l.entered >= h.since_s
  WHERE h.until_s IS NULL GROUP BY h.deal
),{role}
judged AS (
  SELECT h.deal, h.number, h.owner, h.since_s, h.until_s, l.lost_s, r.rule, {said},
    COALESCE(h.until_s, l.lost_s, {world.now}) AS end_s
  FROM held AS h JOIN salesreg_ownership AS r ON r.edition = h.edition
  LEFT JOIN lost AS l ON l.deal = h.deal AND h.until_s IS NULL{role_joins}
  WHERE {clock} AND {held}
),
happened AS ({happened(rules.marks, world.now)}),
starts AS (
  SELECT j.*, j.since_s AS start_s FROM judged AS j
  UNION ALL
  SELECT j.*, e.at_s AS start_s FROM judged AS j JOIN happened AS e
    ON e.deal = j.deal AND e.mark = j.mark AND e.at_s > j.since_s AND e.at_s <= j.end_s
),
m AS ({started(world, "starts", "start_s")}),
fallen AS (SELECT m.*, {due} FROM m{due_joins}),
followed AS (SELECT *, LEAD(start_s) {over} start_s) AS next_s FROM fallen),
gone AS (
  SELECT *, CASE WHEN due_s IS NULL OR due_s < COALESCE(next_s, end_s) THEN 1 ELSE 0
    END AS gone FROM followed
),
placed AS (
  SELECT *, ROW_NUMBER() {over} gone DESC,
    CASE WHEN gone = 1 THEN start_s ELSE -start_s END) AS place FROM gone
),
decided AS (
  SELECT {_MINE}, {", ".join(COLUMNS[-3:])}, start_s, due_s, gone,
    CASE WHEN gone = 1 THEN due_s END AS gone_s FROM placed WHERE place = 1
),
{_graced(world, rules)}
SELECT r.cite, g.deal, g.number, r.rule_key, g.owner, g.since_s, g.start_s, g.due_s,
  g.goal_s, COALESCE(g.until_s, g.lost_s) AS ended_s,
  CASE WHEN g.due_s IS NULL THEN 'unknown' WHEN g.gone = 0 THEN 'kept'
    WHEN r.then_to = 'stays' THEN 'stays'
    WHEN g.until_s <= COALESCE(g.goal_s, g.due_s) THEN 'reassigned'
    WHEN g.until_s IS NOT NULL THEN 'late' WHEN g.lost_s IS NOT NULL THEN 'lapsed'
    WHEN {world.now} <= COALESCE(g.goal_s, g.due_s) THEN 'grace' ELSE 'overdue'
    END AS status, r.then_to
FROM graced AS g
JOIN salesreg_ownership AS r ON r.rule = g.rule AND r.clock = g.clock"""


def _roles(world: World, rules: OwnershipRules) -> tuple[str, str, str]:
    """Return the table of first roles, its joins, and the clock that counts (9.5)."""
    if not rules.roles:
        return "", "", "r.clock = r.usual"
    date = world.walls.date("h.since_s")
    table = f"""
dated AS (
  SELECT h.deal, h.number, h.owner, {date} AS date
  FROM held AS h {world.walls.join("h.since_s")}
),
roles AS (
  SELECT h.deal, h.number, p.role, ROW_NUMBER() OVER (PARTITION BY h.deal, h.number
    ORDER BY p.since_d, p.role) AS nth
  FROM dated AS h JOIN salesreg_people AS p ON p.person = h.owner
    AND p.since_d <= h.date AND (p.until_d IS NULL OR p.until_d >= h.date)
),"""
    joins = """
  LEFT JOIN roles AS o ON o.deal = h.deal AND o.number = h.number AND o.nth = 1
  LEFT JOIN salesreg_role_clocks AS c ON c.edition = h.edition AND c.role = o.role"""
    return table, joins, "r.clock = COALESCE(c.clock, r.usual)"


def _graced(world: World, rules: OwnershipRules) -> str:
    """Return the table of tenures with the moment by which the owner must finish."""
    if not rules.graces:
        nothing = "CAST(NULL AS BIGINT) AS goal_s"
        return f"graced AS (SELECT decided.*, {nothing} FROM decided)"
    goal, joins = due_parts(world, ["target"])
    return (
        f"m2 AS ({started(world, 'decided', 'gone_s')}),\n"
        f"graced AS (SELECT m.*, {goal} FROM m2 AS m{joins})"
    )
