"""The query for the rows of `escalations` (rules 10)."""

from __future__ import annotations

from attrs import evolve

from salesreg.evaluate.sql.dues import due_parts
from salesreg.evaluate.sql.ends import ends, paused
from salesreg.evaluate.sql.escalations import (
    EscalationRules,
    escalations_of,
    keep_escalations,
    pausing,
)
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.happened import happened
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.ticks import started
from salesreg.evaluate.sql.world import World

_ORDER = "deal, cite, at_s"


def escalations(ground: Ground) -> Query:
    """Return the query of `escalations`.

    Raises:
        NotCompiled: A term cannot be reckoned in SQL.
    """
    rules = escalations_of(ground)
    if not rules.levels:
        return nothing(_ORDER)
    world = ground.world(rules.clocks, "escalation_dates")
    keep_escalations(ground, rules)
    rest = paused(ground.editions) if pausing(ground) else None
    return Query(escalation_rows(world, rules, rest), _ORDER, rest)


def escalation_rows(world: World, rules: EscalationRules, left_out: str | None) -> str:
    """Return the query for the rows of `escalations`.

    Args:
        world: What the SQL is for.
        rules: The escalations.
        left_out: Condition on `deal` for deals that are left to Python.
    """
    edition = ""
    if not world.one_edition:
        held = world.edition.format(created="d.created_s", at="h.at_s")
        edition = f" AND r.edition = {held}"
    kept = f" WHERE NOT h.{left_out}" if left_out else ""
    due, due_joins = due_parts(world, ["limit"])
    # Visits only say where a deal was, so they need no ticks of their own.
    plain = evolve(world, clocks=())
    return f"""WITH{owners(world)},{entries(plain)},{visits(plain)},
happened AS ({happened(rules.marks, world.now)}),
triggered AS (
  SELECT h.deal, h.at_s, r.rule, r.clock, r.itself
  FROM happened AS h JOIN salesreg_deals AS d ON d.deal = h.deal
  JOIN salesreg_escalations AS r ON r.trigger_mark = h.mark{edition}{kept}
),{ends(world, "salesreg_escalation_stops")},
ended AS (
  SELECT t.*, CASE WHEN l.lost_s < a.answered_s THEN l.lost_s
    ELSE COALESCE(a.answered_s, l.lost_s) END AS done_s
  FROM triggered AS t
  LEFT JOIN answered AS a ON a.deal = t.deal AND a.rule = t.rule AND a.at_s = t.at_s
  LEFT JOIN lost AS l ON l.deal = t.deal AND l.rule = t.rule AND l.at_s = t.at_s
),
begun AS ({started(world, "ended", "at_s")}),
m AS (
  SELECT b.*, v.cite, v.escalation, v.level, v.told, v.limit_work, v.limit_plain,
    v.limit_dates
  FROM begun AS b JOIN salesreg_escalation_levels AS v ON v.rule = b.rule
),
fallen AS (SELECT m.*, {due} FROM m{due_joins})
SELECT f.cite, f.deal AS deal, f.escalation, f.level, f.told, tenures.owner AS person,
  f.at_s, f.due_s, f.done_s
FROM fallen AS f {owned("f.at_s", "f.deal")}
WHERE f.due_s <= {world.now} AND (f.done_s IS NULL OR f.due_s < f.done_s)"""
