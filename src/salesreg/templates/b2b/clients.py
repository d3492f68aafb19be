"""Who gets a lead, who keeps a client, and how a client changes hands."""

from __future__ import annotations

from decimal import Decimal

import salesreg as sr
from salesreg.templates.b2b.words import LATER, SOON
from salesreg.templates.wording import Say
from salesreg.values.condition import (
    AllOf,
    Filled,
    Flag,
    Is,
    NumberBounds,
    Within,
)
from salesreg.values.times import Duration


def clients(t: Say) -> sr.Part:
    """Return qualification, routing, ownership, disputes and hand-overs."""
    return sr.part().add(
        _judging(t), _routing(t), _ownership(t), _disputes(t), _handovers(t), _order(t)
    )


def _judging(t: Say) -> sr.Part:
    return sr.part().qualification(
        "score",
        title=t("Оценка заявки", "Scoring of leads"),
        stage="qualification",
        role="sdr",
        criteria=[
            sr.qualification_criterion(
                t("Не меньше 10 рабочих мест", "At least 10 seats"),
                condition=NumberBounds(field="seats", at_least=Decimal(10)),
                points=30,
                mandatory=True,
            ),
            sr.qualification_criterion(
                t("Задача клиента описана", "The customer’s task is described"),
                condition=Filled(field="task"),
                points=20,
                mandatory=True,
            ),
            sr.qualification_criterion(
                t("Внедрение в ближайшие 6 месяцев", "Implementation within 6 months"),
                condition=Is(field="timing", values=(t(*SOON), t(*LATER))),
                points=30,
            ),
            sr.qualification_criterion(
                t(
                    "Компания проверена по ИНН",
                    "The company is checked by its tax number",
                ),
                condition=Filled(field="tax-id"),
                points=20,
            ),
        ],
        threshold=70,
        grades=[
            sr.grade(
                "a",
                title=t("Класс А: готов к покупке", "Class A: ready to buy"),
                least="100 points",
                text=t("передать менеджеру в тот же день", "hand over on the same day"),
            ),
            sr.grade(
                "b",
                title=t("Класс Б: подходит", "Class B: fits"),
                least="70 points",
                text=t(
                    "передать менеджеру в течение рабочего дня",
                    "hand over within a business day",
                ),
            ),
            sr.grade(
                "c",
                title=t("Класс В: не подходит сейчас", "Class C: does not fit now"),
                least="0 points",
                text=t(
                    "закрыть с причиной и вернуться, когда появится срок",
                    "close with a reason and come back when there is a date",
                ),
            ),
        ],
        text=t(
            "Балл считает CRM; менять его вручную нельзя.",
            "The score is worked out by the CRM; it must not be changed by hand.",
        ),
    )


def _routing(t: Say) -> sr.Part:
    fresh = Within(field="last-touch", duration=Duration.parse("90 days"))
    large = NumberBounds(field="seats", at_least=Decimal(200))
    return (
        sr.part()
        .routing(
            "intake",
            title=t("Распределение новых заявок", "Distribution of new leads"),
            rules=[
                sr.routing_rule(
                    t(
                        "Заявку действующего клиента получает его менеджер по "
                        "сопровождению",
                        "The lead of a present customer goes to its customer success "
                        "manager",
                    ),
                    when=Flag(field="existing"),
                    to="success",
                    how="owner",
                ),
                sr.routing_rule(
                    t(
                        "Остальные заявки получает наименее загруженный специалист",
                        "Other leads go to the specialist with the least load",
                    ),
                    to="sdr",
                    how="least_loaded",
                ),
            ],
            fallback="head",
            text=t(
                "Заявку, пришедшую вне рабочего времени, распределяют первой на "
                "следующее утро.",
                "A lead that comes outside working hours is distributed first thing "
                "next morning.",
            ),
        )
        .routing(
            "qualified",
            title=t(
                "Распределение квалифицированных заявок",
                "Distribution of qualified leads",
            ),
            rules=[
                sr.routing_rule(
                    t(
                        "Крупную компанию получает менеджер по ключевым клиентам "
                        "региона",
                        "A large company goes to the key account manager of the region",
                    ),
                    when=large,
                    to="key-manager",
                    how="territory",
                ),
                sr.routing_rule(
                    t(
                        "Компанию, с которой говорили за последние 90 дней, получает "
                        "её менеджер",
                        "A company spoken to in the last 90 days goes to its manager",
                    ),
                    when=AllOf(
                        of=(fresh, NumberBounds(field="seats", below=Decimal(200)))
                    ),
                    to="manager",
                    how="owner",
                ),
                sr.routing_rule(
                    t(
                        "Остальных менеджеры получают по очереди",
                        "The others go to the managers in turn",
                    ),
                    to="manager",
                    how="round_robin",
                ),
            ],
            fallback="head",
            text=t(
                "В очереди участвуют менеджеры, сдавшие экзамен вводного курса.",
                "Managers who have passed the exam of the introductory course take "
                "part in the rotation.",
            ),
        )
    )


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
            title=t("Действующий клиент", "Present customer"),
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
                "The analyst merges the cards; the history is kept.",
            ),
            wins=t(
                "тот, у кого было касание за последние 30 дней, а при равенстве — чья "
                "карточка создана раньше",
                "the one with a touch in the last 30 days, and of two the one whose "
                "card is older",
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
            ),
            acceptance=t(
                "менеджер по сопровождению принял лист передачи",
                "the success manager has accepted the handover sheet",
            ),
            refusal=t(
                "недостающее дополняет менеджер по продажам за 1 рабочий день",
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
            within="14 days",
            stages=["discovery", "demo", "offer", "negotiation", "contract"],
            otherwise="lost",
            after="30 days",
        )
        .record_keeping(
            text=t(
                "Чего нет в CRM, того не было. Разговоры, письма, встречи и документы "
                "записывают в карточку сделки.",
                "What is not in the CRM has not happened. Conversations, letters, "
                "meetings and documents are recorded in the card of the deal.",
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
