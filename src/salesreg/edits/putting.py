"""Values that were heard, put into their places and checked there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from attrs import define, field

from salesreg.edits.values import GONE, Changed
from salesreg.errors import ProblemGroup, parts_of
from salesreg.model.regulation import Regulation
from salesreg.shapes import is_items


def put(regulation: Regulation, values: Mapping[str, object]) -> Regulation:
    """Return a regulation with other values at JSON Pointers.

    Raises:
        InvalidValue: They do not go together.
    """
    root = _Node()
    for pointer, value in values.items():
        node = root
        for part in parts_of(pointer):
            node = node.below.setdefault(part, _Node())
        node.value, node.set = value, True
    made = _put(regulation, root)
    assert isinstance(made, Regulation)
    return made


@define
class _Node:
    """What is put at a place, or at places below it."""

    value: object = None
    set: bool = False
    below: dict[str, _Node] = field(factory=dict[str, "_Node"])


def _put(value: object, node: _Node) -> object:
    if node.set:
        return node.value
    if is_items(value):
        items = list(value)
        for part, below in node.below.items():
            items[int(part)] = _put(items[int(part)], below)
        return tuple(item for item in items if item is not GONE)
    made = {
        part: _put(getattr(value, part), below) for part, below in node.below.items()
    }
    return attrs.evolve(value, **made)  # type: ignore[misc]


def put_each(regulation: Regulation, heard: list[Changed]) -> Regulation:
    """Put in what was heard; what does not go with the rest gets a reason."""
    good = {one.pointer: one.value for one in heard if not one.reason}
    try:
        return put(regulation, good)
    except ProblemGroup:
        pass
    made = regulation
    for group in _groups(heard):
        try:
            made = put(made, {one.pointer: one.value for one in group})
        except ProblemGroup:
            for one in group:
                try:
                    made = put(made, {one.pointer: one.value})
                except ProblemGroup as error:
                    one.reason = "; ".join(map(str, error.problems))
    return made


def _groups(heard: list[Changed]) -> Iterator[list[Changed]]:
    """What was heard, by the thing that it is of."""
    groups: dict[tuple[str, ...], list[Changed]] = {}
    for one in heard:
        if not one.reason:
            groups.setdefault(parts_of(one.pointer)[:2], []).append(one)
    yield from groups.values()
