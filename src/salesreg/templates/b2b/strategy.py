"""Strategy and products: the market, competitors, segments, channels, methods."""

from __future__ import annotations

from decimal import Decimal

import salesreg as sr
from salesreg.model.strategy import Channel, Segment
from salesreg.templates.wording import Say
from salesreg.values.condition import NumberBounds


def strategy(t: Say) -> sr.Part:
    """Return how the department means to win its market, and with what."""
    return (
        sr.part()
        .strategy(
            summary=t(
                "Отдел продаёт складскую систему компаниям, у которых учёт в таблицах "
                "уже приводит к ошибкам отгрузки. Рост дают средние компании, "
                "устойчивость — крупные клиенты с многолетними договорами.",
                "The department sells a warehouse system to companies whose "
                "spreadsheets already cause shipping errors. Growth comes from "
                "mid-sized companies, stability from large customers with contracts of "
                "several years.",
            ),
            market=t(
                "Целевой рынок — торговые и производственные компании, у которых не "
                "меньше 10 рабочих мест на складе. Решение о покупке принимают за 1–3 "
                "месяца, чаще всего весной и осенью.",
                "The target market is trading and manufacturing companies with at "
                "least 10 seats in the warehouse. They take one to three months to "
                "decide, mostly in spring and autumn.",
            ),
            competitors=[
                sr.competitor(
                    t("Система «Образец»", "The Sample system"),
                    strengths=t(
                        "известна, много интеграторов", "well known, many integrators"
                    ),
                    response=t(
                        "показываем внедрение за 10 рабочих дней и фиксированную цену",
                        "we show implementation in 10 business days at a fixed price",
                    ),
                ),
                sr.competitor(
                    t(
                        "Таблицы и собственные разработки",
                        "Spreadsheets and home-made tools",
                    ),
                    strengths=t("не требуют бюджета", "need no budget"),
                    response=t(
                        "считаем вместе с клиентом потери от ошибок отгрузки",
                        "we work out with the customer what shipping errors cost",
                    ),
                ),
            ],
            segments=_segments(t),
            positioning=t(
                "Складская система, которую внедряют за 10 рабочих дней по "
                "фиксированной цене.",
                "The warehouse system that is in use after 10 business days at a fixed "
                "price.",
            ),
            channels=_channels(t),
            methods=[
                sr.selling_method(
                    t("Входящий поток", "Inbound sales"),
                    text=t(
                        "Отвечаем на заявки с сайта и от партнёров раньше конкурентов",
                        "We answer leads from the website and partners before "
                        "competitors do",
                    ),
                    channels=["site", "partner"],
                ),
                sr.selling_method(
                    t("Консультативная продажа", "Consultative selling"),
                    text=t(
                        "Сначала выясняем потери клиента, потом показываем функции, "
                        "которые их убирают",
                        "We first learn what the customer loses, then show the "
                        "features that stop the loss",
                    ),
                    channels=["phone", "meeting"],
                ),
                sr.selling_method(
                    t("Расширение действующих договоров", "Growing existing contracts"),
                    text=t(
                        "Предлагаем дополнительные рабочие места, когда клиент "
                        "использует больше 90 % купленных",
                        "We offer more seats when a customer uses over 90% of those "
                        "bought",
                    ),
                    channels=["mail", "meeting"],
                ),
            ],
            review=sr.recurrence("year", months=[11]),
            review_triggers=[
                t(
                    "конкурент изменил цены больше чем на 10 %",
                    "a competitor has changed prices by more than 10%",
                ),
                t(
                    "доля выигранных сделок падает два квартала подряд",
                    "the win rate has fallen two quarters in a row",
                ),
            ],
        )
        .add(_products(t))
    )


def _segments(t: Say) -> list[sr.Given[Segment]]:
    def seats(low: int, high: int | None = None) -> NumberBounds:
        below = None if high is None else Decimal(high)
        return NumberBounds(field="seats", at_least=Decimal(low), below=below)

    return [
        sr.segment(
            "small",
            title=t("Малые компании", "Small companies"),
            text=t("От 10 до 49 рабочих мест", "10 to 49 seats"),
            condition=seats(10, 50),
            needs=[
                t(
                    "быстрый запуск без собственных программистов",
                    "a quick start without programmers of their own",
                )
            ],
        ),
        sr.segment(
            "medium",
            title=t("Средние компании", "Mid-sized companies"),
            text=t("От 50 до 199 рабочих мест", "50 to 199 seats"),
            condition=seats(50, 200),
            needs=[
                t(
                    "связь с бухгалтерией и доставкой",
                    "links to accounting and delivery",
                ),
                t("контроль нескольких складов", "control of several warehouses"),
            ],
        ),
        sr.segment(
            "large",
            title=t("Крупные компании", "Large companies"),
            text=t("От 200 рабочих мест", "200 seats and more"),
            condition=seats(200),
            needs=[
                t(
                    "гарантии по срокам и доступности",
                    "guarantees of dates and availability",
                ),
                t(
                    "размещение данных на своих серверах",
                    "data on servers of their own",
                ),
            ],
        ),
    ]


def _channels(t: Say) -> list[sr.Given[Channel]]:
    return [
        sr.channel(
            "site",
            title=t("Сайт и реклама в интернете", "Website and online advertising"),
            segments=["small", "medium"],
        ),
        sr.channel(
            "phone",
            title=t("Телефон", "Phone"),
            text=t(
                "Звонки с записью и только с согласия клиента",
                "Recorded calls, and only with the customer’s consent",
            ),
            segments=["small", "medium"],
        ),
        sr.channel(
            "mail",
            title=t("Электронная почта", "E-mail"),
            segments=["small", "medium", "large"],
        ),
        sr.channel(
            "meeting",
            title=t("Встреча или видеосвязь", "Meeting or video call"),
            segments=["medium", "large"],
        ),
        sr.channel(
            "partner",
            title=t("Партнёры и рекомендации", "Partners and referrals"),
            segments=["medium", "large"],
        ),
    ]


def _products(t: Say) -> sr.Part:
    return (
        sr.part()
        .product(
            "subscription",
            title=t("Подписка «Склад»", "Warehouse subscription"),
            text=t(
                "Годовой доступ к системе по числу рабочих мест",
                "Access to the system for a year by the number of seats",
            ),
        )
        .product(
            "implementation",
            title=t("Внедрение", "Implementation"),
            text=t(
                "Настройка, перенос данных, обучение пользователей",
                "Set-up, transfer of data, training of users",
            ),
        )
        .product(
            "support",
            title=t("Сопровождение", "Support"),
            text=t(
                "Обновления и помощь пользователям в рабочее время",
                "Updates and help for users in working time",
            ),
        )
    )
