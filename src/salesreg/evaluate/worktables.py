"""A calendar as small tables of whole numbers, which any engine can join.

Engines differ in time zones, intervals and joins by inequality, and agree in
whole numbers. So the calendar is compiled here, in Python with the time zone
database, to one row for each day of UTC, and an engine needs nothing but a join by
equality and `CASE`. Moments are seconds from 1970 in UTC.

What is looked up of a moment is its *tick*: twice the working time since the table
began, and one more while the clock stands. So the difference of two halves is the
working time between two moments, and, because the first moment by which a working
time has passed never is one at which the clock stood before it,

    t is after the moment when w has passed   is the same as   tick(t) > 2 w

The inverse comes from a second table, cut into blocks of working time that are so
short that few windows meet one.
"""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from salesreg.values.calendar import WorkCalendar
from salesreg.values.worktime import clock_of
from salesreg.values.zone import EPOCH, SECOND, moment_at

DAY = 86_400
"""Seconds of a day of UTC."""
_MICRO = 1_000_000
_FAR = 2**40
_FEW = 3
_SHORTEST = 60

Row = tuple[int, ...]
Spans = list[tuple[int, int]]


@frozen
class WorkTables:
    """The working time of one calendar over some years.

    Attributes:
        windows: How many windows a day of UTC has at most.
        turns: How often the date on the wall changes within a day of UTC at most.
        days: Rows of `day_columns`: the day's number from 1970; for each window the
            seconds of the day behind which it runs and up to which, and what is added
            to twice a second inside to get its tick; the ticks while the clock
            stands; the next opening behind the last window; the date on the wall at
            the start, and for each turn the second and the date from then on. Dates
            are numbers of days from 1970. Windows that a day lacks are empty and
            stand at the next opening.
        pieces: How many windows meet one block of working time at most.
        block: Length of a block of working time.
        blocks: Rows of `block_columns`: the number of a block, and for each window
            that it meets the working time before the window and when it starts.
        opens: First moment that is known.
        closes: First moment that is not known any more.
    """

    windows: int
    turns: int
    days: tuple[Row, ...]
    pieces: int
    block: int
    blocks: tuple[Row, ...]
    opens: int
    closes: int

    @property
    def day_columns(self) -> tuple[str, ...]:
        """The names of the columns of `days`."""
        return (
            "day",
            *(f"{side}{n}" for n in range(1, self.windows + 1) for side in "abr"),
            *(f"q{n}" for n in range(self.windows + 1)),
            "nxt",
            "d0",
            *(f"{name}{n}" for n in range(1, self.turns + 1) for name in "cd"),
        )

    @property
    def block_columns(self) -> tuple[str, ...]:
        """The names of the columns of `blocks`."""
        names = (f"{name}{n}" for n in range(1, self.pieces + 1) for name in "wf")
        return ("block", *names)


@functools.lru_cache(maxsize=32)
def work_tables(calendar: WorkCalendar, years: range) -> WorkTables | None:
    """Compile a calendar for those of some years that it knows.

    Returns:
        The tables, or None when the calendar knows none of the years.

    Raises:
        InvalidValue: The time zone or the country of the calendar is unknown.
    """
    hours = clock_of(calendar).hours
    known = range(
        max(years.start, hours.known_years.start),
        min(years.stop, hours.known_years.stop),
    )
    if not known:
        return None
    opens = hours.at(dt.date(known.start, 1, 1), 0) // _MICRO
    closes = hours.at(dt.date(known.stop, 1, 1), 0) // _MICRO
    table = hours.table(opens * _MICRO, closes * _MICRO - 1)
    both = zip(table.starts, table.ends, strict=True)
    spans = [
        (max(start // _MICRO, opens), min(end // _MICRO, closes))
        for start, end in both
        if end // _MICRO > opens and start // _MICRO < closes
    ]
    numbers = range(opens // DAY, -(-closes // DAY))
    cut = _by_day(spans)
    width = max((len(found) for found in cut.values()), default=1)
    walls = {day: _wall(day, hours.tz) for day in numbers}
    turns = max(len(found) - 1 for found in walls.values())
    block, blocks, pieces = _blocks(spans)
    return WorkTables(
        windows=width,
        turns=turns,
        days=tuple(_day_rows(numbers, cut, spans, width, walls, turns)),
        pieces=pieces,
        block=block,
        blocks=tuple(blocks),
        opens=opens,
        closes=closes,
    )


def _by_day(spans: Spans) -> dict[int, Spans]:
    """Cut spans at the midnights of UTC; bounds count from the midnight before."""
    found: dict[int, Spans] = {}
    for start, end in spans:
        for day in range(start // DAY, (end - 1) // DAY + 1):
            midnight = day * DAY
            # Behind -1: a window that runs on over midnight does not stand there.
            low = start - midnight if start >= midnight else -1
            found.setdefault(day, []).append((low, min(end - midnight, DAY)))
    return found


def _day_rows(
    numbers: range,
    cut: dict[int, Spans],
    spans: Spans,
    width: int,
    walls: dict[int, Spans],
    turns: int,
) -> Iterator[Row]:
    starts = [start for start, _ in spans]
    worked = 0
    for day in numbers:
        behind = bisect_left(starts, (day + 1) * DAY)
        opening = starts[behind] - day * DAY if behind < len(starts) else _FAR
        runs_on = cut.get(day + 1, [(0, 0)])[0][0] < 0
        opening = DAY if runs_on else opening
        windows: list[int] = []
        still = [2 * worked + 1]
        for low, high in cut.get(day, ()):
            start = max(low, 0)
            windows += (low, high, 2 * (worked - start))
            worked += high - start
            still.append(2 * worked + 1)
        missing = width + 1 - len(still)
        windows += [opening, opening, 0] * missing
        still += still[-1:] * missing
        (_, first), *others = walls[day]
        others += [(DAY, others[-1][1] if others else first)] * (turns - len(others))
        turned = (part for turn in others for part in turn)
        yield (day, *windows, *still, opening, first, *turned)


def wall_rows(days: Iterable[int], tz: dt.tzinfo) -> tuple[int, list[Row]]:
    """Return how often the wall's date turns within a day at most, and each day's row.

    A row is the number of the day of UTC, the date at its start, and for each turn the
    second and the date from then on.
    """
    walls = {day: _wall(day, tz) for day in sorted(days)}
    turns = max((len(found) - 1 for found in walls.values()), default=0)
    rows: list[Row] = []
    for day, ((_, first), *others) in walls.items():
        last = others[-1][1] if others else first
        turned = (*others, *[(DAY, last)] * (turns - len(others)))
        rows.append((day, first, *(part for turn in turned for part in turn)))
    return turns, rows


def _wall(day: int, tz: dt.tzinfo) -> Spans:
    """Return from which second of a day of UTC on the wall shows which date."""
    start = day * DAY
    marks = [start, *_jump(start, start + DAY, tz), start + DAY]
    found: Spans = []
    for low, high in pairwise(marks):
        # Up to the next mark the wall runs evenly.
        offset = _offset(low, tz)
        for date in range((low + offset) // DAY, (high - 1 + offset) // DAY + 1):
            if not found or found[-1][1] != date:
                found.append((max(low, date * DAY - offset) - start, date))
    return found


def _jump(low: int, high: int, tz: dt.tzinfo) -> tuple[int, ...]:
    """Return the second within a day at which the wall clock is put, if any."""
    before = _offset(low, tz)
    if before == _offset(high, tz):
        return ()
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(middle, tz) == before:
            low = middle
        else:
            high = middle
    return (high,)


def _offset(at: int, tz: dt.tzinfo) -> int:
    offset = moment_at(at * _MICRO, tz).utcoffset()
    assert offset is not None
    return offset // SECOND


def _blocks(spans: Spans) -> tuple[int, list[Row], int]:
    """Cut the working time into blocks that few windows meet."""
    windows: list[tuple[int, int, int]] = []
    before = 0
    for start, end in spans:
        windows.append((before, before + end - start, start))
        before += end - start
    block = DAY // 6
    while True:
        met: list[list[int]] = [[] for _ in range(-(-before // block))]
        for low, high, start in windows:
            for number in range(low // block, (high - 1) // block + 1):
                met[number] += (low, start)
        pieces = max(map(len, met), default=2) // 2
        if pieces <= _FEW or block <= _SHORTEST:
            break
        block //= 2
    rows = [
        (number, *found, *([_FAR, 0] * (pieces - len(found) // 2)))
        for number, found in enumerate(met)
    ]
    return block, rows, pieces


def day_of(number: int) -> dt.date:
    """Return the date so many days from 1970."""
    return EPOCH.date() + dt.timedelta(days=number)


def day_number(day: dt.date) -> int:
    """Return the number of a date, counted from 1970."""
    return (day - EPOCH.date()).days
