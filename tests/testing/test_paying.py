"""Scales that are drawn to pay do pay, and so do the plans of `with_pay`."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from salesreg.model.regulation import Regulation
from salesreg.paths.tree import walk
from salesreg.solve.scales import gaps, overlaps, tiers_of
from salesreg.testing import laws, paying_scales, regulations, results, scales
from salesreg.testing.paying import PAY
from salesreg.values.amounts import Quantity, money, quantity
from salesreg.values.scale import Grid, Scale

BASE = money("100000 RUB")
tried = paying_scales().flatmap(lambda one: st.tuples(st.just(one), results(one)))


@given(tried)
def test_every_result_is_paid(case: tuple[Scale, Quantity]) -> None:
    """What any result is paid can be reckoned, and is no debt."""
    scale, result = case
    assert scale.pay(result, BASE, target_pay=BASE).amount >= 0


@given(
    paying_scales(rising=True, base="target_pay").flatmap(
        lambda one: st.tuples(st.just(one), results(one), results(one))
    )
)
def test_rising_scales(case: tuple[Scale, Quantity, Quantity]) -> None:
    """A rising scale pays no less for more, and keeps to its floor and its cap."""
    scale, less, more = case
    laws.pay_is_monotone(scale, less, more, BASE)
    laws.pay_keeps_its_limits(scale, more, BASE)


@given(paying_scales(tiers=(2, 3)))
def test_tiers_touch(scale: Scale) -> None:
    """Tiers ascend in one unit, and there is neither a gap nor an overlap."""
    assert 2 <= len(scale.tiers) <= 3
    ranges = tiers_of(scale)
    assert (*gaps(ranges), *overlaps(ranges)) == ()
    for one, other in itertools.pairwise(scale.tiers):
        assert one.end == other.start


@given(st.sampled_from(("%", "USD", "deals")), st.data())
def test_scales_of_a_kind(unit: str, data: st.DataObject) -> None:
    """A scale is of the mode, the unit and the base that are asked for."""
    scale = data.draw(paying_scales(mode="linear", unit=unit, base="revenue"))
    assert ("linear", "revenue") == (scale.mode, scale.base)
    assert {unit} == {tier.start.unit for tier in scale.tiers}
    assert unit == data.draw(results(scale)).unit


@pytest.mark.parametrize(
    ("unit", "base"), [("%", "result"), ("deals", "result"), ("RUB", "target_pay")]
)
def test_what_cannot_be_reckoned(unit: str, base: str) -> None:
    """A scale that would pay nothing that can be reckoned is refused at once."""
    with pytest.raises(ValueError, match=f"cannot pay shares of '{base}'"):
        paying_scales(mode="marginal", unit=unit, base=base)  # type: ignore[arg-type]


def test_results_lie_where_tiers_meet() -> None:
    """A result just below a tier is tried, and it shrinks to a readable one."""
    two = paying_scales(mode="whole", unit="%", tiers=(2, 2))
    scale = find(two, lambda one: one.tiers[0].rate != one.tiers[1].rate)
    edge = scale.tiers[1].start.amount
    below = find(results(scale), lambda result: 0 < edge - result.amount < 10)
    assert quantity("99%") == below
    assert quantity("99.99%") == find(
        results(scale), lambda result: 0 < edge - result.amount < Decimal("0.5")
    )


@given(regulations(with_pay=True))
def test_with_pay(regulation: Regulation) -> None:
    """Each component of each plan has a scale or a grid, and each scale pays."""
    assert regulation.pay_plans
    for plan in regulation.pay_plans:
        assert plan.components
        for component in plan.components:
            assert isinstance(component.scale, Scale | Grid)
            assert component.amount is None
    for spot in walk(regulation):
        if isinstance(spot.value, Scale):
            start = spot.value.tiers[0].start
            assert spot.value.pay(start, BASE, target_pay=BASE).amount >= 0
        if isinstance(spot.value, Grid):
            row = spot.value.rows[0].band.start
            assert row is not None
            assert spot.value.pay(row, quantity("50%"), BASE).amount >= 0


@given(regulations(with_pay=False, size="large"))
def test_without_pay(regulation: Regulation) -> None:
    """Nothing is said of pay, and nothing refers to it."""
    assert [] == [name for name in PAY if getattr(regulation, name)]


def test_plain_scales_may_contradict_themselves() -> None:
    """What only has to load is drawn too: a scale without a mode."""
    assert find(scales(), lambda scale: scale.mode is None).mode is None
    assert "linear" == find(scales(mode="linear"), lambda _: True).mode
