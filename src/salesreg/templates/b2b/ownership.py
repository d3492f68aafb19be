"""Who keeps a client, and how conflicts over clients are settled."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say
from salesreg.values.condition import (
    Filled,
    Flag,
)


def ownership(t: Say) -> sr.Part:
    """Return the rules of ownership and of disputes."""
    return sr.part().add(_ownership(t), _disputes(t))


def _ownership(t: Say) -> sr.Part:
    return (
        sr.part()
        .ownership(
            "untouched",
            title=t("Сделка без касаний", "Deal without a touch"),
            text=t(
                "Если ответственный не связывался с клиентом, сделку переназначают.",
                "When the owner has not been in touch with the customer, the deal is "
                "reassigned.",
            ),
            window="10 business days",
            without=t("касание клиента", "a touch with the customer"),
            when=Flag(field="existing", value=False),
            then="head",
            credit="new_owner",
        )
        .ownership(
            "accepted",
            title=t(
                "Завершение начатого при переназначении",
                "Finishing what was begun when reassigned",
            ),
            text=t(
                "Если предложение уже отправлено, прежний ответственный завершает "
                "сделку и получает результат целиком.",
                "When a quotation has been sent, the former owner finishes the deal "
                "and gets the whole result.",
            ),
            window="30 days",
            without=sr.document_moved("contract", state="signed"),
            when=Filled(field="amount"),
            grace="5 business days",
            then="new_owner",
            credit="old_owner",
        )
        .ownership(
            "customer",
            title=t("Действующий клиент", "Existing customer"),
            text=t(
                "Клиент остаётся за ответственным, пока действует договор.",
                "A customer stays with the owner while the contract runs.",
            ),
            window="12 months",
            without=sr.payment("received"),
            when=Flag(field="existing"),
            then="pool",
            credit="new_owner",
        )
    )


def _disputes(t: Say) -> sr.Part:
    return (
        sr.part()
        .dispute(
            "duplicate",
            title=t(
                "Два менеджера ведут одну компанию",
                "Two managers work with one company",
            ),
            text=t(
                "Карточки объединяет аналитик; история сохраняется.",
                "The analyst merges the records; the history is kept.",
            ),
            wins=t(
                "тот, у кого было касание за последние 30 дней, а при равенстве — чья "
                "карточка создана раньше",
                "the one with a touch in the last 30 days, and of two the one whose "
                "record is older",
            ),
            deciders=["head"],
            within="1 business day",
        )
        .dispute(
            "branches",
            title=t(
                "Филиалы одной группы компаний", "Branches of one group of companies"
            ),
            wins=t(
                "менеджер, который ведёт головную компанию",
                "the manager who works with the parent company",
            ),
            deciders=["head", "commercial"],
            within="2 business days",
        )
    )
