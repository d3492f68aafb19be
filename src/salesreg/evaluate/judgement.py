"""The plain evaluator: one regulation, some records, one moment, all the tables.

It reads as the page on evaluation does and depends on nothing but the model, so it
serves as the oracle of the SQL and as the explainer of single cases.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from salesreg.compare.history import History
from salesreg.errors import invalid
from salesreg.evaluate.case import Case, second
from salesreg.evaluate.cases import (
    attempts,
    deadlines,
    escalations,
    grants,
    improvements,
    kpis,
    moves,
    next_steps,
    others,
    pay,
    progress,
    spent,
    tenures,
    unpayable,
    visits,
)
from salesreg.evaluate.cases.counting import Summing
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.later import LaterCases
from salesreg.evaluate.results import NotEvaluated, Reason, Row
from salesreg.evaluate.tables import Event, MoneyMoved, Records, not_given
from salesreg.model.regulation import Regulation
from salesreg.values.zone import instant

if TYPE_CHECKING:
    from salesreg.evaluate.explanation.steps import Explanation

R = TypeVar("R", bound=Row)
D = TypeVar("D", Event, MoneyMoved)


@frozen(eq=False)
class Judgement:
    """What a regulation says of some records, table by table, when it is asked.

    Attributes:
        editions: What they are held to.
        records: The records.
        now: The moment as of which they are seen.
        sums: What was summed up of the records beforehand, if anything was.
    """

    editions: Editions
    records: Records
    now: dt.datetime
    sums: Summing | None = None

    @functools.cached_property
    def people(self) -> People:
        """Who is in which role."""
        return People.of(self.records.people)

    @functools.cached_property
    def cases(self) -> Mapping[str, Case]:
        """The deals that were there by now, by key."""
        events, payments = (
            _by_deal(self.records.events),
            _by_deal(self.records.payments),
        )
        return {
            deal.deal: Case.of(
                deal, events[deal.deal], payments[deal.deal], self.editions, self.now
            )
            for deal in sorted(self.records.deals, key=lambda deal: deal.deal)
            if second(deal.created_at) <= self.now
        }

    @functools.cached_property
    def sheet(self) -> spent.TimeSheet:
        """What everybody did, by person and day."""
        return spent.TimeSheet.of(
            self.editions, self.people, self.records.activities, self.now
        )

    @functools.cached_property
    def ledger(self) -> Ledger:
        """The records as KPIs read them."""
        cases = self.cases if self.sums is None else LaterCases(lambda: self.cases)
        return Ledger(
            self.editions, cases, self.people, self.records, self.now, self.sums
        )

    @functools.cached_property
    def _pay(self) -> tuple[pay.Statement | pay.Unknown, ...]:
        return tuple(pay.statements(self.ledger))

    @property
    def statements(self) -> tuple[pay.Statement, ...]:
        """How the pay of everybody comes about, where that is known."""
        return tuple(one for one in self._pay if isinstance(one, pay.Statement))

    @property
    def unpaid(self) -> Mapping[tuple[str, str], pay.Unknown]:
        """The first period of unknown pay, by the place of the plan and the person."""
        found: dict[tuple[str, str], pay.Unknown] = {}
        for one in self._pay:
            if isinstance(one, pay.Unknown):
                found.setdefault((one.payee.path, one.payee.person), one)
        return found

    def explain(
        self,
        *,
        deal: str | None = None,
        person: str | None = None,
        kpi: str | None = None,
    ) -> Explanation:
        """Return how the numbers of a deal, of a person's pay or of a KPI came about.

        Args:
            deal: Key of the deal.
            person: Key of the payee, instead of a deal.
            kpi: Key of the KPI; with a person, that person's value of it.

        Raises:
            InvalidValue: There is no such deal or KPI, no plan pays that person, or
                it is not said what is to be explained.
        """
        # Explaining needs the words of documents, and reckoning does not.
        from salesreg.evaluate.explanation.deal import explain_deal  # noqa: PLC0415
        from salesreg.evaluate.explanation.measure import explain_kpi  # noqa: PLC0415
        from salesreg.evaluate.explanation.statement import (  # noqa: PLC0415
            explain_pay,
        )

        if kpi is not None and deal is None:
            return explain_kpi(self, kpi, person)
        if deal is not None and person is None and kpi is None:
            return explain_deal(self, deal)
        if person is not None and deal is None:
            return explain_pay(self, person)
        message = "name a deal, a person whose pay is explained, or a KPI"
        raise invalid("bad-value", message)

    def table(self, name: str) -> tuple[Row, ...]:
        """Return a table of `results.RESULTS` by its name.

        Raises:
            KeyError: There is no such table.
        """
        return tuple(_TABLES[name](self))


def judge(
    given: Regulation | History, records: Records, as_of: dt.datetime
) -> Judgement:
    """Hold records to a regulation as of a moment.

    Args:
        given: The regulation, or its history.
        records: The tables in memory.
        as_of: The moment; what happened after it is not looked at.

    Raises:
        InvalidValue: The moment has no time zone, or a calendar an unknown one, or
            the history does not say what becomes of running deals.
    """
    instant(as_of)  # Refuses a moment without a time zone.
    editions = Editions.of(given)
    editions.refuse_unsaid(as_of)
    absent = not_given(records)
    if any(event.kind == "field" for event in records.events):
        absent -= {"deals"}  # Events tell what the fields of deals hold.
    return Judgement(editions.without(absent), records, second(as_of))


def _by_deal(rows: Iterable[D]) -> Mapping[str, list[D]]:
    found: dict[str, list[D]] = defaultdict(list)
    for row in rows:
        found[row.deal].append(row)
    return found


def _each(
    judged: Callable[[Case], Iterable[R]],
) -> Callable[[Judgement], Iterator[R]]:
    def rows(judgement: Judgement) -> Iterator[R]:
        for case in judgement.cases.values():
            yield from judged(case)

    return rows


def _with_people(
    judged: Callable[[Case, People], Iterable[R]],
) -> Callable[[Judgement], Iterator[R]]:
    def rows(judgement: Judgement) -> Iterator[R]:
        for case in judgement.cases.values():
            yield from judged(case, judgement.people)

    return rows


def _not_evaluated(judgement: Judgement) -> Iterator[NotEvaluated]:
    told = frozenset(
        event.subject
        for case in judgement.cases.values()
        for event in case.events
        if event.kind == "happens" and event.subject is not None
    )
    for edition in judgement.editions.all:
        yield from deadlines.unjudged(edition, told)
        yield from visits.unjudged(edition)
        yield from moves.unjudged(edition)
        yield from attempts.unjudged(edition)
        yield from next_steps.unjudged(edition)
        yield from tenures.unjudged(edition, told)
        yield from escalations.unjudged(edition, told)
        yield from grants.unjudged(edition)
        yield from spent.unjudged(edition)
        yield from kpis.unjudged(edition, told)
        yield from progress.unjudged(edition)
        yield from improvements.unjudged(edition)
        yield from unpayable.unjudged(edition)
        yield from others.unjudged(edition)
    for statement in judgement.statements:
        for line, one in zip(statement.lines, statement.components, strict=True):
            reason: Reason | None = None if one.answered else "no-meaning"
            if not one.bounded:
                reason = "no-target"
            if reason is not None:
                yield NotEvaluated(
                    clause=line.clause,
                    pointer=line.pointer,
                    revision=line.revision,
                    reason=reason,
                    person=line.person,
                )
    for (path, person), unknown in judgement.unpaid.items():
        cited = unknown.payee.edition.cite(path)
        yield NotEvaluated(**cited, reason="unknown-year", person=person)
    yield from spent.unknown(judgement.sheet)
    for case in judgement.cases.values():
        if case.edition(case.now) is None:
            yield NotEvaluated(
                clause="", pointer="", reason="no-edition", deal=case.key
            )


_TABLES: Mapping[str, Callable[[Judgement], Iterable[Row]]] = {
    "deadlines": _each(deadlines.deadlines),
    "visits": _each(visits.visits),
    "moves": _with_people(moves.moves),
    "attempts": _each(attempts.attempts),
    "next_steps": _each(next_steps.next_steps),
    "tenures": _with_people(tenures.tenures),
    "escalations": _each(escalations.escalations),
    "grants": _with_people(grants.grants),
    "budgets": lambda judgement: spent.budgets(judgement.sheet),
    "norms": lambda judgement: spent.norms(judgement.sheet),
    "kpis": lambda judgement: kpis.kpis(judgement.ledger),
    "progress": lambda judgement: progress.progress(judgement.ledger),
    "pay": lambda judgement: (one.row for one in judgement.statements),
    "pay_lines": lambda judgement: (
        line for one in judgement.statements for line in one.lines
    ),
    "improvements": lambda judgement: improvements.improvements(judgement.ledger),
    "not_evaluated": _not_evaluated,
}
