"""Graphs: what can be reached, where it goes in circles, the longest way.

A graph is a mapping from each node to the nodes that follow it; a node that is
only followed has no entry of its own. Everything is iterative and linear, so a
chain of a hundred thousand nodes is no problem, and answers come in the order of
the mapping.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)

Graph = Mapping[Node, tuple[Node, ...]]


def nodes_of(graph: Graph[Node]) -> tuple[Node, ...]:
    """Return every node, those of the mapping first."""
    found = dict.fromkeys(graph)
    for following in graph.values():
        found.update(dict.fromkeys(following))
    return tuple(found)


def reachable(graph: Graph[Node], starts: Iterable[Node]) -> frozenset[Node]:
    """Return the nodes that can be reached, the starts among them.

    >>> sorted(reachable({"a": ("b",), "c": ("a",)}, ["a"]))
    ['a', 'b']
    """
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for node in graph.get(waiting.pop(), ()):
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return frozenset(seen)


def reversed_graph(graph: Graph[Node]) -> dict[Node, tuple[Node, ...]]:
    """Return the graph with every arrow turned round."""
    made: dict[Node, list[Node]] = {node: [] for node in nodes_of(graph)}
    for node, following in graph.items():
        for other in following:
            made[other].append(node)
    return {node: tuple(others) for node, others in made.items()}


def components(graph: Graph[Node]) -> tuple[tuple[Node, ...], ...]:
    """Return the strongly connected components, a component before what leads to it.

    The algorithm is Tarjan's (1972), with a stack of its own.
    """
    number: dict[Node, int] = {}
    low: dict[Node, int] = {}
    open_: dict[Node, None] = {}
    made: list[tuple[Node, ...]] = []
    for root in nodes_of(graph):
        if root in number:
            continue
        number[root] = low[root] = len(number)
        open_[root] = None
        path = [(root, iter(graph.get(root, ())))]
        while path:
            node, following = path[-1]
            for other in following:
                if other not in number:
                    number[other] = low[other] = len(number)
                    open_[other] = None
                    path.append((other, iter(graph.get(other, ()))))
                    break
                if other in open_:
                    low[node] = min(low[node], number[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == number[node]:
                    made.append(_closed(open_, node))
    return tuple(made)


def _closed(open_: dict[Node, None], first: Node) -> tuple[Node, ...]:
    part: list[Node] = []
    while True:
        node, _ = open_.popitem()
        part.append(node)
        if node == first:
            return tuple(reversed(part))


def cycles(graph: Graph[Node]) -> tuple[tuple[Node, ...], ...]:
    """Return one cycle, a short one, of each component that has any.

    >>> cycles({"a": ("b",), "b": ("a", "b"), "c": ("a",)})
    (('b',),)
    """
    found: list[tuple[Node, ...]] = []
    for part in reversed(components(graph)):
        inside = set(part)
        loops = [node for node in part if node in graph.get(node, ())]
        if loops:
            found.append((loops[0],))
        elif len(part) > 1:
            found.append(_round(graph, part[0], inside))
    return tuple(found)


def _round(graph: Graph[Node], start: Node, inside: set[Node]) -> tuple[Node, ...]:
    # The shortest way back to one node, breadth first: linear, and short enough.
    before: dict[Node, Node] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in graph[node]:
            if other == start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if other in inside and other not in before:
                before[other] = node
                waiting.append(other)
    return (start,)


def longest(
    graph: Graph[Node], weights: Mapping[Node, int]
) -> tuple[int, tuple[Node, ...]] | None:
    """Return the greatest sum of weights on a way, and that way.

    None when the graph goes in circles, where no way is the longest.

    >>> longest({"a": ("b", "c"), "b": ("d",), "c": ("d",)}, {"b": 2, "c": 5, "d": 1})
    (6, ('a', 'c', 'd'))
    """
    best: dict[Node, tuple[int, Node | None]] = {}
    for part in components(graph):
        node = part[0]
        if len(part) > 1 or node in graph.get(node, ()):
            return None
        following = [(best[other][0], other) for other in graph.get(node, ())]
        most = max((total for total, _ in following), default=0)
        then = next((other for total, other in following if total == most), None)
        best[node] = (weights.get(node, 0) + most, then)
    if not best:
        return 0, ()
    most = max(total for total, _ in best.values())
    node = next(one for one in nodes_of(graph) if best[one][0] == most)
    way: list[Node] = []
    step: Node | None = node
    while step is not None:
        way.append(step)
        step = best[step][1]
    return most, tuple(way)
