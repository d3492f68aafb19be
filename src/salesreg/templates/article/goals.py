"""Strategy, goals and the sales plan, as open as the article leaves them."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def goals(t: Say) -> sr.Part:
    """Return the strategy, three goals without numbers and five steps of a plan."""
    return sr.part().add(_strategy(t), _goals(t), _plan(t))


def _strategy(t: Say) -> sr.Part:
    return sr.part().strategy(
        # Announced and left empty, as in the article (point 6).
        summary=t(
            "Стратегия отвечает на вопрос, какими способами отдел достигает своих "
            "целей, кого считает целевой аудиторией и как привлекает и удерживает "
            "клиентов. Стратегия включает следующие компоненты:",
            "The strategy says by which methods the department reaches its goals, "
            "whom it regards as its target audience and how it wins and keeps "
            "customers. The strategy includes the following components:",
        ),
        market=t(
            "Стратегия опирается на анализ рынка, конкурентной среды и потребностей "
            "клиентов.",
            "The strategy rests on an analysis of the market, the competition and "
            "the needs of customers.",
        ),
        review="year",
        review_triggers=[
            t(
                "заметные изменения внешней среды, на которые отдел должен ответить",
                "noticeable changes outside the company that the department has to "
                "answer",
            )
        ],
    )


def _goals(t: Say) -> sr.Part:
    return (
        sr.part()
        .goal(
            "volume",
            title=t("Увеличить объём продаж", "Increase sales volume"),
            horizon="long",
            owner="head",
            relevance=t(
                "Долгосрочная цель задаёт направление развития отдела.",
                "A long-term goal sets the direction in which the department grows.",
            ),
        )
        .goal(
            "new-clients",
            title=t("Привлечь новых клиентов", "Attract new customers"),
            horizon="short",
            parent="volume",
            owner="manager",
            relevance=t(
                "Краткосрочная цель показывает сотруднику ближайшие задачи.",
                "A short-term goal shows an employee the tasks just ahead.",
            ),
        )
        .goal(
            "service",
            title=t("Повысить уровень обслуживания", "Raise the level of service"),
            horizon="long",
            owner="head",
        )
    )


def _plan(t: Say) -> sr.Part:
    return sr.part().plan(
        "sales-plan",
        title=t("План продаж", "Sales plan"),
        kpi="volume",
        analysis=t(
            "План строится на прошлых результатах отдела, изучении рынка и "
            "конкурентов, требованиях и предпочтениях клиентов. Показатели плана "
            "конкретны и измеримы: объём продаж, число новых клиентов, доля рынка.",
            "The plan is built on past results of the department, a study of the "
            "market and competitors, and what customers require and prefer. Its "
            "measures are specific: sales volume, number of new customers, market "
            "share.",
        ),
        actions=[
            sr.task(title, owner="head")
            for title in (
                t(
                    "Разобрать прошлые результаты отдела, изучить рынок и конкурентов",
                    "Review past results of the department, study the market and "
                    "competitors",
                ),
                t(
                    "Поставить сотрудникам реалистичные цели и задачи",
                    "Set employees realistic goals and tasks",
                ),
                t(
                    "Выбрать измеримые показатели, по которым виден ход выполнения "
                    "плана",
                    "Choose measurable indicators that show the progress of the plan",
                ),
                t(
                    "Распределить задачи и ответственность между сотрудниками",
                    "Divide tasks and responsibility among employees",
                ),
                t(
                    "Составить план действий со сроками",
                    "Draw up an action plan with dates",
                ),
            )
        ],
    )
