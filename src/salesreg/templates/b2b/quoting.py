"""Procedures of the quotation: how it is made, how a discount is approved."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.amounts import Percent
from salesreg.values.condition import PercentBounds


def quoting(t: Say) -> sr.Part:
    """Return how a quotation is made and a discount approved."""
    return sr.part().add(_quote(t), _discount(t))


def _quote(t: Say) -> sr.Part:
    return sr.part().procedure(
        "quote",
        title=t("Подготовка предложения", "Preparation of a quotation"),
        stages=["offer"],
        trigger=sr.stage_entered("offer"),
        owner="manager",
        steps=[
            sr.step(
                "specify",
                title=t("Составить техническое задание", "Write the specification"),
                role="presale",
                activity="documents",
                outputs=["specification"],
                limit="1 business day",
            ),
            sr.step(
                "price",
                title=t("Рассчитать цену и маржу", "Work out price and margin"),
                role="manager",
                activity="documents",
                fields=[
                    "amount",
                    "discount",
                    "margin",
                    "payment-days",
                    "forecast-amount",
                ],
                limit="1 business day",
                branches=[
                    sr.branch(
                        "draft",
                        text=t(
                            "скидка согласована или не нужна",
                            "the discount is approved or not needed",
                        ),
                        when=PercentBounds(field="discount", below=Percent.parse("5%")),
                    )
                ],
            ),
            sr.step(
                "approve",
                title=t(
                    "Согласовать скидку сверх полномочий",
                    "Have a discount beyond authority approved",
                ),
                role="manager",
                activity="documents",
                tool="mail",
                outputs=["discount-request"],
                limit="2 business days",
            ),
            sr.step(
                "draft",
                title=t(
                    "Оформить предложение по форме и отправить клиенту",
                    "Draw up the quotation on its form and send it",
                ),
                role="manager",
                activity="documents",
                inputs=["specification"],
                outputs=["quotation"],
                limit="1 business day",
                deadline=sr.deadline(
                    trigger=sr.document_moved("discount-request", state="approved"),
                    limit=sr.same_day("18:00"),
                    action=t(
                        "отправить предложение клиенту",
                        "send the quotation to the customer",
                    ),
                ),
            ),
        ],
        limit="5 business days",
        result=t(
            "предложение у клиента, срок его действия 30 дней",
            "the customer has a quotation valid for 30 days",
        ),
        control=[
            sr.control(
                t(
                    "предложения без скидок сверх полномочий",
                    "no quotation with a discount beyond authority",
                ),
                by="finance",
                audit="contract-audit",
            )
        ],
    )


def _discount(t: Say) -> sr.Part:
    return sr.part().procedure(
        "approve-discount",
        title=t("Согласование скидки", "Approval of a discount"),
        text=t(
            "Нужна, когда скидка выше полномочий менеджера.",
            "Needed when the discount is beyond the manager’s authority.",
        ),
        stages=["offer", "negotiation"],
        trigger=t(
            "клиенту нужна скидка выше полномочий менеджера",
            "a customer needs a discount beyond the manager’s authority",
        ),
        owner="head",
        steps=[
            sr.step(
                "request",
                title=t(
                    "Заполнить запрос: причина и маржа",
                    "Fill in the request with reason and margin",
                ),
                role="manager",
                activity="documents",
                outputs=["discount-request"],
                tool="crm",
                limit="1 h working",
            ),
            sr.step(
                "decide",
                title=t(
                    "Согласовать или передать коммерческому директору",
                    "Approve or pass to the commercial director",
                ),
                role="head",
                activity="approvals",
                inputs=["discount-request"],
                tool="crm",
                limit="2 h working",
                branches=[
                    sr.branch(
                        "apply",
                        text=t("скидка меньше 15 %", "the discount is below 15%"),
                        when=PercentBounds(
                            field="discount", below=Percent.parse("15%")
                        ),
                    )
                ],
            ),
            sr.step(
                "final",
                title=t(
                    "Согласовать или передать генеральному директору",
                    "Approve or pass to the General Director",
                ),
                role="commercial",
                activity="approvals",
                inputs=["discount-request"],
                limit="4 h working",
                branches=[
                    sr.branch(
                        "apply",
                        text=t("скидка меньше 25 %", "the discount is below 25%"),
                        when=PercentBounds(
                            field="discount", below=Percent.parse("25%")
                        ),
                    )
                ],
            ),
            sr.step(
                "top",
                title=t("Принять окончательное решение", "Take the final decision"),
                role="director",
                activity="approvals",
                inputs=["discount-request"],
                limit="8 h working",
            ),
            sr.step(
                "apply",
                title=t(
                    "Внести решение в карточку", "Enter the decision in the record"
                ),
                role="manager",
                activity="crm",
                fields=["discount"],
                limit="1 h working",
            ),
        ],
        limit="16 h working",
        result=t("решение записано в CRM", "the decision is recorded in the CRM"),
        control=[
            sr.control(
                t(
                    "скидки и их причины за месяц",
                    "discounts of the month and their reasons",
                ),
                by="commercial",
                report="monthly",
            )
        ],
    )
