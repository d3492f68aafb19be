"""What is said of owners who do nothing, as rules for SQL (rules 9)."""

from __future__ import annotations

from attrs import field, frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import Mark, mark_of
from salesreg.evaluate.cases.asking import unanswered
from salesreg.evaluate.cases.tenures import ungiven
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.sql.conditions import condition, quoted
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import (
    Clock,
    Clocks,
    NotCompiled,
    Term,
    spread,
    term_of,
)
from salesreg.values.facts import fields as fields_of

Row = tuple[object, ...]
_TERMS = ("limit_work", "limit_plain", "limit_dates")
_GRACES = ("target_work", "target_plain", "target_dates")
COLUMNS = ("clock", "mark", *_TERMS, *_GRACES)
"""What of a rule goes along with each tenure; the grace is the target."""


@frozen(eq=False)
class OwnershipRules:
    """What is said of owners; editions, rules, cites and clocks are numbers.

    Attributes:
        clocks: The clocks.
        rows: Rule, cite, edition, the clock of most roles, `COLUMNS`, its key and where
            the client goes; once for each clock that may count.
        roles: Edition, role and clock, where a role has a clock of its own.
        conditions: For the number of a rule, the expression that picks its deals.
        marks: What starts a clock again, with its number.
        asked: Keys of the fields that conditions ask for.
        graces: The times to finish that some rule leaves.
    """

    clocks: Clocks
    rows: list[Row] = field(factory=list[Row])
    roles: list[Row] = field(factory=list[Row])
    conditions: dict[int, str] = field(factory=dict[int, str])
    marks: dict[Mark, int] = field(factory=dict[Mark, int])
    asked: set[str] = field(factory=set[str])
    graces: list[Term] = field(factory=list[Term])

    def left_to_python(self, written: frozenset[str]) -> str | None:
        """Return the condition on `deal` for deals whose facts change; None for none.

        Args:
            written: Keys of the fields that events write into.
        """
        keys = sorted(self.asked & written)
        if not keys:
            return None
        return (
            "deal IN (SELECT deal FROM salesreg_events WHERE kind = 'field' AND"
            f" subject IN ({', '.join(map(quoted, keys))}))"
        )


def ownership_of(ground: Ground) -> OwnershipRules:
    """Compile what a regulation says of owners who do nothing.

    Raises:
        NotCompiled: A term or a condition cannot be said in SQL.
    """
    rules = OwnershipRules(ground.clocks())
    number = 0
    for place, edition in enumerate(ground.editions.all):
        usual, others = _clocks(rules.clocks, edition)
        rules.roles.extend((place, role, one.number) for role, one in others.items())
        for index, rule in enumerate(edition.regulation.ownership):
            if usual is None or rule.window is None or rule.without is None:
                continue
            if ungiven(edition) or unanswered(edition, rule.when):
                continue
            if rule.when is not None:
                fields, there = ground.editions.fields, ground.deal_columns
                rules.conditions[number] = condition(rule.when, fields, there, "h")
                rules.asked.update(fields_of(rule.when))
            cite = ground.cites.number(edition, pointer("ownership", index))
            event = mark_of(rule.without)
            mark = None
            if event is not None:
                mark = rules.marks.setdefault(event, len(rules.marks))
            known = (number, cite, place, usual.number)
            for clock in dict.fromkeys((usual, *others.values())):
                window = term_of(rules.clocks, clock, rule.window)
                grace = term_of(rules.clocks, clock, rule.grace)
                rules.graces.extend(() if grace is None else (grace,))
                terms = (clock.number, mark, *spread(window, grace))
                rules.rows.append((*known, *terms, rule.key, rule.then))
            number += 1
    seen = ground.seen
    every_day = len(seen.days) == seen.last_day - seen.first_day + 1
    # A time to finish begins on any day, not only when something happened.
    if not every_day and any(grace.kind == "dates" for grace in rules.graces):
        raise NotCompiled
    return rules


def _clocks(clocks: Clocks, edition: Edition) -> tuple[Clock | None, dict[str, Clock]]:
    """Return the clock of most roles, and the roles that have another one."""
    calendar = edition.calendar(None)
    if calendar is None:
        return None, {}
    usual = clocks.of(calendar)
    roles = {role for one in edition.regulation.calendars for role in one.roles}
    own = {
        role: clocks.of(found)
        for role in sorted(roles)
        if (found := edition.calendar(role)) is not None
    }
    return usual, {role: clock for role, clock in own.items() if clock is not usual}


def keep_ownership(ground: Ground, rules: OwnershipRules) -> None:
    """Put what is said of owners into the engine."""
    columns: dict[str, Kind] = {
        **ints("rule", "cite", "edition", "usual", *COLUMNS),
        "rule_key": "text",
        "then_to": "text",
    }
    ground.keep("ownership", columns, rules.rows, ("rule", "clock"))
    columns = {"edition": "int", "role": "text", "clock": "int"}
    ground.keep("role_clocks", columns, rules.roles, ("edition", "role"))
    ground.keep_lost()
