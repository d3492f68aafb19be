"""Rules of improvement: which results make the regulation change (rules 16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesreg.errors import pointer
from salesreg.evaluate.cases.kpis import kpi_of, unvalued
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.periods import periods
from salesreg.evaluate.results import Improvement, NotEvaluated
from salesreg.model.control import ImprovementRule, Kpi


def improvements(ledger: Ledger) -> Iterator[Improvement]:
    """Yield a row for each period with which a rule fires."""
    for edition in ledger.editions.all:
        for place, rule in enumerate(edition.regulation.improvements):
            kpi = kpi_of(edition, rule.kpi)
            if kpi is not None:
                yield from _fired(ledger, edition, place, rule, kpi)


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the rules whose KPI has no values."""
    for place, rule in enumerate(edition.regulation.improvements):
        if why := unvalued(edition, rule.kpi):
            cited = edition.cite(pointer("improvements", place))
            yield NotEvaluated(**cited, **why)


def _fired(
    ledger: Ledger, edition: Edition, place: int, rule: ImprovementRule, kpi: Kpi
) -> Iterator[Improvement]:
    if ledger.first_day is None:
        return
    row = 0
    for period in periods(ledger.first_day, ledger.today, kpi.period or "month"):
        if period.end >= ledger.today:
            return
        value = Measure(ledger, edition, period).rounded(kpi.key)
        bound = None if value is None else _crossed(rule, value)
        row = row + 1 if bound is not None else 0
        fires = row >= rule.periods and ledger.editions.on(period.start) is edition
        if fires and bound is not None and value is not None:
            yield Improvement(
                **edition.cite(pointer("improvements", place)),
                rule=rule.key,
                kpi=kpi.key,
                start=period.start,
                end=period.end,
                value=value,
                bound=bound,
                unit=kpi.unit,
                periods=row,
                revises=_revised(edition, rule),
                change=rule.change,
            )


def _revised(edition: Edition, rule: ImprovementRule) -> str | None:
    """Return the clause number of what a rule has revised, if it says what."""
    if rule.stage is not None and rule.stage in edition.stages:
        path = pointer("stages", edition.stages[rule.stage][0])
        return edition.cite(path)["clause"]
    for place, procedure in enumerate(edition.regulation.procedures):
        if procedure.key == rule.procedure:
            return edition.cite(pointer("procedures", place))["clause"]
    return None


def _crossed(rule: ImprovementRule, value: Decimal) -> Decimal | None:
    """Return the bound that a value is beyond, or None."""
    if rule.below is not None and value < rule.below.amount:
        return rule.below.amount
    if rule.above is not None and value > rule.above.amount:
        return rule.above.amount
    return None
