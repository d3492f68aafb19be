"""How statements about a whole and about its parts stand to one another."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import salesreg as sr
import salesreg.layers as package
from tests.layers.small import base, told

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "layers.md"


def engineer() -> sr.Layer:
    """Return a layer that adds a role."""
    return sr.layer("a").add(sr.role("engineer", title="Engineer", skills=["CAD"]))


def composed(*layers: sr.Layer) -> sr.Regulation:
    """Return what layers make of the small regulation, in whatever order."""
    made = sr.compose(base(), *layers)
    assert made == sr.compose(base(), *reversed(layers))
    return made


def codes(*layers: sr.Layer) -> list[tuple[str, str]]:
    """Return what is wrong with layers, in whatever order they are given."""
    found: list[sr.ComposeError] = []
    for order in (layers, layers[::-1]):
        with pytest.raises(sr.ComposeError) as caught:
            sr.compose(base(), *order)
        found.append(caught.value)
    assert found[0].problems == found[1].problems
    return told(found[0])


def test_added_below_what_is_added() -> None:
    """What another layer's thing leaves open may be added, objects and items too."""
    more = (
        sr.layer("b")
        .add(5, to="/roles/engineer/portfolio/most")
        .add("Drawing", to="/roles/engineer/skills")
    )
    role = composed(engineer(), more).roles[-1]
    assert sr.Portfolio(most=5) == role.portfolio
    assert ("CAD", "Drawing") == role.skills
    assert ("a", "b") == composed(engineer(), more).explain("/roles/engineer").layers


def test_two_add_the_same_below() -> None:
    """Two that add one thing to what a third one adds agree, or do not."""
    one = sr.layer("b").add("Draws.", to="/roles/engineer/purpose")
    same = sr.layer("c").add("Draws.", to="/roles/engineer/purpose")
    other = sr.layer("c").add("Builds.", to="/roles/engineer/purpose")
    assert "Draws." == composed(engineer(), one, same).roles[-1].purpose
    assert [("conflict", "/roles/engineer/purpose")] == codes(engineer(), one, other)


def test_nothing_below_what_is_added() -> None:
    """What another layer's thing does not have cannot be changed."""
    late = (
        sr.layer("b")
        .replace("/roles/engineer/duties/0/text", "Draws.")
        .adjust("/roles/engineer/portfolio/most", 1)
    )
    assert [
        ("nothing-there", "/roles/engineer/duties/0/text"),
        ("nothing-there", "/roles/engineer/portfolio/most"),
    ] == codes(engineer(), late)


def test_whole_lists() -> None:
    """Who replaces a list says all of it: others neither add to it nor move in it."""
    whole = sr.layer("a").replace(
        "/prohibitions", [{"key": "lies", "text": "Nobody lies."}]
    )
    item = {"key": "spam", "text": "Nobody sends spam."}
    more = sr.layer("b").add(item, to="/prohibitions")
    assert [("conflict", "/prohibitions/spam")] == codes(whole, more)
    same = sr.layer("b").replace("/prohibitions/lies/text", "Nobody lies.")
    assert ["lies"] == [one.key for one in composed(whole, same).prohibitions]
    units = sr.layer("a").replace("/scope/units", ["Omsk", "Tomsk"])
    assert [("conflict", "/scope/units/-")] == codes(
        units, sr.layer("b").add("Kazan", to="/scope/units")
    )


def test_what_overrides_a_whole() -> None:
    """Over what overrides a whole, what others say of its parts is lost, and told."""
    whole = sr.layer("a").override("/roles/manager", {"title": "Seller"})
    parts = (
        sr.layer("b")
        .replace("/roles/manager/headcount", 9)
        .add("Sells.", to="/roles/manager/purpose")
        .add(sr.duty("Helps."), to="/roles/manager/duties")
    )
    made = composed(whole, parts)
    assert sr.Role(key="manager", title="Seller") == made.roles[1]
    told = made.explain("/roles/manager/headcount")
    assert ("a", None) == (told.layer, told.value)
    assert ["base", "b"] == [source.layer for source in told.instead]
    lists = sr.layer("a").override("/scope/units", ["Omsk"])
    assert ("Omsk",) == composed(
        lists, sr.layer("b").add("Kazan", to="/scope/units")
    ).scope.units  # type: ignore[union-attr]
    moved = sr.layer("b").move("/roles/manager", after="assistant")
    roles = sr.layer("a").override("/roles", list(base().roles))
    assert base().roles == composed(roles, moved).roles


def test_a_whole_and_a_part_override() -> None:
    """Of two that override a whole and a part of it, the later one holds."""
    whole = sr.layer("a").override("/roles/manager", {"title": "Seller"})
    part = sr.layer("b").override("/roles/manager/title", "Agent")
    assert "Agent" == sr.compose(base(), whole, part).roles[1].title
    assert "Seller" == sr.compose(base(), part, whole).roles[1].title
    gone = sr.layer("c").override("/roles/assistant", None)
    kept = sr.layer("d").override("/roles/assistant/title", "Helper")
    assert 2 == len(sr.compose(base(), kept, gone).roles)
    with pytest.raises(sr.ComposeError, match="overrides /roles/assistant/title"):
        sr.compose(base(), gone, kept)


def test_removed_twice_or_with_a_part() -> None:
    """Who removes a thing and who removes a part of it want the same of the part."""
    whole = sr.layer("a").remove("/prohibitions/gifts")
    part = sr.layer("b").replace("/prohibitions/gifts/text", "None.")
    assert [("conflict", "/prohibitions/gifts/text")] == codes(whole, part)
    scope = sr.layer("a").remove("/scope")
    units = sr.layer("b").remove("/scope/units/Perm")
    assert composed(scope, units).scope is None


def test_moved_and_removed() -> None:
    """What one layer removes and another moves is a conflict; beside it, a mistake."""
    gone = sr.layer("a").remove("/roles/assistant")
    assert [("conflict", "/roles/assistant")] == codes(
        gone, sr.layer("b").move("/roles/assistant", before="head")
    )
    assert [("no-such-path", "/roles/head")] == codes(
        gone, sr.layer("b").move("/roles/head", after="assistant")
    )
    assert [("nothing-there", "/roles/nobody")] == codes(
        sr.layer("b").move("/roles/nobody", after="head")
    )


def test_objects_that_need_more() -> None:
    """An object that is not there is made only of all that it needs."""
    layer = sr.layer("a").add("Moscow", to="/organisation/city")
    (problem,) = _problems(layer)
    assert ("missing-field", "/organisation/city") == (problem.code, problem.path)
    assert "add /organisation as a whole" == problem.hint
    assert [("nothing-there", "/organisation/city")] == codes(
        sr.layer("a").replace("/organisation/city", "Moscow")
    )


def _problems(layer: sr.Layer) -> tuple[sr.Problem, ...]:
    with pytest.raises(sr.ComposeError) as caught:
        sr.compose(base(), layer)
    return caught.value.problems


def test_lists_keep_their_bounds() -> None:
    """A list that would be too short or too long is refused, and so is an amount."""
    draft = sr.regulation("r", title="R", language="en").add(
        sr.working_day("09:00-18:00", language="en")
    )
    layer = (
        sr.layer("a").remove("/calendars/working-time/week/0").replace("/title", "T")
    )
    with pytest.raises(sr.ComposeError) as caught:
        sr.compose(draft.build(), layer)
    assert [("out-of-bounds", "/calendars/working-time/week/0")] == told(caught.value)
    assert [("out-of-bounds", "/roles/manager/headcount")] == codes(
        sr.layer("a").adjust("/roles/manager/headcount", -9)
    )
    assert [("not-adjustable", "/title")] == codes(sr.layer("a").adjust("/title", 1))


def test_unions() -> None:
    """A field that only another kind of thing has is not there."""
    held = {"text": "Big", "condition": {"kind": "flag", "field": "big"}}
    with_field = (
        sr.layer("a")
        .add(sr.field("big", title="Big deal"))
        .add(held, to="/stages/new/exit")
    )
    deal = sr.compose(base(), with_field)
    plain = sr.from_dict(deal.to_dict())
    here = "/stages/new/exit/0/condition"
    with pytest.raises(sr.ComposeError) as caught:
        sr.compose(plain, sr.layer("b").replace(f"{here}/at_least", "5"))
    assert [("no-such-path", f"{here}/at_least")] == told(caught.value)
    made = sr.compose(plain, sr.layer("b").replace(f"{here}/field", "small"))
    assert "small" == made.at("/stages/0/exit/0/condition/field")


def test_one_place_by_two_names() -> None:
    """A layer that names a place by key and by position says two things of it."""
    layer = (
        sr.layer("a")
        .replace("/roles/1/title", "A")
        .replace("/roles/manager/title", "B")
    )
    assert [("said-twice", "/roles/manager/title")] == codes(layer)


ELSEWHERE = {
    "bad-value",
    "missing-field",
    "no-home",
    "unknown-field",
    "unknown-format",
    "unreadable-file",
    "wrong-type",
}
"""Codes of problems that regulations have as well."""


def test_codes_are_on_the_page() -> None:
    """Every code of a problem that only layers have is explained in the reference."""
    said: set[str] = set()
    for source in Path(package.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _name(call) in {"Problem", "invalid"}:
                said |= _texts(call.args[:1])
            elif isinstance(call, ast.Call) and _name(call) == "wrong":
                said |= _texts(call.args[3:])
    table = PAGE.read_text("utf-8").partition("| code | what is wrong |")[2]
    rows = re.findall(r"^\| (`.+?) \|", table.partition("\n\n")[0], re.MULTILINE)
    shown = {code for row in rows for code in re.findall("`(.+?)`", row)}
    assert shown == said - ELSEWHERE


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _texts(nodes: list[ast.expr]) -> set[str]:
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_a_part_overrides_a_plain_whole() -> None:
    """What overrides a part holds over a whole that does not, whichever is later."""
    whole = sr.layer("a").replace("/roles/manager", {"title": "Seller"})
    part = sr.layer("b").override("/roles/manager/title", "Agent")
    assert sr.Role(key="manager", title="Agent") == composed(whole, part).roles[1]


def test_overrides_what_another_adds() -> None:
    """What overrides may stand over what only another layer has, not over nothing."""
    one = sr.layer("a").add("Sells.", to="/roles/manager/purpose")
    strong = sr.layer("b").override("/roles/manager/purpose", "Advises.")
    assert "Advises." == composed(one, strong).roles[1].purpose
    nothing = sr.layer("b").override("/roles/engineer/purpose", "Draws.")
    assert [("nothing-there", "/roles/engineer/purpose")] == codes(engineer(), nothing)


def test_changes_of_what_another_adds() -> None:
    """What another layer adds is changed by nobody who does not override."""
    for late in (
        sr.layer("b").replace("/roles/engineer/purpose", "Draws."),
        sr.layer("b").add("Builder", to="/roles/engineer/title"),
        sr.layer("b").remove("/roles/engineer/skills"),
    ):
        ((code, _),) = codes(engineer(), late)
        assert "conflict" == code


def test_removed_from_what_another_replaces() -> None:
    """Who removes what the new whole does not have wants the same."""
    whole = sr.layer("a").replace("/scope", {"purpose": "Order."})
    part = sr.layer("b").remove("/scope/units")
    assert sr.Scope(purpose="Order.") == composed(whole, part).scope
    role = sr.layer("a").replace("/roles/manager", {"title": "Seller"})
    deeper = sr.layer("b").remove("/roles/manager/portfolio/most")
    assert "Seller" == composed(role, deeper).roles[1].title
    other = sr.layer("b").remove("/scope/purpose")
    assert [("conflict", "/scope/purpose")] == codes(whole, other)


def test_nothing_is_kept_of_what_is_removed() -> None:
    """An item of a list that another layer removes is kept by nobody."""
    gone = sr.layer("a").remove("/prohibitions")
    plain = sr.layer("b").replace("/prohibitions/gifts", {"text": "None."})
    strong = sr.layer("c").override("/prohibitions/gifts", {"text": "Never."})
    found = codes(gone, plain, strong)
    assert {("conflict", "/prohibitions/gifts")} == set(found)


def test_a_key_that_comes_twice() -> None:
    """Of two items with one key the first has it; the other is counted."""
    roles = [{"key": key, "title": key} for key in ("x", "x", "1")]
    draft = sr.from_dict(
        {"format": "salesreg/1", "key": "r", "title": "R", "roles": roles}
    )
    layer = (
        sr.layer("a")
        .replace("/roles/x/title", "First")
        .replace("/roles/1/title", "Named by its key")
        .remove("/roles/#1")
    )
    made = sr.compose(draft, layer.add(sr.role("y", title="Y")))
    assert ["First", "Named by its key", "Y"] == [role.title for role in made.roles]


def test_a_whole_by_its_place() -> None:
    """An item that has a key is replaced under its key, not by its place."""
    layer = sr.layer("a").replace("/roles/1", {"title": "Seller"})
    (problem,) = _problems(layer)
    assert ("other-key", "name it by its key") == (problem.code, problem.hint)


def test_hints() -> None:
    """What is not there to be replaced may be meant to be added."""
    (problem,) = _problems(sr.layer("a").replace("/roles/manager/purpose", "P"))
    assert "add it" == problem.hint
    (problem,) = _problems(sr.layer("a").remove("/roles/manager/purpose"))
    assert problem.hint is None
