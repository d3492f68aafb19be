"""The geometry of process figures, whatever their size."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from salesreg.document.blocks import Arrow, Node, ProcessFigure
from salesreg.export.layout import Box, Plan, lay_out

WIDTH = 165 * 36000
TITLES = ("Отказ", "Переговоры и договор", "Коммерческое предложение", "Won")


@st.composite
def figures(draw: st.DrawFn) -> ProcessFigure:
    """Figures of 1 to 14 nodes with any arrows between them."""
    count = draw(st.integers(1, 14))
    ends = st.integers(0, count - 1)
    moves = draw(st.lists(st.tuples(ends, ends), max_size=20))
    return ProcessFigure(
        tuple(
            Node(
                str(n),
                draw(st.sampled_from(TITLES)),
                draw(st.sampled_from(("", "2 рабочих дня · менеджер по продажам"))),
                draw(st.sampled_from(("initial", "work", "paused", "won", "lost"))),
            )
            for n in range(count)
        ),
        tuple(Arrow(str(a), str(b)) for a, b in moves),
        "",
        "",
    )


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share any area."""
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


@given(figures())
def test_boxes_keep_apart_and_inside(figure: ProcessFigure) -> None:
    """No two boxes overlap, none leaves the figure, the order is that of reading."""
    plan = lay_out(figure, WIDTH)
    assert not any(overlap(a, b) for a, b in combinations(plan.boxes, 2))
    assert all(
        0 <= box.x and box.x + box.width <= plan.width and 0 <= box.y
        for box in plan.boxes
    )
    assert list(figure.nodes) == [box.node for box in plan.boxes]
    places = [(box.y, box.x) for box in plan.boxes]
    assert sorted(places) == places


@given(figures())
def test_lines_are_straight_and_inside(figure: ProcessFigure) -> None:
    """Every line is horizontal or vertical and stays within the figure."""
    plan = lay_out(figure, WIDTH)
    assert all(line.x1 == line.x2 or line.y1 == line.y2 for line in plan.lines)
    for line in plan.lines:
        assert 0 <= min(line.x1, line.x2)
        assert max(line.x1, line.x2) <= plan.width
        assert 0 <= min(line.y1, line.y2)
        assert max(line.y1, line.y2) <= plan.height


def heads(plan: Plan) -> set[int]:
    """The boxes at which an arrowhead ends."""
    return {
        position
        for position, box in enumerate(plan.boxes)
        for line in plan.lines
        if line.head
        and box.x <= line.x2 <= box.x + box.width
        and box.y <= line.y2 <= box.y + box.height
    }


@given(figures())
def test_every_target_gets_an_arrowhead(figure: ProcessFigure) -> None:
    """Exactly the boxes that some other box moves to are pointed at."""
    expected = {int(a.end) for a in figure.arrows if a.start != a.end}
    assert expected == heads(lay_out(figure, WIDTH))


@given(figures())
def test_no_line_crosses_a_box(figure: ProcessFigure) -> None:
    """A line may touch the edge of a box, never run through it."""
    plan = lay_out(figure, WIDTH)
    crossed = [
        (line, box)
        for line in plan.lines
        for box in plan.boxes
        if min(line.x1, line.x2) < box.x + box.width
        and max(line.x1, line.x2) > box.x
        and min(line.y1, line.y2) < box.y + box.height
        and max(line.y1, line.y2) > box.y
    ]
    assert [] == crossed
