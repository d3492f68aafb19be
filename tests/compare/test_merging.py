"""Merges: what two sides changed, in one regulation, or named as a conflict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.changes import Renamed
from salesreg.compare.conflicts import Conflict
from salesreg.compare.three import laid_together
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of
from salesreg.testing import editions, laws

DATA: dict[str, Any] = {
    "format": "salesreg/1",
    "key": "r",
    "title": "Rules",
    "language": "en",
    "roles": [
        {"key": "head", "title": "Head of sales"},
        {"key": "manager", "title": "Manager", "purpose": "Sells."},
    ],
    "stages": [
        {
            "key": "new",
            "title": "New",
            "owner": "manager",
            "norm": {"limit": "30 min", "target": "15 min"},
        },
        {"key": "talk", "title": "Talk", "owner": "manager"},
        {"key": "won", "title": "Won", "kind": "won"},
    ],
    "procedures": [
        {
            "key": "call",
            "title": "Call",
            "steps": [
                {"key": "dial", "title": "Dial"},
                {"key": "talk", "title": "Talk", "after": ["dial"]},
            ],
        }
    ],
    "calendars": [
        {
            "key": "office",
            "title": "Office",
            "time_zone": "Europe/Moscow",
            "week": [{"days": ["monday"], "window": "09:00-18:00"}],
        }
    ],
}
BASE = sr.from_dict(DATA)
LIMIT = "/stages/new/norm/limit"


def side(**edits: object) -> Regulation:
    """Return the base with other values, by path with `__` for a slash."""
    made = sr.what_if(BASE, {}).regulation
    return sr.what_if(
        made, {"/" + path.replace("__", "/"): value for path, value in edits.items()}
    ).regulation


def outcome(*three: Regulation) -> Regulation | tuple[Conflict, ...]:
    """Return the merge, or its conflicts."""
    try:
        return sr.merge(*three)
    except sr.MergeError as error:
        return error.conflicts


def conflicts(
    ours: Regulation, theirs: Regulation, base: Regulation = BASE
) -> list[Conflict]:
    """Return the conflicts of a merge."""
    with pytest.raises(sr.MergeError) as caught:
        sr.merge(base, ours, theirs)
    return list(caught.value)


@given(editions(2))
def test_one_side(pair: tuple[Regulation, Regulation]) -> None:
    """What one side alone changes, or both alike, is the merge."""
    laws.merge_keeps_one_side(*pair)


@pytest.mark.parametrize("law", [laws.merge_is_symmetric, laws.merge_resolves])
def test_laws_of_three(law: Callable[..., None]) -> None:
    """The laws of merges hold for sides that go apart and that follow one another."""

    @settings(max_examples=150)
    @given(editions(3), st.data())
    def check(chain: tuple[Regulation, ...], data: st.DataObject) -> None:
        law(*chain)
        base, ours = chain[1], chain[0]
        law(base, ours, chain[2])

    check()


@settings(max_examples=150)
@given(editions(2), st.data())
def test_halves(pair: tuple[Regulation, Regulation], data: st.DataObject) -> None:
    """An edition whose fields are parted between two sides is their merge."""
    base, new = pair
    names = list(fields_of(Regulation))
    mine = data.draw(st.sets(st.sampled_from(names)))
    halves = [
        evolve(base, **{name: getattr(new, name) for name in chosen})  # type: ignore[arg-type]
        for chosen in (mine, set(names) - mine)
    ]
    assume(
        not any(
            isinstance(one, Renamed) for half in halves for one in sr.diff(base, half)
        )
    )
    found = outcome(base, *halves)
    if isinstance(found, tuple):
        assert {"referred"} == {one.reason for one in found}
    else:
        assert new == found


def test_fields_and_things() -> None:
    """Fields of one thing, and things of one list, are merged one by one."""
    ours = side(
        stages__new__norm__limit="20 min",
        stages__lost={"title": "Lost", "kind": "lost"},
    )
    theirs = side(
        stages__new__norm__target="10 min", stages__demo={"title": "Demo"}, title="Rule"
    )
    made = sr.merge(BASE, ours, theirs)
    assert ("20 min", "10 min") == (
        str(made.at("/stages/0/norm/limit")),
        str(made.at("/stages/0/norm/target")),
    )
    assert "Rule" == made.title
    assert ["new", "talk", "won", "lost", "demo"] == [one.key for one in made.stages]


@pytest.mark.parametrize(
    ("ours", "theirs", "path", "reason", "said"),
    [
        (
            {"stages__new__norm__limit": "20 min"},
            {"stages__new__norm__limit": "40 min"},
            LIMIT,
            "changed",
            (
                "clause 2.1.2: both sides change it: base '30 min', ours '20 min',"
                " theirs '40 min'"
            ),
        ),
        (
            {"stages__talk": None},
            {"stages__talk__text": "Listen."},
            "/stages/talk",
            "removed",
            (
                "clause 2.2: one side takes away what the other changes: base 'Talk',"
                " ours nothing, theirs 'Talk'"
            ),
        ),
        (
            {"roles__lawyer": {"title": "Lawyer"}},
            {"roles__lawyer": {"title": "Solicitor"}},
            "/roles/lawyer/title",
            "changed",
            (
                "clause 1.3: both sides change it: base nothing, ours 'Lawyer',"
                " theirs 'Solicitor'"
            ),
        ),
        (
            {"roles__head": None},
            {"stages__won__owner": "head"},
            "/roles/head",
            "referred",
            (
                "clause 1.1: one side takes away what the other refers to:"
                " base 'Head of sales', ours nothing, theirs 'Head of sales'"
            ),
        ),
        (
            {"stages__new__participants": ["head"]},
            {"stages__new__participants": ["head", "manager"]},
            "/stages/new/participants",
            "changed",
            (
                "clause 2.1.1: both sides change it: base nothing, ours head,"
                " theirs head, manager"
            ),
        ),
    ],
)
def test_conflicts(ours: Any, theirs: Any, path: str, reason: str, said: str) -> None:
    """A conflict names its place, its clause and what each side says."""
    one, other = side(**ours), side(**theirs)
    (found,) = conflicts(one, other)
    assert (path, reason) == (found.path, found.reason)
    hint = "say which holds: ours, theirs, base, or a value of its own"
    assert f"{said} (at {path}); {hint}" == str(found)
    assert found.swapped == conflicts(other, one)[0]


def test_what_does_not_go_together() -> None:
    """Fields that each side may have alone, and nobody both, are a conflict."""
    day = "calendars__office__week__0__window"
    ours, theirs = side(**{day: "17:00-18:00"}), side(**{day: "09:00-17:00"})
    assert ["/calendars/office/week/0/window"] == [
        one.path for one in conflicts(ours, theirs)
    ]


def test_data_of_conflicts() -> None:
    """A conflict is plain data too."""
    ours, theirs = (side(stages__new__norm__limit=f"{time} min") for time in (20, 40))
    expected = {
        "path": LIMIT,
        "reason": "changed",
        "clause": "2.1.2",
        "base": "30 min",
        "ours": "20 min",
        "theirs": "40 min",
    }
    assert [expected] == [one.to_dict() for one in conflicts(ours, theirs)]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("ours", "20 min"),
        ("theirs", "40 min"),
        ("base", "30 min"),
        ("25 min", "25 min"),
        (sr.duration("25 min"), "25 min"),
    ],
)
def test_resolved(choice: object, expected: str) -> None:
    """A conflict is resolved by a side or by a value, as data or typed."""
    ours, theirs = (side(stages__new__norm__limit=f"{time} min") for time in (20, 40))
    made = sr.merge(BASE, ours, theirs, resolve={LIMIT: choice})
    assert expected == str(made.at("/stages/0/norm/limit"))


def test_resolved_by_removal() -> None:
    """A thing that one side took away is kept, or goes, as is chosen."""
    ours, theirs = side(stages__talk=None), side(stages__talk__text="Listen.")
    place = "/stages/talk"
    for choice, keys in (
        ("ours", ["new", "won"]),
        (None, ["new", "won"]),
        ("theirs", ["new", "talk", "won"]),
        ("base", ["new", "talk", "won"]),
        ({"key": "talk", "title": "Speak"}, ["new", "talk", "won"]),
    ):
        made = sr.merge(BASE, ours, theirs, resolve={place: choice})
        assert keys == [one.key for one in made.stages]


def test_resolved_reference() -> None:
    """What is still referred to comes back, or goes knowingly."""
    ours, theirs = side(roles__head=None), side(stages__won__owner="head")
    kept = sr.merge(BASE, ours, theirs, resolve={"/roles/head": "theirs"})
    assert ["head", "manager"] == [one.key for one in kept.roles]
    gone = sr.merge(BASE, ours, theirs, resolve={"/roles/head": "ours"})
    assert ["manager"] == [one.key for one in gone.roles]


def test_a_step_that_is_still_needed() -> None:
    """A step that one side took away and the other refers to is a conflict."""
    place = "/procedures/call/steps/dial"
    ours = BASE.replace("/procedures/0/steps/1/after", ())
    ours = ours.replace("/procedures/0/steps", ours.procedures[0].steps[1:])
    theirs = side(procedures__call__steps__note={"title": "Note", "after": ["dial"]})
    (found,) = conflicts(ours, theirs)
    assert (place, "referred", None) == (found.path, found.reason, found.ours)
    other = evolve(BASE.procedures[0], key="mail")  # type: ignore[misc]
    moved = evolve(ours, procedures=(other, *ours.procedures))
    assert [place] == [one.path for one in conflicts(moved, theirs)]
    kept = sr.merge(BASE, ours, theirs, resolve={place: "theirs"})
    assert ["dial", "talk", "note"] == [one.key for one in kept.procedures[0].steps]


def test_a_list_that_is_one_fact() -> None:
    """Where keys are there twice, the list is whole, and so is the conflict over it."""
    manager = BASE.roles[1]
    ours = evolve(BASE, roles=(manager, manager))
    theirs = side(stages__won__owner="head")
    (found,) = conflicts(ours, theirs)
    assert ("/roles", "referred") == (found.path, found.reason)
    assert (BASE.roles, ours.roles, BASE.roles) == (
        found.base,
        found.ours,
        found.theirs,
    )
    for choice, roles in (("ours", ours.roles), ("theirs", BASE.roles)):
        made = sr.merge(BASE, ours, theirs, resolve={"/roles": choice})
        assert roles == made.roles


def test_what_was_missing_is_no_conflict() -> None:
    """A reference to nothing that a side has itself is left to the checks."""
    ours, theirs = side(roles__manager=None), side(title="Rule")
    assert "Rule" == sr.merge(BASE, ours, theirs).title


@pytest.mark.parametrize(
    ("resolve", "told"),
    [
        (
            {"/stages/new/norm/limt": "ours"},
            (
                "no-conflict: there is no conflict at '/stages/new/norm/limt' to be"
                " resolved (at /stages/new/norm/limt);"
                " did you mean '/stages/new/norm/limit'?"
            ),
        ),
        (
            {LIMIT: "25 minuts"},
            (
                "bad-value: must be a duration such as '15 min working' or"
                " '2 business days', got '25 minuts' (at /stages/new/norm/limit);"
                " did you mean '25 minutes'?"
            ),
        ),
        (
            {"/stages/new/norm": {"limit": 5}},
            (
                "wrong-type: must be a duration such as '15 min working' or"
                " '2 business days', got 5 (a whole number)"
                " (at /stages/new/norm/limit)"
            ),
        ),
        (
            {LIMIT: "ours", "/title": "ours"},
            "no-conflict: there is no conflict at '/title' to be resolved (at /title)",
        ),
    ],
)
def test_wrong_resolutions(resolve: Any, told: str) -> None:
    """A resolution for no conflict, or with no value for it, is told."""
    ours, theirs = (side(stages__new__norm__limit=f"{time} min") for time in (20, 40))
    with pytest.raises(sr.InvalidValue) as caught:
        sr.merge(BASE, ours, theirs, resolve=resolve)
    (problem,) = caught.value.problems
    assert told == f"{problem.code}: {problem}"


def ordered(*keys: str) -> Regulation:
    """Return the base with its stages in another order."""
    by_key = {stage.key: stage for stage in BASE.stages}
    return evolve(BASE, stages=tuple(by_key[key] for key in keys))


def test_orders() -> None:
    """An order is what one side gives; two orders are a conflict."""
    ours, theirs = ordered("talk", "new", "won"), ordered("new", "won", "talk")
    (found,) = conflicts(ours, theirs)
    assert ("/stages", "order") == (found.path, found.reason)
    hint = "say which holds: ours, theirs, base, or a value of its own"
    assert (
        "clause 2: both sides put it in another order: base new, talk, won,"
        f" ours talk, new, won, theirs new, won, talk (at /stages); {hint}"
    ) == str(found)
    for choice, expected in (("ours", ours), ("theirs", theirs)):
        assert expected == sr.merge(BASE, ours, theirs, resolve={"/stages": choice})
    more = side(stages__lost={"title": "Lost", "kind": "lost"})
    for sides in ((ours, more), (more, ours)):
        made = sr.merge(BASE, *sides)
        assert ["talk", "new", "won", "lost"] == [one.key for one in made.stages]


def test_laid_together() -> None:
    """What each has alone stays behind what it stood behind."""
    assert list("xaybc") == laid_together(list("abc"), list("xaybc"))
    assert list("axyb") == laid_together(list("axb"), list("ayb"))
    assert list("ab") == laid_together([], list("ab"))


def renamed(regulation: Regulation, key: str) -> Regulation:
    """Return a regulation whose manager has another key, which is followed."""
    data = sr.dumps(regulation, format="json").replace('"manager"', f'"{key}"')
    return sr.loads(data, format="json")


def test_another_key() -> None:
    """What one side renames, the other may change and refer to."""
    ours = renamed(BASE, "seller")
    theirs = side(roles__manager__purpose="Sells more.", stages__won__owner="manager")
    for sides in ((ours, theirs), (theirs, ours)):
        made = sr.merge(BASE, *sides)
        assert renamed(theirs, "seller") == made
    assert ours == sr.merge(BASE, ours, renamed(BASE, "seller"))


def test_two_other_keys() -> None:
    """Two new keys for one thing are a conflict, which a key resolves."""
    ours, theirs = renamed(BASE, "seller"), renamed(BASE, "agent")
    (found,) = conflicts(ours, theirs)
    assert ("/roles/manager/key", "renamed") == (found.path, found.reason)
    assert ("manager", "seller", "agent") == (found.base, found.ours, found.theirs)
    assert "1.2" == found.clause
    for choice, key in (
        ("ours", "seller"),
        ("theirs", "agent"),
        ("base", "manager"),
        ("clerk", "clerk"),
    ):
        resolve = {"/roles/manager/key": choice}
        made = sr.merge(BASE, ours, theirs, resolve=resolve)
        assert renamed(BASE, key) == made


def test_a_key_that_is_taken() -> None:
    """A new key that the other side gave to something else makes two things."""
    ours = renamed(BASE, "seller")
    theirs = side(
        roles__seller={"title": "Seller"}, roles__manager__purpose="Sells more."
    )
    for sides in ((ours, theirs), (theirs, ours)):
        assert {"/roles/manager", "/roles/seller/title", "/roles/seller/purpose"} == {
            one.path for one in conflicts(*sides)
        }


def test_a_key_that_was_taken() -> None:
    """A new key that something else had before is a conflict over that thing."""
    roles = (*BASE.roles, evolve(BASE.roles[0], key="seller", title="Seller"))  # type: ignore[misc]
    base = evolve(BASE, roles=roles)
    ours, theirs = renamed(BASE, "seller"), BASE
    for sides in ((ours, theirs), (theirs, ours)):
        assert ["/roles/seller"] == [one.path for one in conflicts(*sides, base=base)]


def test_two_other_keys_of_a_step() -> None:
    """Where a step had two new keys, the old one can be chosen for it, too."""
    ours, theirs = (
        BASE.replace("/procedures/0/steps/0/key", key).replace(
            "/procedures/0/steps/1/after", (key,)
        )
        for key in ("ring", "phone")
    )
    place = "/procedures/call/steps/dial/key"
    (found,) = conflicts(ours, theirs)
    assert (place, "dial", "ring", "phone") == (
        found.path,
        found.base,
        found.ours,
        found.theirs,
    )
    assert BASE == sr.merge(BASE, ours, theirs, resolve={place: "base"})
    assert theirs == sr.merge(BASE, ours, theirs, resolve={place: "theirs"})


def test_only_references_follow() -> None:
    """A text that happens to be the old key stays, and so do steps of other work."""
    data = {
        **DATA,
        "title": "dial",
        "procedures": [
            *DATA["procedures"],
            {
                "key": "mail",
                "title": "Mail",
                "steps": [
                    {"key": "dial", "title": "dial"},
                    {"key": "send", "title": "Send", "after": ["dial"]},
                ],
            },
        ],
    }
    base = sr.from_dict(data)
    ours = base.replace("/procedures/0/steps/0/key", "ring")
    ours = ours.replace("/procedures/0/steps/1/after", ("ring",))
    theirs = base.replace("/procedures/0/steps/0/text", "By hand.")
    made = sr.merge(base, ours, theirs)
    assert ours.replace("/procedures/0/steps/0/text", "By hand.") == made


def test_steps() -> None:
    """A step that is renamed is followed in its procedure."""
    ours = BASE.replace("/procedures/0/steps/0/key", "ring")
    ours = ours.replace("/procedures/0/steps/1/after", ("ring",))
    theirs = side(
        procedures__call__steps__note={"title": "Note", "after": ["dial"]},
        procedures__call__steps__dial__text="By hand.",
    )
    made = sr.merge(BASE, ours, theirs)
    assert [("ring", ()), ("talk", ("ring",)), ("note", ("ring",))] == [
        (step.key, step.after) for step in made.procedures[0].steps
    ]
    assert "By hand." == made.procedures[0].steps[0].text
