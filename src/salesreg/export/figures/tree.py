"""A tree laid out: what hangs on a box stands to the right of it."""

from __future__ import annotations

from attrs import evolve, frozen

from salesreg.document.figures import Branch, TreeFigure
from salesreg.export.figures.measure import height_of
from salesreg.export.figures.scene import MILLIMETRE, Box, Line, Scene, Tone

_WIDEST = 50 * MILLIMETRE
_ACROSS = 10 * MILLIMETRE
_DOWN = 3 * MILLIMETRE


@frozen
class _Measured:
    """A box at no place yet, and how much height it takes with its branches."""

    box: Box
    height: int
    below: tuple[_Measured, ...]


def tree(figure: TreeFigure, width: int) -> Scene:
    """Lay a figure out, one column for each generation."""
    columns = max(map(_depth, figure.roots), default=1)
    gap = min(_ACROSS, width // (4 * columns))
    column = min((width - gap * (columns - 1)) // columns, _WIDEST)
    left = (width - columns * column - gap * (columns - 1)) // 2
    roots = tuple(_measured(root, column) for root in figure.roots)
    shapes: list[Box | Line] = []
    _place_all(roots, left, 0, gap, shapes)
    return Scene(width, _together(roots), tuple(shapes))


def _depth(branch: Branch) -> int:
    return 1 + max(map(_depth, branch.below), default=0)


def _measured(branch: Branch, width: int) -> _Measured:
    below = tuple(_measured(inner, width) for inner in branch.below)
    tone: Tone = "initial" if below else "work"
    box = Box(0, 0, width, 0, tone, branch.title, branch.note)
    box = evolve(box, height=height_of(box))
    return _Measured(box, max(box.height, _together(below)), below)


def _together(branches: tuple[_Measured, ...]) -> int:
    gaps = _DOWN * max(len(branches) - 1, 0)
    return sum(branch.height for branch in branches) + gaps


def _place_all(
    branches: tuple[_Measured, ...],
    x: int,
    top: int,
    gap: int,
    shapes: list[Box | Line],
) -> list[int]:
    """Place branches under one another; the middles of their boxes."""
    middles: list[int] = []
    for branch in branches:
        # A box and what hangs on it stand in the middle of one another.
        y = top + (branch.height - branch.box.height) // 2
        box = evolve(branch.box, x=x, y=y)
        end, middle = x + box.width, y + box.height // 2
        lower = top + (branch.height - _together(branch.below)) // 2
        turn = end + gap // 2
        for other in _place_all(branch.below, end + gap, lower, gap, shapes):
            corners = ((turn, middle), (turn, other)) if other != middle else ()
            points = ((end, middle), *corners, (end + gap, other))
            shapes.append(Line(points, "skip"))
        shapes.append(box)
        middles.append(middle)
        top += branch.height + _DOWN
    return middles
