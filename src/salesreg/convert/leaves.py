"""Reading one value: a text, a number, a flag, a date, money.

A reader returns what the field holds, or raises `ProblemGroup`. It looks at
the type first and lets nothing else pass for it: no text for a number, no
number for a text. What is right is found out in as few steps as possible; only
what is not is asked for its problems.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from salesreg._text import forbidden, shown
from salesreg.convert.suggestions import suggestion
from salesreg.errors import Problem, ProblemGroup
from salesreg.shapes import (
    QUOTE_IT,
    Choice,
    Shape,
    is_text_value,
    wrong_type,
)
from salesreg.values.period import DATE

T = TypeVar("T")
Reader = Callable[[object], object]

DECIMAL = "-?[0-9]{1,15}(?:\\.[0-9]{1,9})?"
"""Decimal numbers as they are written in the dict form."""

_FLAGS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_KEPT = 4096


def leaf(shape: Shape) -> Reader:
    """Return the reader of a shape that holds no other shapes."""
    if isinstance(shape, Choice):
        return _choice(shape)
    if is_text_value(shape.type):
        # The values are immutable, and the same few amounts and times come
        # again and again; what is kept is short, because the grammar is.
        parse = functools.lru_cache(_KEPT)(shape.type.parse)
        return _written(shape, shape.type.GRAMMAR, parse)
    if shape.type is dt.date:
        return _written(shape, DATE, dt.date.fromisoformat)
    if shape.type is Decimal:
        return _written(shape, DECIMAL, Decimal)
    if shape.type is str:
        return _text(shape)
    return _exact(shape)


def checked(shape: Shape) -> Callable[[T], T]:
    """Return what hands on a value of the right type, and refuses it out of bounds."""
    rules = [constraint.allows for constraint in shape.constraints]

    def check(value: T) -> T:
        for allows in rules:
            if not allows(value):
                raise ProblemGroup(shape.problems(value))
        return value

    return check


def _choice(shape: Choice) -> Reader:
    words = frozenset(shape.options)

    def read(value: object) -> object:
        if isinstance(value, str) and value in words:
            return str.__str__(value)
        raise ProblemGroup(shape.problems(value))

    return read


def _text(shape: Shape) -> Reader:
    check = checked(shape)

    def read(value: object) -> object:
        if type(value) is not str:
            if not isinstance(value, str):
                raise _not_text(shape, value)
            # A word of an enumeration is the text that it stands for.
            value = str.__str__(value)
        if not value.isprintable() and forbidden(value):
            raise ProblemGroup(shape.problems(value))
        return check(value)

    return read


def _not_text(shape: Shape, value: object) -> ProblemGroup:
    meant = isinstance(value, int | float) and not shape.problems(str(value))
    hint = QUOTE_IT if meant else None
    return ProblemGroup([wrong_type(shape.name, value, hint)])


def _written(shape: Shape, grammar: str, parse: Callable[[str], object]) -> Reader:
    """Read what is written as a text and is none: money, a time, a date."""
    matches = re.compile(grammar).fullmatch
    check = checked(shape)

    def read(value: object) -> object:
        if isinstance(value, str):
            if matches(value):
                return check(parse(value))
            message = f"must be {shape.name}, got {shown(value)}"
            hint = suggestion(shape.type, value, matches)
            raise ProblemGroup([Problem("bad-value", message, hint=hint)])
        # A date object is what programs hand over; a datetime has more than a
        # date and would lose it.
        if type(value) is dt.date and shape.type is dt.date:
            return check(value)
        meant = isinstance(value, int | float) and matches(str(value))
        raise ProblemGroup([wrong_type(shape.name, value, QUOTE_IT if meant else None)])

    return read


def _exact(shape: Shape) -> Reader:
    """Read a whole number or a flag."""
    exact, check = shape.type, checked(shape)

    def read(value: object) -> object:
        if type(value) is exact:
            return check(value)
        raise ProblemGroup([wrong_type(shape.name, value, _exactly(exact, value))])

    return read


def _exactly(exact: type, value: object) -> str | None:
    """Return the hint that says how to write the number or flag that was meant."""
    if exact is int:
        if isinstance(value, float) and value.is_integer():
            return "write it without a fraction"
        digits = isinstance(value, str) and re.fullmatch("-?[0-9]{1,18}", value)
        return "write it without quotes" if digits else None
    word = value.lower() if isinstance(value, str) else ""
    if word in {"true", "false"}:
        return f"write {word} without quotes"
    return f"write {_FLAGS[word]}" if word in _FLAGS else None
