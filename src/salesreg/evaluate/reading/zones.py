"""Moments without a zone, taken to be on the wall of a zone, as SQL.

The wall never runs backwards, as `values.zone` has it: what it skips is the moment
of the jump, and what it shows twice is the first of the two. Engines differ in this,
so the offsets are written out.
"""

from __future__ import annotations

import datetime as dt

from salesreg.values.zone import EPOCH, SECOND, moment_at, zone

_DAY = 86_400


def on_the_wall(seconds: str, name: str, years: range) -> str:
    """Return the expression of the moment at which the wall shows so many seconds.

    Args:
        seconds: Expression of the seconds from 1970 that the wall shows.
        name: The time zone.
        years: The years for which it must hold.

    Raises:
        InvalidValue: There is no such zone.
    """
    tz = zone(name)
    low = _at(dt.datetime(years.start, 1, 1, tzinfo=dt.UTC)) - _DAY
    high = _at(dt.datetime(years.stop, 1, 1, tzinfo=dt.UTC)) + _DAY
    cases: list[str] = []
    for jump in _jumps(low, high, tz):
        before, after = _offset(jump - 1, tz), _offset(jump, tz)
        # Up to the jump the old offset holds, and in a gap the jump itself is meant.
        cases.append(f"WHEN {seconds} < {jump + before} THEN {seconds} - ({before})")
        if after > before:
            cases.append(f"WHEN {seconds} < {jump + after} THEN {jump}")
    last = f"{seconds} - ({_offset(high, tz)})"
    return f"CASE {' '.join(cases)} ELSE {last} END" if cases else f"({last})"


def _jumps(low: int, high: int, tz: dt.tzinfo) -> list[int]:
    found: list[int] = []
    for day in range(low, high, _DAY):
        before, end = _offset(day, tz), day + _DAY
        if before == _offset(end, tz):
            continue
        start = day
        while end - start > 1:
            middle = (start + end) // 2
            if _offset(middle, tz) == before:
                start = middle
            else:
                end = middle
        found.append(end)
    return found


def _offset(seconds: int, tz: dt.tzinfo) -> int:
    offset = moment_at(seconds * 1_000_000, tz).utcoffset()
    assert offset is not None
    return offset // SECOND


def _at(moment: dt.datetime) -> int:
    return (moment - EPOCH) // SECOND
