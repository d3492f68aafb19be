"""A full regulation of a company that sells software to companies.

Invented, and free of contradictions: references resolve, sums add up, the day
fits, every stage has an owner, a norm, a control and a procedure. In force in
Russia from 2026-01-01, by the Labour Code as of that day.
"""

from __future__ import annotations

import salesreg as sr
from salesreg.model.regulation import Language, Regulation
from salesreg.templates.b2b.aftersale import aftersale
from salesreg.templates.b2b.closing import closing
from salesreg.templates.b2b.conduct import conduct
from salesreg.templates.b2b.contracting import contracting
from salesreg.templates.b2b.deal_fields import deal_fields
from salesreg.templates.b2b.documents import documents
from salesreg.templates.b2b.engineers import engineers
from salesreg.templates.b2b.fields import fields
from salesreg.templates.b2b.frame import frame
from salesreg.templates.b2b.goals import goals
from salesreg.templates.b2b.growth import growth
from salesreg.templates.b2b.handover import handover
from salesreg.templates.b2b.head import head
from salesreg.templates.b2b.kpis import kpis
from salesreg.templates.b2b.limits import limits
from salesreg.templates.b2b.manager import manager
from salesreg.templates.b2b.matrix import matrix
from salesreg.templates.b2b.meetings import meetings
from salesreg.templates.b2b.outcomes import outcomes
from salesreg.templates.b2b.ownership import ownership
from salesreg.templates.b2b.pay import pay
from salesreg.templates.b2b.pipeline import pipeline
from salesreg.templates.b2b.plan import plan
from salesreg.templates.b2b.quoting import quoting
from salesreg.templates.b2b.receiving import receiving
from salesreg.templates.b2b.reports import reports
from salesreg.templates.b2b.response import response
from salesreg.templates.b2b.rewards import rewards
from salesreg.templates.b2b.routing import routing
from salesreg.templates.b2b.sellers import sellers
from salesreg.templates.b2b.service_kpis import service_kpis
from salesreg.templates.b2b.showing import showing
from salesreg.templates.b2b.strategy import strategy
from salesreg.templates.b2b.support_pay import support_pay
from salesreg.templates.b2b.team import team
from salesreg.templates.b2b.terms import terms
from salesreg.templates.b2b.time import time
from salesreg.templates.b2b.tools import tools
from salesreg.templates.wording import wording

__all__ = ["b2b"]

PARTS = (
    *(frame, terms, strategy, goals, plan),
    *(head, manager, sellers, engineers, team, matrix, growth),
    *(fields, deal_fields, pipeline, closing, outcomes),
    *(receiving, showing, quoting, contracting, aftersale),
    *(routing, ownership, handover),
    *(conduct, documents, tools, time, limits),
    *(pay, support_pay, rewards),
    *(kpis, service_kpis, reports, meetings, response),
)


def b2b(language: Language) -> Regulation:
    """Return the regulation."""
    t = wording(language)
    title = t(
        "Регламент работы отдела продаж корпоративным клиентам",
        "Regulation of Sales to Business Customers",
    )
    return (
        sr.regulation("b2b", title=title, language=language)
        .add(*(part(t) for part in PARTS))
        .build()
    )
