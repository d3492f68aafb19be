"""Conditions over the fields of a deal, as SQL of two values: true or false.

A field without a value satisfies nothing but `Filled(value=False)` and negations, so
each leaf asks for the value first and never is null.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from salesreg.evaluate.reading.typed import known_currency
from salesreg.evaluate.sql.rules import NotCompiled
from salesreg.evaluate.worktables import day_number
from salesreg.model.process import Field
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import (
    AllOf,
    AnyOf,
    Condition,
    DateBounds,
    Filled,
    Flag,
    Is,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
    Within,
)
from salesreg.values.facts import FIELD_TYPES

MICRO = 1_000_000
_BOUNDS = (
    ("at_least", ">="),
    ("above", ">"),
    ("at_most", "<="),
    ("below", "<"),
    ("equals", "="),
)


def quoted(text: str) -> str:
    """Return a text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def condition(
    rule: Condition, fields: Mapping[str, Field], there: frozenset[str], deal: str
) -> str:
    """Return a condition as SQL.

    Args:
        rule: The condition.
        fields: Fields of a deal, in the order in which their columns are numbered.
        there: The columns of the deals that there are.
        deal: What the deals are called in the query.

    Raises:
        NotCompiled: It looks back from a moment, or a field has another type than it
            asks for: the evaluator in Python tells what is wrong.
    """
    match rule:
        case AllOf() | AnyOf():
            word = " AND " if isinstance(rule, AllOf) else " OR "
            parts = (condition(one, fields, there, deal) for one in rule.of)
            return f"({word.join(parts)})"
        case Not():
            return f"(NOT {condition(rule.of, fields, there, deal)})"
        case Within():
            raise NotCompiled
        case _:
            return _leaf(rule, fields, there, deal)


def is_empty(column: str, item: Field) -> str:
    """Return the condition that a field, which has a column, holds nothing."""
    if item.type != "money":
        return f"({column} IS NULL)"
    # A sum in a currency that does not exist is none.
    known = known_currency(f"{column}_cur")
    return f"({column} IS NULL OR NOT COALESCE({known}, 1 = 0))"


def columns_of(
    keys: Iterable[str], fields: Mapping[str, Field], there: frozenset[str]
) -> list[str]:
    """Return the columns of deals in which some fields are, as far as there are any."""
    order = list(fields)
    names = (f"f{order.index(key)}" for key in sorted(keys) if key in fields)
    both = (column for name in names for column in (name, f"{name}_cur"))
    return [column for column in both if column in there]


def case(number: str, told: Mapping[int, str], otherwise: str) -> str:
    """Return the expression that is told for a number, else another one."""
    cases = "".join(f" WHEN {n} THEN {expression}" for n, expression in told.items())
    return f"CASE {number}{cases} ELSE {otherwise} END" if cases else otherwise


def _leaf(
    rule: Is | Flag | Filled | NumberBounds | MoneyBounds | PercentBounds | DateBounds,
    fields: Mapping[str, Field],
    there: frozenset[str],
    deal: str,
) -> str:
    keys = list(fields)
    name = f"f{keys.index(rule.field)}" if rule.field in keys else ""
    if name not in there:
        return "(1 = 1)" if isinstance(rule, Filled) and not rule.value else "(1 = 0)"
    column = f"{deal}.{name}"
    if isinstance(rule, Filled):
        empty = is_empty(column, fields[rule.field])
        return f"(NOT {empty})" if rule.value else empty
    if fields[rule.field].type not in FIELD_TYPES[type(rule)]:
        raise NotCompiled
    tests = [f"{column} IS NOT NULL"]
    match rule:
        case Is():
            tests.append(f"{column} IN ({', '.join(map(quoted, rule.values))})")
        case Flag():
            tests.append(f"{column} = {int(rule.value)}")
        case _:
            for bound, sign in _BOUNDS:
                limit = getattr(rule, bound)
                if limit is None:
                    continue
                if isinstance(limit, Money):
                    tests.append(f"{column}_cur = {quoted(limit.currency)}")
                tests.append(f"{column} {sign} {_whole(limit)}")
    return f"({' AND '.join(tests)})"


def _whole(limit: Money | Percent | Decimal | dt.date) -> int:
    """Return a bound in the units of the inner tables."""
    if isinstance(limit, Money):
        number = limit.amount.scaleb(MINOR_DIGITS[limit.currency])
    elif isinstance(limit, Decimal):
        number = limit * MICRO
    elif isinstance(limit, Percent):
        number = limit.points * MICRO
    else:
        return day_number(limit)
    whole = int(number)
    if whole != number:
        raise NotCompiled
    return whole
