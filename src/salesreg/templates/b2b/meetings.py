"""Meetings and audits."""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.templates.b2b.words import DEPARTMENT, SELLERS
from salesreg.templates.wording import Say


def meetings(t: Say) -> sr.Part:
    """Return what is met about and what is checked."""
    return sr.part().add(_meetings(t), _audits(t))


def _meetings(t: Say) -> sr.Part:
    return (
        sr.part()
        .meeting(
            "stand-up",
            title=t("Утренняя встреча", "Morning stand-up"),
            owner="head",
            participants=DEPARTMENT[1:],
            every=sr.recurrence(
                "week", weekdays="mon-fri", at="09:15", duration="15 min"
            ),
            agenda=[
                t("план дня", "plan of the day"),
                t("что мешает", "what is in the way"),
            ],
            kpis=["first-response"],
            outcome=t("задачи в CRM", "tasks in the CRM"),
        )
        .meeting(
            "pipeline-review",
            title=t("Разбор воронки", "Pipeline review"),
            owner="head",
            participants=["manager", "key-manager", "sdr", "presale", "analyst"],
            every=sr.recurrence(
                "week", weekdays=["monday"], at="09:30", duration="45 min"
            ),
            agenda=[
                t(
                    "сделки, превысившие норму этапа",
                    "deals beyond the norm of their stage",
                ),
                t("крупные сделки недели", "large deals of the week"),
                t(
                    "что нужно от других подразделений",
                    "what is needed from other units",
                ),
            ],
            kpis=["attainment", "win-rate", "crm-quality"],
            outcome=t(
                "следующий шаг с датой по каждой разобранной сделке",
                "a dated next step for each deal discussed",
            ),
        )
        .meeting(
            "forecast-call",
            title=t("Разбор прогноза", "Forecast call"),
            owner="commercial",
            participants=["head", "analyst"],
            every=sr.recurrence(
                "week", weekdays=["thursday"], at="16:00", duration="30 min"
            ),
            agenda=[
                t("сделки категории «Обязательство»", "deals of the category Commit"),
                t("риски месяца", "risks of the month"),
            ],
            kpis=["revenue", "forecast-accuracy"],
            outcome=t("утверждённый прогноз", "an approved forecast"),
        )
        .meeting(
            "month-review",
            title=t("Итоги месяца", "Monthly review"),
            owner="head",
            participants=[*DEPARTMENT[1:], "commercial"],
            every=sr.recurrence(
                "month", weekdays=["wednesday"], position=2, at="15:00", duration="1 h"
            ),
            agenda=[
                t("выполнение плана", "attainment of the plan"),
                t("причины отказов", "loss reasons"),
                t("просроченный долг", "overdue debt"),
                t("одно улучшение регламента", "one improvement of the regulation"),
            ],
            kpis=[
                "attainment",
                "margin",
                "receivables",
                "qualified-leads",
                "demo-rate",
            ],
            outcome=t("протокол с мерами и сроками", "minutes with measures and dates"),
        )
        .meeting(
            "quarter-review",
            title=t("Итоги квартала", "Quarterly review"),
            owner="commercial",
            participants=DEPARTMENT,
            every=sr.recurrence(
                "quarter",
                weekdays=["friday"],
                position=3,
                at="15:00",
                duration="1 h",
                since=dt.date(2026, 1, 1),
            ),
            agenda=[
                t("цели года", "goals of the year"),
                t("отзывы клиентов", "customers’ comments"),
                t("выводы для стратегии", "conclusions for the strategy"),
            ],
            kpis=["annual-revenue", "win-rate", "average-deal", "csat", "retention"],
            outcome=t(
                "решения по целям и стратегии", "decisions on goals and strategy"
            ),
        )
    )


def _audits(t: Say) -> sr.Part:
    return (
        sr.part()
        .audit(
            "crm-audit",
            title=t("Проверка карточек", "Audit of deal records"),
            subject=t(
                "карточки сделок и причины отказов",
                "deal records and loss reasons",
            ),
            auditor="analyst",
            audited=["sdr", "presale", "success", *SELLERS],
            every=sr.recurrence("month", month_days=[20]),
            sample="40 deals",
            checklist=[
                t("обязательные поля заполнены", "required fields are filled"),
                t("следующий шаг назначен", "the next step is set"),
                t("касания записаны в срок", "touches are recorded in time"),
            ],
            reply="2 business days",
            ruling="1 business day",
        )
        .audit(
            "call-audit",
            title=t("Прослушивание звонков", "Call review"),
            subject=t("записи разговоров", "recorded calls"),
            auditor="head",
            audited=["sdr", *SELLERS],
            every=sr.recurrence("week", weekdays=["tuesday"], at="11:00"),
            sample="10 calls",
            checklist=[
                t(
                    "представился и предупредил о записи",
                    "gave the name and the notice of recording",
                ),
                t("выяснил задачу", "found out the task"),
                t("договорился о следующем шаге", "agreed on the next step"),
                t(
                    "ничего не обещал сверх полномочий",
                    "promised nothing beyond authority",
                ),
            ],
            reply="2 business days",
            ruling="1 business day",
        )
        .audit(
            "contract-audit",
            title=t("Проверка договоров и скидок", "Audit of contracts and discounts"),
            subject=t(
                "договоры, скидки и согласия за квартал",
                "contracts, discounts and consents of the quarter",
            ),
            auditor="analyst",
            audited=["lawyer", "finance", *SELLERS],
            every=sr.recurrence("quarter", month_days=[25]),
            sample="15 contracts",
            checklist=[
                t(
                    "скидка в пределах полномочий или согласована",
                    "the discount is within authority or approved",
                ),
                t(
                    "согласие на отдельном листе",
                    "the consent is on a sheet of its own",
                ),
                t(
                    "подписанный договор в архиве",
                    "the signed contract is in the archive",
                ),
            ],
            reply="3 business days",
            ruling="2 business days",
        )
    )
