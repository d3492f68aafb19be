"""A full regulation of a company that sells software to companies.

Invented, and free of contradictions: references resolve, sums add up, the day
fits, every stage has an owner, a norm, a control and a procedure. In force in
Russia from 2026-01-01, by the Labour Code as of that day.
"""

from __future__ import annotations

import salesreg as sr
from salesreg.model.regulation import Language, Regulation
from salesreg.templates.b2b.agreements import agreements
from salesreg.templates.b2b.clients import clients
from salesreg.templates.b2b.closing import closing
from salesreg.templates.b2b.conduct import conduct
from salesreg.templates.b2b.control import control
from salesreg.templates.b2b.fields import fields
from salesreg.templates.b2b.frame import frame
from salesreg.templates.b2b.goals import goals
from salesreg.templates.b2b.growth import growth
from salesreg.templates.b2b.kpis import kpis
from salesreg.templates.b2b.limits import limits
from salesreg.templates.b2b.means import means
from salesreg.templates.b2b.pay import pay
from salesreg.templates.b2b.pipeline import pipeline
from salesreg.templates.b2b.plan import plan
from salesreg.templates.b2b.procedures import procedures
from salesreg.templates.b2b.response import response
from salesreg.templates.b2b.rewards import rewards
from salesreg.templates.b2b.sellers import sellers
from salesreg.templates.b2b.strategy import strategy
from salesreg.templates.b2b.team import team
from salesreg.templates.b2b.terms import terms
from salesreg.templates.b2b.time import time
from salesreg.templates.wording import wording

__all__ = ["b2b"]

PARTS = (
    *(frame, terms, strategy, goals, plan),
    *(team, sellers, growth),
    *(fields, pipeline, closing, procedures, agreements, clients),
    *(conduct, means, time, limits),
    *(pay, rewards, kpis, control, response),
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
