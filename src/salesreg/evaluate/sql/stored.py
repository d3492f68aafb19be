"""The tables of a compiled regulation, put into the engine."""

from __future__ import annotations

from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.sql.deadlines import RULE_COLUMNS, Deadlines, rule_row
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.moves import MoveRules
from salesreg.evaluate.sql.norms import STAGE_COLUMNS, StageRule, stage_row
from salesreg.evaluate.sql.rules import Clocks, Stages


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


def store_keys(engine: Engine, stages: Stages) -> None:
    """Put the numbers of the stages into the engine."""
    keys = {"stage_key": "text", "stage": "int"}
    engine.store("salesreg_stage_keys", keys, stages.items(), ("stage_key",))  # type: ignore[arg-type]


def store_stages(engine: Engine, rules: list[StageRule]) -> None:
    """Put what is said of the stages into the engine."""
    rows = map(stage_row, rules)
    engine.store("salesreg_stages", ints(*STAGE_COLUMNS), rows, ("edition", "stage"))


def store_moves(engine: Engine, rules: MoveRules) -> None:
    """Put what is said of moves into the engine."""
    columns = ints("edition", "stage", "cite")
    engine.store("salesreg_starts", columns, rules.starts, ("edition", "stage"))
    names = ("forbidden", "leads_on", "way", "untaken")
    columns = ints("pair", "edition", "source", "target", *names)
    engine.store("salesreg_pairs", columns, rules.pairs, ("pair",))
    columns = ints("way", "cite", "needs_comment", "most", "asks")
    engine.store("salesreg_ways", columns, rules.ways, ("way",))
    named: dict[str, Kind] = {**ints("way"), "role": "text"}
    engine.store("salesreg_way_roles", named, rules.roles, ("way", "role"))
    columns = ints("criterion", "edition", "stage", "cite", "entry")
    engine.store("salesreg_criteria", columns, rules.criteria, ("criterion",))
    named = {**ints("edition", "stage", "cite", "field"), "field_key": "text"}
    named |= ints("at_entry")
    engine.store("salesreg_required", named, rules.required, ("edition", "cite"))
