"""Sums of records by day and person, and those of a scope among them."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from attrs import field, frozen

from salesreg.evaluate.cases.people import People
from salesreg.evaluate.cases.scope import Scope
from salesreg.evaluate.worktables import day_number, day_of
from salesreg.values.period import Period

_DAY_OF = attrgetter("day")


class Sum(NamedTuple):
    """What some records of one day and person come to.

    Attributes:
        day: The date, in days from 1970.
        person: Whose they are.
        currency: Currency of what they hold, if it is money.
        number: How many hold something.
        total: What they hold, in the units of the inner tables.
        least: The least of it.
        most: The greatest of it.
    """

    day: int
    person: str | None
    currency: str | None
    number: int
    total: int | None
    least: int | None
    most: int | None


@frozen(eq=False)
class ByScope:
    """Sums that can be asked for by scope, again and again.

    Attributes:
        all: The sums of each day and person, the earliest day first.
    """

    all: Sequence[Sum]
    _known: dict[Scope, list[Sum]] = field(factory=dict[Scope, list[Sum]], init=False)

    def within(self, scope: Scope, people: People, period: Period) -> list[Sum]:
        """Return the sums of a scope whose days lie in a period."""
        found = self.of(scope, people)
        low, high = day_number(period.start), day_number(period.end)
        start = bisect_left(found, low, key=_DAY_OF)
        return found[start : bisect_right(found, high, start, key=_DAY_OF)]

    def of(self, scope: Scope, people: People) -> list[Sum]:
        """Return the sums of a scope, those of a role or of everybody by day."""
        if scope.person is not None:
            return self.by_person.get(scope.person, [])
        if scope not in self._known:
            role = scope.role
            self._known[scope] = _joined(
                one
                for one in self.all
                if role is None
                or (
                    one.person is not None
                    and role in people.roles(one.person, day_of(one.day))
                )
            )
        return self._known[scope]

    @functools.cached_property
    def by_person(self) -> dict[str | None, list[Sum]]:
        """The sums of each person."""
        found: dict[str | None, list[Sum]] = {}
        for one in self.all:
            found.setdefault(one.person, []).append(one)
        return found


def _joined(sums: Iterable[Sum]) -> list[Sum]:
    """Add up the sums of a day, whoever's they are."""
    found: dict[tuple[int, str | None], Sum] = {}
    for one in sums:
        key = (one.day, one.currency)
        known = found.get(key)
        found[key] = one if known is None else _both(known, one)
    return list(found.values())


def _both(one: Sum, other: Sum) -> Sum:
    lows = [low for low in (one.least, other.least) if low is not None]
    highs = [high for high in (one.most, other.most) if high is not None]
    return Sum(
        one.day,
        None,
        one.currency,
        one.number + other.number,
        (one.total or 0) + (other.total or 0),
        min(lows, default=None),
        max(highs, default=None),
    )
