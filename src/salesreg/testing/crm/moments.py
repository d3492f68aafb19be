"""Moments: the times at which a CRM that reckons wrongly gives itself away.

Openings and closings, the ends of lunch, cut-offs, and the moments when clocks run
out. A run meets them to the minute, a minute early and a minute late.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from salesreg.errors import InvalidValue
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.gates import Gates
from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear
from salesreg.values.times import ClockTime
from salesreg.values.worktime import Clock, clock_of

_DAY = dt.timedelta(days=1)
_MONDAY = dt.date(2026, 3, 2)
"""A day when nothing is said of the day to start on."""


class Moments:
    """The times that matter under a regulation.

    Attributes:
        start: When a run starts: at the first opening of a day in force.
        end: Where a run ends, so that the calendars know the days.
    """

    def __init__(self, gates: Gates) -> None:
        """Take the calendars and the terms of a regulation."""
        regulation = gates.regulation
        self._clocks = [clock_of(one) for one in regulation.calendars]
        self._cutoffs = tuple(
            dict.fromkeys(
                deadline.cutoff
                for stage in map(gates.stage, gates.stages)
                for deadline in stage.deadlines
                if deadline.cutoff
            )
        )
        self.start = self._start(regulation)
        self.end = self._end()

    def _start(self, regulation: Regulation) -> dt.datetime:
        revision = regulation.revision
        day = (revision and revision.in_force_from) or _MONDAY
        midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
        if not self._clocks:
            return midnight
        known = [clock.known_years for clock in self._clocks]
        years = _common(known) or known[0]
        if day.year not in years and years:
            day = day.replace(year=min(max(day.year, years[0]), years[-1]), day=1)
        clock = self._clocks[0]
        try:
            return clock.next_opening(clock.at(day, ClockTime(0)))
        except InvalidValue:
            return midnight

    def _end(self) -> dt.datetime:
        """Return a moment before which the next working day is known."""
        end = self.start + 730 * _DAY
        while end > self.start:
            try:
                for clock in self._clocks:
                    clock.next_working_day(clock.date_of(end))
            except InvalidValue:
                end -= 30 * _DAY
            else:
                return end
        return self.start

    def opening(
        self, at: dt.datetime, calendar: WorkCalendar | None = None
    ) -> dt.datetime:
        """Return the first moment of working time from a moment on, where known."""
        clock = clock_of(calendar) if calendar else next(iter(self._clocks), None)
        try:
            return clock.next_opening(at) if clock else at
        except UnknownYear:
            return at

    def after(
        self, now: dt.datetime, clocks: Iterable[dt.datetime]
    ) -> tuple[dt.datetime, ...]:
        """Return the moments that matter next, the nearest first, `now` excluded."""
        found = {at for at in clocks if at > now}
        for clock in self._clocks:
            found |= {at for at in self._of_day(clock, now) if at > now}
        return tuple(sorted(at for at in found if at <= self.end))

    def _of_day(self, clock: Clock, now: dt.datetime) -> Iterator[dt.datetime]:
        day = clock.date_of(now)
        for date in (day, clock.next_working_day(day)):
            for start, end in clock.open_windows(date):
                yield start
                yield end
            if clock.is_working_day(date):
                for cutoff in self._cutoffs:
                    yield clock.at(date, cutoff)


def _common(ranges: list[range]) -> range:
    return range(max(one.start for one in ranges), min(one.stop for one in ranges))
