"""One target in two cadences: twelve months are a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.control import Kpi
from salesreg.model.strategy import Plan
from salesreg.values.amounts import Quantity
from salesreg.values.expression import Aggregate, Count

_A_YEAR = {"week": 52, "month": 12, "quarter": 4}
_EVERY = {
    "week": Said(en="a week", ru="в неделю"),
    "month": Said(en="a month", ru="в месяц"),
    "quarter": Said(en="a quarter", ru="в квартал"),
}


class CadencesDisagree(Check):
    """The target of a KPI for a month or quarter is not its part of the year's plan.

    Sums and counts are compared, with the department's plan and with the target of
    one person of a role that the KPI measures; one of them must agree.
    """

    code = "GOL13"
    name = "cadences-disagree"
    severity = "error"
    russian = "Месячное или квартальное значение не равно своей части годового плана."
    why = Said(
        en="Who meets the month misses the year, or the other way round.",
        ru="Кто выполняет месяц, не выполнит год, или наоборот.",
    )
    mend = Said(
        en="give the KPI its part of the plan as target",
        ru="задать показателю цель, равную его части плана",
    )
    message = Said(
        en="{kpi}: {target} {every} are {year} a year, plan {plan} says {planned}",
        ru="{kpi}: {target} {every} — это {year} в год, а в плане {plan} — {planned}",
    )
    valid = (
        """
        kpis:
        - {key: calls, title: Calls, period: quarter, target: 30 calls,
           roles: [sdr], formula: {kind: count}}
        plans:
        - {key: calls, title: Calls, kpi: calls, period: "2026", target: 360 calls,
           targets: [{value: 120 calls, role: sdr, headcount: 3}]}
        """,
    )
    invalid = (
        """
        kpis:
        - {key: qualified-leads, title: Leads, period: month, target: 81 leads,
           formula: {kind: count}}
        plans:
        - {key: leads-2026, title: Plan of leads, kpi: qualified-leads,
           period: "2026", target: 960 leads}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the KPIs whose target fits no number of the plan of a year."""
        for path, plan in facts.each("plans", Plan):
            kpi = facts.find(Kpi, plan.kpi)
            if kpi is None or not _summed(kpi) or not _yearly(plan):
                continue
            times = _A_YEAR.get(kpi.period or "")
            if not (kpi.target and plan.target and times and kpi.period):
                continue
            year = Quantity(kpi.target.amount * times, kpi.target.unit)
            stated = [plan.target]
            stated += [one.value for one in plan.targets if one.role in kpi.roles]
            same = [one for one in stated if one.unit == year.unit]
            # Weeks do not divide a year: one of them may be left over.
            slack = kpi.target.amount if kpi.period == "week" else Decimal(0)
            if same and all(abs(one.amount - year.amount) > slack for one in same):
                where = facts.pointer_of(Kpi, kpi.key)
                yield self.found(
                    f"{path}/target",
                    also=[f"{where}/target"],
                    kpi=kpi,
                    target=kpi.target,
                    every=_EVERY[kpi.period],
                    year=year,
                    plan=plan,
                    planned=plan.target,
                )


def _summed(kpi: Kpi) -> bool:
    formula = kpi.formula
    if isinstance(formula, Aggregate):
        return formula.how == "sum"
    return isinstance(formula, Count)


def _yearly(plan: Plan) -> bool:
    return plan.period is not None and len(str(plan.period)) == 4


CHECKS: tuple[type[Check], ...] = (CadencesDisagree,)
