"""Periods by the calendar: days, weeks, months, quarters, halves and years."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Literal

from salesreg.values.dates import moved
from salesreg.values.period import Period
from salesreg.values.times import Duration

Cadence = Literal["day", "week", "month", "quarter", "half_year", "year"]
MONTHS: dict[Cadence, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""How many months some kinds of periods have."""

_DAY = dt.timedelta(days=1)


@functools.lru_cache(maxsize=4096)
def period_of(day: dt.date, cadence: Cadence) -> Period:
    """Return the period that holds a day.

    >>> str(period_of(dt.date(2026, 5, 20), "quarter"))
    '2026-Q2'
    """
    if cadence == "day":
        return Period(day, day)
    if cadence == "week":
        start = day - day.weekday() * _DAY
        return Period(start, start + 6 * _DAY)
    months = MONTHS[cadence]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return Period(first, moved(first, Duration(months, "month")) - _DAY)


def periods(first: dt.date, last: dt.date, cadence: Cadence) -> Iterator[Period]:
    """Yield the periods from that of one day to that of another."""
    period = period_of(first, cadence)
    while period.start <= last:
        yield period
        period = period_of(period.end + _DAY, cadence)
