"""Names of the items of a list, and the paths that are made of them."""

from __future__ import annotations

from collections.abc import Container, Mapping

import attrs
from attrs import frozen

from salesreg.errors import parts_of, pointer
from salesreg.shapes import fields_of, is_items


@frozen
class Named:
    """The items of a list with their names.

    An item has the name of its key, or of its place where it has none, or none of
    its own: the second of two items with one key is found by its place alone.

    Attributes:
        items: The items.
        names: Their names, which all differ.
    """

    items: tuple[object, ...]
    names: tuple[str, ...]
    _places: Mapping[str, int]

    @classmethod
    def of(cls, items: tuple[object, ...]) -> Named:
        """Return the names of some items."""
        keys = [getattr(item, "key", None) for item in items]
        taken = {key for key in keys if isinstance(key, str)}
        places: dict[str, int] = {}
        for place, key in enumerate(keys):
            name = str(place)
            if isinstance(key, str) and key not in places:
                name = key
            elif name in taken:
                # A key may read as a number; no key begins with the mark.
                name = f"#{place}"
            places[name] = place
        return cls(items, tuple(places), places)

    def place(self, part: str) -> int | None:
        """Return which item a part of a path means: a name, a text or a place."""
        if part in self._places:
            return self._places[part]
        if self.items and isinstance(self.items[0], str) and part in self.items:
            return self.items.index(part)
        if part.isdecimal() and int(part) < len(self.items):
            return int(part)
        return None


class Names:
    """The names of the items of each list in one regulation."""

    def __init__(self, root: object) -> None:
        """Take the regulation."""
        self._root = root
        self._lists: dict[int, Named] = {}

    def of(self, items: tuple[object, ...]) -> Named:
        """Return the names of the items of a list of the regulation."""
        # The regulation holds the list, so nothing else can come to have its id.
        if id(items) not in self._lists:
            self._lists[id(items)] = Named.of(items)
        return self._lists[id(items)]

    def path(self, path: str) -> str:
        """Return a path with the name of each item that is there.

        What is not there is left as it is written.
        """
        made: list[str] = []
        value: object = self._root
        for part in parts_of(path):
            if is_items(value):
                named = self.of(value)
                place = named.place(part)
                made.append(part if place is None else named.names[place])
                value = None if place is None else value[place]
            else:
                made.append(part)
                value = getattr(value, part) if part in _fields(value) else None
        return pointer(*made)


def _fields(value: object) -> Container[str]:
    cls: type = type(value)
    return fields_of(cls) if attrs.has(cls) else ()
