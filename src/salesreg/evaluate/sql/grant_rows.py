"""The query for the rows of `grants` (rules 11)."""

from __future__ import annotations

from attrs import evolve

from salesreg.evaluate.reading.typed import minor_step
from salesreg.evaluate.sql.authorities import (
    AuthorityRules,
    authorities_of,
    keep_authorities,
)
from salesreg.evaluate.sql.conditions import case, is_empty
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.history import entries
from salesreg.evaluate.sql.tenures import owners
from salesreg.evaluate.sql.world import World
from salesreg.model.process import Field

_ORDER = "deal, cite"


def grants(ground: Ground) -> Query:
    """Return the query of `grants`.

    Raises:
        NotCompiled: A condition cannot be said in SQL.
    """
    rules = authorities_of(ground)
    if not rules.rows:
        return nothing(_ORDER)
    keep_authorities(ground, rules)
    return Query(grant_rows(ground.world(), rules), _ORDER, rules.facts.rest)


def grant_rows(world: World, rules: AuthorityRules) -> str:
    """Return the query for the rows of `grants`."""
    edition, latest, join = "0", "", ""
    if not world.one_edition:
        # Entries only say when a deal last moved, so they need no ticks.
        plain = evolve(world, clocks=())
        at = "COALESCE(l.came_s, f.created_s)"
        edition = world.edition.format(created="f.created_s", at=at)
        latest = f"""{entries(plain)},
latest AS (SELECT deal, MAX(at_s) AS came_s FROM entries GROUP BY deal),"""
        join = " LEFT JOIN latest AS l ON l.deal = f.deal"
    valued = " UNION ALL ".join(
        _valued(number, item, told=number in rules.facts.noted)
        for number, item in rules.fields.items()
    )
    held = case("b.asks", rules.conditions, "(1 = 1)")
    walls = world.walls
    employed = "p.since_d <= {0} AND (p.until_d IS NULL OR p.until_d >= {0})"
    approved_on = walls.date("e.at_s")
    return f"""WITH{owners(world)},{latest}{rules.facts.tables(world)},
valued AS ({valued}),
asked AS (
  SELECT f.*, r.rule, COALESCE(f.teller, t.owner) AS person,
    COALESCE(f.at_s, {world.now}) AS seen_s,
    CASE WHEN r.fits = 1 AND (r.currency IS NULL OR r.currency = f.code) THEN 1 ELSE 0
      END AS compares
  FROM (SELECT f.*, {edition} AS edition FROM valued AS f{join}) AS f
  JOIN salesreg_authorities AS r ON r.edition = f.edition AND r.field = f.field
  LEFT JOIN tenures AS t ON t.deal = f.deal AND t.until_s IS NULL
),
able AS (
  SELECT a.deal, a.rule, b.place, b.role, a.person, a.seen_s, a.at_s
  FROM asked AS a JOIN salesreg_authority_bands AS b ON b.rule = a.rule
  WHERE a.compares = 1 AND (b.most IS NULL OR a.size <= b.most) AND {held}
),
granting AS (SELECT deal, rule, COUNT(*) AS bands FROM able GROUP BY deal, rule),
own AS (
  SELECT a.deal, a.rule, MIN(a.place) AS place FROM (
    SELECT a.*, {walls.date("a.seen_s")} AS date
    FROM able AS a {walls.join("a.seen_s")}) AS a
  JOIN salesreg_people AS p ON p.person = a.person AND p.role = a.role
    AND {employed.format("a.date")}
  GROUP BY a.deal, a.rule
),
signed AS (
  SELECT e.deal, e.subject, e.at_s, e.seq, e.actor, {approved_on} AS date
  FROM (SELECT * FROM salesreg_events WHERE {world.events("document")}
    AND state = 'approved') AS e {walls.join("e.at_s")}
),
approvals AS (
  SELECT a.deal, a.rule, a.place, e.at_s, e.actor, ROW_NUMBER() OVER (PARTITION BY
    a.deal, a.rule ORDER BY e.at_s, e.seq, e.actor, a.place) AS nth
  FROM able AS a JOIN salesreg_authorities AS r ON r.rule = a.rule
  JOIN signed AS e ON e.deal = a.deal AND e.subject = r.document
    AND (a.at_s IS NULL OR e.at_s >= a.at_s)
  JOIN salesreg_people AS p ON p.person = e.actor AND p.role = a.role
    AND {employed.format("e.date")}
),
decided AS (
  SELECT a.deal, a.rule, a.micro, a.code, a.at_s, a.person, COALESCE(o.place, s.place)
    AS place, CASE WHEN o.deal IS NULL THEN s.actor ELSE a.person END AS granter,
    CASE WHEN o.deal IS NULL THEN s.at_s ELSE a.at_s END AS granted_s,
    CASE WHEN a.compares = 0 THEN 'unit' WHEN g.deal IS NULL THEN 'forbidden'
      WHEN o.deal IS NOT NULL THEN 'own' WHEN s.deal IS NOT NULL THEN 'approved'
      ELSE 'unapproved' END AS status
  FROM asked AS a
  LEFT JOIN granting AS g ON g.deal = a.deal AND g.rule = a.rule
  LEFT JOIN own AS o ON o.deal = a.deal AND o.rule = a.rule
  LEFT JOIN approvals AS s ON s.deal = a.deal AND s.rule = a.rule AND s.nth = 1
)
SELECT r.cite, d.deal, r.rule_key, r.field_key, d.micro, COALESCE(d.code, r.unit) AS
  unit, d.at_s, d.person, b.role, d.granter, d.granted_s,
  CASE WHEN d.status = 'unapproved' AND r.document IS NULL THEN 'unseen'
    ELSE d.status END AS status
FROM decided AS d JOIN salesreg_authorities AS r ON r.rule = d.rule
LEFT JOIN salesreg_authority_bands AS b ON b.rule = d.rule AND b.place = d.place"""


def _valued(number: int, item: Field, *, told: bool) -> str:
    """Return the query of deals with the value of a field: as it is, and in millionths.

    Args:
        number: The number of the field.
        item: The field.
        told: Whether events write into it, and so tell when, and who did.
    """
    column = f"f.f{number}"
    code, micro = "CAST(NULL AS VARCHAR)", column
    if item.type == "money":
        code = f"{column}_cur"
        micro = f"{column} * {minor_step(code)}"
    teller, join = "CAST(NULL AS BIGINT) AS at_s, CAST(NULL AS VARCHAR) AS teller", ""
    if told:
        teller = "n.at_s, n.actor AS teller"
        join = (
            " LEFT JOIN noted AS n ON n.deal = f.deal"
            f" AND n.field = {number} AND n.nth = 1"
        )
    return (
        f"SELECT f.*, {number} AS field, {column} AS size, {micro} AS micro, {code} AS"
        f" code, {teller} FROM facts AS f{join} WHERE NOT {is_empty(column, item)}"
    )
