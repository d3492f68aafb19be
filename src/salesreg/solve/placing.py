"""Placing: a timetable of demands that follow one another, or who prevents it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from salesreg.solve.flow import assigned
from salesreg.solve.spans import Span, common, length, without


class Demand(NamedTuple):
    """Something that takes time.

    Attributes:
        name: What it is; names need not differ.
        minutes: How long it takes, 1 or more.
        windows: When it may be done; at any open time when empty.
        whole: Whether it must be done in one piece.
        shares: Names of demands that the same minutes may count for; it is
            enough that one of two says so. Three share when each two may.
    """

    name: str
    minutes: int
    windows: tuple[Span, ...] = ()
    whole: bool = False
    shares: tuple[str, ...] = ()


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

STEPS = 400
"""Places tried for unbroken pieces before the answer is `None`."""


class Search:
    """The search for a timetable of some demands, none of them at once.

    Attributes:
        demands: The demands.
        minutes: How long each takes.
        open: The time that is open to each.
    """

    def __init__(self, hours: tuple[Span, ...], demands: tuple[Demand, ...]) -> None:
        """Take the open time and the demands."""
        self.demands = demands
        self.minutes = [one.minutes for one in demands]
        self.open = [common(hours, one.windows or hours) for one in demands]

    def room(self, chosen: Iterable[int]) -> int:
        """Return how many minutes are open to some demands together."""
        return length({span for one in chosen for span in self.open[one]})

    def slack(self, index: int) -> int:
        """Return how many minutes more are open to a demand than it takes."""
        return length(self.open[index]) - self.minutes[index]

    def timetable(self, chosen: tuple[int, ...]) -> Timetable | frozenset[int] | None:
        """Return a timetable, or those who prevent one, or None when not known."""
        flow = self._flow(chosen, [])
        if isinstance(flow, frozenset):
            return flow
        loose = tuple(one for one in chosen if not self.demands[one].whole)
        # The longest pieces with the fewest places first: they decide soonest.
        whole = sorted(
            (one for one in chosen if self.demands[one].whole),
            key=lambda one: (self.slack(one), -self.minutes[one], self.open[one]),
        )
        if not whole:
            return _merged(flow)
        return self._first_fit(loose, whole) or self._placed(loose, whole)

    def _placed(
        self, loose: tuple[int, ...], whole: list[int]
    ) -> Timetable | frozenset[int] | None:
        """Try place after place for the unbroken pieces."""
        placed: list[Entry] = []
        ways = [self._places(whole[0], placed)]
        for _ in range(STEPS):
            while (entry := next(ways[-1], None)) is None:
                ways.pop()
                if not ways:
                    return frozenset((*loose, *whole))
                placed.pop()
            placed.append(entry)
            flow = self._flow((*loose, *whole[len(placed) :]), placed)
            if isinstance(flow, frozenset):
                placed.pop()
            elif len(placed) == len(whole):
                return _merged([*placed, *flow])
            else:
                ways.append(self._places(whole[len(placed)], placed))
        return None

    def _first_fit(self, loose: tuple[int, ...], whole: list[int]) -> Timetable | None:
        """Try the first place for each unbroken piece, which mostly will do."""
        placed: list[Entry] = []
        for index in whole:
            entry = next(self._places(index, placed), None)
            if entry is None:
                return None
            placed.append(entry)
        flow = self._flow(loose, placed)
        return None if isinstance(flow, frozenset) else _merged([*placed, *flow])

    def _places(self, index: int, placed: list[Entry]) -> Iterator[Entry]:
        """Yield where an unbroken demand can be, ends and starts of spans first."""
        minutes, least = self.minutes[index], 0
        taken = [one[:2] for one in placed]
        last = placed[-1] if placed else None
        if last and (minutes, self.open[index]) == (
            self.minutes[last.demand],
            self.open[last.demand],
        ):
            least = last.end  # Two that are alike may as well keep their order.
        free = [
            (max(start, least), end)
            for start, end in without(self.open[index], taken)
            if end - max(start, least) >= minutes
        ]
        ends = dict.fromkeys(at for start, end in free for at in (start, end - minutes))
        for at in ends:
            yield Entry(at, at + minutes, index)
        for start, end in free:
            for at in range(start + 1, end - minutes):
                yield Entry(at, at + minutes, index)

    def _flow(
        self, chosen: tuple[int, ...], placed: list[Entry]
    ) -> list[Entry] | frozenset[int]:
        """Spread demands over the time that is left, or return who prevents it."""
        taken = [one[:2] for one in placed]
        held = {one: without(self.open[one], taken) for one in chosen}
        # Whose time ends first comes first, which seldom has to be undone.
        order = sorted(chosen, key=lambda one: held[one][-1][1] if held[one] else 0)
        edges = sorted({at for one in chosen for span in held[one] for at in span})
        number = {at: place for place, at in enumerate(edges)}
        shares = assigned(
            [self.minutes[one] for one in order],
            [end - start for start, end in itertools.pairwise(edges)],
            [
                [
                    place
                    for start, end in held[one]
                    for place in range(number[start], number[end])
                ]
                for one in order
            ],
        )
        if isinstance(shares, frozenset):
            return frozenset(order[taker] for taker in shares)
        found: list[Entry] = []
        at = list(edges)
        for one, given in zip(order, shares, strict=True):
            for place, minutes in sorted(given.items()):
                found.append(Entry(at[place], at[place] + minutes, one))
                at[place] += minutes
        return found


def _merged(entries: list[Entry]) -> Timetable:
    made: list[Entry] = []
    for one in sorted(entries):
        if made and made[-1].end == one.start and made[-1].demand == one.demand:
            made[-1] = Entry(made[-1].start, one.end, one.demand)
        else:
            made.append(one)
    return tuple(made)
