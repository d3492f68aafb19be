"""The sales manager, with the ramp of a newcomer."""

from __future__ import annotations

from decimal import Decimal

import salesreg as sr
from salesreg.model.people import RampStep
from salesreg.templates.b2b.words import REGIONS, ROLES
from salesreg.templates.wording import Say
from salesreg.values.condition import NumberBounds


def manager(t: Say) -> sr.Part:
    """Return the role that runs most deals."""
    return sr.part().add(_manager(t))


def _manager(t: Say) -> sr.Part:
    return sr.part().role(
        "manager",
        title=t(*ROLES["manager"]),
        purpose=t(
            "Ведёт сделки с малыми и средними компаниями от выявления потребностей до "
            "оплаты",
            "Runs deals with small and mid-sized companies from discovery to payment",
        ),
        duties=[
            sr.duty(
                t(
                    "Звонит клиентам по открытым сделкам и договаривается о следующем "
                    "шаге",
                    "Calls customers of open deals and agrees on the next step",
                ),
                kpi="attainment",
                activity="calls",
                needs=["telephony"],
            ),
            sr.duty(
                t("Проводит встречи и демонстрации", "Holds meetings and demos"),
                kpi="win-rate",
                activity="client-meetings",
            ),
            sr.duty(
                t(
                    "Готовит коммерческие предложения и договоры",
                    "Prepares quotations and contracts",
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
                    "Планирует день и разбирает свои результаты",
                    "Plans the day and reviews own results",
                ),
                report="forecast",
                activity="planning",
            ),
        ],
        rights=[
            t(
                "давать скидку в пределах своих полномочий",
                "grant discounts within the limits of the role",
            ),
            t(
                "привлекать инженера предпродажной подготовки к демонстрации",
                "call in a presales engineer for a demo",
            ),
            t(
                "отказаться от нецелевой сделки с согласия руководителя",
                "give up an unsuitable deal with the consent of the head",
            ),
        ],
        skills=[
            t("переговоры о цене", "price negotiation"),
            t("выявление потребностей", "discovery of needs"),
        ],
        knowledge=[
            t(
                "возможности системы «Склад» и её отличия от конкурентов",
                "what the Warehouse system can do and how it differs from competitors",
            )
        ],
        results=[
            t("выполненный личный план", "the quota met"),
            t("оплаченные договоры", "paid contracts"),
        ],
        headcount=6,
        reports_to="head",
        substitutes=[
            sr.substitution(
                "key-manager",
                when=t(
                    "отпуск или болезнь дольше 2 рабочих дней",
                    "leave or illness of over 2 business days",
                ),
                appointed_by="head",
                by_order=True,
                credit="20%",
                text=t(
                    "передаёт открытые сделки по листу передачи",
                    "hands over open deals with a handover sheet",
                ),
            )
        ],
        portfolio=sr.portfolio(
            least=10,
            most=40,
            territories=[t(*region) for region in REGIONS],
            segments=["small", "medium"],
            condition=NumberBounds(field="seats", below=Decimal(200)),
            text=t(
                "клиентов сверх предела распределяет руководитель отдела",
                "customers above the limit are reassigned by the head",
            ),
        ),
        ramp=_ramp(t),
        career=[
            sr.career_step(
                to="key-manager",
                after="12 months",
                attainment="100%",
                minimum="80%",
                periods=4,
                text=t("сданный экзамен по переговорам", "the negotiation exam passed"),
            )
        ],
        critical=True,
    )


def _ramp(t: Say) -> list[sr.Given[RampStep]]:
    return [
        sr.ramp_step(
            1,
            quota="0%",
            pay="50%",
            text=t("Вводный курс и экзамен", "The introductory course and its exam"),
        ),
        sr.ramp_step(
            2,
            quota="25%",
            pay="50%",
            text=t("Первые сделки вместе с наставником", "First deals with a mentor"),
        ),
        sr.ramp_step(3, quota="50%"),
        sr.ramp_step(4, quota="50%"),
        sr.ramp_step(5, quota="75%"),
        sr.ramp_step(
            6, quota="100%", text=t("Работает самостоятельно", "Works independently")
        ),
    ]
