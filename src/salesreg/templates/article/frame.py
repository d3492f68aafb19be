"""The frame of the article's regulation: purpose, edition, revision."""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.templates.wording import Say


def frame(t: Say) -> sr.Part:
    """Return who issues the regulation, for whom, and how it is kept alive."""
    return (
        sr.part()
        .organisation(
            t("ООО «Пример»", "Primer LLC"),
            department=t("Отдел продаж", "Sales department"),
        )
        .scope(
            purpose=t(
                "Регламент задаёт единый порядок работы отдела продаж: что "
                "компания ждёт от каждого сотрудника, как он организует свой день "
                "и по каким результатам его оценивают. Единые правила упрощают "
                "общение внутри отдела и сокращают срок, за который новый сотрудник "
                "начинает работать самостоятельно.",
                "This regulation sets one way of working for the sales department: "
                "what the company expects of each employee, how the working day is "
                "organised and which results count. Common rules make communication "
                "inside the department easier and shorten the time a newcomer needs "
                "to work independently.",
            ),
            applies_to=["manager", "specialist", "assistant"],
            text=t(
                "Процедуры регламента открыты для всех сотрудников отдела.",
                "The procedures of this regulation are open to everyone in the "
                "department.",
            ),
        )
        .revision(
            "1.0",
            in_force_from=dt.date(2026, 1, 1),
            approval=t("Генеральный директор", "General Director"),
        )
        .governance(
            owner="head",
            interpreter="head",
            amended_by=["head"],
            review="quarter",
            review_triggers=[
                t(
                    "показатели или отзывы клиентов выявили слабое место",
                    "KPIs or customer feedback have revealed a weak spot",
                ),
                t(
                    "изменились рынок, конкуренты или потребности клиентов",
                    "the market, competitors or customers’ needs have changed",
                ),
            ],
        )
        .acknowledging(method="signature", within="5 business days")
        .term(
            "smart",
            title=t("Цель по методу SMART", "SMART goal"),
            abbreviation="SMART",
            # Announced and left empty, as in the article (point 6).
            definition=t(
                "Способ формулировать цели отдела. Буквы названия означают следующее:",
                "A way to formulate the goals of the department. The letters of the "
                "name stand for the following:",
            ),
        )
    )
