"""Where an example lies in the regulation that it is laid over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from attrs import frozen

from salesreg.checks.examples import Piece, piece_of
from salesreg.errors import parts_of
from salesreg.model.regulation import Regulation

Path = tuple[str, ...]


@frozen
class Planted:
    """What an example says, by the places of the regulation it is laid over.

    Attributes:
        around: Things and lists that it says something inside of.
        whole: Values that are the example's own, with all that is in them, and
            the fields that it takes away.
    """

    around: frozenset[Path]
    whole: frozenset[Path]

    @classmethod
    def of(cls, base: Regulation, text: str) -> Planted:
        """Find an example in the regulation that it is laid over."""
        around: set[Path] = set()
        whole: set[Path] = set()
        for path, own in _places(base.to_dict(), piece_of(text), ()):
            (whole if own else around).add(path)
        # The regulation as a whole is at fault only where it lacks a field.
        if all(len(path) > 1 for path in whole):
            around.discard(())
        return cls(frozenset(around), frozenset(whole))

    def holds(self, path: str) -> bool:
        """Return whether a JSON Pointer leads to something that the example says."""
        parts = tuple(parts_of(path))
        above = {parts[:length] for length in range(len(parts) + 1)}
        return parts in self.around or bool(above & self.whole)


def _places(below: object, above: object, path: Path) -> Iterator[tuple[Path, bool]]:
    if isinstance(above, dict):
        held = cast("Piece", below) if isinstance(below, dict) else {}
        yield path, False
        for name, value in cast("Piece", above).items():
            yield from _places(held.get(name), value, (*path, name))
    elif isinstance(above, list):
        items = cast("list[object]", below) if isinstance(below, list) else []
        places = {_key(item): place for place, item in enumerate(items) if _key(item)}
        yield path, False
        end = len(items)
        for item in cast("list[object]", above):
            place = places.get(_key(item))
            if place is None:
                yield (*path, str(end)), True
                end += 1
            else:
                yield from _places(items[place], item, (*path, str(place)))
    else:
        yield path, True


def _key(item: object) -> object:
    return cast("Piece", item).get("key") if isinstance(item, dict) else None
