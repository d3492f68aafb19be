"""KPIs without numbers, meetings, monitoring, feedback, improvement."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say

KPIS = ("volume", "conversion", "average-check")
TEAM = ("manager", "specialist", "assistant")


def control(t: Say) -> sr.Part:
    """Return how results are watched and turned into better rules."""
    return sr.part().add(_kpis(t), _watching(t), _learning(t))


def _kpis(t: Say) -> sr.Part:
    won = sr.count(event=sr.stage_entered("support"))
    sold = sr.aggregate("amount", event=sr.stage_entered("support"))
    return (
        sr.part()
        .kpi(
            "volume",
            title=t("Объём продаж", "Sales volume"),
            formula=sold,
            unit="RUB",
            roles=["manager"],
        )
        .kpi(
            "conversion",
            title=t("Конверсия", "Conversion"),
            formula=sr.ratio(of=won, to=sr.count()),
            unit="%",
            roles=["manager"],
        )
        .kpi(
            "average-check",
            title=t("Средний чек", "Average deal"),
            formula=sr.ratio(of=sold, to=won),
            unit="RUB",
            roles=["manager"],
        )
    )


def _watching(t: Say) -> sr.Part:
    return (
        sr.part()
        .report(
            "results",
            title=t("Результаты сотрудников", "Results of employees"),
            author="manager",
            recipients=["head"],
            every="month",
            kpis=KPIS,
            source="client-base",
            contents=[
                t(
                    "показатели каждого сотрудника за месяц",
                    "the indicators of each employee in the month",
                )
            ],
        )
        .meeting(
            "review",
            title=t("Собрание отдела", "Department meeting"),
            owner="head",
            participants=TEAM,
            every=sr.recurrence(
                "week", weekdays=["monday"], at="09:00", duration="1 h"
            ),
            agenda=[
                t(
                    "результаты отдела и каждого сотрудника",
                    "results of the department and of each employee",
                ),
                t("слабые места", "weak spots"),
                t("меры, которые улучшат работу", "measures that improve the work"),
            ],
            kpis=KPIS,
            outcome=t("список мер с исполнителями", "a list of measures with owners"),
        )
    )


def _learning(t: Say) -> sr.Part:
    return (
        sr.part()
        .feedback(
            "survey",
            title=t("Опрос клиентов", "Customer survey"),
            method=t(
                "клиента спрашивают, доволен ли он продуктом и обслуживанием",
                "customers are asked whether they are content with the product and "
                "the service",
            ),
            trigger=sr.stage_entered("support"),
            owner="assistant",
            then=t(
                "плохой отзыв разбирают на собрании отдела",
                "a bad answer is discussed at the department meeting",
            ),
        )
        .improvement(
            "correction",
            title=t("Корректировка регламента", "Correction of the regulation"),
            kpi="conversion",
            change=t(
                "правила этапа, на котором теряется больше всего клиентов",
                "the rules of the stage at which most customers are lost",
            ),
            owner="head",
        )
    )
