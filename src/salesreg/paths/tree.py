"""Walking a regulation, reading and replacing at a JSON Pointer."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from salesreg.errors import invalid, parts_of, pointer
from salesreg.shapes import Maybe, Record, Sequence, Shape, Union, fields_of, is_items


class Spot(NamedTuple):
    """One value of a regulation and where it stands.

    Attributes:
        pointer: JSON Pointer into the dict form.
        value: The value.
        shape: What the field says it must be.
        owner: The object that holds it, itself when it is the root.
    """

    pointer: str
    value: object
    shape: Shape
    owner: object


_OBJECTS = (Record, Union)


def walk(root: object, start: str = "") -> Iterator[Spot]:
    """Yield every object, item and value below a model object, in model order.

    What a field holds by default is not there in the dict form, and is not
    visited.
    """
    # A stack, not recursion: conditions may be nested as deep as memory allows.
    stack = [Spot(start, root, Record(type(root)), root)]
    while stack:
        spot = stack.pop()
        yield spot
        here, value, shape, owner = spot
        if is_items(value) and isinstance(shape, Sequence):
            item = shape.item
            stack.extend(
                Spot(f"{here}/{index}", value[index], item, owner)
                for index in range(len(value) - 1, -1, -1)
            )
        elif isinstance(shape, _OBJECTS):
            for name, path, inner, default, required in _backwards_of(type(value)):
                held = getattr(value, name)
                if required or (held is not default and held != default):
                    stack.append(Spot(here + path, held, inner, value))


def _backwards_of(cls: type) -> tuple[tuple[str, str, Shape, object, bool], ...]:
    return _backwards(cls)


@functools.cache
def _backwards(cls: type) -> tuple[tuple[str, str, Shape, object, bool], ...]:
    # What a walk asks of each field, the last one first, for a stack.
    return tuple(
        (
            field.name,
            pointer(field.name),
            field.shape.item if isinstance(field.shape, Maybe) else field.shape,
            field.default,
            field.required,
        )
        for field in reversed(list(fields_of(cls).values()))
    )


def at(root: object, path: str) -> object:
    """Return the value at a JSON Pointer.

    Raises:
        InvalidValue: There is nothing there.
    """
    value = root
    for part in parts_of(path):
        value = _step(value, part, path)
    return value


def _step(value: object, part: str, path: str) -> object:
    if is_items(value):
        if part.isdecimal() and int(part) < len(value):
            return value[int(part)]
    elif attrs.has(type(value)) and part in fields_of(type(value)):
        return getattr(value, part)
    message = f"there is nothing at {path!r} (looking for {part!r})"
    raise invalid("no-such-path", message)


def spot_at(root: object, path: str) -> Spot:
    """Return the value at a JSON Pointer with its shape and its holder.

    Raises:
        InvalidValue: There is nothing there.
    """
    value = owner = root
    shape: Shape = Record(type(root))
    for part in parts_of(path):
        below = _step(value, part, path)
        if isinstance(shape, Sequence):
            shape = shape.item
        else:
            owner, shape = value, fields_of(type(value))[part].shape
            shape = shape.item if isinstance(shape, Maybe) else shape
        value = below
    return Spot(path, value, shape, owner)


def replace(root: object, path: str, new: object) -> object:
    """Return a copy of the root that holds `new` at a JSON Pointer.

    Raises:
        InvalidValue: There is nothing there, or `new` does not fit.
    """
    chain = [root]
    parts = parts_of(path)
    for part in parts:
        chain.append(_step(chain[-1], part, path))
    made = new
    for holder, part in zip(reversed(chain[:-1]), reversed(parts), strict=True):
        if is_items(holder):
            index = int(part)
            made = (*holder[:index], made, *holder[index + 1 :])
        else:
            assert attrs.has(type(holder))
            made = attrs.evolve(holder, **{part: made})  # type: ignore[misc]
    return made
