"""Shapes: what the annotation of a field says, as data.

A class is read once; the validators, the loader, the JSON Schema, the
strategies and the reference pages all walk the same shapes.
"""

from __future__ import annotations

import datetime as dt
import functools
import inspect
import re
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Protocol, TypeGuard

import attrs
from attrs import frozen

from salesreg._text import did_you_mean, forbidden, shown
from salesreg.constraints import Constraint
from salesreg.errors import Problem


class TextValue(Protocol):
    """A value that is written as one string in the dict form.

    `GRAMMAR` is the whole grammar as a regular expression for Python and
    ECMA-262 alike, `FORM` names it in a message, `parse` reads what the
    grammar accepts and `str()` writes it back.
    """

    GRAMMAR: ClassVar[str]
    FORM: ClassVar[str]

    @classmethod
    def parse(cls, text: str) -> typing.Self:
        """Read the written form; raise `InvalidValue`."""
        ...


@frozen
class Shape:
    """What a value must be: a Python type and the constraints on it."""

    type: type
    constraints: tuple[Constraint, ...] = ()

    @property
    def name(self) -> str:
        """The type, as a message names it."""
        return _NAMES.get(self.type) or str(
            getattr(self.type, "FORM", self.type.__name__)
        )

    def problems(self, value: object) -> list[Problem]:
        """Return what is wrong with a Python value; empty when nothing is."""
        # bool is an int to Python and never a number to a regulation.
        if type(value) is not self.type and (
            not isinstance(value, self.type) or isinstance(value, bool)
        ):
            return [wrong_type(self.name, value)]
        if isinstance(value, str) and (bad := forbidden(value)):
            message = f"holds a character that no document can carry: {bad}"
            windows = bad.startswith("U+000D")
            hint = "end lines with \\n alone" if windows else "remove it"
            return [Problem(code="bad-character", message=message, hint=hint)]
        if isinstance(value, Decimal) and not value.is_finite():
            return [wrong_type("a finite number", value)]
        if not self.constraints:
            return []
        found = (constraint.problem(value) for constraint in self.constraints)
        return [problem for problem in found if problem]


@frozen
class Choice(Shape):
    """One of a fixed set of words."""

    type: type = str
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The words themselves."""
        return "one of " + ", ".join(map(repr, self.options))

    def problems(self, value: object) -> list[Problem]:
        """Accept the words and nothing else."""
        if isinstance(value, str) and value in self.options:
            return []
        hint = did_you_mean(value, self.options) if isinstance(value, str) else None
        message = f"must be {self.name}, got {shown(value)}"
        return [Problem(code="wrong-choice", message=message, hint=hint)]


@frozen
class Sequence(Shape):
    """A tuple of values of one shape; a list in the dict form."""

    type: type = tuple
    item: Shape = attrs.field(kw_only=True)

    @property
    def name(self) -> str:
        """The sequence, as a message names it."""
        return "a list"

    def problems(self, value: object) -> list[Problem]:
        """Look at the tuple, then at each item."""
        found = Shape.problems(self, value)
        if is_items(value):
            for index, item in enumerate(value):
                found += [p.under(index) for p in self.item.problems(item)]
        return found


@frozen
class Maybe(Shape):
    """A value or None."""

    item: Shape = attrs.field(kw_only=True)

    def problems(self, value: object) -> list[Problem]:
        """Accept None, else ask the shape inside."""
        return [] if value is None else self.item.problems(value)


@frozen
class Record(Shape):
    """An instance of a model class; a dict in the dict form."""

    @property
    def tag(self) -> str | None:
        """The word of the field `kind` that tells union members apart."""
        return tag_of(self.type)


@frozen
class Union(Shape):
    """One of several model classes, told apart by `kind`."""

    type: type = object
    members: tuple[Record, ...] = ()

    @property
    def name(self) -> str:
        """The classes, as a message names them."""
        return "one of " + ", ".join(member.type.__name__ for member in self.members)

    @property
    def by_tag(self) -> Mapping[str, Record]:
        """The members by their `kind`."""
        return {member.tag or "": member for member in self.members}

    def problems(self, value: object) -> list[Problem]:
        """Accept an instance of any member."""
        if isinstance(value, tuple(member.type for member in self.members)):
            return []
        return [wrong_type(self.name, value)]


@frozen
class Field:
    """One field of a class.

    Attributes:
        name: Its name in Python and in the dict form.
        shape: What it holds.
        required: Whether it must be given.
        default: What it holds when it is not given.
        doc: Its meaning, from the class docstring.
    """

    name: str
    shape: Shape
    required: bool
    default: object
    doc: str


_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    Decimal: "a decimal number written as text",
    dt.date: "a date, YYYY-MM-DD",
}


QUOTE_IT = "put it in quotes"
"""The hint for a number or flag where a text was meant."""


def wrong_type(expected: str, value: object, hint: str | None = None) -> Problem:
    """Return the problem of a value of another type than expected."""
    message = f"must be {expected}, got {shown(value)}"
    kind = _KINDS.get(type(value), type(value).__name__)
    if kind:
        message += f" ({kind})"
    return Problem(code="wrong-type", message=message, hint=hint)


# What a message says of a value's type behind the value; nothing where the
# value shows it.
_KINDS: dict[type, str] = {
    str: "",
    type(None): "",
    bool: "a flag",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a mapping",
}


def is_text_value(cls: object) -> TypeGuard[type[TextValue]]:
    """Tell whether instances of a class are written as one string."""
    return isinstance(cls, type) and hasattr(cls, "GRAMMAR")


def is_items(value: object) -> TypeGuard[tuple[object, ...]]:
    """Tell whether a value is the tuple of a sequence field."""
    return isinstance(value, tuple)


def tag_of(cls: type) -> str | None:
    """Return the tag that marks a class in a union, or None."""
    tag = cls.__dict__.get("kind")
    return tag if isinstance(tag, str) else None


def fields_of(cls: type) -> Mapping[str, Field]:
    """Return the fields of a class by name, in the order they are written."""
    return _fields_of(cls)


@functools.cache
def _fields_of(cls: type) -> Mapping[str, Field]:
    hints = typing.get_type_hints(cls, include_extras=True)
    docs = docs_of(cls)
    fields: dict[str, Field] = {}
    for attribute in attrs.fields(cls):
        default = attribute.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory()
        fields[attribute.name] = Field(
            name=attribute.name,
            shape=shape_of(hints[attribute.name]),
            required=attribute.default is attrs.NOTHING,
            default=default,
            doc=docs.get(attribute.name, ""),
        )
    return types.MappingProxyType(fields)


def shape_of(annotation: object, constraints: tuple[Constraint, ...] = ()) -> Shape:
    """Read an annotation.

    Raises:
        TypeError: The annotation is not one that a regulation can hold.
    """
    origin = typing.get_origin(annotation)
    args: tuple[typing.Any, ...] = typing.get_args(annotation)
    if origin is Annotated:
        own = tuple(extra for extra in args[1:] if isinstance(extra, Constraint))
        return shape_of(args[0], own + constraints)
    if origin is Literal:
        return Choice(options=args)
    if origin is tuple:
        return Sequence(item=shape_of(args[0]), constraints=constraints)
    if origin in {typing.Union, types.UnionType}:
        return _union(args)
    if not isinstance(annotation, type):
        msg = f"no shape for annotation {annotation!r}"
        raise TypeError(msg)
    if attrs.has(annotation) and not is_text_value(annotation):
        return Record(annotation, constraints)
    return Shape(annotation, constraints)


def _union(args: tuple[object, ...]) -> Shape:
    present = [arg for arg in args if arg is not types.NoneType]
    if len(present) > 1:
        members = tuple(shape_of(arg) for arg in present)
        records = tuple(member for member in members if isinstance(member, Record))
        if records != members or not all(record.tag for record in records):
            msg = f"a union needs classes with a kind: {args}"
            raise TypeError(msg)
        inner: Shape = Union(members=records)
    else:
        inner = shape_of(present[0])
    return Maybe(inner.type, item=inner) if len(present) < len(args) else inner


def docs_of(cls: type) -> Mapping[str, str]:
    """Return the meaning of each field, from the docstring's "Attributes:"."""
    _, _, section = (inspect.getdoc(cls) or "").partition("\nAttributes:\n")
    return dict(_attributes(section))


def summary_of(cls: type) -> str:
    """Return the docstring of a class up to its "Attributes:" section."""
    text = (inspect.getdoc(cls) or "").partition("\nAttributes:\n")[0]
    return text.partition("\n\n>>>")[0].strip()


_ENTRY = re.compile(r"    (\w+): (.*(?:\n {5,}\S.*)*)")


def _attributes(section: str) -> Iterator[tuple[str, str]]:
    for entry in _ENTRY.finditer(section.partition("\n\n>>>")[0]):
        yield entry[1], " ".join(entry[2].split())
