"""The written form of diffs: what is wrong with it is told with its place."""

from __future__ import annotations

from typing import Any

import pytest

import salesreg as sr

ROLE = {"key": "head", "title": "Head"}
LIMIT = "/stages/new/norm/limit"


def data(*changes: Any, **more: Any) -> dict[str, Any]:
    """Return a diff in its written form."""
    return {"format": "salesreg-diff/1", "changes": list(changes), **more}


def change(kind: str, path: str, **sides: Any) -> dict[str, Any]:
    """Return a change in its written form."""
    return {"change": kind, "path": path, **sides}


LONGER = change("changed", LIMIT, old="15 min", new="30 min", direction="looser")
REST = [
    change("added", "/roles/head", new=ROLE),
    change("removed", "/roles/head", old=ROLE),
    change("renamed", "/roles/head", old=ROLE, new={"key": "boss", "title": "Head"}),
    change("reordered", "/roles", old=["a", "b"], new=["b", "a"]),
    change("added", "/procedures/p/steps/s", new={"key": "s", "title": "Step"}),
    change("changed", "/incentives/i/scale/tiers/0/rate", old=None, new="5%"),
    change("changed", "/stages/a/deadlines/0/limit/at", old="09:00", new="10:00"),
]


@pytest.mark.parametrize("one", [LONGER, *REST])
def test_what_is_read_is_written(one: dict[str, Any]) -> None:
    """Each kind of change is read as typed values and written as it was."""
    found = sr.Diff.from_dict(data(one))
    assert data(one) == found.to_dict()


def test_values_have_types() -> None:
    """A value is read as what stands at its place in a regulation."""
    (found,) = sr.Diff.from_dict(data(LONGER))
    expected = sr.Changed(LIMIT, sr.duration("15 min"), sr.duration("30 min"))
    assert expected == found
    assert "looser" == getattr(found, "direction", None)


@pytest.mark.parametrize(
    ("wrong", "path", "told"),
    [
        ([], "", "must be a mapping (a diff), got [] (a list)"),
        ({"changes": []}, "", "needs a field 'format'"),
        (data(extra=1), "/extra", "unknown field 'extra' in a diff"),
        (data() | {"format": "x"}, "/format", "must be 'salesreg-diff/1', got 'x'"),
        (data() | {"changes": {}}, "/changes", "must be a list, got {} (a mapping)"),
        (
            data("x"),
            "/changes/0",
            (
                "must be a mapping with a 'change', 'added', 'removed', 'changed',"
                " 'renamed', 'reordered', got 'x' (at /changes/0)"
            ),
        ),
        (data({}), "/changes/0", "must be a mapping with a 'change'"),
        (data(change("ad", "/title")), "/changes/0/change", "must be one of 'added'"),
        (data(change("added", "/title")), "/changes/0", "needs a field 'new'"),
        (
            data({**LONGER, "pth": 1}),
            "/changes/0/pth",
            (
                "unknown field 'pth' in a change 'changed' (at /changes/0/pth);"
                " did you mean 'path'?"
            ),
        ),
        (data({**LONGER, "path": 1}), "/changes/0/path", "must be a text, got 1 "),
        (
            data({**LONGER, "path": "/stages/new/nrm"}),
            "/changes/0/path",
            (
                "no regulation has such a place (looking for 'nrm')"
                " (at /changes/0/path); did you mean 'norm'?"
            ),
        ),
        (
            data({**LONGER, "new": "30 minuts"}),
            "/changes/0/new",
            "did you mean '30 minutes'?",
        ),
        (
            data({**LONGER, "direction": "worse"}),
            "/changes/0/direction",
            "must be one of 'stricter'",
        ),
        (
            data({**REST[0], "direction": "looser"}),
            "/changes/0/direction",
            "unknown field 'direction' in a change 'added'",
        ),
        (data(LONGER, LONGER), "/changes/1/path", f"a change at {LIMIT!r} already"),
        (
            data(change("added", "/roles/boss", new=ROLE)),
            "/changes/0/new/key",
            "the thing at '/roles/boss' has the key 'head'",
        ),
        (
            data(change("removed", "/title", old="R")),
            "/changes/0/path",
            "only things with a key come and go",
        ),
        (
            data(change("reordered", "/roles", old=["a"], new=[1])),
            "/changes/0/new/0",
            "must be a text",
        ),
        (
            data(change("added", "/roles/head", new={**ROLE, "headcount": "x"})),
            "/changes/0/new/headcount",
            "must be a whole number",
        ),
    ],
)
def test_what_is_wrong(wrong: Any, path: str, told: str) -> None:
    """A diff that is none is refused, with the place and what to do."""
    with pytest.raises(sr.LoadError) as caught:
        sr.Diff.from_dict(wrong)
    assert [path] == [problem.path for problem in caught.value.problems]
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ([], "wrong-type"),
        (data(extra=1), "unknown-field"),
        ({"changes": []}, "missing-field"),
        (data() | {"format": "x"}, "unknown-format"),
        (data({**LONGER, "path": "/stages/new/nrm"}), "no-such-path"),
        (data({**LONGER, "path": 1}), "wrong-type"),
        (data({**LONGER, "new": "30 minuts"}), "bad-value"),
        (data({**LONGER, "direction": "worse"}), "wrong-choice"),
        (data(LONGER, LONGER), "change-twice"),
        (data(change("added", "/roles/boss", new=ROLE)), "other-key"),
        (data(change("removed", "/title", old="R")), "wrong-type"),
    ],
)
def test_codes(wrong: Any, code: str) -> None:
    """Each kind of problem has its code."""
    with pytest.raises(sr.LoadError) as caught:
        sr.Diff.from_dict(wrong)
    assert [code] == [one.code for one in caught.value.problems]


def test_thousands_of_problems_are_cut() -> None:
    """A diff of nothing but mistakes is refused, and what is told of it has an end."""
    wrong = data(*[{**LONGER, "old": "x"}] * 1500)
    with pytest.raises(sr.LoadError) as caught:
        sr.Diff.from_dict(wrong)
    assert "reading stopped after 1,000 problems" == str(caught.value.problems[-1])


def test_every_problem_is_told() -> None:
    """All that is wrong is told at once."""
    wrong = data({**LONGER, "old": "x", "new": "y"}, {**LONGER, "path": "/nothing"})
    with pytest.raises(sr.LoadError) as caught:
        sr.Diff.from_dict(wrong)
    assert ["/changes/0/old", "/changes/0/new", "/changes/1/path"] == [
        problem.path for problem in caught.value.problems
    ]
