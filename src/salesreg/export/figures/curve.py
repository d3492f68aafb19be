"""A curve laid out: pieces over two axes, with what is written at them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from salesreg.document.figures import CurveFigure, Tick
from salesreg.export.figures.measure import NOTE_LINE, width_of
from salesreg.export.figures.scene import (
    INSET,
    MILLIMETRE,
    POINT,
    Label,
    Line,
    Scene,
)

_LINE = round(NOTE_LINE * POINT)
_HIGH = 32 * MILLIMETRE
_WIDEST = 150 * MILLIMETRE
_ROWS = 2
"""Rows of words under the axis, for those that would touch one another."""


@frozen
class _Range:
    """Maps values to places: `start` EMU at `low`, `end` at `high`."""

    low: Fraction
    high: Fraction
    start: int
    end: int

    def at(self, value: Decimal | Fraction) -> int:
        share = (Fraction(value) - self.low) / (self.high - self.low)
        return self.start + round(share * (self.end - self.start))

    def holds(self, value: Decimal) -> bool:
        return self.low <= Fraction(value) <= self.high


def curve(figure: CurveFigure, width: int) -> Scene:
    """Lay a figure out; a piece without an end runs to the edge."""
    if not figure.stretches:
        return Scene(width, 0, ())
    words = max((width_of(tick.text) for tick in figure.y.ticks), default=0)
    left = min(round(words) + 2 * INSET, width // 3)
    right = min(left + _WIDEST, width - 4 * INSET)
    top = _LINE + 2 * INSET
    x, y = _ranges(figure, (left, right), (top, top + _HIGH))
    shapes = [
        *_across(figure, x, y),
        *_limits(figure, x, y),
        *_pieces(figure, x, y),
        *_below(figure, x, y, width),
    ]
    name = Label(0, 0, width, _LINE, figure.y.title, "left", strong=True)
    height = max(part.y + part.height for part in shapes if isinstance(part, Label))
    across = figure.x.title
    under = Label(left, height, right - left, _LINE, across, "right", strong=True)
    return Scene(width, height + _LINE, (*shapes, name, under))


def _ranges(
    figure: CurveFigure, across: tuple[int, int], down: tuple[int, int]
) -> tuple[_Range, _Range]:
    pieces = figure.stretches
    known = [p.start for p in pieces] + [p.end for p in pieces if p.end is not None]
    low, high = Fraction(min(known)), Fraction(max(known))
    if pieces[-1].end is None or high == low:
        high += (high - low or abs(high) or Fraction(1)) / 4
    values = [Fraction(v) for p in pieces for v in (p.low, p.high)]
    values += [Fraction(limit.at) for limit in figure.limits]
    least, most = min([Fraction(0), *values]), max(values)
    most += (most - least or Fraction(1)) / 10
    return (
        _Range(low, high, *across),
        _Range(least, most, down[1], down[0]),
    )


def _across(figure: CurveFigure, x: _Range, y: _Range) -> list[Line | Label]:
    """The value axis: lines that lead the eye, as many as their words have room."""
    made: list[Line | Label] = [
        Line(((x.start, y.end), (x.start, y.start), (x.end, y.start)), "axis")
    ]
    taken: list[int] = []
    # The highest value is the one that people look for: it is never left out.
    for tick in sorted(figure.y.ticks, key=lambda tick: -tick.at):
        at = y.at(tick.at)
        if not y.holds(tick.at) or any(abs(at - other) < _LINE for other in taken):
            continue
        taken.append(at)
        if at != y.start:
            made.append(Line(((x.start, at), (x.end, at)), "grid"))
        room = x.start - INSET
        made.append(Label(0, at - _LINE // 2, room, _LINE, tick.text, "right"))
    return made


def _limits(figure: CurveFigure, x: _Range, y: _Range) -> list[Line | Label]:
    made: list[Line | Label] = []
    for limit in figure.limits:
        at = y.at(limit.at)
        made.append(Line(((x.start, at), (x.end, at)), "limit"))
        made.append(_over(limit, at, x))
    return made


def _over(limit: Tick, at: int, x: _Range) -> Label:
    top = max(at - _LINE, 0)
    return Label(
        x.start + INSET, top, x.end - x.start - INSET, _LINE, limit.text, "left"
    )


def _pieces(figure: CurveFigure, x: _Range, y: _Range) -> list[Line]:
    """The pieces, and thin lines where one jumps to the next."""
    made: list[Line] = []
    for piece, after in zip(
        figure.stretches, (*figure.stretches[1:], None), strict=True
    ):
        end = x.high if piece.end is None else Fraction(piece.end)
        ends = ((x.at(piece.start), y.at(piece.low)), (x.at(end), y.at(piece.high)))
        made.append(Line(ends, "curve"))
        if after and piece.end == after.start and piece.high != after.low:
            jump = (ends[1], (ends[1][0], y.at(after.low)))
            made.append(Line(jump, "return"))
    return made


def _below(figure: CurveFigure, x: _Range, y: _Range, width: int) -> list[Line | Label]:
    made: list[Line | Label] = []
    ends = [-1] * _ROWS
    for tick in figure.x.ticks:
        if not x.holds(tick.at):
            continue
        at = x.at(tick.at)
        made.append(Line(((at, y.start), (at, y.start + INSET)), "axis"))
        wide = min(round(width_of(tick.text)) + INSET, width)
        left = max(0, min(at - wide // 2, width - wide))
        row = next((row for row, end in enumerate(ends) if end <= left), None)
        if row is None:
            continue
        ends[row] = left + wide
        # Below the words of the value axis, whose lowest stand at the same corner.
        top = y.start + _LINE // 2 + POINT + row * _LINE
        made.append(Label(left, top, wide, _LINE, tick.text))
    return made
