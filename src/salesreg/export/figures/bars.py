"""Bars laid out: what is measured at the left, its value behind the end of its bar."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from salesreg.document.figures import Amount, BarFigure
from salesreg.export.figures.measure import NOTE_LINE, note_wrapped, width_of
from salesreg.export.figures.scene import INSET, POINT, Box, Label, Line, Scene

_LINE = round(NOTE_LINE * POINT)
_BAR = 12 * POINT
_GAP = 4 * POINT
_TITLES, _VALUES = 3, 4
"""Titles take a third of the width at most, values a quarter."""


def bars(figure: BarFigure, width: int) -> Scene:
    """Lay a figure out; the longest bar, or the highest goal, has the whole room."""
    if not figure.amounts:
        return Scene(width, 0, ())
    words = max(width_of(amount.title) for amount in figure.amounts)
    left = min(round(words) + 3 * INSET, width // _TITLES)
    told = max(width_of(amount.text) for amount in figure.amounts)
    right = min(round(told) + 2 * INSET, width // _VALUES)
    room = width - left - right
    highest = max(max(one.value, one.goal or Decimal(0)) for one in figure.amounts)
    shapes: list[Box | Line | Label] = []
    y = POINT
    for amount in figure.amounts:
        made, y = _row(amount, Fraction(highest), (left, room, width), y)
        shapes += made
        y += _GAP
    return Scene(width, y - _GAP + POINT, tuple(shapes))


def _row(
    amount: Amount, highest: Fraction, places: tuple[int, int, int], top: int
) -> tuple[list[Box | Line | Label], int]:
    """Return the shapes of a row and its bottom."""
    left, room, width = places
    titles = note_wrapped(amount.title, left - INSET)
    height = max(_BAR, len(titles) * _LINE)
    y = top + (height - _BAR) // 2
    long = _long(amount.value, highest, room)
    made: list[Box | Line | Label] = []
    if long:
        made.append(Box(left, y, long, _BAR, amount.kind))
    end = long
    if amount.goal is not None:
        at = left + _long(amount.goal, highest, room)
        made.append(Line(((at, y - POINT), (at, y + _BAR + POINT)), "limit"))
        end = max(end, at - left)
    start = top + (height - len(titles) * _LINE) // 2
    made += [
        Label(0, start + at * _LINE, left - INSET, _LINE, text, "left")
        for at, text in enumerate(titles)
    ]
    if amount.text:
        x = left + end + INSET
        line = y + (_BAR - _LINE) // 2
        made.append(Label(x, line, width - x, _LINE, amount.text, "left"))
    return made, top + height


def _long(value: Decimal, highest: Fraction, room: int) -> int:
    if value <= 0 or not highest:
        return 0
    return max(round(Fraction(value) / highest * room), POINT)
