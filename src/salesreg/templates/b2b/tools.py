"""Tools, access rights, names."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import DEPARTMENT, SELLERS
from salesreg.templates.wording import Say


def tools(t: Say) -> sr.Part:
    """Return where the work is done and who may see what."""
    return sr.part().add(_tools(t), _access(t))


def _tools(t: Say) -> sr.Part:
    return (
        sr.part()
        .tool(
            "crm",
            title="CRM",
            kind="crm",
            text=t(
                "Карточки клиентов и сделок, задачи, согласия",
                "Records of customers and deals, tasks, consents",
            ),
            database_country="RU",
        )
        .tool(
            "telephony",
            title=t("Телефония", "Telephony"),
            kind="telephony",
            text=t(
                "Звонки только через неё, записи хранят 12 месяцев",
                "All calls go through it, recordings are kept for 12 months",
            ),
            records_calls=True,
            database_country="RU",
            missed_call=sr.deadline(
                trigger=t("пропущенный звонок клиента", "a missed call of a customer"),
                limit="20 min working",
                action=t("перезвонить", "call back"),
                after_hours="next_opening",
            ),
        )
        .tool(
            "mail",
            title=t("Рабочая почта", "Work mail"),
            kind="mail",
            database_country="RU",
        )
        .tool(
            "archive",
            title=t("Электронный архив", "Electronic archive"),
            kind="storage",
            database_country="RU",
        )
        .tool("dashboard", title=t("Панель показателей", "Dashboard"), kind="analytics")
    )


def _access(t: Say) -> sr.Part:
    return (
        sr.part()
        .access(
            "own-deals",
            tool="crm",
            roles=["sdr", *SELLERS, "presale", "success"],
            level="edit",
            what=t("свои сделки", "own deals"),
        )
        .access(
            "all-deals",
            tool="crm",
            roles=["head", "analyst", "commercial"],
            level="view",
            what=t("все сделки", "all deals"),
        )
        .access(
            "owners",
            tool="crm",
            roles=["head"],
            level="edit",
            what=t("ответственный за сделку", "the owner of a deal"),
            text=t(
                "После этапа «Квалификация» ответственного меняет только руководитель",
                "After qualification only the head changes the owner",
            ),
        )
        .access(
            "late-fields",
            tool="crm",
            roles=["head", "finance"],
            level="edit",
            fields=["amount", "discount", "prepaid"],
            stages=["contract", "won"],
            what=t(
                "суммы после отправки договора", "amounts after the contract was sent"
            ),
        )
        .access(
            "export",
            tool="crm",
            roles=["analyst"],
            level="export",
            text=t(
                "Выгрузка персональных данных — только по запросу коммерческого "
                "директора, с записью в журнал",
                "Personal data are exported only at the commercial director’s request, "
                "with an entry in the log",
            ),
        )
        .access("settings", tool="crm", roles=["analyst"], level="administer")
        .access(
            "recordings",
            tool="telephony",
            roles=["head", "analyst"],
            level="view",
            what=t("записи разговоров", "recorded calls"),
        )
        .access(
            "calls",
            tool="telephony",
            roles=["sdr", *SELLERS, "success"],
            level="create",
            what=t("звонки клиентам", "calls to customers"),
        )
        .access(
            "contracts",
            tool="archive",
            roles=[*SELLERS, "presale", "lawyer", "finance", "success"],
            level="view",
            documents=["contract", "act", "nda"],
        )
        .access(
            "figures", tool="dashboard", roles=[*DEPARTMENT, "finance"], level="view"
        )
        .naming(
            "deal",
            title=t("Сделка в CRM", "Deal in the CRM"),
            pattern=t(
                "{клиент} — {продукт} — {рабочие места}",
                "{customer} – {product} – {seats}",
            ),
            example=t(
                "Ромашка-Опт — Подписка «Склад» — 60",
                "Daisy Wholesale – Warehouse subscription – 60",
            ),
            avoid=t("Сделка № 12345", "Deal No. 12345"),
        )
        .naming(
            "file",
            title=t("Файл в архиве", "File in the archive"),
            pattern=t(
                "{дата} {документ} {клиент} {номер}",
                "{date} {document} {customer} {number}",
            ),
            example=t(
                "2026-02-10 Договор Ромашка-Опт 17",
                "2026-02-10 Contract Daisy Wholesale 17",
            ),
        )
    )
