"""Deadlines as SQL (rules 4 of the page on evaluation).

Deals that were ever at a stage where deals are paused are left to the evaluator in
Python, because a pause moves what is due; the rest needs joins by equality only.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from salesreg.evaluate.case import Mark, mark_of
from salesreg.evaluate.cases.clock import DATED
from salesreg.evaluate.cases.deadlines import is_judged, sites
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.sql import clock as on
from salesreg.evaluate.sql.conditions import quoted
from salesreg.evaluate.sql.rules import (
    Cites,
    Clocks,
    NotCompiled,
    Stages,
    Term,
)
from salesreg.evaluate.sql.visits import (
    World,
    due_parts,
    entries,
    owned,
    owners,
    visits,
)
from salesreg.evaluate.worktables import DAY
from salesreg.values.deadline import BeforeStage
from salesreg.values.event import DealCreated, StageEntered, StageLeft
from salesreg.values.times import ClockTime


@frozen
class DeadlineRule:
    """What a deadline asks.

    Attributes:
        cite: Number of what is cited.
        edition: Number of the edition.
        clock: Number of the clock.
        trigger: Number of what starts the clock.
        stops: Numbers of what stops it, each with whether it may do so at the very
            second of the trigger.
        stage: Number of the stage at which a trigger counts; None: anywhere.
        itself: Number of the lost stage whose entry is the trigger.
        before: Number of the entry before which it must be done, instead of a limit.
        limit: The limit.
        target: The earlier goal.
        cutoff: Number of the list of cutoffs.
        waits: Whether the clock waits for the next opening.
    """

    cite: int
    edition: int
    clock: int
    trigger: int
    stops: tuple[tuple[int, bool], ...]
    stage: int | None
    itself: int | None
    before: int | None
    limit: Term | None
    target: Term | None
    cutoff: int | None
    waits: bool


_TERMS = ("limit_work", "limit_plain", "limit_dates", "target_work", "target_plain")
_ASKED = ("trigger_mark", "at_stage", "itself", "before_mark", "cutoff", "waits")
RULE_COLUMNS = ("rule", "cite", "edition", "clock", *_ASKED, *_TERMS, "target_dates")


def rule_row(number: int, rule: DeadlineRule) -> tuple[object, ...]:
    """Return a rule as a row of the table of rules."""
    terms = [
        term.amount if term is not None and term.kind == kind else None
        for term in (rule.limit, rule.target)
        for kind in ("working", "plain", "dates")
    ]
    return (
        number,
        rule.cite,
        rule.edition,
        rule.clock,
        rule.trigger,
        rule.stage,
        rule.itself,
        rule.before,
        rule.cutoff,
        int(rule.waits),
        *terms,
    )


@frozen(eq=False)
class Deadlines:
    """The deadlines of a regulation.

    Attributes:
        rules: The deadlines.
        marks: What may happen, with its number.
        cutoffs: The clock and the time of each list of cutoffs.
        paused: Keys of stages where deals are paused.
    """

    rules: tuple[DeadlineRule, ...]
    marks: Mapping[Mark, int]
    cutoffs: tuple[tuple[int, ClockTime], ...]
    paused: tuple[str, ...]

    @property
    def left_to_python(self) -> str | None:
        """The condition on `deal` for deals that SQL leaves out; None for none."""
        if not self.paused:
            return None
        keys = ", ".join(map(quoted, self.paused))
        return (
            "deal IN (SELECT deal FROM salesreg_events WHERE kind = 'stage' AND"
            f" subject IN ({keys}))"
        )


def deadlines_of(
    editions: Editions, stages: Stages, clocks: Clocks, cites: Cites
) -> Deadlines:
    """Compile the deadlines of a regulation.

    Raises:
        NotCompiled: One of them cannot be reckoned in SQL.
    """
    marks: dict[Mark, int] = {}
    cutoffs: list[tuple[int, ClockTime]] = []
    rules: list[DeadlineRule] = []
    for number, edition in enumerate(editions.all):
        for site in sites(edition):
            calendar, deadline = edition.calendar(site.role), site.deadline
            if calendar is None or not is_judged(deadline):
                continue
            trigger = mark_of(deadline.trigger)
            if trigger is None:
                raise NotCompiled
            before = None
            if isinstance(deadline.limit, BeforeStage):
                entry = ("entered", deadline.limit.stage, None)
                before = marks.setdefault(entry, len(marks))
            clock = clocks.of(calendar)
            goal = deadline.target
            cutoff = None
            if deadline.cutoff is not None:
                if clock.at_night:
                    raise NotCompiled
                key = (clock.number, deadline.cutoff)
                if key not in cutoffs:
                    cutoffs.append(key)
                cutoff = cutoffs.index(key)
            anywhere = isinstance(
                deadline.trigger, DealCreated | StageEntered | StageLeft
            )
            itself = None
            if isinstance(deadline.trigger, StageEntered):
                itself = stages.get(deadline.trigger.stage)
            stops = [
                (marks.setdefault(mark, len(marks)), event != deadline.trigger)
                for event in deadline.stops
                if event not in deadline.does_not_stop
                and (mark := mark_of(event)) is not None
            ]
            rules.append(
                DeadlineRule(
                    cite=cites.number(edition, site.pointer),
                    edition=number,
                    clock=clock.number,
                    trigger=marks.setdefault(trigger, len(marks)),
                    stops=tuple(dict.fromkeys(stops)),
                    stage=None if anywhere or not site.stage else stages[site.stage],
                    itself=itself,
                    before=before,
                    limit=clocks.term(clock, deadline.limit)
                    if before is None
                    else None,
                    target=clocks.term(clock, goal)
                    if goal is not None and goal.kind in DATED
                    else None,
                    cutoff=cutoff,
                    waits=deadline.after_hours == "next_opening",
                )
            )
    paused = {
        key
        for edition in editions.all
        for key, (_, stage) in edition.stages.items()
        if stage.kind == "paused"
    }
    return Deadlines(tuple(rules), marks, tuple(cutoffs), tuple(sorted(paused)))


def _happened(marks: Mapping[Mark, int], now: int) -> str:
    """Return the query for what happened: deal, number of the mark, moment."""
    parts: list[str] = []
    for (kind, subject, state), number in marks.items():
        name = quoted(subject or "")
        where = f"kind = {quoted(kind)} AND at_s <= {now}"
        match kind:
            case "created":
                source = "SELECT deal, created_s AS at_s FROM salesreg_deals"
            case "owner":
                source = "SELECT deal, since_s AS at_s FROM tenures"
            case "entered" | "left":
                at = "entered" if kind == "entered" else "left_s"
                source = (
                    f"SELECT v.deal, v.{at} AS at_s FROM visits AS v JOIN"
                    " salesreg_stage_keys AS k ON k.stage = v.stage WHERE"
                    f" k.stage_key = {name} AND v.{at} IS NOT NULL"
                )
            case "payment":
                is_state = f"state = {quoted(state or '')}"
                source = (
                    "SELECT deal, at_s FROM salesreg_payments WHERE"
                    f" {is_state} AND at_s <= {now} UNION ALL SELECT deal, at_s FROM"
                    f" salesreg_events WHERE {where} AND {is_state}"
                )
            case _:
                is_state = f" AND state = {quoted(state)}" if state else ""
                source = (
                    f"SELECT deal, at_s FROM salesreg_events WHERE {where}"
                    f" AND subject = {name}{is_state}"
                )
        parts.append(
            f"SELECT deal, {number} AS mark, at_s FROM ({source}) AS m{number}"
        )
    return " UNION ".join(parts)


def deadline_rows(world: World, found: Deadlines) -> str:
    """Return the query for the rows of `deadlines`."""
    edition, created = "", ""
    lost_edition = ""
    if not world.one_edition:
        created = " JOIN salesreg_deals AS c ON c.deal = h.deal"
        held = world.edition.format(created="c.created_s", at="h.at_s")
        edition = f" AND r.edition = {held}"
        held = world.edition.format(created="c.created_s", at="v.entered")
        lost_edition = f" AND l.edition = {held}"
    lost_join = (
        " JOIN salesreg_deals AS c ON c.deal = v.deal" if not world.one_edition else ""
    )
    left_out = found.left_to_python
    kept = f" AND NOT h.{left_out}" if left_out else ""
    known = "JOIN salesreg_deals AS d ON d.deal = h.deal"
    day_joins = "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS g{c.number} ON t.clock = {c.number}"
        f" AND g{c.number}.day = FLOOR_DIV(t.at_s, {DAY})"
        f" AND t.at_s >= {c.tables.opens}"
        f" AND t.at_s < {c.tables.closes}"
        for c in world.clocks
        if c.tables is not None
    )
    opening = _cases(world, "t.clock", "g", on.next_opening, "t.at_s")
    wall = _cases(world, "t.clock", "g", on.wall_date, "t.at_s")
    tick_start = _ticks(world, "s", "start_s")
    ticks_end = _ticks(world, "e", "end_s")
    ticks_due = _ticks(world, "z", "due_s")
    due, due_joins = due_parts(world)
    return f"""WITH{owners(world)},{entries(world)},{visits(world)},
happened AS ({_happened(found.marks, world.now)}),
triggered AS (
  SELECT h.deal, h.at_s, r.* FROM happened AS h {known}{created}
  JOIN salesreg_deadlines AS r ON r.trigger_mark = h.mark{edition}
  LEFT JOIN visits AS v ON r.at_stage IS NOT NULL AND v.deal = h.deal
    AND v.stage = r.at_stage AND v.entered <= h.at_s
    AND (v.left_s IS NULL OR h.at_s < v.left_s)
  WHERE (r.at_stage IS NULL OR v.deal IS NOT NULL){kept}
),
answered AS (
  SELECT t.deal, t.rule, t.at_s, MIN(h.at_s) AS answered_s
  FROM triggered AS t JOIN salesreg_stops AS p ON p.rule = t.rule
  JOIN happened AS h ON h.deal = t.deal AND h.mark = p.mark
  WHERE h.at_s > t.at_s OR (h.at_s = t.at_s AND p.at_once = 1)
  GROUP BY t.deal, t.rule, t.at_s
),
before AS (
  SELECT t.deal, t.rule, t.at_s, MIN(h.at_s) AS before_s FROM triggered AS t
  JOIN happened AS h ON h.deal = t.deal AND h.mark = t.before_mark
  WHERE h.at_s >= t.at_s GROUP BY t.deal, t.rule, t.at_s
),
losses AS (
  SELECT v.deal, v.stage, v.entered FROM visits AS v{lost_join}
  JOIN salesreg_lost AS l ON l.stage = v.stage{lost_edition}
),
lost AS (
  SELECT t.deal, t.rule, t.at_s, MIN(l.entered) AS lost_s
  FROM triggered AS t JOIN losses AS l ON l.deal = t.deal
  WHERE l.entered > t.at_s OR (l.entered = t.at_s
    AND (t.itself IS NULL OR t.itself <> l.stage))
  GROUP BY t.deal, t.rule, t.at_s
),
opened AS (
  SELECT t.*, {opening} AS opening_s, {wall} AS at_wall FROM triggered AS t{day_joins}
),
begun AS (
  SELECT o.*, CASE WHEN o.cutoff IS NOT NULL AND o.at_s < k.open_s THEN k.open_s
    WHEN o.cutoff IS NOT NULL AND o.at_s > k.cut_s THEN k.next_s
    WHEN o.waits = 1 THEN o.opening_s ELSE o.at_s END AS begin_s
  FROM opened AS o
  LEFT JOIN salesreg_cutoffs AS k ON k.list = o.cutoff AND k.date = o.at_wall
),
ended AS (
  SELECT b.*, COALESCE(b.begin_s, b.at_s) AS start_s,
    CASE WHEN l.lost_s < a.answered_s THEN NULL ELSE a.answered_s END AS answered_s,
    l.lost_s, e.before_s,
    CASE WHEN l.lost_s < a.answered_s THEN l.lost_s
      ELSE COALESCE(a.answered_s, l.lost_s, {world.now}) END AS end_s
  FROM begun AS b
  LEFT JOIN answered AS a ON a.deal = b.deal AND a.rule = b.rule AND a.at_s = b.at_s
  LEFT JOIN lost AS l ON l.deal = b.deal AND l.rule = b.rule AND l.at_s = b.at_s
  LEFT JOIN before AS e ON e.deal = b.deal AND e.rule = b.rule AND e.at_s = b.at_s
),
started AS ({tick_start.format(source="ended", name="x")}),
timed AS ({ticks_end.format(source="started", name="y")}),
m AS (SELECT n.*, n.start_s AS entered, {_totals(world)} AS total,
  {_cases(world, "n.clock", "w", on.wall_date, "n.start_s")} AS wall
  FROM timed AS n{_days(world, "n", "w", "n.start_s")}),
fallen AS (SELECT m.*, {due} FROM m{due_joins}),
cleared AS (
  SELECT f.deal, f.rule, f.cite, f.clock, f.at_s, f.start_s, f.answered_s, f.lost_s,
    f.end_s, f.x, f.y, f.before_mark,
    CASE WHEN f.before_mark IS NOT NULL THEN f.before_s
      WHEN f.begin_s IS NULL THEN NULL ELSE f.due_s END AS due_s,
    CASE WHEN f.begin_s IS NULL THEN NULL ELSE f.goal_s END AS goal_s
  FROM fallen AS f
),
behind AS ({ticks_due.format(source="cleared", name="z")})
SELECT cite, behind.deal AS deal, tenures.owner AS person, at_s, start_s, goal_s, due_s,
  answered_s, end_s,
  CASE WHEN due_s IS NULL AND before_mark IS NULL THEN 'unknown'
    WHEN answered_s IS NOT NULL THEN CASE WHEN end_s > due_s THEN 'late' ELSE 'met' END
    WHEN lost_s IS NOT NULL
      THEN CASE WHEN end_s > due_s THEN 'missed' ELSE 'lapsed' END
    WHEN end_s > due_s THEN 'overdue' ELSE 'pending' END AS status,
  CASE WHEN end_s > due_s THEN 1 ELSE 0 END AS breached,
  CASE WHEN goal_s IS NULL THEN NULL WHEN end_s > goal_s THEN 1 ELSE 0 END
    AS target_missed,
  CASE WHEN end_s <= start_s THEN 0 ELSE FLOOR_DIV(y, 2) - FLOOR_DIV(x, 2) END
    AS seconds,
  0 AS paused_seconds,
  CASE WHEN due_s IS NULL AND before_mark IS NULL THEN NULL
    WHEN due_s IS NULL OR end_s <= due_s THEN 0
    ELSE FLOOR_DIV(y, 2) - FLOOR_DIV(z, 2) END AS late_seconds
FROM behind {owned("behind.at_s", "behind.deal")}"""


def _cases(world: World, clock: str, alias: str, form: object, moment: str) -> str:
    """Return an expression over the days of whichever clock counts."""
    cases = "".join(
        f" WHEN {c.number} THEN CASE WHEN {alias}{c.number}.day IS NOT NULL THEN"
        f" {form(c.tables, moment, f'{alias}{c.number}')} END"  # type: ignore[operator]
        for c in world.clocks
        if c.tables is not None
    )
    return f"CASE {clock}{cases} END" if cases else "CAST(NULL AS BIGINT)"


def _days(world: World, source: str, alias: str, moment: str) -> str:
    return "".join(
        f" LEFT JOIN salesreg_days_{c.number} AS {alias}{c.number} ON"
        f" {alias}{c.number}.day = FLOOR_DIV({moment}, {DAY})"
        f" AND {source}.clock = {c.number} AND {moment} >= {c.tables.opens}"
        f" AND {moment} < {c.tables.closes}"
        for c in world.clocks
        if c.tables is not None
    )


def _ticks(world: World, alias: str, column: str) -> str:
    """Return the query that adds the tick of a moment as `{name}` to `{source}`."""
    moment = f"q.{column}"
    ticks = _cases(world, "q.clock", alias, on.tick, moment)
    return (
        f"SELECT q.*, {ticks} AS {{name}} FROM {{source}} AS q"
        f"{_days(world, 'q', alias, moment)}"
    )


def _totals(world: World) -> str:
    totals = "".join(f" WHEN {c.number} THEN {c.total}" for c in world.clocks)
    return f"CASE n.clock{totals} END" if totals else "0"
