"""Scales are looked through exactly, held against z3 and against what they pay."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.solve.scales import Range, breaks, falls, gaps, overlaps
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Scale, Tier

numbers = st.integers(0, 12).map(lambda n: Quantity(Decimal(n * 10), "%"))
ranges = st.lists(
    st.builds(
        lambda start, more, open_, inside: Range(
            start,
            None if open_ else Quantity(start.amount + Decimal(more) * 5, start.unit),
            inside and not open_,
        ),
        numbers,
        st.integers(1, 8),
        st.integers(0, 5).map(lambda n: n == 0),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


def inside(z3: Any, one: Range, x: Any) -> Any:
    """Return that a range holds a result, for z3."""
    assert one.start is not None
    parts = [x >= one.start.amount.__float__()]
    if one.end is not None:
        end = float(one.end.amount)
        parts.append(x <= end if one.end_inside else x < end)
    return z3.And(*parts)


@settings(max_examples=150, deadline=None)
@given(ranges)
def test_gaps_and_overlaps(held: tuple[Range, ...]) -> None:
    """There is a gap, or an overlap, exactly when z3 finds a result for it."""
    z3 = pytest.importorskip("z3")
    x = z3.Real("x")
    low = min(float(one.start.amount) for one in held if one.start)
    tops = [float(one.end.amount) if one.end else 1e9 for one in held]
    solver = z3.Solver()
    solver.add(x >= low, x < max(tops))
    solver.add(*[z3.Not(inside(z3, one, x)) for one in held])
    # One point at an open end that nothing continues is no gap between tiers.
    points = {float(one.end.amount) for one in held if one.end}
    expected = False
    while not expected and solver.check() == z3.sat:
        value = solver.model()[x]
        number = float(value.numerator_as_long()) / value.denominator_as_long()
        expected = number not in points
        solver.add(x != value)
    assert expected == bool(gaps(held))
    both = z3.Solver()
    both.add(
        z3.Or(
            *[
                z3.And(inside(z3, one, x), inside(z3, other, x))
                for at, one in enumerate(held)
                for other in held[at + 1 :]
            ],
        )
    )
    assert (both.check() == z3.sat) == bool(overlaps(held))


rates = st.integers(0, 20).map(lambda n: Percent(Decimal(n * 10)))


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Return a scale without gaps, whole or linear."""
    starts = sorted(draw(st.sets(st.integers(0, 15), min_size=1, max_size=5)))
    mode = draw(st.sampled_from(["whole", "linear"]))
    tiers = []
    for at, start in enumerate(starts):
        end = starts[at + 1] * 10 if at + 1 < len(starts) else None
        tiers.append(
            Tier(
                start=Quantity(Decimal(start * 10), "%"),
                end=Quantity(Decimal(end), "%") if end else None,
                rate=draw(rates),
                rate_at_end=draw(rates) if mode == "linear" and end else None,
            )
        )
    return Scale(tiers=tuple(tiers), mode="whole" if mode == "whole" else "linear")


@settings(max_examples=150, deadline=None)
@given(scales())
def test_pay_rises(scale: Scale) -> None:
    """Pay that never falls at a break nor inside a tier never falls at all."""
    base = Money(Decimal(1000), "RUB")
    steps = [Quantity(Decimal(n) / 2, "%") for n in range(341)]
    paid = [scale.pay(step, base).amount for step in steps]
    falling = any(b < a for a, b in itertools.pairwise(paid))
    found = falls(scale) or any(one.here < one.below for one in breaks(scale))
    assert falling == bool(found)


@settings(max_examples=100, deadline=None)
@given(scales())
def test_breaks_are_what_is_paid(scale: Scale) -> None:
    """At a break the scale pays what is said of it, and just below nearly so."""
    base = Money(Decimal(1000), "RUB")
    for one in breaks(scale):
        here = scale.pay(one.at, base).amount
        assert here == Decimal(one.here.share.numerator) * 1000 / Decimal(
            one.here.share.denominator
        )
        just = Quantity(one.at.amount - Decimal("0.000001"), "%")
        below = scale.pay(just, base).amount
        expected = float(one.below.share) * 1000
        assert abs(float(below) - expected) < 0.01
