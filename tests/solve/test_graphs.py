"""Graphs are looked through exactly, held against networkx."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesreg.solve.graphs import (
    components,
    cycles,
    longest,
    nodes_of,
    reachable,
    reversed_graph,
)

nx = pytest.importorskip("networkx")

Graph = dict[int, tuple[int, ...]]

graphs = st.dictionaries(
    st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4).map(tuple), max_size=8
)


def peer(graph: Graph) -> object:
    """Return the same graph for networkx."""
    made = nx.DiGraph()
    made.add_nodes_from(nodes_of(graph))
    made.add_edges_from((a, b) for a, following in graph.items() for b in following)
    return made


@given(graphs, st.lists(st.integers(0, 7), max_size=3))
def test_reachable(graph: Graph, starts: list[int]) -> None:
    """What can be reached is every descendant of the starts, and the starts."""
    expected = set(starts)
    for start in expected & set(nodes_of(graph)):
        expected |= nx.descendants(peer(graph), start)
    assert expected == reachable(graph, starts)


@given(graphs)
def test_components(graph: Graph) -> None:
    """Components are those of networkx; a component stands before what leads to it."""
    found = components(graph)
    assert {frozenset(part) for part in found} == {
        frozenset(part) for part in nx.strongly_connected_components(peer(graph))
    }
    place = {node: index for index, part in enumerate(found) for node in part}
    assert all(place[b] <= place[a] for a, bs in graph.items() for b in bs)


@given(graphs)
def test_cycles(graph: Graph) -> None:
    """Each cycle is one, and one is found for every component that has any."""
    found = cycles(graph)
    for way in found:
        assert len(set(way)) == len(way)
        assert all(b in graph[a] for a, b in zip(way, (*way[1:], way[0]), strict=True))
    circular = [
        part
        for part in components(graph)
        if any(set(graph.get(node, ())) & set(part) for node in part)
    ]
    assert len(circular) == len(found)
    assert (not found) == nx.is_directed_acyclic_graph(peer(graph))


def test_way_back() -> None:
    """The way back is followed from where it was found, past smaller circles."""
    graph = {"s": ("a", "x"), "a": ("b",), "b": ("a", "s"), "x": ("y",)}
    assert (("s", "a", "b"),) == cycles(graph)


@given(graphs, st.dictionaries(st.integers(0, 7), st.integers(0, 50)))
def test_longest(graph: Graph, weights: dict[int, int]) -> None:
    """The longest way is one, has its sum, and no simple way has more."""
    found = longest(graph, weights)
    if found is None:
        assert not nx.is_directed_acyclic_graph(peer(graph))
        return
    total, way = found
    assert total == sum(weights.get(node, 0) for node in way)
    assert all(b in graph[a] for a, b in itertools.pairwise(way))
    made = nx.DiGraph()
    made.add_nodes_from(("end", *nodes_of(graph)))
    for a, following in graph.items():
        made.add_weighted_edges_from((a, b, weights.get(a, 0)) for b in following)
    made.add_weighted_edges_from((a, "end", weights.get(a, 0)) for a in nodes_of(graph))
    assert total == nx.dag_longest_path_length(made)


@given(graphs)
def test_reversed_twice(graph: Graph) -> None:
    """Turned round twice, every arrow is where it was."""
    twice = reversed_graph(reversed_graph(graph))
    expected = {node: sorted(graph.get(node, ())) for node in nodes_of(graph)}
    assert expected == {node: sorted(following) for node, following in twice.items()}


def test_long_chain() -> None:
    """A chain of a hundred thousand nodes is looked through to its end."""
    count = 100_000
    chain = {n: (n + 1,) for n in range(count)}
    assert count + 1 == len(reachable(chain, [0]))
    assert () == cycles(chain)
    assert (count, tuple(range(count + 1))) == longest(chain, dict.fromkeys(chain, 1))
    ring = {**chain, count: (0,)}
    assert [count + 1] == [len(way) for way in cycles(ring)]
    assert longest(ring, {}) is None
