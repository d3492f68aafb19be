"""Demands whose minutes may be the same: how few minutes they take, at the least.

Of demands that may share minutes pair by pair the longest takes all the minutes
that there need be. In general, demands none of which may share with another take
the sum of their minutes, so the heaviest such set is a sure lower bound.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesreg.solve.graphs import components

Shared = Mapping[int, tuple[int, ...]]
"""For each demand that shares minutes, the others that it may share them with."""

STEPS = 500
"""Choices tried in one group of demands; then the best set so far is taken."""

MANY = 60
"""In a group of more demands no choices are tried: the heavy go before the light."""


def shared_by(names: Sequence[str], shares: Sequence[Sequence[str]]) -> Shared:
    """Return who shares with whom, both ways, when one of the two says so.

    >>> shared_by(["contact", "calls", "mail"], [["calls"], [], ["none"]])
    {0: (1,), 1: (0,)}
    """
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(name, []).append(place)
    found: dict[int, dict[int, None]] = {}
    for place, others in enumerate(shares):
        for other in (one for name in others for one in places.get(name, ())):
            if other != place:
                found.setdefault(place, {})[other] = None
                found.setdefault(other, {})[place] = None
    return {place: tuple(sorted(found[place])) for place in sorted(found)}


def apart(weights: Mapping[int, int], shared: Shared) -> tuple[int, ...]:
    """Return the heaviest set of demands none of which shares with another.

    >>> apart({0: 180, 1: 120, 2: 120}, {0: (1, 2), 1: (0,), 2: (0,)})
    (1, 2)
    """
    graph = {
        one: tuple(other for other in shared.get(one, ()) if other in weights)
        for one in weights
    }
    found: list[int] = []
    for part in components(graph):
        found += _heaviest(sorted(part), weights, graph)
    return tuple(sorted(found))


def _heaviest(
    part: list[int], weights: Mapping[int, int], graph: Mapping[int, tuple[int, ...]]
) -> list[int]:
    best = _heavy_first(part, weights, graph)
    if len(part) > MANY:
        return best
    most = sum(weights[one] for one in best)
    waiting: list[tuple[list[int], list[int]]] = [([], part)]
    for _ in range(STEPS):
        if not waiting:
            break
        chosen, left = waiting.pop()
        sure = sum(weights[one] for one in chosen)
        if sure + sum(weights[one] for one in left) <= most:
            continue
        inside = set(left)
        ties = {one: sum(other in inside for other in graph[one]) for one in left}
        # One that shares with most others decides most, whether taken or not.
        pivot = max(left, key=lambda one: (ties[one], weights[one]), default=None)
        if pivot is None or not ties[pivot]:
            best = chosen + left
            most = sum(weights[one] for one in best)
            continue
        rest = [one for one in left if one != pivot]
        free = [one for one in rest if one not in graph[pivot]]
        ways = [(chosen, rest), ([*chosen, pivot], free)]
        # The heavier side last, so that it is looked at first.
        ways.sort(key=lambda way: sum(weights[one] for part in way for one in part))
        waiting += ways
    return best


def _heavy_first(
    part: list[int], weights: Mapping[int, int], graph: Mapping[int, tuple[int, ...]]
) -> list[int]:
    chosen: set[int] = set()
    for one in sorted(part, key=lambda held: (-weights[held], held)):
        if chosen.isdisjoint(graph[one]):
            chosen.add(one)
    return sorted(chosen)
