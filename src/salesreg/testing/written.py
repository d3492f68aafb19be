"""How values are drawn whose parts depend on one another: times and periods.

A test may settle any of their parts; the others are drawn to go with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, TimeUnit, Window

if TYPE_CHECKING:
    from salesreg.testing.drawing import Drawing

T = TypeVar("T")

Parts = Mapping[str, object]
"""The parts of a value that are settled, by field."""

_DAY = dt.timedelta(days=1)
DATES = (
    *(dt.date(2026, 1, 1) + day * _DAY for day in range(365 * 5)),
    *(dt.date(2020, 1, 1) + day * _DAY for day in range(366 * 6)),
    *map(dt.date.fromisoformat, ("0001-01-01", "1900-02-28", "1999-12-31")),
    *map(dt.date.fromisoformat, ("2000-02-29", "2038-01-19", "9999-12-31")),
)
"""Days; shrinking ends at the first of 2026."""

_MINUTES = (540, 1080, *range(0, 1441, 30), 545, 1, 719, 1439)
_LENGTHS = (540, 60, 15, 30, 480, 720, 1, 1440)
_MIDNIGHT = 1440
SPANS: tuple[tuple[TimeUnit, bool], ...] = (
    ("minute", False), ("hour", False), ("day", False), ("week", False),
    ("month", False), ("quarter", False), ("year", False),
    ("minute", True), ("hour", True), ("day", True),
)  # fmt: skip
"""The units of durations, and whether the clock of working time counts them."""

_COUNTS = (1, 2, 3, 5, 10, 15, 30, 45, 60, 90, 365, 99_999_999)
_DURATIONS = tuple(
    Duration(count, unit, working) for count in _COUNTS for unit, working in SPANS
)
_PARTS = ("", "-Q1", "-Q4", "-H1", "-H2", "-01", "-02", "-06", "-12")
_YEARS = ("2026", "2027", "2028", "2025", "2020", "9999", "0001")
_PERIODS = tuple(Period.parse(year + part) for year in _YEARS for part in _PARTS)


def _given(parts: Parts, name: str, draw: Callable[[], T]) -> T:
    return cast("T", parts[name]) if name in parts else draw()


def _clock_time(drawing: Drawing, parts: Parts) -> ClockTime:
    return ClockTime(_given(parts, "minutes", lambda: drawing.pick(_MINUTES)))


def _window(drawing: Drawing, parts: Parts) -> Window:
    length = drawing.pick(_LENGTHS) if {"start", "end"} - parts.keys() else 0
    if "end" in parts:
        end = cast("ClockTime", parts["end"])
        start = _given(parts, "start", lambda: _away(end, -length))
    else:
        start = _given(parts, "start", lambda: ClockTime(drawing.pick(_MINUTES)))
        end = _away(start, length)
    return Window(start, end)


def _away(time: ClockTime, minutes: int) -> ClockTime:
    """Return another time of the day, so far from one; 24 hours are a minute less."""
    found = time.minutes + minutes
    if not 0 <= found <= _MIDNIGHT:
        found %= _MIDNIGHT
    if found == time.minutes:
        found += 1 if found == 0 or minutes < 0 else -1
    return ClockTime(found)


def _duration(drawing: Drawing, parts: Parts) -> Duration:
    # One choice, so that no other way to say a limit is shorter to Hypothesis.
    possible = (
        _DURATIONS
        if not parts
        else tuple(
            duration
            for duration in _DURATIONS
            if duration.unit == parts.get("unit", duration.unit)
            and duration.working == parts.get("working", duration.working)
        )
    )
    if not possible:
        unit, working = (repr(parts.get(name)) for name in ("unit", "working"))
        message = f"there is no duration in {unit} with working={working}"
        raise ValueError(message)
    found = drawing.pick(possible)
    amount = _given(parts, "amount", lambda: found.amount)
    return Duration(amount, found.unit, found.working)


def _period(drawing: Drawing, parts: Parts) -> Period:
    index = 0 if parts else drawing.upto(len(_PERIODS) + 20)
    if not parts and index < len(_PERIODS):
        return _PERIODS[index]
    return Period(
        _given(parts, "start", lambda: drawing.pick(DATES)),
        _given(parts, "end", lambda: drawing.pick(DATES)),
    )


WRITTEN: Mapping[type, Callable[[Drawing, Parts], object]] = {
    ClockTime: _clock_time,
    Window: _window,
    Duration: _duration,
    Period: _period,
}
"""How each is drawn around the parts that are settled."""
