"""Diff: everything that differs between two regulations, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from salesreg.compare.between import changes_between
from salesreg.compare.changes import Change, Changed, Reordered, paths_of
from salesreg.compare.directing import directed
from salesreg.compare.joining import inside, joined
from salesreg.compare.patching import patched
from salesreg.compare.renaming import folded, unfolded
from salesreg.compare.written import read, written
from salesreg.errors import invalid
from salesreg.model.outputs import Compared
from salesreg.model.regulation import Regulation


@frozen(repr=False)
class Diff(Compared):
    """What differs between two regulations; a document of its own, as `Written` says.

    `a.apply(diff(a, b)) == b`; `diff(a, a)` is empty; `~diff(a, b)` is
    `diff(b, a)`; `diff(a, b) + diff(b, c)` is `diff(a, c)`.

    Attributes:
        changes: The changes, in the order of their paths.
        old: The regulation before them; None for a diff that was read from data,
            until it is told by `between`. Diffs are equal when their changes are.
        new: The regulation after them, likewise.
    """

    changes: tuple[Change, ...] = ()
    old: Regulation | None = field(default=None, eq=False, kw_only=True)
    new: Regulation | None = field(default=None, eq=False, kw_only=True)

    def __iter__(self) -> Iterator[Change]:
        """Yield the changes."""
        return iter(self.changes)

    def __len__(self) -> int:
        """Return how many changes there are."""
        return len(self.changes)

    def __repr__(self) -> str:
        """Return how many changes there are."""
        return f"Diff({len(self)} changes)"

    def __invert__(self) -> Diff:
        """Return the diff the other way round."""
        changes = (change.inverted() for change in self.changes)
        return evolve(_diff(changes), old=self.new, new=self.old)

    def __add__(self, other: Diff) -> Diff:
        """Return this diff followed by another, as one.

        Raises:
            PatchError: The other one does not start where this one ends.
        """
        both = joined(self.changes, other.changes)
        if self.old is not None and other.new is not None:
            return _diff(both, self.old, other.new)
        # Without the regulations, what was felt before is what is known.
        felt = {
            one.path: one
            for one in (*self.changes, *other.changes)
            if isinstance(one, Changed)
        }
        return _diff(_as_before(one, felt.get(one.path)) for one in both)

    def under(self, path: str) -> Diff:
        """Return the changes at a path and below it, with keys in the path."""
        kept = (
            one
            for one in self.changes
            if any(inside(place, path) for place in paths_of(one))
        )
        return evolve(self, changes=tuple(kept))

    def between(self, old: Regulation, new: Regulation) -> Diff:
        """Return the same diff, which knows its regulations and so has a document.

        Raises:
            PatchError: It does not start from the old regulation.
            InvalidValue: It does not lead to the new one.
        """
        if self.apply_to(old) != new:
            message = "the diff does not lead from the one regulation to the other"
            raise invalid("other-diff", message, "make it with diff(old, new)")
        return _diff(unfolded(self.changes), old, new)

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
        return written(self.changes)

    @classmethod
    def from_dict(cls, data: object) -> Diff:
        """Read a diff from plain data, as `to_dict` gives it.

        It knows no regulations; `between` tells it.

        Raises:
            LoadError: The data is no diff; with every problem.

        >>> a = Regulation(key="r", title="Rules")
        >>> found = diff(a, Regulation(key="r", title="Rules of sale"))
        >>> Diff.from_dict(found.to_dict()) == found
        True
        """
        return _diff(read(data))


def diff(old: Regulation, new: Regulation) -> Diff:
    """Return what differs between two regulations, by meaning.

    >>> a = Regulation(key="r", title="Rules")
    >>> b = Regulation(key="r", title="Rules of sale")
    >>> diff(a, b).changes
    (Changed(path='/title', old='Rules', new='Rules of sale', direction=None),)
    """
    return _diff(changes_between("", old, new), old, new)


def _diff(
    changes: Iterable[Change],
    old: Regulation | None = None,
    new: Regulation | None = None,
) -> Diff:
    changes = folded(changes)
    if new is not None:
        changes = directed(changes, new)
    # By path, and the order of a list after its items.
    made = sorted(changes, key=lambda one: (one.path, isinstance(one, Reordered)))
    return Diff(tuple(made), old=old, new=new)


def _as_before(change: Change, known: Changed | None) -> Change:
    if known and isinstance(change, Changed) and change == known:
        return evolve(change, direction=known.direction)
    return change
