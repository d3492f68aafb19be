"""What was taken away and is still referred to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from salesreg.errors import Problem
from salesreg.layers.statement import Statement
from salesreg.model.regulation import Regulation
from salesreg.paths.index import index_of
from salesreg.paths.keyed import Keys
from salesreg.paths.tree import walk
from salesreg.shapes import is_items


def left_behind(
    base: Regulation,
    made: Regulation,
    gone: Iterable[tuple[Statement, str, object]],
) -> Iterator[Problem]:
    """Yield a problem for each reference to what a layer took away.

    What the base refers to without having it stays as it was: that is a finding of
    its checks.

    Args:
        base: The regulation at the bottom.
        made: The regulation with the layers.
        gone: What was taken away or replaced, where, and by which statement.
    """
    taken = {
        (type(thing).__name__, key): one
        for one, _, value in gone
        for thing, key in _keyed(value)
    }
    if not taken:
        return
    before = {(use.to, use.key) for use in index_of(base).missing()}
    keys = Keys(made)
    for use in index_of(made).missing():
        one = taken.get((use.to, use.key))
        if one is None or (use.to, use.key) in before:
            continue
        path = keys.keyed(use.pointer)
        verb = "takes away" if one.takes_away else "replaces"
        message = f"{one} {verb} '{use.key}', and {path} still names it"
        hint = "change or remove that too, or keep it"
        yield Problem("still-named", message, path, one.place(), hint)


def _keyed(value: object) -> Iterator[tuple[object, str]]:
    roots = value if is_items(value) else (value,)
    for root in roots:
        if attrs.has(type(root)):
            for spot in walk(root):
                key = getattr(spot.value, "key", None)
                if isinstance(key, str):
                    yield spot.value, key
