"""Visits: how long a deal stays at a stage, against its norm (rules 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from salesreg.errors import pointer
from salesreg.evaluate.case import Case, Stay
from salesreg.evaluate.cases.clock import after, passed
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NotEvaluated, Visit
from salesreg.model.process import TimeNorm

FINAL = frozenset({"won", "lost"})

_Status = Literal["met", "late", "pending", "overdue", "unknown"]


def visits(case: Case) -> Iterator[Visit]:
    """Yield a row for each visit."""
    for visit, following in zip(case.visits, (*case.visits[1:], None), strict=False):
        edition = case.edition(visit.start)
        if edition is not None and visit.key in edition.stages:
            yield _judged(case, edition, visit, following)


def norm_of(edition: Edition, stage: str) -> TimeNorm | None:
    """Return the norm that limits a stay at a stage (5.3)."""
    _, found = edition.stages[stage]
    return None if found.kind in FINAL else found.norm


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the norms that cannot be measured."""
    for place, stage in enumerate(edition.regulation.stages):
        if stage.norm is None:
            continue
        cited = edition.cite(pointer("stages", place, "norm"))
        if edition.calendar(stage.owner) is None:
            yield NotEvaluated(**cited, reason="no-calendar")
        elif table := edition.lacks("events"):
            yield NotEvaluated(**cited, **lacking(table))


def _judged(case: Case, edition: Edition, visit: Stay, following: Stay | None) -> Visit:
    place, stage = edition.stages[visit.key]
    norm = norm_of(edition, visit.key)
    calendar = edition.calendar(stage.owner)
    end = visit.end or case.now
    target: dt.datetime | None = None
    due: dt.datetime | None = None
    seconds = late = None
    if calendar is not None:
        seconds = passed(calendar, visit.start, end)
        if norm is not None:
            due = after(norm.limit, visit.start, calendar)
            if norm.target is not None:
                target = after(norm.target, visit.start, calendar)
            late = None if due is None else passed(calendar, due, end)
    breached = due is not None and end > due
    path = pointer("stages", place, *(("norm",) if norm is not None else ()))
    return Visit(
        **edition.cite(path),
        deal=case.key,
        number=visit.number,
        stage=visit.key,
        person=case.owner(visit.start),
        entered_at=visit.start,
        left_at=visit.end,
        to=following.key if following else None,
        seconds=seconds,
        target_due=target,
        due=due,
        status=_status(visit, due, end) if norm and calendar else None,
        breached=breached,
        target_missed=None if target is None else end > target,
        late_seconds=late,
    )


def _status(visit: Stay, due: dt.datetime | None, end: dt.datetime) -> _Status:
    if due is None:
        return "unknown"
    if visit.end is not None:
        return "late" if end > due else "met"
    return "overdue" if end > due else "pending"
