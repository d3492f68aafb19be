"""The next step: every open deal has one, with a date (rules 8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from salesreg.errors import InvalidValue, pointer
from salesreg.evaluate.case import Case, Stay
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.cases.visits import FINAL
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NextStepFault, NotEvaluated
from salesreg.model.ownership import NextStep
from salesreg.values.dates import moved
from salesreg.values.times import Duration

PATH = pointer("next_step")
"""Where the rule stands."""


def next_steps(case: Case) -> Iterator[NextStepFault]:
    """Yield a row if the deal lacks a good next step."""
    visit = case.visits[-1] if case.visits else None
    edition = case.edition(visit.start) if visit else None
    rule = None if visit is None or edition is None else rule_at(edition, visit.key)
    if visit is None or edition is None or rule is None:
        return
    planned = day_of(case.facts(case.now).get(rule.field or ""))
    calendar = edition.calendar(edition.stages[visit.key][1].owner)
    today = case.editions.date(case.now)
    fault = _fault(rule, planned, today, edition, visit.key)
    if fault is None:
        return
    since = due = None
    if fault != "far":
        since = _since(case, visit, rule, planned)
        if rule.after is not None and calendar is not None:
            due = after(rule.after, since, calendar)
    if due is not None and due <= case.now:
        fault = "stale"
    yield NextStepFault(
        **edition.cite(PATH),
        deal=case.key,
        stage=visit.key,
        person=case.owner(case.now),
        next_on=planned,
        since=since,
        due=due,
        to=rule.otherwise,
        fault=fault,
    )


def rule_at(edition: Edition, stage: str) -> NextStep | None:
    """Return the rule, if it holds for deals that are at a stage (8.1)."""
    rule = edition.regulation.next_step
    if rule is None or rule.field is None or stage not in edition.stages:
        return None
    if edition.lacks("deals"):
        return None
    asked = not rule.stages or stage in rule.stages
    return rule if asked and not edition.is_kind(stage, *FINAL) else None


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the rule if no field, or no calendar, says when the next step is."""
    rule = edition.regulation.next_step
    if rule is None:
        return
    working = rule.within is not None and rule.within.working
    if rule.field is None:
        yield NotEvaluated(**edition.cite(PATH), reason="no-field")
    elif (rule.after or working) and not edition.regulation.calendars:
        yield NotEvaluated(**edition.cite(PATH), reason="no-calendar")
    elif table := edition.lacks("events", "deals"):
        yield NotEvaluated(**edition.cite(PATH), **lacking(table))


_Fault = Literal["none", "past", "far", "stale"]


def _fault(
    rule: NextStep,
    planned: dt.date | None,
    today: dt.date,
    edition: Edition,
    stage: str,
) -> _Fault | None:
    if planned is None:
        return "none"
    if planned < today:
        return "past"
    if rule.within is not None:
        furthest = furthest_of(rule.within, today, edition, stage)
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


def day_after(planned: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """Return when the day after a date begins."""
    midnight = dt.datetime.combine(planned + dt.timedelta(days=1), dt.time())
    return midnight.replace(tzinfo=zone).astimezone(dt.UTC)


def _since(
    case: Case, visit: Stay, rule: NextStep, planned: dt.date | None
) -> dt.datetime:
    """Return since when there is no next step (8.3)."""
    if planned is not None:
        return day_after(planned, case.editions.zone)
    emptied = case.written.get(rule.field or "", [])
    return max(visit.start, *(at for at, _ in emptied[-1:]), visit.start)


def day_of(value: object) -> dt.date | None:
    """Return the date that a field holds; None where it holds none."""
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None
