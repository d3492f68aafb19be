"""The queries for the rows of `budgets` and `norms` (rules 12)."""

from __future__ import annotations

import datetime as dt

from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.rules import NotCompiled
from salesreg.evaluate.sql.sheet import Said, Sheet, sheet_of
from salesreg.evaluate.sql.sheet_tables import keep_sheet
from salesreg.evaluate.sql.walls import Walls
from salesreg.evaluate.sql.world import World

_ORDER = "cite, role, start_d, person"
_EARLY = (
    "SELECT count(*) FROM salesreg_activities AS a JOIN salesreg_people AS p"
    " ON p.person = a.person WHERE a.start_s < 0 AND p.since_d <= 0"
)
"""How much was done before 1970, where the tables of days begin, by employees."""


def budgets(ground: Ground) -> Query:
    """Return the query of `budgets`.

    Raises:
        NotCompiled: Somebody was at work before 1970.
    """
    return _query(
        ground,
        "budgets",
        "minutes, strayed, r.least, r.most, present, working,"
        " CASE WHEN r.owed = 1 AND minutes * working < r.least * present THEN 'under'"
        " WHEN minutes * working > r.most * present THEN 'over'"
        " WHEN strayed > 0 THEN 'outside' ELSE 'kept' END",
    )


def norms(ground: Ground) -> Query:
    """Return the query of `norms`.

    Raises:
        NotCompiled: Somebody was at work before 1970.
    """
    return _query(
        ground,
        "norms",
        "number, r.least AS expected, present, working,"
        " CASE WHEN number * working < r.least * present THEN 'under' ELSE 'kept' END",
    )


def _query(ground: Ground, said: Said, judged: str) -> Query:
    sheet = sheet_of(ground, said)
    if not sheet.rules:
        return nothing(_ORDER)
    if next(ground.loaded.engine.rows(_EARLY))[0]:
        raise NotCompiled
    keep_sheet(ground, sheet, said)
    return Query(_rows(ground, ground.world(), sheet, said, judged), _ORDER)


def _rows(ground: Ground, world: World, sheet: Sheet, said: Said, judged: str) -> str:
    walls = world.walls
    strays, joins = _strays(ground, walls, sheet, said)
    summed = "".join(f", SUM({stray}) AS stray{n}" for n, stray in enumerate(strays))
    cases = "".join(f" WHEN {n} THEN o.stray{n}" for n in range(len(strays)))
    strayed = f"CASE r.box{cases} ELSE 0 END" if cases else "0"
    return f"""WITH days AS (
  SELECT a.person, a.activity, {walls.date("a.start_s")} AS date,
    SUM(a.minutes) AS took, COUNT(*) AS done{summed}
  FROM salesreg_activities AS a {walls.join("a.start_s")}{joins}
  WHERE a.start_s <= {world.now} GROUP BY 1, 2, 3
),
there AS (
  SELECT p.person, d.spans, d.start_d, d.end_d, d.edition, d.working,
    CAST(SUM(d.works) AS BIGINT) AS present
  FROM (SELECT DISTINCT person, date FROM days) AS p
  JOIN salesreg_{said}_days AS d ON d.date = p.date
  GROUP BY p.person, d.spans, d.start_d, d.end_d, d.edition, d.working
),
judged AS (
  SELECT DISTINCT r.rule, t.person, t.start_d, t.end_d, t.working, t.present
  FROM there AS t
  JOIN salesreg_{said} AS r ON r.spans = t.spans AND r.edition = t.edition
  JOIN salesreg_people AS p ON p.person = t.person AND p.role = r.role
    AND p.since_d <= t.start_d AND (p.until_d IS NULL OR p.until_d >= t.end_d)
  WHERE t.present > 0
),
spent AS (
  SELECT r.rule, o.person, d.start_d, SUM(o.took) AS minutes,
    SUM(o.done) AS number, SUM({strayed}) AS strayed
  FROM days AS o JOIN salesreg_{said}_of AS k ON k.activity = o.activity
  JOIN salesreg_{said} AS r ON r.rule = k.rule
  JOIN salesreg_{said}_days AS d ON d.spans = r.spans AND d.date = o.date
  GROUP BY r.rule, o.person, d.start_d
),
measured AS (
  SELECT j.*, CAST(COALESCE(s.minutes, 0) AS BIGINT) AS minutes,
    CAST(COALESCE(s.number, 0) AS BIGINT) AS number,
    CAST(COALESCE(s.strayed, 0) AS BIGINT) AS strayed
  FROM judged AS j LEFT JOIN spent AS s
    ON s.rule = j.rule AND s.person = j.person AND s.start_d = j.start_d
)
SELECT r.cite, r.rule_key, m.person, r.role, m.start_d, m.end_d, {judged} AS status
FROM measured AS m JOIN salesreg_{said} AS r ON r.rule = m.rule"""


def _strays(
    ground: Ground, walls: Walls, sheet: Sheet, said: Said
) -> tuple[list[str], str]:
    """Return for each window the minutes outside of it, and the joins for that."""
    own: dict[dt.tzinfo, Walls] = {walls.zone: walls}
    found: list[str] = []
    joins = ""
    for number, (_, clock) in enumerate(sheet.windows):
        zone = clock.hours.tz
        if zone not in own:
            own[zone] = Walls(walls.engine, walls.seen, zone, f"wall{number}")
            joins += f" {own[zone].join('a.start_s')}"
        box = f"b{number}"
        joins += (
            f" JOIN salesreg_{said}_boxes AS {box} ON {box}.box = {number}"
            f" AND {box}.date = {own[zone].date('a.start_s')}"
        )
        inside = " - ".join(_inside(f"{box}.a{n}", f"{box}.b{n}") for n in range(3))
        found.append(f"((60 * a.minutes - {inside}) // 60)")
    return found, joins


def _inside(opens: str, closes: str) -> str:
    """Return the seconds of an activity that lie between two moments."""
    end = "(a.start_s + 60 * a.minutes)"
    return (
        f"CASE WHEN {end} <= {opens} OR a.start_s >= {closes} THEN 0 ELSE"
        f" CASE WHEN {end} < {closes} THEN {end} ELSE {closes} END"
        f" - CASE WHEN a.start_s > {opens} THEN a.start_s ELSE {opens} END END"
    )
