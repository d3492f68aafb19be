"""The layout puts every field of the model into the document exactly once."""

from __future__ import annotations

from collections import Counter

from salesreg.model.regulation import Regulation
from salesreg.paths.layout import CHAPTERS, ELSEWHERE, TOGETHER
from salesreg.paths.outline import groups
from salesreg.shapes import fields_of
from tests.classes import MODEL


def test_every_field_has_one_place() -> None:
    """Each field of the regulation stands in one chapter, or elsewhere by name."""
    placed = Counter(part.field for chapter in CHAPTERS for part in chapter.parts)
    placed.update(ELSEWHERE)
    assert Counter(list(fields_of(Regulation))) == placed


def test_grouped_fields_exist() -> None:
    """A clause that states several fields names fields that its class has."""
    for name, clauses in TOGETHER.items():
        fields = fields_of(MODEL[name])
        unknown = [
            field for clause in clauses for field in clause if field not in fields
        ]
        assert [] == unknown


def test_groups_state_every_field_once() -> None:
    """The clauses of an item state every field but its key and title once."""
    for cls in MODEL.values():
        stated = [name for group in groups(cls) for name in group]
        expected = [name for name in fields_of(cls) if name not in {"key", "title"}]
        assert sorted(expected) == sorted(stated)


def test_chapters_have_names_of_their_own() -> None:
    """No anchor of a chapter is that of a collection, so anchors stay stable."""
    anchored = {
        part.field
        for chapter in CHAPTERS
        for part in chapter.parts
        if part.form in {"listed", "table", "block", "text"}
    }
    assert set() == {chapter.key for chapter in CHAPTERS} & anchored
