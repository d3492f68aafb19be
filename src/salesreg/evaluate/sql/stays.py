"""Visits added up by stage, without a row for each, as SQL."""

from __future__ import annotations

from collections.abc import Sequence

from salesreg.evaluate.sql.dues import walled
from salesreg.evaluate.sql.history import entries
from salesreg.evaluate.sql.norms import StageRule, measured
from salesreg.evaluate.sql.tenures import owned, owners
from salesreg.evaluate.sql.world import World


def visit_summary(
    world: World, rules: Sequence[StageRule], *, people: bool, repeats: bool
) -> str:
    """Return the query for visits, breaches and working time by stage.

    A limit on the working clock is not looked up: whether it is past is told by the
    tick of the end. What is needed of the next entry travels as one number, so the
    data is sorted once, by one key, and joined with small tables only.

    Args:
        world: What the SQL is for.
        rules: What is said of stages.
        people: Whether it is by the owner at the entry, too.
        repeats: Whether events may name the stage that a deal is at. Without, the
            last column tells how many did after all.
    """
    limits = {rule.limit.kind for rule in rules if rule.limit is not None}
    timed = people or bool(limits & {"plain", "dates"}) or not world.one_edition
    work = "(m.x // 2) + m.limit_work"
    cases = {
        "working": f" WHEN m.limit_work IS NOT NULL THEN CASE WHEN {work} <= m.total"
        f" AND m.y > 2 * ({work}) THEN 1 ELSE 0 END",
        "plain": " WHEN m.limit_plain IS NOT NULL THEN CASE WHEN m.end_s > m.entered +"
        " m.limit_plain THEN 1 ELSE 0 END",
        "dates": " WHEN m.limit_dates IS NOT NULL THEN CASE WHEN m.end_s > d.due_s THEN"
        " 1 ELSE 0 END",
    }
    chosen = "".join(case for kind, case in cases.items() if kind in limits)
    breached = f"CASE WHEN m.judged = 1 THEN CASE{chosen} END ELSE 0 END"
    source, joins = "measured AS m", ""
    if "dates" in limits:
        joins = (
            f" LEFT JOIN {world.dates} AS d"
            " ON d.list = m.limit_dates AND d.date = m.wall"
        )
        source = f"{walled(world)} AS m"
    person, tenure = "", ""
    if people:
        person, tenure = ", tenures.owner AS person", owned("m.entered", "m.deal")
    again = "0" if repeats else "CASE WHEN m.next_stage = m.stage THEN 1 ELSE 0 END"
    parts = [owners(world)] if people else []
    parts += [
        entries(world, repeats=repeats),
        _packed(world, timed=timed),
        measured(world),
    ]
    by = "stage, person" if people else "stage"
    named = ", found.person" if people else ""
    return f"""WITH{",".join(parts)},
stayed AS (
  SELECT m.stage{person}, {breached if chosen else "0"} AS breached, {again} AS again,
    (m.y // 2) - (m.x // 2) AS seconds
  FROM {source}{joins} {tenure}
),
found AS (
  SELECT {by}, COUNT(*) AS visits, CAST(SUM(breached) AS BIGINT) AS breached,
    CAST(SUM(seconds) AS BIGINT) AS seconds, CAST(SUM(again) AS BIGINT) AS again
  FROM stayed GROUP BY {by}
)
SELECT k.stage_key AS stage{named}, found.visits, found.breached, found.seconds,
  found.again
FROM found JOIN salesreg_stage_keys AS k ON k.stage = found.stage"""


def _packed(world: World, *, timed: bool) -> str:
    """Return the table of visits, with little to sort.

    A stage and its first tick make one number, which is negative where the tick is
    not known; so do a moment and its stage where events have no other order. So most
    of the data is sorted as three numbers: the deal, the order, and that.

    Args:
        world: What the SQL is for.
        timed: Whether the deal and the moments are asked for, too.
    """
    base = world.base
    order = f"at_s * {base} + stage"
    if world.sequences:
        order = f"at_s, seq * {base} + stage"
    over = f"OVER (PARTITION BY deal ORDER BY {order})"
    first, *others = [f"x{clock.number}" for clock in world.clocks] or [""]
    mine = "stage"
    if first:
        known = f"{first} * {base} + stage"
        mine = f"CASE WHEN {first} IS NULL THEN stage - {base} ELSE {known} END"
    kept = [*others, *(["at_s AS entered"] if timed else [])]
    leads = [f"LEAD(mine) {over} AS packed"]
    leads += [f"LEAD({x}) {over} AS y{x[1:]}" for x in others]
    leads += [f"LEAD(at_s) {over} AS left_s"] if timed else []
    shown = [*others, *(f"y{x[1:]}" for x in others)]
    shown += ["deal", "entered", "left_s"] if timed else ["packed AS left_s"]
    for packed, stage, tick in (("mine", "stage", "x"), ("packed", "next_stage", "y")):
        own = (
            f"CASE WHEN {packed} < 0 THEN {packed} + {base} ELSE {packed} % {base} END"
        )
        shown.append(f"{own} AS {stage}")
        if first:
            own = f"CASE WHEN {packed} >= 0 THEN ({packed} // {base}) END"
            shown.append(f"{own} AS {tick}{first[1:]}")
    return f"""
packs AS (SELECT *, {mine} AS mine FROM entries),
sorted AS (SELECT deal, mine, {", ".join([*kept, *leads])} FROM packs),
visits AS (SELECT {", ".join(shown)} FROM sorted)"""
