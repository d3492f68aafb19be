"""Diffs: the laws that hold for every pair and chain of regulations."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.compare.changes import Added, Changed, Removed, Reordered
from salesreg.compare.diff import Diff, diff
from salesreg.compare.patching import PatchError
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.testing import regulations
from tests.compare.editions import editions


@given(editions(2))
def test_applied(pair: tuple[Regulation, ...]) -> None:
    """A diff made on the old regulation gives the new one."""
    old, new = pair
    assert new == old.apply(diff(old, new))


@given(editions(2))
def test_empty(pair: tuple[Regulation, ...]) -> None:
    """A diff is empty just when nothing differs."""
    old, new = pair
    assert not diff(old, from_dict(to_dict(old)))
    assert bool(diff(old, new)) is (old != new)


@given(editions(2))
def test_inverse(pair: tuple[Regulation, ...]) -> None:
    """The inverse of a diff is the diff the other way round."""
    old, new = pair
    assert diff(new, old) == ~diff(old, new)


@settings(max_examples=200)
@given(editions(3))
def test_joined(three: tuple[Regulation, ...]) -> None:
    """Two diffs, one after the other, are the diff of the ends."""
    first, second, third = three
    assert diff(first, third) == diff(first, second) + diff(second, third)


@given(editions(4))
def test_associative(four: tuple[Regulation, ...]) -> None:
    """It does not matter which of three diffs are joined first."""
    a, b, c = (diff(old, new) for old, new in itertools.pairwise(four))
    assert (a + b) + c == a + (b + c)


@given(editions(2))
def test_neutral(pair: tuple[Regulation, ...]) -> None:
    """The empty diff changes no other; a diff and its inverse are empty."""
    one = diff(*pair)
    assert one == one + Diff() == Diff() + one
    assert Diff() == one + ~one


@given(regulations(size="small"), regulations(size="small"))
def test_strangers(one: Regulation, other: Regulation) -> None:
    """Regulations that have nothing in common are compared as well."""
    assert other == diff(one, other).apply_to(one)


def made(**fields: object) -> Regulation:
    """Return a regulation with some fields."""
    return from_dict({"format": "salesreg/1", "key": "r", "title": "Rules", **fields})


def stages(*keys: str) -> list[dict[str, str]]:
    """Return stages."""
    return [{"key": key, "title": key} for key in keys]


def test_kinds_of_changes() -> None:
    """What is added, removed, changed and moved is told apart."""
    old = made(stages=stages("a", "b", "c"), roles=stages("x"))
    new = made(stages=stages("c", "a", "d"), roles=[{"key": "x", "title": "New"}])
    changes = diff(old, new).changes
    assert [Changed, Reordered, Removed, Added] == [type(one) for one in changes]
    order = changes[1]
    assert isinstance(order, Reordered)
    assert ("c",) == order.moved


def test_typed_values_inside() -> None:
    """A change within a list without keys is found at its place."""
    norm = [{"key": "a", "title": "A", "norm": {"limit": "3 business days"}}]
    longer = [{"key": "a", "title": "A", "norm": {"limit": "4 business days"}}]
    (change,) = diff(made(stages=norm), made(stages=longer))
    assert "/stages/a/norm/limit" == change.path


def test_what_does_not_fit() -> None:
    """A diff made on another regulation names every place that is not as expected."""
    old = made(stages=stages("a", "b"))
    new = made(title="Other", stages=stages("a"))
    with pytest.raises(PatchError) as caught:
        diff(old, new).apply_to(made(title="Third", stages=stages("a")))
    assert ["/stages/b", "/stages", "/title"] == [
        problem.path for problem in caught.value.problems
    ]


def test_deep_conditions() -> None:
    """Conditions nested deep are compared."""
    nest: dict[str, object] = {"kind": "flag", "field": "f"}
    for _ in range(80):
        nest = {"kind": "not", "of": nest}
    held = [{"key": "a", "title": "A", "exit": [{"text": "t", "condition": nest}]}]
    old, new = made(stages=stages("a")), made(stages=held)
    assert new == old.apply(diff(old, new))


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.randoms())
def test_moved_are_few(keys: list[str], random: Random) -> None:
    """What is named as moved, taken out, leaves both orders the same."""
    other = list(keys)
    random.shuffle(other)
    order = Reordered("/roles", tuple(keys), tuple(other))
    left = [key for key in keys if key not in order.moved]
    assert left == [key for key in other if key not in order.moved]
