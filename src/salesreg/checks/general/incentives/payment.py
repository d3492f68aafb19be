"""When pay is earned, for which period, and whose the credit is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.incentives.components import components
from salesreg.checks.said import Said
from salesreg.model.control import Kpi
from salesreg.model.pay import PayPlan, Split
from salesreg.values.amounts import Percent
from salesreg.values.event import DocumentMoved, StageEntered, StageLeft


class EarnedUnclear(Check):
    """A pay plan does not say what earns the pay, or pays before cash for good.

    "Before cash" is a stage of the pipeline or a document as the event that earns
    pay; then a clawback has to say what happens when the client does not pay.
    """

    code = "INC11"
    name = "earned-unclear"
    severity = "warning"
    russian = "Не сказано, что даёт право на выплату, или платят до денег без возврата."
    why = Said(
        en="Signed contract, first payment or whole payment: each side reads its own.",
        ru="Договор, первый платёж или полная оплата — каждый читает по-своему.",
    )
    mend = Said(
        en="write in `payout` the `event` that earns the pay, and a `clawback` "
        "where it comes before the money",
        ru="указать в `payout` событие `event`, а если оно раньше денег — "
        "добавить `clawback`",
    )
    message = Said(
        en="{plan} does not say which event earns the variable pay",
        ru="{plan}: не сказано, какое событие даёт право на переменную часть",
    )
    early = Said(
        en="{plan}: pay is earned before the client's money ({event}), and no clawback "
        "says what happens without it",
        ru="{plan}: право на выплату возникает раньше денег клиента ({event}), а что "
        "будет без них, не сказано",
    )
    valid = (
        """
        pay_plans:
        - key: hunters
          title: Pay of hunters
          components: [{key: plan, title: Plan}]
          payout: {event: {kind: document, document: contract, state: signed}}
          clawback: {share: 100%}
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: sdr
          title: Pay of an inbound specialist
          components: [{key: sdr-leads, title: Leads}]
          payout: {event: null}
        """,
        """
        pay_plans:
        - key: sdr
          title: Pay of an inbound specialist
          components: [{key: sdr-leads, title: Leads}]
          payout: {event: {kind: document, document: contract, state: signed}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans whose pay is earned at no event, or too early."""
        for path, plan in facts.each("pay_plans", PayPlan):
            if not plan.components:
                continue
            event = plan.payout.event if plan.payout else None
            if event is None:
                yield self.found(f"{path}/payout" if plan.payout else path, plan=plan)
            elif plan.clawback is None and isinstance(
                event, StageEntered | StageLeft | DocumentMoved
            ):
                yield self.found(
                    f"{path}/payout/event", message=self.early, plan=plan, event=event
                )


class GateOfOtherPeriod(Check):
    """A gate looks at another period than the pay that it opens."""

    code = "INC12"
    name = "gate-of-other-period"
    severity = "warning"
    russian = "Условие выплаты смотрит на другой период, чем сама выплата."
    why = Said(
        en="The pay of a month would wait for the end of a quarter, or open too early.",
        ru="Выплата за месяц ждала бы конца квартала или открылась бы раньше срока.",
    )
    mend = Said(
        en="give the gate the `period` of the pay",
        ru="дать условию тот же `period`, что и у выплаты",
    )
    message = Said(
        en="{component} is paid by the {own}, its gate looks at the {other}",
        ru="{component}: период выплаты — {own}, а условие смотрит на {other}",
    )
    valid = (
        """
        incentives:
        - key: bonus
          title: Bonus
          period: quarter
          gates: [{kpi: margin, period: quarter}, {text: no complaints}]
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: attainment
          amount: 20000 RUB
          period: month
          roles: [manager]
          gates: [{kpi: margin, band: {start: 55%}, period: quarter}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the gates of another period."""
        for path, component, plan in components(facts):
            own = component.period or (plan.period if plan else None)
            if own in {None, "deal"}:
                continue
            for name in ("gates", "accelerator_gates"):
                for index, gate in enumerate(getattr(component, name)):
                    if gate.period not in {None, own, "deal"}:
                        yield self.found(
                            f"{path}/{name}/{index}/period",
                            component=component,
                            own=PERIODS[str(own)],
                            other=PERIODS[gate.period],
                        )


class CreditNotWhole(Check):
    """The parts of a split do not add up to the whole credit."""

    code = "INC14"
    name = "credit-not-whole"
    severity = "warning"
    russian = "Доли участников сделки не дают в сумме 100 %."
    why = Said(
        en="A deal credited twice is paid twice; a deal credited in part is lost in "
        "part.",
        ru="Засчитанное дважды оплачивают дважды, а незасчитанное пропадает.",
    )
    mend = Said(
        en="change the shares so that they add up to 100%",
        ru="изменить доли так, чтобы в сумме было 100 %",
    )
    message = Said(
        en="Split {split}: the parts add up to {sum}, not 100%",
        ru="{split}: доли в сумме дают {sum}, а не 100\N{NO-BREAK SPACE}%",
    )
    valid = (
        """
        pay_plans:
        - key: hunters
          title: Pay of hunters
          splits:
          - key: joint
            title: Joint deal
            shares: [{role: a, share: 33.3%}, {role: b, share: 66.7%}]
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: success
          title: Pay of a customer success manager
          splits:
          - key: referral
            title: A referral
            shares: [{role: success, share: 100%}, {role: manager, share: 100%}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the splits that give out more or less than there is."""
        for path, split in facts.all(Split):
            total = sum((one.share.points for one in split.shares), Decimal(0))
            if total != 100:
                yield self.found(f"{path}/shares", split=split, sum=Percent(total))


class PaidBeforeMeasured(Check):
    """Pay is reckoned more often than its KPI is measured."""

    code = "INC15"
    name = "paid-before-measured"
    severity = "warning"
    russian = "Платят чаще, чем измеряют показатель."
    why = Said(
        en="On the day of reckoning there is no number to reckon with.",
        ru="В день расчёта ещё нет числа, по которому считать.",
    )
    mend = Said(
        en="pay by the `period` of the KPI, or measure it more often",
        ru="платить с `period` показателя или измерять его чаще",
    )
    message = Said(
        en="{component} is paid by the {own}, but {kpi} is measured by the {other}",
        ru="{component}: период выплаты — {own}, а показателя {kpi} — {other}",
    )
    valid = (
        """
        kpis: [{key: rate, title: Rate, period: month}]
        incentives:
        - {key: bonus, title: Bonus, kpi: rate, period: quarter}
        - {key: each, title: For each deal, kpi: rate, period: deal}
        """,
    )
    invalid = (
        """
        kpis: [{key: csat, title: Satisfied customers, period: quarter}]
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: csat
          amount: 20000 RUB
          period: month
          roles: [success]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the components with a period shorter than their KPI's."""
        for path, component, plan in components(facts):
            own = component.period or (plan.period if plan else None)
            kpi = facts.find(Kpi, component.kpi)
            if own not in _LENGTH or kpi is None or kpi.period is None:
                continue
            if _LENGTH[str(own)] < _LENGTH[kpi.period]:
                yield self.found(
                    f"{path}/period" if component.period else f"{path}/kpi",
                    also=[f"{facts.pointer_of(Kpi, kpi.key)}/period"],
                    component=component,
                    own=PERIODS[str(own)],
                    kpi=kpi,
                    other=PERIODS[kpi.period],
                )


_LENGTH = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half_year": 4, "year": 5}

PERIODS = {
    "day": Said(en="day", ru="день"),
    "week": Said(en="week", ru="неделя"),
    "month": Said(en="month", ru="месяц"),
    "quarter": Said(en="quarter", ru="квартал"),
    "half_year": Said(en="half-year", ru="полугодие"),
    "year": Said(en="year", ru="год"),
}
"""Periods of pay and of KPIs as words of a message."""


CHECKS: tuple[type[Check], ...] = (
    EarnedUnclear,
    GateOfOtherPeriod,
    CreditNotWhole,
    PaidBeforeMeasured,
)
