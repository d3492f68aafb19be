"""Fields of a deal up to the quotation: who fills them and by which stage."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import REGIONS, SELLERS, SOURCES, TIMINGS
from salesreg.templates.wording import Say


def fields(t: Say) -> sr.Part:
    """Return the fields of leads and early deals."""
    return sr.part().add(_lead(t), _qualification(t))


def _lead(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "client", title=t("Клиент", "Customer"), filled_by=["sdr"], filled_at="lead"
        )
        .field(
            "source",
            title=t("Источник", "Source"),
            type="choice",
            choices=[t(*word) for word in SOURCES],
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "contact",
            title=t("Контактное лицо", "Contact"),
            text=t("Имя, должность, телефон, почта", "Name, post, phone, mail"),
            filled_by=["sdr"],
            filled_at="lead",
            personal=True,
        )
        .field(
            "consent",
            title=t("Согласие на звонки получено", "Consent to calls given"),
            type="flag",
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "stop-list",
            title=t("Клиент в стоп-листе", "Customer is on the stop list"),
            type="flag",
            filled_by=["analyst"],
            filled_at="lead",
        )
        .field(
            "existing",
            title=t("Действующий клиент", "Existing customer"),
            type="flag",
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "duplicate",
            title=t("Дубль", "Duplicate"),
            type="flag",
            filled_by=["sdr"],
            filled_at="lead",
        )
        .field(
            "last-touch",
            title=t("Последнее касание", "Last touch"),
            type="date",
            filled_by=["sdr", *SELLERS],
            filled_at="lead",
        )
        .field(
            "next-date",
            title=t("Дата следующего шага", "Date of the next step"),
            type="date",
            filled_by=["sdr", *SELLERS],
            filled_at="lead",
        )
    )


def _qualification(t: Say) -> sr.Part:
    return (
        sr.part()
        .field(
            "tax-id",
            title=t("ИНН", "Tax number"),
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "region",
            title=t("Регион", "Region"),
            type="choice",
            choices=[t(*word) for word in REGIONS],
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "seats",
            title=t("Рабочие места", "Seats"),
            type="number",
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "task",
            title=t("Задача клиента", "Customer’s task"),
            filled_by=["sdr"],
            filled_at="qualification",
        )
        .field(
            "timing",
            title=t("Срок внедрения", "Time of implementation"),
            type="choice",
            choices=[t(*word) for word in TIMINGS],
            filled_by=["sdr"],
            filled_at="qualification",
        )
    )
