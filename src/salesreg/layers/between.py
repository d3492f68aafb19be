"""From a diff to the layer that makes it."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.compare.changes import Added, Change, Changed, Removed, Reordered
from salesreg.compare.diff import Diff
from salesreg.compare.renaming import unfolded
from salesreg.errors import pointer
from salesreg.layers.layer import Layer
from salesreg.layers.statement import END, Beside, Statement
from salesreg.layers.target import targets_of
from salesreg.shapes import is_items


def layer_from_diff(diff: Diff, key: str, *, title: str | None = None) -> Layer:
    """Return the layer that makes a diff: what it differs in, said as a layer.

    `compose(a, layer_from_diff(diff(a, b), "key")) == b`, unless b refers to what
    is only in a.

    Args:
        diff: The diff.
        key: Name of the layer.
        title: What people call it.

    >>> from salesreg.compare.diff import diff
    >>> from salesreg.model.regulation import Regulation
    >>> a, b = (Regulation(key="r", title=title) for title in ("Rules", "New rules"))
    >>> layer_from_diff(diff(a, b), "north").to_dict()["replace"]
    {'/title': 'New rules'}
    """
    changes = tuple(unfolded(diff))
    orders = {one.path: one for one in changes if isinstance(one, Reordered)}
    added = [one for one in changes if isinstance(one, Added)]
    made = [one for change in changes for one in _statements(change, key)]
    # What comes anew comes in the order in which it is to stand.
    made += [
        Statement("add", key, one.path, one.new)
        for one in sorted(added, key=lambda one: _rank(one, orders))
    ]
    for order in orders.values():
        made += _moves(order, key)
    return Layer(key, title, tuple(made))


def _rank(one: Added, orders: dict[str, Reordered]) -> tuple[str, int]:
    above, _, name = one.path.rpartition("/")
    order = orders[above].new if above in orders else ()
    return (above, order.index(name) if name in order else 0)


def _statements(change: Change, key: str) -> Iterator[Statement]:
    match change:
        case Removed(path=path):
            yield Statement("remove", key, path)
        case Changed(path=path, old=old, new=new):
            yield from _changed(path, old, new, key)
        case _:
            return


def _changed(path: str, old: object, new: object, key: str) -> Iterator[Statement]:
    field = targets_of(path)[0].field
    if old in (None, ()) and is_items(new):
        for item in new:
            name = str(getattr(item, "key", END))
            yield Statement("add", key, path + pointer(name), item)
    elif old in (None, ()):
        yield Statement("add", key, path, new)
    elif new is None or (field is not None and new == field.default):
        yield Statement("remove", key, path)
    else:
        yield Statement("replace", key, path, new)


def _moves(order: Reordered, key: str) -> Iterator[Statement]:
    """Yield the moves that bring a list into its order, as few as there can be."""
    kept = [name for name in order.old if name in order.new]
    came = [name for name in order.new if name not in order.old]
    moving = Reordered(order.path, (*kept, *came), order.new).moved
    if not moving:
        return
    still = next(name for name in order.new if name not in moving)
    before: str | None = None
    for name in order.new:
        if name in moving:
            beside = Beside("after", before) if before else Beside("before", still)
            yield Statement("move", key, order.path + pointer(name), beside)
        before = name
