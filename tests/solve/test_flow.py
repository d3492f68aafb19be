"""Flow, held against networkx and against its own proof."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from salesreg.solve.flow import assigned

Case = tuple[list[int], list[int], list[list[int]]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Give takers, stocks, and who may take from which."""
    wanted = draw(st.lists(st.integers(0, 9), max_size=6))
    held = draw(st.lists(st.integers(0, 9), min_size=1, max_size=6))
    stock = st.integers(0, len(held) - 1)
    allowed = [draw(st.lists(stock, unique=True, max_size=4)) for _ in wanted]
    return wanted, held, allowed


@given(cases())
def test_agrees_with_networkx(case: Case) -> None:
    """All get what they want exactly when the greatest flow is all that is wanted."""
    wanted, held, allowed = case
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(["all", "end"])
    for taker, amount in enumerate(wanted):
        graph.add_edge("all", ("taker", taker), capacity=amount)
        for stock in allowed[taker]:
            graph.add_edge(("taker", taker), ("stock", stock))
    for stock, amount in enumerate(held):
        graph.add_edge(("stock", stock), "end", capacity=amount)
    most = nx.maximum_flow_value(graph, "all", "end")
    assert (most == sum(wanted)) is isinstance(assigned(*case), list)


@given(cases())
def test_answers_prove_themselves(case: Case) -> None:
    """What is handed out is there and wanted; who is named wants too much."""
    wanted, held, allowed = case
    found = assigned(*case)
    if isinstance(found, frozenset):
        stocks = {stock for taker in found for stock in allowed[taker]}
        assert sum(wanted[taker] for taker in found) > sum(held[at] for at in stocks)
        return
    assert wanted == [sum(given.values()) for given in found]
    for taker, given_ in enumerate(found):
        assert set(given_) <= set(allowed[taker])
        assert all(amount > 0 for amount in given_.values())
    for stock, amount in enumerate(held):
        assert sum(given_.get(stock, 0) for given_ in found) <= amount


def test_long_way() -> None:
    """Two takers make room for a third, one after the other."""
    allowed = [[0, 1], [1, 2], [0]]
    assert [{1: 1}, {2: 1}, {0: 1}] == assigned([1, 1, 1], [1, 1, 1], allowed)
