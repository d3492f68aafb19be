"""Flow: what is wanted, handed out from what there is."""

from __future__ import annotations

import itertools
from collections import deque


def assigned(
    wanted: list[int], held: list[int], allowed: list[list[int]]
) -> list[dict[int, int]] | None:
    """Hand out stocks so that everybody gets what is wanted, or return None.

    Shortest augmenting paths (Edmonds and Karp, 1972), so the answer is exact;
    what is tried first is the order of the stocks.

    Args:
        wanted: How much each taker wants.
        held: How much each stock holds.
        allowed: The stocks that each taker may take from.

    Returns:
        For each taker what it takes from which stock, or None when not everybody
        can get what is wanted.

    >>> assigned([2, 3], [3, 2], [[0], [0, 1]])
    [{0: 2}, {0: 1, 1: 2}]
    """
    left = list(held)
    given: list[dict[int, int]] = [{} for _ in wanted]
    for taker, amount in enumerate(wanted):
        missing = amount
        while missing:
            path = _path(taker, left, given, allowed)
            if path is None:
                return None
            missing -= _moved(path, missing, left, given)
    return given


Move = tuple[int, int]
"""A taker takes from a stock; the next one gives up its share of that stock."""


def _path(
    taker: int,
    left: list[int],
    given: list[dict[int, int]],
    allowed: list[list[int]],
) -> list[Move] | None:
    """Return the shortest way by which a taker can get more."""
    came: dict[int, tuple[int, int] | None] = {taker: None}
    seen: set[int] = set()
    waiting = deque([taker])
    while waiting:
        one = waiting.popleft()
        for stock in allowed[one]:
            if stock in seen:
                continue
            seen.add(stock)
            if left[stock]:
                return _back(one, stock, came)
            for other, shares in enumerate(given):
                if other not in came and shares.get(stock):
                    came[other] = (one, stock)
                    waiting.append(other)
    return None


def _back(one: int, stock: int, came: dict[int, Move | None]) -> list[Move]:
    path = [(one, stock)]
    step = came[one]
    while step is not None:
        path.append(step)
        step = came[step[0]]
    return path


def _moved(
    path: list[Move], missing: int, left: list[int], given: list[dict[int, int]]
) -> int:
    """Move as much as a way allows; the way starts at the stock that has some."""
    amount = min(missing, left[path[0][1]])
    # Each taker but the last gives its share of the next stock to the next taker.
    for (taker, _), (_, stock) in itertools.pairwise(path):
        amount = min(amount, given[taker][stock])
    left[path[0][1]] -= amount
    for place, (taker, stock) in enumerate(path):
        given[taker][stock] = given[taker].get(stock, 0) + amount
        if place + 1 < len(path):
            freed = path[place + 1][1]
            given[taker][freed] -= amount
            if not given[taker][freed]:
                del given[taker][freed]
    return amount
