"""One component of variable pay: its result, its gates, what it pays (15.3-15.7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from salesreg.evaluate.cases.by_deal import cadence_of, earned_deals, is_theirs
from salesreg.evaluate.cases.counting import Counting
from salesreg.evaluate.cases.gates import GateSeen, at_target, seen
from salesreg.evaluate.cases.kpis import kpi_of, target_of
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.payees import Payee, share
from salesreg.evaluate.cases.scope import DEPARTMENT, Scope
from salesreg.evaluate.cases.worth import base_of, currency, months_of, worth
from salesreg.evaluate.periods import MONTHS, period_of, periods
from salesreg.model.control import Kpi
from salesreg.model.pay import Gate, Incentive
from salesreg.values.period import Period
from salesreg.values.scale import Grid

_DAY = dt.timedelta(days=1)


@frozen(eq=False)
class Paid:
    """What a component pays for a period of its result, or for a deal.

    Attributes:
        place: Place of the component in the plan.
        component: The component.
        measure: What measured the result.
        kpi: The KPI of the result.
        result: The result as it counts; None when it is undefined.
        measured: The result before an accelerator gate limited it.
        second: The second result, of a grid.
        target: Target pay of the component.
        base: What rates are a share of.
        gates: The gates.
        accelerators: The accelerator gates.
        whole: What it pays for the result, not rounded.
        currency: ISO 4217 code.
        bounded: Whether there is a target that limits the result, if a closed
            accelerator gate asks for one.
        answered: Whether its scale has an answer for the result: one whose units
            do not fit, or whose tiers do not say what they pay, has none.
        deal: Key of the deal, if it is paid by the deal.
        earned: On which date the deal was earned.
        before: What it had paid for the deal in earlier periods of pay.
    """

    place: int
    component: Incentive
    measure: Measure
    kpi: Kpi | None
    result: Decimal | None
    measured: Decimal | None
    second: Decimal | None
    target: Fraction
    base: Fraction
    gates: tuple[GateSeen, ...]
    accelerators: tuple[GateSeen, ...]
    whole: Fraction
    currency: str
    bounded: bool = True
    answered: bool = True
    deal: str | None = None
    earned: dt.date | None = None
    before: Fraction = Fraction()

    @property
    def period(self) -> Period:
        """The period of the result."""
        return self.measure.period

    @property
    def exact(self) -> Fraction:
        """What it pays now, not rounded."""
        return self.whole - self.before

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
) -> Iterator[Paid]:
    """Yield what a component pays in a period of pay.

    Args:
        payee: Who is paid.
        place: Place of the component in the plan.
        component: The component.
        period: The period of pay.
        counting: How records count.
    """
    cadence = cadence_of(payee.plan, component)
    if cadence == "deal":
        yield from _by_deal(payee, place, component, period, counting)
        return
    for span in periods(period.start, period.end, cadence):
        if span.end in period:
            measure = _measure(payee, component, span, counting)
            yield _paid(payee, place, component, measure, measure)


def _by_deal(
    payee: Payee, place: int, component: Incentive, period: Period, counting: Counting
) -> Iterator[Paid]:
    """Yield what each deal pays by now, and what it had paid before (15.12)."""
    date = payee.ledger.editions.date
    for case, at in earned_deals(payee, component, period):
        earned = date(at)
        # What the deal was earned under stays, or another month would take it back.
        month = period_of(earned, payee.cadence)
        beside = _measure(payee, component, month, counting)
        first = min(date(case.created_at), earned)
        alone = evolve(
            beside,
            ledger=payee.concerned.of_deal(case),
            period=Period(first, period.end),
        )
        now = _paid(payee, place, component, alone, beside)
        if not (now.result or is_theirs(payee, component, case, at)):
            continue
        before = Fraction()
        if earned < period.start:
            earlier = evolve(alone, period=Period(first, period.start - _DAY))
            before = _paid(payee, place, component, earlier, beside).whole
        yield evolve(now, deal=case.key, earned=earned, before=before)


def _paid(
    payee: Payee, place: int, component: Incentive, measure: Measure, beside: Measure
) -> Paid:
    """Return what a component pays for a result.

    Args:
        payee: Who is paid.
        place: Place of the component in the plan.
        component: The component.
        measure: Measures the result.
        beside: Measures the gates that are not of a deal.
    """
    kpi = kpi_of(payee.edition, component.kpi)
    measured = measure.rounded(kpi.key) if kpi else None
    scale = component.scale
    second = None
    if isinstance(scale, Grid) and kpi_of(payee.edition, scale.second_kpi):
        second = measure.rounded(scale.second_kpi or "")

    def look(gate: Gate) -> GateSeen:
        return seen(measure if gate.period in {None, "deal"} else beside, gate)

    gates = tuple(map(look, component.gates))
    accelerators = tuple(map(look, component.accelerator_gates))
    result, bounded = measured, True
    if kpi is not None and not all(one.open for one in accelerators):
        most = target_of(measure, kpi)
        bounded = most is not None
        result = measured if most is None else at_target(kpi, measured, most)
    limited = Fraction(result) if result is not None and result != measured else None
    target = _target(payee, component, beside.period)
    made = Paid(
        place,
        component,
        measure,
        kpi,
        result,
        measured,
        second,
        target,
        base_of(payee, component, measure, target, beside.period, limited),
        gates,
        accelerators,
        Fraction(),
        currency(payee),
        bounded,
    )
    if made.closed is not None:
        return made
    whole = worth(payee, component, measure, result, second, made.base, target)
    return evolve(made, whole=whole or Fraction(), answered=whole is not None)


def _measure(
    payee: Payee, component: Incentive, period: Period, counting: Counting
) -> Measure:
    """Return what measures a result of the person, the role or the department."""
    scope = DEPARTMENT
    if component.whose == "role":
        scope = Scope(role=payee.role)
    elif component.whose == "person":
        scope = Scope(person=payee.person)
        counting = evolve(counting, quota=payee.quota(period))
    return Measure(payee.ledger, payee.edition, period, scope, counting)


def _target(payee: Payee, component: Incentive, period: Period) -> Fraction:
    """Return the target pay of a component for a period, or for a deal (15.3)."""
    plan = payee.plan
    variable = Fraction(plan.target_variable.amount if plan.target_variable else 0)
    target = variable * share(component.weight) * payee.part(period)
    if cadence_of(plan, component) == "deal":
        return target
    return target * Fraction(months_of(period), MONTHS[payee.cadence])
