"""Roles that measure and approve."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import ROLES
from salesreg.templates.wording import Say


def team(t: Say) -> sr.Part:
    """Return the analyst and those who approve."""
    return sr.part().add(_analyst(t), _approvers(t))


def _analyst(t: Say) -> sr.Part:
    return sr.part().role(
        "analyst",
        title=t(*ROLES["analyst"]),
        purpose=t(
            "Ведёт CRM, считает показатели и проверяет записи",
            "Runs the CRM, calculates indicators and checks records",
        ),
        duties=[
            sr.duty(
                t(
                    "Готовит сводки и расчёт переменной части",
                    "Prepares summaries and calculates variable pay",
                ),
                report="bonus",
                activity="analysis",
                needs=["dashboard"],
            ),
            sr.duty(
                t("Проверяет карточки и договоры", "Checks records and contracts"),
                audit="crm-audit",
                activity="audit",
                needs=["crm"],
            ),
            sr.duty(
                t(
                    "Настраивает CRM и ведёт стоп-лист",
                    "Sets up the CRM and keeps the stop list",
                ),
                report="weekly",
                activity="crm",
                needs=["crm"],
            ),
            sr.duty(
                t("Опрашивает клиентов", "Surveys customers"),
                report="quarterly",
                activity="mail",
            ),
        ],
        functions=[
            t("показатели", "indicators"),
            t("качество данных", "data quality"),
            t("доступы", "access rights"),
        ],
        rights=[
            t(
                "возвращать сделку на доработку при пустых полях",
                "return a deal whose fields are empty",
            )
        ],
        headcount=1,
        reports_to="head",
        substitutes=[
            sr.substitution("head", when=t("отпуск или болезнь", "leave or illness"))
        ],
    )


def _approvers(t: Say) -> sr.Part:
    approves = t(
        "Согласует скидки, договоры и исключения в своих пределах",
        "Approves discounts, contracts and exceptions within the limits of the role",
    )
    return (
        sr.part()
        .role(
            "commercial",
            title=t(*ROLES["commercial"]),
            duties=[
                sr.duty(approves, report="monthly", activity="approvals"),
                sr.duty(
                    t(
                        "Утверждает личные планы и стратегию",
                        "Approves quotas and the strategy",
                    ),
                    kpi="annual-revenue",
                    activity="planning",
                ),
            ],
            headcount=1,
            reports_to="director",
            substitutes=[
                sr.substitution(
                    "director",
                    when=t("отпуск или болезнь", "leave or illness"),
                    by_order=True,
                )
            ],
            critical=True,
        )
        .role(
            "director",
            title=t(*ROLES["director"]),
            duties=[sr.duty(approves, report="monthly", activity="approvals")],
            headcount=1,
        )
        .role(
            "lawyer",
            title=t(*ROLES["lawyer"]),
            duties=[
                sr.duty(
                    t(
                        "Проверяет договоры с отступлениями от формы",
                        "Reviews contracts that depart from the form",
                    ),
                    audit="contract-audit",
                    activity="approvals",
                    needs=["archive"],
                )
            ],
            headcount=1,
            reports_to="director",
        )
        .role(
            "finance",
            title=t(*ROLES["finance"]),
            duties=[
                sr.duty(
                    t(
                        "Согласует отсрочки и следит за задолженностью",
                        "Approves payment terms and monitors receivables",
                    ),
                    kpi="receivables",
                    activity="approvals",
                    needs=["dashboard"],
                ),
                sr.duty(
                    t(
                        "Выставляет счета и подтверждает оплату",
                        "Issues invoices and confirms payment",
                    ),
                    kpi="annual-revenue",
                    activity="documents",
                ),
            ],
            headcount=1,
            reports_to="director",
        )
    )
