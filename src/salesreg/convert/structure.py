"""From plain data to typed objects, with every problem and its path.

cattrs dispatches and caches; the hooks are our own, because its defaults are
lenient where a regulation must not be: they take `None` for a text, split a
text into a tuple and read "no" as True.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

import attrs
import cattrs

from salesreg._text import did_you_mean, shown
from salesreg.errors import Problem, ProblemGroup, pointer
from salesreg.shapes import (
    Choice,
    Maybe,
    Record,
    Sequence,
    Shape,
    TextValue,
    Union,
    fields_of,
    is_text_value,
    wrong_type,
)
from salesreg.values.period import DATE

T = TypeVar("T")
Hook = Callable[[object], object]
Adapt = Callable[[Shape, object], object]
"""Turns what a person may write for a shape into what the loader reads."""

DECIMAL = "-?[0-9]{1,15}(?:\\.[0-9]{1,9})?"
_DATE, _DECIMAL = re.compile(DATE), re.compile(DECIMAL)


def structure(cls: type[T], data: object, adapt: Adapt | None = None) -> T:
    """Return an instance of a model class made from plain data.

    Raises:
        ProblemGroup: With every problem, each at its path below `data`.
    """
    made = converter(adapt).structure(data, cls)
    assert isinstance(made, cls)
    return made


@functools.cache
def converter(adapt: Adapt | None = None) -> cattrs.Converter:
    """Return the cattrs converter; `adapt` sees each value before its hook."""
    made = cattrs.Converter()

    def record(cls: type) -> Callable[[object, type], object]:
        hook = _record(Record(cls), made, adapt)
        return lambda value, _: hook(value)

    made.register_structure_hook_factory(attrs.has, record)
    return made


def _hook(shape: Shape, made: cattrs.Converter, adapt: Adapt | None) -> Hook:
    hook = _plain_hook(shape, made, adapt)
    if adapt is None or isinstance(shape, Maybe | Record):
        return hook
    return lambda value: hook(adapt(shape, value))


def _plain_hook(shape: Shape, made: cattrs.Converter, adapt: Adapt | None) -> Hook:
    match shape:
        case Maybe():
            inner = _hook(shape.item, made, adapt)
            return lambda value: None if value is None else inner(value)
        case Union():
            return functools.partial(_union, shape, made)
        case Record():
            return lambda value: made.structure(value, shape.type)
        case Sequence():
            return functools.partial(_sequence, shape, _hook(shape.item, made, adapt))
        case Choice():
            return functools.partial(_checked, shape)
    if shape.type is dt.date:
        read = functools.partial(_date, shape)
    elif shape.type is Decimal:
        read = functools.partial(_decimal, shape)
    elif is_text_value(shape.type):
        read = functools.partial(_text_value, shape.type)
    else:
        return functools.partial(_checked, shape)
    return lambda value: _checked(shape, read(value))


def _checked(shape: Shape, value: object) -> object:
    problems = shape.problems(value)
    if problems:
        raise ProblemGroup(problems)
    return value


def _date(shape: Shape, value: object) -> object:
    if isinstance(value, str) and _DATE.fullmatch(value):
        return dt.date.fromisoformat(value)
    # A date object is what YAML readers and people hand over; a datetime has
    # more than a date and would lose it.
    if type(value) is dt.date:
        return value
    raise ProblemGroup([wrong_type(shape.name, value)])


def _decimal(shape: Shape, value: object) -> object:
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    raise ProblemGroup([wrong_type(shape.name, value)])


def _text_value(cls: type[TextValue], value: object) -> object:
    if not isinstance(value, str):
        raise ProblemGroup([wrong_type(cls.FORM, value)])
    return cls.parse(value)


def _sequence(shape: Sequence, item: Hook, value: object) -> object:
    if not isinstance(value, list):
        raise ProblemGroup([wrong_type(shape.name, value)])
    items: list[object] = []
    problems: list[Problem] = []
    for index, entry in enumerate(value):
        try:
            items.append(item(entry))
        except ProblemGroup as group:
            problems += [problem.under(index) for problem in group.problems]
    if problems:
        raise ProblemGroup(problems)
    return _checked(shape, tuple(items))


def _union(shape: Union, made: cattrs.Converter, value: object) -> object:
    for member in shape.members:
        if type(value) is member.type:
            return made.structure(value, member.type)
    if not isinstance(value, Mapping):
        raise ProblemGroup([wrong_type(shape.name, value)])
    tags = shape.by_tag
    tag = value.get("kind")
    if not isinstance(tag, str) or tag not in tags:
        raise ProblemGroup([_wrong_kind(tuple(tags), tag)])
    return made.structure(value, tags[tag].type)


def _wrong_kind(tags: tuple[str, ...], tag: object) -> Problem:
    expected = ", ".join(map(repr, tags))
    if tag is None:
        message = f"needs a field 'kind', one of {expected}"
        return Problem(code="missing-field", message=message)
    hint = did_you_mean(tag, tags) if isinstance(tag, str) else None
    message = f"must be one of {expected}, got {shown(tag)}"
    return Problem(code="wrong-kind", path="/kind", message=message, hint=hint)


def _record(shape: Record, made: cattrs.Converter, adapt: Adapt | None) -> Hook:
    cls, tag, name = shape.type, shape.tag, shape.type.__name__

    # Hooks are made at the first value, not here: conditions hold conditions.
    @functools.cache
    def hooks() -> Mapping[str, Hook]:
        return {
            field.name: _hook(field.shape, made, adapt)
            for field in fields_of(cls).values()
        }

    def read(value: object) -> object:
        if adapt is not None:
            value = adapt(shape, value)
        if isinstance(value, cls) and adapt is not None:
            return value
        if not isinstance(value, Mapping):
            raise ProblemGroup([wrong_type(f"a mapping ({name})", value)])
        problems: list[Problem] = []
        found: dict[str, object] = {}
        known = hooks()
        for key, entry in value.items():
            if key in known:
                try:
                    found[key] = known[key](entry)
                except ProblemGroup as group:
                    problems += [problem.under(key) for problem in group.problems]
            elif key != "kind" or tag is None:
                problems.append(_unknown(key, name, known))
            elif entry != tag:
                problems.append(_wrong_kind((tag,), entry))
        if tag is not None and "kind" not in value:
            problems.append(_wrong_kind((tag,), None))
        problems += [
            Problem(code="missing-field", message=f"needs a field '{key}' ({name})")
            for key, field in fields_of(cls).items()
            if field.required and key not in value
        ]
        if problems:
            raise ProblemGroup(problems)
        return cls(**found)

    return read


def _unknown(key: object, name: str, known: Mapping[str, Hook]) -> Problem:
    if not isinstance(key, str):
        message = f"keys must be texts, got {shown(key)} in {name}"
        return Problem(code="wrong-type", message=message)
    return Problem(
        code="unknown-field",
        path=pointer(key),
        message=f"unknown field {shown(key)} in {name}",
        hint=did_you_mean(key, known),
    )
