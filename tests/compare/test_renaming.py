"""Renaming: a thing under another key is the same thing, and the laws still hold."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.changes import Changed, Renamed, paths_of
from salesreg.compare.renaming import followers, inner
from salesreg.model.regulation import Regulation
from salesreg.testing import editions, laws, regulations

DATA: dict[str, Any] = {
    "format": "salesreg/1",
    "key": "r",
    "title": "Rules",
    "language": "en",
    "roles": [
        {"key": "head", "title": "Head of sales"},
        {"key": "manager", "title": "Manager", "reports_to": "head"},
    ],
    "stages": [
        {"key": "new", "title": "New", "owner": "manager", "participants": ["head"]},
        {"key": "won", "title": "Won", "kind": "won", "owner": "head"},
    ],
    "procedures": [
        {
            "key": "call",
            "title": "Call",
            "steps": [
                {"key": "dial", "title": "Dial", "role": "manager"},
                {"key": "talk", "title": "Talk", "after": ["dial"]},
            ],
        },
        {
            "key": "mail",
            "title": "Mail",
            "steps": [
                {"key": "dial", "title": "Look up"},
                {"key": "talk", "title": "Write", "after": ["dial"]},
            ],
        },
    ],
    "fields": [{"key": "sum", "title": "Sum", "type": "number"}],
    "qualifications": [
        {
            "key": "q",
            "title": "Q",
            "criteria": [
                {
                    "title": "Large",
                    "condition": {"kind": "number", "field": "sum", "at_least": "1"},
                }
            ],
        }
    ],
}
OLD = sr.from_dict(DATA)


def changed(*edits: tuple[str, object]) -> Regulation:
    """Return the regulation with other values at some places."""
    made = OLD
    for path, value in edits:
        made = made.replace(path, value)
    return made


def renamed(old: Regulation, new: Regulation) -> list[tuple[str, str]]:
    """Return the old and new places of what a diff says is renamed."""
    found = sr.diff(old, new)
    return [paths_of(one) for one in found if isinstance(one, Renamed)]  # type: ignore[misc]


SELLER = (
    ("/roles/1/key", "seller"),
    ("/stages/0/owner", "seller"),
    ("/procedures/0/steps/0/role", "seller"),
)


def test_a_thing_with_another_key() -> None:
    """It is renamed, and what refers to it does nothing but follow."""
    found = sr.diff(OLD, changed(*SELLER))
    (one,) = [change for change in found if isinstance(change, Renamed)]
    assert ("/roles/manager", "/roles/seller") == paths_of(one)
    assert [] == list(inner(one))
    led = list(followers(found))
    assert [("/roles/manager",), ("/roles/manager",)] == [one.of for one in led]
    assert {"/procedures/call/steps/dial/role", "/stages/new/owner"} == {
        one.change.path for one in led
    }
    # The fourth says the order of the keys on both sides.
    assert 2 + len(led) == len(found)


def test_what_else_changes_in_it() -> None:
    """A thing that keeps its title may change; the change is told at its new place."""
    found = sr.diff(OLD, changed(*SELLER, ("/roles/1/headcount", 3)))
    (one,) = [change for change in found if isinstance(change, Renamed)]
    assert (Changed("/roles/seller/headcount", None, 3),) == tuple(inner(one))


def test_another_title() -> None:
    """A thing that kept all but its title is the same; one of titles only is not."""
    new = changed(("/stages/1/key", "success"), ("/stages/1/title", "Success"))
    assert [("/stages/won", "/stages/success")] == renamed(OLD, new)
    bare = changed(("/roles/0/key", "boss"), ("/roles/0/title", "Boss"))
    assert [] == renamed(OLD, bare)


def test_what_could_be_meant_is_no_guess() -> None:
    """Two things that came and look alike leave open which of them it was."""
    twins = tuple(evolve(OLD.roles[0], key=key) for key in ("one", "two"))  # type: ignore[misc]
    new = evolve(OLD, roles=(*twins, OLD.roles[1]))
    assert [] == renamed(OLD, new)
    assert [] == renamed(new, OLD)


def test_others_are_found_after() -> None:
    """What is left alone once another is paired is paired too, and both ways."""
    twins = [evolve(OLD.roles[0], key=key) for key in ("one", "two")]  # type: ignore[misc]
    others = [evolve(OLD.roles[0], key=key) for key in ("three", "four")]  # type: ignore[misc]
    twins[0], others[0] = (
        evolve(one, purpose="Leads.")  # type: ignore[misc]
        for one in (twins[0], others[0])
    )
    old, new = evolve(OLD, roles=tuple(twins)), evolve(OLD, roles=tuple(others))
    expected = [("/roles/one", "/roles/three"), ("/roles/two", "/roles/four")]
    assert expected == renamed(old, new)
    laws.diff_inverts(old, new)


def test_what_goes_beside_what_is_renamed() -> None:
    """One thing may go, or come, while another one of its list has a new key."""
    seller = evolve(OLD.roles[1], key="seller", reports_to=None)  # type: ignore[misc]
    new = evolve(OLD, roles=(seller,), stages=(), procedures=())
    old = evolve(OLD, stages=(), procedures=())
    assert [("/roles/manager", "/roles/seller")] == renamed(old, new)
    laws.diff_applies(old, new)
    laws.diff_applies(new, old)
    assert "/roles/head" in {one.path for one in sr.diff(old, new)}


def test_a_thing_is_renamed_in_its_list() -> None:
    """What goes in one list and comes in another one is not one thing."""
    call, mail = OLD.procedures
    new = evolve(
        OLD,
        procedures=(
            evolve(call, steps=call.steps[:1]),  # type: ignore[misc]
            evolve(
                mail,  # type: ignore[misc]
                steps=(*mail.steps, evolve(call.steps[1], key="more", after=("talk",))),  # type: ignore[misc]
            ),
        ),
    )
    assert [] == renamed(OLD, new)
    laws.diff_applies(OLD, new)


def test_things_without_a_title() -> None:
    """What has no title is known by all the rest that it says, or by its text."""
    unit = {"key": "form", "one": "form", "many": "forms"}
    right = {"key": "own", "tool": "crm", "roles": ["head"], "level": "view"}
    texts = {"units": [unit], "access": [{**right, "text": "Secret."}, right]}
    texts["access"][1] = {**right, "key": "all", "level": "edit"}
    old = sr.from_dict({**DATA, **texts})
    new = old.replace("/units/0/key", "sheet").replace("/access/0/key", "mine")
    new = new.replace("/access/0/level", "edit").replace("/access/1/key", "each")
    expected = [
        ("/access/all", "/access/each"),
        ("/access/own", "/access/mine"),
        ("/units/form", "/units/sheet"),
    ]
    assert expected == renamed(old, new)


def test_only_what_follows_is_led() -> None:
    """A reference that goes elsewhere, or a list that says more, is a change."""
    boss = (("/roles/0/key", "boss"), ("/roles/1/reports_to", "boss"))
    more = changed(
        *boss,
        ("/stages/1/owner", "manager"),
        ("/stages/0/participants", ("boss", "manager")),
    )
    led = {one.change.path for one in followers(sr.diff(OLD, more))}
    assert {"/roles/manager/reports_to"} == led
    assert "Head of sales" in str(sr.diff(OLD, more))


def test_steps_are_known_in_their_procedure() -> None:
    """A step's new key is followed in its own procedure, not in another one."""
    new = changed(
        ("/procedures/0/steps/0/key", "ring"),
        ("/procedures/0/steps/1/after", ("ring",)),
        ("/procedures/1/steps/1/after", ("ring",)),
    )
    led = [one.change.path for one in followers(sr.diff(OLD, new))]
    assert ["/procedures/call/steps/talk/after"] == led


def test_conditions_follow() -> None:
    """A condition in which nothing but the key of a field changes follows it."""
    place = "/qualifications/0/criteria/0/condition"
    held = OLD.at(place)
    new = changed(("/fields/0/key", "amount"), (place, evolve(held, field="amount")))
    (led,) = followers(sr.diff(OLD, new))
    assert ("/fields/sum",) == led.of
    other = changed(
        ("/fields/0/key", "amount"),
        (place, evolve(held, field="amount", above=held.at_least, at_least=None)),
    )
    found = {one.change.path for one in followers(sr.diff(OLD, other))}
    assert all(path.endswith("/field") for path in found)


def gated(
    kind: str, *fields: str, least: str = "1", bound: str = "at_least"
) -> Regulation:
    """Return the regulation with a condition over fields, and those fields."""
    parts = [{"kind": "number", "field": name, bound: least} for name in fields]
    data = {
        **DATA,
        "fields": [
            {"key": name, "title": f"Field {place}", "type": "number"}
            for place, name in enumerate(fields)
        ],
        "qualifications": [
            {
                "key": "q",
                "title": "Q",
                "criteria": [{"title": "C", "condition": {"kind": kind, "of": parts}}],
            }
        ],
    }
    return sr.from_dict(data)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (gated("all", "sum", "age"), [("/fields/size",)]),
        (gated("all", "sum", "years"), [("/fields/size", "/fields/age")]),
        (gated("any", "sum", "age"), []),
        (gated("all", "sum", "age", least="2"), []),
        (gated("all", "sum", "age", bound="above"), []),
        (gated("all", "sum"), []),
        (gated("all", "sum", "age", "more"), []),
    ],
)
def test_whole_conditions_follow(new: Regulation, expected: list[Any]) -> None:
    """A condition compared whole follows when keys, and nothing else, change in it."""
    old = gated("all", "size", "age")
    assert expected == [one.of for one in followers(sr.diff(old, new))]


def _with(regulation: Regulation, condition: dict[str, Any]) -> dict[str, Any]:
    criterion = {"title": "C", "condition": condition}
    held = [{"key": "q", "title": "Q", "criteria": [criterion]}]
    return {**regulation.to_dict(), "qualifications": held}


def test_another_kind_of_condition_does_not_follow() -> None:
    """A single condition that becomes one of another kind says more than a new key."""
    flag, number = (
        {"kind": "not", "of": {"kind": kind, "field": name, **more}}
        for kind, name, more in (
            ("flag", "size", {}),
            ("number", "sum", {"at_least": "1"}),
        )
    )
    old, new = gated("all", "size"), gated("all", "sum")
    place = "/qualifications/0/criteria/0/condition"
    held = [sr.from_dict(_with(one, of)) for one, of in ((old, flag), (new, number))]
    assert ["/fields/size"] == [
        one.path for one in sr.diff(*held) if isinstance(one, Renamed)
    ]
    assert held[0].at(place) != held[1].at(place)
    assert [] == list(followers(sr.diff(*held)))


@given(regulations(size="small"), st.data())
def test_laws_with_renamed_things(regulation: Regulation, data: st.DataObject) -> None:
    """Diffs with renamed things apply, turn round, join and are read back."""
    paths = [
        f"/{name}/{place}"
        for name in ("roles", "stages", "kpis", "documents", "procedures")
        for place, _ in enumerate(getattr(regulation, name))
    ]
    if not paths:
        return
    chain = [regulation]
    for key in ("first-new-key", "second-new-key"):
        path = data.draw(st.sampled_from(paths))
        chain.append(chain[-1].replace(f"{path}/key", key))
    for old, new in ((chain[0], chain[1]), (chain[0], chain[2])):
        laws.diff_applies(old, new)
        laws.diff_inverts(old, new)
        laws.diff_is_read_back(old, new)
    laws.diff_chains(*chain)


@pytest.mark.parametrize("count", [2])
def test_editions_may_rename(count: int) -> None:
    """The strategy of editions brings renamed things too."""
    from hypothesis import find

    found = find(editions(count), lambda pair: bool(renamed(*pair)))
    assert renamed(*found)
