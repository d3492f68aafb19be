"""Pay: how far a bonus may fall, what a bonus rule says, when pay comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.incentives.components import components
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.model.pay import BonusReduction, Incentive, PayPlan
from salesreg.values.deadline import ByDay, Due, In
from salesreg.values.times import Duration

_NUMBER = re.compile(r"\d")
_DAYS = {"day": 1, "week": 7, "month": 28, "quarter": 90, "year": 365}
_AGES = 99_999_999
"""The longest duration there is."""


class BonusRuleOpen(LawCheck):
    """A bonus or its reduction leaves open how much, for what, or when."""

    code = "RU03"
    name = "bonus-rule-open"
    severity = "warning"
    rule = "bonus-rule"
    russian = "Для премии или её снижения не указаны размер, основание или период."
    why = why("bonus-rule")
    mend = Said(
        en="write how much, on what grounds and when",
        ru="указать размер, основания и срок",
    )
    message = Said(
        en="the rule {bonus} does not give its {missing}",
        ru="правило {bonus} — не указано: {missing}",
    )
    amount = Said(en="amount", ru="размер")
    grounds = Said(en="grounds", ru="основания")
    time = Said(en="period", ru="период")
    valid = (
        """
        incentives:
        - key: mentor
          title: Bonus of a mentor
          text: 5000 roubles for each month with a newcomer.
        - {key: flowers, title: Flowers, kind: award}
        bonus_reductions:
        - key: late
          title: Late records
          trigger: condition
          grounds: [each record made a day late lowers the bonus by 1%]
          procedure: order
          appeal: court
        """,
    )
    invalid = (
        """
        incentives:
        - key: mentor
          title: Bonus of a mentor
          period: quarter
          roles: [manager]
          text: Paid to those who train newcomers well.
        """,
        """
        bonus_reductions:
        - key: late
          title: Lower bonus for late records
          trigger: sanction
          share: 5%
          grounds: [a remark for late records]
          procedure: order
          appeal: court
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the rules that leave something open."""
        del norm
        for path, bonus, plan in components(facts):
            if bonus.kind in {"bonus", "commission"}:
                missing = tuple(self._of_bonus(bonus, plan))
                if missing:
                    yield self.found(path, bonus=bonus, missing=missing)
        for path, reduction in facts.each("bonus_reductions", BonusReduction):
            missing = tuple(self._of_reduction(reduction))
            if missing:
                yield self.found(path, bonus=reduction, missing=missing)

    def _of_bonus(self, bonus: Incentive, plan: PayPlan | None) -> Iterator[Said]:
        told = bool(_NUMBER.search(bonus.text or ""))
        if bonus.scale is None and bonus.amount is None and not told:
            yield self.amount
        if bonus.kpi is None and not bonus.gates and not bonus.text:
            yield self.grounds
        if plan is None and bonus.period is None and not bonus.text:
            yield self.time

    def _of_reduction(self, reduction: BonusReduction) -> Iterator[Said]:
        words = " ".join((*reduction.grounds, reduction.procedure or ""))
        if reduction.share is None and not _NUMBER.search(words):
            yield self.amount
        if not reduction.grounds:
            yield self.grounds
        if reduction.trigger == "sanction" and reduction.period is None:
            yield self.time


class PaidLate(LawCheck):
    """Pay for a month comes later than the law allows."""

    code = "RU12"
    name = "month-paid-late"
    severity = "error"
    rule = "pay-date"
    russian = "Плату за месяц выдают позже, чем допускает закон."
    why = why("pay-date")
    mend = Said(
        en="bring `due` of the payout forward",
        ru="приблизить `due` выплаты",
    )
    message = Said(
        en="{plan}: pay for a month comes {days} after its end at the earliest, later"
        " than {limit}",
        ru="{plan}: плату за месяц выдают не раньше чем через {days} после его конца,"
        " позже чем через {limit}",
    )
    valid = (
        """
        pay_plans:
        - key: hunters
          title: Pay of hunters
          payout: {due: {kind: by_day, day: 11, working: true}}
        - key: farmers
          title: Pay of farmers
          period: quarter
          payout: {due: {kind: by_day, day: 25}}
        - key: head
          title: Pay of the head
          payout: {due: {kind: by_day, day: 15}}
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: sdr
          title: Pay of an inbound specialist
          payout: {due: {kind: by_day, day: 16}}
        """,
        """
        pay_plans:
        - key: sdr
          title: Pay of an inbound specialist
          payout: {due: {kind: in, duration: 3 weeks}}
        """,
        """
        pay_plans:
        - key: sdr
          title: Pay of an inbound specialist
          payout: {due: {kind: by_day, day: -1}}
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the monthly plans that surely pay too late."""
        limit = norm.numbers["days"]
        for path, plan in facts.each("pay_plans", PayPlan):
            due = plan.payout.due if plan.payout else None
            days = _earliest(due) if due else 0
            if plan.period == "month" and days > limit:
                yield self.found(
                    f"{path}/payout/due",
                    plan=plan,
                    days=Duration(min(days, _AGES), "day"),
                    limit=Duration(limit, "day"),
                )


def _earliest(due: Due) -> int:
    """Return after how many days pay comes in the shortest of months."""
    match due:
        case ByDay(day=day, working=working) if day > 0:
            day = _worked(day) if working else day
        case ByDay(day=day, working=False):
            day += 29
        case In(duration=duration) if duration.unit in _DAYS:
            days = duration.amount * _DAYS[duration.unit]
            return _worked(days) if duration.working else days
        case _:
            return 0
    return day + 28 * (due.months_later - 1) if due.months_later else 0


def _worked(days: int) -> int:
    # A month that starts on a Monday has them soonest.
    return days + 2 * ((days - 1) // 5)


CHECKS: tuple[type[Check], ...] = (BonusRuleOpen, PaidLate)
