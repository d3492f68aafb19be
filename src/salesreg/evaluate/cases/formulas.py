"""What can be said of a formula without data: its currency, whether it adds up (13)."""

from __future__ import annotations

from salesreg.evaluate.editions import Edition
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.event import PeriodEnds
from salesreg.values.expression import (
    Aggregate,
    Arithmetic,
    Count,
    Expression,
    KpiValue,
)


def currency_in(edition: Edition, unit: str | None) -> str:
    """Return the currency that sums in a unit are in (13.4)."""
    return unit if unit in MINOR_DIGITS and unit else currency_of(edition)


def currency_of(edition: Edition) -> str:
    """Return the currency that a regulation reckons in (13.4)."""
    regulation = edition.regulation
    units = [plan.target.unit for plan in regulation.plans if plan.target]
    units += [
        money.currency
        for plan in regulation.pay_plans
        for money in (plan.fixed, plan.target_variable)
        if money is not None
    ]
    units += [kpi.unit for kpi in regulation.kpis if kpi.unit]
    return next((unit for unit in units if unit in MINOR_DIGITS), "RUB")


def adds_up(edition: Edition, formula: Expression | None) -> bool:
    """Tell whether values of a formula add up over periods and people (13.9)."""
    match formula:
        case Count() | Aggregate():
            sums = isinstance(formula, Count) or formula.how == "sum"
            passing = formula.of != "people"
            return sums and passing and not isinstance(formula.event, PeriodEnds)
        case KpiValue():
            kpis = edition.regulation.kpis
            kpi = next((kpi for kpi in kpis if kpi.key == formula.kpi), None)
            return kpi is not None and adds_up(edition, kpi.formula)
        case Arithmetic():
            parts = (formula.left, formula.right)
            return formula.op != "multiply" and all(adds_up(edition, p) for p in parts)
        case _:
            return False
