"""The moves of a figure that are no straight arrow: lanes between the rows.

Moves into the same box share one lane, so that "from any stage to lost" is
one line with branches. Moves forward enter a box from above, returns from
below, so the way of a move can be seen without its colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from attrs import define, field

from salesreg.export.figures.scene import POINT, Line, Way

LANE = 8 * POINT
"""Distance between two lanes."""


@define
class Port:
    """Where a branch leaves or enters a box, and the box it is heading for."""

    box: int
    below: bool
    entering: bool
    towards: int
    x: int = 0


@define
class Lane:
    """A horizontal trunk in the channel above row `channel`, with branches."""

    channel: int
    way: Way
    target: int
    ports: list[Port] = field(factory=list[Port])
    side: Literal[-1, 0, 1] = 0
    """The margin, left or right, where it meets lanes of other channels."""
    side_x: int = 0
    depth: int = 0

    def span(self) -> tuple[int, int]:
        """Leftmost and rightmost point."""
        ends = [port.x for port in self.ports]
        if self.side:
            ends.append(self.side_x)
        return min(ends), max(ends)


def lanes_for(moves: Iterable[tuple[int, int]], row_of: dict[int, int]) -> list[Lane]:
    """The lanes of all moves but the straight arrows to the next box of a row."""
    shared: dict[tuple[int, Way, int], Lane] = {}

    def lane_in(channel: int, way: Way, target: int) -> Lane:
        return shared.setdefault((target, way, channel), Lane(channel, way, target))

    for start, end in moves:
        a, b = row_of[start], row_of[end]
        if start == end or (end == start + 1 and a == b):
            continue
        back = end < start
        way = _way(start, end)
        # The channel at the target, and the one next to the start on its way.
        home = b + 1 if back else b
        leave = a + 1 if back == (a == b) else a
        lane = lane_in(home, way, end)
        if not any(port.entering for port in lane.ports):
            lane.ports.append(Port(end, below=back, entering=True, towards=start))
        if leave != home:
            lane.side = -1 if back else 1
            lane = lane_in(leave, way, end)
            lane.side = -1 if back else 1
        lane.ports.append(Port(start, below=leave > a, entering=False, towards=end))
    return list(shared.values())


def _way(start: int, end: int) -> Way:
    if end < start:
        return "return"
    return "main" if end == start + 1 else "skip"


def side_width(lanes: list[Lane]) -> int:
    """The margin that verticals need on either side."""
    far = {(lane.target, lane.way) for lane in lanes if lane.side}
    return (len(far) + 1) * LANE if far else 0


def place(lanes: list[Lane], lefts: list[int], box: int, width: int) -> None:
    """Settle everything horizontal: branches along the boxes, verticals at the sides.

    `lefts` are the left edges of the boxes, `box` their width, `width` the
    width of the figure.
    """
    edges: dict[tuple[int, bool], list[Port]] = {}
    for port in (port for lane in lanes for port in lane.ports):
        edges.setdefault((port.box, port.below), []).append(port)
    for ports in edges.values():
        ports.sort(key=lambda port: (lefts[port.towards], port.entering))
        for position, port in enumerate(ports, start=1):
            port.x = lefts[port.box] + box * position // (len(ports) + 1)
    taken: dict[int, list[tuple[int, Way]]] = {-1: [], 1: []}
    for lane in lanes:
        if not lane.side:
            continue
        used = taken[lane.side]
        far: tuple[int, Way] = (lane.target, lane.way)
        if far not in used:
            used.append(far)
        inset = used.index(far) * LANE
        lane.side_x = inset if lane.side < 0 else width - inset


def channel_heights(lanes: list[Lane], rows: int) -> list[int]:
    """Give lanes that overlap different depths; the height of every channel."""
    heights: list[int] = []
    for channel in range(rows + 1):
        ends: list[int] = []
        here = [lane for lane in lanes if lane.channel == channel]
        for lane in sorted(here, key=Lane.span):
            first, last = lane.span()
            free = (d for d, end in enumerate(ends) if end + LANE < first)
            lane.depth = next(free, len(ends))
            ends[lane.depth : lane.depth + 1] = [last]
        if channel in {0, rows}:
            heights.append((len(ends) + 1) * LANE if ends else 0)
        else:
            heights.append(max((2 * len(ends) + 3) * LANE // 2, 2 * LANE))
    return heights


def trunks(
    lanes: list[Lane], edges: list[tuple[int, int]], tops: list[int]
) -> list[Line]:
    """The lines of all lanes.

    `edges` are the upper and lower edges of the boxes, `tops` the upper edges
    of the channels.
    """
    lines: list[Line] = []
    verticals: dict[tuple[int, Way], list[int]] = {}
    for lane in lanes:
        y = tops[lane.channel] + (lane.depth + 1) * LANE
        first, last = lane.span()
        lines.append(Line(((first, y), (last, y)), lane.way))
        if lane.side:
            verticals.setdefault((lane.side_x, lane.way), []).append(y)
        for port in lane.ports:
            edge = edges[port.box][port.below]
            if port.entering:
                way_in = ((port.x, y), (port.x, edge))
                lines.append(Line(way_in, lane.way, head=True))
            else:
                lines.append(Line(((port.x, edge), (port.x, y)), lane.way))
    for (x, way), ends in verticals.items():
        for upper, lower in pairwise(sorted(ends)):
            lines.append(Line(((x, upper), (x, lower)), way))
    return lines
