"""Work calendars: when the working clock of a team runs.

The arithmetic behind the methods of a calendar is in `worktime`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from salesreg.constraints import Key, Length, Pattern, Range, Refers, Text, Title
from salesreg.record import record
from salesreg.values.times import Duration, Weekday, Window
from salesreg.values.worktime import clock_of

TimeZone = Annotated[
    str,
    Pattern(
        "[A-Z][A-Za-z0-9_+-]{1,31}(?:/[A-Z][A-Za-z0-9_+-]{1,31}){0,2}",
        "a time zone of the IANA database such as 'Europe/Moscow'",
    ),
]
Country = Annotated[str, Pattern("[A-Z]{2}", "a country of ISO 3166-1 such as 'RU'")]


@record
class Break:
    """A break within the working day.

    Attributes:
        title: What it is called.
        kind: Lunch, or a short rest.
        window: When it is, where the time is fixed: the working clock stands
            still in an unpaid window.
        duration: How long one lasts, where the time is not fixed.
        times: How many there are in a day.
        paid: Whether it is working time.
    """

    title: Title
    kind: Literal["lunch", "short"] = "lunch"
    window: Window | None = None
    duration: Duration | None = None
    times: Annotated[int, Range(1, 20)] = 1
    paid: bool = False


@record
class WorkDays:
    """The hours of some days of the week.

    Attributes:
        days: The days of the week.
        window: From when until when people are present.
        breaks: Breaks inside the window.
    """

    days: Annotated[tuple[Weekday, ...], Length(1, 7)]
    window: Window
    breaks: tuple[Break, ...] = ()


@record
class DayException:
    """A date that differs from its day of the week and from the holidays.

    Attributes:
        date: The date.
        kind: Off, or worked although it would be off, or shorter than usual.
        window: Presence on that day, when it is worked or short.
        reason: Why: the decree or order that moved the day.
    """

    date: dt.date
    kind: Literal["off", "working", "short"]
    window: Window | None = None
    reason: Title | None = None


@record
class WorkCalendar:
    """The working time of a team.

    Moments that go in must have a time zone; those that come out have that of
    the calendar. Each method raises `UnknownYear` beyond the years known.

    Attributes:
        key: Identity.
        title: What it is called.
        time_zone: Time zone of its hours, from the IANA database.
        week: Hours by day of the week; a day in none of them is off.
        country: Country whose public holidays are off.
        subdivision: Region of the country with holidays of its own.
        exceptions: Dates that differ: moved days off, working Saturdays.
        shorter_before_holiday: By how much the day before a public holiday is
            shorter.
        first_year: First year for which holidays and exceptions are known.
        last_year: Last such year; beyond it the arithmetic says so and stops.
        roles: Whose calendar it is; everybody's when empty.
        text: What else to say of it.
    """

    key: Key
    title: Title
    time_zone: TimeZone
    week: Annotated[tuple[WorkDays, ...], Length(1, 7)]
    country: Country | None = None
    subdivision: Title | None = None
    exceptions: tuple[DayException, ...] = ()
    shorter_before_holiday: Duration | None = None
    first_year: Annotated[int, Range(1970, 2200)] | None = None
    last_year: Annotated[int, Range(1970, 2200)] | None = None
    roles: tuple[Annotated[str, Refers("Role")], ...] = ()
    text: Text | None = None

    @property
    def known_years(self) -> range:
        """The years whose days off are known; see `worktime.Clock.known_years`."""
        return clock_of(self).known_years

    def elapsed(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        """Return the working time between two moments.

        >>> from zoneinfo import ZoneInfo
        >>> office = WorkCalendar(
        ...     key="office", title="Office", time_zone="Europe/Moscow",
        ...     week=(WorkDays(days=("friday", "monday"),
        ...         window=Window.parse("09:00-18:00")),),
        ... )
        >>> friday = dt.datetime(2026, 5, 15, 17, tzinfo=ZoneInfo("Europe/Moscow"))
        >>> str(office.elapsed(friday, friday + dt.timedelta(days=3)))
        '9:00:00'
        """
        return clock_of(self).elapsed(start, end)

    def add(
        self, moment: dt.datetime, duration: Duration | dt.timedelta
    ) -> dt.datetime:
        """Return the moment a duration later; see `worktime.Clock.add`."""
        return clock_of(self).add(moment, duration)

    def open_windows(self, day: dt.date) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
        """Return when the working clock runs in the hours that start on a date."""
        return clock_of(self).open_windows(day)

    def is_open(self, moment: dt.datetime) -> bool:
        """Tell whether the working clock runs at a moment."""
        return clock_of(self).is_open(moment)

    def next_opening(self, moment: dt.datetime) -> dt.datetime:
        """Return the first moment from which the working clock runs: now, or later."""
        return clock_of(self).next_opening(moment)

    def is_working_day(self, day: dt.date) -> bool:
        """Tell whether any working hours start on a date."""
        return clock_of(self).is_working_day(day)

    def next_working_day(self, day: dt.date, count: int = 1) -> dt.date:
        """Return the working day after a date, or one so many further or back."""
        return clock_of(self).next_working_day(day, count)
