"""What a result is worth: the scale, grid or sum of a component (15.7)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from salesreg.errors import InvalidValue
from salesreg.evaluate.cases.by_deal import cadence_of
from salesreg.evaluate.cases.formulas import currency_of
from salesreg.evaluate.cases.kpis import kpi_of, reaches, target_of
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.payees import Payee
from salesreg.evaluate.exact import decimal
from salesreg.model.pay import Incentive, PayPlan
from salesreg.values.amounts import Money, Quantity
from salesreg.values.period import Period
from salesreg.values.scale import Band, Grid, Scale


def worth(
    payee: Payee,
    component: Incentive,
    measure: Measure,
    result: Decimal | None,
    second: Decimal | None,
    base: Fraction,
    target: Fraction,
) -> Fraction | None:
    """Return what a component pays for a result; None where its scale has no answer.

    Args:
        payee: Who is paid.
        component: The component.
        measure: What measured the result.
        result: The result as it counts; None when it is undefined.
        second: The second result, of a grid.
        base: What rates are a share of.
        target: Target pay of the component.
    """
    scale = component.scale
    if scale is None:
        return _sum(payee, component, measure, result)
    if result is None:
        return Fraction()
    unit = currency(payee)
    of, target_pay = Money(decimal(base), unit), Money(decimal(target), unit)
    first = Quantity(result, _unit(measure, component, scale))
    try:
        if isinstance(scale, Scale):
            money = scale.pay(first, of, target_pay=target_pay)
        elif second is None:
            return Fraction()
        else:
            other = Quantity(second, _band_unit(scale.columns) or "%")
            money = scale.pay(first, other, of, target_pay=target_pay)
    except InvalidValue:
        return None
    return Fraction(money.amount)


def _sum(
    payee: Payee, component: Incentive, measure: Measure, result: Decimal | None
) -> Fraction | None:
    """Return a fixed sum, if the result earns it."""
    if component.amount is None or not is_earned(payee.plan, component):
        return Fraction()
    if component.amount.currency != currency(payee):
        return None
    kpi = kpi_of(payee.edition, component.kpi)
    if kpi is not None and not reaches(kpi, result, target_of(measure, kpi)):
        return Fraction()
    return Fraction(component.amount.amount)


def base_of(
    payee: Payee,
    component: Incentive,
    measure: Measure,
    target: Fraction,
    period: Period,
    result: Fraction | None,
) -> Fraction:
    """Return what the rates of a component are a share of.

    Args:
        payee: Who is paid.
        component: The component.
        measure: What measures the result.
        target: Target pay of the component.
        period: The period whose fixed pay counts.
        result: What the result counts as, where an accelerator gate limits it.
    """
    match component.scale.base if component.scale is not None else "target_pay":
        case "target_pay":
            return target
        case "fixed_pay":
            fixed = payee.plan.fixed
            months = months_of(period) * payee.part(period)
            return Fraction(fixed.amount if fixed else 0) * months
        case "revenue" | "margin":
            return measure.kpi(component.base_kpi or "") or Fraction()
        case "result":
            if result is not None:
                return result
            return measure.kpi(component.kpi or "") or Fraction()


def currency(payee: Payee) -> str:
    """Return the currency that a plan pays in."""
    plan = payee.plan
    sums = (component.amount for component in plan.components)
    for money in (plan.target_variable, plan.fixed, plan.cap, *sums):
        if money is not None:
            return money.currency
    return currency_of(payee.edition)


def months_of(period: Period) -> int:
    """Return how many months a period has."""
    first, last = period.start, period.end
    return (last.year - first.year) * 12 + last.month - first.month + 1


def is_earned(plan: PayPlan, component: Incentive) -> bool:
    """Tell whether results, or deals, decide who gets a fixed sum, and not a jury."""
    gates = any(
        gate.kpi is not None and gate.band is not None for gate in component.gates
    )
    return component.kind not in {"contest", "award"} and (
        component.kpi is not None or gates or cadence_of(plan, component) == "deal"
    )


def is_payable(component: Incentive) -> bool:
    """Tell whether a component says what it pays."""
    scale = component.scale
    if isinstance(scale, Scale):
        return scale.mode is not None
    return isinstance(scale, Grid) or component.amount is not None


def _unit(measure: Measure, component: Incentive, scale: Scale | Grid) -> str:
    kpi = kpi_of(measure.edition, component.kpi)
    if kpi is not None and kpi.unit is not None:
        return kpi.unit
    if isinstance(scale, Scale):
        return scale.tiers[0].start.unit
    return _band_unit([row.band for row in scale.rows]) or "%"


def _band_unit(bands: tuple[Band, ...] | list[Band]) -> str | None:
    bounds = (bound for band in bands for bound in (band.start, band.end))
    return next((bound.unit for bound in bounds if bound is not None), None)
