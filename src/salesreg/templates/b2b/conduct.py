"""Conduct: what is said, what is forbidden, which consents are needed."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.words import SELLERS
from salesreg.templates.wording import Say


def conduct(t: Say) -> sr.Part:
    """Return scripts, prohibitions, consents and the stop list."""
    return sr.part().add(_scripts(t), _prohibitions(t), _consents(t))


def _scripts(t: Say) -> sr.Part:
    return (
        sr.part()
        .script(
            "first-call",
            title=t("Первый звонок", "First call"),
            stage="lead",
            channel="phone",
            opening=t(
                "Здравствуйте! Меня зовут …, компания «Пример Софт». Вы оставили "
                "заявку на складскую систему. Удобно сейчас поговорить пять минут?",
                "Hello, my name is …, I am calling from Primer Soft. You asked about a "
                "warehouse system. Do you have five minutes now?",
            ),
            branches=[
                sr.script_branch(
                    t("Удобно", "Yes"),
                    says=t(
                        "Расскажите, пожалуйста, как вы ведёте учёт сейчас и что "
                        "хотите изменить.",
                        "Please tell me how you keep stock today and what you want to "
                        "change.",
                    ),
                ),
                sr.script_branch(
                    t("Неудобно", "Not now"),
                    says=t(
                        "Когда вам перезвонить? Запишу время и наберу сам.",
                        "When may I call back? I will note the time and ring you.",
                    ),
                ),
                sr.script_branch(
                    t("Спрашивает цену", "Asks for the price"),
                    says=t(
                        "Цена зависит от числа рабочих мест. Задам два вопроса и "
                        "назову сумму.",
                        "The price depends on the number of seats. Let me ask two "
                        "questions and I will name it.",
                    ),
                    then="price-objection",
                ),
                sr.script_branch(
                    t("Просит не звонить", "Asks not to be called"),
                    says=t(
                        "Понимаю, больше не побеспокоим. Хорошего дня!",
                        "I understand; we will not call again. Have a good day!",
                    ),
                ),
            ],
            text=t(
                "Сценарий — опора, а не текст для чтения. После слов «не звоните» "
                "клиента вносят в стоп-лист.",
                "The script is a support, not a text to be read out. After “do not "
                "call” the customer goes on the stop list.",
            ),
        )
        .script(
            "demo-talk",
            title=t("Демонстрация", "Demo"),
            stage="demo",
            channel="meeting",
            opening=t(
                "Покажу три операции, о которых вы говорили, на ваших данных. В конце "
                "договоримся, что делаем дальше.",
                "I will show the three operations you spoke of, with your data. At the "
                "end we will agree what comes next.",
            ),
            branches=[
                sr.script_branch(
                    t("Нужной функции нет", "A feature is missing"),
                    says=t(
                        "Сейчас этого нет. Запишу и отвечу письменно, планируется ли "
                        "функция и когда.",
                        "We do not have it now. I will note it and answer in writing "
                        "whether and when it is planned.",
                    ),
                )
            ],
        )
        .script(
            "price-objection",
            title=t("Возражение о цене", "Objection to the price"),
            stage="negotiation",
            channel="phone",
            opening=t(
                "С чем вы сравниваете цену?", "What do you compare the price with?"
            ),
            branches=[
                sr.script_branch(
                    t("С другой системой", "With another system"),
                    says=t(
                        "Сравним по трём строкам: лицензии, внедрение, сопровождение "
                        "на три года.",
                        "Let us compare three lines: licences, implementation, support "
                        "for three years.",
                    ),
                ),
                sr.script_branch(
                    t("Нет бюджета", "There is no budget"),
                    says=t(
                        "Посчитаем, сколько стоят ошибки отгрузки за год, и решим, "
                        "есть ли смысл начинать.",
                        "Let us work out what shipping errors cost in a year and see "
                        "whether it is worth starting.",
                    ),
                ),
            ],
        )
    )


def _prohibitions(t: Say) -> sr.Part:
    return (
        sr.part()
        .prohibition(
            "no-promises",
            text=t(
                "Обещать функции, сроки и скидки, которые не согласованы",
                "Promising features, dates or discounts that have not been approved",
            ),
            roles=SELLERS,
            stages=["offer", "negotiation"],
            reason=t(
                "обещание становится обязательством компании",
                "a promise becomes the company’s obligation",
            ),
            audit="call-audit",
        )
        .prohibition(
            "no-side-work",
            text=t(
                "Вести переписку с клиентом в личных мессенджерах и почте",
                "Writing to customers through private messengers or mailboxes",
            ),
            reason=t(
                "история сделки теряется, а персональные данные остаются без защиты",
                "the history of the deal is lost and personal data are unprotected",
            ),
            audit="crm-audit",
        )
        .prohibition(
            "no-stop-list",
            text=t(
                "Звонить и писать компаниям из стоп-листа",
                "Calling or writing to companies on the stop list",
            ),
            roles=["sdr", *SELLERS],
            report="weekly",
        )
        .prohibition(
            "no-attacks",
            text=t("Порочить конкурентов", "Speaking ill of competitors"),
            audit="call-audit",
        )
        .prohibition(
            "no-gifts",
            text=t(
                "Предлагать сотрудникам клиента подарки и вознаграждения",
                "Offering gifts or rewards to a customer’s employees",
            ),
            reason=t("закон о противодействии коррупции", "anti-corruption law"),
            audit="contract-audit",
        )
    )


def _consents(t: Say) -> sr.Part:
    return (
        sr.part()
        .consent(
            "data",
            title=t(
                "Согласие на обработку персональных данных",
                "Consent to the processing of personal data",
            ),
            subject="personal_data",
            before=sr.document_moved("contract", state="created"),
            how=t(
                "подписывается отдельным документом, не в составе договора",
                "signed as a document of its own, not as part of the contract",
            ),
            recorded_in="archive",
            separate_document=True,
            text=t(
                "Основание — Федеральный закон № 152-ФЗ.",
                "The basis is Federal Law 152-FZ.",
            ),
        )
        .consent(
            "calls",
            title=t("Согласие на рекламные звонки", "Consent to advertising calls"),
            subject="advertising_call",
            before=sr.activity_done("calls"),
            how=t(
                "отметка в форме на сайте или записанный ответ",
                "a tick box in the form on the website or a recorded answer",
            ),
            recorded_in="crm",
            separate_document=True,
            text=t(
                "Основание — ст. 18 Федерального закона № 38-ФЗ «О рекламе».",
                "The basis is article 18 of Federal Law 38-FZ on advertising.",
            ),
        )
        .consent(
            "recording",
            title=t("Согласие на запись разговора", "Consent to recording"),
            subject="call_recording",
            before=t("начало записи разговора", "the start of the recording"),
            how=t(
                "предупреждение в начале разговора, после которого клиент его "
                "продолжает",
                "a notice at the start, after which the customer goes on talking",
            ),
            recorded_in="telephony",
        )
        .consent(
            "mailing",
            title=t("Согласие на рассылку", "Consent to mailings"),
            subject="mailing",
            before=t("первая рассылка", "the first mailing"),
            how=t(
                "отдельная отметка в форме подписки",
                "a tick box of its own in the subscription form",
            ),
            recorded_in="crm",
            separate_document=True,
        )
        .stop_list(
            "stop-list",
            title=t("Стоп-лист", "Stop list"),
            text=t(
                "В список вносят в день отказа и исключают только по письму клиента.",
                "A company is entered on the day it refuses and taken off only upon "
                "written request.",
            ),
            kept_in="crm",
            checked_before=sr.activity_done("calls"),
            keeper="analyst",
        )
    )
