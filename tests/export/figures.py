"""Any figure within the contract: every kind, with any words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st

from salesreg.document.figures import (
    Amount,
    Arrow,
    Axis,
    Bar,
    BarFigure,
    Branch,
    CurveFigure,
    DayFigure,
    Figure,
    Node,
    ProcessFigure,
    Span,
    Stretch,
    Tick,
    TreeFigure,
)

TITLES = st.sampled_from(
    ("Отказ", "Переговоры и договор", "Коммерческое предложение", "Won")
)


def processes(
    words: st.SearchStrategy[str], most: int = 14
) -> st.SearchStrategy[ProcessFigure]:
    """Figures of some nodes with any arrows between them."""

    @st.composite
    def made(draw: st.DrawFn) -> ProcessFigure:
        count = draw(st.integers(1, most))
        ends = st.integers(0, count - 1)
        moves = draw(st.lists(st.tuples(ends, ends), max_size=20))
        kinds = st.sampled_from(("initial", "work", "paused", "won", "lost"))
        notes = st.one_of(st.just(""), words)
        nodes = tuple(
            Node(str(at), draw(words), draw(notes), draw(kinds)) for at in range(count)
        )
        arrows = tuple(Arrow(str(a), str(b), draw(notes)) for a, b in moves)
        return ProcessFigure(nodes, arrows, draw(words), draw(words))

    return made()


@st.composite
def _bars(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Bar:
    edges = sorted(draw(st.sets(st.integers(0, 1800), min_size=2, max_size=8)))
    kinds = st.sampled_from(("work", "break", "task"))
    spans = tuple(
        Span(draw(st.one_of(st.just(""), words)), start, end, draw(kinds))
        for start, end in pairwise(edges)
        if draw(st.booleans())
    )
    return Bar(draw(words), spans)


def days(words: st.SearchStrategy[str]) -> st.SearchStrategy[DayFigure]:
    """Days of a few rows of spans that follow one another."""
    bars = st.lists(_bars(words), min_size=1, max_size=5).map(tuple)
    return st.builds(DayFigure, bars, words, words)


@st.composite
def curves(draw: st.DrawFn, words: st.SearchStrategy[str]) -> CurveFigure:
    """Curves of up to six pieces, steps and slopes, with axes that name them."""
    numbers = st.decimals(-(10**6), 10**9, allow_nan=False, places=2)
    edges = sorted(draw(st.sets(numbers, min_size=2, max_size=7)))
    open_end = draw(st.booleans())
    pieces: list[Stretch] = []
    for place, (start, end) in enumerate(pairwise(edges)):
        low, high = draw(numbers), draw(numbers)
        last = place == len(edges) - 2
        stop = None if last and open_end else end
        high = high if draw(st.booleans()) else low
        pieces.append(Stretch(draw(words), start, stop, low, high))
    values = sorted({value for piece in pieces for value in (piece.low, piece.high)})
    x = Axis(draw(words), tuple(Tick(edge, draw(words)) for edge in edges))
    y = Axis(draw(words), tuple(Tick(value, draw(words)) for value in values))
    limits = (Tick(Decimal(5), draw(words)),) if draw(st.booleans()) else ()
    return CurveFigure(x, y, tuple(pieces), limits, draw(words), draw(words))


def trees(words: st.SearchStrategy[str]) -> st.SearchStrategy[TreeFigure]:
    """Trees of a few generations."""

    def grown(below: st.SearchStrategy[Branch]) -> st.SearchStrategy[Branch]:
        return st.builds(Branch, words, words, st.lists(below, max_size=3).map(tuple))

    branches = st.recursive(st.builds(Branch, words, words), grown, max_leaves=8)
    roots = st.lists(branches, min_size=1, max_size=3).map(tuple)
    return st.builds(TreeFigure, roots, words, words)


def bars(words: st.SearchStrategy[str]) -> st.SearchStrategy[BarFigure]:
    """Bars of any values, some with a goal."""
    numbers = st.decimals(0, 10**9, allow_nan=False, places=2)
    kinds = st.sampled_from(("work", "won", "lost"))
    amounts = st.builds(Amount, words, numbers, words, st.none() | numbers, kinds)
    return st.builds(
        BarFigure, st.lists(amounts, min_size=1, max_size=6).map(tuple), words, words
    )


def figures(words: st.SearchStrategy[str] = TITLES) -> st.SearchStrategy[Figure]:
    """Figures of every kind."""
    return st.one_of(
        processes(words, 6), days(words), curves(words), trees(words), bars(words)
    )
