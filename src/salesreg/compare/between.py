"""What differs between two values: the canonical changes from one to the other."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from salesreg.compare.changes import Added, Changed, Removed, Reordered, Simple
from salesreg.errors import pointer
from salesreg.shapes import (
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_items,
    is_text_value,
)


class _Absent:
    """The value of what is not there."""


ABSENT: Final = _Absent()


def changes_between(path: str, old: object, new: object) -> Iterator[Simple]:
    """Yield what differs between two values at one place, in a fixed order.

    Args:
        path: The place.
        old: What was there, or `ABSENT`.
        new: What is there, or `ABSENT`.
    """
    if old is new:
        return
    if old is ABSENT:
        yield Added(path, new)
        return
    if new is ABSENT:
        yield Removed(path, old)
        return
    if old == new:
        return
    one, other = parts_of_value(old), parts_of_value(new)
    if one is None or other is None or not alike(old, new):
        yield Changed(path, old, new)
        return
    for name in dict.fromkeys([*one, *other]):
        was, now = one.get(name, ABSENT), other.get(name, ABSENT)
        # Most parts of a changed copy are the very same objects.
        if was is not now:
            yield from changes_between(path + pointer(name), was, now)
    if is_items(old) and tuple(one) != tuple(other):
        yield Reordered(path, tuple(one), tuple(other))


def parts_of_value(value: object) -> Mapping[str, object] | None:
    """Return the parts by which a value is compared; None for one that is whole.

    The parts of an object are its fields, those of a list its items by key, or by
    place when no item has a key. Conditions and formulas are compared whole.
    """
    if is_items(value):
        keys = [getattr(item, "key", None) for item in value]
        named = [key for key in keys if isinstance(key, str)]
        if len(named) == len(value):
            return dict(zip(named, value, strict=True)) if _distinct(named) else None
        if named or not all(is_object(item) for item in value):
            return None
        return {str(place): item for place, item in enumerate(value)}
    if is_object(value):
        return {name: getattr(value, name) for name in _kind(type(value))[1]}
    return None


def alike(old: object, new: object) -> bool:
    """Tell whether two values with parts can be compared part by part."""
    if is_items(old) and is_items(new):
        # All items of one list have keys, or none has.
        return keyed((*old, *new)) or len(old) == len(new)
    return type(old) is type(new)


def keyed(items: tuple[object, ...]) -> bool:
    """Tell whether items are named by their keys; an empty list may be."""
    return all(isinstance(getattr(item, "key", None), str) for item in items)


def _distinct(keys: list[str]) -> bool:
    return len(set(keys)) == len(keys)


def is_object(value: object) -> bool:
    """Tell whether a value is a model object that is compared field by field."""
    return _kind(type(value))[0]


def _kind(cls: type) -> tuple[bool, tuple[str, ...]]:
    return _looked_up(cls)


@functools.cache
def _looked_up(cls: type) -> tuple[bool, tuple[str, ...]]:
    """Return whether instances of a class are compared by fields, and by which."""
    made_by_attrs: bool = attrs.has(cls)
    if not made_by_attrs or is_text_value(cls) or _recursive(cls):
        return False, ()
    return True, tuple(fields_of(cls))


def _recursive(cls: type) -> bool:
    """Tell whether a class can hold itself, as conditions and formulas can."""
    seen: set[type] = set()
    waiting = list(_inner(cls))
    while waiting:
        one = waiting.pop()
        if one is cls:
            return True
        if one not in seen:
            seen.add(one)
            waiting.extend(_inner(one))
    return False


def _inner(cls: type) -> Iterator[type]:
    waiting: list[Shape] = [field.shape for field in fields_of(cls).values()]
    while waiting:
        match waiting.pop():
            case Maybe(item=item) | Sequence(item=item):
                waiting.append(item)
            case Union(members=members):
                yield from (member.type for member in members)
            case Record(type=inner):
                yield inner
            case _:
                pass
