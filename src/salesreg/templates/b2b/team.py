"""Roles that lead, measure and approve."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import ROLES
from salesreg.templates.wording import Say


def team(t: Say) -> sr.Part:
    """Return the head, the analyst and those who approve."""
    return sr.part().add(_head(t), _analyst(t), _approvers(t))


def _head(t: Say) -> sr.Part:
    return sr.part().role(
        "head",
        title=t(*ROLES["head"]),
        purpose=t(
            "Отвечает за план отдела и за работу по регламенту",
            "Answers for the department’s plan and for work by this regulation",
        ),
        duties=[
            sr.duty(
                t(
                    "Разбирает с сотрудниками сделки и звонки",
                    "Goes through deals and calls with employees",
                ),
                kpi="attainment",
                audit="call-audit",
                activity="coaching",
                needs=["telephony"],
            ),
            sr.duty(
                t(
                    "Согласует скидки, договоры и исключения в пределах полномочий",
                    "Approves discounts, contracts and exceptions within limits",
                ),
                report="monthly",
                activity="approvals",
            ),
            sr.duty(
                t(
                    "Участвует в переговорах с крупными клиентами",
                    "Takes part in negotiations with large customers",
                ),
                kpi="win-rate",
                activity="client-meetings",
            ),
            sr.duty(
                t(
                    "Планирует, прогнозирует и отчитывается о результатах",
                    "Plans, forecasts and reports results",
                ),
                kpi="forecast-accuracy",
                report="forecast",
                activity="planning",
                needs=["dashboard"],
            ),
            sr.duty(
                t(
                    "Отвечает на письма клиентов и коллег",
                    "Answers letters of customers and colleagues",
                ),
                report="monthly",
                activity="mail",
            ),
            sr.duty(
                t(
                    "Назначает ответственных и переназначает сделки в CRM",
                    "Assigns and reassigns deals in the CRM",
                ),
                kpi="attainment",
                activity="crm",
                needs=["crm"],
            ),
        ],
        rights=[
            t("меняет ответственного за сделку", "changes the owner of a deal"),
            t(
                "требует сведения у финансов и поддержки",
                "demands data from finance and support",
            ),
        ],
        skills=[t("обучает на разборе сделок", "teaches through deal reviews")],
        knowledge=[
            t(
                "экономика отдела и трудовое законодательство о премиях",
                "the economics of the department and labour law on bonuses",
            )
        ],
        results=[t("выполненный план отдела", "the department’s plan met")],
        headcount=1,
        reports_to="commercial",
        substitutes=[
            sr.substitution(
                "commercial",
                when=t(
                    "отпуск, болезнь, командировка", "leave, illness, business trip"
                ),
                appointed_by="director",
                by_order=True,
            )
        ],
        critical=True,
    )


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
                    "Prepares digests and the calculation of variable pay",
                ),
                report="weekly",
                activity="analysis",
                needs=["dashboard"],
            ),
            sr.duty(
                t("Проверяет карточки и договоры", "Checks cards and contracts"),
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
                "возвращает сделку на доработку при пустых полях",
                "returns a deal whose fields are empty",
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
        "Approves discounts, contracts and exceptions within own limits",
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
                        "Approves payment terms and watches receivables",
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
