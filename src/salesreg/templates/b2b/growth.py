"""How people learn, and what follows missed targets."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import DEPARTMENT, SELLERS
from salesreg.templates.wording import Say


def growth(t: Say) -> sr.Part:
    """Return the trainings and the ladder of measures."""
    return sr.part().add(_trainings(t), _ladder(t))


def _trainings(t: Say) -> sr.Part:
    return (
        sr.part()
        .training(
            "introduction",
            title=t("Вводный курс", "Introductory course"),
            roles=DEPARTMENT,
            programme=[
                t("продукт и рынок", "product and market"),
                t("этот регламент", "this regulation"),
                t("работа в CRM и телефонии", "work in the CRM and the telephony"),
            ],
            hours="16 h",
            within="10 business days",
            trainer="head",
            certification=sr.certification(
                t(
                    "Экзамен по продукту и регламенту",
                    "Exam on the product and this regulation",
                ),
                pass_mark="80%",  # noqa: S106 (a result, no secret)
                valid_for="12 months",
                required_for=[
                    t(
                        "самостоятельные звонки клиентам",
                        "calls to customers on one’s own",
                    ),
                    t(
                        "участие в распределении заявок",
                        "a share in the distribution of leads",
                    ),
                ],
                examiner="commercial",
            ),
        )
        .training(
            "demo",
            title=t("Демонстрация системы", "Demo of the system"),
            roles=SELLERS,
            programme=[
                t("сценарий демонстрации", "script of the demo"),
                t("разбор возражений", "how to meet objections"),
            ],
            hours="8 h",
            within="1 month",
            every=sr.recurrence("year", months=[2]),
            trainer="presale",
            certification=sr.certification(
                t("Пробная демонстрация", "Trial demo"),
                pass_mark="75%",  # noqa: S106 (a result, no secret)
                valid_for="12 months",
                required_for=[
                    t("демонстрации без инженера", "demos without an engineer")
                ],
                examiner="head",
            ),
        )
        .training(
            "personal-data",
            title=t("Персональные данные и согласия", "Personal data and consents"),
            roles=DEPARTMENT,
            programme=[
                t(
                    "согласия, стоп-лист, запись разговоров",
                    "consents, the stop list, recorded calls",
                )
            ],
            hours="2 h",
            within="10 business days",
            every=sr.recurrence("year", months=[9]),
            trainer="lawyer",
        )
    )


def _ladder(t: Say) -> sr.Part:
    return (
        sr.part()
        .consequence(
            "coaching",
            title=t("Разбор с руководителем", "Coaching by the head"),
            trigger=t(
                "личный план выполнен меньше чем на 70 %", "less than 70% of the quota"
            ),
            roles=SELLERS,
            misses=1,
            period="month",
            lasts="1 month",
            by="head",
            text=t(
                "Еженедельный разбор сделок и звонков.",
                "A weekly review of deals and calls.",
            ),
        )
        .consequence(
            "improvement",
            title=t("План развития", "Development plan"),
            trigger=t(
                "личный план выполнен меньше чем на 70 %", "less than 70% of the quota"
            ),
            roles=SELLERS,
            misses=2,
            period="month",
            lasts="2 months",
            by="head",
            text=t(
                "Письменный план с мерами, наставником и промежуточными результатами.",
                "A written plan with measures, a mentor and interim results.",
            ),
        )
        .consequence(
            "reassignment",
            title=t("Пересмотр портфеля или роли", "Review of portfolio or role"),
            trigger=t(
                "план развития не дал результата",
                "the development plan brought no result",
            ),
            roles=SELLERS,
            misses=4,
            period="month",
            by="commercial",
            text=t(
                "Портфель уменьшают или, с согласия сотрудника, предлагают другую "
                "роль. Невыполнение плана само по себе не является дисциплинарным "
                "проступком.",
                "The portfolio is reduced or, with the employee’s consent, another "
                "role is offered. A missed target as such is no disciplinary offence.",
            ),
        )
    )
