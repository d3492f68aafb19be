"""What a scale pays at target, and what it makes people do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.incentives.components import components
from salesreg.checks.said import Said
from salesreg.constraints import NonNegative
from salesreg.errors import InvalidValue
from salesreg.model.control import Kpi
from salesreg.model.pay import PayPlan
from salesreg.model.strategy import Goal, Plan
from salesreg.record import record
from salesreg.solve.scales import gaps, one_unit, tiers_of
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Scale, Tier


class HowTiersCount(Check):
    """A scale of several tiers does not say how they add up."""

    code = "INC10"
    name = "tiers-without-mode"
    severity = "warning"
    russian = "Не сказано, платят ли по ступени за весь результат или за его часть."
    why = Said(
        en="Whole-amount and marginal reckoning of one table differ by sums worth a "
        "dispute.",
        ru="Расчёт по одной таблице за весь результат и по частям расходится на суммы, "
        "из-за которых спорят.",
    )
    mend = Said(
        en="write `mode`: `whole`, `marginal` or `linear`",
        ru="указать `mode`: `whole`, `marginal` или `linear`",
    )
    message = Said(
        en="{component}: is the rate of a tier for the whole result or for the part "
        "inside it? the scale does not say",
        ru="{component}: ставка ступени — за весь результат или за часть внутри неё? "
        "Шкала этого не говорит",
    )
    valid = (
        """
        incentives:
        - {key: a, title: A, scale: {kind: scale, tiers: [{start: 0 RUB, rate: 3%}]}}
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: revenue
          period: month
          roles: [key-manager]
          scale:
            kind: scale
            base: result
            cap: 100000 RUB
            tiers:
            - {start: 0 RUB, end: 3000000 RUB, rate: 1%}
            - {start: 3000000 RUB, rate: 2%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the scales without a mode."""
        for path, component, _ in components(facts):
            scale = component.scale
            if isinstance(scale, Scale) and scale.mode is None:
                paid = {(tier.rate, tier.amount) for tier in scale.tiers}
                if len(paid) > 1:
                    yield self.found(f"{path}/scale", component=component)


@record
class TargetPaysOther(Check):
    """At the target of its KPI a component does not pay its part of target pay.

    Attributes:
        slack: The difference that passes, in points of target pay.
    """

    code = "INC13"
    name = "target-pays-other"
    severity = "error"
    russian = "За выполнение цели ровно на 100 % платят не целевую сумму."
    why = Said(
        en="Target pay is by definition what is paid for meeting the target.",
        ru="Целевая выплата по определению — это плата за выполнение цели.",
    )
    mend = Said(
        en="let the scale pay 100% at the target of the KPI, and the shares "
        "agree with the sums",
        ru="сделать так, чтобы при цели шкала давала 100 %, а доли сходились с суммами",
    )
    message = Said(
        en="{component}: at the target of {target} it pays {pay} of target pay",
        ru="{component}: при выполнении цели {target} платят {pay} целевой выплаты",
    )
    mix = Said(
        en="{plan}: {fixed} fixed and {variable} variable make fixed pay {share} of "
        "the pay at target, not {stated}",
        ru="{plan}: при окладе {fixed} и переменной части {variable} доля оклада — "
        "{share}, а не {stated}",
    )
    valid = (
        """
        kpis: [{key: plan, title: Plan, unit: "%", target: 100%}]
        incentives:
        - key: bonus
          title: Bonus
          kpi: plan
          scale:
            kind: scale
            mode: whole
            tiers:
            - {start: 100%, end: 120%, rate: 100%}
            - {start: 120%, rate: 130%}
        """,
    )
    invalid = (
        """
        kpis: [{key: attainment, title: Attainment, target: 100%}]
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
            - {start: 100%, end: 120%, rate: 90%}
            - {start: 120%, rate: 120%}
        """,
        """
        pay_plans:
        - key: manager
          title: Pay of a sales manager
          fixed: 90000 RUB
          target_variable: 60000 RUB
          fixed_share: 70%
        """,
    )

    slack: Annotated[Percent, NonNegative()] = Percent(Decimal(5))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what does not pay what was promised for the target."""
        for path, plan in facts.each("pay_plans", PayPlan):
            yield from self._mix(path, plan)
        for path, component, _ in components(facts):
            kpi = facts.find(Kpi, component.kpi)
            scale = component.scale
            if kpi is None or kpi.target is None or not isinstance(scale, Scale):
                continue
            if scale.base != "target_pay" or _in_gap(scale, kpi.target):
                continue
            try:
                pay = scale.pay(kpi.target, _WHOLE, target_pay=_WHOLE)
            except InvalidValue:
                continue  # Other units, or no mode: said by other checks.
            if abs(pay.amount - 100) > self.slack.points:
                yield self.found(
                    f"{path}/scale",
                    also=[f"{facts.pointer_of(Kpi, kpi.key)}/target"],
                    component=component,
                    target=kpi.target,
                    pay=Percent(pay.amount),
                )

    def _mix(self, path: str, plan: PayPlan) -> Iterator[Found]:
        fixed, variable, stated = plan.fixed, plan.target_variable, plan.fixed_share
        # Fixed pay is by the month; other periods would need their months.
        if not fixed or not variable or not stated or plan.period != "month":
            return
        if fixed.currency != variable.currency or not fixed.amount + variable.amount:
            return
        exact = Fraction(fixed.amount) / Fraction(fixed.amount + variable.amount)
        if abs(exact * 100 - Fraction(stated.points)) > Fraction(self.slack.points):
            share = (fixed.amount / (fixed + variable).amount * 100).quantize(
                Decimal("0.1")
            )
            yield self.found(
                f"{path}/fixed_share",
                message=self.mix,
                also=[f"{path}/fixed", f"{path}/target_variable"],
                plan=plan,
                fixed=fixed,
                variable=variable,
                share=Percent(share),
                stated=stated,
            )


_WHOLE = Money(Decimal(100), "RUB")
"""Target pay, when shares of it are all that matters."""


class LessAboveTarget(Check):
    """Above a boundary each further part of the result pays less than below it.

    A last tier that pays nothing more is a cap, and a cap is a choice.
    """

    code = "INC19"
    name = "less-above-target"
    severity = "warning"
    russian = "За результат сверх границы платят меньше, чем за результат до неё."
    why = Said(
        en="Deals are held back for the next period, where they pay more.",
        ru="Сделки придерживают до следующего периода, где за них платят больше.",
    )
    mend = Said(
        en="pay the higher part at no lower rate",
        ru="платить за верхнюю часть не меньше",
    )
    message = Said(
        en="{component}: the part of the result above {start} pays less than the part "
        "below",
        ru="{component}: за часть результата сверх {start} платят меньше, чем за часть "
        "до этой границы",
    )
    valid = (
        """
        incentives:
        - key: capped
          title: Capped
          scale:
            kind: scale
            mode: marginal
            base: result
            tiers:
            - {start: 0 RUB, end: 100000 RUB, rate: 3%}
            - {start: 100000 RUB, rate: 0%}
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: revenue
          period: month
          roles: [key-manager]
          scale:
            kind: scale
            mode: marginal
            base: result
            cap: 100000 RUB
            tiers:
            - {start: 0 RUB, end: 3000000 RUB, rate: 2%}
            - {start: 3000000 RUB, rate: 1%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the boundaries above which pay slows down."""
        for path, component, _ in components(facts):
            scale = component.scale
            if not isinstance(scale, Scale):
                continue
            ranges = tiers_of(scale)
            over_gap = {hole.high for hole in gaps(ranges)} if one_unit(ranges) else ()
            for low, high in pairwise(_ascending(scale)):
                if high in over_gap:
                    continue  # What is not said between them is the matter of INC01.
                below = _speed(scale, scale.tiers[low])
                above = _speed(scale, scale.tiers[high])
                if below is not None and above is not None and 0 < above < below:
                    yield self.found(
                        f"{path}/scale/tiers/{high}",
                        also=[f"{path}/scale/tiers/{low}"],
                        component=component,
                        start=scale.tiers[high].start,
                    )


def _in_gap(scale: Scale, result: Quantity) -> bool:
    """Tell whether no tier holds a result between two tiers, which INC01 says."""
    ranges = tiers_of(scale)
    return one_unit(ranges) and any(
        hole.start.amount <= result.amount < hole.end.amount for hole in gaps(ranges)
    )


def _ascending(scale: Scale) -> list[int]:
    starts = [tier.start.amount for tier in scale.tiers]
    return sorted(range(len(starts)), key=starts.__getitem__)


def _speed(scale: Scale, tier: Tier) -> Fraction | None:
    """Return how much of the base one more unit of the result is paid."""
    if scale.mode == "marginal":
        return Fraction(tier.rate.points) if tier.rate else None
    if scale.mode != "linear" or not tier.rate or not tier.rate_at_end or not tier.end:
        return None
    width = Fraction(tier.end.amount) - Fraction(tier.start.amount)
    rise = Fraction(tier.rate_at_end.points) - Fraction(tier.rate.points)
    return rise / width if width > 0 else None


class ThresholdOutOfReach(Check):
    """The first result that pays anything is above what is reached today.

    Only shares and times are compared: sums and counts of a department say
    nothing of one person. Today's level is the baseline of a goal with the KPI,
    or the best result in the history of a plan.
    """

    code = "INC20"
    name = "threshold-out-of-reach"
    severity = "warning"
    russian = "Порог, с которого начинают платить, выше всего достигнутого."
    why = Said(
        en="Pay that nobody has a chance of moves nobody.",
        ru="Выплата, на которую нет надежды, никого не побуждает.",
    )
    mend = Said(
        en="begin the scale lower, at what is reached today",
        ru="начать шкалу ниже — с того, чего достигают сейчас",
    )
    message = Said(
        en="{component} pays from {start} on, but {kpi} has reached only {level}",
        ru="{component}: платят начиная с {start}, а показатель {kpi} пока достигал "
        "только {level}",
    )
    valid = (
        """
        kpis: [{key: rate, title: Win rate, direction: up}]
        goals: [{key: more, title: More, kpi: rate, baseline: 20%}]
        incentives:
        - key: bonus
          title: Bonus
          kpi: rate
          scale: {kind: scale, tiers: [{start: 0%, rate: 0%}, {start: 20%, rate: 1%}]}
        """,
    )
    invalid = (
        """
        kpis: [{key: win-rate, title: Win rate, direction: up, target: 50%}]
        goals: [{key: win-rate-2026, title: Win rate, kpi: win-rate, baseline: 44%}]
        incentives:
        - key: best-quarter
          title: Best result of the quarter
          kpi: win-rate
          roles: [manager]
          scale:
            kind: scale
            mode: whole
            base: fixed_pay
            tiers:
            - {start: 0%, end: 45%, rate: 0%}
            - {start: 45%, rate: 10%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the scales that pay only for what nobody reached."""
        reached = _reached(facts)
        for path, component, _ in components(facts):
            scale, kpi = component.scale, facts.find(Kpi, component.kpi)
            if kpi is None or kpi.direction != "up" or not isinstance(scale, Scale):
                continue
            level = reached.get(kpi.key)
            paying = [
                (tier.start.amount, index)
                for index, tier in enumerate(scale.tiers)
                if any(
                    one is not None and one.size > 0
                    for one in (tier.rate, tier.rate_at_end, tier.amount)
                )
            ]
            if level is None or not paying:
                continue
            least, index = min(paying)
            start = scale.tiers[index].start
            if start.unit == level.unit and least > level.amount:
                yield self.found(
                    f"{path}/scale/tiers/{index}/start",
                    component=component,
                    start=start,
                    kpi=kpi,
                    level=level,
                )


def _reached(facts: Facts) -> dict[str, Quantity]:
    """Return the best level of each KPI that is a share or a time."""
    found: dict[str, Quantity] = {}
    levels = [(goal.kpi, goal.baseline) for _, goal in facts.each("goals", Goal)]
    for _, plan in facts.each("plans", Plan):
        levels += [(plan.kpi, past.value) for past in plan.past]
    for kpi, level in levels:
        if kpi is None or level is None or level.unit not in _INTENSIVE:
            continue
        best = found.get(kpi)
        if best is None or (best.unit == level.unit and level.amount > best.amount):
            found[kpi] = level
    return found


_INTENSIVE = frozenset({"%", "minutes", "hours", "days"})
"""Units whose numbers say the same of one person and of many."""


CHECKS: tuple[type[Check], ...] = (
    HowTiersCount,
    TargetPaysOther,
    LessAboveTarget,
    ThresholdOutOfReach,
)
