"""The pipeline up to the quotation: lead, qualification, discovery, demo."""

from __future__ import annotations

from decimal import Decimal

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.condition import (
    AllOf,
    Filled,
    Flag,
    Not,
    NumberBounds,
)


def pipeline(t: Say) -> sr.Part:
    """Return the first four stages."""
    return sr.part().add(_lead(t), _qualification(t), _discovery(t), _demo(t))


def _lead(t: Say) -> sr.Part:
    return sr.part().stage(
        "lead",
        title=t("Новая заявка", "New lead"),
        kind="initial",
        text=t(
            "Заявку регистрируют и связываются с клиентом.",
            "The lead is registered and the customer is contacted.",
        ),
        owner="sdr",
        entry=[
            sr.criterion(
                t("Компании нет в стоп-листе", "The company is not on the stop list"),
                condition=Not(of=Flag(field="stop-list")),
            )
        ],
        exit=[
            t(
                "Состоялся разговор с клиентом",
                "There was a conversation with the customer",
            )
        ],
        required_fields=["client", "source", "contact", "consent", "next-date"],
        norm=sr.time_norm("2 h working", target="15 min working"),
        deadlines=[
            sr.deadline(
                trigger="deal_created",
                target="15 min working",
                limit="2 h working",
                action=t("первый звонок клиенту", "the first call to the customer"),
                cutoff="17:45",
                after_hours="next_opening",
                stops=[sr.activity_done("requests")],
                does_not_stop=[
                    t(
                        "автоматический ответ на заявку",
                        "an automatic reply to the lead",
                    )
                ],
            )
        ],
        probability="5%",
        forecast="pipeline",
        control=[
            sr.control(
                t("время до первого ответа", "time to first response"),
                by="head",
                every="week",
                report="weekly",
            )
        ],
        transitions=[
            sr.transition("qualification"),
            sr.transition(
                "disqualified",
                text=t("Спам, дубль, не наш профиль", "Spam, duplicate, not our field"),
                comment=True,
            ),
        ],
    )


def _qualification(t: Say) -> sr.Part:
    return sr.part().stage(
        "qualification",
        title=t("Квалификация", "Qualification"),
        text=t(
            "Проверяют, подходит ли клиент и готов ли он обсуждать покупку.",
            "It is checked whether the customer fits and is ready to discuss a "
            "purchase.",
        ),
        owner="sdr",
        exit=[
            sr.criterion(
                t(
                    "Не меньше 10 рабочих мест, задача описана",
                    "At least 10 seats, the task is described",
                ),
                condition=AllOf(
                    of=(
                        NumberBounds(field="seats", at_least=Decimal(10)),
                        Filled(field="task"),
                    )
                ),
            ),
            t("Набрано не меньше проходного балла", "The score reaches the threshold"),
        ],
        required_fields=["tax-id", "region", "seats", "task", "timing"],
        norm=sr.time_norm("5 business days", target="2 business days"),
        attempts=sr.attempts(
            least=3,
            most=5,
            within="5 business days",
            pause="4 h working",
            channels=["phone", "mail"],
            then="disqualified",
            text=t(
                "в разное время дня",
                "at different times of day",
            ),
        ),
        probability="10%",
        forecast="pipeline",
        control=[
            sr.control(
                t(
                    "доля заявок, прошедших квалификацию",
                    "share of leads that pass qualification",
                ),
                by="head",
                meeting="pipeline-review",
                report="weekly",
            )
        ],
        transitions=[
            sr.transition(
                "discovery",
                text=t("Менеджер принял заявку", "A manager has accepted the lead"),
            ),
            sr.transition("disqualified", comment=True),
        ],
    )


def _discovery(t: Say) -> sr.Part:
    return sr.part().stage(
        "discovery",
        title=t("Выявление потребностей", "Discovery"),
        text=t(
            "Выясняют потери клиента, бюджет, сроки и участников решения.",
            "The customer’s losses, budget, dates and decision makers are found out.",
        ),
        owner="manager",
        participants=["key-manager", "presale"],
        entry=[
            t(
                "Заявка передана по листу передачи",
                "The lead was handed over with a handover sheet",
            )
        ],
        exit=[
            sr.criterion(
                t(
                    "Известен ЛПР, бюджет подтверждён",
                    "The decision maker is known, the budget confirmed",
                ),
                condition=AllOf(
                    of=(Filled(field="decision-maker"), Flag(field="budget-known"))
                ),
            )
        ],
        required_fields=["need", "decision-maker", "budget-known", "close-date"],
        norm=sr.time_norm("5 business days", target="3 business days"),
        probability="25%",
        forecast="pipeline",
        control=[
            sr.control(
                t("полнота карточки", "completeness of the record"),
                by="analyst",
                audit="crm-audit",
                every="month",
            )
        ],
        transitions=[
            sr.transition("demo"),
            sr.transition(
                "offer",
                text=t(
                    "Без демонстрации, если система клиенту знакома",
                    "Without a demo when the customer knows the system",
                ),
                when=Flag(field="existing"),
            ),
            sr.transition("paused", comment=True, most=2),
            sr.transition("lost", comment=True),
        ],
    )


def _demo(t: Say) -> sr.Part:
    return sr.part().stage(
        "demo",
        title=t("Демонстрация", "Demo"),
        text=t(
            "Показывают, как система решает задачу клиента на его данных.",
            "The customer sees how the system does the task on real data.",
        ),
        owner="manager",
        participants=["key-manager", "presale"],
        exit=[
            sr.criterion(
                t("Демонстрация проведена", "The demo has been held"),
                condition=Filled(field="demo-date"),
            )
        ],
        required_fields=["demo-date"],
        norm=sr.time_norm("7 business days", target="5 business days"),
        deadlines=[
            sr.deadline(
                trigger=t(
                    "назначена дата демонстрации", "a date for the demo has been set"
                ),
                limit=sr.before("1 business day", event=t("демонстрация", "the demo")),
                action=t(
                    "проверить стенд и данные клиента",
                    "check the stand and the customer’s data",
                ),
            )
        ],
        probability="35%",
        forecast="pipeline",
        control=[
            sr.control(
                t(
                    "доля демонстраций, после которых запросили предложение",
                    "share of demos that led to a quotation",
                ),
                by="head",
                meeting="pipeline-review",
            )
        ],
        transitions=[
            sr.transition("offer"),
            sr.transition(
                "discovery",
                text=t("Появилась новая задача", "A new task came up"),
                comment=True,
                most=1,
            ),
            sr.transition("paused", comment=True, most=2),
            sr.transition("lost", comment=True),
        ],
    )
