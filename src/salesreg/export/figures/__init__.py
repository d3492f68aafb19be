"""Figures to scenes: one layout for each kind, drawn by every writer."""

from __future__ import annotations

from salesreg.document.figures import (
    BarFigure,
    CurveFigure,
    DayFigure,
    Figure,
    ProcessFigure,
    TreeFigure,
)
from salesreg.export.figures.bars import bars
from salesreg.export.figures.curve import curve
from salesreg.export.figures.day import day
from salesreg.export.figures.process import labelled, process
from salesreg.export.figures.scene import Scene
from salesreg.export.figures.tree import tree

__all__ = ["labels_of", "scene_of"]


def scene_of(figure: Figure, width: int) -> Scene:
    """Return a figure laid out within `width` EMU."""
    match figure:
        case ProcessFigure():
            return process(figure, width)
        case DayFigure():
            return day(figure, width)
        case CurveFigure():
            return curve(figure, width)
        case TreeFigure():
            return tree(figure, width)
        case BarFigure():
            return bars(figure, width)


def labels_of(figure: Figure) -> tuple[str, ...]:
    """Return what is said below a drawing: the words of its arrows.

    >>> from salesreg.document.figures import Arrow, Node
    >>> nodes = (Node("new", "New"), Node("won", "Won"))
    >>> labels_of(ProcessFigure(nodes, (Arrow("new", "won", "paid"),), "", ""))
    ('New → Won: paid',)
    """
    if not isinstance(figure, ProcessFigure):
        return ()
    return tuple(
        f"{start} \u2192 {end}: {arrow.label}" for start, end, arrow in labelled(figure)
    )
