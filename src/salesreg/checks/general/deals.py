"""What deals there can be, by the definitions of their fields.

A claim that there is no deal needs only what fields allow. A claim that there is
one ("this lead goes to nobody") is made of ordinary deals alone: those whose
fields are filled, unless a condition asks whether they are, with amounts above
zero and percentages between 0 and 100, unless a condition names others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from salesreg.checks.facts import Facts
from salesreg.model.process import Field
from salesreg.solve.cells import Domain
from salesreg.solve.comparison import leaves_of
from salesreg.solve.lines import Bounds, number_of, sizes_of
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import (
    AllOf,
    AnyOf,
    Condition,
    DateBounds,
    Filled,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
)
from salesreg.values.facts import Leaf

_ZERO = Decimal(0)
_NONE, _HUNDRED = Percent(_ZERO), Percent(Decimal(100))
_KINDS: Mapping[str, frozenset[str]] = {
    "text": frozenset({"is", "filled"}),
    "choice": frozenset({"is", "filled"}),
    "number": frozenset({"number", "filled"}),
    "money": frozenset({"money", "filled"}),
    "percent": frozenset({"percent", "filled"}),
    "date": frozenset({"date", "within", "filled"}),
    "flag": frozenset({"flag", "filled"}),
    "file": frozenset({"filled"}),
}


def domains_of(facts: Facts) -> dict[str, Domain]:
    """Return what the definitions of fields say of their values."""
    return {
        field.key: Domain(choices=field.choices)
        for _, field in facts.each("fields", Field)
        if field.type == "choice"
    }


def ordinary(
    conditions: Iterable[Condition], facts: Facts
) -> tuple[tuple[Condition, ...], dict[str, Domain]] | None:
    """Return what ordinary deals satisfy, and what their fields hold.

    None when a condition asks a field that is not defined, or for a value that
    the field does not hold: nothing is known of such deals.
    """
    by_field: dict[str, list[Leaf]] = {}
    for condition in conditions:
        for leaf in leaves_of(condition):
            by_field.setdefault(leaf.field, []).append(leaf)
    within: list[Condition] = []
    domains: dict[str, Domain] = {}
    for key, leaves in by_field.items():
        field = facts.find(Field, key)
        if field is None or not {leaf.kind for leaf in leaves} <= _KINDS[field.type]:
            return None
        domains[key] = Domain(
            choices=field.choices if field.type == "choice" else (),
            # Between 49 and 50 seats there are none, between 49.5 and 50 may be.
            whole=all(
                number_of(size) == number_of(size).to_integral_value()
                for leaf in leaves
                if isinstance(leaf, NumberBounds)
                for size in sizes_of(leaf)
            ),
        )
        if not any(isinstance(leaf, Filled) for leaf in leaves):
            within += [Filled(field=key), *_usual(key, leaves)]
    return tuple(within), domains


def _usual(key: str, leaves: Sequence[Leaf]) -> list[Condition]:
    sizes = [
        size for leaf in leaves if isinstance(leaf, Bounds) for size in sizes_of(leaf)
    ]
    negative = any(number_of(size) < 0 for size in sizes)
    days = sorted(size for size in sizes if isinstance(size, dt.date))
    if days:
        # Before the first day that is named and after the last one is another time.
        return [DateBounds(field=key, at_least=days[0], at_most=days[-1])]
    if currencies := [size.currency for size in sizes if isinstance(size, Money)]:
        held = [_in(key, one, negative=negative) for one in dict.fromkeys(currencies)]
        return [AnyOf(of=tuple(held))]
    if any(isinstance(size, Percent) for size in sizes):
        over = any(number_of(size) > _HUNDRED.points for size in sizes)
        least, most = None if negative else _NONE, None if over else _HUNDRED
        return [PercentBounds(field=key, above=least, below=most)]
    if sizes and not negative:
        return [NumberBounds(field=key, above=_ZERO)]
    return []


def _in(key: str, currency: str, *, negative: bool) -> Condition:
    nothing = Money(_ZERO, currency)
    more = MoneyBounds(field=key, above=nothing)
    return MoneyBounds(field=key, at_most=nothing) | more if negative else more


def few(conditions: Iterable[Condition], most: int = 12) -> bool:
    """Tell whether conditions are short enough to be shown in a message."""
    waiting = list(conditions)
    seen = 0
    while waiting and seen <= most:
        seen += 1
        current = waiting.pop()
        if isinstance(current, AllOf | AnyOf):
            waiting += current.of
        elif isinstance(current, Not):
            waiting.append(current.of)
    return seen <= most
