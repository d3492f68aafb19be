"""Roles that sell beside the manager: key accounts, inbound leads."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import CAPITAL, NORTHWEST, ROLES
from salesreg.templates.wording import Say


def sellers(t: Say) -> sr.Part:
    """Return the key account manager and the inbound specialist."""
    return sr.part().add(_key_manager(t), _sdr(t))


def _key_manager(t: Say) -> sr.Part:
    return sr.part().role(
        "key-manager",
        title=t(*ROLES["key-manager"]),
        purpose=t(
            "Продаёт крупным компаниям и развивает отношения с ними",
            "Sells to large companies and develops relations with them",
        ),
        duties=[
            sr.duty(
                t(
                    "Ведёт сделки с крупными компаниями",
                    "Runs deals with large companies",
                ),
                kpi="revenue",
                activity="client-meetings",
            ),
            sr.duty(
                t(
                    "Звонит участникам решения на стороне клиента",
                    "Calls those who take part in the customer’s decision",
                ),
                kpi="attainment",
                activity="calls",
                needs=["telephony"],
            ),
            sr.duty(
                t(
                    "Готовит предложения, договоры и обоснования затрат",
                    "Prepares quotations, contracts and business cases",
                ),
                kpi="margin",
                activity="documents",
                needs=["archive"],
            ),
            sr.duty(
                t(
                    "Следит за оплатой счетов своих клиентов",
                    "Makes sure that customers pay their invoices",
                ),
                kpi="receivables",
                activity="mail",
            ),
            sr.duty(
                t("Ведёт сделки в CRM", "Keeps deals up to date in the CRM"),
                kpi="crm-quality",
                audit="crm-audit",
                activity="crm",
                needs=["crm"],
            ),
            sr.duty(
                t(
                    "Планирует работу с каждым клиентом на квартал",
                    "Plans the work with each account for a quarter",
                ),
                report="forecast",
                activity="planning",
            ),
        ],
        rights=[
            t(
                "запрашивать особые условия у коммерческого директора",
                "ask the commercial director for special terms",
            )
        ],
        skills=[
            t(
                "переговоры с несколькими участниками решения",
                "negotiation with several decision makers",
            )
        ],
        knowledge=[
            t(
                "закупочные процедуры крупных компаний",
                "purchasing procedures of large companies",
            )
        ],
        results=[
            t("выручка и маржа по портфелю", "revenue and margin of the portfolio")
        ],
        headcount=2,
        reports_to="head",
        substitutes=[
            sr.substitution(
                "head",
                when=t("отпуск или болезнь", "leave or illness"),
                appointed_by="commercial",
                by_order=True,
            )
        ],
        portfolio=sr.portfolio(least=5, most=15, segments=["large"]),
        career=[
            sr.career_step(
                to="head",
                after="24 months",
                attainment="100%",
                minimum="90%",
                periods=8,
            )
        ],
        critical=True,
    )


def _sdr(t: Say) -> sr.Part:
    return sr.part().role(
        "sdr",
        title=t(*ROLES["sdr"]),
        purpose=t(
            "Отвечает на заявки, проверяет их и передаёт менеджерам",
            "Answers leads, checks them and hands them to managers",
        ),
        duties=[
            sr.duty(
                t(
                    "Принимает заявки и делает первый звонок",
                    "Takes leads and makes the first call",
                ),
                kpi="first-response",
                activity="requests",
                needs=["telephony"],
            ),
            sr.duty(
                t(
                    "Оценивает заявки и передаёт подходящие",
                    "Scores leads and hands over those that fit",
                ),
                kpi="qualified-leads",
                activity="requests",
            ),
            sr.duty(
                t(
                    "Ищет новых клиентов звонками с их согласия",
                    "Looks for new customers by phone, with their consent",
                ),
                kpi="qualified-leads",
                audit="call-audit",
                activity="calls",
                needs=["telephony"],
            ),
            sr.duty(
                t("Отвечает на письма клиентов", "Answers customers’ e-mails"),
                report="weekly",
                activity="mail",
            ),
            sr.duty(
                t("Заполняет карточки в CRM", "Fills in CRM records"),
                kpi="crm-quality",
                audit="crm-audit",
                activity="crm",
                needs=["crm"],
            ),
            sr.duty(
                t("Планирует попытки связи на день", "Plans the day’s attempts"),
                report="weekly",
                activity="planning",
            ),
        ],
        rights=[
            t(
                "закрывать нецелевую заявку с указанием причины",
                "close an unsuitable lead, giving the reason",
            )
        ],
        skills=[
            t(
                "краткая и вежливая речь по телефону",
                "a brief and polite manner on the phone",
            )
        ],
        knowledge=[
            t(
                "критерии квалификации и сценарии звонка",
                "criteria of qualification and call scripts",
            )
        ],
        results=[
            t(
                "выполненный план квалифицированных заявок",
                "the plan of qualified leads met",
            )
        ],
        headcount=3,
        reports_to="head",
        substitutes=[
            sr.substitution(
                "manager",
                when=t(
                    "отсутствие двух специалистов сразу",
                    "two specialists absent at once",
                ),
                appointed_by="head",
            )
        ],
        portfolio=sr.portfolio(
            territories=[t(*CAPITAL), t(*NORTHWEST)],
            text=t(
                "остальные регионы специалисты делят по очереди",
                "the other regions are shared in turn",
            ),
        ),
        career=[
            sr.career_step(
                to="manager",
                after="12 months",
                attainment="100%",
                minimum="80%",
                periods=2,
            )
        ],
        critical=True,
    )
