"""The geometry of figures, whatever their kind and size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given

from salesreg.document.figures import (
    Bar,
    BarFigure,
    Branch,
    DayFigure,
    Figure,
    ProcessFigure,
    Span,
    TreeFigure,
)
from salesreg.export.figures import scene_of
from salesreg.export.figures.measure import width_of
from salesreg.export.figures.scene import Box, Label, Line, Scene
from tests.export.figures import TITLES, bars, curves, days, figures, processes, trees

WIDTH = 165 * 36000


def overlap(a: Box | Label, b: Box | Label) -> bool:
    """Whether two shapes share any area."""
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


def pieces(line: Line) -> Iterator[tuple[int, int, int, int]]:
    """The straight pieces of a line: left, top, right, bottom."""
    for (x1, y1), (x2, y2) in pairwise(line.points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def crossed(scene: Scene) -> list[tuple[Line, Box]]:
    """Boxes that a line runs through, not along."""
    return [
        (line, box)
        for line in scene.lines
        for box in scene.boxes
        for left, top, right, bottom in pieces(line)
        if left < box.x + box.width
        and right > box.x
        and top < box.y + box.height
        and bottom > box.y
    ]


@given(figures())
def test_every_shape_is_inside(figure: Figure) -> None:
    """No shape of any figure leaves its scene."""
    scene = scene_of(figure, WIDTH)
    for shape in scene.shapes:
        if isinstance(shape, Line):
            left, top, right, bottom = shape.frame
        else:
            left, top = shape.x, shape.y
            right, bottom = left + shape.width, top + shape.height
        assert 0 <= left <= right <= scene.width == WIDTH
        assert 0 <= top <= bottom <= scene.height


@given(figures())
def test_words_never_cover_one_another(figure: Figure) -> None:
    """Boxes and labels keep apart: what is drawn can be read."""
    scene = scene_of(figure, WIDTH)
    assert not any(overlap(a, b) for a, b in combinations(scene.boxes, 2))
    assert not any(overlap(a, b) for a, b in combinations(scene.labels, 2))
    assert not any(overlap(a, b) for a in scene.boxes for b in scene.labels)


@given(processes(TITLES) | trees(TITLES))
def test_lines_go_round_the_boxes(figure: Figure) -> None:
    """Arrows and branches run straight across or down, and through no box."""
    scene = scene_of(figure, WIDTH)
    for line in scene.lines:
        for left, top, right, bottom in pieces(line):
            assert left == right or top == bottom
    assert [] == crossed(scene)


@given(processes(TITLES))
def test_boxes_stand_in_the_order_of_reading(figure: ProcessFigure) -> None:
    """The boxes are the nodes, row by row."""
    boxes = scene_of(figure, WIDTH).boxes
    expected = [(node.title, node.note, node.kind) for node in figure.nodes]
    assert expected == [(box.title, box.note, box.tone) for box in boxes]
    places = [(box.y, box.x) for box in boxes]
    assert sorted(places) == places


def heads(scene: Scene) -> set[int]:
    """The boxes at which an arrowhead ends."""
    return {
        position
        for position, box in enumerate(scene.boxes)
        for line in scene.lines
        if line.head
        and box.x <= line.points[-1][0] <= box.x + box.width
        and box.y <= line.points[-1][1] <= box.y + box.height
    }


@given(processes(TITLES))
def test_every_target_gets_an_arrowhead(figure: ProcessFigure) -> None:
    """Exactly the boxes that some other box moves to are pointed at."""
    expected = {int(a.end) for a in figure.arrows if a.start != a.end}
    assert expected == heads(scene_of(figure, WIDTH))


def branches(roots: tuple[Branch, ...]) -> Iterator[Branch]:
    """Every box of a tree."""
    for root in roots:
        yield root
        yield from branches(root.below)


@given(trees(TITLES))
def test_a_tree_has_a_box_for_each_branch_and_a_line_to_it(figure: TreeFigure) -> None:
    """Every branch is a box; a line leads to each that hangs on another."""
    scene = scene_of(figure, WIDTH)
    every = list(branches(figure.roots))
    assert sorted(branch.title for branch in every) == sorted(
        box.title for box in scene.boxes
    )
    assert len(every) - len(figure.roots) == len(scene.lines)


@given(days(TITLES))
def test_spans_are_as_long_as_their_time(figure: DayFigure) -> None:
    """Boxes of a day are in proportion to the minutes they stand for."""
    scene = scene_of(figure, WIDTH)
    spans = [span for bar in figure.bars for span in bar.spans]
    assert len(spans) == len(scene.boxes)
    scales = [
        box.width / (span.end - span.start)
        for span, box in zip(spans, scene.boxes, strict=True)
        if span.end - span.start >= 60
    ]
    assert not scales or max(scales) <= min(scales) * 1.02


@given(days(TITLES))
def test_every_title_of_a_day_is_written(figure: DayFigure) -> None:
    """A title stands in its span, or beside it when the span is too narrow."""
    scene = scene_of(figure, WIDTH)
    written = [box.title for box in scene.boxes] + [one.text for one in scene.labels]
    for bar in figure.bars:
        for span in bar.spans:
            assert not span.title or span.title in written


@given(curves(TITLES))
def test_a_curve_is_drawn_piece_by_piece(figure: Figure) -> None:
    """Each piece is one line, and the pieces run from left to right."""
    drawn = [line for line in scene_of(figure, WIDTH).lines if line.way == "curve"]
    assert len(figure.stretches) == len(drawn)  # type: ignore[union-attr]
    across = [x for line in drawn for x, _ in line.points]
    assert sorted(across) == across


@given(figures())
def test_labels_have_room_for_their_words(figure: Figure) -> None:
    """A label is as wide as its words on the safe side, or as its figure allows."""
    for label in scene_of(figure, WIDTH).labels:
        assert width_of(label.text) <= label.width or label.width > WIDTH // 4


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [(540, 1080, "09:00", "18:00"), (1320, 1800, "22:00", "06:00")],
)
def test_hours_frame_the_day(start: int, end: int, first: str, last: str) -> None:
    """Hours run from the first span to the last, over midnight too."""
    day = DayFigure((Bar("пн–пт", (Span("Работа", start, end),)),), "", "")
    hours = [label.text for label in scene_of(day, WIDTH).labels if ":" in label.text]
    assert (first, last) == (hours[0], hours[-1])


@given(bars(TITLES))
def test_bars_are_as_long_as_their_values(figure: BarFigure) -> None:
    """Of two bars the one of the greater value is not the shorter one."""
    boxes = iter(scene_of(figure, WIDTH).boxes)
    shown = [(one.value, next(boxes).width) for one in figure.amounts if one.value > 0]
    assert sorted(shown) == sorted(shown, key=lambda one: (one[1], one[0]))
