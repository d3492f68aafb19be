"""Goals and plans: how far they are, and where they lead (rules 14)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from salesreg.errors import pointer
from salesreg.evaluate.cases.formulas import adds_up
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.cases.kpis import kpi_of, reaches, unvalued
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.scope import Scope
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.exact import to_six
from salesreg.evaluate.results import NotEvaluated, Progress
from salesreg.model.control import Kpi
from salesreg.values.amounts import Quantity
from salesreg.values.period import Period


def progress(ledger: Ledger) -> Iterator[Progress]:
    """Yield a row for each goal, plan and line of a plan."""
    edition = ledger.editions.on(ledger.today)
    if edition is None:
        return
    for place, goal in enumerate(edition.regulation.goals):
        span, kpi = _span(goal.period, goal.due), kpi_of(edition, goal.kpi)
        if span is not None and kpi is not None and goal.target is not None:
            path = pointer("goals", place)
            yield _progress(ledger, edition, path, goal.key, kpi, goal.target, span)
    for place, plan in enumerate(edition.regulation.plans):
        kpi = kpi_of(edition, plan.kpi)
        if plan.period is None or kpi is None:
            continue
        path = pointer("plans", place)
        if plan.target is not None:
            yield _progress(
                ledger, edition, path, plan.key, kpi, plan.target, plan.period
            )
        for index, line in enumerate(plan.targets):
            if line.product or line.segment or line.person:
                continue
            if line.role and edition.lacks("people"):
                continue
            amount = line.value.amount * (line.headcount if line.role else 1)
            yield _progress(
                ledger,
                edition,
                path + pointer("targets", index),
                plan.key,
                kpi,
                Quantity(amount, line.value.unit),
                line.period or plan.period,
                line.role,
            )


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the goals, plans and lines of plans that have no progress."""
    for place, goal in enumerate(edition.regulation.goals):
        cited = edition.cite(pointer("goals", place))
        if _span(goal.period, goal.due) is None or goal.target is None:
            yield NotEvaluated(**cited, reason="no-target")
        elif why := unvalued(edition, goal.kpi):
            yield NotEvaluated(**cited, **why)
    for place, plan in enumerate(edition.regulation.plans):
        cited = edition.cite(pointer("plans", place))
        if plan.period is None or plan.target is None:
            yield NotEvaluated(**cited, reason="no-target")
        elif why := unvalued(edition, plan.kpi):
            yield NotEvaluated(**cited, **why)
        for index, target in enumerate(plan.targets):
            cited = edition.cite(pointer("plans", place, "targets", index))
            if target.product or target.segment or target.person:
                yield NotEvaluated(**cited, reason="not-typed")
            elif target.role and (table := edition.lacks("people")):
                yield NotEvaluated(**cited, **lacking(table))


def _progress(
    ledger: Ledger,
    edition: Edition,
    path: str,
    key: str,
    kpi: Kpi,
    target: Quantity,
    span: Period,
    role: str | None = None,
) -> Progress:
    days = min(max((ledger.today - span.start).days + 1, 0), max(span.days, 0))
    scope = Scope(role=role)
    exact = Measure(ledger, edition, span, scope).kpi(kpi.key) if days else None
    projected = exact
    if exact is not None and adds_up(edition, kpi.formula):
        projected = exact * Fraction(span.days, days)
    value = None if exact is None else to_six(exact)
    end = None if projected is None else to_six(projected)
    return Progress(
        **edition.cite(path),
        key=key,
        kpi=kpi.key,
        role=role,
        start=span.start,
        end=span.end,
        days=days,
        all_days=span.days,
        value=value,
        projected=end,
        target=target.amount,
        unit=target.unit,
        status=_stands(ledger, kpi, span, value, end, target.amount),
    )


_Stands = Literal["pending", "on_track", "behind", "reached", "missed", "undefined"]


def _stands(
    ledger: Ledger,
    kpi: Kpi,
    span: Period,
    value: Decimal | None,
    projected: Decimal | None,
    target: Decimal,
) -> _Stands:
    if ledger.today < span.start:
        return "pending"
    over = ledger.today > span.end
    reached = reaches(kpi, value if over else projected, target)
    if reached is None:
        return "undefined"
    if over:
        return "reached" if reached else "missed"
    return "on_track" if reached else "behind"


def _span(period: Period | None, due: dt.date | None) -> Period | None:
    if period is not None or due is None:
        return period
    return Period(due.replace(month=1, day=1), due)
