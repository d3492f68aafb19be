"""iCalendar (RFC 5545) of what a regulation repeats: meetings, reports, audits."""

from __future__ import annotations

import datetime as dt
import hashlib
import warnings
from collections.abc import Iterable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from salesreg.document.context import Context, context_of
from salesreg.document.flat import flat
from salesreg.document.saying import labelled
from salesreg.document.text import visible
from salesreg.errors import pointer
from salesreg.evaluate.arguments import refuse, unknown
from salesreg.evaluate.extra import need
from salesreg.model.control import Audit, Meeting, Report
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of
from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear
from salesreg.values.recurrence import Recurrence

Repeated = Meeting | Report | Audit
_YEAR = dt.timedelta(days=364)
_PEOPLE = {
    Meeting: ("owner", "participants"),
    Report: ("author", "recipients"),
    Audit: ("auditor", "audited"),
}


class UnknownDaysOff(UserWarning):
    """A file reaches into years whose days off the calendar does not know.

    Attributes:
        calendar: Title of the calendar.
        years: The years.
    """

    def __init__(self, calendar: str, years: Iterable[int]) -> None:
        """Say of which calendar and years."""
        self.calendar, self.years = calendar, tuple(years)
        super().__init__(calendar, self.years)

    def __str__(self) -> str:
        """Return one sentence, with what to do."""
        years = ", ".join(map(str, self.years))
        return (
            f"calendar {self.calendar!r} does not know the days off of {years}, so"
            " nothing is left out there but weekends: add the year's days off to it,"
            " or end the file earlier"
        )


def write(
    regulation: Regulation,
    start: dt.date,
    end: dt.date | None = None,
    *,
    role: str | None = None,
) -> bytes:
    """Return meetings, reports and audits as an iCalendar file.

    Each is one event with its rule of recurrence, in the time zone of the default
    calendar; the days that this calendar has off are exceptions. What has no time of
    day is an event of the whole day. The same arguments give the same bytes.

    Args:
        regulation: The regulation.
        start: The first day.
        end: The last day; a year from the first one when not given.
        role: Only what this role takes part in.

    Raises:
        InvalidValue: A rule of recurrence is none of the RFC's, or there is no such
            role.
        MissingExtra: The package of `salesreg[ical]` is not installed.

    Warns:
        UnknownDaysOff: The calendar does not know the days off of some years.
    """
    ical = need("icalendar", "ical")
    roles = {one.key for one in regulation.roles}
    if role is not None and role not in roles:
        refuse([unknown(role, roles, "role", "unknown-role", "role")])
    context = context_of(regulation)
    made: Any = ical.Calendar()
    made.add("prodid", "-//salesreg//NONSGML regulation//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", regulation.title)
    last = end or start + _YEAR
    calendar = regulation.calendars[0] if regulation.calendars else None
    taken = [
        (path, one)
        for path, one in _repeated(regulation)
        if role is None or role in _people(one)
    ]
    for path, one in taken:
        event = _event(ical, one, path, (start, last), calendar, context)
        if event is not None:
            made.add_component(event)
    if calendar is not None:
        _warn(calendar, (one for _, one in taken), start, last)
    made.add_missing_timezones(first_date=start, last_date=last)
    written: bytes = made.to_ical()
    return written


def _warn(
    calendar: WorkCalendar, taken: Iterable[Repeated], start: dt.date, end: dt.date
) -> None:
    rules = [one.every for one in taken if one.every is not None]
    years = {day.year for rule in rules for day in rule.occurrences(start, end)}
    if unknown_years := sorted(years - set(calendar.known_years)):
        # Whoever called `write` is told.
        warnings.warn(UnknownDaysOff(calendar.title, unknown_years), stacklevel=3)


def _repeated(regulation: Regulation) -> Iterator[tuple[str, Repeated]]:
    for name in ("meetings", "reports", "audits"):
        for index, one in enumerate(getattr(regulation, name)):
            yield pointer(name, index), one


def _people(one: Repeated) -> tuple[str, ...]:
    single, many = _PEOPLE[type(one)]
    first = getattr(one, single)
    return tuple(dict.fromkeys([*([first] if first else []), *getattr(one, many)]))


def _event(
    ical: Any,  # noqa: ANN401 - icalendar says little of its types
    one: Repeated,
    path: str,
    span: tuple[dt.date, dt.date],
    calendar: WorkCalendar | None,
    context: Context,
) -> Any:  # noqa: ANN401 - as above
    rule = one.every
    if rule is None:
        return None
    start, end = span
    days = list(rule.occurrences(start, end))
    kept = [day for day in days if _works(calendar, day)]
    if not kept:
        return None
    event = ical.Event()
    event.add("uid", _uid(context.regulation, one))
    event.add("dtstamp", dt.datetime(start.year, start.month, start.day, tzinfo=dt.UTC))
    event.add("summary", one.title)
    event.add("description", _described(one, path, context))
    zone = ZoneInfo(calendar.time_zone) if calendar else None
    event.add("dtstart", _at(rule, kept[0], zone))
    if rule.at is not None and rule.duration is not None:
        minutes = rule.duration.minutes
        if minutes is not None:
            event.add("duration", dt.timedelta(minutes=minutes))
    event.add("rrule", _rule(rule, end, zone))
    off = [_at(rule, day, zone) for day in days if day > kept[0] and day not in kept]
    if off:
        event.add("exdate", off)
    return event


def _works(calendar: WorkCalendar | None, day: dt.date) -> bool:
    if calendar is None:
        return True
    try:
        return calendar.is_working_day(day)
    except UnknownYear:
        # Nobody knows yet what that year has off.
        return True


def _at(rule: Recurrence, day: dt.date, zone: ZoneInfo | None) -> dt.date:
    if rule.at is None:
        return day
    midnight = dt.datetime.combine(day, dt.time(), zone)
    return midnight + dt.timedelta(minutes=rule.at.minutes)


def _rule(rule: Recurrence, end: dt.date, zone: ZoneInfo | None) -> dict[str, object]:
    """Return the rule until the last day, as the RFC wants it beside its DTSTART."""
    parts: dict[str, object] = {}
    for part in rule.rrule.split(";"):
        name, _, text = part.partition("=")
        parts[name] = text.split(",") if name.startswith("BY") else text
    last = _at(rule, end, zone)
    # Beside a DTSTART with a zone the RFC wants the moment in UTC.
    if isinstance(last, dt.datetime) and zone is not None:
        last = last.astimezone(dt.UTC)
    parts["UNTIL"] = last
    return parts


def _described(one: Repeated, path: str, context: Context) -> str:
    """Return all that the clause says beside title and time, and its number."""
    names = [name for name in fields_of(type(one)) if name not in _SHOWN]
    said = labelled(one, names, path, context)
    text = visible(flat(said.content, said.blocks))
    entry = context.outline.find(path)
    if entry is None:
        return text
    clause = visible(context.say("cl. {clause}", clause=entry.number))
    title = f"{context.regulation.title}, {clause}"
    return f"{text}\n\n{title}" if text else title


_SHOWN = frozenset({"key", "title", "every"})


def _uid(regulation: Regulation, one: Repeated) -> str:
    """Return an identity that stays when the regulation changes."""
    named = f"{regulation.key}/{type(one).__name__}/{one.key}"
    return (
        f"{hashlib.sha256(named.encode()).hexdigest()[:32]}@{regulation.key}.salesreg"
    )
