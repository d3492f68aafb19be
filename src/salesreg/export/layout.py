"""Where the boxes and lines of a process figure go: geometry, no markup.

Boxes stand in rows that are read like text. Neighbours are joined by a
straight arrow; every other move runs in a lane between the rows.
"""

from __future__ import annotations

from attrs import frozen

from salesreg.document.blocks import Arrow, Node, ProcessFigure
from salesreg.export.lanes import (
    POINT,
    Line,
    channel_heights,
    lanes_for,
    place,
    side_width,
    trunks,
)

ENDS = frozenset({"initial", "won", "lost"})
"""Kinds of node with round corners: where a deal starts or leaves."""
RADIUS = 16 * POINT
_CORNER = 5 * POINT
"""What round corners take from the text on every side: 0.29 of the radius."""

_MILLIMETRE = 36000
_PER_ROW = 5
_FEWEST = 2
_GAP = 7 * _MILLIMETRE
_WIDEST = 50 * _MILLIMETRE
_INSET = 3 * POINT
_LOWEST = 30 * POINT

_TITLE_SIZE, _TITLE_LINE = 8.5, 10.5 * POINT
_NOTE_SIZE, _NOTE_LINE = 7.5, 9.2 * POINT
_REGULAR = 0.93
"""Regular letters are narrower than the bold ones that are measured."""
_SPACE, _NARROW, _WIDE = 0.3, "·.,:;()ilj", "мшщжюыфmw%"


@frozen
class Box:
    """A node with its rectangle."""

    node: Node
    x: int
    y: int
    width: int
    height: int


@frozen
class Plan:
    """A figure laid out: overall size, lines below, boxes on top."""

    width: int
    height: int
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]


def lay_out(figure: ProcessFigure, width: int) -> Plan:
    """The figure within `width` EMU; every arrow joins two nodes of the figure."""
    nodes = figure.nodes
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
        members = [box for box in row_of if row_of[box] == row]
        height = max(_height(nodes[box], box_width) for box in members)
        boxes += [Box(nodes[box], lefts[box], y, box_width, height) for box in members]
        y += height
    tops.append(y)
    straight = [
        _straight(boxes[a], boxes[b])
        for a, b in moves
        if b == a + 1 and row_of[a] == row_of[b]
    ]
    edges = [(box.y, box.y + box.height) for box in boxes]
    return Plan(
        width,
        y + channels[rows],
        (*trunks(lanes, edges, tops), *straight),
        tuple(boxes),
    )


def labelled(figure: ProcessFigure) -> list[tuple[str, str, Arrow]]:
    """The moves that carry words: title of the start, of the end, the arrow."""
    titles = {node.key: node.title for node in figure.nodes}
    return [(titles[a.start], titles[a.end], a) for a in figure.arrows if a.label]


def lines_of(text: str, size: float, width: float) -> int:
    """How many lines `text` takes at `size` points in `width` EMU, on the safe side.

    >>> lines_of("Переговоры и договор", 8.5, 70 * POINT)
    2
    """
    space = _SPACE * size * POINT
    lines, used = 1, 0.0
    for word in text.split():
        length = word_width(word, size)
        if used and used + space + length > width:
            lines, used = lines + 1, 0.0
        used += length + (space if used else 0)
        while used > width:
            lines, used = lines + 1, used - width
    return lines


def word_width(word: str, size: float) -> float:
    """An upper estimate of the width of a word in bold sans-serif, in EMU."""
    ems = sum(
        _SPACE if c in _NARROW else 0.78 if c.isupper() or c in _WIDE else 0.6
        for c in word
    )
    return ems * size * POINT


def _straight(start: Box, end: Box) -> Line:
    middle = start.y + start.height // 2
    return Line(start.x + start.width, middle, end.x, middle, "main", head=True)


def _columns(nodes: tuple[Node, ...], width: int) -> int:
    """As many boxes in a row as leave room for the longest word."""
    rows = -(-len(nodes) // _PER_ROW)
    columns = -(-len(nodes) // rows)
    longest = max(
        (
            word_width(word, _TITLE_SIZE) + (2 * _CORNER if n.kind in ENDS else 0)
            for n in nodes
            for word in n.title.split()
        ),
        default=0,
    )
    while (
        columns > _FEWEST
        and (width - _GAP * (columns - 1)) / columns - 2 * _INSET < longest
    ):
        columns -= 1
    return columns


def _height(node: Node, width: int) -> int:
    corners = 2 * _CORNER if node.kind in ENDS else 0
    inner = width - 2 * _INSET - corners
    text = lines_of(node.title, _TITLE_SIZE, inner) * _TITLE_LINE
    if node.note:
        text += lines_of(node.note, _NOTE_SIZE * _REGULAR, inner) * _NOTE_LINE
    return round(max(text + corners + 8 * POINT, _LOWEST))
