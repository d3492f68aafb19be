"""What is measured of sales: formula, unit, source, target."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import SELLERS
from salesreg.templates.wording import Say
from salesreg.values.condition import Filled
from salesreg.values.expression import Arithmetic


def kpis(t: Say) -> sr.Part:
    """Return the indicators of money and of the pipeline."""
    return sr.part().add(_money(t), _selling(t))


def net_revenue() -> sr.Given[Arithmetic]:
    """Return the formula of revenue: payments received less refunds."""
    paid = sr.aggregate("amount", of="payments", event=sr.payment("received"))
    returned = sr.aggregate("amount", of="payments", event=sr.payment("refunded"))
    return sr.arithmetic("subtract", left=paid, right=returned)


def _money(t: Say) -> sr.Part:
    board = t("панель «Выручка»", "dashboard “Revenue”")
    net = net_revenue()
    return (
        sr.part()
        .kpi(
            "annual-revenue",
            title=t("Выручка за год", "Revenue of the year"),
            text=t(
                "Выручка отдела за календарный год.",
                "Revenue of the department in a calendar year.",
            ),
            formula=net,
            unit="RUB",
            direction="up",
            target="130800000 RUB",
            least="0 RUB",
            period="year",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["commercial", "head"],
        )
        .kpi(
            "revenue",
            title=t("Выручка за месяц", "Revenue of the month"),
            text=t(
                "Выручка отдела; личная выручка считается так же по своим сделкам.",
                "Revenue of the department; a person’s revenue is counted in the same "
                "way over that person’s deals.",
            ),
            formula=net,
            unit="RUB",
            direction="up",
            target="10900000 RUB",
            least="0 RUB",
            period="month",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["key-manager", "commercial"],
        )
        .kpi(
            "attainment",
            title=t("Выполнение плана продаж", "Attainment of the sales plan"),
            text=t(
                "Выручка к личному плану; для руководителя — к плану отдела.",
                "Revenue as a share of the quota; for the head, of the department’s "
                "plan.",
            ),
            formula=sr.ratio(of=sr.kpi_value("revenue"), to=sr.kpi_target("revenue")),
            unit="%",
            direction="up",
            target="100%",
            least="0%",
            period="month",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["head", *SELLERS],
        )
        .kpi(
            "receivables",
            title=t("Просроченный долг", "Overdue receivables"),
            text=t(
                "Доля просроченного долга в сумме оплаченных и неоплаченных счетов.",
                "Share of overdue debt in the sum of all invoices.",
            ),
            formula=sr.ratio(
                of=sr.aggregate("overdue", event=sr.period_ends("month")),
                to=sr.aggregate("amount", event=sr.payment("invoiced")),
            ),
            unit="%",
            direction="down",
            target="4%",
            least="0%",
            most="100%",
            period="month",
            source="crm",
            dashboard=board,
            owner="finance",
            roles=[*SELLERS, "finance"],
        )
        .kpi(
            "margin",
            title=t("Маржа сделок за месяц", "Margin of the month’s deals"),
            formula=sr.aggregate("margin", how="mean", event=sr.stage_entered("won")),
            unit="%",
            direction="up",
            target="60%",
            least="0%",
            most="100%",
            period="month",
            source="crm",
            dashboard=board,
            owner="finance",
            roles=SELLERS,
        )
    )


def _selling(t: Say) -> sr.Part:
    board = t("панель «Воронка»", "dashboard “Pipeline”")
    won = sr.count(event=sr.stage_entered("won"))
    offered = sr.count(event=sr.stage_entered("offer"))
    return (
        sr.part()
        .kpi(
            "win-rate",
            title=t("Доля выигранных сделок", "Win rate"),
            text=t(
                "Сколько отправленных предложений стали сделками.",
                "How many quotations sent became deals.",
            ),
            formula=sr.ratio(of=won, to=offered),
            unit="%",
            direction="up",
            target="50%",
            least="0%",
            most="100%",
            period="quarter",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["manager", "head"],
        )
        .kpi(
            "average-deal",
            title=t("Средняя сделка", "Average deal"),
            formula=sr.aggregate("amount", how="mean", event=sr.stage_entered("won")),
            unit="RUB",
            direction="up",
            target="545000 RUB",
            least="0 RUB",
            period="quarter",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["head"],
        )
        .kpi(
            "demo-rate",
            title=t("Предложения после демонстраций", "Quotations after demos"),
            formula=sr.ratio(
                of=sr.count(
                    where=Filled(field="demo-date"), event=sr.stage_entered("offer")
                ),
                to=sr.count(
                    where=Filled(field="demo-date"), event=sr.stage_entered("demo")
                ),
            ),
            unit="%",
            direction="up",
            target="60%",
            least="0%",
            most="100%",
            period="month",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["presale"],
        )
        .kpi(
            "forecast-accuracy",
            title=t("Точность прогноза", "Accuracy of the forecast"),
            text=t(
                "Отношение выручки к сумме прогноза; допустимо от 90 до 110 %.",
                "Revenue as a share of the forecast; 90% to 110% is acceptable.",
            ),
            formula=sr.ratio(
                of=sr.kpi_value("revenue"),
                to=sr.aggregate("forecast-amount", event=sr.period_ends("month")),
            ),
            unit="%",
            direction="range",
            target="100%",
            least="0%",
            period="month",
            source="crm",
            dashboard=board,
            owner="analyst",
            roles=["head"],
        )
    )
