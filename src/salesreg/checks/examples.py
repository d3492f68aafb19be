"""Examples of checks: pieces of a regulation, alone or laid over another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from salesreg.convert.plain import is_mapping
from salesreg.io.dicts import from_dict
from salesreg.io.migrations import FORMAT
from salesreg.io.yaml_reader import read_yaml
from salesreg.model.regulation import Language, Regulation

Piece = dict[str, object]


def piece_of(text: str) -> Piece:
    """Return the piece of a regulation that an example says."""
    return cast("Piece", read_yaml(text, "<example>").data)


def alone(text: str, language: Language = "en") -> Regulation:
    """Return the regulation that holds an example and nothing else."""
    head = {
        "format": FORMAT,
        "key": "example",
        "title": "Example",
        "language": language,
    }
    return from_dict(_joined(head, piece_of(text)))


def laid_over(base: Regulation, text: str) -> Regulation:
    """Return a regulation with an example laid over it.

    Mappings join; a list's items with a key join the item that has the key, and
    other items go to its end; null takes a field away.
    """
    return from_dict(_joined(base.to_dict(), piece_of(text)))


def _joined(below: object, above: object) -> object:
    if is_mapping(above):
        made = dict(cast("Piece", below)) if _like(below, above) else {}
        for name, value in above.items():
            if value is None:
                made.pop(name, None)
            else:
                made[name] = _joined(made.get(name), value)
        return made
    if isinstance(above, list):
        items = list(cast("list[object]", below)) if isinstance(below, list) else []
        places = {_key(item): place for place, item in enumerate(items) if _key(item)}
        for item in cast("list[object]", above):
            place = places.get(_key(item))
            if place is None:
                items.append(_joined(None, item))
            else:
                items[place] = _joined(items[place], item)
        return items
    return above


def _like(below: object, above: Mapping[str, object]) -> bool:
    # Two members of a union with other kinds have nothing in common.
    return is_mapping(below) and below.get("kind") == above.get(
        "kind", below.get("kind")
    )


def _key(item: object) -> object:
    return cast("Piece", item).get("key") if isinstance(item, dict) else None
