"""The glossary and the units of counting."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.kpis import net_revenue
from salesreg.templates.wording import Say


def terms(t: Say) -> sr.Part:
    """Return what words mean here and how counted things are called."""
    return sr.part().add(_sales(t), _numbers(t), _units(t))


def _sales(t: Say) -> sr.Part:
    return (
        sr.part()
        .term(
            "crm",
            title=t(
                "Система управления отношениями с клиентами",
                "Customer relationship management system",
            ),
            abbreviation="CRM",
            definition=t(
                "Единственный источник сведений о клиентах и сделках.",
                "The single source of facts about customers and deals.",
            ),
        )
        .term(
            "lead",
            title=t("Заявка", "Lead"),
            definition=t(
                "Обращение компании, потребность которой ещё не проверена.",
                "An enquiry of a company whose need has not been checked yet.",
            ),
            see=["deal"],
        )
        .term(
            "deal",
            title=t("Сделка", "Deal"),
            definition=t(
                "Карточка CRM, которая проходит этапы воронки от заявки до оплаты или "
                "отказа.",
                "A record of the CRM that passes the stages of the pipeline from lead "
                "to "
                "payment or refusal.",
            ),
            see=["touch"],
        )
        .term(
            "touch",
            title=t("Касание", "Touch"),
            definition=t(
                "Разговор, встреча или письмо, на которое клиент может ответить. "
                "Автоматическая рассылка касанием не считается.",
                "A conversation, a meeting or an e-mail that the customer can answer. "
                "An automatic mailing is no touch.",
            ),
        )
        .term(
            "decision-maker",
            title=t("Лицо, принимающее решение", "Decision maker"),
            abbreviation=t("ЛПР", "DM"),
            definition=t(
                "Человек, который распоряжается бюджетом покупки.",
                "The person who holds the budget of the purchase.",
            ),
        )
        .term(
            "quotation",
            title=t("Коммерческое предложение", "Quotation"),
            abbreviation=t("КП", "quote"),
            definition=t(
                "Документ с ценой, составом и сроком поставки, действительный 30 дней.",
                "A document with price, scope and date of delivery, valid for 30 days.",
            ),
        )
        .term(
            "seat",
            title=t("Рабочее место", "Seat"),
            definition=t(
                "Учётная запись одного сотрудника клиента в системе «Склад».",
                "The account of one employee of the customer in the Warehouse system.",
            ),
        )
    )


def _numbers(t: Say) -> sr.Part:
    return (
        sr.part()
        .term(
            "revenue",
            title=t("Выручка", "Revenue"),
            definition=t(
                "Деньги, полученные от клиентов за период, за вычетом возвратов.",
                "Money received from customers in the period, less refunds.",
            ),
            formula=net_revenue(),
        )
        .term(
            "quota",
            title=t("Личный план", "Quota"),
            definition=t(
                "Выручка, которую сотрудник должен принести за месяц по плану продаж с "
                "учётом ввода в должность.",
                "Revenue that an employee must bring in a month by the sales plan, the "
                "ramp taken into account.",
            ),
            see=["revenue"],
        )
        .term(
            "margin",
            title=t("Маржа сделки", "Deal margin"),
            definition=t(
                "Доля выручки сделки, которая остаётся после прямых затрат на "
                "внедрение и выплат партнёрам.",
                "Share of a deal’s revenue that is left after direct costs of "
                "implementation and payments to partners.",
            ),
        )
        .term(
            "cycle",
            title=t("Цикл сделки", "Sales cycle"),
            definition=t(
                "Время от появления заявки до подписания договора и оплаты.",
                "Time from the lead to the signed and paid contract.",
            ),
            formula=sr.elapsed(
                since="deal_created", until=sr.stage_left("contract"), working=False
            ),
            see=["lead", "deal"],
        )
        .term(
            "churn",
            title=t("Отток", "Churn"),
            definition=t(
                "Доля договоров, которые клиенты не продлили.",
                "Share of contracts that customers did not renew.",
            ),
            formula=sr.arithmetic(
                "subtract", left=sr.constant(1), right=sr.kpi_value("retention")
            ),
        )
    )


def _units(t: Say) -> sr.Part:
    return (
        sr.part()
        .unit(
            "leads",
            one=t("заявка", "lead"),
            few=t("заявки", "leads"),
            many=t("заявок", "leads"),
        )
        .unit(
            "deals",
            one=t("сделка", "deal"),
            few=t("сделки", "deals"),
            many=t("сделок", "deals"),
        )
        .unit(
            "points",
            one=t("балл", "point"),
            few=t("балла", "points"),
            many=t("баллов", "points"),
        )
        .unit(
            "minutes",
            one=t("минута", "minute"),
            few=t("минуты", "minutes"),
            many=t("минут", "minutes"),
        )
        .unit(
            "days", one=t("день", "day"), few=t("дня", "days"), many=t("дней", "days")
        )
        .unit(
            "calls",
            one=t("звонок", "call"),
            few=t("звонка", "calls"),
            many=t("звонков", "calls"),
        )
        .unit(
            "contracts",
            one=t("договор", "contract"),
            few=t("договора", "contracts"),
            many=t("договоров", "contracts"),
        )
    )
