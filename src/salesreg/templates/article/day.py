"""The working day: hours, breaks and budgets, in the article's numbers."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def day(t: Say) -> sr.Part:
    """Return a day whose budgets leave no minute for what else is demanded."""
    return sr.part().add(_calendar(t), _activities(t), _budgets(t))


def _calendar(t: Say) -> sr.Part:
    return sr.part().calendar(
        "working-day",
        title=t("Рабочий день отдела", "Working day of the department"),
        time_zone="Europe/Moscow",
        week=[
            sr.work_days(
                "mon-fri",
                window="09:00-18:00",
                breaks=[
                    sr.break_(t("Обед", "Lunch"), kind="lunch", window="13:00-14:00"),
                    sr.break_(
                        t("Короткий перерыв", "Short break"),
                        kind="short",
                        duration="10 min",
                        times=2,
                        paid=True,
                    ),
                ],
            )
        ],
        country="RU",
        text=t(
            "Часы работы отдела устанавливает руководитель отдела продаж.",
            "The hours of the department are set by the head of sales.",
        ),
    )


def _activities(t: Say) -> sr.Part:
    return (
        sr.part()
        .activity("calls", title=t("Звонки", "Calls"))
        .activity("mail", title=t("Электронная почта", "E-mail"))
        .activity("visits", title=t("Личные встречи", "Meetings in person"))
        .activity(
            "client-contact",
            title=t("Общение с клиентами", "Contact with customers"),
            text=t(
                "Общение по телефону, по электронной почте и при личной встрече.",
                "Contact by phone, by e-mail and in person.",
            ),
            includes=["calls", "mail", "visits"],
        )
        .activity("learning", title=t("Обучение и развитие", "Learning"))
        .activity(
            "planning",
            title=t("Планирование и анализ результатов", "Planning and analysis"),
        )
    )


def _budgets(t: Say) -> sr.Part:
    # The sum is the whole day (point 1), and the first two are part of the
    # third (point 2).
    return (
        sr.part()
        .budget(
            "calls",
            title=t("Звонки", "Calls"),
            activity="calls",
            amount="2 h",
        )
        .budget(
            "mail",
            title=t("Обработка писем", "Answering e-mail"),
            activity="mail",
            amount="1 h",
        )
        .budget(
            "client-contact",
            title=t("Общение с клиентами", "Contact with customers"),
            activity="client-contact",
            amount="3 h",
        )
        .budget(
            "learning",
            title=t("Обучение и развитие навыков", "Learning and development"),
            activity="learning",
            amount="1 h",
        )
        .budget(
            "planning",
            title=t("Планирование и анализ", "Planning and analysis"),
            activity="planning",
            amount="1 h",
        )
    )
