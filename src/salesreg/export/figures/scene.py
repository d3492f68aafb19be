"""A figure as a scene: a few shapes at their places, in no markup.

A layout makes a scene from a figure, and every kind of drawing (SVG in a page,
DrawingML in a Word file) draws the same scene. So a new figure is one layout.
Lengths are EMU, the whole units of DrawingML; shapes are drawn in their order.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

POINT = 12700
"""EMU in a point."""
MILLIMETRE = 36000

Tone = Literal["initial", "work", "paused", "won", "lost", "break", "task"]
"""What a box is; each drawing has its fill and outline for it."""
Way = Literal["main", "skip", "return", "grid", "axis", "curve", "limit"]
"""What a line is; each drawing has its colour, weight and dash for it."""

RADIUS = 16 * POINT
"""Of round corners."""
INSET = 3 * POINT
"""Between the outline of a box and its words."""
CORNER = 5 * POINT
"""What round corners take from the words on every side: 0.29 of the radius."""


@frozen
class Box:
    """A rectangle with a title and smaller words under it, both centred."""

    x: int
    y: int
    width: int
    height: int
    tone: Tone
    title: str = ""
    note: str = ""
    round: bool = False

    @property
    def inner(self) -> int:
        """Width that its words have."""
        return self.width - 2 * INSET - (2 * CORNER if self.round else 0)


@frozen
class Line:
    """Straight pieces from point to point; `head` when it ends in an arrowhead."""

    points: tuple[tuple[int, int], ...]
    way: Way
    head: bool = False

    @property
    def frame(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom."""
        across, down = zip(*self.points, strict=True)
        return min(across), min(down), max(across), max(down)


@frozen
class Label:
    """Small words on one line, in a rectangle without an outline."""

    x: int
    y: int
    width: int
    height: int
    text: str
    align: Literal["left", "center", "right"] = "center"
    strong: bool = False


@frozen
class Scene:
    """A figure laid out."""

    width: int
    height: int
    shapes: tuple[Box | Line | Label, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Its boxes."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Box))

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Line))

    @property
    def labels(self) -> tuple[Label, ...]:
        """Its labels."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Label))
