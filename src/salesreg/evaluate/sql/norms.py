"""What is said of stays at stages, and visits with the clock that counts (rules 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases.visits import FINAL
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import Cites, Clocks, Stages, Term, spread, term_of
from salesreg.evaluate.sql.world import World


@frozen
class StageRule:
    """What an edition says of stays at a stage.

    Attributes:
        edition: Number of the edition.
        stage: Number of the stage.
        cite: Number of what is cited.
        clock: Number of the clock; None without a calendar.
        limit: The firm limit of the norm.
        target: The shorter goal of the norm.
    """

    edition: int
    stage: int
    cite: int
    clock: int | None = None
    limit: Term | None = None
    target: Term | None = None


STAGE_COLUMNS = [
    "edition",
    "stage",
    "cite",
    "clock",
    "judged",
    "limit_work",
    "limit_plain",
    "limit_dates",
    "target_work",
    "target_plain",
    "target_dates",
]


def stage_row(rule: StageRule) -> tuple[object, ...]:
    """Return a rule as a row of the table of stages."""
    judged = int(rule.limit is not None and rule.clock is not None)
    terms = spread(rule.limit, rule.target)
    return (rule.edition, rule.stage, rule.cite, rule.clock, judged, *terms)


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


@frozen(eq=False)
class Stays:
    """What the SQL of stays is written for, and what is said of them.

    Attributes:
        world: What the SQL is for.
        rules: What is said of stages.
    """

    world: World
    rules: tuple[StageRule, ...]


def stays_of(ground: Ground) -> Stays:
    """Compile what is said of stays at stages, and put it into the engine.

    Raises:
        NotCompiled: A norm cannot be reckoned in SQL.
    """
    clocks = ground.clocks()
    rules = tuple(stage_rules(ground.editions, ground.stages, clocks, ground.cites))
    world = ground.world(clocks, "stay_dates")
    columns = ints(*STAGE_COLUMNS)
    ground.keep("stages", columns, map(stage_row, rules), ("edition", "stage"))
    return Stays(world, rules)


def _by_clock(world: World, form: str, clock: str = "r.clock") -> str:
    """Return an expression of the clock that counts; `{0}` is its number."""
    if not world.clocks:
        return "CAST(NULL AS BIGINT)"
    if len(world.clocks) == 1:
        return form.format(world.clocks[0].number)
    cases = "".join(
        f" WHEN {c.number} THEN {form.format(c.number)}" for c in world.clocks
    )
    return f"CASE {clock}{cases} END"


def measured(
    world: World,
    rules: str = "salesreg_stages",
    columns: Sequence[str] = STAGE_COLUMNS[2:],
) -> str:
    """Return the table of visits with the clock of their stage: `measured`.

    `x` and `y` are the ticks of entry and end, and `total` the working time that is
    known.

    Args:
        world: What the SQL is for.
        rules: The table of what is said of stages, by `edition` and `stage`.
        columns: Those of its columns that are asked for.
    """
    now = {c.number: c.tick(world.now) for c in world.clocks}

    def end(number: int) -> str:
        known = now[number]
        last = "CAST(NULL AS BIGINT)" if known is None else str(known)
        return f"CASE WHEN v.left_s IS NULL THEN {last} ELSE v.y{number} END"

    cases = [f" WHEN {c.number} THEN {end(c.number)}" for c in world.clocks]
    if not world.clocks:
        y = "CAST(NULL AS BIGINT)"
    elif len(world.clocks) == 1:
        y = end(world.clocks[0].number)
    else:
        y = f"CASE r.clock{''.join(cases)} END"
    totals = "".join(f" WHEN {c.number} THEN {c.total}" for c in world.clocks)
    total = f"CASE r.clock{totals} END" if totals else "0"
    if len(world.clocks) == 1:
        total = str(world.clocks[0].total)
    held, edition = "visits", "0"
    created = ""
    if not world.one_edition:
        edition = world.edition.format(created="created_s", at="entered")
        created = (
            " JOIN (SELECT deal AS created_deal, created_s FROM"
            f" {world.known} AS known) AS c ON created_deal = visits.deal"
        )
        held = f"(SELECT visits.*, {edition} AS edition FROM visits{created})"
    joined = "r.stage = v.stage" + (
        "" if world.one_edition else " AND r.edition = v.edition"
    )
    return f"""
measured AS (
  SELECT v.*, {", ".join(f"r.{name}" for name in columns)},
    CASE WHEN v.left_s IS NULL THEN {world.now} ELSE v.left_s END AS end_s,
    {_by_clock(world, "v.x{0}")} AS x, {y} AS y, {total} AS total
  FROM {held} AS v JOIN {rules} AS r ON {joined}
)"""
