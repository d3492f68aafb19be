"""Pay of those who support, contests, and what follows breaches of duty.

No fines: the Labour Code of Russia knows a remark, a reprimand and dismissal
(article 192). A sanction may lower only the bonus of the period in which it
was applied, and the month's wage by no more than 20 % (article 135, part 3).
"""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.pay import payout, quality, rising
from salesreg.templates.b2b.words import DEPARTMENT
from salesreg.templates.wording import Say


def rewards(t: Say) -> sr.Part:
    """Return the other pay plans, awards, sanctions and bonus reductions."""
    return sr.part().add(
        _presale(t), _success(t), _head(t), _awards(t), _sanctions(t), _reductions(t)
    )


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
                scale=rising(("0%", "0%"), ("40%", "0%"), ("60%", "100%")),
                weight="70%",
                period="month",
            ),
            quality(t, "presale-records", "30%"),
        ],
        payout=payout(t, 15, "head"),
        cap="27500 RUB",
        newcomers=t(
            "В первый месяц выплачивается целевая переменная часть.",
            "In the first month the target variable pay is paid.",
        ),
        leave=t(
            "Переменная часть рассчитывается за отработанные дни.",
            "Variable pay is calculated for the days worked.",
        ),
        leavers=t(
            "Переменная часть рассчитывается за отработанные дни.",
            "Variable pay is calculated for the days worked.",
        ),
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
                scale=rising(("0%", "0%"), ("80%", "0%"), ("92%", "100%")),
                weight="60%",
                period="quarter",
            ),
            sr.incentive(
                "success-rating",
                title=t("Оценка клиентов", "Customers’ rating"),
                kpi="csat",
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
        payout=payout(t, 20, "head"),
        cap="108000 RUB",
        newcomers=t(
            "Квартал засчитывается, если отработано не меньше двух месяцев.",
            "A quarter counts when at least two months were worked.",
        ),
        leave=t(
            "Переменная часть рассчитывается за отработанные дни.",
            "Variable pay is calculated for the days worked.",
        ),
        leavers=t(
            "Переменная часть рассчитывается за отработанные дни.",
            "Variable pay is calculated for the days worked.",
        ),
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
        payout=payout(t, 20, "commercial"),
        cap="369720 RUB",
        windfall=t(
            "Выполнение плана отдела выше 120 % не засчитывается.",
            "Attainment of the department’s plan above 120% does not count.",
        ),
        newcomers=t(
            "Квартал засчитывается, если отработано не меньше двух месяцев.",
            "A quarter counts when at least two months were worked.",
        ),
        leave=t(
            "Переменная часть рассчитывается за отработанные дни.",
            "Variable pay is calculated for the days worked.",
        ),
        leavers=t(
            "Переменная часть рассчитывается за отработанные дни.",
            "Variable pay is calculated for the days worked.",
        ),
    )


def _awards(t: Say) -> sr.Part:
    return (
        sr.part()
        .incentive(
            "best-quarter",
            title=t("Лучший результат квартала", "Best result of the quarter"),
            kind="contest",
            kpi="attainment",
            amount="30000 RUB",
            period="quarter",
            stacks_with=["manager-plan"],
            roles=["manager"],
            text=t(
                "Получает один менеджер с наибольшим выполнением личного плана не ниже "
                "100 %. Сумма одной награды — общий предел за квартал.",
                "One manager gets it, the one with the highest attainment of at least "
                "100%. The sum of one award is the limit for a quarter.",
            ),
        )
        .incentive(
            "idea",
            title=t(
                "Награда за улучшение регламента", "Award for improving the regulation"
            ),
            kind="award",
            amount="10000 RUB",
            period="quarter",
            roles=DEPARTMENT,
            text=t(
                "Выплачивается автору предложения, вошедшего в новую редакцию.",
                "Paid to the author of a proposal that entered a new edition.",
            ),
        )
    )


def _sanctions(t: Say) -> sr.Part:
    procedure = t(
        "До взыскания от сотрудника запрашивают письменное объяснение и ждут его 2 "
        "рабочих дня. Взыскание оформляют приказом и объявляют под подпись. За один "
        "проступок — одно взыскание (ст. 192 и 193 Трудового кодекса).",
        "Before a sanction the employee is asked for a written explanation and given 2 "
        "business days. The sanction is laid down in an order and made known under "
        "signature. One breach, one sanction (articles 192 and 193 of the Labour "
        "Code).",
    )
    appeal = t(
        "комиссия по трудовым спорам, инспекция труда, суд",
        "the labour disputes commission, the labour inspectorate, a court",
    )
    return (
        sr.part()
        .sanction(
            "remark",
            title=t("Замечание", "Remark"),
            measure="remark",
            grounds=[
                t(
                    "звонок компании из стоп-листа",
                    "a call to a company on the stop list",
                ),
                t(
                    "обещание клиенту скидки сверх полномочий",
                    "a discount beyond authority promised to a customer",
                ),
            ],
            procedure=procedure,
            appeal=appeal,
            by="director",
        )
        .sanction(
            "reprimand",
            title=t("Выговор", "Reprimand"),
            measure="reprimand",
            grounds=[
                t(
                    "повторное нарушение в течение действия замечания",
                    "a repeated breach while a remark is in force",
                ),
                t(
                    "передача базы клиентов третьим лицам",
                    "the customer base given to third parties",
                ),
            ],
            procedure=procedure,
            appeal=appeal,
            by="director",
        )
    )


def _reductions(t: Say) -> sr.Part:
    procedure = t(
        "Снижается только премия за период, в котором применено взыскание; месячная "
        "заработная плата не может уменьшиться больше чем на 20 % (часть третья ст. "
        "135 Трудового кодекса). Решение оформляют приказом с указанием основания.",
        "Only the bonus of the period in which the sanction was applied is lowered; "
        "the month’s wage must not fall by more than 20% (article 135, part three, of "
        "the Labour Code). The decision is an order that names its grounds.",
    )
    appeal = t(
        "комиссия по трудовым спорам, инспекция труда, суд",
        "the labour disputes commission, the labour inspectorate, a court",
    )
    return (
        sr.part()
        .bonus_reduction(
            "after-remark",
            title=t("Снижение премии при замечании", "Lower bonus after a remark"),
            trigger="sanction",
            grounds=[
                t(
                    "замечание, применённое в этом периоде",
                    "a remark applied in the period",
                )
            ],
            share="10%",
            of="bonus",
            period="sanction_period",
            procedure=procedure,
            appeal=appeal,
        )
        .bonus_reduction(
            "after-reprimand",
            title=t("Снижение премии при выговоре", "Lower bonus after a reprimand"),
            trigger="sanction",
            grounds=[
                t(
                    "выговор, применённый в этом периоде",
                    "a reprimand applied in the period",
                )
            ],
            share="20%",
            of="bonus",
            period="sanction_period",
            procedure=procedure,
            appeal=appeal,
        )
    )
