"""From plain data to typed objects, with every problem and its path.

cattrs dispatches and keeps the hooks; they are our own, because its defaults
are lenient where a regulation must not be: they take `None` for a text, split
a text into a tuple and read "no" as True.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TypeVar, cast

import attrs
import cattrs

from salesreg._text import did_you_mean, shown
from salesreg.convert.instances import assembler
from salesreg.convert.leaves import Reader, checked, leaf
from salesreg.convert.plain import is_list, is_mapping
from salesreg.convert.problems import is_full
from salesreg.errors import Problem, ProblemGroup, pointer
from salesreg.shapes import (
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    tag_of,
    wrong_type,
)

T = TypeVar("T")
Adapt = Callable[[Shape, object], object]
"""Turns what a person may write for a shape into what the loader reads."""


def structure(cls: type[T], data: object, adapt: Adapt | None = None) -> T:
    """Return an instance of a model class made from plain data.

    Args:
        cls: The class.
        data: A mapping of its fields.
        adapt: Sees each value before it is read, together with its shape. With
            it, an instance may stand where a mapping may.

    Raises:
        ProblemGroup: With every problem, each at its path below `data`.
    """
    made = converter(adapt).structure(data, cls)
    assert isinstance(made, cls)
    return made


def structured(shape: Shape, data: object, adapt: Adapt | None = None) -> object:
    """Return what a field or an item of some shape holds, made from plain data.

    Args:
        shape: What it must be.
        data: The data.
        adapt: As in `structure`.

    Raises:
        ProblemGroup: With every problem, each at its path below `data`.
    """
    return _reader(shape, converter(adapt), adapt)(data)


@functools.cache
def converter(adapt: Adapt | None = None) -> cattrs.Converter:
    """Return the cattrs converter that reads."""
    made = cattrs.Converter()

    def record(cls: type) -> Callable[..., object]:
        return _record(cls, made, adapt)

    made.register_structure_hook_factory(attrs.has, record)
    return made


def _reader(shape: Shape, made: cattrs.Converter, adapt: Adapt | None) -> Reader:
    read: Reader
    match shape:
        case Maybe():
            inner = _reader(shape.item, made, adapt)
            return lambda value: None if value is None else inner(value)
        case Record():
            return _class_reader(shape.type, made)
        case Union():
            read = _union(shape, made)
        case Sequence():
            read = _sequence(shape, _reader(shape.item, made, adapt))
        case _:
            read = leaf(shape)
    if adapt is None:
        return read
    return lambda value: read(adapt(shape, value))


def _sequence(shape: Sequence, item: Reader) -> Reader:
    check = checked(shape)

    def read(value: object) -> object:
        if not is_list(value):
            raise ProblemGroup([wrong_type(shape.name, value, _listed(item, value))])
        items: list[object] = []
        problems: list[Problem] = []
        for index, entry in enumerate(value):
            try:
                items.append(item(entry))
            except ProblemGroup as group:
                problems += [problem.under(index) for problem in group.problems]
                if is_full(problems):
                    break
        if problems:
            raise ProblemGroup(problems)
        return check(tuple(items))

    return read


def _listed(item: Reader, value: object) -> str | None:
    if value is None:
        return "leave the field out when there is nothing to list"
    try:
        item(value)
    except ProblemGroup:
        return None
    return "put it in a list"


def _union(shape: Union, made: cattrs.Converter) -> Reader:
    tags = shape.by_tag
    classes = frozenset(member.type for member in shape.members)

    @functools.cache
    def readers() -> Mapping[str, Reader]:
        return {tag: _class_reader(tags[tag].type, made) for tag in tags}

    def read(value: object) -> object:
        if type(value) in classes:
            return made.structure(value, type(value))
        if not is_mapping(value):
            expected = "a mapping with a 'kind', one of " + ", ".join(map(repr, tags))
            raise ProblemGroup([wrong_type(expected, value)])
        tag = value.get("kind")
        if not isinstance(tag, str) or tag not in tags:
            raise ProblemGroup([_wrong_kind(tuple(tags), value)])
        return readers()[tag](value)

    return read


def _class_reader(cls: type, made: cattrs.Converter) -> Reader:
    # What cattrs keeps is what `_record` made, which needs no second argument.
    return cast("Reader", made.get_structure_hook(cls))


def _wrong_kind(tags: tuple[str, ...], value: Mapping[str, object]) -> Problem:
    expected = ", ".join(map(repr, tags))
    if "kind" not in value:
        message = f"needs a field 'kind', one of {expected}"
        return Problem(code="missing-field", message=message)
    tag = value["kind"]
    hint = did_you_mean(tag, tags) if isinstance(tag, str) else None
    message = f"must be one of {expected}, got {shown(tag)}"
    return Problem(code="wrong-kind", path="/kind", message=message, hint=hint)


MOST_LISTED = 20
"""A hint names the fields of a class that has no more than this many."""


def _record(
    cls: type, made: cattrs.Converter, adapt: Adapt | None
) -> Callable[..., object]:
    fields = _Fields(cls, made, adapt)
    assemble = assembler(cls)
    name = cls.__name__

    # cattrs gives the class again, which is known already.
    def read(value: object, _: object = None) -> object:
        if adapt is not None:
            value = adapt(Record(cls), value)
            if isinstance(value, cls):
                return value
        if not is_mapping(value):
            hint = fields.pattern(value) if isinstance(value, str) else None
            raise ProblemGroup([wrong_type(f"a mapping ({name})", value, hint)])
        return assemble(fields.read(value))

    return read


class _Fields:
    """Reads the fields of a class from a mapping."""

    def __init__(self, cls: type, made: cattrs.Converter, adapt: Adapt | None) -> None:
        self._tag, self._name = tag_of(cls), cls.__name__
        self._fields = fields_of(cls)
        self._required = [key for key, held in self._fields.items() if held.required]
        self._made, self._adapt = made, adapt

    # Made at the first value, not before: conditions hold conditions.
    @functools.cached_property
    def _readers(self) -> Mapping[str, Reader]:
        return {
            name: _reader(field.shape, self._made, self._adapt)
            for name, field in self._fields.items()
        }

    def read(self, value: Mapping[str, object]) -> dict[str, object]:
        """Return what each field that is given holds; raise `ProblemGroup`."""
        found: dict[str, object] = {}
        problems: list[Problem] = []
        readers = self._readers
        for key, entry in value.items():
            reader = readers.get(key)
            try:
                if reader is not None:
                    found[key] = reader(entry)
                    continue
                problems += self._unknown(key)
            except ProblemGroup as group:
                problems += [problem.under(key) for problem in group.problems]
            if is_full(problems):
                raise ProblemGroup(problems)
        if self._tag is not None and value.get("kind") != self._tag:
            problems.append(_wrong_kind((self._tag,), value))
        problems += [self._missing(key) for key in self._required if key not in value]
        if problems:
            raise ProblemGroup(problems)
        return found

    def _missing(self, key: str) -> Problem:
        return Problem("missing-field", f"needs a field '{key}' ({self._name})")

    def _unknown(self, key: object) -> list[Problem]:
        if not isinstance(key, str):
            message = f"keys must be texts, got {shown(key)} in {self._name}"
            return [Problem("wrong-type", message)]
        if key == "kind" and self._tag is not None:
            return []
        message = f"unknown field {shown(key)} in {self._name}"
        hint = did_you_mean(key, self._fields) or self._listed()
        return [Problem("unknown-field", message, pointer(key), hint=hint)]

    def _listed(self) -> str:
        if len(self._fields) > MOST_LISTED:
            return "`salesreg schema` shows its fields"
        return f"its fields are {', '.join(self._fields)}"

    def pattern(self, text: str) -> str:
        """Return a hint that shows the mapping with the fields that it needs.

        Args:
            text: What stands in place of the mapping; the value of its only
                required field, if that takes texts.
        """
        if not self._required:
            return self._listed()
        if len(self._required) == 1:
            (key,) = self._required
            try:
                self._readers[key](text)
            except ProblemGroup:
                pass
            else:
                return f"write {{{key}: {shown(text)}}}"
        return f"write {{{', '.join(f'{key}: ...' for key in self._required)}}}"
