"""Wall clocks: which instant a time on the wall of a time zone means.

Twice a year some walls skip an hour and some show one twice. Here the clock on
the wall never runs backwards: a time that the wall skips is the instant of the
jump, and a time that it shows twice is the first of the two (RFC 5545, 3.3.5).
So windows that meet on the wall also meet in time, every day.
"""

from __future__ import annotations

import datetime as dt
import functools
import zoneinfo

from salesreg.errors import invalid
from salesreg.values.dates import out_of_range

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
SECOND = dt.timedelta(seconds=1)


@functools.lru_cache(maxsize=128)
def zone(name: str) -> zoneinfo.ZoneInfo:
    """Return a time zone of the IANA database.

    Raises:
        InvalidValue: The database has no such zone.
    """
    try:
        return zoneinfo.ZoneInfo(name)
    # A name that is a folder of the database is an OSError to Python 3.11.
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        message = f"no time zone is called {name!r}"
        hint = "write a name of the IANA database such as 'Europe/Moscow'"
        raise invalid("unknown-time-zone", message, hint) from None


def instant(moment: dt.datetime) -> int:
    """Return the microseconds from 1970 in UTC to a moment.

    Raises:
        InvalidValue: The moment has no time zone.
    """
    if moment.utcoffset() is None:
        message = f"{moment.isoformat(' ')} has no time zone, so no instant is known"
        hint = "add one: moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        raise invalid("naive-datetime", message, hint)
    return (moment - EPOCH) // MICROSECOND


def moment_at(microseconds: int, tz: dt.tzinfo) -> dt.datetime:
    """Return the moment at an instant, as the wall of a time zone shows it.

    Raises:
        InvalidValue: It is not between the years 1 and 9999.
    """
    try:
        return (EPOCH + microseconds * MICROSECOND).astimezone(tz)
    except OverflowError:
        days = microseconds // 86_400_000_000
        what = f"the moment {days} days after 1970"
        raise out_of_range(what) from None


def at_wall(wall: dt.datetime, tz: zoneinfo.ZoneInfo) -> dt.datetime:
    """Return the moment, in UTC, when a wall reaches a naive date and time.

    >>> berlin = zone("Europe/Berlin")
    >>> str(at_wall(dt.datetime(2026, 3, 29, 2, 30), berlin))  # the wall skips it
    '2026-03-29 01:00:00+00:00'
    >>> str(at_wall(dt.datetime(2026, 10, 25, 2, 30), berlin))  # shown twice
    '2026-10-25 00:30:00+00:00'
    """
    local = wall.replace(tzinfo=tz)
    moment = local.astimezone(dt.UTC)
    if moment.astimezone(tz).replace(tzinfo=None, fold=0) == wall:
        return moment
    return _jump(moment, local.replace(fold=1).astimezone(dt.UTC), tz)


def wall_at(moment: dt.datetime, tz: zoneinfo.ZoneInfo) -> dt.datetime:
    """Return the latest naive date and time that the wall had reached.

    While an hour is shown for the second time, that is its end: what the wall
    showed before it was put back.
    """
    local = moment.astimezone(tz)
    if not local.fold:
        return local.replace(tzinfo=None)
    again = moment.astimezone(dt.UTC)
    first = local.replace(fold=0).astimezone(dt.UTC)
    jump = _jump(again + SECOND, first, tz)
    before = (jump - SECOND).astimezone(tz).replace(tzinfo=None)
    return before + SECOND


def _jump(after: dt.datetime, before: dt.datetime, tz: dt.tzinfo) -> dt.datetime:
    """Return the first second with another offset than the moment before."""
    offset = before.astimezone(tz).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // SECOND // 2 * SECOND
        if middle.astimezone(tz).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
