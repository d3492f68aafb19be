"""What is said of escalations, as rules for SQL (10 of the page on evaluation)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import Mark, mark_of
from salesreg.evaluate.cases.escalations import ends, role_of
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import Clock, Clocks, spread, term_of
from salesreg.model.control import Escalation
from salesreg.values.event import StageEntered, StageLeft

Row = tuple[object, ...]
_LIMITS = ("limit_work", "limit_plain", "limit_dates")
LEVEL_COLUMNS = ("rule", "cite", "escalation", "level", "told", *_LIMITS)
"""The columns of the table of levels."""


@frozen(eq=False)
class EscalationRules:
    """What is said of escalations; stages, editions, cites and clocks are numbers.

    Attributes:
        clocks: The clocks.
        marks: What may happen, with its number.
        rules: Number, edition, clock, what starts it, and the stage whose entry does.
        stops: Numbers of rules and of what ends them, and whether it may do so at the
            very second of the trigger.
        levels: Rows of `LEVEL_COLUMNS`.
    """

    clocks: Clocks
    marks: dict[Mark, int] = field(factory=dict[Mark, int])
    rules: list[Row] = field(factory=list[Row])
    stops: dict[tuple[int, int], int] = field(factory=dict[tuple[int, int], int])
    levels: list[Row] = field(factory=list[Row])

    def mark(self, mark: Mark) -> int:
        """Return the number of what may happen."""
        return self.marks.setdefault(mark, len(self.marks))


def escalations_of(ground: Ground) -> EscalationRules:
    """Compile the escalations of a regulation.

    Raises:
        NotCompiled: A term cannot be reckoned in SQL.
    """
    rules = EscalationRules(ground.clocks())
    for number, edition in enumerate(ground.editions.all):
        for place, escalation in enumerate(edition.regulation.escalations):
            calendar = edition.calendar(role_of(edition, escalation))
            if calendar is None or escalation.trigger is None or not ends(escalation):
                continue
            if edition.lacks("events"):
                continue
            trigger = mark_of(escalation.trigger)
            if trigger is not None:
                _add(rules, ground, number, place, trigger, rules.clocks.of(calendar))
    return rules


def _add(
    rules: EscalationRules,
    ground: Ground,
    number: int,
    place: int,
    trigger: Mark,
    clock: Clock,
) -> None:
    edition = ground.editions.all[number]
    escalation = edition.regulation.escalations[place]
    rule, itself = len(rules.rules), None
    if isinstance(escalation.trigger, StageEntered):
        itself = ground.stages.get(escalation.trigger.stage)
    start = rules.mark(trigger)
    rules.rules.append((rule, number, clock.number, start, itself))
    for mark, at_once in _stops(edition, escalation):
        stop = rules.mark(mark)
        rules.stops[rule, stop] = max(int(at_once), rules.stops.get((rule, stop), 0))
    for index, level in enumerate(escalation.levels):
        limit = term_of(rules.clocks, clock, level.after)
        if limit is not None:
            path = pointer("escalations", place, "levels", index)
            cite = ground.cites.number(edition, path)
            known = (rule, cite, escalation.key, index + 1, level.to)
            rules.levels.append((*known, *spread(limit)))


def pausing(ground: Ground) -> bool:
    """Tell whether some level waits for working time, which pauses stop."""
    return any(
        level.after is not None and level.after.working
        for edition in ground.editions.all
        for escalation in edition.regulation.escalations
        for level in escalation.levels
    )


def _stops(edition: Edition, escalation: Escalation) -> Iterator[tuple[Mark, bool]]:
    """Yield what ends it, and whether it may at the very second of the trigger."""
    trigger = escalation.trigger
    for event in escalation.stops:
        if (mark := mark_of(event)) is not None:
            yield mark, event != trigger
    if escalation.stage is None or escalation.stage not in edition.stages:
        return
    _, stage = edition.stages[escalation.stage]
    for deadline in stage.deadlines:
        for event in deadline.stops if deadline.trigger == trigger else ():
            mark = mark_of(event)
            if event not in deadline.does_not_stop and mark is not None:
                yield mark, event != trigger
    left = isinstance(trigger, StageLeft) and trigger.stage == stage.key
    yield ("left", stage.key, None), not left


def keep_escalations(ground: Ground, rules: EscalationRules) -> None:
    """Put the escalations into the engine, and at which stages deals are lost."""
    columns = ints("rule", "edition", "clock", "trigger_mark", "itself")
    ground.keep("escalations", columns, rules.rules, ("rule",))
    stops = ((*both, at_once) for both, at_once in rules.stops.items())
    columns = ints("rule", "mark", "at_once")
    ground.keep("escalation_stops", columns, stops, ("rule", "mark"))
    named: dict[str, Kind] = {**ints(*LEVEL_COLUMNS)}
    named |= {"escalation": "text", "told": "text"}
    ground.keep("escalation_levels", named, rules.levels, ("rule", "level"))
    ground.keep_lost()
