"""The hours of a calendar, compiled to spans of time in UTC."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from salesreg.errors import InvalidValue, Problem
from salesreg.values import daysoff
from salesreg.values.workday import hours_of
from salesreg.values.zone import at_wall, instant, moment_at, zone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from salesreg.values.calendar import DayException, WorkCalendar

Instants = tuple[int, int]
_DAY = dt.timedelta(days=1)
_EARLIEST, _LATEST = 1970, 2200
_BEGINNING = -(10**20)


class UnknownYear(InvalidValue):
    """A calendar was asked about a year whose days off nobody has told it.

    Attributes:
        year: The year.
    """

    year: int

    @classmethod
    def of(cls, calendar: str, year: int, known: range) -> Self:
        """Say which years are known, and how to add one."""
        years = f"{known.start} to {known.stop - 1}" if known else "none"
        message = f"calendar {calendar!r} does not know the year {year}"
        end = "first_year" if year < known.start else "last_year"
        hint = (
            f"it knows {years}; add the moved days off of {year} to exceptions"
            f" and set {end} to {year}"
        )
        made = cls([Problem(code="unknown-year", message=message, hint=hint)])
        made.year = year
        return made


@frozen
class Table:
    """The spans of some years, ascending and apart from one another.

    Attributes:
        years: The years.
        opens: The first instant of the first year.
        closes: The first instant behind the last year.
        starts: The first instant inside each span.
        ends: The first instant outside each span.
        days: The date on which the hours of each span start.
        before: Working time before each span; last, that of all of them.
        dates: The working days, each once.
    """

    years: range
    opens: int
    closes: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    days: tuple[dt.date, ...]
    before: tuple[int, ...]
    dates: tuple[dt.date, ...]

    def worked(self, at: int) -> int:
        """Return the working time from the start of the table to an instant."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return 0
        end = self.ends[index]
        return self.before[index] + min(at, end) - self.starts[index]

    def first(self, worked: int) -> int:
        """Return the first instant by which so much was worked, if above zero."""
        index = bisect_left(self.before, worked) - 1
        return self.starts[index] + worked - self.before[index]

    def last(self, worked: int) -> int:
        """Return the last instant by which no more was worked, if not all."""
        index = bisect_right(self.before, worked) - 1
        return self.starts[index] + worked - self.before[index]

    def span(self, at: int) -> int | None:
        """Return the index of the span that holds an instant, or None."""
        index = bisect_right(self.starts, at) - 1
        return index if index >= 0 and at < self.ends[index] else None

    def opening(self, at: int) -> int | None:
        """Return the first start of a span that is not before an instant."""
        index = bisect_left(self.starts, at)
        return self.starts[index] if index < len(self.starts) else None


@frozen(eq=False)
class Hours:
    """The hours of one calendar, compiled year by year as they are asked for.

    The only table kept is the widest one, and it is replaced whole, so threads
    may share these hours.
    """

    calendar: WorkCalendar
    tz: ZoneInfo
    known_years: range
    _exceptions: Mapping[dt.date, DayException]
    _years: dict[int, Mapping[dt.date, tuple[Instants, ...]]] = field(
        factory=dict[int, Mapping[dt.date, tuple[Instants, ...]]], init=False
    )
    _widest: list[Table] = field(factory=list[Table], init=False)

    @classmethod
    def of(cls, calendar: WorkCalendar) -> Hours:
        """Read a calendar; of two exceptions for one date the later one counts.

        Raises:
            InvalidValue: Its time zone or its country is unknown.
        """
        return cls(
            calendar,
            zone(calendar.time_zone),
            _known_years(calendar),
            {exception.date: exception for exception in calendar.exceptions},
        )

    def on(self, day: dt.date) -> tuple[Instants, ...]:
        """Return the spans of the hours that start on a date.

        Where the hours of the day before run into them, those go first, so that
        no time is counted twice.

        Raises:
            UnknownYear: The calendar does not know the year.
        """
        year = self._years.get(day.year)
        if year is None:
            year = self._years[day.year] = self._year(day.year)
        return year[day]

    def table(self, low: int, high: int) -> Table:
        """Return a table that covers two instants and all between them.

        Raises:
            UnknownYear: The calendar does not know all the years.
        """
        if self._widest:
            table = self._widest[0]
            if table.opens <= low and high < table.closes:
                return table
        years = (moment_at(at, self.tz).year for at in (low, high))
        return self._covering(*years)

    def around(self, day: dt.date) -> Table:
        """Return a table that covers the year of a date.

        Raises:
            UnknownYear: The calendar does not know the year.
        """
        if self._widest and day.year in self._widest[0].years:
            return self._widest[0]
        return self._covering(day.year, day.year)

    def further(self, table: Table, years: int) -> Table:
        """Return a table with more years at the end or, negative, at the start.

        Raises:
            UnknownYear: The calendar does not know them.
        """
        first, last = table.years.start, table.years.stop - 1
        return self._covering(min(first, first + years), max(last, last + years))

    def at(self, day: dt.date, minutes: int) -> int:
        """Return the instant when the wall shows so many minutes after midnight."""
        wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)
        return instant(at_wall(wall, self.tz))

    def _know(self, year: int) -> None:
        if year not in self.known_years:
            raise UnknownYear.of(self.calendar.key, year, self.known_years)

    def _year(self, number: int) -> Mapping[dt.date, tuple[Instants, ...]]:
        self._know(number)
        day = dt.date(number, 1, 1)
        before = self._raw(day - _DAY) if number - 1 in self.known_years else ()
        year: dict[dt.date, tuple[Instants, ...]] = {}
        while day.year == number:
            free = before[-1][1] if before else _BEGINNING
            before = self._raw(day)
            spans = ((max(start, free), end) for start, end in before)
            year[day] = tuple(span for span in spans if span[0] < span[1])
            day += _DAY
        return year

    def _raw(self, day: dt.date) -> tuple[Instants, ...]:
        hours = hours_of(self.calendar, day, self._exceptions.get(day))
        return tuple((self.at(day, start), self.at(day, end)) for start, end in hours)

    def _covering(self, first: int, last: int) -> Table:
        for year in (first, last):
            self._know(year)
        if self._widest:
            years = self._widest[0].years
            first, last = min(first, years.start), max(last, years.stop - 1)
        table = self._built(range(first, last + 1))
        self._widest[:] = [table]
        return table

    def _built(self, years: range) -> Table:
        first, behind = dt.date(years.start, 1, 1), dt.date(years.stop, 1, 1)
        # The night before the first year runs into it.
        start = first - _DAY if first.year - 1 in self.known_years else first
        spans = [
            (span, day)
            for day in (start + count * _DAY for count in range((behind - start).days))
            for span in self.on(day)
        ]
        starts, ends = ([span[side] for span, _ in spans] for side in (0, 1))
        days = tuple(day for _, day in spans)
        lengths = (end - start for start, end in zip(starts, ends, strict=True))
        return Table(
            years=years,
            opens=self.at(first, 0),
            closes=self.at(behind, 0),
            starts=tuple(starts),
            ends=tuple(ends),
            days=days,
            before=tuple(accumulate(lengths, initial=0)),
            dates=tuple(dict.fromkeys(days)),
        )


def _known_years(calendar: WorkCalendar) -> range:
    first, last = calendar.first_year, calendar.last_year
    low, high = _EARLIEST, _LATEST
    if calendar.country and (first is None or last is None):
        low, high = daysoff.known_years(calendar.country, calendar.subdivision)
    first = max(low, _EARLIEST) if first is None else first
    last = min(high, _LATEST) if last is None else last
    return range(first, max(first, last + 1))
