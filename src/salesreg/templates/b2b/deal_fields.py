"""Fields of a deal from discovery on."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import REASONS, SELLERS
from salesreg.templates.wording import Say


def deal_fields(t: Say) -> sr.Part:
    """Return the fields of deals, of money and of existing customers."""
    return sr.part().add(_deal(t), _money(t), _after(t))


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
            "own-data",
            title=t("Демонстрация на данных клиента", "Demo with the customer’s data"),
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
            title=t("Дата демонстрации", "Demo date"),
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
            title=t("Договор по форме клиента", "Contract on the customer’s template"),
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
            text=t("Сверх скидки за объём", "On top of the volume discount"),
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
    )


def _after(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "rating",
            title=t("Оценка клиента", "Customer’s rating"),
            type="number",
            text=t("От 1 до 5", "From 1 to 5"),
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
            title=t("Причина отказа", "Loss reason"),
            type="choice",
            choices=[t(*word) for word in REASONS],
            filled_by=["sdr", *SELLERS],
        )
    )
