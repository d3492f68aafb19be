"""KPIs: their values for each period and scope (rules 13)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from salesreg.errors import pointer
from salesreg.evaluate.cases.asking import unanswered
from salesreg.evaluate.cases.deadlines import unheard
from salesreg.evaluate.cases.formulas import adds_up
from salesreg.evaluate.cases.given import Because, lacking, uncounted
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.scope import DEPARTMENT, Scope
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.exact import to_six
from salesreg.evaluate.periods import periods
from salesreg.evaluate.results import KpiRow, NotEvaluated
from salesreg.model.control import Kpi
from salesreg.paths.tree import walk
from salesreg.solve.graphs import cycles
from salesreg.values.event import ActivityDone, Event, Happens, Payment, PeriodEnds
from salesreg.values.expression import Aggregate, Count, KpiValue, Records
from salesreg.values.period import Period


def kpis(ledger: Ledger) -> Iterator[KpiRow]:
    """Yield a row for each KPI, period and scope."""
    if ledger.first_day is None:
        return
    for edition in ledger.editions.all:
        for place, kpi in enumerate(edition.regulation.kpis):
            if _unmeant(edition, kpi) is not None:
                continue
            for period in periods(
                ledger.first_day, ledger.today, kpi.period or "month"
            ):
                if ledger.editions.on(period.start) is edition:
                    for scope in _scopes(ledger, edition, kpi, period):
                        measure = Measure(ledger, edition, period, scope)
                        yield row_of(measure, place, kpi)


def unjudged(edition: Edition, told: frozenset[str]) -> Iterator[NotEvaluated]:
    """Yield the KPIs that have no value."""
    for place, kpi in enumerate(edition.regulation.kpis):
        reason = _unmeant(edition, kpi)
        cited = edition.cite(pointer("kpis", place))
        if reason is not None:
            table = missing(edition, kpi.key) if reason == "no-table" else None
            yield NotEvaluated(**cited, reason=reason, table=table)
            continue
        if kpi.roles and (table := edition.lacks("people")):
            # Only the department has a value.
            yield NotEvaluated(**cited, **lacking(table))
        if any(unheard(event, told) for event in _said(kpi)):
            yield NotEvaluated(**cited, reason="words")


def row_of(measure: Measure, place: int, kpi: Kpi) -> KpiRow:
    """Return the row of a KPI for the period and the scope of a measure."""
    value = measure.rounded(kpi.key)
    target = target_of(measure, kpi)
    return KpiRow(
        **measure.edition.cite(pointer("kpis", place)),
        kpi=kpi.key,
        start=measure.period.start,
        end=measure.period.end,
        complete=measure.period.end < measure.ledger.today,
        role=measure.scope.role,
        person=measure.scope.person,
        value=value,
        unit=kpi.unit,
        target=target,
        reached=reaches(kpi, value, target),
    )


def target_of(measure: Measure, kpi: Kpi) -> Decimal | None:
    """Return the target of a KPI (13.9), in its unit."""
    given = measure.target(kpi.key)
    if given is not None:
        return to_six(given * 100 if kpi.unit == "%" else given)
    own = measure.scope == DEPARTMENT or not adds_up(measure.edition, kpi.formula)
    return kpi.target.amount if kpi.target is not None and own else None


def reaches(kpi: Kpi, value: Decimal | None, target: Decimal | None) -> bool | None:
    """Tell whether a value reaches a target; None where that has no answer."""
    if value is None or target is None or kpi.direction not in {"up", "down"}:
        return None
    return value >= target if kpi.direction == "up" else value <= target


def _scopes(
    ledger: Ledger, edition: Edition, kpi: Kpi, period: Period
) -> Iterator[Scope]:
    yield DEPARTMENT
    if edition.lacks("people"):
        return
    persons: dict[str, None] = {}
    for role in kpi.roles:
        yield Scope(role=role)
        rows = ledger.people.in_role(role, period.start, period.end)
        persons |= dict.fromkeys(row.person for row in rows)
    yield from (Scope(person=person) for person in persons)


def kpi_of(edition: Edition, key: str | None) -> Kpi | None:
    """Return a KPI that has values; None when it has none, or is not there."""
    found = next((kpi for kpi in edition.regulation.kpis if kpi.key == key), None)
    return found if found is not None and _unmeant(edition, found) is None else None


_Reason = Literal["no-formula", "no-kpi", "no-meaning", "no-table"]


def unvalued(edition: Edition, key: str | None) -> Because | None:
    """Return why what asks for a KPI has no value of it; None where it has."""
    table = missing(edition, key)
    if table is not None:
        return lacking(table)
    if kpi_of(edition, key) is None:
        return {"reason": "no-kpi", "table": None}
    return None


def missing(edition: Edition, key: str | None) -> str | None:
    """Return the table without which a KPI has no value; None if it was given."""
    return None if key is None else _missing(edition).get(key)


@functools.lru_cache(maxsize=64)
def _missing(edition: Edition) -> Mapping[str, str]:
    if not edition.absent:
        return {}
    known, graph = _known(edition), _graph(edition)
    found: dict[str, str] = {}
    for key in known:
        tables = (
            uncounted(edition, spot.value)
            for reached in _reached(key, graph)
            if reached in known
            for spot in walk(known[reached])
        )
        table = next(filter(None, tables), None)
        if table is not None:
            found[key] = table
    return found


def _unmeant(edition: Edition, kpi: Kpi) -> _Reason | None:
    """Return why a KPI has no values, or None when it has (13.2)."""
    return _reasons(edition).get(kpi.key)


@functools.lru_cache(maxsize=64)
def _reasons(edition: Edition) -> Mapping[str, _Reason]:
    """Return why KPIs have no values, by the keys of those that have none."""
    known, graph = _known(edition), _graph(edition)
    circular = {key for way in cycles(graph) for key in way}
    found: dict[str, _Reason] = {}
    for kpi in known.values():
        reached = _reached(kpi.key, graph)
        if kpi.formula is None:
            found[kpi.key] = "no-formula"
        elif not reached <= set(known):
            found[kpi.key] = "no-kpi"
        elif missing(edition, kpi.key) is not None:
            found[kpi.key] = "no-table"
        elif reached & circular or not all(
            _is_meant(edition, known[key]) for key in reached
        ):
            found[kpi.key] = "no-meaning"
    return found


def _known(edition: Edition) -> Mapping[str, Kpi]:
    return {kpi.key: kpi for kpi in edition.regulation.kpis}


def _graph(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return which others each KPI is reckoned from."""
    return {
        kpi.key: tuple(
            spot.value.kpi for spot in walk(kpi) if isinstance(spot.value, KpiValue)
        )
        for kpi in _known(edition).values()
    }


def _reached(key: str, graph: Mapping[str, tuple[str, ...]]) -> set[str]:
    reached, waiting = {key}, [key]
    while waiting:
        for following in graph.get(waiting.pop(), ()):
            if following not in reached:
                reached.add(following)
                waiting.append(following)
    return reached


def _is_meant(edition: Edition, kpi: Kpi) -> bool:
    for spot in walk(kpi):
        leaf = spot.value
        if not isinstance(leaf, Count | Aggregate):
            continue
        if unanswered(edition, leaf.where):
            return False
        if leaf.event is not None and not _places(leaf.of, leaf.event):
            return False
    return kpi.formula is not None


def _places(of: Records, event: Event) -> bool:
    """Tell whether an event can place a record of a kind in a period (13.2)."""
    match of:
        case "payments":
            return isinstance(event, Payment)
        case "activities":
            return isinstance(event, ActivityDone)
        case "events":
            return not isinstance(event, PeriodEnds)
        case "people":
            return False
        case "deals":
            return True


def _said(kpi: Kpi) -> Iterator[Happens]:
    for spot in walk(kpi):
        if isinstance(spot.value, Happens):
            yield spot.value
