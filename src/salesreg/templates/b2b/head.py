"""The head of sales."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import ROLES
from salesreg.templates.wording import Say


def head(t: Say) -> sr.Part:
    """Return the role that answers for the department."""
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
                kpi="average-deal",
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
                    "Answers e-mails from customers and colleagues",
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
            t("менять ответственного за сделку", "change the owner of a deal"),
            t(
                "требовать сведения у финансов и поддержки",
                "demand data from finance and support",
            ),
        ],
        skills=[t("обучение на разборе сделок", "teaching through deal reviews")],
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
