"""Dominance: what every way from the start to a node must pass.

The algorithm is that of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance
Algorithm" (2001); questions are answered at once from a numbering of the tree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from salesreg.solve.graphs import Graph, reversed_graph

Node = TypeVar("Node", bound=Hashable)


class Dominance(Generic[Node]):
    """Which nodes lie on every way from the starts to which others.

    >>> ways = Dominance({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ("e",)}, "a")
    >>> ways.dominates("d", "e"), ways.dominates("b", "d")
    (True, False)
    """

    def __init__(self, graph: Graph[Node], starts: Iterable[Node]) -> None:
        """Take a graph and the nodes at which ways start."""
        self._order = _postorder(graph, tuple(dict.fromkeys(starts)))
        self._rank = {node: rank for rank, node in enumerate(self._order)}
        self._above = self._parents(graph, frozenset(starts))
        self._spans = self._numbered()

    def dominates(self, above: Node, below: Node) -> bool:
        """Tell whether every way to `below` passes `above`; False if there is none."""
        if above not in self._rank or below not in self._rank:
            return False
        start, end = self._spans[self._rank[above]]
        return start <= self._spans[self._rank[below]][0] < end

    def _parents(self, graph: Graph[Node], starts: frozenset[Node]) -> list[int]:
        # The root of all starts has the rank after the last node.
        root = len(self._order)
        above = [-1] * root + [root]
        back = reversed_graph(graph)
        changed = True
        while changed:
            changed = False
            for rank in range(root - 1, -1, -1):
                node = self._order[rank]
                new = root if node in starts else -1
                for other in back.get(node, ()):
                    place = self._rank.get(other, -1)
                    if place >= 0 and above[place] >= 0:
                        new = place if new < 0 else _meet(above, place, new)
                if new != above[rank]:
                    above[rank], changed = new, True
        return above

    def _numbered(self) -> list[tuple[int, int]]:
        """Return for each node where its part of the tree starts and ends."""
        sizes = [1] * len(self._above)
        for rank in range(len(self._order)):
            sizes[self._above[rank]] += sizes[rank]
        spans = [(0, size) for size in sizes]
        free = [1] * len(spans)
        for rank in range(len(self._order) - 1, -1, -1):
            above = self._above[rank]
            start = spans[above][0] + free[above]
            free[above] += sizes[rank]
            spans[rank] = (start, start + sizes[rank])
        return spans


def _meet(above: list[int], one: int, other: int) -> int:
    while one != other:
        if one < other:
            one = above[one]
        else:
            other = above[other]
    return one


def _postorder(graph: Graph[Node], starts: tuple[Node, ...]) -> list[Node]:
    made: list[Node] = []
    seen: set[Node] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(graph.get(start, ())))]
        while path:
            node, following = path[-1]
            for other in following:
                if other not in seen:
                    seen.add(other)
                    path.append((other, iter(graph.get(other, ()))))
                    break
            else:
                made.append(node)
                path.pop()
    return made
