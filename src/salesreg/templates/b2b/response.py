"""What follows: escalations, customers' feedback, improvement of the rules."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.wording import Say


def response(t: Say) -> sr.Part:
    """Return who is told of delays and what makes the regulation change."""
    return sr.part().add(_escalations(t), _feedback(t), _improvements(t))


def _escalations(t: Say) -> sr.Part:
    ask = t(
        "выясняет причину и назначает новую дату или другого ответственного",
        "finds out why and sets a new date or another owner",
    )
    decide = t(
        "решает судьбу сделки вместе с руководителем отдела",
        "decides on the deal together with the head",
    )
    return (
        sr.part()
        .escalation(
            "unanswered",
            title=t("На заявку не ответили", "A lead is not answered"),
            trigger="deal_created",
            stage="lead",
            procedure="intake",
            levels=[
                sr.escalation_level(
                    "head",
                    after="3 h working",
                    action=t(
                        "передаёт заявку свободному специалисту",
                        "gives the lead to a free specialist",
                    ),
                ),
                sr.escalation_level(
                    "commercial",
                    after="8 h working",
                    action=t(
                        "разбирает причину с руководителем отдела",
                        "looks into the cause with the head",
                    ),
                ),
            ],
        )
        .escalation(
            "slow-discovery",
            title=t("Потребности не выявлены в срок", "Discovery takes too long"),
            trigger=sr.stage_entered("discovery"),
            stage="discovery",
            levels=[sr.escalation_level("head", after="6 business days", action=ask)],
        )
        .escalation(
            "slow-offer",
            title=t("Предложение не отправлено в срок", "The quotation is late"),
            trigger=sr.stage_entered("offer"),
            stage="offer",
            procedure="quote",
            levels=[
                sr.escalation_level("head", after="6 business days", action=ask),
                sr.escalation_level(
                    "commercial", after="8 business days", action=decide
                ),
            ],
        )
        .escalation(
            "slow-terms",
            title=t("Условия согласуют слишком долго", "Negotiation takes too long"),
            trigger=sr.stage_entered("negotiation"),
            stage="negotiation",
            procedure="negotiate",
            levels=[
                sr.escalation_level("head", after="16 business days", action=ask),
                sr.escalation_level(
                    "commercial", after="20 business days", action=decide
                ),
            ],
        )
        .escalation(
            "unsigned",
            title=t(
                "Договор не подписан или не оплачен",
                "The contract is unsigned or unpaid",
            ),
            trigger=sr.stage_entered("contract"),
            stage="contract",
            procedure="sign-contract",
            levels=[
                sr.escalation_level("head", after="11 business days", action=ask),
                sr.escalation_level(
                    "commercial", after="15 business days", action=decide
                ),
            ],
        )
        .escalation(
            "no-decision",
            title=t("Нет решения о скидке", "No decision on a discount"),
            trigger=sr.document_moved("discount-request", state="sent"),
            procedure="approve-discount",
            stops=[sr.document_moved("discount-request", state="approved")],
            levels=[
                sr.escalation_level(
                    "director",
                    after="17 h working",
                    action=t("принимает решение сам", "takes the decision"),
                )
            ],
            text=t(
                "Молчание руководителя не означает согласия: запрос переходит выше.",
                "Silence of the head is no consent: the request goes up.",
            ),
        )
    )


def _feedback(t: Say) -> sr.Part:
    return (
        sr.part()
        .feedback(
            "after-start",
            title=t("Опрос после ввода в работу", "Survey after the start"),
            method=t(
                "короткая анкета по почте: оценка от 1 до 5 и один вопрос",
                "a short form by mail: a rating from 1 to 5 and one question",
            ),
            trigger=sr.document_moved("act", state="signed"),
            kpi="csat",
            owner="analyst",
            then=t(
                "оценку 3 и ниже руководитель отдела разбирает с клиентом за 2 рабочих "
                "дня",
                "a rating of 3 or less is discussed with the customer by the head "
                "within 2 business days",
            ),
        )
        .feedback(
            "quarterly-survey",
            title=t("Квартальный опрос клиентов", "Quarterly survey of customers"),
            method=t(
                "звонок десятой части клиентов", "a call to a tenth of the customers"
            ),
            every=sr.recurrence("quarter", month_days=[10]),
            kpi="csat",
            owner="analyst",
            then=t(
                "повторяющиеся замечания выносят на итоги квартала",
                "complaints that recur go to the quarterly review",
            ),
        )
    )


def _improvements(t: Say) -> sr.Part:
    return (
        sr.part()
        .improvement(
            "response",
            title=t("Медленный ответ на заявки", "Slow response to leads"),
            kpi="first-response",
            above="30 minutes",
            periods=2,
            stage="lead",
            procedure="intake",
            change=t(
                "порядок приёма заявок и число специалистов на смене",
                "the intake of leads and the number of specialists on duty",
            ),
            owner="head",
            within="10 business days",
        )
        .improvement(
            "wins",
            title=t("Низкая доля выигранных сделок", "Low win rate"),
            kpi="win-rate",
            below="40%",
            periods=2,
            stage="offer",
            procedure="quote",
            change=t(
                "критерии перехода к предложению и его форма",
                "the criteria for a quotation and its form",
            ),
            owner="head",
            within="20 business days",
        )
        .improvement(
            "satisfaction",
            title=t("Недовольные клиенты", "Dissatisfied customers"),
            kpi="csat",
            below="85%",
            periods=1,
            stage="won",
            procedure="onboard",
            change=t(
                "сроки и состав ввода системы в работу",
                "time and scope of onboarding",
            ),
            owner="success",
            within="20 business days",
        )
    )
