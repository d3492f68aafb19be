"""Shares of authority: what nobody may grant, and what two may side by side.

A share may hold for some deals only; two shares meet where some deal is meant by
both. Whatever is too hard to tell is taken to be in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from salesreg.solve.comparison import Comparison, Domains
from salesreg.solve.scales import Hole, Range, gaps, one_unit, overlaps
from salesreg.solve.search import TooHard
from salesreg.values.amounts import Quantity
from salesreg.values.condition import Condition

_MOST = 50
"""How many others a share is held against; nobody writes so many."""


class Share(NamedTuple):
    """What one role may grant.

    Attributes:
        who: The role.
        range: The range; without a start it begins at nothing.
        when: The deals it holds for; None for all of them.
    """

    who: str
    range: Range
    when: Condition | None = None


def unheld(shares: Sequence[Share], domains: Domains | None = None) -> tuple[Hole, ...]:
    """Return the sizes between two shares for which there is none.

    Counted things and sums are whole when they are written so: "up to and
    including 14 days" and "from 15 days" leave nothing between them.

    >>> q = Quantity.parse
    >>> low, high = Range(q("0%"), q("5%")), Range(q("7%"), q("15%"))
    >>> [str(hole.start) for hole in unheld([Share("a", low), Share("b", high)])]
    ['5%']
    """
    known = _prepared(shares)
    together = _Together(known, domains)
    found: dict[tuple[Quantity, Quantity], Hole] = {}
    conditional = [at for at, share in enumerate(known) if share.when is not None]
    # For any deal at all, then for the deals of each condition.
    for some in ((), *((at,) for at in conditional[:_MOST])):
        members = [
            at for at in range(len(known)) if together.meet(*some, at) != "never"
        ]
        for gap in gaps(tuple(known[at].range for at in members)):
            hole = gap._replace(low=members[gap.low], high=members[gap.high])
            meant = together.meet(*some, hole.low, hole.high) == "surely"
            if meant and not _next(hole, known[hole.low].range):
                found.setdefault((hole.start, hole.end), hole)
    return tuple(found.values())


def contested(
    shares: Sequence[Share], domains: Domains | None = None
) -> tuple[Hole, ...]:
    """Return the sizes that two roles may grant, though neither has the wider share.

    Shares that begin together, or lie one within the other, are a chain: the
    higher role may do what the lower one may. A share that goes on where one
    ends lies beside those that began with that one: two sellers may reach to
    different heights before their head takes over.

    >>> q = Quantity.parse
    >>> low, high = Range(q("0%"), q("10%")), Range(q("7%"), q("15%"))
    >>> [str(hole.end) for hole in contested([Share("a", low), Share("b", high)])]
    ['10%']
    """
    known = _prepared(shares)
    together = _Together(known, domains)
    ends = {(share.range.start, share.range.end) for share in known}
    order = sorted(range(len(known)), key=lambda at: _start(known[at]))
    found: list[Hole] = []
    for place, high in enumerate(order):
        for low in reversed(order[max(0, place - _MOST) : place]):
            one, other = known[low].range, known[high].range
            if (
                known[low].who != known[high].who
                and _staggered(one, other)
                and (one.start, other.start) not in ends
                and together.meet(low, high) == "surely"
            ):
                (hole,) = overlaps((one, other))
                found.append(hole._replace(low=low, high=high))
                break
    return tuple(found)


def _prepared(shares: Sequence[Share]) -> list[Share]:
    ranges = tuple(share.range for share in shares)
    bounds = [bound for one in ranges for bound in (one.start, one.end) if bound]
    if not bounds or not one_unit(ranges) or any(map(_is_backwards, ranges)):
        return []
    nothing = Quantity(Decimal(0), bounds[0].unit)
    return [
        share
        if share.range.start is not None
        else share._replace(range=share.range._replace(start=nothing))
        for share in shares
    ]


def _is_backwards(one: Range) -> bool:
    start = one.start.amount if one.start else Decimal(0)
    return one.end is not None and one.end.amount < start


def _start(share: Share) -> Decimal:
    assert share.range.start is not None
    return share.range.start.amount


def _staggered(one: Range, other: Range) -> bool:
    """Tell whether the other range begins inside the one and ends beyond it."""
    if one.start is None or other.start is None or one.end is None:
        return False
    return one.start.amount < other.start.amount < one.end.amount and (
        other.end is None or other.end.amount > one.end.amount
    )


def _next(hole: Hole, below: Range) -> bool:
    start, end = hole.start, hole.end
    return (
        start.unit != "%"
        and below.end_inside
        and start.amount == start.amount.to_integral_value()
        and end.amount - start.amount == 1
    )


Meeting = Literal["surely", "maybe", "never"]


class _Together:
    """Whether there are deals that two shares hold for."""

    def __init__(self, shares: Sequence[Share], domains: Domains | None) -> None:
        asked = [share.when for share in shares if share.when is not None]
        places = iter(range(len(asked)))
        self._places = [None if s.when is None else next(places) for s in shares]
        self._known: dict[tuple[int, ...], Meeting] = {}
        self._comparison: Comparison | None = None
        try:
            self._comparison = Comparison(asked, domains)
        except TooHard:
            return

    def meet(self, *shares: int) -> Meeting:
        places = (self._places[share] for share in shares)
        asked = tuple(sorted({place for place in places if place is not None}))
        if not asked:
            return "surely"
        if asked not in self._known:
            self._known[asked] = self._meeting(asked)
        return self._known[asked]

    def _meeting(self, asked: tuple[int, ...]) -> Meeting:
        if self._comparison is None:
            return "maybe"
        try:
            deal = self._comparison.find(hold=asked)
        except TooHard:
            self._comparison = None
            return "maybe"
        if deal is None:
            return "never"
        return "surely" if deal.sure else "maybe"
