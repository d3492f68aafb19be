"""Time that was spent and work that was done, person by person (rules 12)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import field, frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import second
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.periods import Cadence, periods
from salesreg.evaluate.results import Done, NotEvaluated, Spent
from salesreg.evaluate.tables import Worked
from salesreg.model.time import TimeBudget
from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear
from salesreg.values.period import Period
from salesreg.values.times import Duration, Window
from salesreg.values.worktime import clock_of

_DAY = dt.timedelta(days=1)


@frozen(eq=False)
class TimeSheet:
    """What everybody did, by person and day.

    Attributes:
        editions: What it is held to.
        people: Who is in which role.
        today: The date now.
        days: The activities of each person by the date on which they began.
    """

    editions: Editions
    people: People
    today: dt.date
    days: Mapping[str, Mapping[dt.date, tuple[Worked, ...]]]
    _spans: dict[Cadence, tuple[Period, ...]] = field(
        factory=dict[Cadence, tuple[Period, ...]], init=False
    )

    @classmethod
    def of(
        cls,
        editions: Editions,
        people: People,
        rows: tuple[Worked, ...],
        now: dt.datetime,
    ) -> TimeSheet:
        """Read the rows of `activities` up to now."""
        days: dict[str, dict[dt.date, list[Worked]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for row in rows:
            if second(row.start) <= now:
                days[row.person][editions.date(row.start)].append(row)
        kept = {
            person: {day: tuple(done) for day, done in own.items()}
            for person, own in days.items()
        }
        return cls(editions, people, editions.date(now), kept)

    def spans(self, cadence: Cadence) -> tuple[Period, ...]:
        """Return the spans that are judged (12.1)."""
        if cadence not in self._spans:
            present = [day for own in self.days.values() for day in own]
            found = (
                periods(min(present), max(present), cadence) if present else iter(())
            )
            over = tuple(span for span in found if span.end < self.today)
            self._spans[cadence] = over
        return self._spans[cadence]

    def done(self, person: str, span: Period, keys: frozenset[str]) -> list[Worked]:
        """Return the activities of some kinds that a person began in a span."""
        days = self.days.get(person, {})
        dates = (span.start + n * _DAY for n in range(span.days))
        rows = (row for date in dates for row in days.get(date, ()))
        return [row for row in rows if row.activity in keys]


def budgets(sheet: TimeSheet) -> Iterator[Spent]:
    """Yield a row for each person, span and budget."""
    for edition in sheet.editions.all:
        for place, budget in enumerate(edition.regulation.budgets):
            if budget.activity is None or edition.calendar(None) is None:
                continue
            keys = included(edition, budget.activity)
            cited = edition.cite(pointer("budgets", place))
            least, most = limit(budget, "least"), limit(budget, "most")
            for person, role, span, present, working in _judged(
                sheet, edition, budget.roles, budget.per
            ):
                rows = sheet.done(person, span, keys)
                minutes = sum(row.minutes for row in rows)
                calendar = edition.calendar(role)
                outside = _outside(rows, budget.window, calendar)
                status = "kept"
                if outside:
                    status = "outside"
                if most is not None and minutes * working > most * present:
                    status = "over"
                under = least is not None and minutes * working < least * present
                if under and budget.mandatory:
                    status = "under"
                yield Spent(
                    **cited,
                    budget=budget.key,
                    person=person,
                    role=role,
                    start=span.start,
                    end=span.end,
                    minutes=minutes,
                    outside=outside,
                    least=least,
                    most=most,
                    present=present,
                    working=working,
                    status=status,  # type: ignore[arg-type]
                )


def norms(sheet: TimeSheet) -> Iterator[Done]:
    """Yield a row for each person, span and norm."""
    for edition in sheet.editions.all:
        for place, norm in enumerate(edition.regulation.norms):
            if norm.activity is None or edition.calendar(None) is None:
                continue
            keys = included(edition, norm.activity)
            cited = edition.cite(pointer("norms", place))
            for person, role, span, present, working in _judged(
                sheet, edition, norm.roles, norm.per
            ):
                count = len(sheet.done(person, span, keys))
                kept = count * working >= norm.count * present
                yield Done(
                    **cited,
                    norm=norm.key,
                    person=person,
                    role=role,
                    start=span.start,
                    end=span.end,
                    count=count,
                    expected=norm.count,
                    present=present,
                    working=working,
                    status="kept" if kept else "under",
                )


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the budgets and norms that no data can be held to."""
    for name in ("budgets", "norms"):
        for place, rule in enumerate(getattr(edition.regulation, name)):
            cited = edition.cite(pointer(name, place))
            if rule.activity is None:
                yield NotEvaluated(**cited, reason="no-activity")
            elif edition.calendar(None) is None:
                yield NotEvaluated(**cited, reason="no-calendar")
            elif table := edition.lacks("activities", "people"):
                yield NotEvaluated(**cited, **lacking(table))


def unknown(sheet: TimeSheet) -> Iterator[NotEvaluated]:
    """Yield the budgets and norms with a span in a year that is not known."""
    for edition in sheet.editions.all:
        for name in ("budgets", "norms"):
            for place, rule in enumerate(getattr(edition.regulation, name)):
                roles = rule.roles or tuple(edition.roles)
                calendars = [edition.calendar(role) for role in roles]
                if rule.activity is not None and any(
                    calendar is not None and not _is_known(calendar, span)
                    for span in sheet.spans(rule.per)
                    if sheet.editions.on(span.start) is edition
                    for calendar in calendars
                ):
                    cited = edition.cite(pointer(name, place))
                    yield NotEvaluated(**cited, reason="unknown-year")


def included(edition: Edition, activity: str) -> frozenset[str]:
    """Return an activity and those that it includes at any depth."""
    known = {one.key: one for one in edition.regulation.activities}
    found: set[str] = set()
    waiting = [activity]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += known[key].includes if key in known else ()
    return frozenset(found)


def _judged(
    sheet: TimeSheet, edition: Edition, roles: tuple[str, ...], per: Cadence
) -> Iterator[tuple[str, str, Period, int, int]]:
    """Yield person, role, span, present days and working days (12.3)."""
    for role in roles or tuple(edition.roles):
        calendar = edition.calendar(role)
        for span in sheet.spans(per):
            if calendar is None or sheet.editions.on(span.start) is not edition:
                continue
            try:
                working = _working_days(calendar, span)
            except UnknownYear:
                continue
            rows = sheet.people.in_role(role, span.start, span.end)
            whole = (
                row.person
                for row in rows
                if row.since <= span.start
                and (row.until is None or row.until >= span.end)
            )
            for person in dict.fromkeys(whole):
                days = sheet.days.get(person, {})
                present = sum(day in days for day in working)
                if present:
                    yield person, role, span, present, len(working)


def _is_known(calendar: WorkCalendar, span: Period) -> bool:
    try:
        _working_days(calendar, span)
    except UnknownYear:
        return False
    return True


def _working_days(calendar: WorkCalendar, span: Period) -> tuple[dt.date, ...]:
    dates = (span.start + n * _DAY for n in range(span.days))
    return tuple(day for day in dates if calendar.is_working_day(day))


def limit(budget: TimeBudget, name: Literal["least", "most"]) -> int | None:
    """Return how many minutes a budget allows at least, or at most."""
    duration: Duration | None = getattr(budget, name) or budget.amount
    return None if duration is None else duration.minutes


def _outside(
    rows: list[Worked],
    window: Window | None,
    calendar: WorkCalendar | None,
) -> int:
    """Return the minutes that lie outside a window of the day."""
    if window is None or calendar is None:
        return 0
    clock, total = clock_of(calendar), 0
    nights = window.end <= window.start
    for row in rows:
        start = second(row.start)
        end = start + dt.timedelta(minutes=row.minutes)
        inside = dt.timedelta()
        for shift in (-1, 0, 1):
            day = clock.date_of(start) + shift * _DAY
            opens = clock.at(day, window.start).astimezone(dt.UTC)
            behind = day + _DAY if nights else day
            closes = clock.at(behind, window.end).astimezone(dt.UTC)
            inside += max(dt.timedelta(), min(end, closes) - max(start, opens))
        total += (end - start - inside) // dt.timedelta(minutes=1)
    return total
