"""Scales are looked through exactly, held against z3 and against what they pay."""

from __future__ import annotations

import itertools
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.solve.scales import (
    Break,
    Hole,
    Pay,
    Range,
    bands_of,
    breaks,
    falls,
    gaps,
    overlaps,
)
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Band, Scale, Tier

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


def points(number: int | str) -> Quantity:
    """Return a percentage."""
    return Quantity(Decimal(number), "%")


def held(start: int | None, end: int | None, *, inside: bool = False) -> Range:
    """Return a range of percentages."""
    return Range(
        None if start is None else points(start),
        None if end is None else points(end),
        inside,
    )


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((held(5, 15), held(0, 10)), [Hole(1, 0, points(5), points(10))]),
        (
            (held(0, 10, inside=True), held(5, 15)),
            [Hole(0, 1, points(5), points(10), end_inside=True)],
        ),
        # One point, everything from some result on, and everything below one.
        (
            (held(0, 10, inside=True), held(10, 20)),
            [Hole(0, 1, points(10), points(10), end_inside=True)],
        ),
        (
            (held(0, None), held(10, None)),
            [Hole(0, 1, points(10), points(10), end_inside=True)],
        ),
        ((held(None, 10), held(None, 20)), [Hole(0, 1, points(10), points(10))]),
        # The range that reaches furthest is the one that the next ones share with.
        (
            (held(0, None), held(5, 8), held(9, 12)),
            [Hole(0, 1, points(5), points(8)), Hole(0, 2, points(9), points(12))],
        ),
        (
            (held(0, 10), held(0, 10), held(5, 8)),
            [Hole(0, 1, points(0), points(10)), Hole(0, 2, points(5), points(8))],
        ),
        # Neither has a bound: there is no result to name.
        ((held(None, None), held(None, None)), []),
        ((held(0, 10), held(10, 20)), []),
    ],
)
def test_overlap_is_named(known: tuple[Range, ...], expected: list[Hole]) -> None:
    """An overlap names the two ranges, where it starts, and its end."""
    assert expected == list(overlaps(known))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((held(20, None), held(0, 10)), [Hole(1, 0, points(10), points(20))]),
        (
            (held(0, 30), held(5, 10), held(40, 50)),
            [Hole(0, 2, points(30), points(40))],
        ),
        ((held(0, 10), held(10, None), held(90, None)), []),
        ((held(None, 10), held(None, 20), held(20, 30)), []),
    ],
)
def test_gap_is_named(known: tuple[Range, ...], expected: list[Hole]) -> None:
    """A gap names the range that ends where it starts, and the next one."""
    assert expected == list(gaps(known))


def test_bands() -> None:
    """A band is a half-open range."""
    bands = (Band(end=points(50)), Band(start=points(50), end=points(90)), Band())
    assert (held(None, 50), held(50, 90), held(None, None)) == bands_of(bands)


def tier(start: int, end: int | None = None, **said: int) -> Tier:
    """Return a tier; rates are percentages, amounts are roubles."""
    paid: dict[str, Any] = {
        name: Percent(Decimal(number))
        if name.startswith("rate")
        else Money(Decimal(number), "RUB")
        for name, number in said.items()
    }
    bound = None if end is None else points(end)
    return Tier(start=points(start), end=bound, **paid)


def pay(share: int = 0, fixed: int = 0) -> Pay:
    """Return a percentage of the base and a sum."""
    return Pay(Fraction(share, 100), Fraction(fixed))


Mode = Literal["whole", "marginal", "linear"]


@pytest.mark.parametrize(
    ("mode", "tiers", "expected"),
    [
        (
            "whole",
            (tier(50, 80, rate=40), tier(80, None, rate=100)),
            [(0, pay(), pay(40)), (1, pay(40), pay(100))],
        ),
        # Sums; tiers that do not touch; a tier without end below another.
        (
            "whole",
            (tier(50, 70, amount=500), tier(80, None, amount=900)),
            [(0, pay(), pay(0, 500)), (1, pay(), pay(0, 900))],
        ),
        (
            "whole",
            (tier(50, None, rate=40), tier(80, None, rate=100)),
            [(0, pay(), pay(40)), (1, pay(40), pay(100))],
        ),
        (
            "linear",
            (
                tier(50, 80, rate=40, rate_at_end=60),
                tier(80, 100, amount=7, amount_at_end=9),
                tier(100, None, rate=100),
            ),
            [
                (0, pay(), pay(40)),
                (1, pay(60), pay(0, 7)),
                (2, pay(0, 9), pay(100)),
            ],
        ),
        # What reaches another rate at its end does so under "linear" only.
        (
            "whole",
            (tier(50, 80, rate=40, rate_at_end=60), tier(80, None, rate=100)),
            [(0, pay(), pay(40)), (1, pay(40), pay(100))],
        ),
        # A tier that pays nothing that is said, or two things, is left out.
        (
            "whole",
            (tier(50, 80), tier(80, 90, rate=50), tier(90, 95, rate=60)),
            [(2, pay(50), pay(60))],
        ),
        (
            "linear",
            (tier(50, 80, rate=1, amount=1), tier(80, 90, rate=50)),
            [],
        ),
        ("marginal", (tier(50, 80, rate=40), tier(80, None, rate=20)), []),
        (None, (tier(50, 80, rate=40), tier(80, None, rate=20)), []),
    ],
)
def test_breaks(
    mode: Mode | None, tiers: tuple[Tier, ...], expected: list[tuple[int, Pay, Pay]]
) -> None:
    """At the start of a tier there is what is paid below it, and in it."""
    starts = [one.start for one in tiers]
    assert [
        Break(index, starts[index], below, here) for index, below, here in expected
    ] == list(breaks(Scale(tiers=tiers, mode=mode)))


@pytest.mark.parametrize(
    ("mode", "tiers", "expected"),
    [
        ("marginal", (tier(0, 5, rate=1), tier(5, 9, rate=-1), tier(9)), [1]),
        ("marginal", (tier(0, 5, amount=1), tier(5, None, amount=-1)), [1]),
        ("marginal", (tier(0, 5, rate=0, amount=0), tier(5, rate=20)), []),
        (
            "linear",
            (tier(0, 5, rate=9, rate_at_end=9), tier(5, 9, rate=9, rate_at_end=8)),
            [1],
        ),
        ("linear", (tier(0, 5, amount=9, amount_at_end=8), tier(5, rate=1)), [0]),
        ("linear", (tier(0, 5, rate=0, amount=0, rate_at_end=0),), []),
        ("whole", (tier(0, 5, rate=9, rate_at_end=8),), []),
    ],
)
def test_falls(mode: Mode, tiers: tuple[Tier, ...], expected: list[int]) -> None:
    """The pay falls inside a tier that ends lower, or takes from what was earned."""
    assert expected == list(falls(Scale(tiers=tiers, mode=mode)))
