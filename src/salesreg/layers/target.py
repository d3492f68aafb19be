"""Targets: what the model has at a path, before any regulation is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from salesreg._text import did_you_mean
from salesreg.errors import InvalidValue, Problem, parts_of
from salesreg.model.regulation import Regulation
from salesreg.shapes import Field, Maybe, Record, Sequence, Shape, Union, fields_of


@frozen
class Target:
    """What may stand at a path.

    Attributes:
        shape: What it must be.
        field: The field that it is; None for an item of a list.
    """

    shape: Shape
    field: Field | None


def targets_of(path: str) -> tuple[Target, ...]:
    """Return what may stand at a path; several where a union is on the way.

    Raises:
        InvalidValue: No regulation has such a place.

    >>> [target.shape.name for target in targets_of("/roles/manager/title")]
    ['a text']
    """
    found = [Target(Record(Regulation), None)]
    parts = parts_of(path)
    if not path.startswith("/") or not parts:
        names = [f"/{name}" for name in fields_of(Regulation)]
        raise no_such_path(path, path, names)
    for part in parts:
        below = [one for target in found for one in _below(target.shape, part)]
        if not below:
            names = [name for target in found for name in _names(target.shape)]
            raise no_such_path(path, part, names)
        found = below
    return tuple(found)


def is_item(targets: Iterable[Target]) -> bool:
    """Tell whether what may stand at a path is an item of a list that has a key."""
    return any(one.field is None and is_keyed(one.shape) for one in targets)


def is_list_at(path: str) -> bool:
    """Tell whether a list may stand at a path."""
    try:
        return any(isinstance(one.shape, Sequence) for one in targets_of(path))
    except InvalidValue:
        return False


def no_such_path(path: str, part: str, known: Iterable[str] = ()) -> InvalidValue:
    """Return the exception for a path that leads nowhere; its problem has no path."""
    message = f"there is nothing at {path!r} (looking for {part!r})"
    hint = did_you_mean(part, known)
    return InvalidValue([Problem("no-such-path", message, hint=hint)])


def plain_shape(shape: Shape) -> Shape:
    """Return what a field holds when it holds something."""
    return shape.item if isinstance(shape, Maybe) else shape


def is_keyed(shape: Shape) -> bool:
    """Tell whether the items of a list are told apart by their keys."""
    classes = list(_classes(shape))
    return bool(classes) and all("key" in fields_of(cls) for cls in classes)


def _below(shape: Shape, part: str) -> Iterator[Target]:
    if isinstance(shape, Sequence):
        yield Target(shape.item, None)
    for cls in _classes(shape):
        if field := fields_of(cls).get(part):
            yield Target(plain_shape(field.shape), field)


def _names(shape: Shape) -> Iterator[str]:
    for cls in _classes(shape):
        yield from fields_of(cls)


def _classes(shape: Shape) -> Iterator[type]:
    match shape:
        case Record():
            yield shape.type
        case Union():
            yield from (member.type for member in shape.members)
        case _:
            return
