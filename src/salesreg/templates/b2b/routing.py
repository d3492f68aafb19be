"""How leads are judged and who gets them."""

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


def routing(t: Say) -> sr.Part:
    """Return the scoring of leads and the rules of distribution."""
    return sr.part().add(_judging(t), _routing(t))


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
                text=t("Передать менеджеру в тот же день", "Hand over on the same day"),
            ),
            sr.grade(
                "b",
                title=t("Класс Б: подходит", "Class B: fits"),
                least="70 points",
                text=t(
                    "Передать менеджеру в течение рабочего дня",
                    "Hand over within a business day",
                ),
            ),
            sr.grade(
                "c",
                title=t("Класс В: не подходит сейчас", "Class C: does not fit now"),
                least="0 points",
                text=t(
                    "Закрыть с указанием причины и вернуться, когда появится срок",
                    "Close with a reason and come back when there is a date",
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
                        "The lead of an existing customer goes to its customer success "
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
