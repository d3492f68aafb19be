"""Where the boxes and lines of a process figure go: geometry, no markup.

Boxes stand in rows read like text. Neighbours are joined by a straight arrow.
Every other move runs in a lane between the rows; moves into the same box
share one lane, so that "from any stage to lost" is one line with branches.
Moves forward enter a box from above, returns enter from below.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from attrs import define, field, frozen

from salesreg.document.blocks import Arrow, Node, ProcessFigure

POINT = 12700
"""EMU in a point; all lengths here are EMU."""
_MILLIMETRE = 36000
_PER_ROW = 5
_GAP = 7 * _MILLIMETRE
_WIDEST = 40 * _MILLIMETRE
_INSET = 3 * POINT
_LANE = 8 * POINT
ENDS = frozenset({"initial", "won", "lost"})
"""Kinds of node with round corners: where a deal starts or leaves."""
RADIUS = 16 * POINT
_CORNER = 5 * POINT
"""What round corners take from the text on every side: 0.29 of the radius."""
_TITLE_SIZE, _TITLE_LINE = 8.5, 10.5 * POINT
_NOTE_SIZE, _NOTE_LINE = 7.5, 9.2 * POINT
_REGULAR = 0.93
"""Regular letters are narrower than the bold ones that are measured."""
_SPACE, _NARROW, _WIDE = 0.3, "·.,:;()ilj", "мшщжюыфmw%"

Way = Literal["main", "skip", "return"]


@frozen
class Box:
    """A node with its rectangle."""

    node: Node
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Horizontal middle."""
        return self.x + self.width // 2


@frozen
class Line:
    """A straight piece of an arrow; `head` when it ends in an arrowhead."""

    x1: int
    y1: int
    x2: int
    y2: int
    way: Way
    head: bool = False


@frozen
class Plan:
    """A figure laid out: overall size, lines below, boxes on top."""

    width: int
    height: int
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]


@define
class _Lane:
    """A horizontal trunk in the channel above row `channel`, with branches."""

    channel: int
    way: Way
    ports: list[_Port] = field(factory=list)
    depth: int = 0
    side: int | None = None
    """Where it meets a vertical at the figure's side, if it comes from afar."""

    def span(self) -> tuple[int, int]:
        """Leftmost and rightmost point."""
        ends = [port.x for port in self.ports]
        if self.side is not None:
            ends.append(self.side)
        return min(ends), max(ends)


@define
class _Port:
    """Where a branch leaves or enters a box."""

    box: int
    below: bool
    entering: bool
    towards: int
    x: int = 0


def lay_out(figure: ProcessFigure, width: int) -> Plan:
    """The figure within `width` EMU.

    Every arrow must start and end at a node of the figure.
    """
    columns = _columns(figure.nodes, width)
    index = {node.key: position for position, node in enumerate(figure.nodes)}
    moves = sorted({(index[a.start], index[a.end]) for a in figure.arrows})
    rows = [
        range(first, min(first + columns, len(figure.nodes)))
        for first in range(0, len(figure.nodes), columns)
    ]
    row_of = {box: row for row, boxes in enumerate(rows) for box in boxes}
    lanes, sides = _lanes(moves, row_of)
    margin = sides * _LANE + (_LANE if sides else 0)
    box_width = min((width - 2 * margin - _GAP * (columns - 1)) // columns, _WIDEST)
    left = (width - columns * box_width - _GAP * (columns - 1)) // 2
    lefts = [
        left + (box - rows[row_of[box]][0]) * (box_width + _GAP)
        for box in range(len(figure.nodes))
    ]
    _set_ports(lanes, lefts, box_width)
    _set_sides(lanes, width)
    heights = _channels(lanes, len(rows))
    boxes: list[Box] = []
    tops: list[int] = []
    y = 0
    for row, members in enumerate(rows):
        tops.append(y)
        y += heights[row]
        height = max(_height(figure.nodes[box], box_width) for box in members)
        boxes += [
            Box(figure.nodes[box], lefts[box], y, box_width, height) for box in members
        ]
        y += height
    tops.append(y)
    straight = [
        Line(
            boxes[a].x + box_width,
            boxes[a].y + boxes[a].height // 2,
            boxes[b].x,
            boxes[b].y + boxes[b].height // 2,
            "main",
            head=True,
        )
        for a, b in moves
        if b == a + 1 and row_of[a] == row_of[b]
    ]
    return Plan(
        width,
        y + heights[len(rows)],
        (*_trunks(lanes, boxes, tops), *straight),
        tuple(boxes),
    )


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


def _columns(nodes: tuple[Node, ...], width: int) -> int:
    rows = -(-len(nodes) // _PER_ROW)
    columns = -(-len(nodes) // max(rows, 1))
    longest = max(
        (
            word_width(word, _TITLE_SIZE) + (2 * _CORNER if n.kind in ENDS else 0)
            for n in nodes
            for word in n.title.split()
        ),
        default=0,
    )
    while (
        columns > 2  # noqa: PLR2004 - one box per row is no figure
        and (width - _GAP * (columns - 1)) / columns - 2 * _INSET < longest
    ):
        columns -= 1
    return max(columns, 1)


def _height(node: Node, width: int) -> int:
    corners = 2 * _CORNER if node.kind in ENDS else 0
    inner = width - 2 * _INSET - corners
    text = lines_of(node.title, _TITLE_SIZE, inner) * _TITLE_LINE
    if node.note:
        text += lines_of(node.note, _NOTE_SIZE * _REGULAR, inner) * _NOTE_LINE
    return round(max(text + corners + 8 * POINT, 30 * POINT))


def _lanes(
    moves: Iterable[tuple[int, int]], row_of: dict[int, int]
) -> tuple[list[_Lane], int]:
    """The lanes of all moves that are no straight arrow, and how many reach a side."""
    shared: dict[tuple[int, bool, bool, int], _Lane] = {}
    sides: set[tuple[int, bool]] = set()
    for start, end in moves:
        a, b = row_of[start], row_of[end]
        if start == end or (end == start + 1 and a == b):
            continue
        back = end < start
        way: Way = "return" if back else "main" if end == start + 1 else "skip"
        home = b + 1 if back else b
        leave = a + 1 if back == (a == b) else a
        lane = shared.setdefault(
            (end, back, way == "main", home), _Lane(home, way)
        )
        if not any(port.entering for port in lane.ports):
            lane.ports.append(_Port(end, below=back, entering=True, towards=start))
        if leave != home:
            lane.side = -1 if back else 1
            sides.add((end, back))
            lane = shared.setdefault((end, back, way == "main", leave), _Lane(leave, way))
            lane.side = -1 if back else 1
        lane.ports.append(
            _Port(start, below=leave > a, entering=False, towards=end)
        )
    return list(shared.values()), len(sides)


def _set_ports(lanes: list[_Lane], lefts: list[int], width: int) -> None:
    """Spread the branches of each box evenly over its upper and lower edge."""
    edges: dict[tuple[int, bool], list[_Port]] = {}
    for lane in lanes:
        for port in lane.ports:
            edges.setdefault((port.box, port.below), []).append(port)
    for ports in edges.values():
        ports.sort(key=lambda port: (lefts[port.towards], port.entering))
        for position, port in enumerate(ports, start=1):
            port.x = lefts[port.box] + width * position // (len(ports) + 1)


def _set_sides(lanes: list[_Lane], width: int) -> None:
    """Give each far move its own vertical in the left or right margin."""
    taken = {-1: 0, 1: 0}
    known: dict[tuple[int, Way], int] = {}
    for lane in lanes:
        if lane.side is None:
            continue
        side = lane.side
        target = next(p.box if p.entering else p.towards for p in lane.ports)
        if (target, lane.way) not in known:
            known[target, lane.way] = (
                taken[side] * _LANE if side < 0 else width - taken[side] * _LANE
            )
            taken[side] += 1
        lane.side = known[target, lane.way]


def _channels(lanes: list[_Lane], rows: int) -> list[int]:
    """Give lanes of a channel that overlap different depths; the channel heights."""
    heights: list[int] = []
    for channel in range(rows + 1):
        ends: list[int] = []
        for lane in sorted(
            (lane for lane in lanes if lane.channel == channel), key=_Lane.span
        ):
            first, last = lane.span()
            for depth, end in enumerate(ends):
                if end + _LANE < first:
                    break
            else:
                depth = len(ends)
                ends.append(0)
            lane.depth = depth
            ends[depth] = last
        outer = channel in {0, rows}
        space = (len(ends) + 1) * _LANE + (0 if outer else _LANE // 2)
        heights.append((space if ends else 0) if outer else max(space, 2 * _LANE))
    return heights


def _trunks(lanes: list[_Lane], boxes: list[Box], tops: list[int]) -> list[Line]:
    lines: list[Line] = []
    verticals: dict[int, list[tuple[int, Way]]] = {}
    for lane in lanes:
        y = tops[lane.channel] + (lane.depth + 1) * _LANE
        first, last = lane.span()
        lines.append(Line(first, y, last, y, lane.way))
        if lane.side is not None:
            verticals.setdefault(lane.side, []).append((y, lane.way))
        for port in lane.ports:
            box = boxes[port.box]
            edge = box.y + box.height if port.below else box.y
            if port.entering:
                lines.append(Line(port.x, y, port.x, edge, lane.way, head=True))
            else:
                lines.append(Line(port.x, edge, port.x, y, lane.way))
    for x, ends in verticals.items():
        ends.sort()
        lines += [
            Line(x, upper, x, lower, way) for (upper, way), (lower, _) in pairwise(ends)
        ]
    return lines


def labelled(figure: ProcessFigure) -> list[tuple[str, str, Arrow]]:
    """The moves that carry words: title of the start, of the end, the arrow."""
    titles = {node.key: node.title for node in figure.nodes}
    return [(titles[a.start], titles[a.end], a) for a in figure.arrows if a.label]
