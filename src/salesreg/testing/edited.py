"""Editions: a regulation and what edits may make of it, one after another."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from salesreg.convert.plain import is_list
from salesreg.errors import LoadError
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.testing.mutations import Data, is_data
from salesreg.testing.objects import regulations

STOPS = 0.2
"""How likely an edit is to change a thing as a whole and not what is in it."""


MOST_EDITS = 4
"""How many places an edition changes at most."""


def editions(
    count: int = 2, of: st.SearchStrategy[Regulation] | None = None
) -> st.SearchStrategy[tuple[Regulation, ...]]:
    """Return the strategy of regulations, each a little different from the last.

    An edit takes something away, doubles it, changes the order, or puts in its
    place what stands under the same name elsewhere. Neighbours may be equal.

    Args:
        count: How many there are.
        of: The strategy of the first one, and of what edits take from; small
            regulations when not given.

    >>> from hypothesis import find
    >>> old, new = find(editions(), lambda pair: pair[0] != pair[1])
    """
    first = regulations(size="small") if of is None else of
    return st.builds(_editions, first, first, st.randoms(), st.just(count))


def _editions(
    first: Regulation, other: Regulation, chance: Random, count: int
) -> tuple[Regulation, ...]:
    found = [first]
    stock = [to_dict(first), to_dict(other)]
    while len(found) < count:
        data = to_dict(found[-1])
        for _ in range(chance.randint(1, MOST_EDITS)):
            _edit(data, chance.choice(stock), chance)
        try:
            found.append(from_dict(data))
        except LoadError:
            # What does not load is no edition: one that is there comes again.
            found.append(chance.choice([first, other, found[-1]]))
    return tuple(found)


def _edit(data: Data, other: Data, chance: Random) -> None:
    """Change one place of a dict, at any depth, towards another dict."""
    name = chance.choice(list(data))
    if _edited_inside(data[name], other, chance):
        return
    if chance.randint(0, 1):
        del data[name]
    else:
        data[name] = chance.choice([data[name], *_values(other, name)])


def _edit_list(items: list[object], other: Data, chance: Random) -> None:
    place = chance.randrange(len(items))
    if _edited_inside(items[place], other, chance):
        return
    match chance.randint(0, 2):
        case 0:
            chance.shuffle(items)
        case 1:
            del items[place]
        case _:
            items.append(items[place])


def _edited_inside(value: object, other: Data, chance: Random) -> bool:
    """Change a place inside a value, or return False: the whole is to change."""
    if not value or chance.random() < STOPS:
        return False
    if is_data(value):
        _edit(value, other, chance)
    elif is_list(value):
        _edit_list(value, other, chance)
    else:
        return False
    return True


def _values(data: object, name: str) -> list[object]:
    found: list[object] = []
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if is_data(one):
            if name in one:
                found.append(one[name])
            waiting.extend(one.values())
        elif is_list(one):
            waiting.extend(one)
    return found
