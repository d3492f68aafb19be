"""Laws of the working clock: t + a is when a clock started at t has run for a.

They hold of every calendar c, of the library or of your own with its methods. A way
through a year that a calendar does not know, or out of all dates, breaks no law.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Generator
from typing import Protocol

from attrs import evolve

from salesreg.errors import InvalidValue
from salesreg.testing.laws.same import holds, same
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import ByDay, Deadline, In, SameDay
from salesreg.values.times import Duration

_BEYOND = {"unknown-year", "out-of-range"}
_INSTANT = dt.timedelta(microseconds=1)


class Clock(Protocol):
    """What a calendar does with time; `WorkCalendar` does, and yours may."""

    def add(
        self, moment: dt.datetime, duration: Duration | dt.timedelta, /
    ) -> dt.datetime:
        """Return when a clock started at a moment has run for so long."""
        ...

    def elapsed(self, start: dt.datetime, end: dt.datetime, /) -> dt.timedelta:
        """Return for how long the clock runs between two moments."""
        ...

    def is_open(self, moment: dt.datetime, /) -> bool:
        """Tell whether the clock runs at a moment."""
        ...


def working_time_adds(
    clock: Clock, start: dt.datetime, first: dt.timedelta, second: dt.timedelta
) -> None:
    """For all c, moments t and a, b > 0: (t + a) + b = t + (a + b).

    And e(t, t + a) = a, where e(t, u) is for how long the clock runs from t to u.

    Args:
        clock: c.
        start: t, with its time zone.
        first: a, of working time.
        second: b, likewise.
    """
    with _years_known():
        after = clock.add(start, first)
        in_two = clock.add(after, second)
        at_once = clock.add(start, first + second)
        said = f"{first}, then {second} after {start} is {in_two}; together {at_once}"
        holds(said, in_two == at_once)
        same(f"what has elapsed at {after}", first, clock.elapsed(start, after))


def elapsed_time_adds(clock: Clock, *moments: dt.datetime) -> None:
    """For all c and moments t, u, v: e(t, u) + e(u, v) = e(t, v).

    And 0 <= e(t, u) <= u - t where t <= u; e(t, u) is for how long the clock runs.

    Args:
        clock: c.
        moments: t, u, v, in any order.
    """
    with _years_known():
        first, between, last = sorted(moments)
        whole = clock.elapsed(first, last)
        parts = clock.elapsed(first, between), clock.elapsed(between, last)
        told = f"{parts[0]} until {between} and {parts[1]} after it"
        holds(f"{told} is not {whole}", sum(parts, start=dt.timedelta()) == whole)
        # Aware moments of one zone differ by what the wall shows; these do not.
        passed = last.astimezone(dt.UTC) - first.astimezone(dt.UTC)
        holds(f"{whole} of {passed}", dt.timedelta() <= whole <= passed)


def deadline_falls_in_hours(
    deadline: Deadline, trigger_at: dt.datetime, calendar: WorkCalendar
) -> None:
    """For all deadlines d on working time and moments t: c is open just before d(t).

    So it never falls inside a closed interval: what ends with the day ends with it,
    not at the next opening. A deadline that names the hour itself, or counts plain
    hours, is on no working time, and nothing is said of it.

    Args:
        deadline: d.
        trigger_at: t, when its trigger happens.
        calendar: c.
    """
    if not _on_working_time(deadline):
        return
    with _years_known():
        limit = _limit(deadline, trigger_at, calendar)
        assert limit is not None
        before = (limit.astimezone(dt.UTC) - _INSTANT).astimezone(limit.tzinfo)
        said = f"{deadline.limit} after {trigger_at} falls at {limit}, when all is shut"
        holds(said, calendar.is_open(before))


def later_triggers_fall_later(
    deadline: Deadline, first: dt.datetime, second: dt.datetime, calendar: WorkCalendar
) -> None:
    """For all deadlines d and moments t <= u: d(t) <= d(u).

    A term before an event is taken for one event, at u.

    Args:
        deadline: d.
        first: t, when its trigger happens.
        second: u, likewise; t and u change places where it is the earlier one.
        calendar: Whose working time counts.
    """
    with _years_known():
        early, late = sorted([first, second])
        before = _limit(deadline, early, calendar, event_at=late)
        after = _limit(deadline, late, calendar, event_at=late)
        if before is not None and after is not None:
            holds(f"{early} gives {before}, and {late} gives {after}", before <= after)


def _limit(
    deadline: Deadline,
    trigger_at: dt.datetime,
    calendar: WorkCalendar,
    event_at: dt.datetime | None = None,
) -> dt.datetime | None:
    # The laws speak of the limit alone; a target may be of another kind.
    plain = evolve(deadline, target=None)  # type: ignore[misc]
    return plain.due(trigger_at, calendar, event_at=event_at).limit


def _on_working_time(deadline: Deadline) -> bool:
    match deadline.limit:
        case In(duration=duration):
            return duration.working or duration.minutes is None
        case ByDay(at=None, day=day):
            return day != 0
        case SameDay(at=None):
            return True
        case _:
            return False


@contextlib.contextmanager
def _years_known() -> Generator[None]:
    try:
        yield
    except InvalidValue as error:
        if not {problem.code for problem in error.problems} <= _BEYOND:
            raise
