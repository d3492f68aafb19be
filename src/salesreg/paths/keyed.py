"""Paths that survive a change of order: keys in the place of positions."""

from __future__ import annotations

from collections.abc import Container

import attrs

from salesreg.errors import parts_of, pointer
from salesreg.shapes import fields_of, is_items


def keyed(root: object, path: str) -> str:
    """Return a JSON Pointer with the key of each item in place of its position.

    What has no key keeps its position; so does what has the key of an item
    before it, and what is not there.
    """
    return Keys(root).keyed(path)


class Keys:
    """The keys in one object, for many paths: each list is looked through once.

    >>> from salesreg.model.people import Role
    >>> from salesreg.model.regulation import Regulation
    >>> head = Role(key="head", title="Head of sales")
    >>> keys = Keys(Regulation(key="r", title="R", roles=(head,)))
    >>> keys.keyed("/roles/0/title"), keys.unkeyed("/roles/head/title")
    ('/roles/head/title', '/roles/0/title')
    """

    def __init__(self, root: object) -> None:
        """Take the object that the paths start from."""
        self._root = root
        self._lists: dict[int, dict[str, int]] = {}

    def keyed(self, path: str) -> str:
        """Return a JSON Pointer with keys in place of positions; see `keyed`."""
        made: list[str] = []
        value: object = self._root
        for part in parts_of(path):
            if is_items(value) and part.isdecimal() and int(part) < len(value):
                key = _key(value[int(part)])
                first = key is not None and self._firsts(value)[key] == int(part)
                made.append(key if key and first else part)
                value = value[int(part)]
            else:
                made.append(part)
                value = getattr(value, part, None)
        return pointer(*made)

    def unkeyed(self, path: str) -> str | None:
        """Return the JSON Pointer that a path with keys or positions means, or None."""
        made: list[str | int] = []
        value: object = self._root
        for part in parts_of(path):
            if is_items(value):
                place = self._firsts(value).get(part)
                if place is None and part.isdecimal() and int(part) < len(value):
                    place = int(part)
                if place is None:
                    return None
                made.append(place)
                value = value[place]
            elif part in _fields(value):
                made.append(part)
                value = getattr(value, part)
            else:
                return None
        return pointer(*made)

    def _firsts(self, items: tuple[object, ...]) -> dict[str, int]:
        # The root holds the list, so nothing else can come to have its id.
        if id(items) not in self._lists:
            firsts: dict[str, int] = {}
            for place, item in enumerate(items):
                if (key := _key(item)) is not None:
                    firsts.setdefault(key, place)
            self._lists[id(items)] = firsts
        return self._lists[id(items)]


def unkeyed(root: object, path: str) -> str | None:
    """Return the JSON Pointer that a path with keys or positions means, or None.

    >>> from salesreg.model.people import Role
    >>> from salesreg.model.regulation import Regulation
    >>> head = Role(key="head", title="Head of sales")
    >>> unkeyed(Regulation(key="r", title="R", roles=(head,)), "/roles/head/title")
    '/roles/0/title'
    """
    return Keys(root).unkeyed(path)


def _fields(value: object) -> Container[str]:
    cls: type = type(value)
    return fields_of(cls) if attrs.has(cls) else ()


def _key(item: object) -> str | None:
    key = getattr(item, "key", None)
    return key if isinstance(key, str) else None
