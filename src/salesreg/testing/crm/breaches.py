"""Breaches: which clauses the data of a CRM breaks, as evaluation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases import attempts, deadlines, moves, next_steps, visits
from salesreg.evaluate.cases.escalations import escalations
from salesreg.evaluate.cases.grants import grants
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.cases.tenures import tenures
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.results import Done, Row, Spent
from salesreg.evaluate.tables import Records
from salesreg.evaluate.violations import Violation, violations_of
from salesreg.model.regulation import Regulation

_PARTS = {"comment": "comment", "most": "most", "role": "by"}
"""The field of a transition that a move breaks."""


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
    tables: dict[str, Iterable[Row]] = {
        "deadlines": deadlines.deadlines(case),
        "visits": visits.visits(case),
        "moves": moves.moves(case, people),
        "attempts": attempts.attempts(case),
        "next_steps": next_steps.next_steps(case),
        "tenures": tenures(case, people),
        "grants": grants(case, people),
    }
    for name, rows in tables.items():
        for found in violations_of(name, rows, case.now):
            yield place_of(found)
    yield from (row.pointer for row in escalations(case))


def place_of(found: Violation) -> str:
    """Return the pointer of what is broken: of a transition, the very field."""
    part = _PARTS.get(found.rule) if found.table == "moves" else None
    return f"{found.pointer}/{part}" if part else found.pointer
