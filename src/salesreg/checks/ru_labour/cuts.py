"""Cuts: by how much, and of which period, a sanction lowers a bonus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.model.pay import BonusReduction, PayPlan
from salesreg.values.amounts import Money, Percent


class BonusCutTooFar(LawCheck):
    """A sanction lowers a bonus too far, or the bonus of another period.

    What a share of a bonus takes from the wage of a month is reckoned at target,
    for monthly pay plans that say both fixed and variable pay.
    """

    code = "RU02"
    name = "bonus-cut-too-far"
    severity = "error"
    rule = "bonus-cut"
    russian = "Взыскание снижает премию слишком сильно или за другой период."
    why = why("bonus-cut")
    mend = Said(
        en="lower only the bonus of the period of the breach, and the pay by no "
        "more than the law allows",
        ru="снижать только премию за период нарушения и не больше, чем разрешает закон",
    )
    message = Said(
        en="{reduction} takes {share} of the wage of a month, more than {limit}",
        ru="{reduction}: снижение — {share} заработной платы за месяц, больше {limit}",
    )
    at_target = Said(
        en="{reduction} takes {cut} at target from the {wage} a month of {plan};"
        " {limit} of it is {most}",
        ru="{reduction}: при целевом результате снижение — {cut} из {wage} в месяц"
        " ({plan}), а {limit} — это {most}",
    )
    other_period = Said(
        en="{reduction} lowers the bonus of another period than that of the sanction",
        ru="{reduction}: снижается премия не за тот период, в котором применено"
        " взыскание",
    )
    valid = (
        """
        pay_plans:
        - {key: a, title: A, fixed: 60000 RUB, target_variable: 40000 RUB}
        - {key: b, title: B, target_variable: 40000 RUB}
        bonus_reductions:
        - key: half
          title: Half of the bonus
          trigger: sanction
          share: 50%
          period: sanction_period
          roles: [analyst]
        - {key: late, title: Plan missed, trigger: condition, share: 100%}
        - key: fifth
          title: A fifth of the wage
          trigger: sanction
          share: 20%
          of: month_wage
          period: sanction_period
        """,
    )
    invalid = (
        """
        bonus_reductions:
        - key: after-remark
          title: Lower bonus after a remark
          trigger: sanction
          share: 25%
          of: month_wage
          period: sanction_period
        """,
        """
        pay_plans:
        - key: sdr
          title: Pay of an inbound specialist
          roles: [sdr]
          fixed: 70000 RUB
          target_variable: 30000 RUB
        bonus_reductions:
        - key: after-remark
          title: No bonus after a remark
          trigger: sanction
          share: 100%
          period: sanction_period
          roles: [sdr]
        """,
        """
        bonus_reductions:
        - key: after-remark
          title: Lower bonus after a remark
          trigger: sanction
          share: 10%
          period: next_period
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the reductions after a sanction that go too far."""
        limit = Percent(Decimal(norm.numbers["percent"]))
        wages = _Wages(facts)
        for path, one in facts.each("bonus_reductions", BonusReduction):
            if one.trigger != "sanction":
                continue
            if one.period not in {None, "sanction_period"}:
                yield self.found(
                    f"{path}/period", message=self.other_period, reduction=one
                )
            if one.share is None or one.share <= limit:
                continue
            if one.of == "month_wage":
                yield self.found(
                    f"{path}/share", reduction=one, share=one.share, limit=limit
                )
            else:
                yield from self._of_bonus(path, one, one.share, wages, limit)

    def _of_bonus(
        self,
        path: str,
        reduction: BonusReduction,
        share: Percent,
        wages: _Wages,
        limit: Percent,
    ) -> Iterator[Found]:
        """Yield the plan of which the reduction takes most, when it is too much."""
        wage = wages.hardest(reduction)
        if wage is None:
            return
        cut, most = wage.bonus * share, wage.whole * limit
        if cut > most:
            yield self.found(
                f"{path}/share",
                message=self.at_target,
                also=[wage.path],
                reduction=reduction,
                cut=cut,
                wage=wage.whole,
                plan=wage.plan,
                limit=limit,
                most=most,
            )


@frozen
class _Wage:
    """What a pay plan gives in a month at target, and how much of it is bonus."""

    path: str
    plan: PayPlan
    bonus: Money
    whole: Money

    @property
    def share(self) -> Fraction:
        return Fraction(self.bonus.amount) / Fraction(self.whole.amount)


class _Wages:
    """The wages that reductions can lower."""

    def __init__(self, facts: Facts) -> None:
        self._of_role: dict[str, _Wage] = {}
        self._of_component: dict[str, tuple[_Wage, Percent]] = {}
        for path, plan in facts.each("pay_plans", PayPlan):
            wage = _wage(path, plan)
            if wage is None:
                continue
            for role in plan.roles:
                self._of_role[role] = _harder(wage, self._of_role.get(role))
            for one in plan.components:
                if one.weight is not None:
                    self._of_component[one.key] = wage, one.weight
        self._any = _hardest(self._of_role.values())

    def hardest(self, reduction: BonusReduction) -> _Wage | None:
        """Return the wage of which a whole reduction would take the most."""
        if reduction.components:
            return _hardest(self._parts(reduction))
        if not reduction.roles:
            return self._any
        found = map(self._of_role.get, reduction.roles)
        return _hardest(wage for wage in found if wage)

    def _parts(self, reduction: BonusReduction) -> Iterator[_Wage]:
        wages: dict[str, _Wage] = {}
        weights: dict[str, Decimal] = {}
        for key in sorted(set(reduction.components) & self._of_component.keys()):
            wage, weight = self._of_component[key]
            wages[wage.path] = wage
            weights[wage.path] = weights.get(wage.path, Decimal(0)) + weight.points
        for path, wage in wages.items():
            yield evolve(wage, bonus=wage.bonus * Percent(weights[path]))


def _wage(path: str, plan: PayPlan) -> _Wage | None:
    fixed, bonus = plan.fixed, plan.target_variable
    if plan.period != "month" or fixed is None or bonus is None:
        return None
    if fixed.currency != bonus.currency or not (fixed + bonus).amount:
        return None
    return _Wage(path, plan, bonus, fixed + bonus)


def _harder(wage: _Wage, other: _Wage | None) -> _Wage:
    return wage if other is None or wage.share > other.share else other


def _hardest(wages: Iterable[_Wage]) -> _Wage | None:
    return max(wages, key=lambda wage: wage.share, default=None)


CHECKS: tuple[type[Check], ...] = (BonusCutTooFar,)
