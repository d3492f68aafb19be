"""A process figure as an inline SVG; its colours come from the style sheet."""

from __future__ import annotations

from salesreg.document.blocks import ProcessFigure
from salesreg.export.html.inline import escape
from salesreg.export.lanes import POINT, Line
from salesreg.export.layout import ENDS, RADIUS, Box, lay_out, word_width

_WIDTH = 470 * POINT
"""Drawn this wide and shown at the width of the text, so letters get larger."""
_TITLE, _TITLE_LINE = 8.5, 10.5
_NOTE, _NOTE_LINE = 7.5, 9.2
_REGULAR = 0.93
_INSET = 3 * POINT


def drawing(figure: ProcessFigure, name: str) -> str:
    """Return a figure as SVG; `name` starts the ids that it needs."""
    if not figure.nodes:
        return ""
    plan = lay_out(figure, _WIDTH)
    lines = [_line(line) for line in plan.lines]
    heads = [_head(line) for line in plan.lines if line.head]
    boxes = [_box(box) for box in plan.boxes]
    title, told = f"{name}-title", f"{name}-told"
    # A margin, or the outlines at the very edge would be cut in half.
    size = f"-2 -2 {_points(plan.width + 4 * POINT)} {_points(plan.height + 4 * POINT)}"
    return "\n".join(
        [
            f'<svg viewBox="{size}" role="img" aria-labelledby="{title} {told}">',
            f'<title id="{title}">{escape(figure.caption)}</title>',
            f'<desc id="{told}">{escape(figure.alt)}</desc>',
            *lines,
            *heads,
            *boxes,
            "</svg>",
        ]
    )


def _line(line: Line) -> str:
    x1, y1, x2, y2 = map(_points, (line.x1, line.y1, line.x2, line.y2))
    return f'<path class="{line.way}" d="M{x1} {y1}L{x2} {y2}"/>'


def _head(line: Line) -> str:
    """An arrowhead, drawn by itself: a marker would need an id."""
    across = (line.x2 > line.x1) - (line.x2 < line.x1)
    down = (line.y2 > line.y1) - (line.y2 < line.y1)
    tip = (line.x2 / POINT, line.y2 / POINT)
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
    ends = box.node.kind in ENDS
    corner = f' rx="{_points(RADIUS)}"' if ends else ""
    # The room that the layout counted on when it chose the height.
    inner = box.width - 2 * _INSET - (10 * POINT if ends else 0)
    title = _wrapped(box.node.title, _TITLE, inner)
    note = _wrapped(box.node.note, _NOTE * _REGULAR, inner)
    middle = (box.x + box.width / 2) / POINT
    tall = len(title) * _TITLE_LINE + len(note) * _NOTE_LINE
    top = (box.y + box.height / 2) / POINT - tall / 2
    words = [
        f'<text x="{middle:.5g}" y="{top + (at + 0.76) * _TITLE_LINE:.5g}">'
        f"{escape(words)}</text>"
        for at, words in enumerate(title)
    ]
    top += len(title) * _TITLE_LINE
    words += [
        f'<text class="note" x="{middle:.5g}" y="{top + (at + 0.76) * _NOTE_LINE:.5g}">'
        f"{escape(words)}</text>"
        for at, words in enumerate(note)
    ]
    rect = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{corner}/>'
    return f'<g class="{box.node.kind}">{rect}{"".join(words)}</g>'


def _wrapped(text: str, size: float, width: float) -> list[str]:
    """The lines of a text; a word that is too long is cut, like in the layout."""
    space = word_width("i", size)
    lines: list[str] = []
    used = 0.0
    for whole in text.split():
        length = word_width(whole, size)
        if lines and used + space + length <= width:
            lines[-1] += f" {whole}"
            used += space + length
            continue
        word = whole
        while word_width(word, size) > width and len(word) > 1:
            cut = len(word) - 1
            while cut > 1 and word_width(word[:cut], size) > width:
                cut -= 1
            lines.append(word[:cut])
            word = word[cut:]
        lines.append(word)
        used = word_width(word, size)
    return lines


def _points(length: float) -> str:
    return f"{length / POINT:.5g}"
