"""Changes: what can differ between two regulations at one place.

Paths are JSON Pointers in which an item that has a key is named by it, so that a
path means the same thing wherever the item stands. `/roles/manager/title` is the
title of a role; items without a key are counted.
"""

from __future__ import annotations

from attrs import field, frozen

from salesreg.compare.senses import OPPOSITE, Direction
from salesreg.errors import pointer


@frozen
class Added:
    """A thing with a key that was not there before.

    Attributes:
        path: Where it is now.
        new: The thing.
    """

    path: str
    new: object

    def inverted(self) -> Removed:
        """Return the change that takes it away."""
        return Removed(self.path, self.new)


@frozen
class Removed:
    """A thing with a key that is there no more.

    Attributes:
        path: Where it was.
        old: The thing.
    """

    path: str
    old: object

    def inverted(self) -> Added:
        """Return the change that brings it back."""
        return Added(self.path, self.old)


@frozen
class Changed:
    """A value that differs.

    Attributes:
        path: Where it is.
        old: What was there; None when nothing was.
        new: What is there; None when nothing is.
        direction: How the change is felt, where the domain knows it: "stricter",
            "harder". It follows from the regulations and is not compared.
    """

    path: str
    old: object
    new: object
    direction: Direction | None = field(default=None, eq=False)

    def inverted(self) -> Changed:
        """Return the change back."""
        back = OPPOSITE[self.direction] if self.direction else None
        return Changed(self.path, self.new, self.old, back)


@frozen
class Renamed:
    """A thing with another key than before that is the same thing still.

    What refers to it changes beside it, as changes of their own; what else of it
    changes is told by its old and new form.

    Attributes:
        path: Where it was.
        old: The thing as it was.
        new: The thing as it is, in the same list.
    """

    path: str
    old: object
    new: object

    @property
    def to(self) -> str:
        """Where it is now."""
        above = self.path.rpartition("/")[0]
        return above + pointer(str(getattr(self.new, "key", "")))

    def inverted(self) -> Renamed:
        """Return the change back."""
        return Renamed(self.to, self.new, self.old)


@frozen
class Reordered:
    """A list of things with keys whose keys come in another order.

    It stands beside the additions and removals of the same list as well, so that
    the order is known on both sides.

    Attributes:
        path: Where the list is.
        old: The keys before.
        new: The keys after.
    """

    path: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    def inverted(self) -> Reordered:
        """Return the change back."""
        return Reordered(self.path, self.new, self.old)

    @property
    def moved(self) -> tuple[str, ...]:
        """The keys on both sides that stand elsewhere among those that stayed.

        >>> Reordered("/roles", ("a", "b", "c"), ("b", "c", "x", "a")).moved
        ('a',)
        """
        kept = {key: place for place, key in enumerate(self.old)}
        order = [key for key in self.new if key in kept]
        rising = longest_rising([kept[key] for key in order])
        return tuple(key for key in order if kept[key] not in rising)


Simple = Added | Removed | Changed | Reordered
"""A change at one place."""
Change = Simple | Renamed


def paths_of(change: Change) -> tuple[str, ...]:
    """Return the places that a change is about: two when a thing has another key."""
    return (change.path, change.to) if isinstance(change, Renamed) else (change.path,)


def longest_rising(numbers: list[int]) -> frozenset[int]:
    """Return a longest part of some numbers that rises: what need not be moved.

    No number comes twice.
    """
    # Patience sorting: of the parts of one length, the one that ends lowest.
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            if ends[middle] < number:
                low = middle + 1
            else:
                high = middle
        before[number] = ends[low - 1] if low else None
        ends[low : low + 1] = [number]
    found: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)
