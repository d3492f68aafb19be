"""Violations as XES and recurrences as iCalendar, held against other readers."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rruleset, rrulestr
from lxml import etree

import salesreg as sr
from salesreg.evaluate.violations import violations
from salesreg.interchange import bitrix24, ical, xes
from tests.interchange import small

MOSCOW = ZoneInfo("Europe/Moscow")


def broken() -> bytes:
    """Return the violations of the small history as a log."""
    stages = {"C1:NEW": "offer", "C1:OFFER": "new"}
    result = sr.evaluate(
        small.rules(),
        bitrix24.read(small.BITRIX),
        as_of=small.NOW,
        columns=sr.Columns(stages=stages),
    )
    return xes.write(violations(result))


def test_violations_as_a_log() -> None:
    """A log of violations names deal, rule, clause and moment, in order of time."""
    root = etree.fromstring(broken())
    names = {"x": "http://www.xes-standard.org/"}
    events = [
        {one.get("key"): one.get("value") for one in event}
        for event in root.iterfind(".//x:event", names)
    ]
    assert [
        ("start", "2.2", "moves"),
        ("forbidden", "2.2.2", "moves"),
        ("overdue", "2.1.3", "visits"),
    ] == [(one["concept:name"], one["clause"], one["table"]) for one in events]
    assert "1" == events[0]["revision"]


def test_log_comes_back() -> None:
    """What was written is read again: the deal, and a moment for each violation."""
    tables = xes.read(broken())
    assert ["7"] == [row["deal"] for row in tables["deals"]]
    moments = [row["at"] for row in tables["events"]]
    assert sorted(moments) == moments  # type: ignore[type-var]
    assert 3 == len(moments)


START, END = dt.date(2026, 1, 1), dt.date(2027, 3, 31)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_calendar(language: str) -> None:
    """Other readers of RRULE see exactly the occurrences that the regulation has."""
    regulation = sr.templates.get("b2b", language=language)  # type: ignore[arg-type]
    calendar = regulation.calendars[0]
    known = calendar.known_years
    with pytest.warns(ical.UnknownDaysOff, match="days off of 2027"):
        written = ical.write(regulation, START, END)
    read: Any = icalendar.Calendar.from_ical(written)
    events = {str(one["summary"]): one for one in read.walk("VEVENT")}
    repeated = [*regulation.meetings, *regulation.reports, *regulation.audits]
    assert {one.title for one in repeated if one.every} == set(events)
    for one in repeated:
        if one.every is None:
            continue
        expected = [
            day
            for day in one.every.occurrences(START, END)
            if day.year not in known or calendar.is_working_day(day)
        ]
        assert expected == days_of(events[one.title])


def days_of(event: Any) -> list[dt.date]:
    """Return the days of an event, as dateutil reckons its rule."""
    start = event.decoded("dtstart")
    naive = (
        start
        if isinstance(start, dt.datetime)
        else dt.datetime.combine(start, dt.time())
    )
    naive = naive.replace(tzinfo=None)
    found = rruleset()
    rule = event["rrule"].to_ical().decode()
    parts = [part for part in rule.split(";") if not part.startswith("UNTIL")]
    until = event["rrule"]["UNTIL"][0]
    last = until.astimezone(MOSCOW).date() if isinstance(until, dt.datetime) else until
    read: Any = rrulestr(";".join(parts), dtstart=naive)
    found.rrule(read)
    exdates = event.get("exdate")
    off = {
        one.dt if not isinstance(one.dt, dt.datetime) else one.dt.date()
        for one in (exdates.dts if exdates else [])
    }
    days: list[dt.date] = []
    for moment in found:
        if moment.date() > last:
            return days
        if moment.date() not in off:
            days.append(moment.date())
    return days


def test_calendar_of_a_role() -> None:
    """A role gets what it takes part in, and the same bytes each time."""
    regulation = sr.templates.get("b2b", language="en")
    whole: Any = icalendar.Calendar.from_ical(ical.write(regulation, START))
    part: Any = icalendar.Calendar.from_ical(
        ical.write(regulation, START, role="lawyer")
    )
    titles = {str(one["summary"]) for one in part.walk("VEVENT")}
    assert titles < {str(one["summary"]) for one in whole.walk("VEVENT")}
    assert ical.write(regulation, START) == ical.write(regulation, START)


def test_unknown_role_of_a_calendar() -> None:
    """A role that is not there is refused with the nearest, and no file is empty."""
    with pytest.raises(sr.InvalidValue, match="did you mean 'manager'"):
        ical.write(sr.templates.get("b2b", language="en"), START, role="menager")


def test_event_says_its_clause() -> None:
    """The description holds agenda, people and the number of the clause."""
    regulation = sr.templates.get("b2b", language="en")
    read: Any = icalendar.Calendar.from_ical(ical.write(regulation, START))
    meeting = regulation.meetings[0]
    (event,) = [one for one in read.walk("VEVENT") if one["summary"] == meeting.title]
    entry = regulation.clause_of("/meetings/0")
    assert entry is not None
    said = str(event["description"])
    assert said.endswith(f"{regulation.title}, cl. {entry.number}")
    assert all(point in said for point in meeting.agenda)
    assert dt.timedelta(minutes=15) == event.decoded("duration")
