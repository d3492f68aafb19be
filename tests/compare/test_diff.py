"""Diffs: the laws that hold for every pair and chain of regulations."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.changes import Added, Changed, Removed, Reordered
from salesreg.compare.diff import Diff, diff
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
    """What is named as moved, taken out, leaves both orders the same; no less would."""
    other = list(keys)
    random.shuffle(other)
    moved = Reordered("/roles", tuple(keys), tuple(other)).moved
    assert [key for key in keys if key not in moved] == [
        key for key in other if key not in moved
    ]
    least = next(
        size
        for size in range(len(keys) + 1)
        for chosen in itertools.combinations(keys, size)
        if [key for key in keys if key not in chosen]
        == [key for key in other if key not in chosen]
    )
    assert least == len(moved)


def test_moved_among_others_that_come_and_go() -> None:
    """Only what is on both sides can have moved."""
    order = Reordered("/roles", ("a", "gone", "b", "c"), ("c", "new", "a", "b"))
    assert ("c",) == order.moved


def test_what_lies_under_a_path() -> None:
    """Changes are picked by a path: at it, below it, and on either side of a name."""
    old = made(stages=stages("a", "b"), roles=stages("x"))
    new = made(
        stages=[{"key": "a", "title": "A"}, {"key": "bb", "title": "b"}],
        roles=[{"key": "x", "title": "X"}],
    )
    found = diff(old, new)
    paths = {
        path: [one.path for one in found.under(path)]
        for path in ("/stages/a", "/stages/bb", "/stages/b", "/stages", "/role", "")
    }
    both = ["/stages", "/stages/a/title", "/stages/b"]
    assert {
        "/stages/a": ["/stages/a/title"],
        "/stages/bb": ["/stages/b"],
        "/stages/b": ["/stages/b"],
        "/stages": both,
        "/role": [],
        "": ["/roles/x/title", *both],
    } == paths
    assert (old, new) == (found.under("/stages").old, found.under("/stages").new)


def test_regulations_of_a_diff() -> None:
    """A diff knows its regulations, turned round and joined too; from data, none."""
    one, two, three = (made(title=title) for title in "ABC")
    found = diff(one, two)
    assert (one, two) == (found.old, found.new)
    assert (two, one) == ((~found).old, (~found).new)
    whole = found + diff(two, three)
    assert (one, three) == (whole.old, whole.new)
    bare = Diff.from_dict(found.to_dict())
    assert (None, None) == (bare.old, bare.new)
    told = bare.between(one, two)
    assert (one, two) == (told.old, told.new)
    # It knows both of them or neither.
    for sum_ in (bare + diff(two, three), found + Diff(), Diff() + Diff()):
        assert (None, None) == (sum_.old, sum_.new)


def test_what_changes_after_it_came() -> None:
    """A thing that comes and then changes is one that comes as it is at last."""
    bare = made()
    first = made(stages=stages("a"))
    last = made(stages=[{"key": "a", "title": "A", "norm": {"limit": "1 h"}}])
    assert diff(bare, last) == diff(bare, first) + diff(first, last)
    assert diff(last, bare) == diff(last, first) + diff(first, bare)


def test_between_others() -> None:
    """A diff is told its own regulations only."""
    one, two, three = (made(title=title) for title in "ABC")
    with pytest.raises(sr.InvalidValue) as caught:
        diff(one, two).between(one, three)
    (problem,) = caught.value.problems
    assert "other-diff" == problem.code
    assert (
        "the diff does not lead from the one regulation to the other;"
        " make it with diff(old, new)"
    ) == str(problem)


def test_messages_of_patches() -> None:
    """What does not fit is told with its place and what to do."""
    old, new = made(stages=stages("a")), made(title="B", stages=stages("a", "b"))
    hint = "make the diff again from the regulation as it is now"
    changes = {
        "/title": "is not what was expected",
        "/stages/b": "is already there",
        "/stages": "holds other keys than were expected",
    }
    with pytest.raises(PatchError) as caught:
        diff(old, new).apply_to(made(title="C", stages=stages("b")))
    assert {
        path: f"patch-conflict: what the change is about {said} (at {path}); {hint}"
        for path, said in changes.items()
    } == {one.path: f"{one.code}: {one}" for one in caught.value.problems}
    step = Diff((Changed("/next_step/text", "a", "b"),))
    with pytest.raises(PatchError) as caught:
        step.apply_to(old)
    assert [
        (
            "what the change is about is not there, or is compared whole"
            f" (at /next_step); {hint}"
        )
    ] == list(map(str, caught.value.problems))
