"""The pipeline from the quotation to payment."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import (
    AllOf,
    Filled,
    Flag,
    MoneyBounds,
    PercentBounds,
)


def closing(t: Say) -> sr.Part:
    """Return the later stages."""
    return sr.part().add(_offer(t), _negotiation(t), _contract(t))


def _offer(t: Say) -> sr.Part:
    return sr.part().stage(
        "offer",
        title=t("Коммерческое предложение", "Quotation"),
        text=t(
            "Клиент получает предложение с ценой, составом и сроком.",
            "The customer gets a quotation with price, scope and date.",
        ),
        owner="manager",
        participants=["key-manager", "presale"],
        exit=[
            sr.criterion(
                t(
                    "Предложение отправлено, маржа не ниже 40 %",
                    "The quotation is sent, the margin is at least 40%",
                ),
                condition=PercentBounds(field="margin", at_least=Percent.parse("40%")),
            )
        ],
        required_fields=[
            "amount",
            "discount",
            "margin",
            "payment-days",
            "forecast-amount",
        ],
        norm=sr.time_norm("5 business days", target="2 business days"),
        probability="50%",
        forecast="best",
        control=[
            sr.control(
                t(
                    "предложения без ответа дольше 5 рабочих дней",
                    "quotations unanswered for over 5 business days",
                ),
                by="head",
                meeting="pipeline-review",
            )
        ],
        transitions=[
            sr.transition("negotiation"),
            sr.transition(
                "contract",
                text=t("Условия приняты без изменений", "Terms accepted unchanged"),
                when=AllOf(
                    of=(
                        PercentBounds(field="discount", below=Percent.parse("5%")),
                        MoneyBounds(field="amount", below=Money.parse("1000000 RUB")),
                    )
                ),
            ),
            sr.transition("paused", comment=True, most=2),
            sr.transition("lost", comment=True),
        ],
    )


def _negotiation(t: Say) -> sr.Part:
    return sr.part().stage(
        "negotiation",
        title=t("Согласование условий", "Negotiation"),
        text=t(
            "Согласуют цену, сроки, отсрочку и текст договора.",
            "Price, dates, payment term and the text of the contract are agreed.",
        ),
        owner="manager",
        participants=["key-manager", "head", "lawyer"],
        exit=[
            t(
                "Обе стороны согласовали текст договора",
                "Both sides have agreed the text of the contract",
            )
        ],
        required_fields=["own-form"],
        norm=sr.time_norm("15 business days", target="10 business days"),
        probability="70%",
        forecast="best",
        control=[
            sr.control(
                t(
                    "сделки дольше 10 рабочих дней на этапе",
                    "deals at the stage for over 10 business days",
                ),
                by="head",
                meeting="pipeline-review",
            )
        ],
        transitions=[
            sr.transition("contract"),
            sr.transition(
                "offer",
                text=t("Изменился состав поставки", "The scope has changed"),
                comment=True,
                most=3,
            ),
            sr.transition("paused", comment=True, most=2),
            sr.transition("lost", comment=True),
        ],
    )


def _contract(t: Say) -> sr.Part:
    return sr.part().stage(
        "contract",
        title=t("Договор и оплата", "Contract and payment"),
        text=t(
            "Подписывают договор и получают предоплату.",
            "The contract is signed and the prepayment received.",
        ),
        owner="manager",
        participants=["lawyer", "finance"],
        exit=[
            sr.criterion(
                t(
                    "Договор подписан, предоплата получена",
                    "The contract is signed, the prepayment received",
                ),
                condition=AllOf(
                    of=(Filled(field="contract-file"), Flag(field="prepaid"))
                ),
            )
        ],
        required_fields=["contract-no", "contract-file", "prepaid"],
        norm=sr.time_norm("10 business days", target="5 business days"),
        probability="90%",
        forecast="commit",
        control=[
            sr.control(
                t("договоры без оплаты", "contracts without payment"),
                by="finance",
                every="week",
                report="weekly",
            )
        ],
        transitions=[
            sr.transition(
                "won",
                by=["finance", "head"],
                text=t("Поступила предоплата", "The prepayment has arrived"),
            ),
            sr.transition(
                "negotiation",
                text=t(
                    "Клиент вернул договор с правками",
                    "The customer returned the contract with changes",
                ),
                comment=True,
                most=1,
            ),
            sr.transition("lost", comment=True),
        ],
    )
