"""Two sequences side by side: what stays, what goes, what comes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")


def aligned(
    old: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], Hashable],
    alike: Callable[[T, T], bool],
) -> Iterator[tuple[T | None, T | None]]:
    """Yield the items of both sequences in order, in pairs where they correspond.

    Args:
        old: The old items.
        new: The new ones.
        key: What equal items have in common.
        alike: Whether two items without an equal partner are one item, changed.

    >>> same_letter = lambda one, other: one[0] == other[0]
    >>> list(aligned(["a", "b1", "c"], ["a", "b2", "d"], str, same_letter))
    [('a', 'a'), ('b1', 'b2'), ('c', None), (None, 'd')]
    """
    before, after = [key(one) for one in old], [key(one) for one in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
        else:
            yield from _paired(old[start:end], new[first:last], alike)


def _paired(
    old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], bool]
) -> Iterator[tuple[T | None, T | None]]:
    waiting = 0
    # What goes is told before what comes in its place.
    coming: list[T] = []
    for one in new:
        places = range(waiting, len(old))
        found = next((place for place in places if alike(old[place], one)), None)
        if found is None:
            coming.append(one)
            continue
        yield from ((gone, None) for gone in old[waiting:found])
        yield from ((None, come) for come in coming)
        coming.clear()
        yield old[found], one
        waiting = found + 1
    yield from ((gone, None) for gone in old[waiting:])
    yield from ((None, come) for come in coming)
