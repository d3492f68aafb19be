"""A day, or a week, that holds all that is demanded of it: shown, or disproved.

Work that can be broken off is spread by a flow from the demands to the pieces of
open time, so the answer is exact: when it does not fit, the cut that stops the
flow names demands that together need more minutes than are open to them. Demands
that must not be broken off (a meeting, a break) are tried place by place, with
the flow as the bound; where that takes too many steps, the answer is `None`.

Demands that may share minutes are called short only when some of them that share
nothing with one another are short already; that is a proof. A timetable in which
they share is looked for in one way only, and the answer is `None` if that fails.
"""

from __future__ import annotations

from typing import NamedTuple

from salesreg.solve.placing import Demand, Entry, Search, Timetable
from salesreg.solve.sharing import MANY, Shared, apart, shared_by
from salesreg.solve.spans import Span, common, length, without

__all__ = ["Demand", "Entry", "Shortage", "Span", "Timetable", "fit", "together"]


PATIENCE = 20_000
"""Demands times flows until a shortage is small enough: all when below 140."""

STRETCHES = 200
"""Stretches of the day looked into when demands share minutes."""


class Shortage(NamedTuple):
    """Demands that cannot be met together; leave any of them out, and they can.

    Where that was too hard to see, a demand is named although it might be left out.

    Attributes:
        demands: Their positions.
        needed: Minutes that they take together.
        open: Minutes that are open to them; not less than needed when it is the
            unbroken pieces that find no place.
    """

    demands: tuple[int, ...]
    needed: int
    open: int


def fit(
    hours: tuple[Span, ...], demands: tuple[Demand, ...]
) -> Timetable | Shortage | None:
    """Return a timetable, a smallest set of demands that have none, or None.

    A day from nine to six with lunch at one holds calls, the CRM and a meeting,
    but not two hours of training as well:

    >>> office = ((540, 780), (840, 1080))
    >>> meeting = Demand("stand-up", 60, ((540, 600),), whole=True)
    >>> work = (meeting, Demand("calls", 180), Demand("CRM", 120))
    >>> for entry in fit(office, work):
    ...     print(*divmod(entry.start, 60), work[entry.demand].name)
    9 0 stand-up
    10 0 calls
    14 0 CRM
    >>> rests = (Demand("rest", 15, whole=True),) * 2
    >>> fit(office, (*work, *rests, Demand("training", 120)))
    Shortage(demands=(0, 1, 2, 3, 5), needed=495, open=480)

    Contact and calls may be the same minutes, and contact and letters:

    >>> contact = Demand("contact", 180, shares=("calls", "letters"))
    >>> parts = (Demand("calls", 120), Demand("letters", 120))
    >>> fit(((0, 200),), (contact, *parts))
    Shortage(demands=(1, 2), needed=240, open=200)
    """
    search = Search(hours, demands)
    first = together(demands)
    found = search.timetable(first)
    shared = _shared(demands)
    if shared and not isinstance(found, frozenset):
        rest = sorted(set(range(len(demands))).difference(first))
        crowd = _crowd(search, shared)
        found = crowd or (found and _shown(search, shared, found, rest))
    return _smallest(search, found) if isinstance(found, frozenset) else found


def together(demands: tuple[Demand, ...]) -> tuple[int, ...]:
    """Return the positions of demands whose minutes are needed one after another.

    Demands that may share minutes with these need no more than that, as far as
    is sure.

    >>> together((Demand("contact", 60), Demand("calls", 50, shares=("contact",))))
    (0,)
    """
    shared = _shared(demands)
    if not shared:
        return tuple(range(len(demands)))
    return apart(dict(enumerate(one.minutes for one in demands)), shared)


def _shared(demands: tuple[Demand, ...]) -> Shared:
    return shared_by([one.name for one in demands], [one.shares for one in demands])


def _smallest(search: Search, proof: frozenset[int]) -> Shortage:
    """Return the shortage that is left when all that can be is left out."""
    core, minutes = set(proof), search.minutes
    # The short ones are left out first, so that few long ones remain.
    order = sorted(proof, key=lambda index: (minutes[index], -index))
    needed, free = sum(minutes[index] for index in core), search.room(core)
    for index in order:
        if needed - minutes[index] > free:
            core.remove(index)
            needed -= minutes[index]
    kept = [index for index in order if index in core]
    for index in kept[: PATIENCE // len(kept)]:
        if index in core:
            found = search.timetable(tuple(sorted(core - {index})))
            core = set(found) if isinstance(found, frozenset) else core
    needed = sum(minutes[index] for index in core)
    return Shortage(tuple(sorted(core)), needed, search.room(core))


def _crowd(search: Search, shared: Shared) -> frozenset[int] | None:
    """Return demands that share nothing and crowd a stretch of the day, if any."""
    held = [index for index, spans in enumerate(search.open) if spans]
    closed = set(range(len(search.open))).difference(held)
    if closed:
        return frozenset({min(closed)})
    if len(held) > MANY:
        return None
    held.sort(key=lambda index: search.open[index][-1][1])
    looked = 0
    for start in sorted({search.open[index][0][0] for index in held}):
        inside: dict[int, int] = {}
        for index in held:
            if search.open[index][0][0] < start:
                continue
            inside[index] = search.minutes[index]
            if sum(inside.values()) > search.room(inside):
                chosen = apart(inside, shared)
                if sum(inside[one] for one in chosen) > search.room(chosen):
                    return frozenset(chosen)
                looked += 1
                if looked == STRETCHES:
                    return None
    return None


def _shown(
    search: Search, shared: Shared, table: Timetable, rest: list[int]
) -> Timetable | None:
    """Put the other demands on minutes that they share, else on free ones."""
    entries = list(table)
    for index in sorted(rest, key=lambda one: (search.slack(one), one)):
        friends = set(shared[index])
        beside = [one[:2] for one in entries if one.demand in friends]
        others = [one[:2] for one in entries if one.demand not in friends]
        free = without(search.open[index], others)
        spent = _spent(search.demands[index], free, beside)
        if spent is None:
            return None
        entries += [Entry(start, end, index) for start, end in spent]
    return tuple(sorted(entries))


def _spent(
    demand: Demand, free: tuple[Span, ...], beside: list[Span]
) -> tuple[Span, ...] | None:
    """Return free time for a demand, as much as can be beside what it shares with."""
    minutes = demand.minutes
    if demand.whole:
        places = [
            (at, at + minutes)
            for start, end in free
            for at in sorted({start, end - minutes, *(one[0] for one in beside)})
            if start <= at <= end - minutes
        ]
        best = max(
            places,
            key=lambda place: length(common((place,), tuple(beside))),
            default=None,
        )
        return None if best is None else (best,)
    first = common(free, tuple(beside))
    found: list[Span] = []
    for start, end in (*first, *without(free, first)):
        given = min(minutes, end - start)
        if given:
            found.append((start, start + given))
            minutes -= given
    return None if minutes else common(tuple(sorted(found)), tuple(found))
