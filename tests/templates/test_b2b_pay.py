"""The full regulation: KPIs, pay, limits and prices hold together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesreg import templates
from salesreg.model.control import Kpi
from salesreg.model.limits import Authority
from salesreg.model.pay import Incentive, PayPlan
from salesreg.values.deadline import ByDay
from salesreg.values.scale import Band, Grid, Scale

B2B = templates.get("b2b")
KPIS = {kpi.key: kpi for kpi in B2B.kpis}
MONTHS = {"month": 1, "quarter": 3}
COMPONENTS = [(plan, part) for plan in B2B.pay_plans for part in plan.components]
BY_KEY = [pytest.param(*pair, id=pair[1].key) for pair in COMPONENTS]


@pytest.mark.parametrize("kpi", B2B.kpis, ids=lambda kpi: kpi.key)
def test_kpi_is_whole(kpi: Kpi) -> None:
    """Each KPI has formula, unit, direction, target, period, source, owner, roles."""
    parts = (kpi.formula, kpi.unit, kpi.direction, kpi.target, kpi.period, kpi.source)
    assert None not in (*parts, kpi.owner)
    assert kpi.roles
    assert kpi.target
    assert kpi.unit == kpi.target.unit


@pytest.mark.parametrize("kpi", B2B.kpis, ids=lambda kpi: kpi.key)
def test_kpi_is_looked_at(kpi: Kpi) -> None:
    """Each KPI stands in a report or is looked at in a meeting."""
    seen = {key for report in B2B.reports for key in report.kpis}
    seen |= {key for meeting in B2B.meetings for key in meeting.kpis}
    assert kpi.key in seen


def test_few_kpis_a_role() -> None:
    """No role is measured by more than five KPIs, or paid by more than three."""
    for role in B2B.roles:
        assert len([k for k in B2B.kpis if role.key in k.roles]) <= 5
    assert all(len(plan.components) <= 3 for plan in B2B.pay_plans)


@pytest.mark.parametrize("plan", B2B.pay_plans, ids=lambda plan: plan.key)
def test_pay_adds_up(plan: PayPlan) -> None:
    """Weights give 100 %, and the fixed share follows from the sums."""
    assert plan.fixed
    assert plan.target_variable
    assert plan.fixed_share
    weights = [part.weight.points for part in plan.components if part.weight]
    assert (len(plan.components), 100) == (len(weights), sum(weights))
    fixed = plan.fixed.amount * MONTHS[plan.period]
    share = 100 * fixed / (fixed + plan.target_variable.amount)
    assert plan.fixed_share.points == share


@pytest.mark.parametrize("plan", B2B.pay_plans, ids=lambda plan: plan.key)
def test_pay_is_ruled(plan: PayPlan) -> None:
    """Each plan says what holds for newcomers, leave and leavers, and when it pays."""
    assert None not in (plan.newcomers, plan.leave, plan.leavers, plan.cap)
    assert plan.payout
    due = plan.payout.due
    assert isinstance(due, ByDay)
    assert plan.payout.dispute_to not in plan.roles
    assert due.day <= (15 if plan.period == "month" else 20)


def _tiers_meet(scale: Scale) -> bool:
    return all(
        lower.end == upper.start and not lower.end_included
        for lower, upper in zip(scale.tiers, scale.tiers[1:], strict=False)
    )


def _rate(scale: Scale, result: Decimal) -> Decimal:
    """Return the rate in per cent that a scale pays for a result."""
    for tier in scale.tiers:
        if tier.end is None or result < tier.end.amount:
            assert tier.rate
            low, rate = tier.start.amount, tier.rate.points
            if tier.end is None or tier.rate_at_end is None:
                return rate
            part = (result - low) / (tier.end.amount - low)
            return rate + part * (tier.rate_at_end.points - rate)
    raise AssertionError(result)


@pytest.mark.parametrize(("plan", "part"), BY_KEY)
def test_scale_has_no_gap_and_no_jump(plan: PayPlan, part: Incentive) -> None:
    """Tiers meet, begin at nothing, and a straight scale goes on where it ended."""
    del plan
    if isinstance(part.scale, Scale):
        assert _tiers_meet(part.scale)
        tiers = part.scale.tiers
        assert tiers[0].start.amount == 0
        assert tiers[-1].end is None
        if part.scale.mode == "linear":
            assert [t.rate_at_end for t in tiers[:-1]] == [t.rate for t in tiers[1:]]


@pytest.mark.parametrize(("plan", "part"), BY_KEY)
def test_target_pays_the_target(plan: PayPlan, part: Incentive) -> None:
    """The result that is the target pays 100 % of the component."""
    kpi = KPIS[part.kpi or ""]
    assert kpi.target
    assert part.weight
    assert plan.target_variable
    match part.scale:
        case Grid():
            second = KPIS[part.scale.second_kpi or ""].target
            assert second
            row = _band([row.band for row in part.scale.rows], kpi.target.amount)
            column = _band(part.scale.columns, second.amount)
            assert Decimal(100) == part.scale.rows[row].rates[column].points
        case Scale() if part.scale.mode == "marginal":
            quotas = [t for p in B2B.plans for t in p.targets if t.role in plan.roles]
            month = quotas[0].value.amount / 12
            paid = month * _rate(part.scale, month - 1) / 100
            assert plan.target_variable.amount * part.weight.fraction == paid
        case Scale():
            assert Decimal(100) == _rate(part.scale, kpi.target.amount)
        case None:
            pytest.fail("a component without a scale")


def _band(bands: tuple[Band, ...] | list[Band], result: Decimal) -> int:
    fits = [
        (band.start is None or band.start.amount <= result)
        and (band.end is None or result < band.end.amount)
        for band in bands
    ]
    assert 1 == sum(fits)
    return fits.index(True)


@pytest.mark.parametrize(("plan", "part"), BY_KEY)
def test_paid_for_what_one_can_influence(plan: PayPlan, part: Incentive) -> None:
    """The KPI of a component measures the role, and gates look at the same period."""
    assert set(plan.roles) <= set(KPIS[part.kpi or ""].roles)
    gates = (*part.gates, *part.accelerator_gates)
    assert [] == [gate.kpi for gate in gates if gate.period != part.period]


def _most(plan: PayPlan, part: Incentive) -> Decimal:
    assert plan.target_variable
    assert part.weight
    whole = plan.target_variable.amount * part.weight.fraction
    if isinstance(part.scale, Scale):
        if part.scale.cap and part.scale.cap.unit == "RUB":
            return part.scale.cap.amount
        rates = [t.rate.points for t in part.scale.tiers if t.rate]
        return whole * max(rates) / 100
    return whole


@pytest.mark.parametrize("plan", B2B.pay_plans, ids=lambda plan: plan.key)
def test_cap_lets_every_component_reach_its_top(plan: PayPlan) -> None:
    """The cap of a plan is the sum of what its components can pay."""
    assert plan.cap
    tops = (_most(plan, part) for part in plan.components)
    assert plan.cap.amount == sum(tops)


def test_draw_is_the_guarantee_of_the_ramp() -> None:
    """The guarantee in the pay plan is the one of the ramp, month for month."""
    (plan,) = [plan for plan in B2B.pay_plans if plan.draw]
    assert plan.draw
    assert plan.target_variable
    (role,) = [role for role in B2B.roles if role.key in plan.roles]
    ramp = [step.pay.fraction for step in role.ramp if step.pay]
    expected = [plan.target_variable.amount * share for share in ramp]
    assert expected == [plan.draw.amount.amount] * (plan.draw.months or 0)


def test_splits_give_everything_once() -> None:
    """The shares of each split give 100 %, as does the credit of a stand-in."""
    for split in (split for plan in B2B.pay_plans for split in plan.splits):
        assert 100 == sum(share.share.points for share in split.shares)
    (manager,) = [role for role in B2B.roles if role.key == "manager"]
    (leave,) = [s for p in B2B.pay_plans for s in p.splits if s.key == "leave"]
    credit = manager.substitutes[0].credit
    assert [credit] == [s.share for s in leave.shares if s.role == "key-manager"]


@pytest.mark.parametrize("authority", B2B.authorities, ids=lambda item: item.key)
def test_authority_has_no_gap(authority: Authority) -> None:
    """Ranges start at zero and meet; no asker approves; every approver has a time."""
    bands = [item.band for item in authority.bands]
    assert bands[0].start
    assert 0 == bands[0].start.amount
    assert [band.end for band in bands[:-1]] == [band.start for band in bands[1:]]
    assert {False} == {item.end_included for item in authority.bands}
    chain = [step.role for step in authority.chain]
    assert set() == set(chain) & set(authority.requesters)
    assert chain[-1] == authority.bands[-1].role
    assert [] == [step.role for step in authority.chain if step.within is None]


def test_prices_follow_from_discounts() -> None:
    """A derived price is the list price less the discount."""
    for level in B2B.prices:
        assert level.list_price
        assert level.discount
        assert level.price
        expected = level.list_price.amount * (1 - level.discount.fraction)
        assert expected == level.price.amount


def test_exceptions_are_recorded() -> None:
    """Each exception has somebody who grants it, a record, a reach and a time."""
    for item in B2B.exceptions:
        assert item.granted_by
        assert None not in (item.recorded_in, item.document, item.validity, item.within)
