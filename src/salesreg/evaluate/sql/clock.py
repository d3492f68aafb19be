"""Expressions of SQL over the tables of a calendar.

Each takes names of columns and gives a text of the canonical form. A table of days
is joined by `(moment // 86400)`; moments before 1970 have no row there.
"""

from __future__ import annotations

from salesreg.evaluate.worktables import DAY, WorkTables


def second_of_day(moment: str) -> str:
    """Return the second of the day of UTC of a moment."""
    return f"({moment} % {DAY})"


def tick(tables: WorkTables, moment: str, days: str) -> str:
    """Return the tick of a moment; null where the calendar does not know it."""
    second = second_of_day(moment)
    cases = "".join(
        f" WHEN {second} <= {days}.a{n} THEN {days}.q{n - 1}"
        f" WHEN {second} <= {days}.b{n} THEN {days}.r{n} + 2 * {second}"
        for n in range(1, tables.windows + 1)
    )
    return f"CASE{cases} ELSE {days}.q{tables.windows} END"


def worked(ticks: str) -> str:
    """Return the working time since the table began, of a tick."""
    return f"(({ticks}) // 2)"


def next_opening(tables: WorkTables, moment: str, days: str) -> str:
    """Return the moment itself while the clock runs, else the next opening."""
    second = second_of_day(moment)
    start = f"({moment} - {second})"
    cases = "".join(
        f" WHEN {second} < {days}.a{n} THEN {start} + {days}.a{n}"
        f" WHEN {second} < {days}.b{n} THEN {moment}"
        for n in range(1, tables.windows + 1)
    )
    return f"CASE{cases} ELSE {start} + {days}.nxt END"


def wall_date(tables: WorkTables, moment: str, days: str) -> str:
    """Return the number of the date on the wall at a moment."""
    second = second_of_day(moment)
    cases = "".join(
        f" WHEN {second} >= {days}.c{n} THEN {days}.d{n}"
        for n in range(tables.turns, 0, -1)
    )
    return f"CASE{cases} ELSE {days}.d0 END" if cases else f"{days}.d0"


def block_of(tables: WorkTables, work: str) -> str:
    """Return the block in which the first moment of a working time lies."""
    return f"(({work} - 1) // {tables.block})"


def moment_of(tables: WorkTables, work: str, blocks: str) -> str:
    """Return the first moment by which so much working time has passed."""
    cases = "".join(
        f" WHEN {work} > {blocks}.w{n} THEN {blocks}.f{n} + {work} - {blocks}.w{n}"
        for n in range(tables.pieces, 1, -1)
    )
    first = f"{blocks}.f1 + {work} - {blocks}.w1"
    return f"CASE{cases} ELSE {first} END" if cases else f"({first})"
