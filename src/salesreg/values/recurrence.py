"""Recurrences: when a meeting, a report or a review comes round again."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Annotated, Literal

from salesreg.constraints import Range
from salesreg.errors import InvalidValue, Problem
from salesreg.record import record
from salesreg.values.calendar import WorkCalendar
from salesreg.values.times import ClockTime, Duration, Weekday

_DAY = dt.timedelta(days=1)
_FREQUENCIES = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_WEEK: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


@record
class Recurrence:
    """A repeating date, in the terms of RFC 5545 recurrence rules.

    Attributes:
        every: The unit that repeats (FREQ); a quarter is three months.
        interval: Every how many units (INTERVAL).
        weekdays: On which days of the week (BYDAY).
        month_days: On which days of the month; -1 is the last (BYMONTHDAY).
        months: In which months of the year (BYMONTH).
        position: Which of the dates that fit, from the start or, negative,
            from the end of the unit (BYSETPOS): 5 with the five working
            weekdays is the fifth working weekday of a month.
        at: At what time of day it starts.
        duration: How long it lasts.
        since: The date from which intervals are counted (DTSTART).
    """

    every: Literal["day", "week", "month", "quarter", "year"]
    interval: Annotated[int, Range(1, 100)] = 1
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[Annotated[int, Range(-31, 31)], ...] = ()
    months: tuple[Annotated[int, Range(1, 12)], ...] = ()
    position: Annotated[int, Range(-31, 31)] | None = None
    at: ClockTime | None = None
    duration: Duration | None = None
    since: dt.date | None = None

    @property
    def rrule(self) -> str:
        """The rule as the text of an RFC 5545 RRULE.

        Raises:
            InvalidValue: The RFC has no such rule: a day or a position 0, days
                of the month in a weekly rule, a position of nothing.

        >>> Recurrence(every="quarter", month_days=(10,)).rrule
        'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10'
        """
        problems = self._problems()
        if problems:
            raise InvalidValue(problems)
        frequency, units = _FREQUENCIES[self.every]
        interval = units * self.interval
        parts = {
            "FREQ": frequency,
            "INTERVAL": "" if interval == 1 else str(interval),
            "BYMONTH": ",".join(map(str, self.months)),
            "BYMONTHDAY": ",".join(map(str, self.month_days)),
            "BYDAY": ",".join(day[:2].upper() for day in self.weekdays),
            "BYSETPOS": "" if self.position is None else str(self.position),
        }
        return ";".join(f"{name}={text}" for name, text in parts.items() if text)

    def starts(self, start: dt.date) -> dt.date:
        """Return the DTSTART of the rule, seen from a date.

        It is `since`; else the first day of the unit that holds the date. So
        without anything else weeks mean Mondays, months their first day,
        quarters the first day of January, April, July and October.
        """
        if self.since is not None:
            return self.since
        match self.every:
            case "day":
                return start
            case "week":
                return start - start.weekday() * _DAY
            case _:
                months = _MONTHS[self.every]
                first = (start.month - 1) // months * months + 1
                return start.replace(month=first, day=1)

    def occurrences(
        self, start: dt.date, end: dt.date, calendar: WorkCalendar | None = None
    ) -> Iterator[dt.date]:
        """Yield the dates of the rule from one date to another, both included.

        Intervals are counted from `since`, else from the unit that holds
        `start`. A day that a month does not have is left out, as in the RFC.
        With a calendar, the days that are not worked are left out, too.

        Raises:
            InvalidValue: The RFC has no such rule.
            UnknownYear: The calendar does not know a year on the way.

        >>> monthly = Recurrence(every="month", month_days=(31,))
        >>> year = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
        >>> [day.month for day in monthly.occurrences(*year)]
        [1, 3, 5, 7, 8, 10, 12]
        """
        problems = self._problems()
        if problems:
            raise InvalidValue(problems)
        since = self.starts(start)
        for day in self._dates(since, end):
            if day >= max(start, since) and (
                calendar is None or calendar.is_working_day(day)
            ):
                yield day

    # Written here although dateutil has it: a rule that no date fits (30
    # February) keeps dateutil busy until the year 9999. It is the tests' oracle.
    def _dates(self, since: dt.date, end: dt.date) -> Iterator[dt.date]:
        month_days, weekdays, months = self.month_days, self.weekdays, self.months
        if not month_days and not weekdays:
            # What the rule leaves open is taken from DTSTART (RFC 5545, 3.3.10).
            if self.every == "week":
                weekdays = (_weekday(since),)
            elif self.every != "day":
                month_days = (since.day,)
                if self.every == "year" and not months:
                    months = (since.month,)
        for first, behind in self._units(since, end):
            days = (first + n * _DAY for n in range((behind - first).days))
            dates = [
                day
                for day in days
                if (not months or day.month in months)
                and (not weekdays or _weekday(day) in weekdays)
                and (not month_days or _among(day, month_days))
            ]
            if self.position is not None:
                place = self.position - (self.position > 0)
                dates = dates[place : place + 1 or None]
            yield from (day for day in dates if day <= end)

    def _units(self, since: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
        """Yield the first day of each unit, and the first one behind it."""
        if self.every in {"day", "week"}:
            days = 7 if self.every == "week" else 1
            first = since - since.weekday() * _DAY if days > 1 else since
            for number in itertools.count(0, self.interval * days):
                day = first + number * _DAY
                if day > end:
                    return
                yield day, day + days * _DAY
        length = 12 if self.every == "year" else 1
        start = since.year * 12 + (since.month - 1) // length * length
        for number in itertools.count(start, self.interval * _MONTHS[self.every]):
            if number > end.year * 12 + end.month - 1:
                return
            yield _first_of(number), _first_of(number + length)

    def _problems(self) -> list[Problem]:
        found: list[tuple[str, str]] = []
        if 0 in self.month_days:
            found.append(("month_days", "no month has a day 0"))
        if self.position == 0:
            found.append(("position", "positions count from 1, or from the end: -1"))
        if self.every == "week" and self.month_days:
            found.append(("month_days", "a weekly rule has no days of the month"))
        if self.position is not None and not (
            self.weekdays or self.month_days or self.months
        ):
            found.append(("position", "a position needs days to count"))
        return [
            Problem(code="no-such-rule", message=message, path=f"/{field}")
            for field, message in found
        ]


def _weekday(day: dt.date) -> Weekday:
    return _WEEK[day.weekday()]


def _among(day: dt.date, month_days: tuple[int, ...]) -> bool:
    last = (_first_of(day.year * 12 + day.month) - _DAY).day
    return day.day in month_days or day.day - last - 1 in month_days


def _first_of(month: int) -> dt.date:
    return dt.date(month // 12, month % 12 + 1, 1)
