"""Three roles, who answers for what, learning, rewards and fines."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say

TEAM = ("manager", "specialist", "assistant")


def people(t: Say) -> sr.Part:
    """Return the roles; the head of sales is spoken of and never defined."""
    return sr.part().add(_roles(t), _matrix(t), _support(t), _motivation(t))


def _roles(t: Say) -> sr.Part:
    return (
        sr.part()
        .role(
            "manager",
            title=t("Менеджер по продажам", "Sales manager"),
            purpose=t(
                "Приводит новых клиентов и увеличивает объём продаж",
                "Brings in new customers and increases sales volume",
            ),
            duties=[
                sr.duty(
                    t(
                        "Ищет потенциальных клиентов и предлагает им товары и услуги "
                        "компании",
                        "Looks for prospective customers and offers them the "
                        "company’s goods and services",
                    ),
                    kpi="conversion",
                    activity="calls",
                ),
                sr.duty(
                    t(
                        "Проводит переговоры и заключает сделки",
                        "Negotiates and closes deals",
                    ),
                    kpi="volume",
                    activity="client-contact",
                ),
                sr.duty(
                    t(
                        "Поддерживает долгосрочные отношения с клиентами, выясняет их "
                        "потребности и решает возникающие вопросы",
                        "Keeps up long-term relations with customers, learns their "
                        "needs and settles their questions",
                    ),
                    kpi="average-check",
                    activity="client-contact",
                ),
            ],
            results=[
                t("новые клиенты", "new customers"),
                t("рост объёма продаж", "growing sales volume"),
            ],
            reports_to="head",
        )
        .role(
            "specialist",
            title=t("Технический специалист", "Technical specialist"),
            purpose=t(
                "Отвечает за техническую сторону продажи",
                "Answers for the technical side of a sale",
            ),
            duties=[
                t(
                    "Консультирует клиентов по характеристикам продукта",
                    "Advises customers on the properties of the product",
                ),
                t(
                    "Показывает преимущества продукта перед продуктами конкурентов",
                    "Shows the advantages of the product over those of competitors",
                ),
                t(
                    "Устанавливает продукт у клиентов и обслуживает его",
                    "Installs the product at customers’ sites and services it",
                ),
            ],
            skills=[
                t(
                    "простое и понятное объяснение сложных технических вопросов",
                    "explaining complex technical matters in plain words",
                )
            ],
            knowledge=[
                t("продукт компании во всех подробностях", "the product in depth")
            ],
            results=[
                t("продукт работает у клиента", "the product works at the customer’s")
            ],
            reports_to="head",
        )
        .role(
            "assistant",
            title=t("Ассистент менеджера по продажам", "Sales manager’s assistant"),
            purpose=t(
                "Снимает с менеджера операционную работу",
                "Relieves the sales manager of operational work",
            ),
            duties=[
                sr.duty(
                    t(
                        "Составляет базу данных клиентов и обновляет её",
                        "Builds the customer database and keeps it up to date",
                    ),
                    needs=["client-base"],
                ),
                t(
                    "Готовит презентации и коммерческие предложения",
                    "Prepares presentations and quotations",
                ),
                t(
                    "Организует внутренние и внешние мероприятия, которые продвигают "
                    "продукцию компании",
                    "Organises internal and external events that promote the "
                    "company’s products",
                ),
            ],
            results=[
                t("полная база данных клиентов", "a complete customer database"),
                t("документы готовы в срок", "documents ready in time"),
            ],
            reports_to="head",
        )
    )


def _matrix(t: Say) -> sr.Part:
    return (
        sr.part()
        .responsibility(
            "search",
            title=t("Поиск потенциальных клиентов", "Search for prospective customers"),
            responsible=["manager", "assistant"],
            accountable=["head"],
            stage="search",
            procedure="client-search",
        )
        .responsibility(
            "requests",
            title=t("Обработка заявок", "Processing of requests"),
            responsible=["assistant"],
            accountable=["manager"],
            informed=["head"],
            procedure="requests",
        )
        .responsibility(
            "presentation",
            title=t("Представление продукта", "Presentation of the product"),
            responsible=["manager", "specialist"],
            accountable=["manager"],
            consulted=["assistant"],
            stage="presentation",
        )
        .responsibility(
            "contracts",
            title=t("Заключение договоров", "Conclusion of contracts"),
            responsible=["manager"],
            accountable=["head"],
            consulted=["specialist"],
            informed=["assistant"],
            stage="deal",
            procedure="contracts",
            document="contract",
        )
        .responsibility(
            "support",
            title=t("Поддержка клиента после продажи", "Support after the sale"),
            responsible=["specialist"],
            accountable=["head"],
            consulted=["manager"],
            stage="support",
        )
    )


def _support(t: Say) -> sr.Part:
    return (
        sr.part()
        .training(
            "development",
            title=t("Обучение и развитие навыков", "Learning and development"),
            roles=TEAM,
            programme=[
                t("чтение специальной литературы", "reading professional literature"),
                t("участие в тренингах", "taking part in trainings"),
            ],
            every="year",
            trainer="head",
        )
        .consequence(
            "extra-support",
            title=t(
                "Дополнительная поддержка и обучение", "Extra support and training"
            ),
            trigger=t(
                "сотрудник не достигает поставленных целей",
                "an employee does not reach the goals set",
            ),
            roles=TEAM,
            misses=1,
            period="quarter",
            by="head",
        )
    )


def _motivation(t: Say) -> sr.Part:
    return (
        sr.part()
        .incentive(
            "reward",
            title=t("Награда за результат", "Reward for results"),
            kind="award",
            roles=TEAM,
            period="quarter",
            text=t(
                "Награду получает сотрудник, который достиг результатов, описанных "
                "для его роли.",
                "The reward goes to an employee who has reached the results "
                "described for the role.",
            ),
        )
        # Recommended by the article, unknown to the Labour Code (point 7).
        .sanction(
            "fine",
            title=t("Штраф", "Fine"),
            measure="fine",
            grounds=[
                t(
                    "невыполнение обязанностей, установленных регламентом",
                    "failure to perform duties set by this regulation",
                )
            ],
            roles=TEAM,
            by="head",
        )
    )
