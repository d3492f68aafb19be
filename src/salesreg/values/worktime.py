"""The working clock: time that passes only while a calendar is open.

A calendar is compiled, year by year as moments ask for it, to a table of spans
in UTC with the working time before each. Then the working time up to a moment
is one bisection, elapsed time the difference of two, and adding the inverse:

    W(t) = before[i] + min(t, end[i]) - start[i],  start[i] the last one up to t

Time is counted in whole microseconds, so nothing is ever rounded.
"""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import frozen

from salesreg.values.dates import moved
from salesreg.values.hours import Hours
from salesreg.values.times import ClockTime, Duration
from salesreg.values.zone import MICROSECOND, at_wall, instant, moment_at, wall_at

if TYPE_CHECKING:
    from salesreg.values.calendar import WorkCalendar

_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1) // MICROSECOND


@functools.lru_cache(maxsize=128)
def clock_of(calendar: WorkCalendar) -> Clock:
    """Return the working clock of a calendar; equal calendars share one.

    Raises:
        InvalidValue: The time zone or the country of the calendar is unknown.
    """
    return Clock(Hours.of(calendar))


@frozen(eq=False)
class Clock:
    """The working clock of one calendar.

    Every moment given must have a time zone, else `InvalidValue` is raised, and
    be in a year that the calendar knows, else `UnknownYear`. Moments come back
    in the time zone of the calendar.
    """

    hours: Hours

    @property
    def known_years(self) -> range:
        """The years that can be reckoned with.

        What the calendar says itself goes first: its author has listed the
        moved days off. Else a country gives what `daysoff.known_years` tells,
        and a calendar without a country the years from 1970 to 2200. A night
        shift of the last day before the first year is taken as not worked.
        """
        return self.hours.known_years

    def elapsed(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        """Return the working time from one moment to another.

        It is negative when the end comes first.
        """
        low, high = instant(start), instant(end)
        table = self.hours.table(min(low, high), max(low, high))
        return (table.worked(high) - table.worked(low)) * MICROSECOND

    def add(
        self, moment: dt.datetime, duration: Duration | dt.timedelta
    ) -> dt.datetime:
        """Return the moment when a clock started at a moment reaches a duration.

        Working minutes and hours, and a plain timedelta, are working time: the
        result is the first moment by which so much has passed, so that what
        ends with the day ends today. A negative timedelta counts back, to the
        last moment from which so much passes until the given one.

        Working days keep the time of day: the clock starts at the next opening,
        goes on by so many working days, and stays within the hours of that day
        (a time in its lunch becomes the end of lunch).

        Calendar minutes and hours are plain time. Calendar days and longer keep
        the time on the wall; a month that has no such day gives its last one.

        Raises:
            InvalidValue: The moment has no time zone, or the result is no date.
            UnknownYear: The way leads through a year that is not known.
        """
        if isinstance(duration, dt.timedelta):
            return self._run(instant(moment), duration // MICROSECOND)
        if duration.minutes is not None:
            length = duration.minutes * _MINUTE
            if duration.working:
                return self._run(instant(moment), length)
            return moment_at(instant(moment) + length, self.hours.tz)
        if duration.working:
            return self._days_on(moment, duration.amount)
        wall = moved(wall_at(moment, self.hours.tz), duration)
        return at_wall(wall, self.hours.tz).astimezone(self.hours.tz)

    def open_windows(self, day: dt.date) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
        """Return when the clock runs in the hours that start on a date.

        Hours that run over midnight belong to the date on which they start.
        """
        tz = self.hours.tz
        return tuple(
            (moment_at(start, tz), moment_at(end, tz))
            for start, end in self.hours.on(day)
        )

    def opening(self, day: dt.date) -> dt.datetime | None:
        """Return when the hours that start on a date begin; None on a day off."""
        spans = self.hours.on(day)
        return moment_at(spans[0][0], self.hours.tz) if spans else None

    def closing(self, day: dt.date) -> dt.datetime:
        """Return when the hours that start on a working day end for good."""
        return moment_at(self.hours.on(day)[-1][1], self.hours.tz)

    def is_open(self, moment: dt.datetime) -> bool:
        """Tell whether the clock runs at a moment; windows exclude their end."""
        at = instant(moment)
        return self.hours.table(at, at).span(at) is not None

    def next_opening(self, moment: dt.datetime) -> dt.datetime:
        """Return the first moment from which the clock runs: now, when it does."""
        at = instant(moment)
        table = self.hours.table(at, at)
        if table.span(at) is None:
            while (opening := table.opening(at)) is None:
                table = self.hours.further(table, 1)
            at = opening
        return moment_at(at, self.hours.tz)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """Return the date whose hours hold a moment, else the date on the wall.

        At night these differ: 2 o'clock belongs to the shift of the evening.
        """
        at = instant(moment)
        table = self.hours.table(at, at)
        index = table.span(at)
        return self.date_of(moment) if index is None else table.days[index]

    def date_of(self, moment: dt.datetime) -> dt.date:
        """Return the date on the wall at a moment."""
        return moment_at(instant(moment), self.hours.tz).date()

    def at(self, day: dt.date, time: ClockTime) -> dt.datetime:
        """Return the moment when the wall shows a time on a date."""
        return moment_at(self.hours.at(day, time.minutes), self.hours.tz)

    def is_working_day(self, day: dt.date) -> bool:
        """Tell whether any hours start on a date."""
        return bool(self.hours.on(day))

    def next_working_day(self, day: dt.date, count: int = 1) -> dt.date:
        """Return the first working day after a date, or one so many further.

        A negative count goes back.
        """
        if count == 0:
            return day
        first = day + _DAY if count > 0 else day - _DAY
        table = self.hours.around(first)
        while True:
            if count > 0:
                place = bisect_left(table.dates, first) + count - 1
            else:
                place = bisect_right(table.dates, first) + count
            if 0 <= place < len(table.dates):
                return table.dates[place]
            table = self.hours.further(table, 1 if count > 0 else -1)

    def _run(self, at: int, length: int) -> dt.datetime:
        table = self.hours.table(at, at)
        if length > 0:
            while (worked := table.worked(at) + length) > table.before[-1]:
                table = self.hours.further(table, 1)
            at = table.first(worked)
        elif length < 0:
            while (worked := table.worked(at) + length) < 0:
                table = self.hours.further(table, -1)
            at = table.last(worked)
        return moment_at(at, self.hours.tz)

    def _days_on(self, moment: dt.datetime, count: int) -> dt.datetime:
        opening = self.next_opening(moment)
        day = self.day_of(opening)
        wall = wall_at(opening, self.hours.tz)
        target = self.next_working_day(day, count)
        spans = self.hours.on(target)
        at = instant(at_wall(wall + (target - day), self.hours.tz))
        for start, end in spans:
            if at <= end:
                at = max(at, start)
                break
        else:
            at = spans[-1][1]
        return moment_at(at, self.hours.tz)
