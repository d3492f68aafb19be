"""Three procedures that the article names, and the documents."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def process(t: Say) -> sr.Part:
    """Return the procedures, of which one has no stage, and the documents."""
    return sr.part().add(_procedures(t), _documents(t))


def _procedures(t: Say) -> sr.Part:
    return (
        sr.part()
        .procedure(
            "client-search",
            title=t("Поиск потенциальных клиентов", "Search for prospective customers"),
            stages=["search"],
            trigger=sr.stage_entered("search"),
            owner="manager",
            steps=[
                sr.step(
                    "list",
                    title=t(
                        "Составить список компаний целевой аудитории",
                        "List companies of the target audience",
                    ),
                    role="assistant",
                    tool="client-base",
                    limit="1 business day",
                ),
                sr.step(
                    "study",
                    title=t(
                        "Изучить потребности компании из списка",
                        "Study the needs of a company on the list",
                    ),
                    role="manager",
                    limit="1 business day",
                ),
                sr.step(
                    "first-call",
                    title=t(
                        "Позвонить и предложить встречу", "Call and offer a meeting"
                    ),
                    role="manager",
                    activity="calls",
                    limit="1 business day",
                ),
            ],
            limit="3 business days",
            result=t(
                "клиент, готовый обсуждать продукт",
                "a customer who is ready to discuss the product",
            ),
        )
        # Belongs to no stage, as in the article (point 4).
        .procedure(
            "requests",
            title=t("Обработка заявок", "Processing of requests"),
            trigger=t("клиент оставил заявку", "a customer files a request"),
            owner="assistant",
            steps=[
                sr.step(
                    "register",
                    title=t(
                        "Внести заявку в базу данных клиентов",
                        "Enter the request in the customer database",
                    ),
                    role="assistant",
                    tool="client-base",
                    limit="30 min working",
                ),
                sr.step(
                    "assign",
                    title=t(
                        "Передать заявку менеджеру", "Pass the request to a manager"
                    ),
                    role="assistant",
                    limit="30 min working",
                ),
                sr.step(
                    "answer",
                    title=t("Ответить клиенту", "Answer the customer"),
                    role="manager",
                    activity="mail",
                    limit="3 h working",
                ),
            ],
            limit="4 h working",
            result=t("клиент получил ответ", "the customer has an answer"),
        )
        .procedure(
            "contracts",
            title=t("Заключение договоров", "Conclusion of contracts"),
            stages=["deal"],
            trigger=sr.stage_entered("deal"),
            owner="manager",
            steps=[
                sr.step(
                    "draft",
                    title=t("Подготовить проект договора", "Draft the contract"),
                    role="assistant",
                    outputs=["contract"],
                    limit="1 business day",
                ),
                sr.step(
                    "agree",
                    title=t(
                        "Согласовать условия с клиентом",
                        "Agree the terms with the customer",
                    ),
                    role="manager",
                    activity="client-contact",
                    inputs=["contract"],
                    limit="2 business days",
                ),
                sr.step(
                    "sign",
                    title=t("Подписать договор", "Sign the contract"),
                    role="head",
                    inputs=["contract"],
                    fields=["amount"],
                    limit="1 business day",
                ),
                sr.step(
                    "file",
                    title=t("Передать договор на хранение", "File the contract"),
                    role="assistant",
                    limit="1 business day",
                ),
            ],
            limit="5 business days",
            result=t("подписанный договор", "a signed contract"),
        )
    )


def _documents(t: Say) -> sr.Part:
    archive = t("папка клиента в архиве отдела", "the customer’s folder in the archive")
    return (
        sr.part()
        .tool(
            "client-base",
            title=t("База данных клиентов", "Customer database"),
            kind="crm",
        )
        .document(
            "presentation",
            title=t("Презентация продукта", "Product presentation"),
            author="assistant",
            approvers=["manager"],
            made_at="contact",
            needed_at=["presentation"],
            storage=archive,
            retention="1 year",
        )
        .document(
            "quotation",
            title=t("Коммерческое предложение", "Quotation"),
            author="assistant",
            approvers=["manager"],
            made_at="presentation",
            needed_at=["negotiation"],
            storage=archive,
            retention="1 year",
        )
        .document(
            "contract",
            title=t("Договор", "Contract"),
            author="assistant",
            approvers=["manager"],
            signers=["head"],
            made_at="deal",
            needed_at=["support"],
            storage=archive,
            retention="5 years",
        )
    )
