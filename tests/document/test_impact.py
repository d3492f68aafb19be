"""Impact: whom a change touches and how, which papers change, since when."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import salesreg as sr
from salesreg.compare.changes import Change, Reordered
from salesreg.document.blocks import Table
from salesreg.document.impact import FATES, RELATIONS, Impact
from salesreg.document.text import visible
from salesreg.document.words import words_of
from salesreg.model.regulation import Language, Regulation
from salesreg.paths.relations import RELATIONS as KNOWN
from salesreg.testing import editions
from salesreg.testing.laws.sound import faults

DATA: dict[str, Any] = {
    "format": "salesreg/1",
    "key": "r",
    "title": "Rules",
    "language": "en",
    "acknowledging": {"roles": ["manager"]},
    "revision": {"number": "1.0", "in_force_from": "2026-01-01"},
    "roles": [
        {"key": "head", "title": "Head", "purpose": "Leads."},
        {"key": "manager", "title": "Manager", "purpose": "Sells."},
        {"key": "lawyer", "title": "Lawyer", "purpose": "Advises."},
    ],
    "stages": [
        {"key": "new", "title": "New", "owner": "manager", "norm": {"limit": "30 min"}}
    ],
    "documents": [{"key": "act", "title": "Act", "annex": "form", "signers": ["head"]}],
    "reports": [{"key": "daily", "title": "Daily", "kpis": ["calls"]}],
    "trainings": [{"key": "intro", "title": "Intro", "roles": ["manager"]}],
    "kpis": [{"key": "calls", "title": "Calls", "roles": ["manager"]}],
    "annexes": [{"key": "form", "title": "Form", "text": "To sign."}],
    "pay_plans": [
        {"key": "pay", "title": "Pay", "roles": ["manager"], "fixed": "60000 RUB"}
    ],
}
OLD = sr.from_dict(DATA)


def of(new: Regulation, old: Regulation = OLD) -> Impact:
    """Return what a change means."""
    return sr.impact(sr.diff(old, new), old, new)


def rows(found: Impact, place: int) -> list[list[str]]:
    """Return the rows of the table in one of the sections, as a reader sees them."""
    (table,) = found.document.sections[place].blocks
    assert isinstance(table, Table)
    return [[visible(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("/roles/1/purpose", "Sells more.", {"manager": ("itself",)}),
        ("/stages/0/norm/limit", sr.duration("15 min"), {"manager": ("responsible",)}),
        ("/pay_plans/0/fixed", sr.money("70000 RUB"), {"manager": ("paid",)}),
        ("/kpis/0/title", "Talks", {"manager": ("controlled",)}),
        ("/trainings/0/title", "Start", {"manager": ("performer",)}),
        ("/annexes/0/text", "Sign here.", {"head": ("responsible",)}),
        ("/title", "Rules of sale", {}),
    ],
)
def test_relations(path: str, value: object, expected: dict[str, Any]) -> None:
    """A change touches who answers, works, is paid or is measured by what changes."""
    found = of(OLD.replace(path, value))
    assert expected == {one.role: one.relations for one in found.roles}


def test_who_signs_again() -> None:
    """Touched roles acknowledge again, as far as they must acknowledge at all."""
    new = OLD.replace("/roles/1/purpose", "Sells more.")
    new = new.replace("/roles/0/purpose", "Leads and sells.")
    assert ("manager",) == of(new).signing
    assert [("head", False), ("manager", True)] == [
        (one.role, one.signs) for one in of(new).roles
    ]


def test_a_stage_changes_hands() -> None:
    """Both who gives up a stage and who takes it over are touched by its change."""
    found = of(OLD.replace("/stages/0/owner", "lawyer"))
    assert {
        "manager": (("responsible",), ("3.1",), ()),
        "lawyer": (("responsible",), (), ("3.1",)),
    } == {one.role: (one.relations, one.before, one.after) for one in found.roles}


def test_roles_come_and_go() -> None:
    """A new role signs for the first time; one that goes signs nothing."""
    boss = evolve(OLD.roles[1], key="boss", title="Boss")  # type: ignore[misc]
    everyone = OLD.replace("/acknowledging", sr.Acknowledging())
    found = of(evolve(everyone, roles=(*OLD.roles[:2], boss)), everyone)
    expected = [("boss", "Boss", "added", True), ("lawyer", "Lawyer", "removed", False)]
    assert expected == [
        (one.role, one.title, one.fate, one.signs) for one in found.roles
    ]


def test_changes_of_each_role() -> None:
    """Each role is told of its own changes only."""
    new = OLD.replace("/roles/1/purpose", "Sells more.").replace("/title", "R")
    new = new.replace("/roles/0/purpose", "Leads and sells.")
    head, manager = of(new).roles
    assert [["/roles/head/purpose"], ["/roles/manager/purpose"]] == [
        [change.path for change in one.changes] for one in (head, manager)
    ]
    assert of(new).role("manager") == manager
    assert None is of(new).role("lawyer")


def test_order_touches_nobody() -> None:
    """Roles in another order are the same roles."""
    assert () == of(evolve(OLD, roles=OLD.roles[::-1])).roles


def test_papers() -> None:
    """Papers change themselves, or through a form or a KPI that changes."""
    new = OLD.replace("/annexes/0/text", "Sign.").replace("/kpis/0/text", "By hand.")
    new = evolve(new, trainings=(sr.Training(key="start", title="Start"),))  # type: ignore[misc]
    found = {
        name: [(one.path, one.fate, one.through) for one in papers]
        for name, papers in of(new).papers.items()
    }
    assert {
        "documents": [("/documents/act", "changed", ("/annexes/form",))],
        "reports": [("/reports/daily", "changed", ("/kpis/calls",))],
        "trainings": [
            ("/trainings/start", "added", ()),
            ("/trainings/intro", "removed", ()),
        ],
    } == found


def test_titles_of_papers() -> None:
    """A paper is called as it is now, and one that goes as it was."""
    new = evolve(OLD, reports=(sr.Report(key="daily", title="Each day"),), documents=())
    found = of(new)
    assert ["Each day"] == [one.title for one in found.reports]
    assert ["Act"] == [one.title for one in found.documents]


def test_papers_through_several_things() -> None:
    """A paper with another key, or of several things that change, names them all."""
    data = {
        **DATA,
        "kpis": [*DATA["kpis"], {"key": "mails", "title": "Mails"}],
        "reports": [{"key": "daily", "title": "Daily", "kpis": ["calls", "mails"]}],
    }
    old = sr.from_dict(data)
    new = old.replace("/annexes/0/text", "Sign.").replace("/documents/0/key", "deed")
    for at in (0, 1):
        new = new.replace(f"/kpis/{at}/text", "By hand.")
    new = evolve(new, trainings=(*new.trainings, sr.Training(key="start", title="S")))
    found = [
        (one.path, one.title, one.fate, one.through)
        for papers in of(new, old).papers.values()
        for one in papers
    ]
    assert [
        ("/documents/deed", "Act", "renamed", ("/annexes/form",)),
        ("/reports/daily", "Daily", "changed", ("/kpis/calls", "/kpis/mails")),
        ("/trainings/start", "S", "added", ()),
    ] == found


def test_things_with_other_keys() -> None:
    """What has another key is neither new nor gone; its people sign again."""
    text = sr.dumps(OLD, format="json")
    for old, new in (("manager", "seller"), ("intro", "start"), ("act", "deed")):
        text = text.replace(f'"{old}"', f'"{new}"')
    found = of(sr.loads(text, format="json"))
    manager = found.role("seller")
    assert manager is not None
    assert ("renamed", ("2.1.1", "3.1"), True) == (
        manager.fate,
        manager.before[1:3],
        manager.signs,
    )
    assert None is found.role("manager")
    assert [("/documents/deed", "renamed", ())] == [
        (one.path, one.fate, one.through) for one in found.documents
    ]
    assert ["renamed"] == [one.fate for one in found.trainings]


def test_since() -> None:
    """The change holds from the first day of the new edition, if there is one."""
    revision = sr.Revision(number="2.0", in_force_from=dt.date(2026, 7, 1))
    assert dt.date(2026, 7, 1) == of(evolve(OLD, revision=revision)).since
    assert None is of(OLD.replace("/title", "R")).since


def test_another_diff() -> None:
    """A diff that does not lead from the one to the other is refused."""
    new = OLD.replace("/title", "R")
    with pytest.raises(sr.InvalidValue, match="does not lead from"):
        sr.impact(sr.diff(OLD, OLD), OLD, new)
    with pytest.raises(sr.PatchError):
        sr.impact(sr.diff(new, OLD), OLD, new)


def test_plain_data() -> None:
    """The impact is plain data, ready for a message to another system."""
    found = of(OLD.replace("/stages/0/norm/limit", sr.duration("15 min")))
    expected = {
        "format": "salesreg-impact/1",
        "since": None,
        "roles": [
            {
                "role": "manager",
                "fate": "changed",
                "relations": ["responsible"],
                "before": ["3.1"],
                "after": ["3.1"],
                "paths": ["/stages/new/norm/limit"],
                "signs": True,
            }
        ],
        "documents": [],
        "reports": [],
        "trainings": [],
    }
    assert expected == json.loads(json.dumps(found.to_dict()))
    assert "Impact(1 changes, 1 roles)" == repr(found)


def test_changes_in_words() -> None:
    """Each change is told with its clause, its place, what was and what is."""
    new = OLD.replace("/stages/0/norm/limit", sr.duration("15 min"))
    new = evolve(new, roles=(OLD.roles[1], OLD.roles[0]), kpis=())
    assert [
        ["1", "Roles\nManager", "Head, Manager, Lawyer", "Manager, Head"],
        ["1.3", "Lawyer", "Lawyer", "—"],
        ["3.1.2", "New\nTime norm\nLimit", "30 minutes", "15 minutes\nstricter"],
        ["6.1.1", "Calls", "Calls", "—"],
    ] == [[cell.replace("\u00a0", " ") for cell in row] for row in rows(of(new), 0)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Manager", "answers for it", "3.1", "acknowledges"]),
        ("ru", ["Manager", "отвечает", "3.1", "знакомится под подпись"]),
    ],
)
def test_roles_in_words(language: Language, expected: list[str]) -> None:
    """Each role is told with its relation, its clauses, and whether it signs."""
    old = evolve(OLD, language=language)
    found = of(old.replace("/stages/0/norm/limit", sr.duration("15 min")), old)
    assert [expected] == rows(found, 1)
    assert found.to_markdown() == str(found)


def test_nothing_changes() -> None:
    """Where nothing changes, the sheet says so."""
    found = of(OLD)
    assert "Nothing changes." in found.to_markdown()
    assert 1 == len(found.document.sections)


def test_every_word_is_translated() -> None:
    """Each relation and each fate reads in Russian, and each relation has a phrase."""
    assert set(KNOWN.values()) | {"itself"} == set(RELATIONS)
    phrases = [*RELATIONS.values(), *FATES.values()]
    assert [] == [one for one in phrases if words_of("ru").say(one) == one]


def shown(change: Change) -> bool:
    """Tell whether a change has a row of its own."""
    return not isinstance(change, Reordered) or bool(change.moved)


@given(editions(2))
def test_any_change_can_be_told(pair: tuple[Regulation, ...]) -> None:
    """Any change of any regulation makes a sheet, with a row for each change."""
    old, new = pair
    found = of(new, old)
    if found.diff:
        assert sum(map(shown, found.diff)) == len(rows(found, 0))
    assert [] == faults(found.to_docx())
