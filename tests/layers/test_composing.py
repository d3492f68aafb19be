"""Composition: what holds, what is refused, and how it is explained."""

from __future__ import annotations

import pytest

import salesreg as sr
from tests.layers.small import base, told


def refused(*layers: sr.Layer) -> sr.ComposeError:
    """Return what is wrong with layers over the small regulation."""
    with pytest.raises(sr.ComposeError) as caught:
        sr.compose(base(), *layers)
    return caught.value


def test_every_verb() -> None:
    """A layer adds, replaces, removes, adjusts and moves."""
    north = (
        sr.layer("north", title="North")
        .add(sr.role("engineer", title="Engineer"))
        .add("Kazan", to="/scope/units")
        .add("Sells.", to="/roles/manager/purpose")
        .add(sr.duty("Visits clients."), to="/roles/manager/duties")
        .replace("/title", "Rules of the north")
        .replace("/roles/manager/duties/0", "Meets clients.")
        .remove("/prohibitions/gifts", "/roles/manager/duties/1", "/scope/units/Perm")
        .adjust("/stages/new/norm/limit", "-10 min")
        .adjust("/roles/manager/headcount", "+50%")
        .move("/roles/engineer", after="head")
    )
    made = sr.compose(base(), north)
    expected = base().to_dict()
    roles = expected["roles"]
    expected |= {"title": "Rules of the north", "scope": {"units": ["Moscow", "Kazan"]}}
    expected.pop("prohibitions")
    assert isinstance(roles, list)
    roles.insert(1, {"key": "engineer", "title": "Engineer"})
    roles[2] |= {
        "purpose": "Sells.",
        "headcount": 6,
        "duties": [{"text": "Meets clients."}, {"text": "Visits clients."}],
    }
    expected["stages"][0]["norm"]["limit"] = "20 min working"  # type: ignore[index]
    assert sr.from_dict(expected) == made
    assert expected == made.to_dict()


def test_parts_as_builders_take_them() -> None:
    """What a regulation is built of, a layer can add: parts, drafts, regulations."""
    more = sr.part().role("engineer", title="Engineer").tool("crm", title="CRM")
    whole = sr.regulation("other", title="Other").role("lawyer", title="Lawyer").build()
    made = sr.compose(base(), sr.layer("more").add(more, whole))
    keys = [role.key for role in made.roles]
    assert ["head", "manager", "assistant", "engineer", "lawyer"] == keys
    assert ["crm"] == [tool.key for tool in made.tools]
    assert "Sales rules" == made.title


def test_what_was_not_there_as_a_whole() -> None:
    """Fields of an object that is not there make it, from several layers too."""
    one = sr.layer("one").add("More of each client.", to="/strategy/positioning")
    other = sr.layer("other").add("Sells to all.", to="/strategy/market")
    made = sr.compose(base(), one, other)
    expected = sr.Strategy(positioning="More of each client.", market="Sells to all.")
    assert expected == made.strategy


def test_conflict_names_both() -> None:
    """Two layers that say different things of one fact are named with their places."""
    north = sr.layer("north").replace("/title", "North")
    south = sr.layer("south").replace("/title", "South")
    (problem,) = refused(south, north).problems
    assert "conflict" == problem.code
    one, other = (layer.statements[0].place() for layer in (north, south))
    assert problem.message == (
        f"layer 'north' ({one}) replaces /title with 'North', and"
        f" layer 'south' ({other}) replaces /title with 'South'"
    )
    assert other == problem.place
    assert refused(north, south).problems == (problem,)


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        (sr.layer("a").remove("/roles/assistant"), "/roles/assistant/title", None),
        (sr.layer("a").replace("/scope", {"units": ["X"]}), "/scope/units/0", None),
        (sr.layer("a").adjust("/roles/manager/headcount", 1), None, None),
        (sr.layer("a").replace("/roles/manager/headcount", 9), None, None),
        (sr.layer("a").move("/roles/head", after="manager"), None, None),
    ],
)
def test_conflicts(one: sr.Layer, other: str | None, path: None) -> None:
    """Different things of one fact, or of a part of it, are a conflict."""
    if other:
        second = sr.layer("b").replace(other, "Other")
    elif one.statements[0].verb == "move":
        second = sr.layer("b").move("/roles/head", after="assistant")
    else:
        second = sr.layer("b").adjust("/roles/manager/headcount", 1)
    assert {"conflict"} == {code for code, _ in told(refused(one, second))}
    assert refused(one, second).problems == refused(second, one).problems


@pytest.mark.parametrize(
    "one",
    [
        sr.layer("a").replace("/title", "Same"),
        sr.layer("a").remove("/prohibitions/gifts"),
        sr.layer("a").add(sr.role("x", title="X")),
        sr.layer("a").add("Kazan", to="/scope/units"),
        sr.layer("a").move("/roles/head", after="manager"),
    ],
)
def test_same_words_agree(one: sr.Layer) -> None:
    """Two layers that say the same of one fact agree, and it is done once."""
    again = sr.layer_from_dict({**one.to_dict(), "key": "b"})
    assert sr.compose(base(), one) == sr.compose(base(), one, again)


def test_added_inside_of_what_another_adds() -> None:
    """A layer may add what another layer's thing says nothing of; no more than that."""
    one = sr.layer("one").add(sr.role("x", title="X"))
    more = sr.layer("more").add("Helps.", to="/roles/x/purpose")
    assert "Helps." == sr.compose(base(), more, one).roles[-1].purpose
    other = sr.layer("other").replace("/roles/x/title", "Y")
    assert [("conflict", "/roles/x/title")] == [
        (problem.code, other.statements[0].path)
        for problem in refused(one, other).problems
    ]


def test_override() -> None:
    """What overrides holds, wherever it is given; of two, the later one."""
    plain = sr.layer("a").replace("/title", "A").remove("/roles/assistant")
    strong = (
        sr.layer("b")
        .override("/title", "B")
        .override("/roles/assistant", {"title": "Helper"})
    )
    for made in (sr.compose(base(), plain, strong), sr.compose(base(), strong, plain)):
        assert "B" == made.title
        assert ["head", "manager", "assistant"] == [role.key for role in made.roles]
        assert "Helper" == made.roles[2].title
    later = sr.layer("c").override("/title", "C")
    assert "C" == sr.compose(base(), strong, later).title
    assert "B" == sr.compose(base(), later, strong).title
    gone = sr.layer("d").override("/roles/assistant", None)
    assert 2 == len(sr.compose(base(), strong, gone).roles)


def test_override_of_nothing() -> None:
    """What overrides must have something to override."""
    error = refused(
        sr.layer("a")
        .override("/roles/nobody", {"title": "N"})
        .override("/roles/manager/purpose", "P")
    )
    assert [
        ("nothing-there", "/roles/nobody"),
        ("nothing-there", "/roles/manager/purpose"),
    ] == told(error)


def test_override_inside_of_what_is_removed() -> None:
    """A part of what another layer removes cannot be kept."""
    gone = sr.layer("a").remove("/roles/assistant")
    kept = sr.layer("b").override("/roles/assistant/title", "Helper")
    assert [("conflict", "/roles/assistant/title")] == told(refused(gone, kept))


def test_everything_wrong_at_once() -> None:
    """Each place that is not there, or is there already, is told, with a hint."""
    error = refused(
        sr.layer("a")
        .add(sr.role("head", title="Head"))
        .replace("/roles/boss/title", "Boss")
        .remove("/roles/manager/purpose")
        .adjust("/stages/new/norm/target", "+1 h")
        .move("/stages/new", after="wonn")
    )
    assert [
        ("already-there", "/roles/head"),
        ("nothing-there", "/roles/boss/title"),
        ("nothing-there", "/roles/manager/purpose"),
        ("nothing-there", "/stages/new/norm/target"),
        ("no-such-path", "/stages/new"),
    ] == told(error)
    assert "did you mean 'won'?" in str(error)


def test_still_named() -> None:
    """What refers to something removed is named with who removed it."""
    (one, other) = refused(
        sr.layer("a").remove("/roles/manager", "/stages/won")
    ).problems
    assert ("still-named", "/stages/new/owner") == (one.code, one.path)
    assert "takes away 'manager', and /stages/new/owner still names it" in one.message
    assert "/stages/new/transitions/0/to" == other.path
    made = sr.compose(
        base(), sr.layer("a").remove("/roles/manager", "/stages/new/owner")
    )
    assert made.stages[0].owner is None


def test_what_dangled_before_dangles() -> None:
    """A reference to nothing that the base has is left to the checks."""
    draft = base().replace("/stages/1/owner", "nobody")
    made = sr.compose(draft, sr.layer("a").remove("/roles/assistant"))
    assert "nobody" == made.stages[1].owner


def test_order_of_what_is_added() -> None:
    """What layers add stands in the order of their keys, then in their own."""
    one = sr.layer("b").add(sr.role("z", title="Z"), sr.role("y", title="Y"))
    other = sr.layer("a").add(sr.role("x", title="X"))
    expected = ["head", "manager", "assistant", "x", "z", "y"]
    for layers in ((one, other), (other, one)):
        assert expected == [role.key for role in sr.compose(base(), *layers).roles]


def test_moves_in_a_circle() -> None:
    """Items that move beside one another stand nowhere."""
    error = refused(
        sr.layer("a")
        .move("/roles/head", after="manager")
        .move("/roles/manager", after="head")
    )
    assert [("circle", "/roles/head"), ("circle", "/roles/manager")] == told(error)


def test_two_layers_of_one_name() -> None:
    """Layers are told apart by their keys; one given twice counts once."""
    one = sr.layer("a").replace("/title", "A")
    assert "A" == sr.compose(base(), one, one).title
    assert [("same-key", "")] == told(refused(one, sr.layer("a")))


def test_explain() -> None:
    """Each value knows its layer, its place, and what it stands instead of."""
    north = sr.layer_from_text(
        "format: salesreg-layer/1\n"
        "key: north\n"
        "add:\n"
        "  /roles:\n"
        "    - key: engineer\n"
        "      title: Engineer\n"
        "      headcount: 2\n"
        "remove: [/prohibitions/gifts]\n"
        "adjust: {/stages/new/norm/limit: -10 min}\n",
        name="north.yaml",
    )
    made = sr.compose(base(), north, sr.layer("top").override("/title", "Top"))
    limit = made.explain("/stages/new/norm/limit")
    assert ("north", sr.Place("north.yaml", 9, 10)) == (limit.layer, limit.place)
    assert str(limit).splitlines() == [
        "/stages/new/norm/limit = '20 min working'",
        "  north (north.yaml:9:10): adjust '-10 min'",
        "  instead of base (base.yaml:24:12): says '30 min working'",
    ]
    assert sr.Place("north.yaml", 7, 7) == made.explain("/roles/3/headcount").place
    assert "/roles/engineer/headcount" == made.explain("/roles/3/headcount").path
    untouched = made.explain("/roles/manager/title")
    assert ("base", sr.Place("base.yaml", 11, 5)) == (untouched.layer, untouched.place)
    gone = made.explain("/prohibitions/gifts")
    assert (None, "north") == (gone.value, gone.layer)
    assert ("north",) == made.explain("/roles").layers
    assert ("north", "top") == made.explain("").layers
    with pytest.raises(sr.InvalidValue, match="there is nothing at '/roles/nobody'"):
        made.explain("/roles/nobody")


def test_explain_what_was_never_composed() -> None:
    """A regulation without layers explains its values by its own text."""
    told = base().explain("/roles/head/title")
    assert "base (base.yaml:9:5): says 'Head of sales'" == str(told.source)
    built = sr.regulation("built", title="Built").build()
    assert "built: says 'Built'" == str(built.explain("/title").source)


def test_explains_what_is_overridden() -> None:
    """What is overridden is told, with its own layer."""
    one = sr.layer("one").replace("/title", "One")
    made = sr.compose(base(), one, sr.layer("two").override("/title", "Two"))
    told = made.explain("/title")
    assert ["base", "one"] == [source.layer for source in told.instead]


def test_findings_point_into_layers() -> None:
    """A finding of a composed regulation is placed in the file that set the value."""
    layer = sr.layer_from_text(
        "format: salesreg-layer/1\nkey: n\nreplace:\n  /stages/new/owner: nobody\n",
        name="n.yaml",
    )
    report = sr.compose(base(), layer).check(select=["STR01"])
    assert [sr.Place("n.yaml", 4, 3)] == [finding.place for finding in report]
    assert "4 |   /stages/new/owner: nobody" in _human(report)


def _human(report: sr.CheckReport) -> str:
    from salesreg.checks.output import human

    return human.render(report)


def test_composed_behaves_as_any_other() -> None:
    """It is equal to one from its dict, is exported, and changed copies are plain."""
    made = sr.compose(base(), sr.layer("a").replace("/title", "A"))
    assert sr.from_dict(made.to_dict()) == made
    assert "# A" in made.to_markdown()
    assert made.replace("/title", "B").origin is None
    assert base() == sr.compose(base())
