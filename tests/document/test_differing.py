"""What differs, for people: as a document and as lines for a terminal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

import salesreg as sr
from salesreg.compare.changes import Renamed, Reordered
from salesreg.document.changing import told
from salesreg.document.context import context_of
from salesreg.document.listing import COUNTED, MARKS, pieces
from salesreg.document.text import visible
from salesreg.document.words import words_of
from salesreg.model.regulation import Language, Regulation
from salesreg.testing import editions
from salesreg.testing.laws.sound import faults

OLD: dict[str, Any] = {
    "format": "salesreg/1",
    "key": "r",
    "title": "Rules",
    "language": "en",
    "revision": {"number": "1.0"},
    "roles": [
        {"key": "manager", "title": "Manager", "purpose": "Sells."},
        {"key": "head", "title": "Head", "purpose": "Leads."},
    ],
    "stages": [
        {"key": "new", "title": "New", "norm": {"limit": "30 min working"}},
        {"key": "talk", "title": "Talk", "owner": "manager"},
        {"key": "won", "title": "Won", "kind": "won"},
    ],
    "annexes": [{"key": "form", "title": "Form", "text": "To sign."}],
}
NEW: dict[str, Any] = {
    **OLD,
    "title": "Rules of sale",
    "revision": {"number": "2.0"},
    "roles": [
        {"key": "seller", "title": "Manager", "purpose": "Sells more."},
        {"key": "head", "title": "Head", "purpose": "Leads."},
    ],
    "stages": [
        {"key": "talk", "title": "Talk", "owner": "seller"},
        {"key": "new", "title": "New", "norm": {"limit": "15 min working"}},
        {"key": "lost", "title": "Lost", "kind": "lost", "text": "x" * 80},
    ],
    "annexes": [{"key": "form", "title": "Form", "text": "Sign here."}],
}
TEXT = """\
1 Roles and duties
  = 1.1    Manager
           manager → seller, the references follow: cl. 2.1.1
  ~ 1.1.1  Manager → Purpose
           Sells. → Sells more.

2 The pipeline
  ^ 2              Stages → Talk
                   New, Talk, Won → Talk, New, Lost
  ~ 2.1.1 → 2.2.1  New → Time norm → Limit
                   30 working minutes → 15 working minutes, stricter
  + 2.3            Lost
  - 2.3            Won

3 Validity and review
  ~ 3.1.1  Revision → Edition
           1.0 → 2.0

Outside the chapters
  ~ Form → Note
    To sign. → Sign here.
  ~ Title
    Rules → Rules of sale

"""


def of(language: Language = "en") -> sr.Diff:
    """Return what differs, in one of the languages."""
    old, new = (sr.from_dict({**data, "language": language}) for data in (OLD, NEW))
    return sr.diff(old, new)


def test_text() -> None:
    """The text for a terminal says each change with its clause, by chapters."""
    counts = "changed: 5, added: 1, removed: 1, given another key: 1,"
    expected = f"{TEXT}{counts} put in another order: 1\n"
    assert expected == str(of()).replace("\xa0", " ")


def test_styles() -> None:
    """The pieces of the text are the text, and each fate has its style."""
    found = list(pieces(of()))
    assert str(of()) == "".join([text for text, _ in found])
    assert {style for _, style in MARKS.values()} <= {style for _, style in found}


@pytest.mark.parametrize("message", COUNTED.values())
def test_counts_read_in_russian(message: str) -> None:
    """The words of the last line are translated."""
    assert message != words_of("ru").say(message)


def test_russian() -> None:
    """A Russian regulation's changes are told in Russian."""
    said = str(of("ru"))
    assert "30 рабочих минут → 15 рабочих минут, строже" in said.replace("\xa0", " ")
    assert "ссылки исправлены: п. 2.1.1" in said
    assert "ИЗМЕНЕНИЯ" in of("ru").to_markdown()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_document(language: Language) -> None:
    """Each chapter that changes is a section under its own number."""
    found = of(language)
    sections = found.document.sections
    assert ["1", "2", "3", ""] == [section.number for section in sections]
    assert ["roles", "pipeline", "validity", "outside"] == [
        section.anchor for section in sections
    ]
    assert ["1.0 → 2.0"] == [visible(said) for _, said in found.document.requisites]
    assert [] == faults(found.to_docx())
    assert "<table" in found.to_html()
    fragment = found._repr_html_()
    assert "<table" in fragment
    assert "<html" not in fragment


def test_nothing_differs() -> None:
    """Equals differ in nothing, and the document says so."""
    same = sr.from_dict(OLD)
    found = sr.diff(same, same)
    assert "Nothing changes.\n" == str(found)
    assert "Nothing changes." in found.to_markdown()
    assert "Diff(0 changes)" == repr(found)


def test_read_from_data() -> None:
    """A diff from data has paths and values; told its regulations, a document."""
    found = of()
    bare = sr.Diff.from_dict(found.to_dict())
    lines = str(bare).splitlines()
    assert "= /roles/manager → /roles/seller" in lines
    assert "- /stages/won" in lines
    assert "^ /roles: manager, head → seller, head" in lines
    limit = "/stages/new/norm/limit: '30 min working' → '15 min working', stricter"
    assert f"~ {limit}" in lines
    with pytest.raises(sr.InvalidValue, match="does not know its regulations"):
        bare.to_markdown()
    assert found.old is not None
    assert found.new is not None
    assert str(found) == str(bare.between(found.old, found.new))
    with pytest.raises(sr.InvalidValue, match="does not lead from the one"):
        sr.Diff().between(found.old, found.new)
    with pytest.raises(sr.PatchError):
        bare.between(found.new, found.old)


def test_nothing_steers_the_terminal() -> None:
    """What could turn the reading round in a title does not reach a terminal."""
    new = sr.from_dict({**OLD, "title": "Rules\u202eyrt"})
    assert "\u202e" not in str(sr.diff(sr.from_dict(OLD), new))


@given(editions(2))
def test_every_change_is_told(pair: tuple[Regulation, ...]) -> None:
    """Each change has a line, save those that follow and orders that come of it."""
    old, new = pair
    found = sr.diff(old, new)
    rows = told(found, context_of(old), context_of(new))
    fates = [row.fate for row in rows]
    moved = [one for one in found if isinstance(one, Reordered) and one.moved]
    renamed = [one for one in found if isinstance(one, Renamed)]
    assert (len(moved), len(renamed)) == (fates.count("moved"), fates.count("renamed"))
    assert str(found).endswith("\n")
    assert found.to_markdown()


def lists(old: list[str], new: list[str]) -> list[str]:
    """Return how a change of a list reads: was, is."""
    pair = [
        sr.from_dict(
            {
                "format": "salesreg/1",
                "key": "r",
                "title": "R",
                "language": "en",
                "roles": [{"key": "a", "title": "A", "skills": skills}],
            }
        )
        for skills in (old, new)
    ]
    (row,) = told(sr.diff(*pair), *map(context_of, pair))
    return [visible(row.was), visible(row.now), *row.notes]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a", "b", "c"], ["a", "c"], ["b", "—", "the rest stays"]),
        (["a", "b"], ["a", "x", "b"], ["—", "x", "the rest stays"]),
        (["a", "b", "c"], ["a", "x", "c"], ["b", "x", "the rest stays"]),
        (["a", "a", "b"], ["a", "b"], ["a", "—", "the rest stays"]),
        (["a", "b"], ["b", "a"], ["• a\n• b", "• b\n• a"]),
        (["a"], ["b"], ["a", "b"]),
        ([], ["b"], ["—", "b"]),
    ],
)
def test_lists(old: list[str], new: list[str], expected: list[str]) -> None:
    """Of a long list only what came and went is shown; of a new order, all."""
    assert expected == lists(old, new)
