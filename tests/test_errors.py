"""Problems say where, what, why and what to do, and exceptions carry them all."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesreg.errors import (
    BuildError,
    InvalidValue,
    LoadError,
    Place,
    Problem,
    ProblemGroup,
    invalid,
    parts_of,
    pointer,
)

parts = st.lists(st.text(st.sampled_from("~/01aя") | st.characters()))


@given(parts)
def test_a_pointer_keeps_its_parts(names: list[str]) -> None:
    """Slashes, tildes and empty names come back from a pointer as they went in."""
    assert tuple(names) == parts_of(pointer(*names))


def test_pointer_of_the_standard() -> None:
    """The escapes are those of RFC 6901, and the whole is the empty pointer."""
    assert ["", "/foo/0", "/", "/a~1b", "/m~0n", "/~01"] == [
        pointer(*names)
        for names in [(), ("foo", 0), ("",), ("a/b",), ("m~n",), ("~1",)]
    ]


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem("c", "is wrong"), "is wrong"),
        (Problem("c", "is wrong", path="/a/0"), "is wrong (at /a/0)"),
        (Problem("c", "is wrong", hint="mend it"), "is wrong; mend it"),
        (Problem("c", "is wrong", place=Place("f.yaml", 3)), "f.yaml:3: is wrong"),
        (
            Problem("c", "is wrong", "/a", Place("f.yaml", 3, 7), "mend it"),
            "f.yaml:3:7: is wrong (at /a); mend it",
        ),
    ],
)
def test_a_problem_is_one_line(problem: Problem, expected: str) -> None:
    """What is not known of a problem leaves no trace in its line."""
    assert expected == str(problem)


def test_a_problem_as_data() -> None:
    """The plain form is ready for JSON and leaves out what is unknown."""
    bare = Problem("c", "is wrong")
    assert {"code": "c", "message": "is wrong", "path": ""} == bare.to_dict()
    full = Problem("c", "is wrong", "/a", Place("f.yaml", 3, 7), "mend it")
    expected = {
        "code": "c",
        "message": "is wrong",
        "path": "/a",
        "file": "f.yaml",
        "line": 3,
        "column": 7,
        "hint": "mend it",
    }
    assert expected == full.to_dict() == json.loads(json.dumps(full.to_dict()))


def test_a_problem_seen_from_a_parent() -> None:
    """The names of the parents go before the path, escaped; nothing else changes."""
    inner = Problem("c", "is wrong", "/minutes", Place("f.yaml", 3), "mend it")
    outer = inner.under("a/b").under("steps", 0)
    assert "/steps/0/a~1b/minutes" == outer.path
    expected = Problem("c", "is wrong", outer.path, Place("f.yaml", 3), "mend it")
    assert expected == outer


@pytest.mark.parametrize("cls", [ProblemGroup, InvalidValue, LoadError, BuildError])
def test_an_exception_carries_every_problem(cls: type[ProblemGroup]) -> None:
    """All problems are kept in order, shown under a count, copied and pickled."""
    one, two = Problem("a", "is wrong", "/a"), Problem("b", "is missing")
    error = cls(iter([one, two]))
    assert isinstance(error, ValueError)
    assert (one, two) == error.problems
    assert "2 problems:\n  is wrong (at /a)\n  is missing" == str(error)
    assert "is missing" == str(cls([two]))
    for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert cls is type(again)
        assert (one, two) == again.problems
        assert str(error) == str(again)


def test_one_problem_of_a_value() -> None:
    """The short form makes the exception of one problem without a path."""
    expected = (Problem("bad-value", "is wrong", hint="mend it"),)
    assert expected == invalid("bad-value", "is wrong", "mend it").problems
