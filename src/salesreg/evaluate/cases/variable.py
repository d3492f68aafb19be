"""Variable pay of a period: its components, its cap, what is guaranteed (15)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from salesreg.evaluate.cases.component import Paid, paid
from salesreg.evaluate.cases.ledger import Counting
from salesreg.evaluate.cases.payees import Payee, share
from salesreg.evaluate.periods import MONTHS, periods
from salesreg.model.pay import PayPeriod
from salesreg.values.period import Period


def components_of(payee: Payee, period: Period, counting: Counting) -> tuple[Paid, ...]:
    """Return what the components pay whose periods end in a period."""
    return tuple(
        paid(payee, place, component, span, counting)
        for place, component in enumerate(payee.plan.components)
        for span in _spans(component.period or payee.plan.period, period)
    )


def _spans(cadence: PayPeriod, period: Period) -> Iterator[Period]:
    """Yield the periods of a kind that end in a period."""
    if cadence != "deal":
        spans = periods(period.start, period.end, cadence)
        yield from (span for span in spans if span.end in period)


def capped(payee: Payee, total: Fraction) -> Fraction:
    """Return the sum of the components under the cap of the plan (15.8)."""
    cap = payee.plan.cap
    return total if cap is None else min(total, Fraction(cap.amount))


def target_of(payee: Payee, period: Period) -> Fraction:
    """Return the target variable pay of the part of a period that counts."""
    variable = payee.plan.target_variable
    return Fraction(variable.amount if variable else 0) * payee.part(period)


def guarantee_of(payee: Payee, period: Period) -> Fraction:
    """Return what the ramp guarantees in a period (15.8)."""
    variable = payee.plan.target_variable
    if variable is None:
        return Fraction()
    steps = list(payee.steps(period))
    parts = [share(step.pay) for step in steps if step is not None and step.pay]
    return Fraction(variable.amount) * sum(parts, Fraction()) / len(steps)


def draw_of(payee: Payee, period: Period) -> Fraction:
    """Return the draw of a period (15.9)."""
    draw = payee.plan.draw
    if draw is None:
        return Fraction()
    months = [
        month
        for month in payee.months(period)
        if draw.months is None or month <= draw.months
    ]
    amount = Fraction(draw.amount.amount) * len(months) / MONTHS[draw.per]
    if draw.most is not None:
        amount = min(amount, target_of(payee, period) * share(draw.most))
    return amount
