"""The query for the rows of `moves` (rules 6)."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.sql.conditions import case, is_empty
from salesreg.evaluate.sql.ground import Ground, Query
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.moves import MoveRules, keep_moves, moves_of
from salesreg.evaluate.sql.world import World
from salesreg.model.process import Field


def moves(ground: Ground) -> Query:
    """Return the query of `moves`.

    Raises:
        NotCompiled: A condition looks back from a moment, or editions read a field
            in different ways.
    """
    fields, there = ground.editions.fields, ground.deal_columns
    rules = moves_of(ground.editions, ground.stages, ground.cites, there)
    world = ground.world()
    keep_moves(ground, rules)
    rest = rules.left_to_python(written="field" in ground.seen.kinds)
    text = move_rows(world, rules, fields, there, rest)
    return Query(text, "deal, number, cite", rest)


def move_rows(
    world: World,
    rules: MoveRules,
    fields: Mapping[str, Field],
    there: frozenset[str],
    left_out: str | None,
) -> str:
    """Return the query for the rows of `moves`.

    Args:
        world: What the SQL is for.
        rules: What is said of moves.
        fields: Fields of a deal, in the order in which their columns are numbered.
        there: The columns of the deals.
        left_out: Condition on `deal` for deals that are left to Python.
    """
    shown = [f"d.{name}" for name in sorted(there) if name.startswith("f")]
    edition, join = "0 AS edition", ""
    if not world.one_edition:
        held = world.edition.format(created="d.created_s", at="v.entered")
        edition = f"{held} AS edition"
    if shown or not world.one_edition:
        join = f" JOIN {world.known} AS d ON d.deal = v.deal"
    kept = f" WHERE NOT v.{left_out}" if left_out else ""
    over = "OVER (PARTITION BY deal ORDER BY number)"
    pairs = "p.pair, p.forbidden, p.leads_on, p.untaken"
    parts = "\nUNION ALL ".join(_parts(rules, fields, there))
    date = world.walls.date("t.entered")
    return f"""WITH{entries(world, acted=True)},{visits(world, acted=True)},
entered AS (
  SELECT deal, stage, number, actor, entered, LAG(stage) {over} AS source,
    LAG(entered) {over} AS source_s FROM visits
),
movings AS (
  SELECT {", ".join(["v.*", edition, *shown])}, ROW_NUMBER() OVER (PARTITION BY v.deal,
    v.source, v.stage ORDER BY v.number) AS nth FROM entered AS v{join}{kept}
),
taken AS (
  SELECT m.*, {pairs}, {case("p.pair", rules.chosen, "p.way")} AS way
  FROM movings AS m JOIN salesreg_pairs AS p
    ON p.edition = m.edition AND p.source = m.source AND p.target = m.stage
),
commented AS (
  SELECT DISTINCT t.deal, t.number FROM taken AS t JOIN salesreg_events AS e
    ON e.deal = t.deal AND e.at_s >= t.source_s AND e.at_s <= t.entered
  WHERE e.kind = 'comment'
),
unfit AS (
  SELECT o.deal, o.number FROM (
    SELECT t.deal, t.number, t.way, t.actor, {date} AS date FROM taken AS t
    JOIN salesreg_ways AS w ON w.way = t.way AND w.asks = 1
    {world.walls.join("t.entered")} WHERE t.actor IS NOT NULL
  ) AS o
  JOIN salesreg_people AS p ON p.person = o.actor AND p.since_d <= o.date
    AND (p.until_d IS NULL OR p.until_d >= o.date)
  LEFT JOIN salesreg_way_roles AS r ON r.way = o.way AND r.role = p.role
  GROUP BY o.deal, o.number HAVING COUNT(r.role) = 0
),
broken AS ({parts})
SELECT broken.cite, broken.deal, broken.number, s.stage_key AS source,
  k.stage_key AS target, broken.at_s, broken.person, broken.rule, broken.field
FROM broken JOIN salesreg_stage_keys AS k ON k.stage = broken.stage
LEFT JOIN salesreg_stage_keys AS s ON s.stage = broken.source"""


def _parts(
    rules: MoveRules, fields: Mapping[str, Field], there: frozenset[str]
) -> list[str]:
    """Return the queries of broken rules, one for each kind."""

    def part(
        table: str,
        cite: str,
        rule: str,
        rest: str,
        field: str = "CAST(NULL AS VARCHAR)",
    ) -> str:
        return (
            f"SELECT {cite} AS cite, m.deal, m.number, m.source, m.stage,"
            f" m.entered AS at_s, m.actor AS person, '{rule}' AS rule, {field} AS field"
            f" FROM {table} AS m{rest}"
        )

    way = " JOIN salesreg_ways AS w ON w.way = m.way"
    by_stage = "ON c.edition = m.edition AND c.stage = m"
    on_move = "(m.deal = n.deal AND m.number = n.number)"
    broken = f"NOT {case('c.criterion', rules.conditions, '(1 = 1)')}"
    empty = {
        place: _empty(f"f{place}", item, there)
        for place, item in enumerate(fields.values())
    }
    missing = case("c.field", empty, "(1 = 1)")
    return [
        part(
            "movings",
            "c.cite",
            "start",
            f" JOIN salesreg_starts AS c {by_stage}.stage WHERE m.source IS NULL",
        ),
        part("taken", "m.forbidden", "forbidden", " WHERE m.forbidden IS NOT NULL"),
        part("taken", "m.untaken", "condition", " WHERE m.way = -1"),
        part("taken", "w.cite", "role", f"{way} JOIN unfit AS n ON {on_move}"),
        part(
            "taken",
            "w.cite",
            "comment",
            f"{way} LEFT JOIN commented AS n ON {on_move}"
            " WHERE w.needs_comment = 1 AND n.deal IS NULL",
        ),
        part("taken", "w.cite", "most", f"{way} WHERE m.nth > w.most"),
        part(
            "movings",
            "c.cite",
            "entry",
            f" JOIN salesreg_criteria AS c {by_stage}.stage AND c.entry = 1"
            f" WHERE {broken}",
        ),
        part(
            "taken",
            "c.cite",
            "exit",
            f" JOIN salesreg_criteria AS c {by_stage}.source AND c.entry = 0"
            f" WHERE m.leads_on = 1 AND {broken}",
        ),
        part(
            "taken",
            "c.cite",
            "field",
            f" JOIN salesreg_required AS c {by_stage}.source"
            f" WHERE m.leads_on = 1 AND {missing}",
            "c.field_key",
        ),
        part(
            "movings",
            "c.cite",
            "field",
            f" JOIN salesreg_required AS c {by_stage}.stage AND c.at_entry = 1"
            f" WHERE {missing}",
            "c.field_key",
        ),
    ]


def _empty(name: str, item: Field, there: frozenset[str]) -> str:
    return is_empty(f"m.{name}", item) if name in there else "(1 = 1)"
