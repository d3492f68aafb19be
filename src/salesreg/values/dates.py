"""Dates a duration away, on the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from salesreg.errors import InvalidValue, invalid
from salesreg.values.times import Duration

D = TypeVar("D", dt.date, dt.datetime)

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}


def moved(day: D, duration: Duration, *, back: bool = False) -> D:
    """Return the date a number of days, weeks, months, quarters or years away.

    A month that has no such day gives its last one (the Russian Civil Code,
    article 192, says the same of terms). Which clock counts is not looked at.

    Raises:
        InvalidValue: The result is not between the years 1 and 9999.

    >>> str(moved(dt.date(2026, 1, 31), Duration(1, "month")))
    '2026-02-28'
    """
    count = -duration.amount if back else duration.amount
    try:
        if duration.unit in _DAYS:
            return day + dt.timedelta(days=_DAYS[duration.unit] * count)
        # Most calendars are never asked for a month, so they do not pay for this.
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415

        return day + relativedelta(months=_MONTHS.get(duration.unit, 0) * count)
    except (OverflowError, ValueError):
        way = "before" if back else "after"
        what = f"{duration} {way} {day}"
        raise out_of_range(what) from None


def out_of_range(what: str) -> InvalidValue:
    """Return the exception for a date that Python cannot hold."""
    return invalid("out-of-range", f"{what} is not between the years 1 and 9999")
