"""Joining: two sets of changes that follow one another, as one set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesreg.compare.between import ABSENT, changes_between
from salesreg.compare.changes import Added, Change, Changed, Removed, Reordered, Simple
from salesreg.compare.patching import patched
from salesreg.compare.renaming import unfolded


def inside(path: str, above: str) -> bool:
    """Tell whether a path is at another one or below it."""
    return f"{path}/".startswith(f"{above}/")


def joined(one: Iterable[Change], other: Iterable[Change]) -> Iterator[Simple]:
    """Yield what two sets of changes, one after the other, come to."""
    first, second = tuple(unfolded(one)), tuple(unfolded(other))
    tops = _tops([*first, *second])
    groups: dict[str, tuple[list[Simple], list[Simple]]] = {
        top: ([], []) for top in tops
    }
    orders: dict[str, list[Reordered]] = {}
    for place, changes in enumerate((first, second)):
        for change in changes:
            top = _top_of(change.path, tops)
            if top is not None:
                groups[top][place].append(change)
            else:
                assert isinstance(change, Reordered)
                orders.setdefault(change.path, []).append(change)
    for top, (before, after) in groups.items():
        yield from _joined_at(top, before, after)
    for path, held in orders.items():
        if held[0].old != held[-1].new:
            yield Reordered(path, held[0].old, held[-1].new)


def _joined_at(top: str, before: list[Simple], after: list[Simple]) -> Iterator[Simple]:
    """Join the changes at a place of which one changes the whole of it."""
    whole = next((one for one in before if _whole(one, top)), None)
    if whole is not None:
        old, middle = _ends(whole)
        new = patched(middle, after, top) if after else middle
    else:
        last = next(one for one in after if _whole(one, top))
        middle, new = _ends(last)
        back = [one.inverted() for one in before]
        old = patched(middle, back, top) if back else middle
    yield from changes_between(top, old, new)


def _whole(change: Simple, path: str) -> bool:
    return change.path == path and not isinstance(change, Reordered)


def _ends(change: Simple) -> tuple[object, object]:
    match change:
        case Added(new=new):
            return ABSENT, new
        case Removed(old=old):
            return old, ABSENT
        case Changed(old=old, new=new):
            return old, new
        case _:
            raise AssertionError(change)


def _tops(changes: list[Simple]) -> frozenset[str]:
    """Return the places that change as a whole and lie inside no other such place."""
    paths = sorted(
        {one.path for one in changes if not isinstance(one, Reordered)},
        key=lambda path: path.split("/"),
    )
    found: list[str] = []
    for path in paths:
        if not found or not inside(path, found[-1]):
            found.append(path)
    return frozenset(found)


def _top_of(path: str, tops: frozenset[str]) -> str | None:
    """Return the place among some that a path lies in, or None."""
    while path not in tops:
        if not path:
            return None
        path = path.rpartition("/")[0]
    return path
