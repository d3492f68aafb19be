"""Procedures after the outcome: start of use, paused and lost deals."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def aftersale(t: Say) -> sr.Part:
    """Return what is done when a deal is won, paused or lost."""
    return sr.part().add(_onboard(t), _aside(t))


def _onboard(t: Say) -> sr.Part:
    return sr.part().procedure(
        "onboard",
        title=t("Ввод системы в работу", "Customer onboarding"),
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
                title=t("Подписать акт", "Have acceptance signed"),
                role="success",
                activity="onboarding",
                outputs=["act"],
                fields=["contract-end"],
                limit="1 business day",
            ),
        ],
        limit="10 business days",
        result=t(
            "система работает, акт подписан",
            "the system is in use, acceptance is signed",
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
                        "Поблагодарить клиента письмом", "Thank the customer by e-mail"
                    ),
                    role="manager",
                    activity="mail",
                    tool="mail",
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
                    t("причины отказов", "loss reasons"),
                    by="head",
                    meeting="month-review",
                )
            ],
        )
    )
