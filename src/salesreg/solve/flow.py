"""Flow: what is wanted, handed out from what there is."""

from __future__ import annotations

import itertools
from collections import deque


def assigned(
    wanted: list[int], held: list[int], allowed: list[list[int]]
) -> list[dict[int, int]] | frozenset[int]:
    """Hand out stocks so that everybody gets what is wanted, or say who cannot.

    Shortest augmenting paths (Edmonds and Karp, 1972), so the answer is exact;
    what is tried first is the order of the takers and of the stocks. The takers
    returned are the cut that stops the flow: a proof by Hall's theorem.

    Args:
        wanted: How much each taker wants.
        held: How much each stock holds.
        allowed: The stocks that each taker may take from.

    Returns:
        For each taker what it takes from which stock; else the takers that together
        want more than all the stocks that they may take from hold.

    >>> assigned([2, 3], [3, 2], [[0], [0, 1]])
    [{0: 2}, {0: 1, 1: 2}]
    >>> sorted(assigned([9, 2, 3], [9, 4, 9], [[0], [1], [1]]))
    [1, 2]
    """
    handing = _Handing(wanted, held, allowed)
    for taker, amount in enumerate(wanted):
        missing = amount
        while missing:
            path = handing.path(taker)
            if isinstance(path, frozenset):
                return path
            missing -= handing.move(path, missing)
    return handing.given


Move = tuple[int, int]
"""A taker takes from a stock; the next one gives up its share of that stock."""


class _Handing:
    """What has been handed out so far."""

    def __init__(
        self, wanted: list[int], held: list[int], allowed: list[list[int]]
    ) -> None:
        self.given: list[dict[int, int]] = [{} for _ in wanted]
        self._left = list(held)
        self._allowed = allowed
        # Who has some of a stock; a mapping, as its order is certain.
        self._holders: list[dict[int, None]] = [{} for _ in held]

    def path(self, taker: int) -> list[Move] | frozenset[int]:
        """Return the shortest way by which a taker gets more, or whom that stops."""
        came: dict[int, Move | None] = {taker: None}
        seen: set[int] = set()
        waiting = deque([taker])
        while waiting:
            one = waiting.popleft()
            for stock in self._allowed[one]:
                if stock in seen:
                    continue
                seen.add(stock)
                if self._left[stock]:
                    return _back((one, stock), came)
                for other in self._holders[stock]:
                    if other not in came:
                        came[other] = (one, stock)
                        waiting.append(other)
        return frozenset(came)

    def move(self, path: list[Move], missing: int) -> int:
        """Move as much as a way allows; it starts at the stock that has some."""
        amount = min(missing, self._left[path[0][1]])
        # Each taker but the last gives its share of the next stock to the next one.
        for (taker, _), (_, stock) in itertools.pairwise(path):
            amount = min(amount, self.given[taker][stock])
        self._left[path[0][1]] -= amount
        for (taker, stock), following in itertools.zip_longest(path, path[1:]):
            self._give(taker, stock, amount)
            if following is not None:
                self._give(taker, following[1], -amount)
        return amount

    def _give(self, taker: int, stock: int, amount: int) -> None:
        share = self.given[taker].get(stock, 0) + amount
        if share:
            self.given[taker][stock] = share
            self._holders[stock][taker] = None
        else:
            del self.given[taker][stock]
            del self._holders[stock][taker]


def _back(last: Move, came: dict[int, Move | None]) -> list[Move]:
    path = [last]
    step = came[last[0]]
    while step is not None:
        path.append(step)
        step = came[step[0]]
    return path
