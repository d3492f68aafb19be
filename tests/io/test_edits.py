"""Edits: other values at some places, as plain data, by keys or positions."""

from __future__ import annotations

from typing import Any

import pytest

import salesreg as sr
from salesreg.io.edits import edited

REGULATION = sr.from_dict(
    {
        "format": "salesreg/1",
        "key": "r",
        "title": "R",
        "roles": [
            {"key": "head", "title": "Head", "duties": [{"text": "Leads."}]},
            {"key": "manager", "title": "Manager", "reports_to": "head"},
        ],
        "improvements": [{"key": "i", "title": "I"}],
        "stages": [{"key": "new", "title": "New"}],
    }
)


@pytest.mark.parametrize(
    ("edits", "path", "expected"),
    [
        ({"/title": "Rules"}, "/title", "Rules"),
        ({"/roles/manager/title": "Seller"}, "/roles/1/title", "Seller"),
        ({"/roles/1/title": "Seller"}, "/roles/1/title", "Seller"),
        ({"/roles/manager/reports_to": None}, "/roles/1/reports_to", None),
        ({"/roles/head": None}, "/roles/0/key", "manager"),
        ({"/roles/head/duties/0/text": "Plans."}, "/roles/0/duties/0/text", "Plans."),
        ({"/roles/head/duties": []}, "/roles/0/duties", ()),
        ({"/stages/new/norm/limit": "5 min"}, "/stages/0/norm/limit", "5 min"),
        (
            {"/stages/new/norm": {"limit": sr.duration("5 min")}},
            "/stages/0/norm/limit",
            "5 min",
        ),
        ({"/goals/g": {"title": "Grow"}}, "/goals/0/key", "g"),
        ({"/governance/owner": "head"}, "/governance/owner", "head"),
        (
            {"/goals/g": {"title": "G"}, "/goals/g/text": "More."},
            "/goals/0/text",
            "More.",
        ),
    ],
)
def test_what_is_edited(edits: dict[str, Any], path: str, expected: object) -> None:
    """A value is set, added or taken away at a path with keys or positions."""
    found = edited(REGULATION, edits).at(path)
    if isinstance(found, sr.Duration):
        found = str(found)
    assert expected == found


def test_nothing_else_changes() -> None:
    """Without edits the regulation is the same; an edit is the only difference."""
    assert REGULATION == edited(REGULATION, {})
    made = edited(REGULATION, {"/roles/manager/headcount": 3})
    changes = sr.diff(REGULATION, made).changes
    assert [sr.Changed("/roles/manager/headcount", None, 3)] == list(changes)


@pytest.mark.parametrize(
    ("path", "value", "hint"),
    [
        ("/roles/manger/title", "Seller", "did you mean 'manager'?"),
        ("/roles/manger", "Seller", "did you mean 'manager'?"),
        ("/roles/manger", None, "did you mean 'manager'?"),
        ("/roles/7/title", "Seller", None),
        ("/governence/owner", "head", "did you mean 'governance'?"),
        ("/roles/head/rampp/0", {}, "did you mean 'ramp'?"),
        ("/roles/manager/report_to", None, "did you mean 'reports_to'?"),
        ("/title/long", "R", None),
        ("/title/long/er", "R", None),
        ("title", "R", "did you mean '/title'?"),
        ("", None, None),
    ],
)
def test_paths_that_lead_nowhere(path: str, value: object, hint: str | None) -> None:
    """A path that leads nowhere is an error with the one that was meant."""
    with pytest.raises(sr.InvalidValue) as caught:
        edited(REGULATION, {path: value})
    (problem,) = caught.value.problems
    expected = ("no-such-path", path, hint)
    assert expected == (problem.code, problem.path, problem.hint)


def test_every_problem_at_once() -> None:
    """Each path that leads nowhere is told, and else each value that does not fit."""
    with pytest.raises(sr.InvalidValue) as caught:
        edited(REGULATION, {"/a/b": 1, "/title": "T", "/c/d": 2})
    assert ["/a/b", "/c/d"] == [one.path for one in caught.value.problems]
    with pytest.raises(sr.LoadError) as refused:
        edited(REGULATION, {"/key": "A B", "/roles/head/headcount": "two"})
    assert ["/key", "/roles/0/headcount"] == [
        one.path for one in refused.value.problems
    ]
