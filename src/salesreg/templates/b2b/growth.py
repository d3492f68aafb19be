"""Who answers for what, how people learn, and what follows missed targets."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import DEPARTMENT, SELLERS
from salesreg.templates.wording import Say


def growth(t: Say) -> sr.Part:
    """Return the responsibility matrix, trainings and the ladder of measures."""
    return sr.part().add(_early(t), _late(t), _across(t), _trainings(t), _ladder(t))


def _early(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "intake",
            title=t("Приём заявки", "Intake of a lead"),
            responsible=["sdr"],
            accountable=["sdr"],
            informed=["head"],
            stage="lead",
            procedure="intake",
        )
        .responsibility(
            "qualify",
            title=t("Квалификация", "Qualification"),
            responsible=["sdr"],
            accountable=["sdr"],
            consulted=["manager"],
            informed=["head"],
            stage="qualification",
            procedure="qualify",
        )
        .responsibility(
            "discover",
            title=t("Выявление потребностей", "Discovery"),
            responsible=["manager", "key-manager"],
            accountable=["manager"],
            consulted=["presale"],
            stage="discovery",
            procedure="discover",
        )
        .responsibility(
            "show",
            title=t("Демонстрация", "Demo"),
            responsible=["presale"],
            accountable=["manager"],
            consulted=["key-manager"],
            stage="demo",
            procedure="show",
        )
        .responsibility(
            "quote",
            title=t("Коммерческое предложение", "Quotation"),
            responsible=["manager", "key-manager"],
            accountable=["manager"],
            consulted=["presale"],
            informed=["head"],
            stage="offer",
            procedure="quote",
            document="quotation",
        )
    )


def _late(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "discounts",
            title=t("Согласование скидки", "Approval of a discount"),
            responsible=["manager", "key-manager"],
            accountable=["head"],
            consulted=["finance"],
            informed=["analyst"],
            procedure="approve-discount",
            document="discount-request",
        )
        .responsibility(
            "negotiate",
            title=t("Согласование условий", "Negotiation of terms"),
            responsible=["manager", "key-manager"],
            accountable=["head"],
            consulted=["lawyer"],
            stage="negotiation",
            procedure="negotiate",
        )
        .responsibility(
            "contract",
            title=t("Договор и оплата", "Contract and payment"),
            responsible=["manager", "lawyer", "finance"],
            accountable=["head"],
            informed=["analyst", "success"],
            stage="contract",
            procedure="sign-contract",
            document="contract",
        )
        .responsibility(
            "onboarding",
            title=t("Ввод системы в работу", "Getting the system into use"),
            responsible=["success"],
            accountable=["success"],
            consulted=["presale"],
            informed=["manager"],
            stage="won",
            procedure="onboard",
            document="act",
        )
        .responsibility(
            "pause",
            title=t("Возврат отложенных сделок", "Return of paused deals"),
            responsible=["manager", "key-manager"],
            accountable=["head"],
            informed=["analyst"],
            stage="paused",
            procedure="wake",
        )
        .responsibility(
            "losses",
            title=t("Закрытие с отказом", "Closing as lost"),
            responsible=["manager", "key-manager", "sdr"],
            accountable=["head"],
            informed=["analyst"],
            stage="lost",
            procedure="close-lost",
        )
    )


def _across(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "forecast",
            title=t("Прогноз продаж", "Sales forecast"),
            responsible=["head"],
            accountable=["commercial"],
            consulted=["manager", "key-manager"],
            informed=["director", "finance"],
        )
        .responsibility(
            "data",
            title=t("Качество данных в CRM", "Quality of the data in the CRM"),
            responsible=["manager", "key-manager", "sdr", "presale", "success"],
            accountable=["analyst"],
            informed=["head"],
        )
        .responsibility(
            "pay",
            title=t("Расчёт переменной части", "Calculation of variable pay"),
            responsible=["analyst"],
            accountable=["commercial"],
            consulted=["head"],
            informed=["finance"],
        )
    )


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
                pass_mark="80%",
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
                pass_mark="75%",
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
