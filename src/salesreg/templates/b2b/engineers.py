"""Roles that show the system and onboard customers."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import ROLES
from salesreg.templates.wording import Say


def engineers(t: Say) -> sr.Part:
    """Return the presales engineer and the customer success manager."""
    return sr.part().add(_engineers(t))


def _engineers(t: Say) -> sr.Part:
    return (
        sr.part()
        .role(
            "presale",
            title=t(*ROLES["presale"]),
            purpose=t(
                "Показывает систему и отвечает за техническую часть предложения",
                "Shows the system and answers for the technical part of a quotation",
            ),
            duties=[
                sr.duty(
                    t("Готовит и проводит демонстрации", "Prepares and holds demos"),
                    kpi="demo-rate",
                    activity="client-meetings",
                ),
                sr.duty(
                    t(
                        "Отвечает на технические вопросы письменно",
                        "Answers technical questions in writing",
                    ),
                    kpi="demo-rate",
                    activity="mail",
                ),
                sr.duty(
                    t("Пишет технические задания", "Writes technical specifications"),
                    kpi="demo-rate",
                    activity="documents",
                    needs=["archive"],
                ),
                sr.duty(
                    t(
                        "Отмечает итоги демонстраций в CRM",
                        "Notes the results of demos in the CRM",
                    ),
                    kpi="crm-quality",
                    audit="crm-audit",
                    activity="crm",
                    needs=["crm"],
                ),
            ],
            skills=[t("простое объяснение сложного", "plain words for complex things")],
            headcount=2,
            reports_to="head",
            substitutes=[
                sr.substitution(
                    "success",
                    when=t("отпуск или болезнь", "leave or illness"),
                    appointed_by="head",
                )
            ],
        )
        .role(
            "success",
            title=t(*ROLES["success"]),
            purpose=t(
                "Вводит систему в работу и продлевает договоры",
                "Onboards customers and renews contracts",
            ),
            duties=[
                sr.duty(
                    t(
                        "Вводит систему в работу и обучает пользователей",
                        "Onboards customers and trains their users",
                    ),
                    kpi="csat",
                    activity="onboarding",
                ),
                sr.duty(
                    t(
                        "Раз в полгода встречается с каждым клиентом",
                        "Meets each customer twice a year",
                    ),
                    kpi="retention",
                    activity="client-meetings",
                ),
                sr.duty(
                    t(
                        "Звонит клиентам перед окончанием договора",
                        "Calls customers before the end of the contract",
                    ),
                    kpi="retention",
                    activity="calls",
                    needs=["telephony"],
                ),
                sr.duty(
                    t("Отвечает на письма клиентов", "Answers customers’ e-mails"),
                    kpi="csat",
                    activity="mail",
                ),
                sr.duty(
                    t(
                        "Ведёт карточки клиентов в CRM",
                        "Keeps customer records in the CRM",
                    ),
                    kpi="retention",
                    activity="crm",
                    needs=["crm"],
                ),
            ],
            headcount=2,
            reports_to="head",
            substitutes=[
                sr.substitution(
                    "manager",
                    when=t("отпуск или болезнь", "leave or illness"),
                    appointed_by="head",
                )
            ],
            portfolio=sr.portfolio(most=120),
            critical=True,
        )
    )
