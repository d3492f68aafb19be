"""Editions: a regulation and what edits may make of it."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from salesreg.errors import ProblemGroup
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.testing import regulations

Data = dict[str, object]


def editions(count: int) -> st.SearchStrategy[tuple[Regulation, ...]]:
    """Give regulations each of which differs a little from the one before."""
    return st.builds(
        lambda one, other, seed: tuple(_made(one, other, seed, count)),
        regulations(size="small"),
        regulations(size="small"),
        st.integers(0, 2**32),
    )


def _made(
    one: Regulation, other: Regulation, seed: int, count: int
) -> list[Regulation]:
    chance = random.Random(seed)
    found = [one]
    stock = [to_dict(one), to_dict(other)]
    while len(found) < count:
        data = to_dict(found[-1])
        for _ in range(chance.randint(1, 4)):
            _edit(data, chance.choice(stock), chance)
        try:
            found.append(from_dict(data))
        except ProblemGroup:
            found.append(chance.choice([one, other, found[-1]]))
    return found


def _edit(data: Data, other: Data, chance: random.Random) -> None:
    """Change one place of a dict, at any depth, towards another dict."""
    here: Any = data
    while True:
        name = chance.choice(list(here) if isinstance(here, dict) else range(len(here)))
        below = here[name]
        if not isinstance(below, dict | list) or not below or chance.random() < 0.2:
            break
        here = below
    match chance.randint(0, 3):
        case 0 if isinstance(here, list):
            chance.shuffle(here)
        case 1:
            del here[name]
        case 2 if isinstance(name, str):
            here[name] = chance.choice([below, *_values(other, name)])
        case _ if isinstance(here, list):
            here.append(below)
        case _:
            pass


def _values(data: object, name: str) -> list[object]:
    found: list[object] = []
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if name in one:
                found.append(one[name])
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found
