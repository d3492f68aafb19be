"""Layers as data: what is read, what is refused, and where that stands."""

from __future__ import annotations

import pytest

import salesreg as sr
from salesreg.compare.diff import diff
from tests.layers.small import base

HEAD = "format: salesreg-layer/1\nkey: north\n"


def problems(text: str, head: str = HEAD) -> list[str]:
    """Return what is wrong with the text of a layer, line by line."""
    with pytest.raises(sr.LoadError) as caught:
        sr.layer_from_text(head + text, name="n.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_round_trip() -> None:
    """A layer with every verb is the same after a dict, and after YAML."""
    made = (
        sr.layer("north", title="North")
        .add(sr.role("engineer", title="Engineer"), sr.organisation("Firm"))
        .add("Kazan", to="/scope/units")
        .add("Sells.", to="/roles/manager/purpose")
        .replace("/roles/head", {"title": "Boss"})
        .replace("/stages/new/norm/limit", sr.duration("1 h"))
        .remove("/prohibitions/gifts")
        .adjust("/roles/manager/headcount", 2)
        .override("/title", "Rules")
        .override("/scope/units/0", None)
        .move("/roles/engineer", before="head")
    )
    assert made == sr.layer_from_dict(made.to_dict())
    assert made == sr.layer_from_text(made.to_yaml())
    assert {"/roles/head": {"title": "Boss"}, "/stages/new/norm/limit": "1 h"} == (
        made.to_dict()["replace"]
    )


def test_extends_is_kept() -> None:
    """What a layer extends is part of its dict, one path or several."""
    for extends in ("base.yaml", ["base.yaml", "pay.yaml"]):
        data = {"format": "salesreg-layer/1", "key": "n", "extends": extends}
        assert data == sr.layer_from_dict(data).to_dict()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "replaces: {}\n",
            (
                "n.yaml:3:1: unknown field 'replaces' in Layer (at /replaces);"
                " did you mean 'replace'?"
            ),
        ),
        (
            "replace:\n  /roles/head/titel: Boss\n",
            (
                "n.yaml:4:22: there is nothing at '/roles/head/titel' (looking for"
                " 'titel') (at /replace/~1roles~1head~1titel); did you mean 'title'?"
            ),
        ),
        (
            "replace:\n  rolls: []\n",
            (
                "n.yaml:4:10: there is nothing at 'rolls' (looking for 'rolls')"
                " (at /replace/rolls); did you mean '/roles'?"
            ),
        ),
        (
            "add:\n  /roles:\n    - {key: x, title: X, titel: Y}\n",
            (
                "n.yaml:5:26: unknown field 'titel' in Role (at /add/~1roles/0/titel);"
                " did you mean 'title'?"
            ),
        ),
        (
            "add: {/roles/x: {key: y, title: X}}\n",
            (
                "n.yaml:3:17: has the key 'y', and the path 'x' (at /add/~1roles~1x);"
                " write the key once"
            ),
        ),
        (
            "add: {/scope/units: Kazan}\n",
            (
                "n.yaml:3:21: must be a list, got 'Kazan' (at /add/~1scope~1units);"
                " put it in a list"
            ),
        ),
        (
            "add: {/roles/manager/duties/0: {text: T}}\n",
            (
                "n.yaml:3:32: items without keys are added at the end of their list"
                " (at /add/~1roles~1manager~1duties~10);"
                " add them to /roles/manager/duties"
            ),
        ),
        (
            "replace: {/roles/head/key: boss}\n",
            (
                "n.yaml:3:28: the key of an item is what it is known by, and does not"
                " change (at /replace/~1roles~1head~1key);"
                " remove /roles/head and add the item with another key"
            ),
        ),
        (
            "remove: /roles/head\n",
            "n.yaml:3:9: must be a list of paths, got '/roles/head' (at /remove)",
        ),
        (
            "remove: [/title]\n",
            (
                "n.yaml:3:10: cannot be without 'title' (at /remove/0);"
                " replace it, or remove what holds it"
            ),
        ),
        (
            "remove: [5]\n",
            "n.yaml:3:10: must be a path, got 5 (a whole number) (at /remove/0)",
        ),
        (
            "adjust: {/stages/new/norm/limit: 5 min}\n",
            (
                "n.yaml:3:34: must be an amount with its sign such as '+10%', '-5 min',"
                " '+2' or '-5 points', got '5 min'"
                " (at /adjust/~1stages~1new~1norm~1limit);"
                " did you mean '+5 min'?"
            ),
        ),
        (
            "move: {/roles/head: {behind: manager}}\n",
            (
                "n.yaml:3:22: unknown field 'behind'; an item moves 'after' or 'before'"
                " (at /move/~1roles~1head/behind)"
            ),
        ),
        (
            "move: {/roles/head: manager}\n",
            (
                "n.yaml:3:21: must be a mapping with 'after' or 'before' and the key of"
                " another item, got 'manager' (at /move/~1roles~1head)"
            ),
        ),
        (
            "move: {/scope/units/0: {after: x}}\n",
            (
                "n.yaml:3:24: only what has a key in a list can be moved"
                " (at /move/~1scope~1units~10)"
            ),
        ),
        (
            "replace: {/roles/head: {title: A}, /roles/head/title: B}\n",
            (
                "n.yaml:3:55: layer 'north' (n.yaml:3:11) says two things of one place;"
                " see /roles/head at n.yaml:3:11 (at /replace/~1roles~1head~1title);"
                " say them in one place"
            ),
        ),
        (
            "extends: [5]\n",
            (
                "n.yaml:3:10: must be the path of a file, or a list of paths, got [5]"
                " (a list) (at /extends)"
            ),
        ),
        ("title: [A]\n", "n.yaml:3:8: must be a text, got ['A'] (a list) (at /title)"),
    ],
)
def test_messages(text: str, expected: str) -> None:
    """What is wrong is told with its line, its place, and what to do."""
    assert [expected] == problems(text)


def test_head() -> None:
    """A layer needs a format and a key; both are told at once."""
    assert [
        (
            "n.yaml:1:1: needs a field 'format' (Layer);"
            " say which format it is: format: salesreg-layer/1"
        ),
        "n.yaml:1:1: needs a field 'key' (Layer)",
    ] == problems("title: N\n", head="")
    (newer,) = problems("key: n\n", "format: salesreg-layer/2\n")
    assert newer.startswith("n.yaml:1:9: must be 'salesreg-layer/1', got ")


@pytest.mark.parametrize("data", [None, [], "text", {5: 1}])
def test_no_layer(data: object) -> None:
    """What is no mapping, or has keys that are no texts, is refused."""
    with pytest.raises(sr.LoadError):
        sr.layer_from_dict(data)


def test_layer_for_a_regulation() -> None:
    """A layer where a regulation is meant is told to be one."""
    with pytest.raises(sr.LoadError, match="is a layer") as caught:
        sr.loads(f"{HEAD}replace: {{/title: T}}\n", name="n.yaml")
    assert ["is-a-layer"] == [problem.code for problem in caught.value.problems]


def test_problems_in_python_are_kept() -> None:
    """A wrong step is told with its line by the layer, and when it is laid over."""
    untitled = sr.role("x")  # type: ignore[call-arg]
    layer = sr.layer("A B").replace("/titel", "T").add(untitled).add(5)
    told = [(problem.code, problem.path) for problem in layer.problems()]
    assert [
        ("out-of-bounds", "/key"),
        ("no-such-path", "/titel"),
        ("missing-field", "/roles"),
        ("no-home", ""),
    ] == told
    assert {__file__} == {one.place.file for one in layer.problems() if one.place}
    assert "<Layer 'A B': 4 problems>" == repr(layer)
    with pytest.raises(sr.ComposeError) as caught:
        sr.compose(base(), layer)
    assert told == [(problem.code, problem.path) for problem in caught.value.problems]
    with pytest.raises(sr.InvalidValue):
        layer.to_dict()


def test_from_diff() -> None:
    """What an editor changed by hand becomes a layer, and makes the same."""
    edited = sr.from_dict(
        {
            **base().to_dict(),
            "title": "New",
            "roles": [
                {"key": "x", "title": "X"},
                *reversed(base().to_dict()["roles"]),  # type: ignore[call-overload]
            ],
        }
    )
    layer = sr.layer_from_diff(diff(base(), edited), "north", title="North")
    assert edited == sr.compose(base(), layer)
    assert {"/roles": [{"key": "x", "title": "X"}]} == layer.to_dict()["add"]


def test_from_diff_with_another_key() -> None:
    """A thing under another key goes and comes anew, with what refers to it."""
    edited = sr.from_dict(
        {
            **base().to_dict(),
            "roles": [
                {**role, "key": "seller"} if role["key"] == "manager" else role
                for role in base().to_dict()["roles"]  # type: ignore[attr-defined]
            ],
        }
    ).replace("/stages/0/owner", "seller")
    layer = sr.layer_from_diff(diff(base(), edited), "north")
    assert edited == sr.compose(base(), layer)
