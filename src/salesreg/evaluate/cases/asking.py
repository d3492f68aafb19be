"""Conditions on the facts of a deal, and what it is to have no answer (rules 2.8)."""

from __future__ import annotations

import datetime as dt

from salesreg.errors import InvalidValue
from salesreg.evaluate.editions import Edition, Unanswered
from salesreg.values.calendar import WorkCalendar
from salesreg.values.condition import Condition, Within
from salesreg.values.facts import Facts, fields, holds, leaves, misfits


def unanswered(edition: Edition, condition: Condition | None) -> Unanswered | None:
    """Return why no deal can be asked for a condition; None where it can."""
    if condition is None:
        return None
    kept = edition.unanswered
    if id(condition) not in kept:
        kept[id(condition)] = _reason(edition, condition)
    return kept[id(condition)]


def _reason(edition: Edition, condition: Condition) -> Unanswered | None:
    types = {key: item.type for key, item in edition.fields.items()}
    if misfits(condition, types):
        return "other-type"
    if edition.lacks("deals") and fields(condition):
        return "no-table"
    looks_back = any(
        isinstance(one, Within) and one.duration.working for one in leaves(condition)
    )
    return "no-calendar" if looks_back and not edition.regulation.calendars else None


def meets(
    edition: Edition,
    condition: Condition | None,
    facts: Facts,
    at: dt.datetime,
    calendar: WorkCalendar | None,
) -> bool | None:
    """Tell whether facts meet a condition; none at all is met; None: no answer."""
    if condition is None:
        return True
    if unanswered(edition, condition):
        return None
    try:
        return holds(condition, facts, at, calendar)
    except InvalidValue:  # The calendar does not know a year on the way.
        return None
