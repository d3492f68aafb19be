"""Documents and their forms."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def documents(t: Say) -> sr.Part:
    """Return which documents there are, who agrees, where they are kept."""
    return sr.part().add(_selling(t), _binding(t), _annexes(t))


def _selling(t: Say) -> sr.Part:
    cards = t("карточка сделки в CRM", "the deal record in the CRM")
    return (
        sr.part()
        .document(
            "handover-sheet",
            title=t("Лист передачи", "Handover sheet"),
            annex="handover-form",
            author="sdr",
            approvers=["manager"],
            made_at="qualification",
            needed_at=["discovery"],
            required_items=[
                t("задача", "task"),
                t("рабочие места", "seats"),
                t("договорённости", "agreements"),
            ],
            storage=cards,
            retention="3 years",
        )
        .document(
            "nda",
            title=t("Соглашение о конфиденциальности", "Confidentiality agreement"),
            template=t("форма СК-1", "form CA-1"),
            author="manager",
            approvers=["lawyer"],
            signers=["commercial"],
            made_at="demo",
            needed_at=["demo"],
            approval_limit="1 business day",
            storage=t(
                "электронный архив, папка клиента",
                "electronic archive, the customer’s folder",
            ),
            retention="5 years",
        )
        .document(
            "specification",
            title=t("Техническое задание", "Technical specification"),
            template=t("форма ТЗ-2", "form TS-2"),
            author="presale",
            approvers=["manager"],
            made_at="offer",
            needed_at=["contract", "won"],
            storage=cards,
            retention="5 years",
        )
        .document(
            "quotation",
            title=t("Коммерческое предложение", "Quotation"),
            annex="quotation-form",
            author="manager",
            approvers=["presale"],
            made_at="offer",
            needed_at=["negotiation", "contract"],
            required_items=[
                t("состав поставки", "scope"),
                t("цена и скидка", "price and discount"),
                t("срок действия", "validity"),
                t("условия оплаты", "terms of payment"),
            ],
            deadline=sr.deadline(
                trigger=sr.stage_entered("offer"),
                limit="5 business days",
                target="2 business days",
            ),
            approval_limit="4 h working",
            storage=cards,
            retention="1 year",
        )
        .document(
            "discount-request",
            title=t("Запрос на скидку", "Discount request"),
            author="manager",
            approvers=["head", "commercial", "director"],
            made_at="offer",
            needed_at=["negotiation"],
            required_items=[
                t("причина", "reason"),
                t("маржа после скидки", "margin after the discount"),
                t("что клиент даёт взамен", "what the customer gives in return"),
            ],
            approval_limit="16 h working",
            storage=cards,
            retention="3 years",
        )
    )


def _binding(t: Say) -> sr.Part:
    archive = t(
        "электронный архив, папка клиента", "electronic archive, the customer’s folder"
    )
    return (
        sr.part()
        .document(
            "consent-form",
            title=t(
                "Согласие на обработку персональных данных",
                "Consent to the processing of personal data",
            ),
            annex="consent-text",
            author="manager",
            approvers=["lawyer"],
            made_at="contract",
            needed_at=["contract"],
            approval_limit="1 business day",
            storage=archive,
            retention="5 years",
        )
        .document(
            "contract",
            title=t("Договор", "Contract"),
            annex="contract-form",
            author="manager",
            approvers=["lawyer", "finance"],
            signers=["head", "commercial", "director"],
            made_at="contract",
            needed_at=["won"],
            required_items=[
                t("стороны и реквизиты", "parties and their details"),
                t("предмет и техническое задание", "subject and specification"),
                t("цена и порядок оплаты", "price and payment"),
                t("срок и ответственность", "term and liability"),
            ],
            approval_limit="2 business days",
            storage=archive,
            retention="5 years",
        )
        .document(
            "invoice",
            title=t("Счёт", "Invoice"),
            template=t("форма из учётной системы", "form of the accounting system"),
            author="finance",
            approvers=["manager"],
            made_at="contract",
            needed_at=["won"],
            approval_limit="2 h working",
            storage=archive,
            retention="5 years",
        )
        .document(
            "act",
            title=t("Акт приёма-передачи", "Certificate of acceptance"),
            author="success",
            approvers=["finance"],
            signers=["commercial"],
            made_at="won",
            deadline=sr.deadline(
                trigger=sr.document_moved("act", state="signed"),
                limit=sr.by_day(5, working=True, at="18:00"),
                action=t(
                    "передать подписанный акт в бухгалтерию",
                    "hand the signed certificate to accounting",
                ),
            ),
            storage=archive,
            retention="5 years",
        )
        .document(
            "exception-note",
            title=t("Решение об исключении", "Decision on an exception"),
            author="head",
            approvers=["commercial"],
            made_at="offer",
            needed_at=["negotiation"],
            required_items=[
                t("правило", "rule"),
                t("причина", "reason"),
                t("срок действия", "how long it holds"),
            ],
            storage=archive,
            retention="3 years",
        )
    )


def _annexes(t: Say) -> sr.Part:
    return (
        sr.part()
        .annex(
            "quotation-form",
            title=t("Форма коммерческого предложения", "Quotation form"),
            document="quotation",
            text=t(
                "1. Задача клиента.\n2. Состав поставки.\n3. Цена, скидка, срок "
                "действия.\n4. Сроки внедрения.\n5. Условия оплаты.",
                "1. The customer’s task.\n2. Scope.\n3. Price, discount, validity.\n4. "
                "Dates of implementation.\n5. Terms of payment.",
            ),
        )
        .annex(
            "contract-form",
            title=t("Форма договора", "Contract form"),
            document="contract",
            text=t(
                "Действует форма Д-3, утверждённая приказом № 48-П.",
                "Form D-3, approved by order No. 48-P, is used.",
            ),
        )
        .annex(
            "handover-form",
            title=t("Форма листа передачи", "Handover sheet form"),
            document="handover-sheet",
            text=t(
                "- Компания, контакт, ИНН.\n- Задача словами клиента.\n- Рабочие "
                "места, регион, срок.\n- Что обещано и когда следующий шаг.",
                "- Company, contact, tax number.\n- The task in the customer’s "
                "words.\n- Seats, region, time.\n- What was promised and when the next "
                "step is.",
            ),
        )
        .annex(
            "consent-text",
            title=t(
                "Текст согласия на обработку персональных данных",
                "Text of the consent to process personal data",
            ),
            document="consent-form",
            text=t(
                "Согласие оформляется на отдельном листе: кто его даёт, какие данные, "
                "цель, действия с данными, срок и порядок отзыва.",
                "The consent is given on a sheet of its own: who gives it, which data, "
                "the purpose, what is done with them, for how long and how it is "
                "withdrawn.",
            ),
        )
    )
