"""When editions are in force: one rule for a check, a history and `as_of`."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from attrs import frozen

from salesreg.model.frame import Revision

_DAY = dt.timedelta(days=1)


@frozen
class InForce:
    """The days on which one of several editions is in force.

    Attributes:
        place: Which of them it is, counted from 0.
        first: The first day.
        last: The last day; None when it has no end.
    """

    place: int
    first: dt.date
    last: dt.date | None

    def on(self, day: dt.date) -> bool:
        """Tell whether the edition is in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


def in_force(revisions: Iterable[Revision]) -> tuple[InForce, ...]:
    """Return when editions are in force, by their first days.

    An edition without a last day ends when the next one begins. One without a
    first day is a draft and never in force.

    >>> old = Revision(number="1.0", in_force_from=dt.date(2025, 1, 1))
    >>> new = Revision(number="2.0", in_force_from=dt.date(2026, 1, 1))
    >>> [str(one.last) for one in in_force([new, old])]
    ['2025-12-31', 'None']
    """
    dated = [
        (one.in_force_from, place, one.in_force_to)
        for place, one in enumerate(revisions)
        if one.in_force_from
    ]
    dated.sort(key=lambda one: one[0])
    starts = [first for first, _, _ in dated]
    return tuple(
        InForce(
            place,
            first,
            last or next((one - _DAY for one in starts if one > first), None),
        )
        for first, place, last in dated
    )


def clashes(revisions: Iterable[Revision]) -> Iterator[tuple[InForce, InForce]]:
    """Yield neighbours in time that are in force on one day.

    The first such day is the one on which the second of them begins. When any two
    editions share a day, some neighbours do.
    """
    for one, other in itertools.pairwise(in_force(revisions)):
        if one.on(other.first):
            yield one, other
