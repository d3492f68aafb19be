"""Renaming: a thing that went and one that came, read as one with another key.

A thing is the same under another key when it kept its title, or everything but its
title, and nothing else that went or came with it could be meant. That is read from
the changes alone and the same both ways, so that the laws of diffs hold with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from salesreg.compare.between import changes_between
from salesreg.compare.changes import Added, Change, Changed, Removed, Renamed, Simple
from salesreg.compare.places import shapes_at
from salesreg.constraints import Refers
from salesreg.paths.index import LOCAL
from salesreg.paths.tree import walk
from salesreg.shapes import (
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_items,
)

_NAMES = ("title", "text")
"""What a thing is called, or is about, when it is not called anything."""


def folded(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield changes with things that went and came again under another key as one."""
    gone: dict[str, list[Removed]] = {}
    come: dict[str, list[Added]] = {}
    rest: list[Change] = []
    for change in changes:
        above = change.path.rpartition("/")[0]
        match change:
            case Removed():
                gone.setdefault(above, []).append(change)
            case Added():
                come.setdefault(above, []).append(change)
            case _:
                rest.append(change)
    yield from rest
    for above in dict.fromkeys((*gone, *come)):
        yield from _paired(gone.get(above, []), come.get(above, []))


def unfolded(changes: Iterable[Change]) -> Iterator[Simple]:
    """Yield changes with each thing under another key as one that goes and comes."""
    for change in changes:
        if isinstance(change, Renamed):
            yield Removed(change.path, change.old)
            yield Added(change.to, change.new)
        else:
            yield change


def _paired(gone: list[Removed], come: list[Added]) -> Iterator[Change]:
    """Pair by the title first, then by all the rest, while pairs are found."""
    signs = [_called, _rest]
    while signs and gone and come:
        sign = signs.pop(0)
        was = _alone((sign(one.old), place) for place, one in enumerate(gone))
        now = _alone((sign(one.new), place) for place, one in enumerate(come))
        both = [(was[mark], now[mark]) for mark in was if mark in now]
        for one, other in both:
            yield Renamed(gone[one].path, gone[one].old, come[other].new)
        left, right = ({pair[side] for pair in both} for side in (0, 1))
        gone = [one for place, one in enumerate(gone) if place not in left]
        come = [one for place, one in enumerate(come) if place not in right]
        if both and not signs:
            # With those out of the way, others may be alone of their kind.
            signs = [_called, _rest]
    yield from gone
    yield from come


def _alone(
    marked: Iterable[tuple[Hashable | None, int]],
) -> dict[Hashable, int]:
    """Return the places of the things that alone among theirs have some mark."""
    known = [(mark, place) for mark, place in marked if mark is not None]
    count = Counter(mark for mark, _ in known)
    return {mark: place for mark, place in known if count[mark] == 1}


def _called(thing: object) -> Hashable | None:
    return next(filter(None, (getattr(thing, name, None) for name in _NAMES)), None)


def _rest(thing: object) -> Hashable | None:
    """Return all that a thing says but its key and title; None when it is nothing."""
    said = tuple(
        (name, getattr(thing, name))
        for name, field in fields_of(type(thing)).items()
        if name not in {"key", "title"}
        and (field.required or getattr(thing, name) != field.default)
    )
    return said or None


@frozen
class Follower:
    """A change that only follows one thing, or several, to another key.

    Attributes:
        change: The change.
        of: The paths of the renamed things.
    """

    change: Changed
    of: tuple[str, ...]


def followers(changes: Iterable[Change]) -> Iterator[Follower]:
    """Yield the changes in which nothing changes but the keys of renamed things."""
    changes = tuple(changes)
    renamed = {
        (type(one.old).__name__, _scope(one.path, one.old), _key(one.old)): one
        for one in changes
        if isinstance(one, Renamed)
    }
    if not renamed:
        return
    for change in changes:
        if isinstance(change, Changed):
            found = _followed(change, renamed)
            if found:
                yield Follower(change, tuple(dict.fromkeys(found)))


_Known = Mapping[tuple[str, str, str], Renamed]


def _followed(change: Changed, renamed: _Known) -> list[str] | None:
    """Return which renamed things make up a change; None when it says more."""
    old, new = _leaves(change.path, change.old), _leaves(change.path, change.new)
    found: list[str] = []
    if len(old) != len(new):
        return None
    for (where, was, shape), (place, now, other) in zip(old, new, strict=True):
        if where != place or shape != other:
            return None
        if was == now:
            continue
        one = _target(change.path, was, shape, renamed)
        if one is None or _key(one.new) != now:
            return None
        found.append(one.path)
    return found


def _target(path: str, key: object, shape: Shape, renamed: _Known) -> Renamed | None:
    """Return the renamed thing that a reference means, or None."""
    for rule in shape.constraints:
        if isinstance(rule, Refers):
            scope = _scope_of(path) if rule.to in LOCAL else ""
            return renamed.get((rule.to, scope, str(key)))
    return None


_Leaf = tuple[str, object, Shape]


def _leaves(path: str, value: object) -> list[_Leaf]:
    """Return the texts, numbers and kinds of a value, with their places in an item."""
    if value is None:
        return []
    found: list[_Leaf] = []
    for shape in shapes_at(path):
        held = shape.item if isinstance(shape, Maybe) else shape
        if is_items(value) and isinstance(held, Sequence):
            found = [leaf for item in value for leaf in _inside(item, held.item)]
        elif not is_items(value):
            found = list(_inside(value, held))
        if any(shape.constraints for _, _, shape in found):
            break
    return found


def _inside(value: object, shape: Shape) -> Iterator[_Leaf]:
    if not isinstance(shape, Record | Union):
        yield "", value, shape
        return
    for spot in walk(value):
        if is_items(spot.value):
            continue
        if isinstance(spot.shape, Record | Union):
            # Of an object, what it is; what it holds comes next.
            yield spot.pointer, None, Record(type(spot.value))
        else:
            yield spot.pointer, spot.value, spot.shape


def _key(thing: object) -> str:
    return str(getattr(thing, "key", ""))


def _scope(path: str, thing: object) -> str:
    return _scope_of(path) if type(thing).__name__ in LOCAL else ""


def _scope_of(path: str) -> str:
    return "/".join(path.split("/")[:3])


def inner(renamed: Renamed) -> Iterator[Change]:
    """Yield what changes in a renamed thing but its key, at places where it is now."""
    old = evolve(renamed.old, key=_key(renamed.new))  # type: ignore[misc]
    yield from folded(changes_between(renamed.to, old, renamed.new))
