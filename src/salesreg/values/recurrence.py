"""Recurrences: when a meeting, a report or a review comes round again."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from salesreg.constraints import Range
from salesreg.record import record
from salesreg.values.times import ClockTime, Duration, Weekday


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
