"""Diff: everything that differs between two regulations, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from salesreg.compare.between import ABSENT, changes_between
from salesreg.compare.changes import Added, Change, Changed, Removed, Reordered
from salesreg.compare.patching import patched
from salesreg.convert.unstructure import plain
from salesreg.model.regulation import Regulation


@frozen
class Diff:
    """What differs between two regulations.

    `patch(a, diff(a, b)) == b`; `diff(a, a)` is empty; `~diff(a, b)` is
    `diff(b, a)`; `diff(a, b) + diff(b, c)` is `diff(a, c)`.

    Attributes:
        changes: The changes, in the order of the regulation.
    """

    changes: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        """Yield the changes."""
        return iter(self.changes)

    def __len__(self) -> int:
        """Return how many changes there are."""
        return len(self.changes)

    def __invert__(self) -> Diff:
        """Return the diff the other way round."""
        return _diff(change.inverted() for change in self.changes)

    def __add__(self, other: Diff) -> Diff:
        """Return this diff followed by another, as one.

        Raises:
            PatchError: The other one does not start where this one ends.
        """
        return _diff(_joined(self.changes, other.changes))

    def under(self, path: str) -> Diff:
        """Return the changes at a path and below it."""
        return Diff(tuple(one for one in self.changes if _inside(one.path, path)))

    def apply_to(self, regulation: Regulation) -> Regulation:
        """Return a regulation with the changes made.

        Raises:
            PatchError: A place is not as a change expects it; with every one.
        """
        made = patched(regulation, self.changes)
        assert isinstance(made, Regulation)
        return made

    def to_dict(self) -> dict[str, object]:
        """Return the diff as plain data, with values in the dict form."""
        return {
            "format": "salesreg-diff/1",
            "changes": [_data(change) for change in self.changes],
        }


def diff(old: Regulation, new: Regulation) -> Diff:
    """Return what differs between two regulations, by meaning.

    >>> a = Regulation(key="r", title="Rules")
    >>> b = Regulation(key="r", title="Rules of sale")
    >>> diff(a, b).changes
    (Changed(path='/title', old='Rules', new='Rules of sale'),)
    """
    return _diff(changes_between("", old, new))


def _diff(changes: Iterable[Change]) -> Diff:
    # By path, and the order of a list after its items.
    made = sorted(changes, key=lambda one: (one.path, isinstance(one, Reordered)))
    return Diff(tuple(made))


def _inside(path: str, above: str) -> bool:
    return f"{path}/".startswith(f"{above}/")


def _joined(first: tuple[Change, ...], second: tuple[Change, ...]) -> Iterator[Change]:
    """Yield what two sets of changes, one after the other, come to."""
    tops = _tops([*first, *second])
    groups: dict[str, tuple[list[Change], list[Change]]] = {
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


def _joined_at(top: str, before: list[Change], after: list[Change]) -> Iterator[Change]:
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


def _whole(change: Change, path: str) -> bool:
    return change.path == path and not isinstance(change, Reordered)


def _ends(change: Change) -> tuple[object, object]:
    match change:
        case Added(new=new):
            return ABSENT, new
        case Removed(old=old):
            return old, ABSENT
        case Changed(old=old, new=new):
            return old, new
        case _:
            raise AssertionError(change)


def _tops(changes: list[Change]) -> frozenset[str]:
    """Return the places that change as a whole and lie inside no other such place."""
    paths = sorted(
        {one.path for one in changes if not isinstance(one, Reordered)},
        key=lambda path: path.split("/"),
    )
    found: list[str] = []
    for path in paths:
        if not found or not _inside(path, found[-1]):
            found.append(path)
    return frozenset(found)


def _top_of(path: str, tops: frozenset[str]) -> str | None:
    """Return the place among some that a path lies in, or None."""
    while path not in tops:
        if not path:
            return None
        path = path.rpartition("/")[0]
    return path


def _data(change: Change) -> dict[str, object]:
    made: dict[str, object] = {"change": type(change).__name__.lower()}
    made["path"] = change.path
    if not isinstance(change, Added):
        made["old"] = plain(change.old)
    if not isinstance(change, Removed):
        made["new"] = plain(change.new)
    return made
