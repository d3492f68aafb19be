"""Goals: a tree of SMART goals from the year 2028 down to 2026."""

from __future__ import annotations

import datetime as dt

import salesreg as sr
from salesreg.templates.wording import Say


def goals(t: Say) -> sr.Part:
    """Return the goals, each with measure, baseline, target, time and owner."""
    return sr.part().add(_long(t), _sales(t), _service(t))


def _long(t: Say) -> sr.Part:
    return (
        sr.part()
        .goal(
            "revenue-2028",
            title=t(
                "Годовая выручка 190 млн рублей",
                "Annual revenue of 190 million roubles",
            ),
            kpi="annual-revenue",
            baseline="109000000 RUB",
            target="190000000 RUB",
            period="2028",
            owner="commercial",
            horizon="long",
            evidence=t(
                "Последние два года выручка росла на 20 % в год; такой же темп даёт "
                "188 млн, остальное — продажи крупным клиентам.",
                "Revenue has grown by 20% a year for two years; the same pace gives "
                "188 million, sales to large customers the rest.",
            ),
            relevance=t(
                "При такой выручке компания развивает систему без заёмных денег.",
                "With this revenue the company develops the system without borrowing.",
            ),
        )
        .goal(
            "service-2028",
            title=t("Довольны 94 % клиентов", "94% of customers are satisfied"),
            kpi="csat",
            baseline="86%",
            target="94%",
            due=dt.date(2028, 12, 31),
            owner="commercial",
            horizon="long",
            evidence=t(
                "За 2025 год доля довольных клиентов выросла с 82 до 86 %.",
                "In 2025 the share of satisfied customers rose from 82% to 86%.",
            ),
            relevance=t(
                "Довольные клиенты продлевают договоры и приводят новых.",
                "Satisfied customers renew and bring others.",
            ),
        )
    )


def _sales(t: Say) -> sr.Part:
    return (
        sr.part()
        .goal(
            "revenue-2026",
            title=t(
                "Выручка 130,8 млн рублей в 2026 году",
                "Revenue of 130.8 million roubles in 2026",
            ),
            kpi="annual-revenue",
            baseline="109000000 RUB",
            target="130800000 RUB",
            period="2026",
            owner="head",
            horizon="short",
            parent="revenue-2028",
            evidence=t(
                "План составлен снизу вверх по сотрудникам и проверен по воронке: 4 "
                "800 заявок дают 240 сделок.",
                "The plan was built up from individual quotas and checked against the "
                "pipeline: 4,800 leads give 240 deals.",
            ),
            relevance=t(
                "Первый шаг к выручке 2028 года.",
                "The first step towards the revenue of 2028.",
            ),
            tasks=[
                sr.task(
                    t(
                        "Ввести в работу шестого менеджера",
                        "Get the sixth manager up to speed",
                    ),
                    owner="head",
                    due=dt.date(2026, 5, 29),
                    text=t(
                        "Выполняет личный план полностью с шестого месяца",
                        "Carries the full quota from the sixth month",
                    ),
                ),
                sr.task(
                    t(
                        "Запустить рекламу в двух новых регионах",
                        "Start advertising in two new regions",
                    ),
                    owner="commercial",
                    due=dt.date(2026, 3, 31),
                    text=t(
                        "Не меньше 400 заявок в месяц", "At least 400 leads a month"
                    ),
                ),
            ],
        )
        .goal(
            "win-rate-2026",
            title=t(
                "Каждое второе предложение становится сделкой",
                "Every second quotation becomes a deal",
            ),
            kpi="win-rate",
            baseline="44%",
            target="50%",
            period="2026",
            owner="head",
            horizon="short",
            parent="revenue-2026",
            evidence=t(
                "У менеджеров, которые проводят демонстрацию вместе с инженером, доля "
                "уже 51 %.",
                "Managers who run the demo together with an engineer already reach "
                "51%.",
            ),
            relevance=t(
                "Шесть пунктов дают 29 сделок в год без новых заявок.",
                "Six points bring 29 deals a year without new leads.",
            ),
        )
    )


def _service(t: Say) -> sr.Part:
    return (
        sr.part()
        .goal(
            "response-2026",
            title=t("Первый ответ за 15 минут", "First response within 15 minutes"),
            kpi="first-response",
            baseline="40 minutes",
            target="15 minutes",
            due=dt.date(2026, 6, 30),
            owner="sdr",
            horizon="short",
            parent="revenue-2026",
            evidence=t(
                "При 400 заявках в месяц на трёх специалистов приходится меньше 7 "
                "заявок в день на каждого.",
                "With 400 leads a month each of the three specialists handles fewer "
                "than 7 leads a day.",
            ),
            relevance=t(
                "Заявка с ответом за 15 минут доходит до выявления потребностей вдвое "
                "чаще.",
                "A lead answered within 15 minutes reaches discovery twice as often.",
            ),
        )
        .goal(
            "service-2026",
            title=t("Довольны 90 % клиентов", "90% of customers are satisfied"),
            kpi="csat",
            baseline="86%",
            target="90%",
            period="2026",
            owner="success",
            horizon="short",
            parent="service-2028",
            evidence=t(
                "Половина жалоб 2025 года — о сроке ввода в работу; теперь он "
                "ограничен 10 рабочими днями.",
                "Half of the complaints in 2025 were about the time until the system "
                "was in use; it is now limited to 10 business days.",
            ),
            relevance=t(
                "От оценки клиента зависит продление договора.",
                "Renewal depends on how the customer rates us.",
            ),
        )
    )
