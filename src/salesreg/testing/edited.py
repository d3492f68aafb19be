"""Editions: a regulation and what edits may make of it, one after another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from hypothesis import strategies as st

from salesreg.errors import pointer
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import Spot, replace, walk
from salesreg.shapes import Record, Sequence, Union, fields_of, is_items
from salesreg.testing.objects import regulations

MOST_EDITS = 4
"""How many places an edition changes at most."""

Edit = tuple[str, object]
"""A JSON Pointer and the value that comes there."""
Stock = Mapping[tuple[type, str], list[object]]
"""What stands in each field of each class."""


def editions(
    count: int = 2, of: st.SearchStrategy[Regulation] | None = None
) -> st.SearchStrategy[tuple[Regulation, ...]]:
    """Return the strategy of regulations, each a little different from the last.

    An edit empties a field, fills it with what another regulation has there, takes
    an item of a list away, doubles it, or turns the list round. So references may
    come to name nothing, and a key may come twice. Neighbours may be equal.

    Args:
        count: How many there are.
        of: The strategy of the first one, and of the one that edits take from;
            small regulations when not given.

    >>> from hypothesis import find
    >>> old, new = find(editions(), lambda pair: len(pair[1].roles) == 1)
    >>> [role.key for role in new.roles]
    ['role']
    """
    first = regulations(size="small") if of is None else of
    return _editions(count, first)


@st.composite
def _editions(
    draw: st.DrawFn, count: int, of: st.SearchStrategy[Regulation]
) -> tuple[Regulation, ...]:
    found = [draw(of)]
    stock = _stock(found[0], draw(of))
    while len(found) < count:
        made = found[-1]
        for _ in range(draw(st.integers(1, MOST_EDITS))):
            edits = list(_edits(made, stock))
            path, new = (
                edits[draw(st.integers(0, len(edits) - 1))] if edits else ("", made)
            )
            changed = replace(made, path, new)
            assert isinstance(changed, Regulation)
            made = changed
        found.append(made)
    return tuple(found)


def _stock(*regulations: Regulation) -> Stock:
    found: dict[tuple[type, str], list[object]] = {}
    for spot in itertools.chain.from_iterable(map(walk, regulations)):
        for name in _filled(spot):
            values = found.setdefault((type(spot.value), name), [])
            value = getattr(spot.value, name)
            if value not in values:
                values.append(value)
    return found


def _filled(spot: Spot) -> Iterator[str]:
    if isinstance(spot.shape, Record | Union):
        for name, field in fields_of(type(spot.value)).items():
            if field.required or getattr(spot.value, name) != field.default:
                yield name


def _edits(regulation: Regulation, stock: Stock) -> Iterator[Edit]:
    """Yield every edit after which a regulation is one still."""
    for spot in walk(regulation):
        if is_items(spot.value) and isinstance(spot.shape, Sequence):
            for items in _other_items(spot.value):
                if not spot.shape.problems(items):
                    yield spot.pointer, items
        elif isinstance(spot.shape, Record | Union):
            for name, new in _other_fields(spot.value, stock):
                yield spot.pointer + pointer(name), new


def _other_items(items: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    for index in range(len(items)):
        yield items[:index] + items[index + 1 :]
    if items != items[::-1]:
        yield items[::-1]
    yield (*items, items[-1])


def _other_fields(record: object, stock: Stock) -> Iterator[tuple[str, object]]:
    cls = type(record)
    for name, field in fields_of(cls).items():
        held = getattr(record, name)
        others = stock.get((cls, name), [])
        for new in others if field.required else (field.default, *others):
            if new != held:
                yield name, new
