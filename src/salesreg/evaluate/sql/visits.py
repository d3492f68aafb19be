"""Visits to stages against their norms, as SQL (rules 5 of the page on evaluation)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.rules import Clock, Term
from salesreg.evaluate.worktables import DAY


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
    terms = [
        term.amount if term is not None and term.kind == kind else None
        for term in (rule.limit, rule.target)
        for kind in ("working", "plain", "dates")
    ]
    return (rule.edition, rule.stage, rule.cite, rule.clock, judged, *terms)


@frozen
class World:
    """What the SQL of one evaluation is written for.

    Attributes:
        clocks: The clocks.
        now: The moment of evaluation, in seconds.
        edition: Expression of the number of the edition for a deal that was created
            at `{created}`, at a moment `{at}`; a number when one holds for all.
        owners: Whether events tell who owns a deal.
        deals: Whether the deals were given.
        sequences: Whether events have an order of their own within a second.
        base: A number above that of each stage.
        turns: How often the date on the wall changes within a day of UTC at most.
        bucket: Condition that picks the deals of a bucket, on a column `deal`.
    """

    clocks: Sequence[Clock]
    now: int
    edition: str = "0"
    owners: bool = False
    deals: bool = False
    sequences: bool = False
    base: int = 1
    turns: int = 0
    bucket: str = ""

    @property
    def one_edition(self) -> bool:
        """Whether one edition holds for everything."""
        return self.edition == "0"

    @property
    def order(self) -> str:
        """What events of a deal are sorted by, for one kind of them."""
        return "at_s, seq" if self.sequences else "at_s"

    def events(self, kind: str) -> str:
        """Return the condition for events of a kind that are looked at."""
        chosen = f" AND {self.bucket}" if self.bucket else ""
        return f"kind = '{kind}' AND at_s <= {self.now}{chosen}"


def owners(world: World) -> str:
    """Return the tables of tenures: `tenures`, of who owned a deal since when.

    An event that names the present owner changes nothing; a deal without events of
    owners has the owner of its row from its creation on.
    """
    parts: list[str] = []
    before = ""
    if world.owners:
        order = f"{world.order}, subject, state, actor"
        before = f"""
owner_events AS (
  SELECT deal, at_s, subject, LAG(subject) OVER (PARTITION BY deal ORDER BY {order})
    AS prior, {", seq" if world.sequences else "0 AS seq"}, state, actor
  FROM salesreg_events WHERE {world.events("owner")} AND subject IS NOT NULL
),""".replace(", ,", ",")
        parts.append(
            f"SELECT deal, subject AS owner, at_s AS since_s, LEAD(at_s) OVER"
            f" (PARTITION BY deal ORDER BY {order}) AS until_s, actor"
            f" FROM owner_events WHERE prior IS NULL OR prior <> subject"
        )
    if world.deals:
        silent = (
            " AND deal NOT IN (SELECT deal FROM owner_events)" if world.owners else ""
        )
        parts.append(
            "SELECT deal, owner, created_s AS since_s, CAST(NULL AS BIGINT) AS until_s,"
            f" CAST(NULL AS VARCHAR) AS actor FROM salesreg_deals"
            f" WHERE owner IS NOT NULL{silent}"
        )
    if not parts:
        parts.append(
            "SELECT deal, subject AS owner, at_s AS since_s, at_s AS until_s, actor"
            " FROM salesreg_events WHERE 1 = 0"
        )
    return f"{before}\ntenures AS (\n  {' UNION ALL '.join(parts)}\n)"


def owned(at: str, deal: str) -> str:
    """Return the join to the tenure in which a deal was at a moment."""
    return (
        f"LEFT JOIN tenures ON tenures.deal = {deal} AND tenures.since_s <= {at}"
        f" AND (tenures.until_s IS NULL OR {at} < tenures.until_s)"
    )


def entries(world: World, *, repeats: bool = True, acted: bool = False) -> str:
    """Return the table of entries into stages, each with its ticks: `entries`.

    Args:
        world: What the SQL is for.
        repeats: Whether events may name the stage that a deal is at, which change
            nothing and are left out here.
        acted: Whether it is told who moved the deal.
    """
    seq = ", e.seq" if world.sequences else ""
    actor = ", e.actor, e.state" if acted else ""
    known = (
        " JOIN (SELECT DISTINCT deal AS known FROM salesreg_deals) AS there"
        " ON known = e.deal"
        if world.deals
        else ""
    )
    order = f"{world.order}, stage" + (", state, actor" if acted else "")
    moved = f"""
stage_events AS (
  SELECT e.deal, e.at_s{seq}, s.stage{actor}
  FROM (SELECT * FROM salesreg_events WHERE {world.events("stage")}) AS e
  JOIN salesreg_stage_keys AS s ON s.stage_key = e.subject{known}
)"""
    source = "stage_events"
    if repeats:
        source = "moved"
        moved += f""",
marked AS (
  SELECT *, LAG(stage) OVER (PARTITION BY deal ORDER BY {order}) AS prior
  FROM stage_events
),
moved AS (SELECT * FROM marked WHERE prior IS NULL OR prior <> stage)"""
    joins = "".join(
        f" LEFT JOIN salesreg_days_{clock.number} AS day{clock.number}"
        f" ON day{clock.number}.day = FLOOR_DIV(m.at_s, {DAY})"
        for clock in world.clocks
        if clock.tables is not None
    )
    # A day that is not known has no row, and `CASE` would give its last branch.
    ticks = "".join(
        f", CASE WHEN day{c.number}.day IS NOT NULL AND m.at_s >= {c.tables.opens}"
        f" AND m.at_s < {c.tables.closes} THEN"
        f" {on.tick(c.tables, 'm.at_s', f'day{c.number}')} END AS x{c.number}"
        if c.tables is not None
        else f", CAST(NULL AS BIGINT) AS x{c.number}"
        for c in world.clocks
    )
    return f"""{moved},
entries AS (SELECT m.*{ticks} FROM {source} AS m{joins})"""


def visits(world: World, *, acted: bool = False) -> str:
    """Return the table of visits: entry, end and the ticks of both: `visits`."""
    over = f"OVER (PARTITION BY deal ORDER BY {world.order}, stage)"
    ends = "".join(
        f", x{c.number}, LEAD(x{c.number}) {over} AS y{c.number}" for c in world.clocks
    )
    actor = ", actor" if acted else ""
    return f"""
visits AS (
  SELECT deal, stage{actor}, at_s AS entered, LEAD(at_s) {over} AS left_s,
    LEAD(stage) {over} AS next_stage, ROW_NUMBER() {over} AS number{ends}
  FROM entries
)"""


def _by_clock(world: World, form: str, clock: str = "r.clock") -> str:
    """Return an expression of the clock that counts; `{0}` is its number."""
    if not world.clocks:
        return "CAST(NULL AS BIGINT)"
    if len(world.clocks) == 1:
        return form.format(0)
    cases = "".join(
        f" WHEN {c.number} THEN {form.format(c.number)}" for c in world.clocks
    )
    return f"CASE {clock}{cases} END"


def measured(world: World) -> str:
    """Return the table of visits with the clock of their stage: `measured`.

    `x` and `y` are the ticks of entry and end, and `total` the working time that is
    known.
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
        y = end(0)
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
            " JOIN (SELECT deal AS created_deal, created_s FROM salesreg_deals) AS c"
            " ON created_deal = visits.deal"
        )
        held = f"(SELECT visits.*, {edition} AS edition FROM visits{created})"
    joined = "r.stage = v.stage" + (
        "" if world.one_edition else " AND r.edition = v.edition"
    )
    return f"""
measured AS (
  SELECT v.*, r.cite, r.clock, r.judged, r.limit_work, r.limit_plain, r.limit_dates,
    r.target_work, r.target_plain, r.target_dates,
    CASE WHEN v.left_s IS NULL THEN {world.now} ELSE v.left_s END AS end_s,
    {_by_clock(world, "v.x{0}")} AS x, {y} AS y, {total} AS total
  FROM {held} AS v JOIN salesreg_stages AS r ON {joined}
)"""


def judged(world: World) -> str:
    """Return the table of visits with the moments due: `judged`."""
    parts, joins = due_parts(world)
    return f"""
judged AS (
  SELECT m.*, {parts} FROM {_walls(world)} AS m {joins}
)"""


def due_parts(world: World) -> tuple[str, str]:
    """Return the columns `due_s` and `goal_s` of a table `m`, and their joins.

    The table has the terms of a limit and a target, the clock and its total, the tick
    of the start as `x`, the start as `entered`, and its date as `wall`.
    """
    parts: list[str] = []
    joins: list[str] = []
    for name in ("limit", "target"):
        works: list[str] = []
        for c in world.clocks:
            if c.tables is None:
                continue
            alias = f"{name[0]}b{c.number}"
            work = f"(FLOOR_DIV(m.x, 2) + m.{name}_work)"
            joins.append(
                f"LEFT JOIN salesreg_blocks_{c.number} AS {alias} ON m.clock ="
                f" {c.number} AND {alias}.block = {on.block_of(c.tables, work)}"
            )
            found = on.moment_of(c.tables, work, alias)
            works.append(f" WHEN {c.number} THEN {found}")
        joins.append(
            f"LEFT JOIN salesreg_dates AS {name[0]}d ON {name[0]}d.list ="
            f" m.{name}_dates AND {name[0]}d.date = m.wall"
        )
        work = f"CASE m.clock{''.join(works)} END" if works else "NULL"
        parts.append(
            f"CASE WHEN m.{name}_work IS NOT NULL THEN CASE WHEN"
            f" FLOOR_DIV(m.x, 2) + m.{name}_work <= m.total THEN {work} END"
            f" WHEN m.{name}_plain IS NOT NULL THEN m.entered + m.{name}_plain"
            f" ELSE {name[0]}d.due_s END AS {'due_s' if name == 'limit' else 'goal_s'}"
        )
    return ", ".join(parts), " " + " ".join(joins)


def visit_rows(world: World) -> str:
    """Return the query for the rows of `visits`."""
    late_joins = "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS z{c.number} ON z{c.number}.day ="
        f" FLOOR_DIV(j.due_s, {DAY}) AND j.clock = {c.number}"
        for c in world.clocks
        if c.tables is not None
    )
    z = "".join(
        f" WHEN {c.number} THEN CASE WHEN j.due_s >= {c.tables.opens} AND j.due_s <"
        f" {c.tables.closes} THEN {on.tick(c.tables, 'j.due_s', f'z{c.number}')} END"
        for c in world.clocks
        if c.tables is not None
    )
    z = f"CASE j.clock{z} END" if z else "CAST(NULL AS BIGINT)"
    parts = (part(world) for part in (owners, entries, visits, measured, judged))
    return f"""WITH{",".join(parts)},
behind AS (SELECT j.*, {z} AS z FROM judged AS j{late_joins})
SELECT cite, behind.deal AS deal, number, k.stage_key AS stage, tenures.owner AS person,
  entered AS entered_at, left_s AS left_at, t.stage_key AS moved_to,
  CASE WHEN clock IS NULL THEN NULL WHEN end_s <= entered THEN 0
    ELSE FLOOR_DIV(y, 2) - FLOOR_DIV(x, 2) END AS seconds,
  goal_s AS target_due, due_s AS due,
  CASE WHEN judged = 0 THEN NULL WHEN due_s IS NULL THEN 'unknown'
    WHEN left_s IS NOT NULL THEN CASE WHEN end_s > due_s THEN 'late' ELSE 'met' END
    WHEN end_s > due_s THEN 'overdue' ELSE 'pending' END AS status,
  CASE WHEN end_s > due_s THEN 1 ELSE 0 END AS breached,
  CASE WHEN goal_s IS NULL THEN NULL WHEN end_s > goal_s THEN 1 ELSE 0 END
    AS target_missed,
  CASE WHEN due_s IS NULL THEN NULL WHEN end_s <= due_s THEN 0
    ELSE FLOOR_DIV(y, 2) - FLOOR_DIV(z, 2) END AS late_seconds
FROM behind
JOIN salesreg_stage_keys AS k ON k.stage = behind.stage
LEFT JOIN salesreg_stage_keys AS t ON t.stage = behind.next_stage
{owned("behind.entered", "behind.deal")}"""


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
    work = "FLOOR_DIV(m.x, 2) + m.limit_work"
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
            " LEFT JOIN salesreg_dates AS d"
            " ON d.list = m.limit_dates AND d.date = m.wall"
        )
        source = f"{_walls(world)} AS m"
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
held AS (
  SELECT m.stage{person}, {breached if chosen else "0"} AS breached, {again} AS again,
    FLOOR_DIV(m.y, 2) - FLOOR_DIV(m.x, 2) AS seconds
  FROM {source}{joins} {tenure}
),
found AS (
  SELECT {by}, COUNT(*) AS visits, CAST(SUM(breached) AS BIGINT) AS breached,
    CAST(SUM(seconds) AS BIGINT) AS seconds, CAST(SUM(again) AS BIGINT) AS again
  FROM held GROUP BY {by}
)
SELECT k.stage_key AS stage{named}, found.visits, found.breached, found.seconds,
  found.again
FROM found JOIN salesreg_stage_keys AS k ON k.stage = found.stage"""


def _packed(world: World, *, timed: bool) -> str:
    """Return the table of visits, with little to sort.

    The next stage and its first tick make one number, which is negative where the
    tick is not known; so do a moment and its stage where events have no other order.
    """
    base = world.base
    order = f"at_s * {base} + stage"
    if world.sequences:
        order = f"at_s, seq * {base} + stage"
    over = f"OVER (PARTITION BY deal ORDER BY {order})"
    first, *others = [f"x{clock.number}" for clock in world.clocks] or [""]
    packed = "stage"
    if first:
        known = f"{first} * {base} + stage"
        packed = f"CASE WHEN {first} IS NULL THEN stage - {base} ELSE {known} END"
    leads = f"LEAD({packed}) {over} AS packed"
    leads += "".join(f", LEAD({x}) {over} AS y{x[1:]}" for x in others)
    if timed:
        leads += f", LEAD(at_s) {over} AS left_s"
    kept = ", ".join(f"x{clock.number}" for clock in world.clocks)
    kept = f", {kept}" if kept else ""
    ends = "".join(f", y{x[1:]}" for x in others)
    left = ", left_s" if timed else ", packed AS left_s"
    y0 = (
        f", CASE WHEN packed >= 0 THEN FLOOR_DIV(packed, {base}) END AS y0"
        if first
        else ""
    )
    return f"""
sorted AS (SELECT deal, stage, at_s AS entered{kept}, {leads} FROM entries),
visits AS (
  SELECT deal, stage, entered{kept}{ends}{left}{y0},
    CASE WHEN packed < 0 THEN packed + {base} ELSE packed % {base} END AS next_stage
  FROM sorted
)"""


def _walls(world: World) -> str:
    """Return visits with the date on the wall of their clock at the entry."""
    known = [c for c in world.clocks if c.tables is not None]
    walls = "".join(
        f" WHEN {c.number} THEN {on.wall_date(c.tables, 'n.entered', f'w{c.number}')}"
        for c in known
        if c.tables is not None
    )
    days = "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS w{c.number} ON w{c.number}.day ="
        f" FLOOR_DIV(n.entered, {DAY}) AND n.clock = {c.number}"
        for c in known
    )
    wall = f"CASE n.clock{walls} END" if walls else "CAST(NULL AS BIGINT)"
    return f"(SELECT n.*, {wall} AS wall FROM measured AS n{days})"
