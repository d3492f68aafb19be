"""What if: a change with what it does to the findings and whom it touches."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

import salesreg as sr
from salesreg.document.blocks import Table
from salesreg.document.text import visible
from salesreg.model.regulation import Language, Regulation
from salesreg.testing import editions
from salesreg.testing.laws.sound import faults

DATA: dict[str, Any] = {
    "format": "salesreg/1",
    "key": "r",
    "title": "Rules",
    "language": "en",
    "roles": [{"key": "head", "title": "Head"}],
    "goals": [
        {"key": "grow", "title": "Grow", "owner": "head"},
        {"key": "keep", "title": "Keep", "owner": "boss"},
    ],
}
OLD = sr.from_dict(DATA)
CHECKS = ("GOL02", "STR01")


def tried(change: Any, regulation: Regulation = OLD) -> sr.WhatIf:
    """Return what a change would do, by two checks."""
    return regulation.what_if(change, select=CHECKS)


def codes(found: sr.WhatIf) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the new findings and the gone ones by code and place."""
    new, gone = (
        [(one.code, one.keyed) for one in findings]
        for findings in (found.new_findings, found.gone_findings)
    )
    return new, gone


def test_a_change_mends_and_breaks() -> None:
    """What is found only before, and only after, is told apart from what stays."""
    found = tried({"/goals/keep/owner": "head", "/goals/grow/owner": "chief"})
    new, gone = [("STR01", "/goals/grow/owner")], [("STR01", "/goals/keep/owner")]
    assert (new, gone) == codes(found)
    assert 3 == len(found.before) == len(found.after)
    assert 2 == len(found.diff)
    assert ("head",) == tuple(one.role for one in found.impact.roles)


def test_a_finding_that_gets_worse_is_new() -> None:
    """A finding with other values is told as it was and as it is."""
    found = tried({"/goals/keep/owner": "chief"})
    place = ("STR01", "/goals/keep/owner")
    assert ([place], [place]) == codes(found)


def test_a_finding_that_moves_is_the_same() -> None:
    """What is found at another position by the same key is no news."""
    assert ([], []) == codes(tried({"/roles/manager": {"title": "Manager"}}))
    first = {"goals": [{"key": "a", "title": "A", "owner": "head"}, *DATA["goals"]]}
    moved = sr.from_dict({**DATA, **first})
    assert ([("GOL02", "/goals/a")], []) == codes(tried(moved))


@pytest.mark.parametrize(
    "change",
    [
        sr.from_dict({**DATA, "title": "R"}),
        sr.diff(OLD, sr.from_dict({**DATA, "title": "R"})),
        {"/title": "R"},
        lambda regulation: regulation.replace("/title", "R"),
    ],
    ids=["regulation", "diff", "values", "function"],
)
def test_forms_of_a_change(change: Any) -> None:
    """A change is a regulation, a diff, values by path or a function."""
    found = tried(change)
    assert (OLD, "R") == (found.impact.old, found.regulation.title)
    assert [sr.Changed("/title", "Rules", "R")] == list(found.diff)


def test_a_change_that_does_not_fit() -> None:
    """A change that does not fit says why."""
    with pytest.raises(sr.InvalidValue, match="did you mean 'grow'"):
        tried({"/goals/gow/title": "More"})
    other = sr.from_dict({**DATA, "title": "Other"})
    with pytest.raises(sr.PatchError):
        tried(sr.diff(other, OLD))


def test_no_change() -> None:
    """Without a change nothing is new and nothing is gone, and the sheet says so."""
    found = tried({})
    assert ([], []) == codes(found)
    shown = str(found)
    assert "Nothing changes." in shown
    assert "The checks find what they found before." in shown


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["What changes", "What the checks find"]),
        ("ru", ["Что меняется", "Что находят проверки"]),
    ],
)
def test_findings_side_by_side(language: Language, titles: list[str]) -> None:
    """Of one place, what was found stands beside what is found now."""
    found = tried({"/goals/keep/owner": "chief"}, OLD.replace("/language", language))
    sections = found.document.sections
    assert titles == [section.title for section in sections]
    (table,) = sections[1].blocks
    assert isinstance(table, Table)
    ((clause, code, was, now),) = (map(visible, line) for line in table.rows)
    assert ("1.2.1", "STR01") == (clause, code)
    assert (True, False) == ("boss" in was, "boss" in now)
    assert (False, True) == ("chief" in was, "chief" in now)
    columns = {
        "en": ["Clause", "Check", "Was found", "Is found"],
        "ru": ["Пункт", "Проверка", "Было найдено", "Найдено теперь"],
    }
    assert columns[language] == [column.title for column in table.columns]
    assert [2, 2, 6, 6] == [column.weight for column in table.columns]


def test_findings_without_a_clause() -> None:
    """What is found of the whole has no number; several findings stand together."""
    revision = {"number": "1", "in_force_from": "2026-01-01"}
    dated = sr.from_dict({**OLD.to_dict(), "revision": revision})
    bare = sr.from_dict({k: v for k, v in dated.to_dict().items() if k != "revision"})
    found = dated.what_if(bare, select=["STR10"])
    assert 1 == len(found.new_findings)
    (table,) = found.document.sections[1].blocks
    assert isinstance(table, Table)
    ((clause, code, was, now),) = (map(visible, line) for line in table.rows)
    assert ("—", "STR10", "—") == (clause, code, was)
    assert found.new_findings[0].message == now


def test_in_a_notebook() -> None:
    """A notebook shows the change, the findings and the roles in one cell."""
    found = tried({"/roles/head/purpose": "Leads.", "/goals/keep/owner": "head"})
    cell = found._repr_html_()
    for title in ("What changes", "What the checks find", "Whom it touches"):
        assert f"{title}</h" in cell
    assert "<script" not in cell
    assert "WhatIf(2 changes, 0 new findings, 1 gone, 1 roles)" == repr(found)


def test_plain_data() -> None:
    """What a change would do is plain data."""
    found = tried({"/goals/keep/owner": "head"})
    data = json.loads(json.dumps(found.to_dict()))
    assert "salesreg-what-if/1" == data["format"]
    assert (["STR01"], []) == (
        [one["code"] for one in data["gone"]],
        [one["code"] for one in data["new"]],
    )
    assert found.diff.to_dict() == data["diff"]
    assert found.impact.to_dict() == data["impact"]


@given(editions(2))
def test_there_and_back(pair: tuple[Regulation, ...]) -> None:
    """The way back brings what the way there took away, and the file is sound."""
    old, new = pair
    there = old.what_if(sr.diff(old, new), select=CHECKS)
    back = new.what_if(old, select=CHECKS)
    assert codes(there) == tuple(reversed(codes(back)))
    assert [] == faults(there.to_docx())
