"""Shorthands: what a person may write where a record, a list or a value stands.

One rule per shape, and no other coercion:

- a list may be a list, a tuple or a generator; days of the week may be "mon-fri";
- a value that has a written form may be the value or that text; a quantity may
  also be money or a percentage, a decimal also a whole number;
- a reference may be the key, or the thing itself;
- a record may be its object, or a dict of its fields; a record with exactly one
  field that must be given may be the value of that field: a `Duty` its text, a
  `Transition` the key of the stage, a `TimeNorm` its limit;
- where one of several records may stand, a value alone gives the first of them
  (an `Event` its title, a `Due` a duration), and the name of a kind gives that
  kind ("deal_created").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NoReturn, TypeGuard

import attrs

from salesreg._text import did_you_mean, shown
from salesreg.build.given import Given, is_given
from salesreg.constraints import Refers
from salesreg.convert.unstructure import plain
from salesreg.errors import Problem, ProblemGroup
from salesreg.shapes import (
    Choice,
    Field,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_items,
    is_text_value,
    tag_of,
    wrong_type,
)
from salesreg.values.amounts import decimal_text

WEEK = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


def adapt(shape: Shape, value: object) -> object:
    """Return what the loader reads for what a person wrote.

    What no rule covers is returned as it is, for the loader to refuse.

    Raises:
        ProblemGroup: A piece has problems of its own, or there is a hint to
            give that the loader does not know.
    """
    if is_given(value):
        return adapt(shape, _made(shape, value))
    match shape:
        case Sequence():
            return _list(shape, value)
        case Record():
            return _record(shape, value)
        case Union():
            return _union(shape, value)
        case _:
            return _value(shape, value)


def _value(shape: Shape, value: object) -> object:
    exact = shape.type is Decimal or is_text_value(shape.type)
    if exact and isinstance(value, float):
        _refuse(shape, value, "a float is not exact; write it as text")
    if shape.type is Decimal:
        return _decimal(value)
    if is_text_value(shape.type):
        return _text_value(shape, value)
    if _is_record(value):
        return _reference(shape, value)
    return value


def lone(cls: type) -> Field | None:
    """Return the one field of a class that must be given, if it is the only one.

    >>> from salesreg.model.people import Duty
    >>> lone(Duty).name
    'text'
    """
    required = [field for field in fields_of(cls).values() if field.required]
    return required[0] if len(required) == 1 else None


def refers_to(shape: Shape) -> str | None:
    """Return the name of the class that a text names by key, if it is a reference."""
    for constraint in shape.constraints:
        if isinstance(constraint, Refers):
            return constraint.to
    return None


def _made(shape: Shape, piece: Given[object]) -> object:
    problems = piece.problems()
    if not problems:
        return piece.build()
    if isinstance(shape, Record | Union):
        raise ProblemGroup(problems)
    # The problems themselves are told where the thing stands in the regulation.
    message = f"needs a {piece.cls.__name__} that is right, and this one is not"
    raise ProblemGroup([Problem(code="broken-reference", message=message)])


def _list(shape: Sequence, value: object) -> object:
    if is_items(value) or _is_iterator(value):
        return list(value)
    if isinstance(value, str) and _is_week(shape.item):
        return _weekdays(value)
    if type(value) in {set, frozenset}:
        _refuse(shape, value, "a set has no order; write a list")
    if isinstance(value, str) or attrs.has(type(value)):
        _refuse(shape, value, f"put it in a list: [{shown(value)}]")
    return value


def _is_iterator(value: object) -> TypeGuard[Iterator[object]]:
    return isinstance(value, Iterator)


def _record(shape: Record, value: object) -> object:
    if _is_whole(value):
        return value
    field = lone(shape.type)
    return value if field is None else _stands_for(shape.type, field, value)


def _union(shape: Union, value: object) -> object:
    if _is_whole(value):
        return value
    if isinstance(value, str) and value in shape.by_tag:
        return {"kind": value}
    first = shape.members[0].type
    field = lone(first)
    return value if field is None else _stands_for(first, field, value)


def _stands_for(cls: type, field: Field, value: object) -> Mapping[str, object]:
    tag = tag_of(cls)
    given = {field.name: value}
    return given if tag is None else {"kind": tag, **given}


def _decimal(value: object) -> object:
    if isinstance(value, Decimal):
        return decimal_text(value) if value.is_finite() else value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def _text_value(shape: Shape, value: object) -> object:
    if is_text_value(type(value)):
        return plain(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        _refuse(shape, value, "write it as text, with its unit")
    return value


def _reference(shape: Shape, value: object) -> object:
    return getattr(value, "key", value) if _names(shape, value) else value


def _names(shape: Shape, value: object) -> bool:
    return refers_to(shape) == type(value).__name__


def _is_whole(value: object) -> bool:
    return isinstance(value, Mapping) or _is_record(value)


def _is_record(value: object) -> bool:
    return attrs.has(type(value)) and not is_text_value(type(value))


def _is_week(shape: Shape) -> bool:
    return isinstance(shape, Choice) and shape.options == WEEK


def _weekdays(text: str) -> list[str]:
    """Read "mon-fri" or "mon, wed, sat"; full names do as well."""
    days: list[str] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        start = _weekday(first)
        end = _weekday(last) if dash else start
        count = (end - start) % 7 + 1
        days += [WEEK[(start + step) % 7] for step in range(count)]
    return days


def _weekday(text: str) -> int:
    word = text.strip().lower()
    for number, day in enumerate(WEEK):
        if word in {day, day[:3]}:
            return number
    names = [name for day in WEEK for name in (day[:3], day)]
    message = f"must be days of the week such as 'mon-fri', got {shown(text)}"
    hint = did_you_mean(word, names)
    raise ProblemGroup([Problem(code="bad-value", message=message, hint=hint)])


def _refuse(shape: Shape, value: object, hint: str) -> NoReturn:
    raise ProblemGroup([attrs.evolve(wrong_type(shape.name, value), hint=hint)])
