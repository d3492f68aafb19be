"""Scales looked through at their breakpoints, exactly: no number is tried.

Between two breakpoints the pay of a scale runs straight, so what happens at the
breakpoints says everything: where no tier holds a result or two do, where the
pay jumps, where it falls.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from salesreg.values.amounts import Quantity
from salesreg.values.scale import Band, Scale, Tier


class Hole(NamedTuple):
    """Results that no range holds, or that two ranges hold.

    Attributes:
        low: Position of the lower range.
        high: Position of the higher range.
        start: First of these results.
        end: Where they end.
        end_inside: Whether the end belongs to them.
    """

    low: int
    high: int
    start: Quantity
    end: Quantity
    end_inside: bool = False


class Range(NamedTuple):
    """A half-open range of results, or a closed one; None is without end."""

    start: Quantity | None
    end: Quantity | None
    end_inside: bool = False


def tiers_of(scale: Scale) -> tuple[Range, ...]:
    """Return the ranges of a scale's tiers."""
    return tuple(Range(tier.start, tier.end, tier.end_included) for tier in scale.tiers)


def bands_of(bands: tuple[Band, ...]) -> tuple[Range, ...]:
    """Return the ranges of bands."""
    return tuple(Range(band.start, band.end) for band in bands)


def one_unit(ranges: tuple[Range, ...]) -> bool:
    """Tell whether all bounds have one unit; else nothing can be compared."""
    bounds = [b for one in ranges for b in (one.start, one.end) if b is not None]
    return len({bound.unit for bound in bounds}) <= 1


def gaps(ranges: tuple[Range, ...]) -> tuple[Hole, ...]:
    """Return the results between the ranges that none of them holds.

    >>> q = Quantity.parse
    >>> low, high = Range(q("70%"), q("99.9%")), Range(q("100%"), None)
    >>> [(str(gap.start), str(gap.end)) for gap in gaps((low, high))]
    [('99.9%', '100%')]
    """
    found: list[Hole] = []
    top: tuple[Decimal, bool, int] | None = None
    for index in _ascending(ranges):
        one = ranges[index]
        if top is not None and one.start is not None:
            number, _, below = top
            end = ranges[below].end
            assert end is not None
            # (x, x) between an end inside and the next start is empty.
            if one.start.amount > number:
                found.append(Hole(below, index, end, one.start))
        if one.end is None:
            break
        if top is None or (one.end.amount, one.end_inside) > top[:2]:
            top = (one.end.amount, one.end_inside, index)
    return tuple(found)


def overlaps(ranges: tuple[Range, ...]) -> tuple[Hole, ...]:
    """Return the results that a range shares with one below it.

    >>> q = Quantity.parse
    >>> low, high = Range(q("0%"), q("50%"), True), Range(q("50%"), None)
    >>> [(str(hole.start), hole.end_inside) for hole in overlaps((low, high))]
    [('50%', True)]
    """
    found: list[Hole] = []
    below: int | None = None
    for index in _ascending(ranges):
        one = ranges[index]
        if below is not None:
            hole = _shared(ranges, below, index)
            if hole is not None:
                found.append(hole)
        if below is None or _higher(one, ranges[below]):
            below = index
    return tuple(found)


def _shared(ranges: tuple[Range, ...], low: int, high: int) -> Hole | None:
    one, other = ranges[low], ranges[high]
    start = other.start or one.start
    ends = [end for end in (one, other) if end.end is not None]
    if not ends:
        # Both are without end: they share everything from the higher start.
        return Hole(low, high, start, start, end_inside=True) if start else None
    least = min(ends, key=lambda held: (_amount(held.end), held.end_inside))
    end = least.end
    assert end is not None
    if start is None or start.amount < end.amount:
        return Hole(low, high, start or end, end, least.end_inside)
    if start.amount == end.amount and least is one and one.end_inside:
        return Hole(low, high, start, end, end_inside=True)
    return None


def _ascending(ranges: tuple[Range, ...]) -> list[int]:
    def start(index: int) -> tuple[bool, Decimal]:
        held = ranges[index].start
        return (held is not None, held.amount if held else Decimal(0))

    return sorted(range(len(ranges)), key=start)


def _higher(one: Range, other: Range) -> bool:
    if one.end is None or other.end is None:
        return one.end is None and other.end is not None
    return (one.end.amount, one.end_inside) > (other.end.amount, other.end_inside)


def _amount(quantity: Quantity | None) -> Decimal:
    assert quantity is not None
    return quantity.amount


class Pay(NamedTuple):
    """What a scale pays at one place, as shares of the base and as a sum.

    Attributes:
        share: Share of the base, 1 for all of it; of the result itself when the
            base is the result.
        sum: A fixed sum.
    """

    share: Fraction
    sum: Fraction


class Break(NamedTuple):
    """A breakpoint: what is paid just below it, and at it.

    Attributes:
        tier: Position of the tier that begins here.
        at: The result.
        below: What is paid just below.
        here: What is paid at it.
    """

    tier: int
    at: Quantity
    below: Pay
    here: Pay


_NOTHING = Pay(Fraction(0), Fraction(0))


def breaks(scale: Scale) -> tuple[Break, ...]:
    """Return the pay on both sides of the start of each tier, ascending.

    Under "marginal" pay never jumps, and nothing is returned. A tier that does
    not say what it pays, or pays a rate and a sum, is left out with its
    neighbours' sides.
    """
    mode = scale.mode
    if mode is None or mode == "marginal":
        return ()
    found: list[Break] = []
    order = _ascending(tiers_of(scale))
    for place, index in enumerate(order):
        tier = scale.tiers[index]
        here = _at_start(tier)
        below: Pay | None = _NOTHING
        if place:
            before = scale.tiers[order[place - 1]]
            touches = before.end is None or before.end.amount >= tier.start.amount
            below = _at_end(before, mode) if touches else _NOTHING
        if here is not None and below is not None:
            found.append(Break(index, tier.start, below, here))
    return tuple(found)


def falls(scale: Scale) -> tuple[int, ...]:
    """Return the tiers inside which the pay falls as the result rises.

    A tier whose rate falls below the one before is seen by `breaks`.
    """
    if scale.mode == "marginal":
        return tuple(
            index
            for index, tier in enumerate(scale.tiers)
            if (tier.rate and tier.rate.points < 0)
            or (tier.amount and tier.amount.amount < 0)
        )
    if scale.mode != "linear":
        return ()
    found: list[int] = []
    for index, tier in enumerate(scale.tiers):
        start, end = _at_start(tier), _at_end(tier, "linear")
        if start and end and (end.share < start.share or end.sum < start.sum):
            found.append(index)
    return tuple(found)


def _at_start(tier: Tier) -> Pay | None:
    if (tier.rate is None) == (tier.amount is None):
        return None
    share = Fraction(tier.rate.fraction) if tier.rate else Fraction(0)
    return Pay(share, Fraction(tier.amount.amount) if tier.amount else Fraction(0))


def _at_end(tier: Tier, mode: str) -> Pay | None:
    start = _at_start(tier)
    if start is None or mode != "linear":
        return start
    share, fixed = start
    if tier.rate_at_end is not None:
        share = Fraction(tier.rate_at_end.fraction)
    if tier.amount_at_end is not None:
        fixed = Fraction(tier.amount_at_end.amount)
    return Pay(share, fixed)
