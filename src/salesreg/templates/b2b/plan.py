"""The plans for 2026: revenue and qualified leads, and how they divide.

The sums hold: months and products add up to the year, quotas with the ramp of
a newcomer add up to the department, leads times conversions times the average
deal give the revenue: 4 800 x 20 % x 50 % x 50 % = 240 deals of 545 000 RUB.
"""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.model.strategy import Target
from salesreg.templates.wording import Say

MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 13))


def plan(t: Say) -> sr.Part:
    """Return both plans."""
    return sr.part().add(_revenue(t), _leads(t))


def _months(value: str) -> list[sr.Given[Target]]:
    return [sr.target(value, period=month) for month in MONTHS]


def _revenue(t: Say) -> sr.Part:
    return sr.part().plan(
        "revenue-2026",
        title=t("План выручки на 2026 год", "Revenue plan for 2026"),
        kpi="annual-revenue",
        period="2026",
        target="130800000 RUB",
        targets=[
            *_months("10900000 RUB"),
            sr.target("14400000 RUB", role="manager", headcount=5),
            sr.target(
                "14400000 RUB",
                role="manager",
                person=t(
                    "менеджер № 6, ввод в должность", "manager No. 6, in the ramp"
                ),
                weight="75%",
            ),
            sr.target("24000000 RUB", role="key-manager", headcount=2),
            sr.target("84000000 RUB", product="subscription"),
            sr.target("26800000 RUB", product="implementation"),
            sr.target("20000000 RUB", product="support"),
        ],
        inflow="4800 leads",
        conversions=[
            sr.conversion("lead", end="discovery", rate="20%"),
            sr.conversion("discovery", end="offer", rate="50%"),
            sr.conversion("offer", end="won", rate="50%"),
        ],
        average_deal="545000 RUB",
        past=[
            sr.past_result(
                "2024",
                value="91000000 RUB",
                note=t("отдел из шести человек", "a department of six"),
            ),
            sr.past_result(
                "2025",
                value="109000000 RUB",
                note=t(
                    "выделена группа входящих заявок", "the inbound group was set up"
                ),
            ),
        ],
        analysis=t(
            "За 2025 год выручка выросла на 20 %, половину прироста дали средние "
            "компании. Рынок в 2026 году растёт медленнее, поэтому план опирается на "
            "более высокую долю выигранных сделок, а не на рост числа заявок.",
            "In 2025 revenue grew by 20%, half of it from mid-sized companies. The "
            "market will grow more slowly in 2026, so the plan rests on a higher win "
            "rate rather than on more leads.",
        ),
        actions=[
            sr.task(
                t("Утвердить личные планы", "Approve the quotas"),
                owner="commercial",
                due=dt.date(2026, 1, 16),
            ),
            sr.task(
                t(
                    "Провести обучение по новой демонстрации",
                    "Train everyone in the new demo",
                ),
                owner="presale",
                due=dt.date(2026, 2, 13),
            ),
            sr.task(
                t(
                    "Сверить план с результатами полугодия",
                    "Compare the plan with the first half-year",
                ),
                owner="head",
                due=dt.date(2026, 7, 10),
            ),
        ],
    )


def _leads(t: Say) -> sr.Part:
    return sr.part().plan(
        "leads-2026",
        title=t(
            "План квалифицированных заявок на 2026 год",
            "Plan of qualified leads for 2026",
        ),
        kpi="qualified-leads",
        period="2026",
        target="960 leads",
        targets=[
            *_months("80 leads"),
            sr.target("320 leads", role="sdr", headcount=3),
        ],
        past=[sr.past_result("2025", value="845 leads")],
        analysis=t(
            "Каждая пятая заявка проходит квалификацию; план следует из плана выручки.",
            "Every fifth lead passes qualification; the plan follows from the revenue "
            "plan.",
        ),
        actions=[
            sr.task(
                t(
                    "Обновить сценарий первого звонка",
                    "Update the script of the first call",
                ),
                owner="sdr",
                due=dt.date(2026, 1, 30),
            ),
        ],
    )
