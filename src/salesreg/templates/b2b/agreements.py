"""Procedures of the later stages: from the quotation to payment and after."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.amounts import Percent
from salesreg.values.condition import Flag, PercentBounds


def agreements(t: Say) -> sr.Part:
    """Return what is done from the quotation on, step by step."""
    return sr.part().add(
        _quote(t), _discount(t), _negotiate(t), _sign(t), _onboard(t), _aside(t)
    )


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
        trigger=sr.document_moved("discount-request", state="created"),
        owner="head",
        steps=[
            sr.step(
                "request",
                title=t(
                    "Заполнить запрос с причиной и маржой",
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
                title=t("Внести решение в карточку", "Enter the decision in the card"),
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
                title=t("Выбрать форму договора", "Choose the form of the contract"),
                role="manager",
                activity="documents",
                fields=["own-form"],
                limit="1 business day",
                branches=[
                    sr.branch(
                        "agree",
                        text=t("договор по нашей форме", "the contract is on our form"),
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


def _onboard(t: Say) -> sr.Part:
    return sr.part().procedure(
        "onboard",
        title=t("Ввод системы в работу", "Getting the system into use"),
        stages=["won"],
        trigger=sr.payment("prepaid"),
        owner="success",
        steps=[
            sr.step(
                "kick-off",
                title=t("Провести установочную встречу", "Hold the kick-off meeting"),
                role="success",
                activity="onboarding",
                limit="2 business days",
            ),
            sr.step(
                "set-up",
                title=t(
                    "Настроить систему и перенести данные",
                    "Set up the system and transfer data",
                ),
                role="success",
                activity="onboarding",
                inputs=["specification"],
                limit="5 business days",
            ),
            sr.step(
                "teach",
                title=t("Обучить пользователей", "Train the users"),
                role="success",
                activity="onboarding",
                limit="2 business days",
            ),
            sr.step(
                "accept",
                title=t("Подписать акт", "Have the act signed"),
                role="success",
                activity="onboarding",
                outputs=["act"],
                fields=["contract-end"],
                limit="1 business day",
            ),
        ],
        limit="10 business days",
        result=t(
            "система работает, акт подписан", "the system is in use, the act is signed"
        ),
        control=[
            sr.control(
                t(
                    "оценка клиента после ввода",
                    "the customer’s rating after the start",
                ),
                by="analyst",
                report="quarterly",
            )
        ],
    )


def _aside(t: Say) -> sr.Part:
    return (
        sr.part()
        .procedure(
            "wake",
            title=t("Возврат отложенной сделки", "Return of a paused deal"),
            stages=["paused"],
            trigger=t(
                "до даты, которую назвал клиент, осталось 5 рабочих дней",
                "5 business days are left until the date the customer named",
            ),
            owner="manager",
            steps=[
                sr.step(
                    "remind",
                    title=t("Позвонить клиенту", "Call the customer"),
                    role="manager",
                    activity="calls",
                    fields=["last-touch", "next-date"],
                    limit="3 business days",
                ),
                sr.step(
                    "decide",
                    title=t(
                        "Вернуть сделку на этап или закрыть",
                        "Return the deal to its stage or close it",
                    ),
                    role="manager",
                    activity="crm",
                    limit="1 business day",
                ),
            ],
            limit="5 business days",
            result=t(
                "сделка снова в работе или закрыта",
                "the deal is at work again or closed",
            ),
            control=[
                sr.control(
                    t(
                        "отложенные сделки с прошедшей датой",
                        "paused deals whose date has passed",
                    ),
                    by="analyst",
                    report="weekly",
                )
            ],
        )
        .procedure(
            "close-lost",
            title=t("Закрытие с отказом", "Closing as lost"),
            stages=["lost", "disqualified"],
            trigger=sr.stage_entered("lost"),
            owner="manager",
            steps=[
                sr.step(
                    "reason",
                    title=t("Указать причину и комментарий", "Give reason and comment"),
                    role="manager",
                    activity="crm",
                    fields=["reason"],
                    limit="2 h working",
                ),
                sr.step(
                    "thank",
                    title=t(
                        "Поблагодарить клиента письмом", "Thank the customer by letter"
                    ),
                    role="manager",
                    activity="mail",
                    limit="4 h working",
                ),
            ],
            limit="8 h working",
            result=t(
                "причина известна и разобрана на собрании",
                "the reason is known and discussed at a meeting",
            ),
            control=[
                sr.control(
                    t("причины отказов", "reasons of loss"),
                    by="head",
                    meeting="month-review",
                )
            ],
        )
    )
