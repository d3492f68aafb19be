"""Pay of those who support sales, and of the head."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.scales import (
    DAYS_WORKED,
    FIRST_MONTH,
    TWO_MONTHS,
    payout,
    quality,
    rising,
)
from salesreg.templates.wording import Say


def support_pay(t: Say) -> sr.Part:
    """Return the pay plans of presales, customer success and the head."""
    return sr.part().add(_presale(t), _success(t), _head(t))


def _presale(t: Say) -> sr.Part:
    return sr.part().pay_plan(
        "presale",
        title=t(
            "Оплата инженера предпродажной подготовки", "Pay of a presales engineer"
        ),
        roles=["presale"],
        fixed="110000 RUB",
        target_variable="27500 RUB",
        fixed_share="80%",
        period="month",
        components=[
            sr.incentive(
                "presale-demos",
                title=t("Результат демонстраций", "Result of demos"),
                kpi="demo-rate",
                whose="department",
                scale=rising(("0%", "0%"), ("40%", "0%"), ("60%", "100%")),
                weight="70%",
                period="month",
            ),
            quality(t, "presale", "30%"),
        ],
        payout=payout(t, sr.period_ends("month"), 15, "head"),
        cap="27500 RUB",
        proration="working_days",
        newcomers=t(*FIRST_MONTH),
        leave=t(*DAYS_WORKED),
        leavers=t(*DAYS_WORKED),
    )


def _success(t: Say) -> sr.Part:
    return sr.part().pay_plan(
        "success",
        title=t(
            "Оплата менеджера по сопровождению", "Pay of a customer success manager"
        ),
        roles=["success"],
        fixed="84000 RUB",
        target_variable="108000 RUB",
        fixed_share="70%",
        period="quarter",
        components=[
            sr.incentive(
                "success-renewals",
                title=t("Продление договоров", "Renewals"),
                kpi="retention",
                whose="department",
                scale=rising(("0%", "0%"), ("80%", "0%"), ("92%", "100%")),
                weight="60%",
                period="quarter",
            ),
            sr.incentive(
                "success-rating",
                title=t("Оценки клиентов", "Customers’ ratings"),
                kpi="csat",
                whose="department",
                scale=sr.scale(
                    [
                        sr.tier("0%", end="75%", rate="0%"),
                        sr.tier("75%", end="80%", rate="25%"),
                        sr.tier("80%", end="85%", rate="50%"),
                        sr.tier("85%", end="90%", rate="75%"),
                        sr.tier("90%", rate="100%"),
                    ],
                    mode="whole",
                    base="target_pay",
                ),
                weight="40%",
                period="quarter",
            ),
        ],
        payout=payout(t, sr.period_ends("quarter"), 20, "head"),
        cap="108000 RUB",
        proration="calendar_days",
        newcomers=t(*TWO_MONTHS),
        leave=t(*DAYS_WORKED),
        leavers=t(*DAYS_WORKED),
        text=t(
            "Оклад выплачивается ежемесячно, переменная часть — за квартал.",
            "Fixed pay is monthly, variable pay is for a quarter.",
        ),
    )


def _head(t: Say) -> sr.Part:
    return sr.part().pay_plan(
        "head",
        title=t("Оплата руководителя отдела продаж", "Pay of the head of sales"),
        roles=["head"],
        fixed="182000 RUB",
        target_variable="234000 RUB",
        fixed_share="70%",
        period="quarter",
        components=[
            sr.incentive(
                "head-plan",
                title=t(
                    "Выполнение плана отдела", "Attainment of the department’s plan"
                ),
                kpi="attainment",
                whose="department",
                scale=rising(
                    ("0%", "0%"),
                    ("50%", "0%"),
                    ("100%", "100%"),
                    ("120%", "150%"),
                    cap="150%",
                ),
                weight="60%",
                period="quarter",
            ),
            sr.incentive(
                "head-wins",
                title=t("Доля выигранных сделок", "Win rate"),
                kpi="win-rate",
                whose="department",
                scale=rising(
                    ("0%", "0%"),
                    ("35%", "0%"),
                    ("50%", "100%"),
                    ("60%", "170%"),
                    cap="170%",
                ),
                weight="40%",
                period="quarter",
            ),
        ],
        payout=payout(t, sr.payment("received"), 20, "commercial"),
        cap="369720 RUB",
        proration="calendar_days",
        windfall=t(
            "Выполнение плана отдела выше 120 % не засчитывается.",
            "Attainment of the department’s plan above 120% does not count.",
        ),
        newcomers=t(*TWO_MONTHS),
        leave=t(*DAYS_WORKED),
        leavers=t(*DAYS_WORKED),
    )
