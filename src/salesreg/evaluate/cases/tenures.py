"""Ownership: how long a client stays with an owner who does nothing (rules 9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from salesreg.errors import pointer
from salesreg.evaluate.case import Case, Stay
from salesreg.evaluate.cases.asking import meets, unanswered
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.deadlines import unheard
from salesreg.evaluate.cases.given import lacking, unasked
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NotEvaluated, Tenure
from salesreg.model.ownership import OwnershipRule
from salesreg.values.calendar import WorkCalendar
from salesreg.values.times import Duration

_Status = Literal[
    "kept", "stays", "reassigned", "late", "grace", "overdue", "lapsed", "unknown"
]


def tenures(case: Case, people: People) -> Iterator[Tenure]:
    """Yield a row for each tenure and each rule that holds for it."""
    for tenure in case.tenures:
        edition = case.edition(tenure.start)
        if edition is None:
            continue
        roles = people.roles(tenure.key, case.editions.date(tenure.start))
        calendar = edition.calendar(roles[0] if roles else None)
        for place, rule in enumerate(edition.regulation.ownership):
            if rule.window is None or rule.without is None or calendar is None:
                continue
            if ungiven(edition):
                continue
            row = _judged(case, edition, tenure, place, rule, calendar)
            if row is not None:
                yield row


def ungiven(edition: Edition) -> str | None:
    """Return the table without which tenures are not seen; None if it was given."""
    by_role = any(one.roles for one in edition.regulation.calendars)
    return edition.lacks("events", *(("people",) if by_role else ()))


def unjudged(edition: Edition, told: frozenset[str]) -> Iterator[NotEvaluated]:
    """Yield the rules that no data can be held to."""
    for place, rule in enumerate(edition.regulation.ownership):
        cited = edition.cite(pointer("ownership", place))
        if rule.window is None or rule.without is None:
            yield NotEvaluated(**cited, reason="not-typed")
        elif not edition.regulation.calendars:
            yield NotEvaluated(**cited, reason="no-calendar")
        elif table := ungiven(edition):
            yield NotEvaluated(**cited, **lacking(table))
        elif reason := unanswered(edition, rule.when):
            yield NotEvaluated(**cited, **unasked(reason))
        elif unheard(rule.without, told):
            yield NotEvaluated(**cited, reason="words")


def _judged(
    case: Case,
    edition: Edition,
    tenure: Stay,
    place: int,
    rule: OwnershipRule,
    calendar: WorkCalendar,
) -> Tenure | None:
    assert rule.window is not None
    assert rule.without is not None
    lost = case.lost_at(None, tenure.start) if tenure.end is None else None
    end = tenure.end or lost or case.now
    times = case.times(rule.without)
    starts = (tenure.start, *(at for at in times if tenure.start < at <= end))
    last, due, gone = _clock(rule.window, starts, end, calendar)
    decided = end if due is None else min(due, end)
    if not meets(edition, rule.when, case.facts(decided), decided, calendar):
        return None
    grace = _grace(rule.grace, due, calendar) if gone else None
    return Tenure(
        **edition.cite(pointer("ownership", place)),
        deal=case.key,
        number=tenure.number,
        rule=rule.key,
        person=tenure.key,
        since=tenure.start,
        last_at=last,
        due=due,
        grace_due=grace,
        until=tenure.end or lost,
        status=_status(case, tenure, rule, due, gone=gone, by=grace or due, lost=lost),
        then=rule.then,
    )


def _clock(
    window: Duration,
    starts: tuple[dt.datetime, ...],
    end: dt.datetime,
    calendar: WorkCalendar,
) -> tuple[dt.datetime, dt.datetime | None, bool]:
    """Return the clock that lost the client, or the last one, and whether it did."""
    due: dt.datetime | None = None
    for start, following in zip(starts, (*starts[1:], end), strict=True):
        due = after(window, start, calendar)
        if due is None or due < following:
            return start, due, due is not None
    return starts[-1], due, False


def _grace(
    grace: Duration | None, due: dt.datetime | None, calendar: WorkCalendar
) -> dt.datetime | None:
    return None if grace is None or due is None else after(grace, due, calendar)


def _status(
    case: Case,
    tenure: Stay,
    rule: OwnershipRule,
    due: dt.datetime | None,
    *,
    gone: bool,
    by: dt.datetime | None,
    lost: dt.datetime | None,
) -> _Status:
    if due is None or by is None:
        return "unknown"
    if not gone:
        return "kept"
    if rule.then == "stays":
        return "stays"
    if tenure.end is not None:
        return "reassigned" if tenure.end <= by else "late"
    if lost is not None:
        return "lapsed"
    return "grace" if case.now <= by else "overdue"
