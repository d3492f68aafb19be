"""Violations: every row of every table that says that a clause was broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from salesreg.evaluate.results import (
    AttemptFault,
    DeadlineRow,
    Done,
    Grant,
    MoveFault,
    NextStepFault,
    Row,
    Spent,
    Tenure,
    Visit,
)

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


@frozen(kw_only=True)
class Violation:
    """A clause that a deal, or a person's time, broke.

    Attributes:
        table: The table of results that the row is of.
        rule: What is broken, a word of the table: "late", "forbidden", "too_few".
        clause: Number of the clause in the document of that edition.
        pointer: Where it stands in the dict form of that edition.
        revision: Number of the edition; empty when it has none.
        deal: Key of the deal; empty where a person's time or work is judged.
        stage: Key of the stage, where the row knows one.
        person: Who answers for it: the owner or the actor.
        at: When it was broken: the moment of a move, when a limit passed, or the last
            second of a span of time.
        due: By when it should have been done, where there is a limit.
        late_seconds: Working time by which it is late, where that is measured.
    """

    table: str
    rule: str
    clause: str
    pointer: str
    revision: str | None = None
    deal: str | None = None
    stage: str | None = None
    person: str | None = None
    at: dt.datetime
    due: dt.datetime | None = None
    late_seconds: int | None = None


Said = Mapping[str, Any]
"""The fields of a violation that its row knows; nothing where none is broken."""


def _deadline(row: DeadlineRow, _: dt.datetime) -> Said | None:
    if not row.breached:
        return None
    at = row.due or row.end
    return {
        "rule": row.status,
        "at": at,
        "due": row.due,
        "late_seconds": row.late_seconds,
    }


def _visit(row: Visit, _: dt.datetime) -> Said | None:
    if not row.breached:
        return None
    assert row.status is not None
    return {
        "rule": row.status,
        "stage": row.stage,
        "at": row.due or row.entered_at,
        "due": row.due,
        "late_seconds": row.late_seconds,
    }


def _move(row: MoveFault, _: dt.datetime) -> Said | None:
    return {"rule": row.rule, "stage": row.target, "at": row.at}


def _attempt(row: AttemptFault, _: dt.datetime) -> Said | None:
    return {"rule": row.fault, "stage": row.stage, "at": row.at}


def _next_step(row: NextStepFault, now: dt.datetime) -> Said | None:
    return {"rule": row.fault, "stage": row.stage, "at": now, "due": row.due}


def _tenure(row: Tenure, now: dt.datetime) -> Said | None:
    if row.status not in {"late", "overdue"}:
        return None
    due = row.grace_due or row.due
    return {"rule": row.status, "at": due or row.until or now, "due": due}


def _grant(row: Grant, now: dt.datetime) -> Said | None:
    if row.status not in {"unapproved", "forbidden"}:
        return None
    return {"rule": row.status, "at": row.at or now}


def _span(row: Spent | Done, now: dt.datetime) -> Said | None:
    if row.status == "kept":
        return None
    last = dt.datetime.combine(row.end, dt.time(23, 59, 59), now.tzinfo)
    return {"rule": row.status, "at": last}


BROKEN: Mapping[str, Callable[[Any, dt.datetime], Said | None]] = {
    "deadlines": _deadline,
    "visits": _visit,
    "moves": _move,
    "attempts": _attempt,
    "next_steps": _next_step,
    "tenures": _tenure,
    "grants": _grant,
    "budgets": _span,
    "norms": _span,
}
"""What says whether a row is a violation, by the table of results."""


def violations(evaluation: Evaluation) -> Iterator[Violation]:
    """Yield every violation of an evaluation, table by table."""
    # Spans are of whole days, and those end when they do in the office.
    now = evaluation.now.astimezone(evaluation.editions.zone)
    for name in BROKEN:
        yield from violations_of(name, evaluation.table(name), now)


def violations_of(
    table: str, rows: Iterable[Row], now: dt.datetime
) -> Iterator[Violation]:
    """Yield the violations among the rows of a table of results.

    Args:
        table: Its name.
        rows: Its rows.
        now: The moment as of which the data was seen, in the zone of its days.
    """
    for row in rows:
        said = BROKEN[table](row, now)
        if said is not None:
            yield Violation(
                table=table,
                clause=row.clause,
                pointer=row.pointer,
                revision=row.revision,
                deal=getattr(row, "deal", None),
                person=row.person,  # type: ignore[attr-defined]
                **{**said, "at": said["at"].astimezone(dt.UTC)},
            )
