"""Procedures of discovery and demo."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.condition import Flag


def showing(t: Say) -> sr.Part:
    """Return how needs are found out and the system is shown."""
    return sr.part().add(_discover(t), _show(t))


def _discover(t: Say) -> sr.Part:
    return sr.part().procedure(
        "discover",
        title=t("Выявление потребностей", "Discovery of needs"),
        stages=["discovery"],
        trigger=sr.stage_entered("discovery"),
        owner="manager",
        steps=[
            sr.step(
                "prepare",
                title=t(
                    "Изучить компанию и лист передачи",
                    "Study the company and the handover sheet",
                ),
                role="manager",
                activity="planning",
                inputs=["handover-sheet"],
                limit="1 business day",
            ),
            sr.step(
                "interview",
                title=t("Провести интервью с клиентом", "Interview the customer"),
                role="manager",
                activity="client-meetings",
                fields=[
                    "need",
                    "decision-maker",
                    "budget-known",
                    "close-date",
                    "own-data",
                ],
                limit="3 business days",
            ),
            sr.step(
                "summary",
                title=t(
                    "Отправить клиенту протокол интервью",
                    "Send the customer the minutes",
                ),
                role="manager",
                activity="mail",
                limit="1 business day",
            ),
        ],
        limit="5 business days",
        result=t(
            "согласованный с клиентом список потерь и задач",
            "a list of losses and tasks agreed with the customer",
        ),
        control=[
            sr.control(
                t("карточка заполнена", "the record is complete"),
                by="analyst",
                audit="crm-audit",
            )
        ],
    )


def _show(t: Say) -> sr.Part:
    return sr.part().procedure(
        "show",
        title=t("Проведение демонстрации", "Holding a demo"),
        stages=["demo"],
        trigger=sr.stage_entered("demo"),
        owner="presale",
        steps=[
            sr.step(
                "secrecy",
                title=t(
                    "Подписать соглашение о конфиденциальности",
                    "Sign the confidentiality agreement",
                ),
                role="manager",
                activity="documents",
                outputs=["nda"],
                limit="2 business days",
                branches=[
                    sr.branch(
                        "stand",
                        text=t(
                            "данные клиента не нужны",
                            "the customer’s data are not needed",
                        ),
                        when=Flag(field="own-data", value=False),
                    )
                ],
            ),
            sr.step(
                "stand",
                title=t(
                    "Подготовить стенд",
                    "Prepare the demo stand",
                ),
                role="presale",
                activity="client-meetings",
                inputs=["nda"],
                limit="2 business days",
            ),
            sr.step(
                "demo",
                title=t("Провести демонстрацию", "Hold the demo"),
                role="presale",
                activity="client-meetings",
                fields=["demo-date"],
                script="demo-talk",
                limit="1 business day",
            ),
            sr.step(
                "results",
                title=t(
                    "Записать вопросы и договорённости", "Note questions and agreements"
                ),
                role="presale",
                activity="crm",
                tool="crm",
                limit="1 business day",
            ),
        ],
        limit="7 business days",
        result=t(
            "клиент понимает, как система решит его задачу",
            "the customer understands how the system does the task",
        ),
        control=[
            sr.control(
                t("оценка демонстрации клиентом", "the customer’s rating of the demo"),
                by="head",
                report="monthly",
            )
        ],
    )
