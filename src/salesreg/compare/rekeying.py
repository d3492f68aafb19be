"""Rekeying: a thing under another key, with all that refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from salesreg.compare.changes import Renamed
from salesreg.compare.diff import diff
from salesreg.constraints import Refers
from salesreg.errors import parts_of, pointer
from salesreg.model.regulation import Regulation
from salesreg.paths.index import LOCAL
from salesreg.paths.keyed import Keys
from salesreg.paths.tree import Spot, at, replace, walk


def renamed(old: Regulation, new: Regulation) -> Mapping[str, str]:
    """Return the new key of each thing that is renamed, by its old path."""
    return {
        one.path: parts_of(one.to)[-1]
        for one in diff(old, new)
        if isinstance(one, Renamed)
    }


def beside(path: str, key: str) -> str:
    """Return the path of a thing with another key in the list of the one at a path."""
    return path.rpartition("/")[0] + pointer(key)


def rekeyed(regulation: Regulation, keys: Iterable[tuple[str, str]]) -> Regulation:
    """Return a regulation with other keys for some things, which references follow.

    Args:
        regulation: The regulation.
        keys: Paths with keys, each with the key to be; one that leads nowhere is
            passed over. They are made one after another.
    """
    for path, key in keys:
        real = Keys(regulation).unkeyed(path)
        if real is not None:
            for place, new in list(_edits(regulation, real, key)):
                made = replace(regulation, place, new)
                assert isinstance(made, Regulation)
                regulation = made
    return regulation


def _edits(regulation: Regulation, real: str, key: str) -> Iterator[tuple[str, str]]:
    thing = at(regulation, real)
    name, old = type(thing).__name__, getattr(thing, "key", None)
    yield f"{real}/key", key
    scope = "/".join(real.split("/")[:3]) + "/" if name in LOCAL else "/"
    for spot in walk(regulation):
        if spot.value == old and spot.pointer.startswith(scope) and _refers(spot, name):
            yield spot.pointer, key


def _refers(spot: Spot, name: str) -> bool:
    return any(
        isinstance(rule, Refers) and rule.to == name for rule in spot.shape.constraints
    )
