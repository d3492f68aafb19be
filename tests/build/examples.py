"""The dict form of an object of every class, with every field filled."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from salesreg.shapes import (
    Choice,
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_text_value,
    tag_of,
)

PLAIN = (True, 1, 2026, "a-key", "RU", "RUB", "STR01")
WRITTEN = {
    "ClockTime": "09:30",
    "Duration": "2 business days",
    "Money": "1500 RUB",
    "Percent": "35%",
    "Period": "2026-Q1",
    "Quantity": "12 deals",
    "Window": "09:00-18:00",
}


def example(cls: type) -> dict[str, object]:
    """Return the fields of a class, each with a value that fits."""
    fields = {name: _value(field.shape) for name, field in fields_of(cls).items()}
    tag = tag_of(cls)
    return fields if tag is None else {"kind": tag, **fields}


def _value(shape: Shape) -> object:
    match shape:
        case Maybe():
            return _value(shape.item)
        case Sequence():
            return [_value(shape.item)]
        case Choice():
            return shape.options[-1]
        case Union():
            # The first one is never made of the union itself, so this ends.
            return example(shape.members[0].type)
        case Record():
            return example(shape.type)
        case _:
            return _written(shape)


def _written(shape: Shape) -> object:
    if is_text_value(shape.type):
        return WRITTEN[shape.type.__name__]
    if shape.type in {Decimal, dt.date}:
        return "1.5" if shape.type is Decimal else "2026-01-31"
    return next(value for value in PLAIN if not shape.problems(value))
