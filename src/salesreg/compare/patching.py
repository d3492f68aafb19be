"""Patching: changes made on a value, each held against what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs
from attrs import define, field

from salesreg.compare.between import ABSENT, keyed, parts_of_value
from salesreg.compare.changes import Added, Change, Changed, Removed, Reordered
from salesreg.compare.renaming import unfolded
from salesreg.errors import Problem, ProblemGroup, parts_of, pointer
from salesreg.shapes import is_items


class PatchError(ProblemGroup):
    """Changes do not fit the regulation that they were to be made on."""


@define
class _Node:
    """The changes at one place and below it."""

    change: Added | Removed | Changed | None = None
    order: Reordered | None = None
    below: dict[str, _Node] = field(factory=dict[str, "_Node"])


def patched(value: object, changes: Iterable[Change], start: str = "") -> object:
    """Return a value with changes made on it.

    Args:
        value: The value, or `ABSENT`.
        changes: The changes; their order does not matter.
        start: Where the value stands; the changes' paths begin with it.

    Raises:
        PatchError: A place is not as a change expects it to be; with every such
            place.
    """
    root = _Node()
    for change in unfolded(changes):
        node = root
        for part in parts_of(change.path.removeprefix(start)):
            node = node.below.setdefault(part, _Node())
        if isinstance(change, Reordered):
            node.order = change
        else:
            node.change = change
    problems: list[Problem] = []
    made = _made(value, root, start, problems)
    if problems:
        raise PatchError(problems)
    return made


def _made(value: object, node: _Node, path: str, problems: list[Problem]) -> object:
    if node.change is not None:
        return _replaced(value, node.change, problems)
    parts = parts_of_value(value)
    if parts is None:
        problems.append(_problem(path, "is not there, or is compared whole"))
        return value
    made = dict(parts)
    for name, below in node.below.items():
        held = made.get(name, ABSENT)
        new = _made(held, below, path + pointer(name), problems)
        if new is ABSENT:
            made.pop(name, None)
        else:
            made[name] = new
    if not is_items(value):
        differing = {name: new for name, new in made.items() if new is not parts[name]}
        return attrs.evolve(value, **differing) if differing else value  # type: ignore[misc]
    return _ordered(parts, made, node, path, problems)


def _replaced(
    value: object, change: Added | Removed | Changed, problems: list[Problem]
) -> object:
    old = ABSENT if isinstance(change, Added) else change.old
    if value is not old and value != old:
        said = "is already there" if old is ABSENT else "is not what was expected"
        problems.append(_problem(change.path, said))
    return ABSENT if isinstance(change, Removed) else change.new


def _ordered(
    parts: Mapping[str, object],
    made: dict[str, object],
    node: _Node,
    path: str,
    problems: list[Problem],
) -> tuple[object, ...]:
    items = tuple(made.values())
    if node.order is None:
        return items
    if tuple(parts) != node.order.old or set(made) != set(node.order.new):
        problems.append(_problem(path, "holds other keys than were expected"))
        return items
    assert keyed(items)
    return tuple(made[key] for key in node.order.new)


def _problem(path: str, said: str) -> Problem:
    return Problem(
        code="patch-conflict",
        message=f"what the change is about {said}",
        path=path,
        hint="make the diff again from the regulation as it is now",
    )
