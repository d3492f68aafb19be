"""A figure as an inline SVG; its colours come from the style sheet."""

from __future__ import annotations

from salesreg.document.figures import Figure
from salesreg.export.figures import scene_of
from salesreg.export.figures.measure import (
    NOTE_LINE,
    TITLE_LINE,
    note_lines,
    title_lines,
)
from salesreg.export.figures.scene import POINT, RADIUS, Box, Label, Line
from salesreg.export.html.inline import escape

_WIDTH = 470 * POINT
"""Drawn this wide and shown at the width of the text, so letters get larger."""
_EDGE = 4 * POINT
_BASE = 0.76
"""Where in a line its letters stand."""


def drawing(figure: Figure, name: str) -> str:
    """Return a figure as SVG; `name` starts the ids that it needs."""
    scene = scene_of(figure, _WIDTH)
    if not scene.shapes:
        return ""
    title, told = f"{name}-title", f"{name}-told"
    # A margin, or the outlines at the very edge would be cut in half.
    size = f"-2 -2 {_points(scene.width + _EDGE)} {_points(scene.height + _EDGE)}"
    return "\n".join(
        [
            f'<svg viewBox="{size}" role="img" aria-labelledby="{title} {told}">',
            f'<title id="{title}">{escape(figure.caption)}</title>',
            f'<desc id="{told}">{escape(figure.alt)}</desc>',
            *map(_shape, scene.shapes),
            "</svg>",
        ]
    )


def _shape(shape: Box | Line | Label) -> str:
    match shape:
        case Box():
            return _box(shape)
        case Line():
            return _line(shape)
        case Label():
            return _label(shape)


def _line(line: Line) -> str:
    path = "L".join([f"{_points(x)} {_points(y)}" for x, y in line.points])
    head = _head(line) if line.head else ""
    return f'<path class="{line.way}" d="M{path}"/>{head}'


def _head(line: Line) -> str:
    """An arrowhead, drawn by itself: a marker would need an id."""
    (x1, y1), (x2, y2) = line.points[-2:]
    across, down = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    tip = (x2 / POINT, y2 / POINT)
    corners = [
        tip,
        *(
            (
                tip[0] - 5 * across + 2.5 * side * down,
                tip[1] - 5 * down + 2.5 * side * across,
            )
            for side in (-1, 1)
        ),
    ]
    points = " ".join([f"{x:.5g},{y:.5g}" for x, y in corners])
    return f'<polygon class="{line.way}" points="{points}"/>'


def _box(box: Box) -> str:
    x, y, width, height = map(_points, (box.x, box.y, box.width, box.height))
    corner = f' rx="{_points(RADIUS)}"' if box.round else ""
    title, note = title_lines(box), note_lines(box)
    middle = (box.x + box.width / 2) / POINT
    tall = len(title) * TITLE_LINE + len(note) * NOTE_LINE
    top = (box.y + box.height / 2) / POINT - tall / 2
    words = [
        _words(text, middle, top + (at + _BASE) * TITLE_LINE)
        for at, text in enumerate(title)
    ]
    top += len(title) * TITLE_LINE
    words += [
        _words(text, middle, top + (at + _BASE) * NOTE_LINE, "note")
        for at, text in enumerate(note)
    ]
    rect = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{corner}/>'
    return f'<g class="{box.tone}">{rect}{"".join(words)}</g>'


def _label(label: Label) -> str:
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}[label.align]
    x = (label.x + shift * label.width) / POINT
    kind = f"{'' if label.strong else 'note '}{label.align}"
    return _words(label.text, x, label.y / POINT + _BASE * NOTE_LINE, kind)


def _words(text: str, x: float, y: float, kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    return f'<text{name} x="{x:.5g}" y="{y:.5g}">{escape(text)}</text>'


def _points(length: float) -> str:
    return f"{length / POINT:.5g}"
