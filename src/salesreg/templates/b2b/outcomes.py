"""Outcomes of a deal: won, paused, lost, and why."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b import words
from salesreg.templates.wording import Say


def outcomes(t: Say) -> sr.Part:
    """Return the final stages, the statuses aside and the reasons of loss."""
    return sr.part().add(_won(t), _aside(t), _reasons(t))


def _won(t: Say) -> sr.Part:
    return sr.part().stage(
        "won",
        title=t("Сделка выиграна", "Won"),
        kind="won",
        text=t(
            "Систему вводят в работу, клиент переходит на сопровождение.",
            "The customer is onboarded and passes to customer success.",
        ),
        owner="success",
        participants=["manager", "presale"],
        required_fields=["contract-end"],
        norm="10 business days",
        probability="100%",
        forecast="closed",
        control=[
            sr.control(
                t("акты и оценки клиентов", "certificates and customers’ ratings"),
                by="head",
                report="quarterly",
                every="quarter",
            )
        ],
    )


def _aside(t: Say) -> sr.Part:
    return (
        sr.part()
        .stage(
            "paused",
            title=t("Отложена", "Paused"),
            kind="paused",
            text=t(
                "Клиент перенёс покупку и назвал новую дату.",
                "The customer has put the purchase off and named a new date.",
            ),
            owner="manager",
            participants=["key-manager"],
            entry=[t("Клиент назвал новую дату", "The customer has named a new date")],
            norm="60 days",
            probability="10%",
            forecast="pipeline",
            control=[
                sr.control(
                    t(
                        "отложенные сделки с прошедшей датой",
                        "paused deals whose date has passed",
                    ),
                    by="analyst",
                    every="month",
                )
            ],
            transitions=[
                sr.transition("discovery", comment=True, most=2),
                sr.transition("lost", comment=True),
            ],
            numbered=False,
        )
        .stage(
            "lost",
            title=t("Отказ", "Lost"),
            kind="lost",
            owner="manager",
            participants=["key-manager"],
            required_fields=["reason"],
            norm="1 business day",
            probability="0%",
            control=[
                sr.control(
                    t("причины отказов за месяц", "loss reasons of the month"),
                    by="head",
                    meeting="month-review",
                )
            ],
            numbered=False,
        )
        .stage(
            "disqualified",
            title=t("Нецелевая заявка", "Disqualified"),
            kind="lost",
            owner="sdr",
            required_fields=["reason"],
            norm="1 business day",
            probability="0%",
            control=[
                sr.control(
                    t(
                        "выборочная проверка нецелевых заявок",
                        "spot check of disqualified leads",
                    ),
                    by="analyst",
                    audit="crm-audit",
                )
            ],
            numbered=False,
        )
    )


def _reasons(t: Say) -> sr.Part:
    return (
        sr.part()
        .loss_reason(
            "price",
            title=t(*words.PRICE),
            stages=["offer", "negotiation"],
            comment=True,
        )
        .loss_reason(
            "rival",
            title=t(*words.RIVAL),
            stages=["demo", "offer", "negotiation", "contract"],
            comment=True,
        )
        .loss_reason("frozen", title=t(*words.FROZEN))
        .loss_reason(
            "gap",
            title=t(*words.GAP),
            stages=["discovery", "demo", "offer"],
            comment=True,
        )
        .loss_reason("silent", title=t(*words.SILENT))
        .loss_reason(
            "small",
            title=t(*words.SMALL),
            kind="disqualification",
            stages=["qualification"],
        )
        .loss_reason(
            "foreign",
            title=t(*words.FOREIGN),
            kind="disqualification",
            stages=["lead", "qualification"],
        )
        .loss_reason(
            "duplicate",
            title=t(*words.DOUBLE),
            kind="disqualification",
            stages=["lead", "qualification"],
        )
    )
