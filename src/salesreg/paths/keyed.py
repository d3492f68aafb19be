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
    made: list[str] = []
    value: object = root
    for part in parts_of(path):
        if is_items(value) and part.isdigit() and int(part) < len(value):
            item = value[int(part)]
            key = _key(item)
            first = next((one for one in value if _key(one) == key), None)
            made.append(key if key and first is item else part)
            value = item
        else:
            made.append(part)
            value = getattr(value, part, None)
    return pointer(*made)


def unkeyed(root: object, path: str) -> str | None:
    """Return the JSON Pointer that a path with keys or positions means, or None.

    >>> from salesreg.model.people import Role
    >>> from salesreg.model.regulation import Regulation
    >>> head = Role(key="head", title="Head of sales")
    >>> unkeyed(Regulation(key="r", title="R", roles=(head,)), "/roles/head/title")
    '/roles/0/title'
    """
    made: list[str | int] = []
    value: object = root
    for part in parts_of(path):
        if is_items(value):
            places = [i for i, one in enumerate(value) if _key(one) == part]
            if not places and part.isdigit() and int(part) < len(value):
                places = [int(part)]
            if not places:
                return None
            made.append(places[0])
            value = value[places[0]]
        elif part in _fields(value):
            made.append(part)
            value = getattr(value, part)
        else:
            return None
    return pointer(*made)


def _fields(value: object) -> Container[str]:
    cls: type = type(value)
    return fields_of(cls) if attrs.has(cls) else ()


def _key(item: object) -> str | None:
    key = getattr(item, "key", None)
    return key if isinstance(key, str) else None
