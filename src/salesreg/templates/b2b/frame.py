"""The frame: who issues the regulation, for whom, in which edition."""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.templates.wording import Say

EDITION = "2.0"


def frame(t: Say) -> sr.Part:
    """Return scope, editions, upkeep and acknowledgement."""
    return sr.part().add(_scope(t), _editions(t), _upkeep(t), _known(t))


def _scope(t: Say) -> sr.Part:
    return (
        sr.part()
        .organisation(
            t(
                "Общество с ограниченной ответственностью «Пример Софт»",
                "Primer Soft Limited Liability Company",
            ),
            short=t("ООО «Пример Софт»", "Primer Soft LLC"),
            department=t("Отдел продаж", "Sales department"),
            city=t("Москва", "Moscow"),
        )
        .scope(
            purpose=t(
                "Регламент устанавливает, как отдел продаж находит клиентов, ведёт "
                "сделки, распределяет время, оценивает и вознаграждает результат. Его "
                "цель — чтобы любой клиент получал одинаково быстрый и точный ответ, а "
                "каждый сотрудник знал, что, когда и по каким правилам он делает.",
                "This regulation lays down how the sales department finds customers, "
                "runs deals, spends its time, and measures and rewards results. Its "
                "purpose is that every customer gets an equally quick and exact answer "
                "and that every employee knows what to do, when, and by which rules.",
            ),
            units=[
                t(
                    "продажа подписки на систему «Склад»",
                    "sales of subscriptions to the Warehouse system",
                ),
                t(
                    "внедрение и сопровождение системы",
                    "implementation and support of the system",
                ),
            ],
            excluded_units=[
                t(
                    "розничные продажи через интернет-магазин",
                    "retail sales through the online shop",
                )
            ],
            text=t(
                "Регламент обязателен для всех сотрудников отдела продаж. Для "
                "руководителей и специалистов других подразделений он обязателен в "
                "части согласований, сроков и решений, которые в нём названы.",
                "The regulation binds everyone in the sales department. Managers and "
                "specialists of other units are bound by it as far as the approvals, "
                "time limits and decisions named in it are concerned.",
            ),
        )
        .text(
            t(
                "Сроки в рабочих часах и днях считаются по производственному календарю "
                "и часам работы, установленным в этом регламенте. Правила внутреннего "
                "трудового распорядка и трудовые договоры имеют преимущество перед "
                "регламентом.",
                "Time limits in working hours and days are counted by the calendar and "
                "the working hours set in this regulation. The internal labour rules "
                "and employment contracts prevail over this regulation.",
            )
        )
    )


def _editions(t: Say) -> sr.Part:
    director = t("Генеральный директор", "General Director")
    return (
        sr.part()
        .revision(
            EDITION,
            in_force_from=dt.date(2026, 1, 1),
            reason=t(
                "Утверждён план на 2026 год, разделены роли специалиста по входящим "
                "заявкам и менеджера по продажам, правила о премиях приведены в "
                "соответствие с частью третьей статьи 135 Трудового кодекса в "
                "действующей редакции.",
                "The plan for 2026 has been approved, the roles of inbound specialist "
                "and sales manager have been separated, and the bonus rules follow "
                "part three of article 135 of the Labour Code as now in force.",
            ),
            approval=sr.approval(
                director, date=dt.date(2025, 12, 15), order=t("№ 48-П", "No. 48-P")
            ),
            running_deals="move",
            registration=t("РП-02/2026", "SR-02/2026"),
        )
        .add(_first_edition(t))
    )


def _first_edition(t: Say) -> sr.Part:
    return sr.part().earlier_revision(
        "1.0",
        in_force_from=dt.date(2025, 1, 1),
        in_force_to=dt.date(2025, 12, 31),
        reason=t("Первая редакция.", "First edition."),
        approval=sr.approval(
            t("Генеральный директор", "General Director"),
            date=dt.date(2024, 12, 16),
            order=t("№ 52-П", "No. 52-P"),
        ),
        registration=t("РП-01/2025", "SR-01/2025"),
    )


def _upkeep(t: Say) -> sr.Part:
    return sr.part().governance(
        owner="head",
        interpreter="commercial",
        amended_by=["head", "commercial", "analyst"],
        review=sr.recurrence("month", interval=6, since=dt.date(2026, 1, 1)),
        next_review=dt.date(2026, 7, 1),
        review_triggers=[
            t(
                "изменился закон, на который опирается регламент",
                "a law on which the regulation rests has changed",
            ),
            t(
                "сработало правило улучшения регламента",
                "a rule for improving the regulation has fired",
            ),
            t(
                "изменились продукт, цены или структура отдела",
                "the product, the prices or the structure of the department have "
                "changed",
            ),
        ],
        text=t(
            "Предложение об изменении подают руководителю отдела продаж в письменном "
            "виде. Он отвечает в течение 10 рабочих дней. Изменения утверждает "
            "генеральный директор приказом; новая редакция вступает в силу не раньше "
            "чем через 5 рабочих дней после ознакомления с ней.",
            "A proposal for a change is made in writing to the head of sales, who "
            "answers within 10 business days. Changes are approved by an order of the "
            "General Director; a new edition comes into force no earlier than 5 "
            "business days after people have been acquainted with it.",
        ),
    )


def _known(t: Say) -> sr.Part:
    return (
        sr.part()
        .acknowledging(
            method="signature",
            within="5 business days",
            text=t(
                "Сотрудников знакомят с регламентом под подпись, новых — до подписания "
                "трудового договора (ст. 22 и 68 Трудового кодекса).",
                "Employees are acquainted with the regulation under signature, "
                "newcomers before they sign the employment contract (articles 22 and "
                "68 of the Labour Code).",
            ),
        )
        .acknowledgement(
            t("Образцова А. А.", "A. Sample"),
            role="head",
            revision=EDITION,
            date=dt.date(2025, 12, 17),
        )
        .acknowledgement(
            t("Примеров Б. Б.", "B. Example"),
            role="manager",
            revision=EDITION,
            date=dt.date(2025, 12, 18),
        )
        .acknowledgement(
            t("Шаблонова В. В.", "V. Template"),
            role="sdr",
            revision=EDITION,
            date=dt.date(2025, 12, 18),
        )
    )
