"""Clauses that no data of the contract shows, so that none is skipped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.errors import pointer
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NotEvaluated

_NEVER = (
    "trainings",
    "consequences",
    "qualifications",
    "routings",
    "disputes",
    "prohibitions",
    "consents",
    "stop_lists",
    "prices",
    "payment_terms",
    "exceptions",
    "sanctions",
    "bonus_reductions",
    "audits",
    "feedback",
)


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the clauses of which the data contract has no records."""
    regulation = edition.regulation
    for name in _NEVER:
        for place in range(len(getattr(regulation, name))):
            cited = edition.cite(pointer(name, place))
            yield NotEvaluated(**cited, reason="not-typed")
    for place, procedure in enumerate(regulation.procedures):
        limits = [procedure.limit, *(step.limit for step in procedure.steps)]
        if any(limit is not None for limit in limits):
            cited = edition.cite(pointer("procedures", place))
            yield NotEvaluated(**cited, reason="not-typed")
    for place, handover in enumerate(regulation.handovers):
        if handover.deadline is None:
            cited = edition.cite(pointer("handovers", place))
            yield NotEvaluated(**cited, reason="no-answer")
    for name in ("record_keeping", "forecast"):
        if getattr(regulation, name) is not None:
            yield NotEvaluated(**edition.cite(pointer(name)), reason="not-typed")
