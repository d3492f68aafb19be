"""The order of a list of which items move beside others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesreg.layers.statement import Beside


def ordered(names: Sequence[str], moves: Mapping[str, Beside]) -> list[str]:
    """Return names in their new order; what goes round in a circle is left out.

    What does not move stays in its order. What moves stands next to the one that
    it moves beside, wherever that one stands; in which order the moves are given
    says nothing.

    >>> ordered("abcd", {"d": Beside("after", "a"), "b": Beside("after", "d")})
    ['a', 'd', 'b', 'c']
    """
    beside: dict[str, tuple[list[str], list[str]]] = {}
    for name in names:
        if name in moves:
            before, after = beside.setdefault(moves[name].key, ([], []))
            (after if moves[name].side == "after" else before).append(name)
    made: list[str] = []
    # A stack, not recursion: a thousand items may each follow the one before.
    stack = [(name, False) for name in reversed(names) if name not in moves]
    while stack:
        name, placed = stack.pop()
        before, after = beside.get(name, ([], []))
        if placed:
            made.append(name)
            continue
        stack += [(one, False) for one in reversed(after)]
        stack.append((name, True))
        stack += [(one, False) for one in reversed(before)]
    return made
