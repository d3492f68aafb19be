"""Variable pay of a period: its components, its cap, what is guaranteed (15)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from salesreg.evaluate.cases.clock import moment_of
from salesreg.evaluate.cases.component import Paid, paid
from salesreg.evaluate.cases.counting import Counting
from salesreg.evaluate.cases.payees import Payee, share
from salesreg.evaluate.cases.worth import months_of
from salesreg.evaluate.periods import MONTHS
from salesreg.values.period import Period


def components_of(payee: Payee, period: Period, counting: Counting) -> tuple[Paid, ...]:
    """Return what the components pay in a period."""
    return tuple(
        one
        for place, component in enumerate(payee.plan.components)
        for one in paid(payee, place, component, period, counting)
    )


def capped(payee: Payee, components: Iterable[Paid]) -> Fraction:
    """Return the sum of the components under the cap of the plan (15.8, 15.12)."""
    cap = payee.plan.cap
    if cap is None or payee.plan.period != "deal":
        total = sum((one.exact for one in components), Fraction())
        return total if cap is None else min(total, Fraction(cap.amount))
    most, total = Fraction(cap.amount), Fraction()
    deals: dict[str, list[Paid]] = {}
    for one in components:
        if one.deal is None:
            total += one.exact
        else:
            deals.setdefault(one.deal, []).append(one)
    for held in deals.values():
        whole = sum((one.whole for one in held), Fraction())
        before = sum((one.before for one in held), Fraction())
        total += min(most, whole) - min(most, before)
    return total


def target_of(payee: Payee, period: Period, components: Iterable[Paid]) -> Fraction:
    """Return the target variable pay of the part of a period that counts.

    That of a plan by the deal is for each deal that was earned in the period.
    """
    variable = payee.plan.target_variable
    target = Fraction(variable.amount if variable else 0)
    if payee.plan.period == "deal":
        earned = {one.deal for one in components if one.earned and one.earned in period}
        return target * len(earned)
    return target * payee.part(period)


def guarantee_of(payee: Payee, period: Period, components: Iterable[Paid]) -> Fraction:
    """Return what the ramp guarantees in a period, month by month (15.8)."""
    variable = payee.plan.target_variable
    if variable is None:
        return Fraction()
    target = Fraction(variable.amount)
    if payee.plan.period == "deal":
        target = target_of(payee, period, components)
    pays = {step.month: share(step.pay) for step in payee.ramp if step.pay}
    parts = [
        payee.part(month) * pays[number]
        for month, number in payee.months(period)
        if number in pays
    ]
    return target * sum(parts, Fraction()) / months_of(period)


def draw_of(payee: Payee, period: Period, target: Fraction) -> Fraction:
    """Return the draw of a period, whose target pay limits it (15.9)."""
    draw = payee.plan.draw
    if draw is None:
        return Fraction()
    parts = [
        payee.part(month)
        for month, number in payee.months(period)
        if draw.months is None or number <= draw.months
    ]
    amount = Fraction(draw.amount.amount) * sum(parts, Fraction()) / MONTHS[draw.per]
    if draw.most is not None:
        amount = min(amount, target * share(draw.most))
    return amount


def due_of(payee: Payee, period: Period) -> dt.datetime | None:
    """Return by when the pay of a period is paid, if the plan says so (15.13)."""
    payout, calendar = payee.plan.payout, payee.calendar
    if payout is None or payout.due is None or calendar is None:
        return None
    return moment_of(payout.due, payee.ledger.last_second(period), calendar)
