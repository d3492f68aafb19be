"""Procedures of negotiation and contract."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.condition import Flag


def contracting(t: Say) -> sr.Part:
    """Return how terms are agreed and a contract is concluded."""
    return sr.part().add(_negotiate(t), _sign(t))


def _negotiate(t: Say) -> sr.Part:
    return sr.part().procedure(
        "negotiate",
        title=t("Согласование условий", "Negotiation of terms"),
        stages=["negotiation"],
        trigger=sr.stage_entered("negotiation"),
        owner="manager",
        steps=[
            sr.step(
                "objections",
                title=t(
                    "Обсудить возражения клиента", "Discuss the customer’s objections"
                ),
                role="manager",
                activity="client-meetings",
                script="price-objection",
                limit="5 business days",
            ),
            sr.step(
                "form",
                title=t("Выбрать форму договора", "Choose the contract template"),
                role="manager",
                activity="documents",
                fields=["own-form"],
                limit="1 business day",
                branches=[
                    sr.branch(
                        "agree",
                        text=t(
                            "договор по нашей форме", "the contract is on our template"
                        ),
                        when=Flag(field="own-form", value=False),
                    )
                ],
            ),
            sr.step(
                "review",
                title=t("Проверить договор клиента", "Review the customer’s contract"),
                role="lawyer",
                activity="approvals",
                limit="3 business days",
            ),
            sr.step(
                "agree",
                title=t(
                    "Согласовать окончательные условия", "Agree on the final terms"
                ),
                role="manager",
                activity="client-meetings",
                limit="5 business days",
            ),
        ],
        limit="15 business days",
        result=t("согласованные условия", "agreed terms"),
        control=[
            sr.control(
                t("срок на этапе", "time at the stage"),
                by="head",
                meeting="pipeline-review",
            )
        ],
    )


def _sign(t: Say) -> sr.Part:
    return sr.part().procedure(
        "sign-contract",
        title=t("Заключение договора", "Conclusion of a contract"),
        stages=["contract"],
        trigger=sr.stage_entered("contract"),
        owner="manager",
        steps=[
            sr.step(
                "consent",
                title=t(
                    "Получить согласие на обработку персональных данных",
                    "Get the consent to process personal data",
                ),
                role="manager",
                activity="documents",
                outputs=["consent-form"],
                limit="1 business day",
            ),
            sr.step(
                "draft",
                title=t("Подготовить договор", "Draw up the contract"),
                role="manager",
                activity="documents",
                inputs=["quotation", "specification"],
                outputs=["contract"],
                fields=["contract-no"],
                limit="1 business day",
            ),
            sr.step(
                "approve",
                title=t("Согласовать договор", "Approve the contract"),
                role="lawyer",
                activity="approvals",
                inputs=["contract"],
                limit="2 business days",
            ),
            sr.step(
                "sign",
                title=t("Подписать с двух сторон", "Have both sides sign"),
                role="manager",
                activity="documents",
                inputs=["contract"],
                fields=["contract-file"],
                tool="archive",
                limit="3 business days",
            ),
            sr.step(
                "bill",
                title=t("Выставить счёт", "Issue the invoice"),
                role="finance",
                activity="documents",
                outputs=["invoice"],
                limit="1 business day",
            ),
            sr.step(
                "confirm",
                title=t("Подтвердить предоплату", "Confirm the prepayment"),
                role="finance",
                activity="documents",
                inputs=["invoice"],
                fields=["prepaid"],
                limit="1 business day",
            ),
        ],
        limit="10 business days",
        result=t(
            "подписанный договор и предоплата", "a signed contract and the prepayment"
        ),
        control=[
            sr.control(
                t(
                    "договоры без подписи дольше 5 рабочих дней",
                    "contracts unsigned for over 5 business days",
                ),
                by="finance",
                report="weekly",
            )
        ],
    )
