"""A day, or a week, that holds all that is demanded of it: shown, or disproved.

Work that can be broken off is spread by a flow from the demands to the pieces of
open time, so the answer is exact: when it does not fit, the cut that stops the
flow names demands that together need more minutes than are open to them. Demands
that must not be broken off (a meeting, a break) are tried place by place, with
the flow as the bound; where that takes too many steps, the answer is `None`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from salesreg.solve.flow import assigned

Span = tuple[int, int]
"""From a minute to another, the second not included."""


class Demand(NamedTuple):
    """Something that takes time.

    Attributes:
        name: What it is; names need not differ.
        minutes: How long it takes.
        windows: When it may be done; at any open time when empty.
        whole: Whether it must be done in one piece.
    """

    name: str
    minutes: int
    windows: tuple[Span, ...] = ()
    whole: bool = False


class Entry(NamedTuple):
    """One line of a timetable.

    Attributes:
        start: Its first minute.
        end: Its end.
        demand: Position of the demand that it serves.
    """

    start: int
    end: int
    demand: int


Timetable = tuple[Entry, ...]


class Shortage(NamedTuple):
    """Demands that cannot be met together, though each of them can be left out.

    Attributes:
        demands: Their positions.
        needed: Minutes that they take together.
        open: Minutes that are open to them; not less than needed when it is the
            unbroken pieces that find no place.
    """

    demands: tuple[int, ...]
    needed: int
    open: int


STEPS = 400
"""Places tried for unbroken pieces before the answer is `None`."""


def fit(
    hours: tuple[Span, ...], demands: tuple[Demand, ...]
) -> Timetable | Shortage | None:
    """Return a timetable, a smallest set of demands that have none, or None.

    >>> calls, mail = Demand("calls", 120, ((0, 150),)), Demand("mail", 60, ((0, 150),))
    >>> fit(((0, 480),), (calls, mail, Demand("reports", 90)))
    Shortage(demands=(0, 1), needed=180, open=150)
    >>> fit(((0, 480),), (calls, Demand("mail", 60)))[0]
    Entry(start=0, end=120, demand=0)
    """
    everything = tuple(range(len(demands)))
    found = _Search(hours, demands).timetable(everything)
    if not isinstance(found, bool):
        return found
    if found:
        return None  # Not known.
    core = list(everything)
    # The short ones are left out first, so that few long ones remain.
    for index in sorted(everything, key=lambda one: (demands[one].minutes, -one)):
        rest = tuple(one for one in core if one != index)
        if _Search(hours, demands).timetable(rest) is False:
            core = list(rest)
    windows = [_open(hours, demands[index]) for index in core]
    return Shortage(
        tuple(core),
        sum(demands[index].minutes for index in core),
        _length(span for spans in windows for span in spans),
    )


class _Search:
    """The search for a timetable of some demands."""

    def __init__(self, hours: tuple[Span, ...], demands: tuple[Demand, ...]) -> None:
        self._hours = hours
        self._demands = demands
        self._steps = STEPS

    def timetable(self, chosen: tuple[int, ...]) -> Timetable | bool:
        """Return a timetable; False when there is none, True when not known."""
        loose = tuple(one for one in chosen if not self._demands[one].whole)
        # The longest pieces with the fewest places first: they decide soonest.
        whole = sorted(
            (one for one in chosen if self._demands[one].whole),
            key=lambda one: (self._room(one), -self._demands[one].minutes, one),
        )
        found = self._first_fit(loose, whole)
        if found is not None:
            return found
        placed: list[Entry] = []
        if self._flow(chosen, placed) is None:
            return False
        ways = [self._places(whole[0], placed)] if whole else []
        while len(placed) < len(whole):
            entry = next(ways[-1], None)
            if entry is None:
                ways.pop()
                if not ways:
                    return False
                placed.pop()
                continue
            if self._steps <= 0:
                return True
            self._steps -= 1
            placed.append(entry)
            rest = (*loose, *whole[len(placed) :])
            if self._flow(rest, placed) is None:
                placed.pop()
            elif len(placed) < len(whole):
                ways.append(self._places(whole[len(placed)], placed))
        flow = self._flow(loose, placed)
        assert flow is not None
        return _merged([*placed, *flow])

    def _first_fit(self, loose: tuple[int, ...], whole: list[int]) -> Timetable | None:
        """Try the first place for each unbroken piece, which mostly will do."""
        placed: list[Entry] = []
        for index in whole:
            entry = next(self._places(index, placed), None)
            if entry is None:
                return None
            placed.append(entry)
        flow = self._flow(loose, placed)
        return None if flow is None else _merged([*placed, *flow])

    def _room(self, index: int) -> int:
        one = self._demands[index]
        return _length(_open(self._hours, one)) - one.minutes

    def _places(self, index: int, placed: list[Entry]) -> Iterator[Entry]:
        """Yield where an unbroken demand can be, ends and starts of spans first."""
        length = self._demands[index].minutes
        taken = [(one.start, one.end) for one in placed]
        free = [
            span
            for span in _without(_open(self._hours, self._demands[index]), taken)
            if span[1] - span[0] >= length
        ]
        ends = dict.fromkeys(at for start, end in free for at in (start, end - length))
        for at in ends:
            yield Entry(at, at + length, index)
        for start, end in free:
            for at in range(start + 1, end - length):
                if at not in ends:
                    yield Entry(at, at + length, index)

    def _flow(self, chosen: tuple[int, ...], placed: list[Entry]) -> list[Entry] | None:
        """Spread demands over the time that is left; None when they do not fit."""
        taken = [(one.start, one.end) for one in placed]
        spans = [
            _without(_open(self._hours, self._demands[one]), taken) for one in chosen
        ]
        edges = sorted({at for held in spans for span in held for at in span})
        cells = [
            (start, end)
            for start, end in itertools.pairwise(edges)
            if any(_holds(held, start) for held in spans)
        ]
        allowed = [
            [place for place, (start, _) in enumerate(cells) if _holds(held, start)]
            for held in spans
        ]
        shares = assigned(
            [self._demands[one].minutes for one in chosen],
            [end - start for start, end in cells],
            allowed,
        )
        if shares is None:
            return None
        found: list[Entry] = []
        at = [start for start, _ in cells]
        for one, given in zip(chosen, shares, strict=True):
            for place, minutes in sorted(given.items()):
                found.append(Entry(at[place], at[place] + minutes, one))
                at[place] += minutes
        return found


def _open(hours: tuple[Span, ...], demand: Demand) -> tuple[Span, ...]:
    """Return the time that is open to a demand, in spans that do not touch."""
    found = [
        (max(start, first), min(end, last))
        for start, end in hours
        for first, last in demand.windows or ((start, end),)
    ]
    joined: list[Span] = []
    for start, end in sorted(span for span in found if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _without(spans: tuple[Span, ...], taken: list[Span]) -> tuple[Span, ...]:
    left = list(spans)
    for first, last in taken:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, first)), (max(start, last), end))
            if part[0] < part[1]
        ]
    return tuple(left)


def _holds(spans: tuple[Span, ...], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _length(spans: Iterator[Span] | tuple[Span, ...]) -> int:
    """Return how many minutes spans cover together."""
    total, top = 0, -1
    for start, end in sorted(spans):
        total += max(0, end - max(start, top))
        top = max(top, end)
    return total


def _merged(entries: list[Entry]) -> Timetable:
    made: list[Entry] = []
    for one in sorted(entries):
        if made and made[-1].end == one.start and made[-1].demand == one.demand:
            made[-1] = Entry(made[-1].start, one.end, one.demand)
        else:
            made.append(one)
    return tuple(made)
