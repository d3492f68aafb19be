"""Laws of merges: one side alone, both sides swapped, conflicts resolved.

For regulations b, o and t, merge(b, o, t) is what the sides o and t made of b, or
their conflicts.
"""

from __future__ import annotations

from attrs import evolve

from salesreg.compare.between import is_object, keyed
from salesreg.compare.conflicts import Conflict, MergeError
from salesreg.compare.merging import merge
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of, is_items
from salesreg.testing.laws.same import holds, same


def merge_keeps_one_side(base: Regulation, side: Regulation) -> None:
    """For all b, s in R: merge(b, b, s) = merge(b, s, b) = merge(b, s, s) = s.

    The second b is made anew from the dict of the first.
    """
    again = from_dict(to_dict(base))
    same("merge(b, b, s) is not s", side, merge(base, again, side))
    same("merge(b, s, b) is not s", side, merge(base, side, again))
    same("merge(b, s, s) is not s", side, merge(base, side, side))


def merge_is_symmetric(base: Regulation, ours: Regulation, theirs: Regulation) -> None:
    """For all b, o, t in R: merge(b, o, t) = merge(b, t, o), but for the order.

    What is in conflict is so from both sides.
    """
    one, other = _outcome(base, ours, theirs), _outcome(base, theirs, ours)
    if isinstance(other, tuple):
        other = tuple(conflict.swapped for conflict in other)
    same("merge(b, o, t) is not merge(b, t, o)", _unordered(one), _unordered(other))


def merge_resolves(base: Regulation, ours: Regulation, theirs: Regulation) -> None:
    """For all b, o, t in R: conflicts that are resolved for o come to an end.

    None is asked for twice.
    """
    resolved: dict[str, object] = {}
    while isinstance(found := _outcome(base, ours, theirs, resolved), tuple):
        twice = [one.path for one in found if one.path in resolved]
        holds(f"asked for again: {', '.join(twice)}", not twice)
        resolved |= {one.path: "ours" for one in found}


def _outcome(
    base: Regulation,
    ours: Regulation,
    theirs: Regulation,
    resolve: dict[str, object] | None = None,
) -> Regulation | tuple[Conflict, ...]:
    try:
        return merge(base, ours, theirs, resolve=resolve)
    except MergeError as error:
        return error.conflicts


def _unordered(value: object) -> object:
    """Return a value with the things that have keys in the order of their keys."""
    if is_items(value):
        items = tuple(_unordered(item) for item in value)
        return tuple(sorted(items, key=_key)) if keyed(items) else items
    if not is_object(value):
        return value
    made = {name: _unordered(getattr(value, name)) for name in fields_of(type(value))}
    return evolve(value, **made)  # type: ignore[misc]


def _key(thing: object) -> str:
    return str(getattr(thing, "key", ""))
