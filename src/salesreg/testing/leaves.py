"""How the values without parts are drawn: numbers, dates, texts, written values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from salesreg.shapes import Shape, fields_of
from salesreg.testing import words
from salesreg.testing.bounds import Bounds, bounds_of
from salesreg.testing.written import DATES, WRITTEN

if TYPE_CHECKING:
    from salesreg.testing.drawing import Drawing

Drawer = Callable[["Drawing", int], object]
"""Draws a value of one shape; the number is how deep it may be."""

_SMALL = (*range(21), 31, 45, 60, 90, 100, 365, 500, 1000)
_MOST = 10**12
NOTHING: Mapping[str, object] = MappingProxyType({})
_AMOUNTS = tuple(
    Decimal(text)
    for text in [
        "0", "1", "10", "100", "5", "2", "3", "7", "12.5", "15", "20", "25", "30",
        "33.33", "50", "70", "80", "90", "99.99", "101", "110", "120", "150", "200",
        "0.5", "0.1", "0.05", "1000", "2000", "5000", "50000", "100000", "1500000",
        "1500.50",
        "0.000001", "999999999999.999999", "999999999999999",
        "-1", "-0.5", "-10", "-100000", "-999999999999999.999999",
    ]
)  # fmt: skip
_VISIBLE = ("я", "x", "*", "_", "`")


def leaf(shape: Shape) -> Drawer:
    """Return how the values of a shape without parts are drawn.

    Raises:
        TypeError: Nobody has said how values of the type are drawn.
    """
    bounds = bounds_of(shape.constraints)
    if shape.type in WRITTEN:
        written = WRITTEN[shape.type]
        return lambda drawing, _: written(drawing, NOTHING)
    if hasattr(shape.type, "GRAMMAR"):
        return _written(shape)
    if shape.type is int:
        return _whole(bounds)
    if shape.type is Decimal:
        return _decimal(bounds)
    if shape.type is bool:
        return lambda drawing, _: drawing.pick((False, True))
    if shape.type is dt.date:
        return lambda drawing, _: drawing.pick(DATES)
    if shape.type is str:
        return _text(bounds)
    message = f"no strategy for {shape.type!r}"
    raise TypeError(message)


def _whole(bounds: Bounds) -> Drawer:
    low = 0 if bounds.low is None else int(bounds.low)
    high = _MOST if bounds.high is None else int(bounds.high)
    # Nearest to zero or to the least number first: that is where shrinking ends.
    origin = min(max(0, low), high)
    ladder = (*(origin + step for step in _SMALL), high - 1, high, origin - 1, low)
    pool = tuple(dict.fromkeys(step for step in ladder if low <= step <= high))
    anything = st.integers(low, high)

    def draw(drawing: Drawing, _: int) -> int:
        index = drawing.upto(len(pool))
        return pool[index] if index < len(pool) else drawing.draw(anything)

    return draw


def _decimal(bounds: Bounds) -> Drawer:
    low = -_AMOUNTS[-1].copy_abs() if bounds.low is None else bounds.low
    high = _AMOUNTS[-1].copy_abs() if bounds.high is None else bounds.high
    ladder = (*_AMOUNTS, low, high)
    pool = tuple(dict.fromkeys(step for step in ladder if low <= step <= high))
    places = tuple(
        (place, st.integers(int(low.scaleb(place)) + 1, int(high.scaleb(place))))
        for place in range(7)
        if int(low.scaleb(place)) < int(high.scaleb(place))
    )

    def draw(drawing: Drawing, _: int) -> Decimal:
        index = drawing.upto(len(pool) + 3)
        if index < len(pool) or not places:
            return pool[index % len(pool)]
        place, anything = drawing.pick(places)
        return Decimal(drawing.draw(anything)).scaleb(-place)

    return draw


def _text(bounds: Bounds) -> Drawer:
    if bounds.refers is not None:
        name = bounds.refers
        return lambda drawing, _: drawing.reference(name)
    if bounds.form is not None:
        return _formed(bounds.form.regex)
    longest = bounds.longest or 1000
    plain = words.SENTENCES if bounds.lines else words.TITLES
    nasty = words.NASTY_PROSE if bounds.lines else words.NASTY_LINES
    anything = words.ANY_PROSE if bounds.lines else words.ANY_LINE

    def draw(drawing: Drawing, _: int) -> str:
        pool = plain[drawing.language]
        if not drawing.nasty:
            return drawing.pick(pool)[:longest]
        index = drawing.upto(len(pool) + len(nasty) // 2)
        if index < len(pool):
            return pool[index][:longest]
        if drawing.upto(2):
            return drawing.pick(nasty)[:longest]
        return (drawing.draw(anything) + drawing.pick(_VISIBLE))[-longest:]

    return draw


def _formed(regex: str) -> Drawer:
    if regex in words.FORMS:
        return lambda drawing, _: drawing.pick(words.FORMS[regex])
    anything = st.from_regex(regex, fullmatch=True)
    return lambda drawing, _: drawing.draw(anything)


def _written(shape: Shape) -> Drawer:
    # The bounds of money or a percentage are bounds of its number.
    cls = shape.type
    parts = {
        name: leaf(
            Shape(field.shape.type, (*field.shape.constraints, *shape.constraints))
            if field.shape.type is Decimal
            else field.shape
        )
        for name, field in fields_of(cls).items()
    }
    return lambda drawing, depth: cls(
        **{name: draw(drawing, depth) for name, draw in parts.items()}
    )
