"""Fields of a deal in the CRM: who fills them and by which stage."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import REASONS, REGIONS, SELLERS, SOURCES, TIMINGS
from salesreg.templates.wording import Say


def fields(t: Say) -> sr.Part:
    """Return the fields that stages, conditions and formulas read."""
    return sr.part().add(_lead(t), _qualification(t), _deal(t), _money(t), _after(t))


def _lead(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "client", title=t("Клиент", "Customer"), filled_by=["sdr"], filled_at="lead"
        )
        .field(
            "source",
            title=t("Источник", "Source"),
            type="choice",
            choices=[t(*word) for word in SOURCES],
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "contact",
            title=t("Контактное лицо", "Contact"),
            text=t("имя, должность, телефон, почта", "name, post, phone, mail"),
            filled_by=["sdr"],
            filled_at="lead",
            personal=True,
        )
        .field(
            "consent",
            title=t("Согласие на звонки получено", "Consent to calls given"),
            type="flag",
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "stop-list",
            title=t("Клиент в стоп-листе", "Customer is on the stop list"),
            type="flag",
            filled_by=["analyst"],
            filled_at="lead",
        )
        .field(
            "existing",
            title=t("Действующий клиент", "Present customer"),
            type="flag",
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "last-touch",
            title=t("Последнее касание", "Last touch"),
            type="date",
            filled_by=["sdr", *SELLERS],
            filled_at="lead",
        )
        .field(
            "next-date",
            title=t("Дата следующего шага", "Date of the next step"),
            type="date",
            filled_by=["sdr", *SELLERS],
            filled_at="lead",
        )
    )


def _qualification(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "tax-id",
            title=t("ИНН", "Tax number"),
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "region",
            title=t("Регион", "Region"),
            type="choice",
            choices=[t(*word) for word in REGIONS],
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "seats",
            title=t("Рабочие места", "Seats"),
            type="number",
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "task",
            title=t("Задача клиента", "Customer’s task"),
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "timing",
            title=t("Срок внедрения", "Time of implementation"),
            type="choice",
            choices=[t(*word) for word in TIMINGS],
            filled_by=["sdr"],
            filled_at="qualification",
        )
    )


def _deal(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "need",
            title=t(
                "Потери, которые хочет убрать клиент",
                "Losses that the customer wants to stop",
            ),
            filled_by=SELLERS,
            filled_at="discovery",
        )
        .field(
            "decision-maker",
            title=t("ЛПР", "Decision maker"),
            filled_by=SELLERS,
            filled_at="discovery",
            personal=True,
        )
        .field(
            "budget-known",
            title=t("Бюджет подтверждён", "Budget confirmed"),
            type="flag",
            filled_by=SELLERS,
            filled_at="discovery",
        )
        .field(
            "close-date",
            title=t("Ожидаемая дата оплаты", "Expected date of payment"),
            type="date",
            filled_by=SELLERS,
            filled_at="discovery",
        )
        .field(
            "demo-date",
            title=t("Дата демонстрации", "Date of the demo"),
            type="date",
            filled_by=["presale"],
            filled_at="demo",
        )
        .field(
            "contract-no",
            title=t("Номер договора", "Contract number"),
            filled_by=SELLERS,
            filled_at="contract",
        )
        .field(
            "contract-file",
            title=t("Подписанный договор", "Signed contract"),
            type="file",
            filled_by=SELLERS,
            filled_at="contract",
        )
        .field(
            "own-form",
            title=t("Договор по форме клиента", "Contract on the customer’s form"),
            type="flag",
            filled_by=SELLERS,
            filled_at="negotiation",
        )
    )


def _money(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "amount",
            title=t("Сумма сделки", "Deal amount"),
            type="money",
            filled_by=SELLERS,
            filled_at="offer",
        )
        .field(
            "discount",
            title=t("Скидка", "Discount"),
            type="percent",
            text=t("сверх скидки за объём", "on top of the volume discount"),
            filled_by=SELLERS,
            filled_at="offer",
        )
        .field(
            "margin",
            title=t("Маржа", "Margin"),
            type="percent",
            filled_by=SELLERS,
            filled_at="offer",
        )
        .field(
            "payment-days",
            title=t("Отсрочка, дней", "Payment term, days"),
            type="number",
            filled_by=SELLERS,
            filled_at="offer",
        )
        .field(
            "prepaid",
            title=t("Предоплата получена", "Prepayment received"),
            type="flag",
            filled_by=["finance"],
            filled_at="contract",
        )
        .field(
            "forecast-amount",
            title=t("Сумма в прогнозе", "Amount in the forecast"),
            type="money",
            filled_by=SELLERS,
            filled_at="offer",
        )
        .field(
            "overdue",
            title=t("Просроченный долг", "Overdue debt"),
            type="money",
            filled_by=["finance"],
            filled_at="won",
        )
        .field(
            "quota",
            title=t("Личный план на месяц", "Quota of the month"),
            type="money",
            text=t("берётся из плана выручки", "taken from the revenue plan"),
            filled_by=["head"],
        )
    )


def _after(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "rating",
            title=t("Оценка клиента", "Customer’s rating"),
            type="number",
            text=t("от 1 до 5", "from 1 to 5"),
            filled_by=["analyst"],
            filled_at="won",
        )
        .field(
            "contract-end",
            title=t("Окончание договора", "End of the contract"),
            type="date",
            filled_by=["success"],
            filled_at="won",
        )
        .field(
            "renewed",
            title=t("Договор продлён", "Contract renewed"),
            type="flag",
            filled_by=["success"],
            filled_at="won",
        )
        .field(
            "reason",
            title=t("Причина отказа", "Reason of the loss"),
            type="choice",
            choices=[t(*word) for word in REASONS],
            filled_by=["sdr", *SELLERS],
        )
    )
