"""Directing: whether a change makes a rule stricter, a target harder, pay better."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from attrs import frozen

from salesreg.compare.changes import Change, Changed
from salesreg.compare.senses import OPPOSITE, SENSES, Direction, Sense
from salesreg.errors import parts_of
from salesreg.model.control import Kpi
from salesreg.model.regulation import Regulation
from salesreg.model.strategy import Goal, Plan
from salesreg.paths.keyed import Keys
from salesreg.shapes import is_items
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Scale, Tier
from salesreg.values.times import ClockTime, Duration, measured

Way = Literal["up", "down"]
"""Whether more or less of a result is better."""

_LAST = frozenset(name.rpartition(".")[2] for name in SENSES)
"""What the fields that may have a direction are called: most changes have none."""


def directed(changes: Iterable[Change], new: Regulation) -> Iterator[Change]:
    """Yield changes that lead to a regulation, with the directions that are known."""
    reader = _Reader(new)
    for change in changes:
        if isinstance(change, Changed):
            direction = reader.direction(change)
            yield Changed(change.path, change.old, change.new, direction)
        else:
            yield change


@frozen(slots=False)
class _Reader:
    """Reads the directions of changes that lead to a regulation."""

    new: Regulation

    @functools.cached_property
    def _keys(self) -> Keys:
        return Keys(self.new)

    @functools.cached_property
    def _kpis(self) -> Mapping[str, Kpi]:
        return {kpi.key: kpi for kpi in reversed(self.new.kpis)}

    def direction(self, change: Changed) -> Direction | None:
        name = parts_of(change.path)[-1:]
        more = rising(change.old, change.new) if set(name) & _LAST else None
        if more is None:
            return None
        holders = self._holders(change.path)
        sense = _sense(holders, name[0])
        if sense is None:
            return None
        if sense.by_kpi:
            better = self._better(holders)
            if better is None:
                return None
            more = more == (better == "up")
        return sense.more if more else OPPOSITE[sense.more]

    def _holders(self, path: str) -> list[tuple[object, str]]:
        """Return the objects on the way to a place, each with the field that leads on.

        The innermost comes first.
        """
        real = self._keys.unkeyed(path)
        found: list[tuple[object, str]] = []
        value: object = self.new
        for part in parts_of(real or ""):
            if is_items(value):
                value = value[int(part)]
            else:
                found.append((value, part))
                value = getattr(value, part)
        return found[::-1]

    def _better(self, holders: list[tuple[object, str]]) -> Way | None:
        """Return which way the result at a place is better, as far as is known."""
        for holder, _ in holders:
            kpi = holder if isinstance(holder, Kpi) else None
            if kpi is None and (key := getattr(holder, "kpi", None)):
                kpi = self._kpis.get(key)
            if kpi and kpi.direction:
                return None if kpi.direction == "range" else kpi.direction
        for holder, _ in holders:
            if found := _better_by(holder):
                return found
        return None


def _better_by(holder: object) -> Way | None:
    """Return which way a result is better, as the object around it shows."""
    match holder:
        case Goal(baseline=Quantity() as start, target=Quantity() as end):
            more = rising(start, end)
        case Plan():
            # A plan is what is to be reached at least.
            more = True
        case Scale(tiers=(first, *_, last)):
            more = rising(_paid(first), _paid(last))
        case Scale(tiers=(Tier() as only,)) if only.end is None:
            # Nothing is paid below it.
            more = True
        case _:
            more = None
    return None if more is None else "up" if more else "down"


def _paid(tier: Tier) -> Money | Percent | None:
    return tier.rate if tier.rate is not None else tier.amount


def _sense(holders: list[tuple[object, str]], name: str) -> Sense | None:
    owner = type(holders[0][0]).__name__
    if found := SENSES.get(f"{owner}.{name}"):
        return found
    if len(holders) < 2:
        return None
    # A band means what its holder makes of it.
    holder, field = holders[1]
    return SENSES.get(f"{type(holder).__name__}.{field}.{name}")


def rising(old: object, new: object) -> bool | None:
    """Tell whether a value is more than another; None when that cannot be said.

    Durations on different clocks, money in different currencies and quantities in
    different units are neither more nor less. Lists are compared place by place.

    >>> rising(Duration.parse("90 min"), Duration.parse("1 h"))
    False
    >>> rising(Duration.parse("1 month"), Duration.parse("30 days")) is None
    True
    """
    if is_items(old) and is_items(new) and len(old) == len(new):
        pairs = zip(old, new, strict=True)
        ways = {rising(one, other) for one, other in pairs if one != other}
        return ways.pop() if len(ways) == 1 else None
    one, other = _measured(old), _measured(new)
    if one is None or other is None or one[0] != other[0] or one[1] == other[1]:
        return None
    return one[1] < other[1]


def _measured(value: object) -> tuple[object, Decimal] | None:
    """Return a value as a number, behind what it must share to be compared."""
    match value:
        case Duration():
            clock, amount = measured(value)
            return clock, Decimal(amount)
        case Money():
            return value.currency, value.amount
        case Quantity():
            return value.unit, value.amount
        case Percent():
            return "%", value.points
        case ClockTime():
            return "time", Decimal(value.minutes)
        case dt.date():
            return "date", Decimal(value.toordinal())
        case int() | Decimal():
            # Days counted from the end of a month are not before those counted
            # from its start.
            return value < 0, Decimal(value)
        case _:
            return None
