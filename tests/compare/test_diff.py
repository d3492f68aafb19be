"""Diffs: the laws that hold for every pair and chain of regulations."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.compare.changes import Added, Changed, Removed, Reordered
from salesreg.compare.diff import diff
from salesreg.compare.patching import PatchError
from salesreg.io.dicts import from_dict
from salesreg.model.regulation import Regulation
from salesreg.testing import editions, laws, regulations


@pytest.mark.parametrize(
    "law",
    [
        laws.diff_applies,
        laws.diff_inverts,
        laws.diff_is_empty_for_equals,
        laws.diff_is_read_back,
    ],
)
def test_laws_of_two(law: Callable[[Regulation, Regulation], None]) -> None:
    """The laws of two editions hold."""

    @given(editions(2))
    def check(pair: tuple[Regulation, Regulation]) -> None:
        law(*pair)

    check()


@settings(max_examples=200)
@given(editions(4))
def test_chains(chain: tuple[Regulation, ...]) -> None:
    """Diffs, one after another, are the diff of the ends."""
    laws.diff_chains(*chain)


@given(regulations(size="small"), regulations(size="small"))
def test_strangers(one: Regulation, other: Regulation) -> None:
    """Regulations that have nothing in common are compared as well."""
    laws.diff_applies(one, other)


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
