"""Dominance, held against its definition and against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from salesreg.solve.dominance import Dominance
from salesreg.solve.graphs import reachable

GRAPHS = st.dictionaries(
    st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4).map(tuple), max_size=10
)


@given(GRAPHS, st.sets(st.integers(0, 9), min_size=1, max_size=3))
def test_definition(graph: dict[int, tuple[int, ...]], starts: set[int]) -> None:
    """A node dominates another when without it the other is not reached."""
    ways = Dominance(graph, starts)
    nodes = reachable(graph, starts)
    for above in nodes:
        without = {node: to for node, to in graph.items() if node != above}
        left = reachable(without, starts - {above}) - {above}
        expected = {below for below in nodes if below not in left}
        assert expected == {node for node in range(10) if ways.dominates(above, node)}


@given(GRAPHS)
def test_oracle(graph: dict[int, tuple[int, ...]]) -> None:
    """The immediate dominators of networkx are dominators."""
    drawn = nx.DiGraph(
        [(node, other) for node, others in graph.items() for other in others]
    )
    drawn.add_node(0)
    ways = Dominance(graph, [0])
    for node, above in nx.immediate_dominators(drawn, 0).items():
        if above is not None:
            assert ways.dominates(above, node)


def test_unreachable() -> None:
    """What no way leads to is dominated by nothing."""
    ways = Dominance({1: (2,), 3: (4,)}, [1])
    assert not ways.dominates(3, 4)
    assert not ways.dominates(1, 4)


def test_long_chain() -> None:
    """A chain of a hundred thousand nodes is no problem."""
    ways = Dominance({node: (node + 1,) for node in range(100_000)}, [0])
    assert ways.dominates(50_000, 100_000)
    assert not ways.dominates(100_000, 50_000)
