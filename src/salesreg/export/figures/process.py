"""A process figure laid out.

Boxes stand in rows that are read like text. Neighbours are joined by a
straight arrow; every other move runs in a lane between the rows.
"""

from __future__ import annotations

from attrs import evolve

from salesreg.document.figures import Arrow, Node, ProcessFigure
from salesreg.export.figures.lanes import (
    channel_heights,
    lanes_for,
    place,
    side_width,
    trunks,
)
from salesreg.export.figures.measure import TITLE, height_of, width_of
from salesreg.export.figures.scene import (
    CORNER,
    INSET,
    MILLIMETRE,
    Box,
    Line,
    Scene,
)

_ENDS = frozenset({"initial", "won", "lost"})
"""Kinds of node with round corners: where a deal starts or leaves."""
_PER_ROW = 5
_FEWEST = 2
_GAP = 7 * MILLIMETRE
_WIDEST = 50 * MILLIMETRE


def process(figure: ProcessFigure, width: int) -> Scene:
    """Lay a figure out; every arrow joins two nodes of the figure."""
    nodes = figure.nodes
    if not nodes:
        return Scene(width, 0, ())
    columns = _columns(nodes, width)
    rows = -(-len(nodes) // columns)
    row_of = {box: box // columns for box in range(len(nodes))}
    index = {node.key: position for position, node in enumerate(nodes)}
    moves = sorted({(index[a.start], index[a.end]) for a in figure.arrows})
    lanes = lanes_for(moves, row_of)
    free = width - 2 * side_width(lanes) - _GAP * (columns - 1)
    box_width = min(free // columns, _WIDEST)
    left = (width - columns * box_width - _GAP * (columns - 1)) // 2
    lefts = [left + box % columns * (box_width + _GAP) for box in row_of]
    place(lanes, lefts, box_width, width)
    channels = channel_heights(lanes, rows)
    boxes: list[Box] = []
    tops: list[int] = []
    y = 0
    for row in range(rows):
        tops.append(y)
        y += channels[row]
        members = [
            _box(nodes[box], lefts[box], y, box_width)
            for box in row_of
            if row_of[box] == row
        ]
        height = max(box.height for box in members)
        boxes += [evolve(box, height=height) for box in members]
        y += height
    tops.append(y)
    straight = [
        _straight(boxes[a], boxes[b])
        for a, b in moves
        if b == a + 1 and row_of[a] == row_of[b]
    ]
    edges = [(box.y, box.y + box.height) for box in boxes]
    lines = (*trunks(lanes, edges, tops), *straight)
    return Scene(width, y + channels[rows], (*lines, *boxes))


def labelled(figure: ProcessFigure) -> list[tuple[str, str, Arrow]]:
    """The moves that carry words: title of the start, of the end, the arrow."""
    titles = {node.key: node.title for node in figure.nodes}
    return [(titles[a.start], titles[a.end], a) for a in figure.arrows if a.label]


def _box(node: Node, x: int, y: int, width: int) -> Box:
    ends = node.kind in _ENDS
    box = Box(x, y, width, 0, node.kind, node.title, node.note, ends)
    return evolve(box, height=height_of(box))


def _straight(start: Box, end: Box) -> Line:
    middle = start.y + start.height // 2
    return Line(((start.x + start.width, middle), (end.x, middle)), "main", head=True)


def _columns(nodes: tuple[Node, ...], width: int) -> int:
    """As many boxes in a row as leave room for the longest word."""
    rows = -(-len(nodes) // _PER_ROW)
    columns = -(-len(nodes) // rows)
    longest = max(
        (
            width_of(word, TITLE) + (2 * CORNER if n.kind in _ENDS else 0)
            for n in nodes
            for word in n.title.split()
        ),
        default=0,
    )
    while (
        columns > _FEWEST
        and (width - _GAP * (columns - 1)) / columns - 2 * INSET < longest
    ):
        columns -= 1
    return columns
