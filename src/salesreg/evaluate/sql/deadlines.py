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
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import (
    Cites,
    Clocks,
    NotCompiled,
    Stages,
    Term,
    spread,
)
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
        *spread(rule.limit, rule.target),
    )


@frozen(eq=False)
class Deadlines:
    """The deadlines of a regulation.

    Attributes:
        rules: The deadlines.
        marks: What may happen, with its number.
        cutoffs: The clock and the time of each list of cutoffs.
    """

    rules: tuple[DeadlineRule, ...]
    marks: Mapping[Mark, int]
    cutoffs: tuple[tuple[int, ClockTime], ...]


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
            if calendar is None or edition.lacks("events") or not is_judged(deadline):
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
    return Deadlines(tuple(rules), marks, tuple(cutoffs))


def keep_deadlines(ground: Ground, found: Deadlines, clocks: Clocks) -> None:
    """Put the deadlines into the engine, and at which stages deals are lost."""
    rows = (rule_row(number, rule) for number, rule in enumerate(found.rules))
    ground.keep("deadlines", ints(*RULE_COLUMNS), rows, ("rule",))
    stops = (
        (number, mark, int(at_once))
        for number, rule in enumerate(found.rules)
        for mark, at_once in rule.stops
    )
    columns = ints("rule", "mark", "at_once")
    ground.keep("stops", columns, stops, ("rule", "mark"))
    ground.keep_lost()
    cuts = (
        (number, *row)
        for number, (clock, time) in enumerate(found.cutoffs)
        for row in clocks.cut(clocks.known[clock], time)
    )
    columns = ints("list", "date", "open_s", "cut_s", "next_s")
    ground.keep("cutoffs", columns, cuts, ("list", "date"))
