"""The next step: every open deal has one, with a date (rules 8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from salesreg.errors import InvalidValue, pointer
from salesreg.evaluate.case import Case, Stay, is_empty
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.visits import FINAL
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NextStepFault, NotEvaluated
from salesreg.model.ownership import NextStep
from salesreg.values.dates import moved
from salesreg.values.times import Duration

_PATH = pointer("next_step")


def next_steps(case: Case) -> Iterator[NextStepFault]:
    """Yield a row if the deal lacks a good next step."""
    visit = case.visits[-1] if case.visits else None
    edition = case.edition(visit.start) if visit else None
    if visit is None or edition is None or visit.key not in edition.stages:
        return
    rule = edition.regulation.next_step
    if rule is None or rule.field is None or edition.is_kind(visit.key, *FINAL):
        return
    if rule.stages and visit.key not in rule.stages:
        return
    planned = _date(case.facts(case.now).get(rule.field))
    today = case.editions.date(case.now)
    fault = _fault(rule, planned, today, edition, visit)
    if fault is None:
        return
    since, due = _since(case, edition, visit, rule, planned, fault)
    if due is not None and due <= case.now:
        fault = "stale"
    yield NextStepFault(
        **edition.cite(_PATH),
        deal=case.key,
        stage=visit.key,
        person=case.owner(case.now),
        next_on=planned,
        since=since,
        due=due,
        to=rule.otherwise,
        fault=fault,
    )


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the rule if no field says when the next step is."""
    rule = edition.regulation.next_step
    if rule is not None and rule.field is None:
        yield NotEvaluated(**edition.cite(_PATH), reason="no-field")


_Fault = Literal["none", "past", "far", "stale"]


def _fault(
    rule: NextStep,
    planned: dt.date | None,
    today: dt.date,
    edition: Edition,
    visit: Stay,
) -> _Fault | None:
    if planned is None:
        return "none"
    if planned < today:
        return "past"
    if rule.within is not None:
        furthest = furthest_of(rule.within, today, edition, visit.key)
        if furthest is not None and planned > furthest:
            return "far"
    return None


def furthest_of(
    within: Duration, today: dt.date, edition: Edition, stage: str
) -> dt.date | None:
    """Return the last date that is within a duration from today; None if unknown."""
    calendar = edition.calendar(edition.stages[stage][1].owner)
    try:
        if within.minutes is not None:
            return today + dt.timedelta(days=-(-within.minutes // 1440))
        if not within.working:
            return moved(today, within)
        if calendar is None:
            return None
        return calendar.next_working_day(today, within.amount)
    except (InvalidValue, OverflowError):
        # Beyond the years that the calendar knows, or beyond all dates.
        return None


def _since(
    case: Case,
    edition: Edition,
    visit: Stay,
    rule: NextStep,
    planned: dt.date | None,
    fault: str,
) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return since when there is no next step, and when the deal should leave."""
    if fault == "far":
        return None, None
    zone = case.editions.zone
    if planned is not None:
        midnight = dt.datetime.combine(planned + dt.timedelta(days=1), dt.time())
        since = midnight.replace(tzinfo=zone).astimezone(dt.UTC)
    else:
        emptied = case.written.get(rule.field or "", [])
        since = max(visit.start, *(at for at, _ in emptied[-1:]), visit.start)
    calendar = edition.calendar(edition.stages[visit.key][1].owner)
    if rule.after is None or calendar is None:
        return since, None
    return since, after(rule.after, since, calendar)


def _date(value: object) -> dt.date | None:
    if is_empty(value):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None
