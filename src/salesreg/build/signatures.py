"""Signatures of the generated functions and steps, read from the model."""

from __future__ import annotations

import datetime as dt
import functools
import keyword
import re
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

from salesreg.build.homes import class_of, step_of
from salesreg.build.shorthands import lone, refers_to
from salesreg.model.regulation import Regulation
from salesreg.shapes import (
    Choice,
    Field,
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_text_value,
    summary_of,
)
from salesreg.values import times
from salesreg.values.amounts import Quantity
from salesreg.values.condition import AllOf

WIDTH = 88
UNIONS = {"Happens": "Event", "In": "Due", "Is": "Condition", "Count": "Expression"}
"""The names that the model gives to unions, by their first member."""
WORDS = {get_args(times.Weekday): "Weekday", get_args(times.Cadence): "Cadence"}
"""The names that the model gives to sets of words."""
CONDITIONS = AllOf.__module__


@functools.cache
def classes() -> list[type]:
    """Return the classes that have a function, by its name.

    Conditions have none, because `where()` reads better. The regulation is
    opened by `regulation()`, which gives a builder.
    """
    found = {cls for cls in model() if cls.__module__ != CONDITIONS}
    return sorted(found - {Regulation}, key=function_of)


@functools.cache
def model() -> frozenset[type]:
    """Return every class that a regulation can hold, itself included."""
    seen: dict[type, None] = {}
    _collect(Record(Regulation), seen)
    return frozenset(seen)


def _collect(shape: Shape, seen: dict[type, None]) -> None:
    match shape:
        case Maybe() | Sequence():
            _collect(shape.item, seen)
        case Union():
            for member in shape.members:
                _collect(member, seen)
        case Record() if shape.type not in seen:
            seen[shape.type] = None
            for field in fields_of(shape.type).values():
                _collect(field.shape, seen)
        case _:
            pass


def function_of(cls: type) -> str:
    """Return the name of the function that gives a piece of a class.

    >>> from salesreg.values.deadline import ByDay, In
    >>> function_of(ByDay), function_of(In)
    ('by_day', 'in_')
    """
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
    return f"{name}_" if keyword.iskeyword(name) else name


# What a parameter accepts


def accepted(shape: Shape) -> str:
    """Return the type of the values that `adapt` turns into a shape."""
    match shape:
        case Maybe():
            return f"{accepted(shape.item)} | None"
        case Sequence():
            items = f"Iterable[{accepted(shape.item)}]"
            # Days of the week have a short form: "mon-fri".
            return f"{items} | str" if items == "Iterable[Weekday]" else items
        case Choice():
            words = f"Literal[{', '.join(map(_quoted, shape.options))}]"
            return WORDS.get(shape.options, words)
        case Record():
            return f"{shape.type.__name__}Like"
        case Union():
            return f"{_union_name(shape)}Like"
        case _:
            return _accepted_value(shape)


def _accepted_value(shape: Shape) -> str:
    if shape.type is Decimal:
        return "Decimal | int | str"
    if shape.type is dt.date:
        return "dt.date | str"
    if shape.type is Quantity:
        return "Quantity | Money | Percent | str"
    if is_text_value(shape.type):
        return f"{shape.type.__name__} | str"
    target = refers_to(shape)
    return f"{target}Key" if target else shape.type.__name__


def _union_name(shape: Union) -> str:
    names = [member.type.__name__ for member in shape.members]
    return UNIONS.get(names[0]) or "Or".join(names)


def aliases() -> Iterator[str]:
    """Yield an alias for each record, union and reference that a field holds."""
    shapes: dict[str, Shape] = {}
    for cls in (Regulation, *classes()):
        for field in fields_of(cls).values():
            shape = field.shape
            while isinstance(shape, Maybe | Sequence):
                shape = shape.item
            if isinstance(shape, Record | Union) or refers_to(shape):
                shapes[accepted(shape)] = shape
    yield '\n\nFields: TypeAlias = Mapping[str, object]\n"""A dict of fields."""\n'
    for name in sorted(shapes):
        yield _alias(name, shapes[name])


def _alias(name: str, shape: Shape) -> str:
    target = refers_to(shape)
    if target:
        return _union_of(name, ["str", target, f"Given[{target}]"])
    if isinstance(shape, Union):
        union = _union_name(shape)
        members = [member.type.__name__ for member in shape.members]
        names = [union] if union in UNIONS.values() else members
        # No function gives a condition, so none comes as a piece.
        pieces = [] if union == "Condition" else [f"Given[{one}]" for one in names]
        stands_for = lone(shape.members[0].type)
        names += [*pieces, "Fields"]
    else:
        cls = shape.type.__name__
        stands_for = lone(shape.type)
        names = [cls, f"Given[{cls}]", "Fields"]
    if stands_for is not None:
        names += accepted(stands_for.shape).split(" | ")
    return _union_of(name, names)


def _union_of(name: str, members: list[str]) -> str:
    union = f'"{" | ".join(dict.fromkeys(members))}"'
    line = f"{name}: TypeAlias = {union}\n"
    if len(line) > WIDTH + 1:
        line = f"{name}: TypeAlias = (\n    {union}\n)\n"
    return line


# The functions and the steps


def function(cls: type) -> str:
    """Return the source of the function of a class."""
    signature = f"def {function_of(cls)}({{}}) -> Given[{cls.__name__}]:"
    return f"\n\n@gives({cls.__name__})\n" + _body(cls, signature, [])


def step(field: Field) -> str:
    """Return the source of the step of a field of the regulation."""
    cls = class_of(field.shape)
    if cls is None:
        return ""
    signature = f"def {step_of(field.name)}({{}}) -> Self:"
    step = _body(cls, signature, ["self"], "    ")
    decorator = f'\n@adds("{field.name}", {cls.__name__})\n'
    return textwrap.indent(decorator + step, "    ")


def _body(cls: type, signature: str, first: list[str], indent: str = "") -> str:
    fields = list(fields_of(cls).values())
    named = [_parameter(field, WIDTH - len(indent)) for field in fields]
    parameters = first + named[:1] + (["*", *named[1:]] if named[1:] else [])
    wide = "".join(f"\n    {parameter}," for parameter in parameters)
    head = signature.format(f"{wide}\n" if fields else ", ".join(parameters))
    docs = [summary_of(cls)]
    if fields:
        docs.append("Args:\n" + "\n".join(map(_doc, fields)))
    ends = "\n" if len(docs) > 1 or "\n" in docs[0] else ""
    text = '"""' + "\n\n".join(docs) + ends + '"""'
    return f"{head}\n{textwrap.indent(text, '    ')}\n"


def _parameter(field: Field, width: int) -> str:
    kind = accepted(field.shape)
    default = "" if field.required else f" = {_default(field.default)}"
    line = f"{field.name}: {kind}{default}"
    if len(f"    {line},") > width:
        inner = kind.removeprefix("Literal[").partition("]")
        line = f"{field.name}: Literal[\n        {inner[0]}\n    ]{inner[2]}{default}"
    return line


def _default(value: object) -> str:
    assert value is None or value == () or isinstance(value, str | int), value
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return f'"{text}"'


def _doc(field: Field) -> str:
    return textwrap.fill(
        f"{field.name}: {field.doc}",
        WIDTH - 8,
        initial_indent="    ",
        subsequent_indent="        ",
    )
