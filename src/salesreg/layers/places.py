"""Names of the items of a list, and the paths that are made of them."""

from __future__ import annotations

from collections.abc import Container, Sequence

import attrs

from salesreg.errors import parts_of, pointer
from salesreg.layers.statement import END
from salesreg.shapes import fields_of, is_items


class Names:
    """The names of the items of each list in one regulation.

    An item has the name of its key, or of its place where it has none, or none of
    its own: the second of two items with one key is found by its place alone.
    """

    def __init__(self, root: object) -> None:
        """Take the regulation."""
        self._root = root
        self._lists: dict[int, tuple[str, ...]] = {}

    def of(self, items: tuple[object, ...]) -> tuple[str, ...]:
        """Return the names of the items of a list, which all differ."""
        # The regulation holds the list, so nothing else can come to have its id.
        if id(items) not in self._lists:
            self._lists[id(items)] = _names(items)
        return self._lists[id(items)]

    def path(self, path: str) -> str:
        """Return a path with the name of each item that is there.

        What is not there is left as it is written.
        """
        made: list[str] = []
        value: object = self._root
        for part in parts_of(path):
            if is_items(value):
                place = place_of(part, value, self.of(value))
                made.append(part if place is None else self.of(value)[place])
                value = None if place is None else value[place]
            else:
                made.append(part)
                value = getattr(value, part) if part in _fields(value) else None
        return pointer(*made)


def _fields(value: object) -> Container[str]:
    cls: type = type(value)
    return fields_of(cls) if attrs.has(cls) else ()


def place_of(part: str, items: tuple[object, ...], names: Sequence[str]) -> int | None:
    """Return which item a part of a path means: a name, a text or a place."""
    if part in names:
        return names.index(part)
    if part in items:
        return items.index(part)
    if part != END and part.isdecimal() and int(part) < len(items):
        return int(part)
    return None


def _names(items: tuple[object, ...]) -> tuple[str, ...]:
    keys = [getattr(item, "key", None) for item in items]
    taken = {key for key in keys if isinstance(key, str)}
    names: list[str] = []
    used: set[str] = set()
    for place, key in enumerate(keys):
        name = key if isinstance(key, str) and key not in used else str(place)
        # A key may read as a number; no key begins with the mark.
        names.append(name if name is key or name not in taken else f"#{place}")
        used.add(names[-1])
    return tuple(names)
