"""Writing recurrences and due dates as people say them."""

from __future__ import annotations

from typing import Protocol, cast, get_args

from salesreg.errors import InvalidValue, invalid
from salesreg.shapes import wrong_type
from salesreg.values.deadline import ByDay, Deadline, In
from salesreg.values.event import DealCreated, Event, Happens, OwnerAssigned
from salesreg.values.recurrence import Recurrence
from salesreg.values.times import Cadence, ClockTime, Duration, Weekday

WORKING_WEEK: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
)


class Written(Protocol):
    """An event that a builder's function wrote: `sr.deal_created()`."""

    def build(self) -> Event:
        """Return the event."""
        ...


def _time(at: ClockTime | str | None) -> ClockTime | None:
    return ClockTime.parse(at) if isinstance(at, str) else at


def _length(for_: Duration | str | None) -> Duration | None:
    return Duration.parse(for_) if isinstance(for_, str) else for_


def every(
    *what: Weekday | Cadence,
    interval: int = 1,
    at: ClockTime | str | None = None,
    for_: Duration | str | None = None,
) -> Recurrence:
    """Return a recurrence: every Monday, every Monday and Thursday, every quarter.

    Args:
        what: Days of the week, or one unit: "day", "week", "month", "quarter",
            "year".
        interval: Every how many units or weeks.
        at: The time of day.
        for_: How long it lasts.

    Raises:
        InvalidValue: Units and days of the week are mixed, or a word is neither.

    >>> every("monday", at="09:30", for_="30 min").rrule
    'FREQ=WEEKLY;BYDAY=MO'
    """
    time, length = _time(at), _length(for_)
    if len(what) == 1 and what[0] in get_args(Cadence):
        unit = cast("Cadence", what[0])
        return Recurrence(every=unit, interval=interval, at=time, duration=length)
    if not what:
        raise invalid("bad-value", "every() needs a unit or days of the week")
    # Words that are neither are refused by the class, with a suggestion.
    days = cast("tuple[Weekday, ...]", what)
    return Recurrence(
        every="week", interval=interval, weekdays=days, at=time, duration=length
    )


def daily(
    *, at: ClockTime | str | None = None, for_: Duration | str | None = None
) -> Recurrence:
    """Return a recurrence on every working weekday, Monday to Friday.

    >>> daily(at="09:00").rrule
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
    """
    return every(*WORKING_WEEK, at=at, for_=for_)


def weekly(
    *days: Weekday,
    at: ClockTime | str | None = None,
    for_: Duration | str | None = None,
) -> Recurrence:
    """Return a recurrence once a week, or on some days of each.

    >>> weekly().rrule, weekly("friday").rrule
    ('FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=FR')
    """
    return every(*days, at=at, for_=for_) if days else every("week", at=at, for_=for_)


def monthly(
    day: int | None = None,
    *,
    business_day: int | None = None,
    at: ClockTime | str | None = None,
    for_: Duration | str | None = None,
) -> Recurrence:
    """Return a recurrence once a month.

    Args:
        day: On which day of the month; -1 is the last.
        business_day: On which working weekday of the month; -1 is the last.
        at: The time of day.
        for_: How long it lasts.

    >>> monthly(-1).rrule, monthly(business_day=4).rrule
    ('FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=4')
    """
    return Recurrence(
        every="month",
        month_days=() if day is None else (day,),
        weekdays=WORKING_WEEK if business_day is not None else (),
        position=business_day,
        at=_time(at),
        duration=_length(for_),
    )


def quarterly(
    *, at: ClockTime | str | None = None, for_: Duration | str | None = None
) -> Recurrence:
    """Return a recurrence once a quarter.

    >>> quarterly().rrule
    'FREQ=MONTHLY;INTERVAL=3'
    """
    return every("quarter", at=at, for_=for_)


def yearly(
    month: int | None = None,
    day: int | None = None,
    *,
    at: ClockTime | str | None = None,
    for_: Duration | str | None = None,
) -> Recurrence:
    """Return a recurrence once a year, in a month and on a day of it.

    >>> yearly(9, 1).rrule
    'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1'
    """
    return Recurrence(
        every="year",
        months=() if month is None else (month,),
        month_days=() if day is None else (day,),
        at=_time(at),
        duration=_length(for_),
    )


def by_business_day(day: int, *, months_later: int = 1) -> ByDay:
    """Return a due date by a business day of a month: "by the 4th business day".

    >>> by_business_day(4).working
    True
    """
    return ByDay(day=day, working=True, months_later=months_later)


def within(
    limit: Duration | str,
    *,
    after: Event | Written | str,
    target: Duration | str | None = None,
) -> Deadline:
    """Return a deadline: within 15 working minutes after a deal is created.

    Args:
        limit: The time allowed; later is a breach.
        after: The event that starts the clock; words are an event in words, and the
            name of a kind that says all is that event: "deal_created".
        target: The shorter time that is the goal, when there are two.

    Raises:
        InvalidValue: A text is no duration, or `after` is no event.

    >>> from salesreg.values.event import DealCreated
    >>> within("15 min working", after=DealCreated()).limit
    In(duration=Duration('15 min working'))
    >>> within("1 business day", after="the client writes").trigger
    Happens(title='the client writes')
    """
    return Deadline(
        trigger=_event(after),
        limit=_in(limit),
        target=None if target is None else _in(target),
    )


def _event(after: Event | Written | str) -> Event:
    if isinstance(after, str):
        kinds = {cls.kind: cls for cls in get_args(Event)}
        if after not in kinds:
            return Happens(title=after)
        if after in _BARE:
            return _BARE[after]
        message = f"{after!r} does not say of what"
        raise invalid("bad-value", message, f"write sr.{kinds[after].kind}(...)")
    if isinstance(after, Event):
        return after
    if not hasattr(after, "build"):
        hint = "write sr.deal_created(), or what happens in words"
        problem = wrong_type("an event", after, hint)
        raise InvalidValue([problem.under("after")])
    return after.build()


_BARE: dict[str, Event] = {one.kind: one for one in (DealCreated(), OwnerAssigned())}


def _in(length: Duration | str) -> In:
    duration = Duration.parse(length) if isinstance(length, str) else length
    return In(duration=duration)
