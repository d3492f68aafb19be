"""One component of variable pay: its result, its gates, what it pays (15.3-15.7)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from salesreg.errors import InvalidValue
from salesreg.evaluate.cases.kpis import kpi_of, reaches, target_of
from salesreg.evaluate.cases.ledger import Counting
from salesreg.evaluate.cases.measure import DEPARTMENT, Measure, Scope, currency_of
from salesreg.evaluate.cases.payees import Payee, share
from salesreg.evaluate.exact import decimal
from salesreg.evaluate.periods import MONTHS, Cadence, period_of
from salesreg.model.control import Kpi
from salesreg.model.pay import Gate, Incentive
from salesreg.values.amounts import Money, Quantity
from salesreg.values.dates import moved
from salesreg.values.period import Period
from salesreg.values.scale import Band, Grid, Scale
from salesreg.values.times import Duration


@frozen(eq=False)
class GateSeen:
    """A gate, and what was behind it.

    Attributes:
        gate: The gate.
        period: The period whose result was looked at.
        value: That result; None when it is undefined.
        open: Whether the gate is open; one in words only always is.
    """

    gate: Gate
    period: Period
    value: Decimal | None
    open: bool


@frozen(eq=False)
class Paid:
    """What a component pays for a period of its result.

    Attributes:
        place: Place of the component in the plan.
        component: The component.
        period: The period of the result.
        kpi: The KPI of the result.
        result: The result as it counts; None when it is undefined.
        measured: The result before an accelerator gate limited it.
        second: The second result, of a grid.
        target: Target pay of the component.
        part: The part of the period that counts.
        base: What rates are a share of.
        gates: The gates.
        accelerators: The accelerator gates.
        exact: What it pays, not rounded.
        currency: ISO 4217 code.
        answered: Whether its scale has an answer for the result: one whose units
            do not fit, or whose tiers do not say what they pay, has none.
    """

    place: int
    component: Incentive
    period: Period
    kpi: Kpi | None
    result: Decimal | None
    measured: Decimal | None
    second: Decimal | None
    target: Fraction
    part: Fraction
    base: Fraction
    gates: tuple[GateSeen, ...]
    accelerators: tuple[GateSeen, ...]
    exact: Fraction
    currency: str
    answered: bool = True

    @property
    def closed(self) -> int | None:
        """Number of the first closed gate, from 1."""
        numbers = (n for n, seen in enumerate(self.gates, 1) if not seen.open)
        return next(numbers, None)

    @property
    def accelerated(self) -> bool:
        """Whether the accelerator gates are open."""
        return all(seen.open for seen in self.accelerators)

    @property
    def tier(self) -> int | None:
        """The tier or row that the result falls in, from 1."""
        if self.result is None or self.component.scale is None:
            return None
        scale = self.component.scale
        bands = (
            [(row.band.start, row.band.end, False) for row in scale.rows]
            if isinstance(scale, Grid)
            else [(tier.start, tier.end, tier.end_included) for tier in scale.tiers]
        )
        for number, (start, end, included) in enumerate(bands, 1):
            above = start is None or self.result >= start.amount
            below = end is None or self.result < end.amount
            if above and (below or (included and self.result == end.amount)):  # type: ignore[union-attr]
                return number
        return None


def paid(
    payee: Payee, place: int, component: Incentive, period: Period, counting: Counting
) -> Paid:
    """Return what a component pays for a period of its result."""
    plan = payee.plan
    scope = _scope(payee, component)
    if scope.person is not None:
        counting = evolve(counting, quota=payee.quota(period))
    measure = Measure(payee.ledger, payee.edition, period, scope, counting)
    kpi = kpi_of(payee.edition, component.kpi)
    measured = measure.rounded(kpi.key) if kpi else None
    scale = component.scale
    second = None
    if isinstance(scale, Grid) and kpi_of(payee.edition, scale.second_kpi):
        second = measure.rounded(scale.second_kpi or "")
    part = payee.part(period)
    months = Fraction(_months(period), MONTHS[_cadence(plan.period)])
    variable = Fraction(plan.target_variable.amount if plan.target_variable else 0)
    target = variable * share(component.weight) * part * months
    gates = tuple(_seen(measure, gate) for gate in component.gates)
    accelerators = tuple(_seen(measure, g) for g in component.accelerator_gates)
    result = measured
    if not all(seen.open for seen in accelerators):
        result = _at_target(kpi, measured)
    made = Paid(
        place,
        component,
        period,
        kpi,
        result,
        measured,
        second,
        target,
        part,
        _base(payee, component, measure, target, part),
        gates,
        accelerators,
        Fraction(),
        currency(payee),
    )
    if made.closed is not None:
        return made
    exact = _exact(made, measure)
    return evolve(made, exact=exact or Fraction(), answered=exact is not None)


def currency(payee: Payee) -> str:
    """Return the currency that a plan pays in."""
    for money in (payee.plan.target_variable, payee.plan.fixed, payee.plan.cap):
        if money is not None:
            return money.currency
    return currency_of(payee.edition)


def _cadence(period: str) -> Cadence:
    return next(cadence for cadence in MONTHS if cadence == period)


def _scope(payee: Payee, component: Incentive) -> Scope:
    match component.whose:
        case "person":
            return Scope(person=payee.person)
        case "role":
            return Scope(role=payee.role)
        case "department":
            return DEPARTMENT


def _months(period: Period) -> int:
    first, last = period.start, period.end
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _seen(measure: Measure, gate: Gate) -> GateSeen:
    """Look at a gate (15.6)."""
    period = measure.period
    if gate.period in MONTHS:
        period = period_of(period.end, _cadence(gate.period or ""))
        if period.end > measure.period.end:
            before = moved(period.start, Duration(1, "day"), back=True)
            period = period_of(before, _cadence(gate.period or ""))
    kpi = kpi_of(measure.edition, gate.kpi)
    if kpi is None or gate.band is None:
        return GateSeen(gate, period, None, open=True)
    counting = evolve(measure.counting, where=gate.when)
    value = evolve(measure, period=period, counting=counting).rounded(kpi.key)
    inside = value is not None and _in(gate.band, value)
    return GateSeen(gate, period, value, open=inside)


def _in(band: Band, value: Decimal) -> bool:
    above = band.start is None or value >= band.start.amount
    return above and (band.end is None or value < band.end.amount)


def _at_target(kpi: Kpi | None, result: Decimal | None) -> Decimal | None:
    if kpi is None or kpi.target is None or result is None:
        return result
    if kpi.direction == "down":
        return max(result, kpi.target.amount)
    return min(result, kpi.target.amount)


def _base(
    payee: Payee,
    component: Incentive,
    measure: Measure,
    target: Fraction,
    part: Fraction,
) -> Fraction:
    """Return what the rates of a component are a share of (15.7)."""
    match component.scale.base if component.scale is not None else "target_pay":
        case "target_pay":
            return target
        case "fixed_pay":
            fixed = payee.plan.fixed
            months = _months(measure.period)
            return Fraction(fixed.amount if fixed else 0) * months * part
        case "revenue" | "margin":
            value = measure.kpi(component.base_kpi or "")
            return value if value is not None else Fraction()
        case "result":
            value = measure.kpi(component.kpi or "")
            return value if value is not None else Fraction()


def _exact(made: Paid, measure: Measure) -> Fraction | None:
    """Return what a component pays; None where its scale has no answer."""
    component, scale = made.component, made.component.scale
    if scale is None:
        if component.amount is None or not is_earned(component):
            return Fraction()
        if made.kpi is not None:
            target = target_of(measure, made.kpi)
            if reaches(made.kpi, made.result, target) is not True:
                return Fraction()
        return Fraction(component.amount.amount)
    if made.result is None:
        return Fraction()
    base = Money(decimal(made.base), made.currency)
    target_pay = Money(decimal(made.target), made.currency)
    result = Quantity(made.result, _unit(scale, made))
    try:
        if isinstance(scale, Scale):
            money = scale.pay(result, base, target_pay=target_pay)
        elif made.second is None:
            return Fraction()
        else:
            unit = _band_unit(scale.columns) or "%"
            second = Quantity(made.second, unit)
            money = scale.pay(result, second, base, target_pay=target_pay)
    except InvalidValue:
        return None
    return Fraction(money.amount)


def _unit(scale: Scale | Grid, made: Paid) -> str:
    if made.kpi is not None and made.kpi.unit is not None:
        return made.kpi.unit
    if isinstance(scale, Scale):
        return scale.tiers[0].start.unit
    return _band_unit([row.band for row in scale.rows]) or "%"


def _band_unit(bands: tuple[Band, ...] | list[Band]) -> str | None:
    bounds = (bound for band in bands for bound in (band.start, band.end))
    return next((bound.unit for bound in bounds if bound is not None), None)


def is_earned(component: Incentive) -> bool:
    """Tell whether results decide who gets a fixed sum, and not a jury (15.7)."""
    gates = any(
        gate.kpi is not None and gate.band is not None for gate in component.gates
    )
    return component.kind not in {"contest", "award"} and (
        component.kpi is not None or gates
    )


def is_payable(component: Incentive) -> bool:
    """Tell whether a component says what it pays."""
    scale = component.scale
    if isinstance(scale, Scale):
        return scale.mode is not None
    return isinstance(scale, Grid) or component.amount is not None
