"""Procedures of leads: intake and qualification."""

from __future__ import annotations

from decimal import Decimal

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.condition import AnyOf, Flag, NumberBounds


def receiving(t: Say) -> sr.Part:
    """Return what is done with a lead."""
    return sr.part().add(_intake(t), _qualify(t))


def _intake(t: Say) -> sr.Part:
    return sr.part().procedure(
        "intake",
        title=t("Приём заявки", "Intake of a lead"),
        text=t(
            "Любая заявка, откуда бы она ни пришла, попадает в CRM и получает ответ "
            "человека.",
            "Every lead, wherever it comes from, gets into the CRM and is answered by "
            "a person.",
        ),
        stages=["lead"],
        trigger="deal_created",
        owner="sdr",
        steps=[
            sr.step(
                "check",
                title=t(
                    "Проверить дубли и стоп-лист", "Check duplicates and the stop list"
                ),
                role="sdr",
                activity="requests",
                fields=["existing", "duplicate"],
                tool="crm",
                limit="5 min working",
                branches=[
                    sr.branch(
                        "reject",
                        text=t(
                            "дубль или компания из стоп-листа",
                            "a duplicate or a company on the stop list",
                        ),
                        when=AnyOf(
                            of=(Flag(field="stop-list"), Flag(field="duplicate"))
                        ),
                    ),
                ],
            ),
            sr.step(
                "call",
                title=t("Позвонить клиенту", "Call the customer"),
                role="sdr",
                text=t(
                    "Представиться, назвать компанию, уточнить задачу, согласовать "
                    "следующий "
                    "шаг.",
                    "Give your name and company, clarify the task, agree on the "
                    "next step.",
                ),
                activity="requests",
                fields=["source", "contact", "consent"],
                script="first-call",
                tool="telephony",
                limit="30 min working",
            ),
            sr.step(
                "note",
                title=t(
                    "Записать итог и следующий шаг", "Note the result and the next step"
                ),
                role="sdr",
                activity="crm",
                fields=["client", "last-touch", "next-date"],
                tool="crm",
                limit="10 min working",
            ),
            sr.step(
                "reject",
                title=t(
                    "Закрыть нецелевую заявку с указанием причины",
                    "Close an unsuitable lead with its reason",
                ),
                role="sdr",
                activity="crm",
                fields=["reason"],
                tool="crm",
                limit="5 min working",
                after=["check"],
            ),
        ],
        limit="2 h working",
        result=t(
            "заявка в работе или закрыта с указанием причины",
            "the lead is at work or closed with a reason",
        ),
        control=[
            sr.control(
                t("время до первого ответа", "time to first response"),
                by="head",
                report="weekly",
            )
        ],
    )


def _qualify(t: Say) -> sr.Part:
    return sr.part().procedure(
        "qualify",
        title=t("Квалификация заявки", "Qualification of a lead"),
        stages=["qualification"],
        trigger=sr.stage_entered("qualification"),
        owner="sdr",
        steps=[
            sr.step(
                "ask",
                title=t(
                    "Задать вопросы квалификации", "Ask the questions of qualification"
                ),
                role="sdr",
                activity="requests",
                fields=["tax-id", "region", "seats", "task", "timing"],
                script="first-call",
                limit="3 business days",
                branches=[
                    sr.branch(
                        "close",
                        text=t("меньше 10 рабочих мест", "fewer than 10 seats"),
                        when=NumberBounds(field="seats", below=Decimal(10)),
                    )
                ],
            ),
            sr.step(
                "score",
                title=t(
                    "Посчитать балл и класс заявки",
                    "Work out score and class of the lead",
                ),
                role="sdr",
                activity="requests",
                tool="crm",
                limit="1 business day",
            ),
            sr.step(
                "pass-on",
                title=t("Передать заявку менеджеру", "Hand the lead to a manager"),
                role="sdr",
                activity="requests",
                outputs=["handover-sheet"],
                tool="crm",
                limit="1 business day",
            ),
            sr.step(
                "close",
                title=t("Закрыть нецелевую заявку", "Close an unsuitable lead"),
                role="sdr",
                activity="crm",
                fields=["reason"],
                limit="1 business day",
                after=["ask"],
            ),
        ],
        limit="5 business days",
        result=t("заявка с баллом у менеджера", "a scored lead with a manager"),
        control=[
            sr.control(
                t("правильность балла", "correctness of the score"),
                by="analyst",
                audit="crm-audit",
            )
        ],
    )
