"""Breaches: which clauses the data of a CRM breaks, as evaluation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases import attempts, deadlines, moves, next_steps, visits
from salesreg.evaluate.cases.escalations import escalations
from salesreg.evaluate.cases.grants import grants
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.cases.tenures import tenures
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.results import Done, Grant, MoveFault, Row, Spent, Tenure
from salesreg.evaluate.tables import Records
from salesreg.model.regulation import Regulation

_BROKEN = frozenset({"late", "overdue", "unapproved", "unseen", "forbidden"})
_PARTS = {"comment", "most"}


def breaches(
    regulation: Regulation, records: Records, as_of: dt.datetime
) -> tuple[str, ...]:
    """Return the JSON Pointers of the clauses that data breaks, each once, in order.

    What is pending is no breach. An escalation that was due is one: something stayed
    undone for so long.
    """
    judgement = judge(regulation, records, as_of)
    found: set[str] = set()
    for case in judgement.cases.values():
        found |= of_deal(case, judgement.people)
    for name in ("budgets", "norms"):
        for row in judgement.table(name):
            assert isinstance(row, Spent | Done)
            if row.status != "kept":
                found.add(row.pointer)
    return tuple(sorted(found))


def of_deal(case: Case, people: People) -> frozenset[str]:
    """Return the pointers of the clauses that one deal breaks."""
    return frozenset(_of_deal(case, people))


def _of_deal(case: Case, people: People) -> Iterator[str]:
    for deadline in deadlines.deadlines(case):
        if deadline.breached:
            yield deadline.pointer
    for visit in visits.visits(case):
        if visit.breached:
            yield visit.pointer
    for fault in moves.moves(case, people):
        yield place_of(fault)
    rows: tuple[Row, ...]
    rows = (*attempts.attempts(case), *next_steps.next_steps(case), *escalations(case))
    yield from (row.pointer for row in rows)
    held: tuple[Tenure | Grant, ...]
    held = (*tenures(case, people), *grants(case, people))
    yield from (one.pointer for one in held if one.status in _BROKEN)


def place_of(fault: MoveFault) -> str:
    """Return the pointer of what a move breaks: of a transition, the very field."""
    if fault.rule in _PARTS:
        return f"{fault.pointer}/{fault.rule}"
    return f"{fault.pointer}/by" if fault.rule == "role" else fault.pointer
