"""Limits: who may grant what, prices, terms of payment, exceptions."""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.templates.b2b.words import PARTNER, SELLERS
from salesreg.templates.wording import Say
from salesreg.values.condition import DateBounds, Is, Not


def limits(t: Say) -> sr.Part:
    """Return the authority matrix, derived prices, payment terms, exceptions."""
    return sr.part().add(_authority(t), _prices(t), _payment(t), _exceptions(t))


def _authority(t: Say) -> sr.Part:
    chain = [
        sr.approval_step("head", within="2 h working", silence="escalated"),
        sr.approval_step("commercial", within="4 h working", silence="escalated"),
        sr.approval_step("director", within="8 h working", silence="refused"),
    ]
    return (
        sr.part()
        .authority(
            "discount",
            title=t(
                "Скидка сверх скидки за объём", "Discount on top of the volume discount"
            ),
            dimension="discount",
            field="discount",
            document="discount-request",
            bands=[
                sr.authority_band("manager", band=sr.band(start="0%", end="5%")),
                sr.authority_band("head", band=sr.band(start="5%", end="15%")),
                sr.authority_band(
                    "commercial",
                    band=sr.band(start="15%", end="25%"),
                ),
                sr.authority_band("director", band=sr.band(start="25%", end="40%")),
            ],
            chain=chain,
            requesters=SELLERS,
            text=t(
                "Менеджер по ключевым клиентам имеет те же полномочия, что и менеджер "
                "по продажам. Скидка 40 % и больше не предоставляется.",
                "A key account manager has the same authority as a sales manager. A "
                "discount of 40% or more is not granted.",
            ),
        )
        .authority(
            "signing",
            title=t(
                "Подписание договора по доверенности",
                "Signing a contract by power of attorney",
            ),
            dimension="amount",
            field="amount",
            bands=[
                sr.authority_band(
                    "head",
                    band=sr.band(start="0 RUB", end="1000000 RUB"),
                ),
                sr.authority_band(
                    "commercial",
                    band=sr.band(start="1000000 RUB", end="5000000 RUB"),
                ),
                sr.authority_band("director", band=sr.band(start="5000000 RUB")),
            ],
            chain=chain,
            requesters=SELLERS,
        )
        .authority(
            "deferral",
            title=t("Отсрочка платежа", "Payment term"),
            dimension="payment_term",
            field="payment-days",
            bands=[
                sr.authority_band(
                    "head",
                    band=sr.band(start="0 days", end="15 days"),
                ),
                sr.authority_band(
                    "finance",
                    band=sr.band(start="15 days", end="31 days"),
                ),
                sr.authority_band(
                    "commercial",
                    band=sr.band(start="31 days", end="61 days"),
                ),
            ],
            chain=[
                sr.approval_step("head", within="2 h working", silence="escalated"),
                sr.approval_step("finance", within="4 h working", silence="escalated"),
                sr.approval_step("commercial", within="8 h working", silence="refused"),
            ],
            requesters=SELLERS,
            text=t(
                "Отсрочка больше 60 дней не предоставляется.",
                "A term of over 60 days is not granted.",
            ),
        )
    )


def _prices(t: Say) -> sr.Part:
    year = DateBounds(
        field="close-date", at_least=dt.date(2026, 1, 1), at_most=dt.date(2026, 12, 31)
    )
    list_price = "12000 RUB"
    return (
        sr.part()
        .price(
            "list",
            title=t(
                "От 10 до 49 рабочих мест, за место в год",
                "10 to 49 seats, per seat and year",
            ),
            product="subscription",
            segment="small",
            list_price=list_price,
            discount="0%",
            price="12000 RUB",
            when=year,
        )
        .price(
            "volume",
            title=t(
                "От 50 до 199 рабочих мест, за место в год",
                "50 to 199 seats, per seat and year",
            ),
            product="subscription",
            segment="medium",
            list_price=list_price,
            discount="10%",
            price="10800 RUB",
            when=year,
        )
        .price(
            "enterprise",
            title=t(
                "От 200 рабочих мест, за место в год",
                "200 seats and more, per seat and year",
            ),
            product="subscription",
            segment="large",
            list_price=list_price,
            discount="20%",
            price="9600 RUB",
            when=year,
        )
    )


def _payment(t: Say) -> sr.Part:
    reminder = sr.deadline(
        trigger=sr.payment("invoiced"),
        limit=sr.before(
            "3 days", event=t("срок оплаты счёта", "the due date of the invoice")
        ),
        action=t("напомнить клиенту об оплате", "remind the customer of the payment"),
    )
    return (
        sr.part()
        .payment_term(
            "standard",
            title=t("Обычные условия", "Standard terms"),
            prepayment="50%",
            net="14 days",
            late_fee="0.1%",
            late_fee_per="1 day",
            reminder=reminder,
            segments=["small", "medium"],
            when=Not(of=Is(field="source", values=(t(*PARTNER),))),
            text=t(
                "Остаток оплачивают после подписания акта.",
                "The rest is paid after the certificate of acceptance is signed.",
            ),
        )
        .payment_term(
            "large",
            title=t("Крупные клиенты", "Large customers"),
            prepayment="30%",
            net="30 days",
            limit="3000000 RUB",
            late_fee="0.1%",
            late_fee_per="1 day",
            reminder=reminder,
            segments=["large"],
        )
        .payment_term(
            "partners",
            title=t("Партнёры", "Partners"),
            prepayment="100%",
            segments=["small", "medium"],
            when=Is(field="source", values=(t(*PARTNER),)),
        )
    )


def _exceptions(t: Say) -> sr.Part:
    return (
        sr.part()
        .exception(
            "terms",
            title=t(
                "Цена, скидка, маржа и условия оплаты",
                "Price, discount, margin and terms of payment",
            ),
            granted_by=["commercial", "director"],
            recorded_in="crm",
            document="exception-note",
            validity=t("одна сделка", "one deal"),
            within="2 business days",
            text=t(
                "Исключение действует только после записи в CRM.",
                "An exception holds only after it is recorded in the CRM.",
            ),
        )
        .exception(
            "process",
            title=t("Порядок этапов и сроки", "Order of stages and time limits"),
            granted_by=["head"],
            recorded_in="crm",
            document="exception-note",
            validity=t("одна сделка, не больше 30 дней", "one deal, at most 30 days"),
            within="1 business day",
        )
    )
