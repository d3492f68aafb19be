"""The query for the rows of `next_steps` (rules 8)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from salesreg.evaluate.reading.records import moment
from salesreg.evaluate.sql.dues import due_parts
from salesreg.evaluate.sql.ground import Ground, Query, nothing
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.next_steps import COLUMNS, column_of, keep_steps, steps_of
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.ticks import started
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import day_number

_ORDER = "deal"


def next_steps(ground: Ground) -> Query:
    """Return the query of `next_steps`.

    Raises:
        NotCompiled: A term cannot be reckoned in SQL.
    """
    rules = steps_of(ground)
    if not rules.rows:
        return nothing(_ORDER)
    world = ground.world(rules.clocks, "next_dates")
    keep_steps(ground, rules)
    columns = [column_of(ground, key) for key in rules.fields]
    today = day_number(ground.editions.date(moment(ground.now)))
    noted = not ground.seen.written.isdisjoint(rules.fields)
    text = next_step_rows(world, columns, today, noted=noted)
    return Query(text, _ORDER)


def next_step_rows(
    world: World, columns: Sequence[str | None], today: int, *, noted: bool
) -> str:
    """Return the query for the rows of `next_steps`.

    Args:
        world: What the SQL is for.
        columns: The column of deals that each field has, if it has one.
        today: The number of today's date.
        noted: Whether events write into the fields.
    """
    edition = "0"
    if not world.one_edition:
        edition = world.edition.format(created="d.created_s", at="v.entered")
    cases = "".join(
        f" WHEN {number} THEN d.{name}"
        for number, name in enumerate(columns)
        if name is not None
    )
    held = f"CASE r.field{cases} END" if cases else "CAST(NULL AS BIGINT)"
    notes, note, join = "", "s.held AS date, s.came_s AS start_s", ""
    if noted:
        seq = ", e.seq DESC" if world.sequences else ""
        notes = f"""
notes AS (
  SELECT e.deal, t.field, e.at_s, t.date, ROW_NUMBER() OVER (PARTITION BY e.deal,
    t.field ORDER BY e.at_s DESC{seq}, t.place DESC) AS nth
  FROM (SELECT * FROM salesreg_events WHERE {world.events("field")}) AS e
  JOIN salesreg_next_states AS t ON t.field_key = e.subject
    AND t.state = COALESCE(e.state, '')
),"""
        note = """CASE WHEN n.deal IS NULL THEN s.held ELSE n.date END AS date,
    CASE WHEN n.at_s > s.came_s THEN n.at_s ELSE s.came_s END AS start_s"""
        join = """
  LEFT JOIN notes AS n ON n.deal = s.deal AND n.field = s.field AND n.nth = 1"""
    due, due_joins = due_parts(world, ["limit"])
    # Visits only say where a deal is, so they need no ticks of their own.
    plain = evolve(world, clocks=())
    said = ", ".join(f"r.{name}" for name in COLUMNS)
    return f"""WITH{owners(world)},{entries(plain)},{visits(plain)},{notes}
stood AS (
  SELECT v.deal, v.stage, v.entered AS came_s, {held} AS held, {said}
  FROM visits AS v JOIN {world.known} AS d ON d.deal = v.deal
  JOIN salesreg_next_steps AS r ON r.stage = v.stage AND r.edition = {edition}
  WHERE v.left_s IS NULL
),
planned AS (SELECT s.*, {note} FROM stood AS s{join}),
lacking AS (
  SELECT p.* FROM planned AS p
  WHERE p.date IS NULL OR p.date < {today} OR p.date > p.furthest
),
m AS ({started(world, "lacking", "start_s")}),
fallen AS (SELECT m.*, {due} FROM m{due_joins}),
told AS (
  SELECT f.*, {world.now} AS now_s,
    CASE WHEN f.date IS NULL THEN f.start_s ELSE p.since_s END AS since_s,
    CASE WHEN f.date IS NULL THEN f.due_s ELSE p.due_s END AS leave_s
  FROM fallen AS f
  LEFT JOIN salesreg_next_pasts AS p ON p.list = f.past AND p.date = f.date
)
SELECT told.cite, told.deal AS deal, k.stage_key AS stage, tenures.owner AS person,
  told.date, told.since_s, told.leave_s, told.moved_to,
  CASE WHEN told.leave_s <= told.now_s THEN 'stale' WHEN told.date IS NULL THEN 'none'
    WHEN told.date < {today} THEN 'past' ELSE 'far' END AS fault
FROM told JOIN salesreg_stage_keys AS k ON k.stage = told.stage
{owned("told.now_s", "told.deal")}"""
