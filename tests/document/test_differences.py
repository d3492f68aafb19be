"""The annex of what a branch differs in: its rows, its clauses, its languages."""

from __future__ import annotations

import pytest

import salesreg as sr
from salesreg.document.blocks import Paragraph, Section, Table, Text
from salesreg.document.render import render
from salesreg.model.regulation import Language

KEYS: dict[Language, tuple[str, ...]] = {
    "en": ("Clause", "What differs", "In the base", "Here"),
    "ru": ("Пункт", "Что отличается", "В базовом регламенте", "Здесь"),
}


def branch(language: Language) -> sr.Regulation:
    """Return a branch of the ready regulation."""
    base = sr.templates.get("b2b", language=language)
    north = (
        sr.layer("north", title="North")
        .add(sr.role("courier", title="Courier"))
        .move("/roles/courier", before="manager")
        .adjust("/roles/manager/headcount", "+50%")
    )
    return sr.compose(base, north)


def annex(written: sr.WithDifferences) -> Section:
    """Return the annex of differences."""
    (found,) = [one for one in written.document.annexes if one.anchor == "differences"]
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
def test_annex(language: Language) -> None:
    """It names base and layers, and has a row for each difference, by clauses."""
    made = branch(language)
    found = annex(made.with_differences())
    intro, table = found.blocks
    assert isinstance(intro, Paragraph)
    assert isinstance(table, Table)
    (said,) = intro.content
    assert isinstance(said, Text)
    assert "North" in said.text
    base = sr.templates.get("b2b", language=language)
    assert base.title in said.text
    assert KEYS[language] == tuple(column.title for column in table.columns)
    number = made.clause_of("/roles/1").number  # type: ignore[union-attr]
    clauses = [
        "".join(getattr(one, "text", "") for one in row[0]) for row in table.rows
    ]
    assert number in clauses
    assert 2 == len(clauses)


def test_the_rest_of_the_document_stays() -> None:
    """The annex comes before the sheet to sign, and nothing else differs."""
    made = branch("en")
    plain, told = render(made), made.with_differences().document
    assert plain.sections == told.sections
    anchors = [one.anchor for one in plain.annexes]
    expected = [*anchors[:-1], "differences", "acknowledgement-sheet"]
    assert expected == [one.anchor for one in told.annexes]
    marks = [one.mark for one in told.annexes[:-1]]
    assert [f"Annex {number}" for number in range(1, len(marks) + 1)] == marks


def test_another_base() -> None:
    """Any regulation can be the base, and what does not differ is said not to."""
    base = sr.templates.get("b2b", language="en")
    found = annex(base.with_differences(base))
    assert 1 == len(found.blocks)
    assert "Nothing differs." in str(found.blocks[0])
    with pytest.raises(sr.InvalidValue, match="nothing says what its base is"):
        base.with_differences()


def test_every_format() -> None:
    """Word, Markdown and HTML have the annex."""
    written = branch("en").with_differences()
    title = "Differences from the base regulation"
    assert title in written.to_markdown()
    assert title in written.to_html()
    assert written.to_docx().startswith(b"PK")
