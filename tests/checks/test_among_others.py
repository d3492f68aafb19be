"""What is wrong is told among other things, for every check and every list.

Before the items of each list of an example comes one more: one that says only what
it must, or one like them whose references lead to nothing. Or an example stands
beside itself, under other keys. Each finding stays where its thing is now; the
findings that new things bring are their own affair.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from attrs import evolve, has

from salesreg.checks.catalogue import OURS
from salesreg.checks.check import Check
from salesreg.checks.examples import alone
from salesreg.checks.own import OWN
from salesreg.compare.rekeying import rekeyed
from salesreg.constraints import Refers
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import Keys
from salesreg.paths.tree import replace, walk
from salesreg.shapes import fields_of, is_items
from tests.checks.base import run
from tests.checks.more import MORE

WHOLES = {
    "bands",
    "breaks",
    "chain",
    "components",
    "conversions",
    "grades",
    "levels",
    "rules",
    "shares",
    "steps",
    "substitutes",
    "targets",
    "tiers",
    "week",
}
"""Lists whose items make up one thing: one more makes another thing of it."""

FIRST = {"PRC06", "STR01", "TIM01", "TIM07", "TIM15"}
"""Checks that speak of the first of its kind, or of what is asked together: one like
it before it is then that, or asks for more."""

EXAMPLES = [
    pytest.param(check, text, id=f"{check.code}-{number}")
    for check in OURS
    if check not in OWN
    for number, text in enumerate((*check.invalid, *MORE.get(check.code, ())), 1)
]


def bare(item: object) -> object:
    """Return an item that says only what it must."""
    own = {"key": "bare", "title": "Bare"}
    fields = fields_of(type(item))
    said = {name: own[name] for name in own if name in fields}
    silent = {name: one.default for name, one in fields.items() if not one.required}
    return evolve(item, **{**silent, **said})  # type: ignore[misc]


def astray(item: object) -> object:
    """Return an item like this one whose references lead to nothing."""
    own = {"key": "astray", "title": "Astray"}
    said = {name: own[name] for name in own if name in fields_of(type(item))}
    made: object = evolve(item, **said)  # type: ignore[misc]
    for spot in list(walk(made)):
        refers = any(isinstance(rule, Refers) for rule in spot.shape.constraints)
        if refers and isinstance(spot.value, str):
            made = replace(made, spot.pointer, "nobody")
    return made


def lists(regulation: Regulation) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the lists of things that stand for themselves."""
    for spot in walk(regulation):
        name = spot.pointer.rpartition("/")[2]
        things = is_items(spot.value) and spot.value and has(type(spot.value[0]))
        if things and name not in WHOLES:
            assert is_items(spot.value)
            yield spot.pointer, spot.value


def moved(path: str, above: str, by: int = 1) -> str:
    """Return where a path leads when more items come first in a list."""
    return re.sub(
        rf"^({re.escape(above)}/)(\d+)",
        lambda found: f"{found[1]}{int(found[2]) + by}",
        path,
    )


@pytest.mark.parametrize("before", [bare, astray])
@pytest.mark.parametrize(("check", "text"), EXAMPLES)
def test_what_stands_before(
    check: type[Check], text: str, before: Callable[[object], object]
) -> None:
    """A finding stays, whatever comes first in a list of its regulation."""
    regulation = alone(text)
    paths = [one.path for one in run(regulation, check.code)]
    if check.code in FIRST and before is astray:
        return
    for above, items in lists(regulation):
        longer = replace(regulation, above, (before(items[0]), *items))
        assert isinstance(longer, Regulation)
        found = run(longer, check.code)
        assert {check.code} == {one.code for one in found}
        expected = {moved(path, above) for path in paths}
        assert set() == expected - {one.path for one in found}, above


TOLD_ONCE = {"PRC06", "RSP03", "RU18", "STR01", "STR02", "STR14", "TIM07", "TIM15"}
"""Checks that tell the first of its kind, or speak of all things of a kind; and that
of keys which are there twice, which cannot be told from one another."""


@pytest.mark.parametrize(("check", "text"), EXAMPLES)
def test_two_of_a_kind(check: type[Check], text: str) -> None:
    """Of two faults of a kind, each in things of its own, both are told."""
    if check.code in TOLD_ONCE:
        return
    one = alone(text)
    paths = {finding.path for finding in run(one, check.code)}
    if any(path.count("/") < 2 for path in paths):
        return  # It is the regulation as a whole that lacks something.
    other = twin(one)
    names = [
        name
        for name in fields_of(Regulation)
        if is_items(getattr(one, name)) and has(type(next(iter(getattr(one, name)), 0)))
    ]
    both = {name: (*getattr(one, name), *getattr(other, name)) for name in names}
    found = run(evolve(one, **both), check.code)  # type: ignore[arg-type]
    assert {check.code} == {finding.code for finding in found}
    again = {
        moved(path, f"/{name}", len(getattr(one, name)))
        for path in paths
        for name in [path.split("/")[1]]
        if name in names
    }
    assert set() == (paths | again) - {finding.path for finding in found}


def twin(regulation: Regulation) -> Regulation:
    """Return the same regulation with another key for each thing that has one."""
    keys = Keys(regulation)
    things = [
        keys.keyed(spot.pointer)
        for spot in walk(regulation)
        if spot.pointer and isinstance(getattr(spot.value, "key", None), str)
    ]
    # What is inside comes first, while what it is in has its own key.
    things.sort(key=lambda path: -path.count("/"))
    return rekeyed(
        regulation, [(path, f"{path.rpartition('/')[2]}-two") for path in things]
    )
