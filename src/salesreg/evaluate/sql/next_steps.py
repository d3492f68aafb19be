"""What is said of next steps, as rules for SQL (rules 8 of the page on evaluation).

Today is one date, and there are not many texts that events wrote into one field, nor
past dates. So what each of them means is told in Python once, and SQL looks it up.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from attrs import field, frozen

from salesreg.errors import InvalidValue
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.next_steps import (
    PATH,
    day_after,
    day_of,
    furthest_of,
    rule_at,
)
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.facts import read
from salesreg.evaluate.reading.records import moment
from salesreg.evaluate.sql.conditions import quoted
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground, ints, place_in
from salesreg.evaluate.sql.rules import (
    Clock,
    Clocks,
    date_of,
    seconds_of,
    spread,
    term_of,
)
from salesreg.evaluate.worktables import day_number
from salesreg.model.ownership import NextStep
from salesreg.values.times import Duration

Row = tuple[object, ...]
_LIMITS = ("limit_work", "limit_plain", "limit_dates")
COLUMNS = ("cite", "clock", "field", "furthest", "past", *_LIMITS, "moved_to")
"""The columns of the table of rules behind those of the edition and the stage."""


@frozen(eq=False)
class StepRules:
    """What is said of next steps; stages, editions, cites and clocks are numbers.

    Attributes:
        clocks: The clocks.
        rows: Edition, stage and `COLUMNS` of each rule.
        fields: Keys of the fields that hold the date, by number.
        pasts: For each list of past dates, the clock and the time after which a deal
            without a step moves on.
    """

    clocks: Clocks
    rows: list[Row] = field(factory=list[Row])
    fields: list[str] = field(factory=list[str])
    pasts: list[tuple[Clock | None, Duration | None]] = field(
        factory=list[tuple[Clock | None, Duration | None]]
    )


def steps_of(ground: Ground) -> StepRules:
    """Compile what a regulation says of next steps.

    Raises:
        NotCompiled: A term cannot be reckoned in SQL.
    """
    rules = StepRules(ground.clocks())
    for number, edition in enumerate(ground.editions.all):
        for key in edition.stages:
            rule = rule_at(edition, key)
            if rule is not None:
                known = (number, ground.stages[key], ground.cites.number(edition, PATH))
                rules.rows.append((*known, *_said(rules, ground, edition, key, rule)))
    return rules


def _said(
    rules: StepRules, ground: Ground, edition: Edition, key: str, rule: NextStep
) -> Row:
    calendar = edition.calendar(edition.stages[key][1].owner)
    clock = None if calendar is None else rules.clocks.of(calendar)
    today = ground.editions.date(moment(ground.now))
    within = rule.within
    last = None if within is None else furthest_of(within, today, edition, key)
    limit = None if clock is None else term_of(rules.clocks, clock, rule.after)
    return (
        None if clock is None else clock.number,
        place_in(rules.fields, rule.field or ""),
        None if last is None else day_number(last),
        place_in(rules.pasts, (clock, rule.after)),
        *spread(limit),
        rule.otherwise,
    )


def column_of(ground: Ground, key: str) -> str | None:
    """Return the column of deals that holds the dates of a field, if there is one."""
    fields = ground.editions.fields
    if key not in fields or fields[key].type != "date":
        return None
    name = f"f{list(fields).index(key)}"
    return name if name in ground.deal_columns else None


def keep_steps(ground: Ground, rules: StepRules) -> None:
    """Put what is said of next steps into the engine."""
    columns: dict[str, Kind] = {
        **ints("edition", "stage", *COLUMNS),
        "moved_to": "text",
    }
    ground.keep("next_steps", columns, rules.rows, ("edition", "stage"))
    states = list(_states(ground, rules))
    named: dict[str, Kind] = {"field_key": "text", "state": "text"}
    columns = {**named, **ints("field", "place", "date")}
    ground.keep("next_states", columns, states, ("field_key", "state"))
    today = day_number(ground.editions.date(moment(ground.now)))
    days = {day for *_, day in states if isinstance(day, int) and day < today}
    for name in filter(None, (column_of(ground, key) for key in rules.fields)):
        query = f"SELECT DISTINCT {name} FROM salesreg_deals WHERE {name} < {today}"
        days.update(int(day) for (day,) in ground.loaded.engine.rows(query))
    columns = ints("list", "date", "since_s", "due_s")
    rows = _pasts(ground, rules, sorted(days))
    ground.keep("next_pasts", columns, rows, ("list", "date"))


def _states(ground: Ground, rules: StepRules) -> Iterator[Row]:
    """Yield what events wrote into the fields: text, field, order, date.

    What cannot be read is not looked at, and so it is left out.
    """
    for number, key in enumerate(rules.fields):
        if key not in ground.seen.written:
            continue
        query = (
            "SELECT DISTINCT state FROM salesreg_events WHERE kind = 'field' AND"
            f" subject = {quoted(key)}"
        )
        found = (state for (state,) in ground.loaded.engine.rows(query))
        item, currency = ground.editions.fields.get(key), ground.editions.currency
        for place, state in enumerate(sorted({state or "" for state in found})):
            with suppress(InvalidValue):
                day = day_of(read(item, state, currency))
                yield (
                    key,
                    state,
                    number,
                    place,
                    None if day is None else day_number(day),
                )


def _pasts(ground: Ground, rules: StepRules, days: list[int]) -> Iterator[Row]:
    """Yield of each past date since when there is no step, and when the deal moves."""
    for number, (clock, term) in enumerate(rules.pasts):
        for day in days:
            since, due = day_after(date_of(day), ground.editions.zone), None
            if clock is not None and term is not None:
                due = after(term, since, clock.calendar)
            yield (
                number,
                day,
                seconds_of(since),
                None if due is None else seconds_of(due),
            )
