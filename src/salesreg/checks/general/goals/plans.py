"""Plans: parts that add up, funnels that give the target, growth that is possible."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.goals.sums import additive, parts
from salesreg.checks.said import Said
from salesreg.constraints import NonNegative
from salesreg.model.control import Kpi
from salesreg.model.people import Role
from salesreg.model.strategy import Plan
from salesreg.record import record
from salesreg.values.amounts import Percent, Quantity

_BY = {
    "months": Said(en="by periods", ru="по периодам"),
    "roles": Said(en="by roles", ru="по ролям"),
    "products": Said(en="by products", ru="по продуктам"),
    "segments": Said(en="by segments", ru="по сегментам"),
}


class PartsDoNotAddUp(Check):
    """The parts of a plan do not add up to its target.

    Periods, products and segments must give the target exactly; the roles must
    give at least the target, with newcomers counted by their weight.
    """

    code = "GOL07"
    name = "parts-do-not-add-up"
    severity = "error"
    russian = "Части плана не складываются в его цель."
    why = Said(
        en="Everybody can meet the plan, and the department misses it.",
        ru="Каждый может выполнить свой план, а отдел — нет.",
    )
    mend = Said(
        en="change the target or its parts so that they add up",
        ru="изменить план или его части, чтобы сумма сошлась",
    )
    message = Said(
        en="plan {plan}: the parts {by} give {total}, the target is {target}",
        ru="план {plan}: части {by} дают {total}, а цель — {target}",
    )
    valid = (
        """
        plans:
        - key: half
          title: Half-year
          period: 2026-H1
          target: 700 RUB
          targets:
          - {value: 300 RUB, period: 2026-Q1}
          - {value: 400 RUB, period: 2026-Q2}
          - {value: 160 RUB, role: manager, headcount: 4}
          - {value: 120 RUB, role: sdr, weight: 50%}
        """,
    )
    invalid = (
        """
        plans:
        - key: autumn
          title: Plan of the autumn
          kpi: revenue
          period: 2026-Q4
          target: 600 RUB
          targets:
          - {value: 100 RUB, period: 2026-10}
          - {value: 200 RUB, period: 2026-11}
          - {value: 200 RUB, period: 2026-12}
        """,
        """
        plans:
        - key: autumn
          title: Plan of the autumn
          kpi: revenue
          period: 2026-Q4
          target: 600 RUB
          targets: [{value: 100 RUB, role: manager, headcount: 5}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the divisions of a plan whose sum is wrong."""
        for path, plan in facts.each("plans", Plan):
            if plan.target is None or not additive(plan, facts.find(Kpi, plan.kpi)):
                continue
            for part in parts(plan):
                total, target = part.total, plan.target.amount
                if total < target or (part.name != "roles" and total > target):
                    yield self.found(
                        f"{path}/target",
                        also=[f"{path}/targets/{at}" for at in part.at],
                        plan=plan,
                        by=_BY[part.name],
                        total=Quantity(total, plan.target.unit),
                        target=plan.target,
                    )


@record
class OverAssigned(Check):
    """The roles of a plan have more to do together than it allows.

    Attributes:
        most: How much more is usual, where the plan does not say.
    """

    code = "GOL08"
    name = "over-assigned"
    severity = "warning"
    russian = "Роли вместе получили по плану больше, чем он допускает."
    why = Said(
        en="A reserve of some per cent is usual; more makes quotas that nobody meets.",
        ru="Запас в несколько процентов обычен, а больший делает квоты невыполнимыми.",
    )
    mend = Said(
        en="lessen the targets of the roles, or raise `over_assignment`",
        ru="уменьшить планы ролей или увеличить `over_assignment`",
    )
    message = Said(
        en="plan {plan}: the roles have {total} to reach, {over} more than {target};"
        " {most} is allowed",
        ru="план {plan}: ролям задано {total}, на {over} больше цели {target};"
        " допустимо {most}",
    )
    valid = (
        """
        plans:
        - key: half
          title: Half-year
          target: 1000 RUB
          over_assignment: 12%
          targets: [{value: 1120 RUB, role: manager}]
        """,
    )
    invalid = (
        """
        plans:
        - key: autumn
          title: Plan of the autumn
          kpi: revenue
          period: 2026-Q4
          target: 1000 RUB
          targets: [{value: 1120 RUB, role: manager}]
        """,
    )

    most: Annotated[Percent, NonNegative()] = Percent(Decimal(10))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans whose roles have too much."""
        for path, plan in facts.each("plans", Plan):
            if plan.target is None or not additive(plan, facts.find(Kpi, plan.kpi)):
                continue
            most = plan.over_assignment or self.most
            for part in parts(plan):
                target = plan.target.amount
                if part.name != "roles" or target <= 0:
                    continue
                if part.total > target * (1 + most.fraction):
                    over = Percent(round((part.total / target - 1) * 100, 1))
                    yield self.found(
                        f"{path}/target",
                        also=[f"{path}/targets/{at}" for at in part.at],
                        plan=plan,
                        total=Quantity(part.total, plan.target.unit),
                        over=over,
                        target=plan.target,
                        most=most,
                    )


@record
class FunnelMissesTarget(Check):
    """Leads, conversions and the average deal do not give the target of the plan.

    Attributes:
        tolerance: By how much the funnel may fall short.
    """

    code = "GOL09"
    name = "funnel-misses-target"
    severity = "warning"
    russian = "Обращения, конверсии и средний чек не дают цели плана."
    why = Said(
        en="With these numbers the plan is missed even when everybody meets them.",
        ru="С такими числами план не выполнить, даже если все их достигнут.",
    )
    mend = Said(
        en="change `inflow`, `conversions` or `average_deal`, or lower the target",
        ru="изменить `inflow`, `conversions` или `average_deal` — или снизить план",
    )
    message = Said(
        en="plan {plan}: the funnel gives {total}, the target is {target}",
        ru="план {plan}: воронка даёт {total}, а цель — {target}",
    )
    valid = (
        """
        plans:
        - key: wins
          title: Wins
          target: 24 deals
          inflow: 240 leads
          conversions:
          - {start: lead, end: offer, rate: 20%}
          - {start: offer, end: won, rate: 50%}
        """,
    )
    invalid = (
        """
        stages:
        - {key: lead, title: New lead}
        - {key: offer, title: Offer}
        plans:
        - key: leads-2026
          title: Plan of leads
          target: 960 leads
          inflow: 4000 leads
          conversions: [{start: lead, end: offer, rate: 20%}]
        """,
    )

    tolerance: Annotated[Percent, NonNegative()] = Percent(Decimal(5))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans that their funnel does not give."""
        for path, plan in facts.each("plans", Plan):
            if not (plan.target and plan.inflow and plan.conversions):
                continue
            links = zip(plan.conversions, plan.conversions[1:], strict=False)
            if any(one.end != other.start for one, other in links):
                continue
            total = plan.inflow.amount
            for one in plan.conversions:
                total *= one.rate.fraction
            if plan.target.money and plan.average_deal:
                if plan.average_deal.unit != plan.target.unit:
                    continue
                total *= plan.average_deal.amount
            elif plan.target.money or plan.target.unit == "%":
                continue
            if total < plan.target.amount * (1 - self.tolerance.fraction):
                yield self.found(
                    f"{path}/target",
                    also=[f"{path}/conversions", f"{path}/inflow"],
                    plan=plan,
                    total=Quantity(round(total, 2), plan.target.unit),
                    target=plan.target,
                )


@record
class GrowthBeyondHistory(Check):
    """A plan asks for much more than the last period of the same length gave.

    Attributes:
        most: Growth from one period to the next that needs no explanation.
    """

    code = "GOL10"
    name = "growth-beyond-history"
    severity = "warning"
    russian = "План намного больше результата прошлого такого же периода."
    why = Said(
        en="Targets far from what was ever reached stop people from trying.",
        ru="Цель, далёкая от достигнутого, отбивает охоту стараться.",
    )
    mend = Said(
        en="lower the target, or say in `analysis` what makes the growth possible",
        ru="снизить план или указать в `analysis`, за счёт чего возможен рост",
    )
    message = Said(
        en="plan {plan}: {target} after {past} grows by {growth}, more than {most}",
        ru="план {plan}: {target} после {past} — рост на {growth}, больше {most}",
    )
    valid = (
        """
        plans:
        - {key: y, title: Year, period: "2026", target: 150 deals,
           past: [{period: "2024", value: 9 deals}, {period: "2025", value: 100 deals}]}
        """,
    )
    invalid = (
        """
        plans:
        - {key: support-2026, title: Support, period: "2026", target: 200 RUB,
           past: [{period: "2025", value: 100 RUB}]}
        """,
    )

    most: Annotated[Percent, NonNegative()] = Percent(Decimal(50))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans that grow too much."""
        for path, plan in facts.each("plans", Plan):
            if not (plan.target and plan.period):
                continue
            before = [
                (one.period.end, index, one)
                for index, one in enumerate(plan.past)
                if one.period.end < plan.period.start
                and abs(one.period.days - plan.period.days) <= 3
                and one.value.unit == plan.target.unit
                and one.value.amount > 0
            ]
            if not before:
                continue
            _, index, last = max(before, key=lambda one: one[:2])
            growth = plan.target.amount / last.value.amount - 1
            if growth > self.most.fraction:
                yield self.found(
                    f"{path}/target",
                    also=[f"{path}/past/{index}"],
                    plan=plan,
                    target=plan.target,
                    past=last.value,
                    growth=Percent(round(growth * 100, 1)),
                    most=self.most,
                )


class RampNotCounted(Check):
    """A plan counts newcomers of a role with a ramp as if they knew everything.

    Newcomers are the people whom the plan counts beyond the role's headcount.
    """

    code = "GOL12"
    name = "ramp-not-counted"
    severity = "warning"
    russian = "План считает новичков роли с адаптацией опытными сотрудниками."
    why = Said(
        en="In their first months newcomers bring a part, and the plan is short.",
        ru="В первые месяцы новички дают лишь часть, и план недоберут.",
    )
    mend = Said(
        en="give newcomers a target of their own, lower by the `ramp`",
        ru="дать новичкам отдельный план — меньше, по `ramp`",
    )
    message = Said(
        en="plan {plan} counts {count} of {role}, there are {headcount}, and newcomers"
        " count in full",
        ru="план {plan}: роль {role} — {count}, а в штате {headcount}; новички учтены"
        " полностью",
    )
    valid = (
        """
        roles: [{key: a, title: A, headcount: 2, ramp: [{month: 1, quota: 50%}]}]
        plans:
        - key: p
          title: P
          targets:
          - {value: 10 RUB, role: a, headcount: 2}
          - {value: 10 RUB, role: a, person: newcomer, weight: 75%}
        """,
    )
    invalid = (
        """
        roles: [{key: manager, title: Manager, headcount: 6,
                 ramp: [{month: 59, quota: 90%}]}]
        plans:
        - key: autumn
          title: Plan of the autumn
          kpi: revenue
          period: 2026-Q4
          target: 700 RUB
          targets: [{value: 100 RUB, role: manager, headcount: 7}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans with newcomers at full weight."""
        for path, plan in facts.each("plans", Plan):
            counted: dict[str, int] = {}
            weighed: set[str] = set()
            for one in plan.targets:
                if one.role and one.period in {None, plan.period} and not one.product:
                    counted[one.role] = counted.get(one.role, 0) + one.headcount
                    if one.weight is not None:
                        weighed.add(one.role)
            for key, count in counted.items():
                role = facts.find(Role, key)
                if role is None or role.headcount is None or key in weighed:
                    continue
                ramp = any(step.quota for step in role.ramp)
                if ramp and count > role.headcount:
                    yield self.found(
                        f"{path}/targets",
                        also=[f"{facts.pointer_of(Role, key)}/ramp"],
                        plan=plan,
                        count=count,
                        role=role,
                        headcount=role.headcount,
                    )


CHECKS: tuple[type[Check], ...] = (
    PartsDoNotAddUp,
    OverAssigned,
    FunnelMissesTarget,
    GrowthBeyondHistory,
    RampNotCounted,
)
