"""What the pay plans share: rising scales, payout, refunds.

Each scale pays 100 % of its part at 100 % of its target, starts from nothing
without a jump and pays more for a point above the target than below it where
the result has no natural ceiling.
"""

from __future__ import annotations

import salesreg as sr
from salesreg.model.pay import Clawback, Incentive, Payout
from salesreg.templates.b2b.words import ROLES
from salesreg.templates.wording import Pair, Say
from salesreg.values.event import Event
from salesreg.values.scale import Grid, Scale

DAYS_WORKED: Pair = (
    "Переменная часть рассчитывается за отработанные дни.",
    "Variable pay is calculated for the days worked.",
)
FIRST_MONTH: Pair = (
    "В первый месяц выплачивается целевая переменная часть.",
    "In the first month the target variable pay is paid.",
)
TWO_MONTHS: Pair = (
    "Квартал засчитывается, если отработано не меньше двух месяцев.",
    "A quarter counts when at least two months were worked.",
)
LESS_QUOTA: Pair = (
    "Личный план уменьшается пропорционально дням отпуска и болезни.",
    "The quota is reduced in proportion to days of leave and illness.",
)
PAID_BEFORE: Pair = (
    "За сделки, оплаченные до увольнения, платят в день увольнения.",
    "For deals paid before the person leaves, pay is due on the last working day.",
)


def rising(*points: tuple[str, str], cap: str | None = None) -> sr.Given[Scale]:
    """Return a scale that runs straight from point to point: (result, pay)."""
    starts, ends = points, points[1:]
    tiers = [
        sr.tier(start, end=end, rate=rate, rate_at_end=rate_at_end)
        for (start, rate), (end, rate_at_end) in zip(starts, ends, strict=False)
    ]
    last, rate = points[-1]
    top = sr.tier(last, rate=rate)
    return sr.scale([*tiers, top], mode="linear", base="target_pay", cap=cap)


def payout(t: Say, event: sr.Given[Event], day: int, decider: str) -> sr.Given[Payout]:
    """Return when variable pay is earned and paid."""
    return sr.payout(
        event=event,
        due=sr.by_day(day),
        dispute="5 business days",
        dispute_to=decider,
        text=t(
            "Расчёт сотрудник получает до конца третьего рабочего дня после периода. "
            "Исправление по спору выплачивают вместе со следующей заработной платой. "
            "Если день "
            "выплаты выходной, платят накануне (ст. 136 Трудового кодекса).",
            "Employees get the calculation by the third business day after the period. "
            "A correction "
            "after a dispute is paid with the next wages. When the pay day is a day "
            "off, pay is due the day before (article 136 of the Labour Code).",
        ),
    )


def returns(t: Say) -> sr.Given[Clawback]:
    """Return what happens to a result when a customer gets money back."""
    return sr.clawback(
        trigger=sr.payment("refunded"),
        within="90 days",
        share="100%",
        takes="result",
        netting="next_pay",
        text=t(
            "Возврат клиенту уменьшает результат следующего месяца, по которому "
            "считается переменная часть. Из начисленной заработной платы ничего не "
            "удерживают.",
            "A refund lowers the result of the next month, from which variable pay is "
            "calculated. Nothing is deducted from wages already earned.",
        ),
    )


def quality(t: Say, role: str, weight: str) -> sr.Given[Incentive]:
    """Return the part of a role's pay for the quality of CRM records."""
    russian, english = ROLES[role]
    return sr.incentive(
        f"{role}-records",
        title=t(
            f"Качество записей в CRM: {russian.lower()}",
            f"Quality of CRM records: {english.lower()}",
        ),
        kpi="crm-quality",
        scale=rising(("0%", "0%"), ("88%", "0%"), ("98%", "100%")),
        weight=weight,
        period="month",
    )


def margin_and_debt() -> sr.Given[Grid]:
    """Return the grid that pays margin the more, the less debt is overdue."""
    return sr.grid(
        second_kpi="receivables",
        columns=[
            sr.band(end="5%"),
            sr.band(start="5%", end="10%"),
            sr.band(start="10%"),
        ],
        rows=[
            sr.grid_row(sr.band(end="45%"), rates=["0%", "0%", "0%"]),
            sr.grid_row(sr.band(start="45%", end="50%"), rates=["30%", "20%", "10%"]),
            sr.grid_row(sr.band(start="50%", end="55%"), rates=["60%", "45%", "30%"]),
            sr.grid_row(sr.band(start="55%", end="60%"), rates=["80%", "65%", "50%"]),
            sr.grid_row(sr.band(start="60%"), rates=["100%", "85%", "70%"]),
        ],
    )
