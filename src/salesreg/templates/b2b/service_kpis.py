"""What is measured of leads, service and records."""

from __future__ import annotations

from decimal import Decimal

import salesreg as sr
from salesreg.templates.b2b.words import SELLERS
from salesreg.templates.wording import Say
from salesreg.values.condition import AllOf, Filled, Flag, NumberBounds


def service_kpis(t: Say) -> sr.Part:
    """Return the indicators of speed, satisfaction and order."""
    return sr.part().add(_leads(t), _service(t), _order(t))


def _leads(t: Say) -> sr.Part:
    board = t("панель «Заявки»", "dashboard “Leads”")
    return (
        sr.part()
        .kpi(
            "first-response",
            title=t("Время до первого ответа", "Time to first response"),
            text=t(
                "Среднее время в рабочих минутах от появления заявки до разговора с "
                "клиентом.",
                "Mean time in working minutes from the lead to the conversation with "
                "the customer.",
            ),
            formula=sr.elapsed(
                since="deal_created", until=sr.activity_done("requests"), working=True
            ),
            unit="minutes",
            direction="down",
            target="15 minutes",
            least="0 minutes",
            period="month",
            source="telephony",
            dashboard=board,
            owner="analyst",
            roles=["sdr"],
        )
        .kpi(
            "qualified-leads",
            title=t("Квалифицированные заявки", "Qualified leads"),
            text=t(
                "Заявки, принятые менеджерами за месяц.",
                "Leads accepted by managers in the month.",
            ),
            formula=sr.count(event=sr.stage_entered("discovery")),
            unit="leads",
            direction="up",
            target="80 leads",
            least="0 leads",
            period="month",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["sdr"],
        )
    )


def _service(t: Say) -> sr.Part:
    board = t("панель «Клиенты»", "dashboard “Customers”")
    good = NumberBounds(field="rating", at_least=Decimal(4))
    return (
        sr.part()
        .kpi(
            "csat",
            title=t("Доля довольных клиентов", "Satisfied customers"),
            text=t(
                "Доля оценок 4 и 5 среди полученных.",
                "Share of ratings 4 and 5 among those given.",
            ),
            formula=sr.ratio(
                of=sr.count(where=good), to=sr.count(where=Filled(field="rating"))
            ),
            unit="%",
            direction="up",
            target="90%",
            least="0%",
            most="100%",
            period="quarter",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["success"],
        )
        .kpi(
            "retention",
            title=t("Продление договоров", "Renewal of contracts"),
            formula=sr.ratio(
                of=sr.count(where=Flag(field="renewed")),
                to=sr.count(where=Filled(field="contract-end")),
            ),
            unit="%",
            direction="up",
            target="92%",
            least="0%",
            most="100%",
            period="quarter",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["success"],
        )
    )


def _order(t: Say) -> sr.Part:
    still_open = Filled(field="reason", value=False)
    return sr.part().kpi(
        "crm-quality",
        title=t("Качество записей", "Quality of records"),
        text=t(
            "Доля открытых сделок, у которых назначена дата следующего шага.",
            "Share of open deals that have a date for the next step.",
        ),
        formula=sr.ratio(
            of=sr.count(where=AllOf(of=(still_open, Filled(field="next-date")))),
            to=sr.count(where=still_open),
        ),
        unit="%",
        direction="up",
        target="98%",
        least="0%",
        most="100%",
        period="month",
        source="crm",
        dashboard=t("панель «Качество данных»", "dashboard “Data quality”"),
        owner="analyst",
        roles=["sdr", "presale", *SELLERS],
    )
