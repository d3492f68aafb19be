"""How clients change hands, and what is always recorded."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def handover(t: Say) -> sr.Part:
    """Return hand-overs, the rule of the next step and of records."""
    return sr.part().add(_handovers(t), _order(t))


def _handovers(t: Say) -> sr.Part:
    return (
        sr.part()
        .handover(
            "to-sales",
            title=t("Передача заявки менеджеру", "Hand-over of a lead to a manager"),
            giver="sdr",
            receiver="manager",
            after="qualification",
            before="discovery",
            checklist=[
                t(
                    "задача клиента его словами",
                    "the customer’s task in the customer’s words",
                ),
                t("рабочие места, регион, срок", "seats, region, time"),
                t(
                    "согласованное время следующего звонка",
                    "the agreed time of the next call",
                ),
            ],
            call="15 min",
            deadline=sr.deadline(
                trigger=sr.document_moved("handover-sheet", state="sent"),
                limit="8 h working",
                target="2 h working",
                after_hours="next_opening",
                stops=[sr.document_moved("handover-sheet", state="received")],
            ),
            acceptance=t(
                "менеджер поставил отметку о принятии в CRM",
                "the manager has ticked acceptance in the CRM",
            ),
            refusal=t(
                "заявка возвращается специалисту с причиной, спор решает руководитель "
                "отдела",
                "the lead goes back to the specialist with a reason; the head settles "
                "disputes",
            ),
        )
        .handover(
            "to-success",
            title=t(
                "Передача клиента на сопровождение",
                "Hand-over of a customer to success",
            ),
            giver="manager",
            receiver="success",
            after="contract",
            before="won",
            checklist=[
                t(
                    "договор, техническое задание, обещания клиенту",
                    "contract, specification, promises made",
                ),
                t("участники на стороне клиента", "people on the customer’s side"),
                t(
                    "цель, по которой клиент оценит результат",
                    "the goal by which the customer will judge",
                ),
            ],
            call="30 min",
            deadline=sr.deadline(
                trigger=sr.document_moved("contract", state="signed"),
                limit=sr.before_stage("won"),
                after_hours="next_opening",
                stops=[sr.document_moved("handover-sheet", state="received")],
            ),
            acceptance=t(
                "менеджер по сопровождению принял лист передачи",
                "the success manager has accepted the handover sheet",
            ),
            refusal=t(
                "недостающее восполняет менеджер по продажам за 1 рабочий день",
                "the sales manager supplies what is missing within 1 business day",
            ),
        )
    )


def _order(t: Say) -> sr.Part:
    return (
        sr.part()
        .next_step(
            text=t(
                "У каждой открытой сделки есть следующий шаг с датой. Дату назначают "
                "сразу после касания.",
                "Every open deal has a next step with a date. The date is set right "
                "after each touch.",
            ),
            field="next-date",
            within="14 days",
            stages=["discovery", "demo", "offer", "negotiation", "contract"],
            otherwise="lost",
            after="30 days",
        )
        .record_keeping(
            text=t(
                "Чего нет в CRM, того не было. Разговоры, письма, встречи и документы "
                "записывают в карточку сделки.",
                "What is not in the CRM has not happened. Conversations, e-mails, "
                "meetings and documents are kept in the deal record.",
            ),
            system="crm",
            events=[
                sr.activity_done("calls"),
                sr.activity_done("client-meetings"),
                sr.document_moved("quotation", state="sent"),
                "owner_assigned",
            ],
            within="4 h working",
        )
    )
