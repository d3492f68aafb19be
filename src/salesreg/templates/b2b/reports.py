"""Reports and the forecast."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def reports(t: Say) -> sr.Part:
    """Return who reports what to whom, and how the forecast is made."""
    return sr.part().add(_reports(t), _forecast(t))


def _reports(t: Say) -> sr.Part:
    return (
        sr.part()
        .report(
            "weekly",
            title=t("Недельная сводка", "Weekly summary"),
            author="analyst",
            recipients=["head", "commercial"],
            every=sr.recurrence("week", weekdays=["friday"], at="16:00"),
            kpis=["first-response", "qualified-leads", "crm-quality"],
            source="dashboard",
            effort="30 min",
            contents=[
                t("заявки и время ответа", "leads and response time"),
                t("движение по этапам", "movement through the stages"),
                t("сделки без следующего шага", "deals without a next step"),
                t("договоры без оплаты", "contracts without payment"),
            ],
        )
        .report(
            "forecast",
            title=t("Прогноз выручки", "Revenue forecast"),
            author="head",
            recipients=["commercial", "finance"],
            every=sr.recurrence("week", weekdays=["thursday"], at="12:00"),
            kpis=["forecast-accuracy", "average-deal"],
            source="crm",
            effort="20 min",
            contents=[
                t("суммы по категориям прогноза", "sums by category of the forecast"),
                t(
                    "изменения за неделю и их причины",
                    "changes of the week and their reasons",
                ),
            ],
        )
        .report(
            "monthly",
            title=t("Отчёт за месяц", "Monthly report"),
            author="head",
            recipients=["commercial", "director"],
            every=sr.recurrence("month", weekdays="mon-fri", position=5),
            deadline=sr.deadline(
                trigger=sr.period_ends("month"),
                limit=sr.by_day(5, working=True, at="18:00"),
            ),
            kpis=[
                "annual-revenue",
                "revenue",
                "attainment",
                "margin",
                "receivables",
                "demo-rate",
            ],
            source="dashboard",
            effort="40 min",
            contents=[
                t("план и факт по сотрудникам", "plan and results by employee"),
                t("скидки и исключения", "discounts and exceptions"),
                t("причины отказов", "loss reasons"),
            ],
        )
        .report(
            "quarterly",
            title=t("Отчёт за квартал", "Quarterly report"),
            author="analyst",
            recipients=["head", "commercial", "director"],
            every=sr.recurrence("quarter", weekdays="mon-fri", position=8),
            deadline=sr.deadline(
                trigger=sr.period_ends("quarter"), limit=sr.by_day(8, working=True)
            ),
            kpis=["win-rate", "average-deal", "csat", "retention"],
            source="dashboard",
            effort="40 min",
            contents=[
                t(
                    "ход выполнения целей года",
                    "progress towards the goals of the year",
                ),
                t("оценки и отзывы клиентов", "ratings and comments of customers"),
            ],
        )
        .report(
            "bonus",
            title=t("Расчёт переменной части", "Calculation of variable pay"),
            author="analyst",
            recipients=["head", "finance"],
            every=sr.recurrence("month", weekdays="mon-fri", position=3),
            deadline=sr.deadline(
                trigger=sr.period_ends("month"),
                limit=sr.by_day(3, working=True, at="15:00"),
            ),
            kpis=[
                "attainment",
                "margin",
                "crm-quality",
                "qualified-leads",
                "first-response",
                "demo-rate",
            ],
            source="crm",
            effort="40 min",
            contents=[
                t(
                    "результат и сумма по каждой составляющей",
                    "result and sum of each component",
                )
            ],
        )
    )


def _forecast(t: Say) -> sr.Part:
    return sr.part().forecast(
        categories=[
            sr.forecast_category(
                "pipeline",
                title=t("Воронка", "Pipeline"),
                text=t("Сделки до отправки предложения", "Deals before the quotation"),
                weight="10%",
            ),
            sr.forecast_category(
                "best",
                title=t("Вероятно", "Best case"),
                text=t("Предложение отправлено", "The quotation is sent"),
                weight="50%",
            ),
            sr.forecast_category(
                "commit",
                title=t("Обязательство", "Commit"),
                text=t("Договор на подписании", "The contract is being signed"),
                weight="90%",
            ),
            sr.forecast_category(
                "closed",
                title=t("Оплачено", "Closed"),
                text=t("Деньги получены", "The money is in"),
                weight="100%",
            ),
        ],
        submitted=sr.recurrence("week", weekdays=["thursday"], at="12:00"),
        author="head",
        recipient="commercial",
        report="forecast",
        meeting="forecast-call",
        text=t(
            "Категорию задаёт этап сделки. Руководитель может перевести сделку в "
            "категорию ниже, но не выше.",
            "The category follows from the stage. The head may move a deal to a lower "
            "category, never to a higher one.",
        ),
    )
