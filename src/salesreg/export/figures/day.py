"""A working day laid out: rows of spans under one clock."""

from __future__ import annotations

from salesreg.document.figures import Bar, DayFigure, Span
from salesreg.export.figures.measure import NOTE_LINE, TITLE, note_wrapped, width_of
from salesreg.export.figures.scene import (
    INSET,
    MILLIMETRE,
    POINT,
    Box,
    Label,
    Line,
    Scene,
)

_LINE = round(NOTE_LINE * POINT)
_LOW, _HIGH = 19 * POINT, 28 * POINT
"""Heights of a span with one line and with two."""
_GAP = 5 * POINT
_TITLES = 3
"""The titles of the rows take a third of the width at most."""
_STEPS = (60, 120, 180, 240, 360, 720)
_TICK = 9 * MILLIMETRE


def day(figure: DayFigure, width: int) -> Scene:
    """Lay a figure out; hours run from the first span to the last."""
    spans = [span for bar in figure.bars for span in bar.spans]
    if not spans:
        return Scene(width, 0, ())
    first = min(span.start for span in spans) // 60 * 60
    last = -(-max(span.end for span in spans) // 60) * 60
    words = max(width_of(bar.title) for bar in figure.bars)
    left = min(round(words) + 3 * INSET, width // _TITLES)
    # Half of the last hour's words stands out at the right.
    clock = _Clock(left, width - left - _TICK // 2, first, max(last, first + 60))
    shapes: list[Box | Label] = []
    y = _LINE + _GAP
    for bar in figure.bars:
        made, y = _row(bar, clock, y)
        shapes += made
        y += _GAP
    return Scene(width, y, (*_hours(clock, y - _GAP), *shapes))


class _Clock:
    """Where a minute of the day stands."""

    def __init__(self, left: int, width: int, first: int, last: int) -> None:
        self.left, self.first, self.last = left, first, last
        self._width = width

    def at(self, minute: int) -> int:
        return self.left + (minute - self.first) * self._width // (
            self.last - self.first
        )

    @property
    def hours(self) -> range:
        """The hours that are written, as far apart as their words need."""
        hours = (self.last - self.first) // 60
        room = self._width // hours
        step = next((s for s in _STEPS if room * s // 60 >= _TICK), _STEPS[-1])
        return range(self.first, self.last + 1, step)


def _hours(clock: _Clock, bottom: int) -> list[Line | Label]:
    made: list[Line | Label] = []
    for minute in clock.hours:
        x = clock.at(minute)
        text = f"{minute // 60 % 24:02d}:{minute % 60:02d}"
        text = "24:00" if minute == 1440 else text
        made.append(Line(((x, _LINE), (x, bottom)), "grid"))
        made.append(Label(x - _TICK // 2, 0, _TICK, _LINE, text))
    return made


def _row(bar: Bar, clock: _Clock, top: int) -> tuple[list[Box | Label], int]:
    """The shapes of a row and its bottom."""
    boxes = [_box(span, clock, top) for span in bar.spans]
    tall = max((box.height for box in boxes), default=_LOW)
    titles = note_wrapped(bar.title, clock.left - INSET)
    height = max(tall, len(titles) * _LINE)
    made: list[Box | Label] = [
        Box(box.x, top, box.width, height, box.tone, box.title, box.note)
        for box in boxes
    ]
    start = top + (height - len(titles) * _LINE) // 2
    made += [
        Label(0, start + at * _LINE, clock.left - INSET, _LINE, text, "left")
        for at, text in enumerate(titles)
    ]
    # What is too narrow for its words has them below.
    ends: list[int] = []
    for span, box in zip(bar.spans, boxes, strict=True):
        if box.title or not span.title:
            continue
        wide = min(round(width_of(span.title)) + INSET, clock.at(clock.last))
        x = box.x + box.width // 2 - wide // 2
        x = max(0, min(x, clock.at(clock.last) - wide))
        line = next((at for at, end in enumerate(ends) if end <= x), len(ends))
        ends[line : line + 1] = [x + wide]
        y = top + height + line * _LINE
        made.append(Label(x, y, wide, _LINE, span.title))
    return made, top + height + len(ends) * _LINE


def _box(span: Span, clock: _Clock, top: int) -> Box:
    x = clock.at(span.start)
    width = max(clock.at(span.end) - x, POINT)
    inner = width - 2 * INSET
    title = span.title if width_of(span.title, TITLE) <= inner else ""
    times = f"{_time(span.start)}\u2013{_time(span.end)}"
    note = times if title and width_of(times) <= inner else ""
    return Box(x, top, width, _HIGH if note else _LOW, span.kind, title, note)


def _time(minute: int) -> str:
    return "24:00" if minute == 1440 else f"{minute // 60 % 24:02d}:{minute % 60:02d}"
