"""Caps: pay without end, caps that cut what was promised, bonuses on bonuses."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.incentives.components import components
from salesreg.checks.said import Said
from salesreg.model.pay import Incentive, PayPlan
from salesreg.values.amounts import Percent
from salesreg.values.scale import Scale, Tier

_GROWING = frozenset({"result", "revenue", "margin"})
"""Bases that grow with the result, so that a rate of them has no end."""


def endless(scale: Scale) -> bool:
    """Tell whether the pay of a scale grows with the result without end."""
    top = max(scale.tiers, key=lambda tier: tier.start.amount)
    pays = (top.rate and top.rate.points > 0) or (
        scale.mode == "marginal" and top.amount and top.amount.amount > 0
    )
    grows = scale.mode == "marginal" or scale.base in _GROWING
    return bool(top.end is None and pays and grows and scale.cap is None)


class NoWindfallClause(Check):
    """Pay has no cap, and nothing is said of a deal far out of the ordinary."""

    code = "INC08"
    name = "no-windfall-clause"
    severity = "warning"
    russian = "Выплата не ограничена, а о сделке небывалого размера ничего не сказано."
    why = Said(
        en="One lucky deal may cost more than the year's pay, and the rule is then "
        "changed after the event.",
        ru="Одна удачная сделка может стоить дороже годовой оплаты, и правило меняют "
        "задним числом.",
    )
    mend = Said(
        en="write `cap` or `windfall` in the pay plan",
        ru="указать в плане оплаты `cap` или `windfall`",
    )
    message = Said(
        en="{component}: pay grows without end, and {plan} has neither a cap nor a "
        "windfall clause",
        ru="{component}: выплата растёт без предела, а {plan} не содержит ни потолка, "
        "ни правила для особо крупных сделок",
    )
    valid = (
        """
        pay_plans:
        - key: hunters
          title: Pay of hunters
          windfall: A deal over 5 million roubles counts in three equal parts.
          components:
          - key: commission
            title: Commission
            scale:
              kind: scale
              mode: marginal
              base: result
              tiers: [{start: 0 RUB, rate: 3%}]
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: key-manager
          title: Pay of a key account manager
          windfall: null
          cap: null
          components:
          - key: key-upsell
            title: Commission on new products
            kind: commission
            kpi: revenue
            period: month
            scale:
              kind: scale
              mode: marginal
              base: result
              tiers: [{start: 0 RUB, rate: 3%}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the components whose pay has no end."""
        for path, plan in facts.each("pay_plans", PayPlan):
            if plan.cap or plan.windfall:
                continue
            for index, component in enumerate(plan.components):
                scale = component.scale
                if isinstance(scale, Scale) and endless(scale):
                    yield self.found(
                        f"{path}/components/{index}/scale",
                        component=component,
                        plan=plan,
                    )


class CapBelowPromise(Check):
    """A cap takes away what the scale or the target promises."""

    code = "INC09"
    name = "cap-below-promise"
    severity = "error"
    russian = "Потолок отнимает то, что обещают шкала или цель."
    why = Said(
        en="The document promises pay that nobody can get.",
        ru="Документ обещает выплату, которую никто не получит.",
    )
    mend = Said(
        en="raise `cap`, or end the scale below it",
        ru="увеличить `cap` или закончить шкалу ниже него",
    )
    message = Said(
        en="{component}: the cap is {cap}, but the tier from {start} pays {rate}",
        ru="{component}: потолок — {cap}, а ступень от {start} обещает {rate}",
    )
    below = Said(
        en="{component}: the cap is {cap}, less than the pay at target",
        ru="{component}: потолок — {cap}, меньше целевой выплаты",
    )
    whole = Said(
        en="{plan}: variable pay is capped at {cap}, but it is {target} at target",
        ru="{plan}: потолок переменной части — {cap}, а целевая — {target}",
    )
    valid = (
        """
        pay_plans:
        - key: hunters
          title: Pay of hunters
          target_variable: 50000 RUB
          cap: 50000 RUB
          components:
          - key: plan
            title: Plan
            scale:
              kind: scale
              mode: linear
              cap: 150%
              tiers:
              - {start: 0%, end: 100%, rate: 0%, rate_at_end: 100%}
              - {start: 100%, end: 200%, rate: 100%, rate_at_end: 200%}
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: manager
          title: Pay of a sales manager
          target_variable: 60000 RUB
          cap: 50000 RUB
        """,
        """
        incentives:
        - key: best-quarter
          title: Best result of the quarter
          kpi: attainment
          roles: [manager]
          scale:
            kind: scale
            mode: whole
            cap: 120%
            tiers:
            - {start: 0%, end: 100%, rate: 80%}
            - {start: 100%, end: 120%, rate: 100%}
            - {start: 120%, rate: 130%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the caps that are too low."""
        for path, plan in facts.each("pay_plans", PayPlan):
            target, cap = plan.target_variable, plan.cap
            if target and cap and cap.currency == target.currency and cap < target:
                yield self.found(
                    f"{path}/cap",
                    message=self.whole,
                    also=[f"{path}/target_variable"],
                    plan=plan,
                    cap=cap,
                    target=target,
                )
        for path, component, _ in components(facts):
            scale = component.scale
            if not isinstance(scale, Scale) or scale.base != "target_pay":
                continue
            most = scale.cap.percent if scale.cap else None
            if most is None:
                continue
            if most.points < 100:
                yield self.found(
                    f"{path}/scale/cap",
                    message=self.below,
                    component=component,
                    cap=most,
                )
            elif lost := _beyond(scale, most):
                yield self.found(
                    f"{path}/scale/cap",
                    component=component,
                    cap=most,
                    start=lost.start,
                    rate=lost.rate,
                )


def _beyond(scale: Scale, cap: Percent) -> Tier | None:
    """Return the first tier of which the cap leaves nothing whole."""
    if scale.mode not in {"whole", "linear"}:
        return None
    tiers = (tier for tier in scale.tiers if tier.rate and tier.rate > cap)
    return next(tiers, None)


class BonusesWithoutEnd(Check):
    """Bonuses may be added to each other, and nothing limits their sum."""

    code = "INC16"
    name = "bonuses-without-end"
    severity = "warning"
    russian = "Выплаты складываются друг с другом, а их сумма не ограничена."
    why = Said(
        en="Each rule is modest, and together they pay for one result many times.",
        ru="Каждое правило скромно, а вместе они платят за один результат много раз.",
    )
    mend = Said(
        en="limit the sum by `cap` of the pay plan, or leave out `stacks_with`",
        ru="ограничить сумму полем `cap` плана оплаты или убрать `stacks_with`",
    )
    message = Said(
        en="{component} is paid beside {other}, and neither has a limit",
        ru="{component} складывается с выплатой {other}, и ни одна не ограничена",
    )
    valid = (
        """
        pay_plans:
        - key: hunters
          title: Pay of hunters
          cap: 90000 RUB
          components:
          - {key: plan, title: Plan, scale: {kind: scale, tiers: [{start: 100%}]}}
        incentives:
        - {key: prize, title: Prize, stacks_with: [plan]}
        """,
    )
    invalid = (
        """
        incentives:
        - key: autumn
          title: Autumn contest
          kind: contest
          kpi: revenue
          period: month
          roles: [key-manager]
          stacks_with: [spring]
          scale: &more
            kind: scale
            mode: marginal
            base: result
            tiers: [{start: 30000000 RUB, rate: 1%}]
        - key: spring
          title: Spring contest
          kind: contest
          kpi: revenue
          period: month
          roles: [key-manager]
          scale: *more
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the components that stack on others without a limit."""
        limited: dict[str, bool] = {}
        titled: dict[str, Incentive] = {}
        for _, component, plan in components(facts):
            titled[component.key] = component
            limited[component.key] = _limited(component, plan)
        for path, component, _ in components(facts):
            for index, key in enumerate(component.stacks_with):
                if not limited[component.key] and not limited.get(key, True):
                    yield self.found(
                        f"{path}/stacks_with/{index}",
                        component=component,
                        other=titled[key],
                    )


def _limited(component: Incentive, plan: PayPlan | None) -> bool:
    if plan and plan.cap:
        return True
    scale = component.scale
    return not isinstance(scale, Scale) or not endless(scale)


CHECKS: tuple[type[Check], ...] = (NoWindfallClause, CapBelowPromise, BonusesWithoutEnd)
