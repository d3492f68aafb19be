"""When a deadline falls: the moments of a goal and of a limit.

Terms in minutes and hours run on from the trigger. Terms in days and longer are
reckoned as the Russian Civil Code does (ГК РФ, articles 190-194):

- the day of the trigger does not count, the term starts on the next (191);
- it ends on the day of the same number, or the last day of a month that has no
  such day (192);
- an end on a day off moves to the next working day (193);
- it ends when the hours of that day end, because after them nobody is there to
  act (194, clause 1, second paragraph).

A term that counts back from an event mirrors this: its end moves to the working
day before, since later would be too late.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import assert_never

from attrs import frozen

from salesreg.errors import invalid
from salesreg.values.calendar import WorkCalendar
from salesreg.values.dates import moved
from salesreg.values.deadline import (
    Before,
    BeforeStage,
    ByDay,
    Deadline,
    Due,
    In,
    SameDay,
)
from salesreg.values.hours import UnknownYear
from salesreg.values.times import ClockTime, Duration
from salesreg.values.worktime import Clock, clock_of
from salesreg.values.zone import MICROSECOND, instant, moment_at

Pause = tuple[dt.datetime, dt.datetime]
_DAY = dt.timedelta(days=1)
_NEVER = -(2**63)


@frozen
class DueMoments:
    """The moments of one deadline.

    Attributes:
        start: When its clock starts: at the trigger, or at an opening after it.
        target: When the goal falls, if there is one with a moment.
        limit: When the limit falls; None when only the order counts, as in
            "before the contract stage".
    """

    start: dt.datetime
    target: dt.datetime | None
    limit: dt.datetime | None


def due(
    deadline: Deadline,
    trigger_at: dt.datetime,
    calendar: WorkCalendar,
    *,
    event_at: dt.datetime | None = None,
    stopped: Iterable[Pause] = (),
) -> DueMoments:
    """Return when a deadline falls after its trigger happened.

    Args:
        deadline: The deadline.
        trigger_at: When the trigger happened.
        calendar: Whose working time counts, and in which time zone days change.
        event_at: When the event of a `Before` will be.
        stopped: From when to when the clock stood still. What was stopped of
            the working time is added to a term on the working clock; terms on
            the calendar and dates stand.

    Raises:
        InvalidValue: A moment has no time zone, a pause ends before it starts,
            a `Before` has no event, or a `ByDay` names day 0.
        UnknownYear: The calendar does not know a year on the way.
    """
    clock = clock_of(calendar)
    start = start_of(deadline, trigger_at, clock)
    reckoning = Reckoning.of(clock, start, event_at=event_at, stopped=stopped)
    target = None if deadline.target is None else reckoning.falls(deadline.target)
    limit = reckoning.falls(deadline.limit)
    return DueMoments(reckoning.start, target, limit)


def start_of(deadline: Deadline, moment: dt.datetime, clock: Clock) -> dt.datetime:
    """Return when the clock of a deadline starts.

    With a cutoff, what comes after the cutoff of one working day and before the next
    one opens starts at that opening: also in the morning and on days off, so that a
    later trigger never falls due earlier.
    """
    if deadline.cutoff is not None:
        opening = _opening_after(deadline.cutoff, moment, clock)
        if opening is not None:
            return opening
    if deadline.after_hours == "next_opening":
        return clock.next_opening(moment)
    return moment_at(instant(moment), clock.hours.tz)


def _opening_after(
    cutoff: ClockTime, moment: dt.datetime, clock: Clock
) -> dt.datetime | None:
    """Return the opening that a trigger waits for; None within the hours of a day."""
    day, at = clock.day_of(moment), instant(moment)
    following = clock.opening(day)
    if following is not None and at >= instant(following):
        begun, following = day, None
    else:
        begun = day - _DAY
    if at <= _cut(cutoff, begun, clock):
        return None
    if following is None:
        following = clock.opening(clock.next_working_day(day))
    return following


def _cut(cutoff: ClockTime, day: dt.date, clock: Clock) -> int:
    """Return the moment of a cutoff on a day; before all others when it is off.

    In hours that run over midnight a time before their start is that of the morning.
    """
    try:
        opening = clock.opening(day)
    except UnknownYear:
        # What was before the first year is taken as not worked.
        return _NEVER
    if opening is None:
        return _NEVER
    cut = clock.at(day, cutoff)
    if cut < opening and clock.date_of(clock.closing(day)) > day:
        cut = clock.at(day + _DAY, cutoff)
    return instant(cut)


@frozen
class Reckoning:
    """One clock that was started, to be asked when its limits fall.

    Attributes:
        clock: The working clock.
        start: When it was started.
        event: When the event of a `Before` will be.
        pauses: When it stood still, in order and apart from one another.
    """

    clock: Clock
    start: dt.datetime
    event: dt.datetime | None = None
    pauses: tuple[Pause, ...] = ()

    @classmethod
    def of(
        cls,
        clock: Clock,
        start: dt.datetime,
        *,
        event_at: dt.datetime | None = None,
        stopped: Iterable[Pause] = (),
    ) -> Reckoning:
        """Start a clock; see `due`."""
        return cls(clock, start, event_at, _merged(stopped))

    @functools.cached_property
    def day(self) -> dt.date:
        """The date whose hours hold the start."""
        return self.clock.day_of(self.start)

    def falls(self, rule: Due) -> dt.datetime | None:
        """Return when a limit falls; None when only the order counts.

        Raises:
            InvalidValue: A `Before` has no event, or a `ByDay` names day 0.
            UnknownYear: The calendar does not know a year on the way.
        """
        match rule:
            case In():
                return self.within(rule.duration)
            case Before():
                return self._before(rule.duration)
            case ByDay():
                return self._by_day(rule)
            case SameDay():
                return self._end(self._working(self.day), rule.at)
            case BeforeStage():
                return None
        assert_never(rule)

    def within(self, duration: Duration) -> dt.datetime:
        """Return when a term of some length ends.

        Raises:
            UnknownYear: The calendar does not know a year on the way.
        """
        if duration.minutes is not None:
            end = self.clock.add(self.start, duration)
        elif duration.working:
            end = self._end(self.clock.next_working_day(self.day, duration.amount))
        else:
            day = moved(self.clock.date_of(self.start), duration)
            end = self._end(self._working(day))
        if duration.working and self.pauses:
            return self._resumed(self.clock.elapsed(self.start, end))
        return end

    def _before(self, duration: Duration) -> dt.datetime:
        if self.event is None:
            message = "a deadline before an event needs the moment of the event"
            raise invalid("no-event", message, "give event_at")
        if duration.minutes is not None:
            length = dt.timedelta(minutes=duration.minutes)
            if duration.working:
                return self.clock.add(self.event, -length)
            start = instant(self.event) - length // MICROSECOND
            return moment_at(start, self.clock.hours.tz)
        if duration.working:
            day = self.clock.day_of(self.event)
            return self._end(self.clock.next_working_day(day, -duration.amount))
        day = moved(self.clock.date_of(self.event), duration, back=True)
        return self._end(self._working(day, back=True))

    def _by_day(self, rule: ByDay) -> dt.datetime:
        if rule.day == 0:
            message = "no month has a day 0"
            raise invalid("no-such-day", message, "count from 1, or from the end: -1")
        month = self.clock.date_of(self.start).replace(day=1)
        if rule.months_later:
            month = moved(month, Duration(rule.months_later, "month"))
        last = moved(month, Duration(1, "month")) - _DAY
        dates = [month + n * _DAY for n in range(last.day)]
        if rule.working:
            dates = [day for day in dates if self.clock.is_working_day(day)] or dates
        # A month with fewer days has the nearest one.
        place = rule.day - 1 if rule.day > 0 else rule.day + len(dates)
        day = dates[min(max(place, 0), len(dates) - 1)]
        return self._end(self._working(day), rule.at)

    def _working(self, day: dt.date, *, back: bool = False) -> dt.date:
        if self.clock.is_working_day(day):
            return day
        return self.clock.next_working_day(day, -1 if back else 1)

    def _end(self, day: dt.date, at: ClockTime | None = None) -> dt.datetime:
        if at is not None:
            return self.clock.at(day, at)
        return self.clock.closing(day)

    def _resumed(self, left: dt.timedelta) -> dt.datetime:
        """Return when so much working time has passed outside the pauses."""
        moment = self.start
        for start, end in self.pauses:
            if start > moment:
                passed = self.clock.elapsed(moment, start)
                if passed >= left:
                    break
                left -= passed
            moment = max(moment, end)
        return self.clock.add(moment, left)


def _merged(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    if not pauses:
        return ()
    merged: list[tuple[int, int]] = []
    for start, end in sorted((instant(start), instant(end)) for start, end in pauses):
        if start > end:
            first, last = moment_at(start, dt.UTC), moment_at(end, dt.UTC)
            message = f"a pause cannot end at {last}, before it starts at {first}"
            raise invalid("bad-pause", message)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple((moment_at(a, dt.UTC), moment_at(b, dt.UTC)) for a, b in merged)
