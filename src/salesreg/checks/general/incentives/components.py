"""Components of pay: weights, and what is paid for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.control import Kpi
from salesreg.model.pay import Incentive, PayPlan
from salesreg.model.people import Role
from salesreg.values.amounts import Percent
from salesreg.values.scale import Grid

Owned = tuple[str, Incentive, PayPlan | None]
"""A component with its pointer and the pay plan it belongs to."""


def components(facts: Facts) -> Iterator[Owned]:
    """Yield the components of every pay plan, then those that stand alone."""
    for path, plan in facts.each("pay_plans", PayPlan):
        for index, component in enumerate(plan.components):
            yield f"{path}/components/{index}", component, plan
    for path, component in facts.each("incentives", Incentive):
        yield path, component, None


def paid(component: Incentive, plan: PayPlan | None) -> tuple[str, ...]:
    """Return the keys of the roles that get a component."""
    return component.roles or (plan.roles if plan else ())


class WeightsNotWhole(Check):
    """The weights of the components of a pay plan do not add up to 100%."""

    code = "INC05"
    name = "weights-not-whole"
    severity = "error"
    russian = "Веса составляющих оплаты не дают в сумме 100 %."
    why = Said(
        en="Whoever meets every target is paid more or less than the pay at target.",
        ru="Кто выполнил все цели, получит больше или меньше целевой выплаты.",
    )
    mend = Said(
        en="change `weight` of the components so that they add up to 100%",
        ru="изменить `weight` частей так, чтобы в сумме было 100 %",
    )
    message = Said(
        en="{plan}: the weights add up to {sum}, not 100%",
        ru="{plan}: веса в сумме дают {sum}, а не 100\N{NO-BREAK SPACE}%",
    )
    valid = (
        """
        pay_plans:
        - key: thirds
          title: Pay by three results
          components:
          - {key: one, title: One, weight: 33.3%}
          - {key: two, title: Two, weight: 33.3%}
          - {key: three, title: Three, weight: 33.4%}
          - {key: prize, title: Prize, kind: award, amount: 5000 RUB}
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: manager
          title: Pay of a sales manager
          components: [{key: manager-plan, title: The quota, weight: 60%}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the pay plans whose weights are not whole."""
        for path, plan in facts.each("pay_plans", PayPlan):
            weights = [one.weight for one in plan.components if one.weight]
            if not weights:
                continue
            total = sum((weight.points for weight in weights), Decimal(0))
            if total != 100:
                yield self.found(f"{path}/components", plan=plan, sum=Percent(total))


class ResultNotNamed(Check):
    """A component pays by a scale, but does not say for which KPI.

    A KPI that is named and cannot be measured is the matter of KPI01 and KPI04.
    """

    code = "INC06"
    name = "result-not-named"
    severity = "error"
    russian = "Составляющая оплаты начисляется по шкале, а за какой показатель — нет."
    why = Said(
        en="The sum cannot be reckoned, so it is given at somebody's discretion.",
        ru="Сумму нельзя рассчитать, и её назначают по усмотрению.",
    )
    mend = Said(
        en="name in `kpi` for which result it is paid",
        ru="указать в `kpi`, за какой результат платят",
    )
    message = Said(
        en="{component} is paid by a scale, but no KPI is named",
        ru="{component}: выплата идёт по шкале, но показатель не назван",
    )
    second = Said(
        en="{component}: the grid has columns, but their KPI is not named",
        ru="{component}: у сетки есть столбцы, но их показатель не назван",
    )
    valid = (
        """
        incentives:
        - {key: prize, title: Prize, kind: award, amount: 5000 RUB}
        - key: bonus
          title: Bonus
          kpi: plan
          scale: {kind: scale, tiers: [{start: 100%, rate: 100%}]}
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          period: quarter
          roles: [manager]
          scale: {kind: scale, cap: 100%, tiers: [{start: 100%, rate: 100%}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the components whose result has no name."""
        for path, component, _ in components(facts):
            scale = component.scale
            if scale is not None and component.kpi is None:
                yield self.found(path, component=component)
            if isinstance(scale, Grid) and scale.second_kpi is None:
                yield self.found(
                    f"{path}/scale", message=self.second, component=component
                )


class ResultOutOfReach(Check):
    """A role is paid for a KPI that it cannot influence.

    A role influences the KPIs that name it, and those that name a role which it
    leads. A KPI without roles is everybody's.
    """

    code = "INC07"
    name = "result-out-of-reach"
    severity = "error"
    russian = "Роли платят за показатель, на который она не влияет."
    why = Said(
        en="Pay for what others do rewards luck, and nobody works for it.",
        ru="Плата за чужую работу вознаграждает случай, и стараться ради неё незачем.",
    )
    mend = Said(
        en="pay for another KPI, or add the role to those of the KPI",
        ru="платить за другой показатель или добавить роль к ролям показателя",
    )
    message = Said(
        en="{component} pays {role} for {kpi}, a KPI of {others}",
        ru="{component}: роли {role} платят за {kpi}, а это показатель {others}",
    )
    valid = (
        """
        kpis: [{key: rate, title: Rate, roles: [manager]}]
        roles:
        - {key: manager, title: Manager, reports_to: head}
        - {key: head, title: Head}
        incentives:
        - {key: prize, title: Prize, kpi: rate, roles: [head]}
        """,
    )
    invalid = (
        """
        roles:
        - {key: sdr, title: Inbound specialist}
        - {key: success, title: Customer success manager}
        kpis: [{key: csat, title: Satisfied customers, roles: [success]}]
        incentives:
        - key: best-quarter
          title: Best result of the quarter
          kpi: csat
          roles: [sdr]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the components paid to roles outside their KPI's."""
        reach: dict[str, set[str]] = {}
        for path, component, plan in components(facts):
            kpi = facts.find(Kpi, component.kpi)
            if kpi is None or not kpi.roles:
                continue
            if kpi.key not in reach:
                reach[kpi.key] = _leading(facts, kpi.roles)
            for key in paid(component, plan):
                role = facts.find(Role, key)
                if role is not None and key not in reach[kpi.key]:
                    yield self.found(
                        f"{path}/kpi",
                        also=self._also(facts, kpi),
                        component=component,
                        role=role,
                        kpi=kpi,
                        others=facts.roles(tuple(dict.fromkeys(kpi.roles))),
                    )

    def _also(self, facts: Facts, kpi: Kpi) -> list[str]:
        where = facts.pointer_of(Kpi, kpi.key)
        return [f"{where}/roles"] if where else []


def _leading(facts: Facts, keys: tuple[str, ...]) -> set[str]:
    """Return some roles and all who lead them, directly or through others."""
    found: set[str] = set()
    for key in keys:
        above: str | None = key
        while above is not None and above not in found:
            found.add(above)
            role = facts.find(Role, above)
            above = role.reports_to if role else None
    return found


CHECKS: tuple[type[Check], ...] = (WeightsNotWhole, ResultNotNamed, ResultOutOfReach)
