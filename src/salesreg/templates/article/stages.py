"""Six stages of work with a client."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def stages(t: Say) -> sr.Part:
    """Return the pipeline, with an example of a norm and a control at each stage."""
    return sr.part().add(_stages(t))


def _stages(t: Say) -> sr.Part:
    return (
        sr.part()
        .stage(
            "search",
            title=t("Поиск потенциальных клиентов", "Search for prospective customers"),
            kind="initial",
            owner="manager",
            participants=["assistant"],
            norm="3 business days",
            control=[
                sr.control(
                    t(
                        "число новых клиентов в базе данных",
                        "number of new customers in the database",
                    ),
                    by="head",
                    every="week",
                )
            ],
            transitions=["contact"],
        )
        .stage(
            "contact",
            title=t("Установление контакта", "First contact"),
            owner="manager",
            norm="1 business day",
            control=[
                sr.control(
                    t(
                        "отметка о первом разговоре с клиентом",
                        "note of the first conversation with the customer",
                    ),
                    by="head",
                    every="week",
                )
            ],
            transitions=["presentation"],
        )
        .stage(
            "presentation",
            title=t("Представление продукта", "Presentation of the product"),
            owner="manager",
            participants=["specialist", "assistant"],
            norm="5 business days",
            control=[
                sr.control(
                    t(
                        "презентации проведены в назначенные дни",
                        "presentations held on the days agreed",
                    ),
                    by="head",
                    meeting="review",
                )
            ],
            transitions=["negotiation"],
        )
        .stage(
            "negotiation",
            title=t("Переговоры", "Negotiation"),
            owner="manager",
            participants=["specialist"],
            norm="10 business days",
            control=[
                sr.control(
                    t(
                        "разбор хода переговоров на собрании отдела",
                        "negotiations reviewed at the department meeting",
                    ),
                    by="head",
                    meeting="review",
                )
            ],
            transitions=["deal"],
        )
        .stage(
            "deal",
            title=t("Заключение сделки", "Closing the deal"),
            owner="manager",
            participants=["assistant"],
            required_fields=["amount"],
            norm="5 business days",
            control=[
                sr.control(
                    t(
                        "подписанные договоры и их суммы",
                        "contracts signed and their amounts",
                    ),
                    by="head",
                    report="results",
                )
            ],
            transitions=["support"],
        )
        .stage(
            "support",
            title=t("Поддержка после продажи", "Support after the sale"),
            kind="won",
            owner="specialist",
            participants=["manager"],
            norm="30 days",
            control=[
                sr.control(
                    t("отзывы клиентов", "customer feedback"), by="head", every="month"
                )
            ],
        )
        .field(
            "amount",
            title=t("Сумма сделки", "Deal amount"),
            type="money",
            filled_by=["manager"],
            filled_at="deal",
        )
    )
