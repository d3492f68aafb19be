"""Clauses that no data of the contract shows, so that none is skipped in silence.

Every field of a regulation is in one of the three tuples below.
"""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.errors import pointer
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NotEvaluated
from salesreg.model.pay import PayPlan
from salesreg.model.people import Role
from salesreg.shapes import is_items

JUDGED = (
    "goals",
    "plans",
    "stages",
    "ownership",
    "handovers",
    "next_step",
    "budgets",
    "norms",
    "authorities",
    "pay_plans",
    "incentives",
    "kpis",
    "escalations",
    "improvements",
    "calendars",
    "fields",
    "activities",
    "revision",
    "earlier_revisions",
)
"""What data is held to, or is read by; what cannot be is listed where it is judged."""

NEVER = (
    "acknowledging",
    "strategy",
    "trainings",
    "consequences",
    "procedures",
    "qualifications",
    "loss_reasons",
    "routings",
    "disputes",
    "record_keeping",
    "scripts",
    "prohibitions",
    "consents",
    "stop_lists",
    "access",
    "naming",
    "prices",
    "payment_terms",
    "exceptions",
    "sanctions",
    "bonus_reductions",
    "reports",
    "meetings",
    "audits",
    "feedback",
    "forecast",
    "documents",
    "responsibilities",
    "roles",
)
"""What the data contract has no records of; only deadlines in it are judged."""

FRAME = (
    "key",
    "title",
    "language",
    "organisation",
    "scope",
    "governance",
    "acknowledgements",
    "terms",
    "units",
    "products",
    "tools",
    "annexes",
    "waivers",
    "text",
)
"""What names, explains or records, and asks nobody for anything."""

_SAID = ("windfall", "newcomers", "leave", "leavers", "text")


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the clauses of which the data contract has no records."""
    regulation = edition.regulation
    for name in NEVER:
        held = getattr(regulation, name)
        if not is_items(held):
            paths = [pointer(name)] if held is not None else []
        elif name == "roles":
            paths = [
                pointer(name, place, "portfolio")
                for place, role in enumerate(regulation.roles)
                if _limits(role)
            ]
        else:
            paths = [pointer(name, place) for place in range(len(held))]
        for path in paths:
            yield NotEvaluated(**edition.cite(path), reason="not-typed")
    for place, handover in enumerate(regulation.handovers):
        if handover.deadline is None:
            cited = edition.cite(pointer("handovers", place))
            yield NotEvaluated(**cited, reason="no-answer")
    for place, plan in enumerate(regulation.pay_plans):
        for path in _words(plan):
            cited = edition.cite(pointer("pay_plans", place) + path)
            yield NotEvaluated(**cited, reason="words")


def _limits(role: Role) -> bool:
    return role.portfolio is not None


def _words(plan: PayPlan) -> Iterator[str]:
    """Yield the rules of a pay plan that are in words only."""
    yield from (pointer(name) for name in _SAID if getattr(plan, name) is not None)
