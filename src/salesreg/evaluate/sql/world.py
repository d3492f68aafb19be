"""From a regulation and what was read to rules, and their tables in the engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from salesreg.compare.history import History
from salesreg.errors import pointer
from salesreg.evaluate.cases.visits import FINAL
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading.loading import Loaded
from salesreg.evaluate.sql.deadlines import RULE_COLUMNS, Deadlines, rule_row
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.rules import (
    Cites,
    Clock,
    Clocks,
    NotCompiled,
    Stages,
    Term,
    seconds_of,
    stage_numbers,
    term_of,
)
from salesreg.evaluate.sql.visits import STAGE_COLUMNS, StageRule, World, stage_row
from salesreg.evaluate.worktables import wall_rows
from salesreg.model.editions import in_force
from salesreg.values.zone import at_wall, zone

_DAY = dt.timedelta(days=1)


def stage_rules(
    editions: Editions, stages: Stages, clocks: Clocks, cites: Cites
) -> Iterator[StageRule]:
    """Yield what each edition says of stays at each of its stages.

    Raises:
        NotCompiled: A norm cannot be reckoned in SQL.
    """
    for number, edition in enumerate(editions.all):
        for key, (place, stage) in edition.stages.items():
            norm = None if stage.kind in FINAL else stage.norm
            path = pointer("stages", place, *(("norm",) if norm is not None else ()))
            calendar = edition.calendar(stage.owner)
            clock = None if calendar is None else clocks.of(calendar)
            limit = target = None
            if norm is not None and clock is not None:
                limit = term_of(clocks, clock, norm.limit)
                target = term_of(clocks, clock, norm.target)
            yield StageRule(
                edition=number,
                stage=stages[key],
                cite=cites.number(edition, path),
                clock=None if clock is None else clock.number,
                limit=limit,
                target=target,
            )


def edition_at(editions: Editions, history: History | None) -> str:
    """Return the expression of the edition that holds; see `World.edition`."""
    if history is None:
        return "0"
    days = sorted(
        {term.first for term in in_force(history.revisions)}
        | {term.last + _DAY for term in in_force(history.revisions) if term.last}
    )
    marks = [dt.date.min, *days, dt.date.max]
    spans = list(pairwise(marks))

    def held(created: dt.date, at: dt.date) -> int | None:
        moments = (_midnight(editions, day) for day in (created, at))
        edition = editions.for_deal(*moments)
        return None if edition is None else editions.all.index(edition)

    def chosen(name: str, spans: list[tuple[str, str]]) -> str:
        """Return the value of the first span whose end a moment is before."""
        *before, (_, last) = spans
        cases = "".join(f" WHEN {name} < {end} THEN {found}" for end, found in before)
        return f"CASE{cases} ELSE {last} END" if before else last

    rows = [(_seconds(editions, days[0]), "NULL")]
    for low, high in spans[1:]:
        inner = [
            (
                _end(editions, end),
                str(held(low, max(start, low))).replace("None", "NULL"),
            )
            for start, end in spans
            if end > low
        ]
        rows.append((_end(editions, high), chosen("{at}", inner)))
    return chosen("{created}", rows)


def _end(editions: Editions, day: dt.date) -> str:
    return "" if day == dt.date.max else _seconds(editions, day)


def _midnight(editions: Editions, day: dt.date) -> dt.datetime:
    name = getattr(editions.zone, "key", "UTC")
    return at_wall(dt.datetime.combine(day, dt.time()), zone(name))


def _seconds(editions: Editions, day: dt.date) -> str:
    return str(seconds_of(_midnight(editions, day)))


def ints(*names: str) -> dict[str, Kind]:
    """Return columns of whole numbers."""
    return dict.fromkeys(names, "int")


def store_clocks(engine: Engine, clocks: Clocks) -> None:
    """Put the tables of the clocks into the engine, and the lists of dates."""
    for clock in clocks.all:
        if clock.tables is not None:
            tables, number = clock.tables, clock.number
            columns = ints(*tables.day_columns)
            engine.store(f"salesreg_days_{number}", columns, tables.days, ("day",))
            columns = ints(*tables.block_columns)
            engine.store(
                f"salesreg_blocks_{number}", columns, tables.blocks, ("block",)
            )
    columns = ints("list", "date", "due_s")
    engine.store("salesreg_dates", columns, clocks.dated(), ("list", "date"))


def store_walls(engine: Engine, days: frozenset[int], tz: dt.tzinfo) -> int:
    """Put the dates on the wall of a zone into the engine; return their turns."""
    turns, rows = wall_rows(days, tz)
    names = [f"{name}{n}" for n in range(1, turns + 1) for name in "cd"]
    engine.store("salesreg_walls", ints("day", "d0", *names), rows, ("day",))
    return turns


def store_deadlines(
    engine: Engine,
    found: Deadlines,
    editions: Editions,
    stages: Stages,
    clocks: Clocks,
) -> None:
    """Put the deadlines into the engine, and at which stages deals are lost."""
    rows = (rule_row(number, rule) for number, rule in enumerate(found.rules))
    engine.store("salesreg_deadlines", ints(*RULE_COLUMNS), rows, ("rule",))
    stops = (
        (number, mark, int(at_once))
        for number, rule in enumerate(found.rules)
        for mark, at_once in rule.stops
    )
    columns = ints("rule", "mark", "at_once")
    engine.store("salesreg_stops", columns, stops, ("rule", "mark"))
    lost = (
        (number, stages[key])
        for number, edition in enumerate(editions.all)
        for key, (_, stage) in edition.stages.items()
        if stage.kind == "lost"
    )
    engine.store("salesreg_lost", ints("edition", "stage"), lost, ("edition", "stage"))
    cuts = (
        (number, *row)
        for number, (clock, time) in enumerate(found.cutoffs)
        for row in clocks.cut(clocks.all[clock], time)
    )
    columns = ints("list", "date", "open_s", "cut_s", "next_s")
    engine.store("salesreg_cutoffs", columns, cuts, ("list", "date"))


def store_stages(engine: Engine, stages: Stages, rules: list[StageRule]) -> None:
    """Put the stages and what is said of them into the engine."""
    keys = {"stage_key": "text", "stage": "int"}
    engine.store("salesreg_stage_keys", keys, stages.items(), ("stage_key",))  # type: ignore[arg-type]
    rows = map(stage_row, rules)
    engine.store("salesreg_stages", ints(*STAGE_COLUMNS), rows, ("edition", "stage"))


__all__ = [
    "Clock",
    "Edition",
    "Loaded",
    "NotCompiled",
    "Term",
    "World",
    "edition_at",
    "stage_numbers",
    "stage_rules",
    "store_clocks",
    "store_stages",
]
