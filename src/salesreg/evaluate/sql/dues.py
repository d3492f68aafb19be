"""When a limit falls due, as SQL: columns and joins of a table of starts."""

from __future__ import annotations

from collections.abc import Sequence

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import DAY


def due_parts(
    world: World, names: Sequence[str] = ("limit", "target")
) -> tuple[str, str]:
    """Return the columns `due_s` and `goal_s` of a table `m`, and their joins.

    The table has the terms of a limit and a target, the clock and its total, the tick
    of the start as `x`, the start as `entered`, and its date as `wall`.

    Args:
        world: What the SQL is for.
        names: Which of both terms the table has.
    """
    parts: list[str] = []
    joins: list[str] = []
    for name in names:
        works: list[str] = []
        for c in world.clocks:
            if c.tables is None:
                continue
            alias = f"{name[0]}b{c.number}"
            work = f"((m.x // 2) + m.{name}_work)"
            joins.append(
                f"LEFT JOIN salesreg_blocks_{c.number} AS {alias} ON m.clock ="
                f" {c.number} AND {alias}.block = {on.block_of(c.tables, work)}"
            )
            found = on.moment_of(c.tables, work, alias)
            works.append(f" WHEN {c.number} THEN {found}")
        joins.append(
            f"LEFT JOIN {world.dates} AS {name[0]}d ON {name[0]}d.list ="
            f" m.{name}_dates AND {name[0]}d.date = m.wall"
        )
        work = f"CASE m.clock{''.join(works)} END" if works else "NULL"
        parts.append(
            f"CASE WHEN m.{name}_work IS NOT NULL THEN CASE WHEN"
            f" (m.x // 2) + m.{name}_work <= m.total THEN {work} END"
            f" WHEN m.{name}_plain IS NOT NULL THEN m.entered + m.{name}_plain"
            f" ELSE {name[0]}d.due_s END AS {'due_s' if name == 'limit' else 'goal_s'}"
        )
    return ", ".join(parts), " " + " ".join(joins)


def walled(world: World) -> str:
    """Return visits with the date on the wall of their clock at the entry."""
    known = [c for c in world.clocks if c.tables is not None]
    walls = "".join(
        f" WHEN {c.number} THEN {on.wall_date(c.tables, 'n.entered', f'w{c.number}')}"
        for c in known
        if c.tables is not None
    )
    days = "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS w{c.number} ON w{c.number}.day ="
        f" (n.entered // {DAY}) AND n.clock = {c.number}"
        for c in known
    )
    wall = f"CASE n.clock{walls} END" if walls else "CAST(NULL AS BIGINT)"
    return f"(SELECT n.*, {wall} AS wall FROM measured AS n{days})"
