"""Working time: hours by the Russian calendar of 2026, budgets, norms.

A working day holds 8 hours, of them half an hour of paid short breaks. The
budgets take about five and a half hours of every role at most, so that the
fullest day with its meetings and reports still leaves a tenth of it free.
"""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.templates.b2b.words import DEPARTMENT, ROLES, SELLERS
from salesreg.templates.wording import Pair, Say
from salesreg.values.calendar import Break, DayException

ACTIVITIES: dict[str, Pair] = {
    "calls": ("Звонки", "Calls"),
    "requests": ("Обработка заявок", "Work on leads"),
    "client-meetings": ("Встречи и демонстрации", "Meetings and demos"),
    "mail": ("Письма", "E-mail"),
    "documents": ("Предложения и договоры", "Quotations and contracts"),
    "crm": ("Ведение CRM", "CRM records"),
    "planning": ("Планирование и анализ", "Planning and analysis"),
    "learning": ("Обучение", "Learning"),
    "coaching": ("Разбор звонков и сделок", "Coaching"),
    "approvals": ("Согласования", "Approvals"),
    "onboarding": ("Ввод системы в работу", "Onboarding"),
    "analysis": ("Сводки и расчёты", "Summaries and calculations"),
    "audit": ("Проверки записей", "Checks of records"),
}
CHANNELS = {"calls": "phone", "mail": "mail", "client-meetings": "meeting"}

DAILY: dict[str, dict[str, int]] = {
    # Minutes a day by role and activity.
    "manager": {
        "calls": 80,
        "client-meetings": 75,
        "documents": 45,
        "mail": 40,
        "crm": 40,
        "planning": 15,
    },
    "key-manager": {
        "client-meetings": 100,
        "documents": 60,
        "calls": 50,
        "mail": 40,
        "crm": 30,
        "planning": 15,
    },
    "sdr": {"requests": 120, "calls": 80, "mail": 40, "crm": 40, "planning": 10},
    "presale": {"client-meetings": 120, "documents": 80, "mail": 60, "crm": 20},
    "success": {
        "onboarding": 100,
        "client-meetings": 60,
        "calls": 50,
        "mail": 40,
        "crm": 30,
    },
    "head": {
        "coaching": 75,
        "client-meetings": 45,
        "approvals": 50,
        "planning": 45,
        "mail": 30,
        "crm": 15,
    },
    "analyst": {"crm": 75, "analysis": 60, "audit": 60, "mail": 30},
    "commercial": {"planning": 60, "approvals": 45},
    "director": {"approvals": 30},
    "lawyer": {"approvals": 120},
    "finance": {"documents": 120, "approvals": 60},
}


def time(t: Say) -> sr.Part:
    """Return calendars, activities, budgets and norms of work."""
    return sr.part().add(_calendars(t), _activities(t), _budgets(t), _norms(t))


def _calendars(t: Say) -> sr.Part:
    lunch = sr.break_(t("Обед", "Lunch"), kind="lunch", window="13:00-14:00")
    in_turn = sr.break_(
        t("Обед по очереди", "Lunch in turn"), kind="lunch", duration="1 h"
    )
    return (
        sr.part()
        .calendar(
            "office",
            title=t("Рабочее время отдела", "Working time of the department"),
            time_zone="Europe/Moscow",
            week=[
                sr.work_days("mon-fri", window="09:00-18:00", breaks=[lunch, _rest(t)])
            ],
            country="RU",
            exceptions=_moved(t),
            shorter_before_holiday="1 h",
            first_year=2026,
            last_year=2026,
            roles=[role for role in ROLES if role != "sdr"],
            text=t(
                "Нормальная продолжительность рабочего времени — 40 часов в неделю. "
                "Короткие перерывы входят в рабочее время. День перед праздником "
                "короче на час (ст. 95 Трудового кодекса).",
                "Normal working time is 40 hours a week. Short breaks are working "
                "time. The day before a public holiday is an hour shorter (article 95 "
                "of the Labour Code).",
            ),
        )
        .calendar(
            "inbound",
            title=t(
                "Рабочее время группы входящих заявок",
                "Working time of the inbound group",
            ),
            time_zone="Europe/Moscow",
            week=[
                sr.work_days(
                    "mon-fri", window="09:00-18:00", breaks=[in_turn, _rest(t)]
                )
            ],
            country="RU",
            exceptions=_moved(t),
            shorter_before_holiday="1 h",
            first_year=2026,
            last_year=2026,
            roles=["sdr"],
            text=t(
                "Специалисты обедают по очереди между 12:00 и 15:00: заявки принимают "
                "без перерыва.",
                "The specialists have lunch in turn between 12:00 and 15:00, so that "
                "leads are taken without a break.",
            ),
        )
    )


def _rest(t: Say) -> sr.Given[Break]:
    title = t("Короткий перерыв", "Short break")
    return sr.break_(title, kind="short", duration="15 min", times=2, paid=True)


def _moved(t: Say) -> list[sr.Given[DayException]]:
    third = t(
        "выходной перенесён с субботы 3 января", "day off moved from Saturday 3 January"
    )
    fourth = t(
        "выходной перенесён с воскресенья 4 января",
        "day off moved from Sunday 4 January",
    )
    return [
        sr.day_exception(dt.date(2026, 1, 9), kind="off", reason=third),
        sr.day_exception(dt.date(2026, 12, 31), kind="off", reason=fourth),
    ]


def _activities(t: Say) -> sr.Part:
    part = sr.part()
    for key, title in ACTIVITIES.items():
        part = part.activity(key, title=t(*title), channel=CHANNELS.get(key))
    return part


def _budgets(t: Say) -> sr.Part:
    part = sr.part()
    for role, minutes in DAILY.items():
        for activity, amount in minutes.items():
            title = f"{t(*ACTIVITIES[activity])}: {t(*ROLES[role]).lower()}"
            part = part.budget(
                f"{role}-{activity}",
                title=title,
                activity=activity,
                roles=[role],
                amount=f"{amount} min",
                window="10:30-12:30"
                if (role, activity) == ("manager", "calls")
                else None,
            )
    return part.budget(
        "learning",
        title=t("Обучение: все роли отдела", "Learning: every role of the department"),
        activity="learning",
        roles=DEPARTMENT,
        least="1 h",
        most="2 h",
        per="week",
        text=t(
            "Часы выбирает сотрудник вместе с руководителем.",
            "The hours are chosen by the employee together with the head.",
        ),
    )


def _norms(t: Say) -> sr.Part:
    return (
        sr.part()
        .norm(
            "manager-calls",
            title=t("Звонки менеджера", "A manager’s calls"),
            roles=["manager"],
            count=16,
            per="day",
            activity="calls",
            unit_time="5 min",
            parts=[
                sr.norm_part(t("по открытым сделкам", "on open deals"), count=9),
                sr.norm_part(
                    t("по отправленным предложениям", "on quotations sent"), count=4
                ),
                sr.norm_part(t("по оплате счетов", "on payment of invoices"), count=3),
            ],
        )
        .norm(
            "manager-meetings",
            title=t("Встречи и демонстрации", "Meetings and demos"),
            roles=["manager"],
            count=6,
            per="week",
            activity="client-meetings",
            unit_time="1 h",
        )
        .norm(
            "requests",
            title=t("Обработанные заявки", "Leads worked on"),
            roles=["sdr"],
            count=7,
            per="day",
            activity="requests",
            unit_time="15 min",
        )
        .norm(
            "presale-demos",
            title=t("Демонстрации инженера", "An engineer’s demos"),
            roles=["presale"],
            count=8,
            per="week",
            activity="client-meetings",
            unit_time="1 h",
        )
        .norm(
            "key-meetings",
            title=t("Встречи с крупными клиентами", "Meetings with large customers"),
            roles=SELLERS[1:],
            count=6,
            per="week",
            activity="client-meetings",
            unit_time="80 min",
        )
    )
