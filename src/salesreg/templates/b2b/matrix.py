"""The responsibility matrix: who does, answers, advises and is told."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def matrix(t: Say) -> sr.Part:
    """Return who answers for what."""
    return sr.part().add(_early(t), _late(t), _across(t))


def _early(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "intake",
            title=t("Приём заявки", "Intake of a lead"),
            responsible=["sdr"],
            accountable=["sdr"],
            informed=["head"],
            stage="lead",
            procedure="intake",
        )
        .responsibility(
            "qualify",
            title=t("Квалификация", "Qualification"),
            responsible=["sdr"],
            accountable=["sdr"],
            consulted=["manager"],
            informed=["head"],
            stage="qualification",
            procedure="qualify",
        )
        .responsibility(
            "discover",
            title=t("Выявление потребностей", "Discovery"),
            responsible=["manager", "key-manager"],
            accountable=["manager"],
            consulted=["presale"],
            stage="discovery",
            procedure="discover",
        )
        .responsibility(
            "show",
            title=t("Демонстрация", "Demo"),
            responsible=["presale"],
            accountable=["manager"],
            consulted=["key-manager"],
            stage="demo",
            procedure="show",
        )
        .responsibility(
            "quote",
            title=t("Коммерческое предложение", "Quotation"),
            responsible=["manager", "key-manager"],
            accountable=["manager"],
            consulted=["presale"],
            informed=["head"],
            stage="offer",
            procedure="quote",
            document="quotation",
        )
    )


def _late(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "discounts",
            title=t("Согласование скидки", "Approval of a discount"),
            responsible=["manager", "key-manager"],
            accountable=["head"],
            consulted=["finance"],
            informed=["analyst"],
            procedure="approve-discount",
            document="discount-request",
        )
        .responsibility(
            "negotiate",
            title=t("Согласование условий", "Negotiation of terms"),
            responsible=["manager", "key-manager"],
            accountable=["head"],
            consulted=["lawyer"],
            stage="negotiation",
            procedure="negotiate",
        )
        .responsibility(
            "contract",
            title=t("Договор и оплата", "Contract and payment"),
            responsible=["manager", "lawyer", "finance"],
            accountable=["head"],
            informed=["analyst", "success"],
            stage="contract",
            procedure="sign-contract",
            document="contract",
        )
        .responsibility(
            "onboarding",
            title=t("Ввод системы в работу", "Customer onboarding"),
            responsible=["success"],
            accountable=["success"],
            consulted=["presale"],
            informed=["manager"],
            stage="won",
            procedure="onboard",
            document="act",
        )
        .responsibility(
            "pause",
            title=t("Возврат отложенных сделок", "Return of paused deals"),
            responsible=["manager", "key-manager"],
            accountable=["head"],
            informed=["analyst"],
            stage="paused",
            procedure="wake",
        )
        .responsibility(
            "losses",
            title=t("Закрытие с отказом", "Closing as lost"),
            responsible=["manager", "key-manager", "sdr"],
            accountable=["head"],
            informed=["analyst"],
            stage="lost",
            procedure="close-lost",
        )
    )


def _across(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "forecast",
            title=t("Прогноз продаж", "Sales forecast"),
            responsible=["head"],
            accountable=["commercial"],
            consulted=["manager", "key-manager"],
            informed=["director", "finance"],
        )
        .responsibility(
            "data",
            title=t("Качество данных в CRM", "Quality of the data in the CRM"),
            responsible=["manager", "key-manager", "sdr", "presale", "success"],
            accountable=["analyst"],
            informed=["head"],
        )
        .responsibility(
            "pay",
            title=t("Расчёт переменной части", "Calculation of variable pay"),
            responsible=["analyst"],
            accountable=["commercial"],
            consulted=["head"],
            informed=["finance"],
        )
    )
