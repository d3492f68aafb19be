"""Contests, and what follows breaches of duty.

No fines: the Labour Code of Russia knows a remark, a reprimand and dismissal
(article 192). A sanction may lower only the bonus of the period in which it
was applied, and the month's wage by no more than 20 % (article 135, part 3).
"""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import DEPARTMENT
from salesreg.templates.wording import Say


def rewards(t: Say) -> sr.Part:
    """Return awards, sanctions and bonus reductions."""
    return sr.part().add(_awards(t), _sanctions(t), _reductions(t))


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
