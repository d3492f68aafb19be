"""The document states every fact of a regulation, once, under its number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import salesreg as sr
from salesreg.constraints import Line, Prose
from salesreg.document import prose
from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    Document,
    Inline,
    Missing,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
)
from salesreg.document.figures import ProcessFigure
from salesreg.document.render import render
from salesreg.document.text import visible
from salesreg.model.frame import Approval, Revision
from salesreg.model.people import Responsibility, Role
from salesreg.model.process import Stage, Transition
from salesreg.model.regulation import Language, Regulation
from salesreg.paths.index import index_of
from salesreg.paths.outline import outline_of
from salesreg.paths.tree import walk

CASES = [(name, language) for name in ("article", "b2b") for language in ("ru", "en")]


def contents(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    """Yield the content of everything below some blocks, in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.content
            case Clause():
                yield block.content
                yield from contents(block.blocks)
            case Section() | Quote():
                yield from contents(block.blocks)
            case Bullets():
                for item in block.items:
                    yield from contents(item)
            case Table():
                for row in block.rows:
                    yield from row
            case _:
                continue


def places(blocks: tuple[Block, ...]) -> Iterator[Section | Clause]:
    """Yield the sections and clauses below some blocks."""
    for block in blocks:
        if isinstance(block, Section | Clause):
            yield block
            yield from places(block.blocks)


def words(text: str) -> str:
    """Return text with white space and list marks made alike."""
    return " ".join(text.replace("•", " ").split())


def full_text(document: Document) -> str:
    """Return everything that a reader of the document sees."""
    parts = [visible(line) for line in (*document.organisation, *document.approval)]
    parts += [document.title, document.kind]
    for label, said in document.requisites:
        parts += [label, visible(said)]
    for section in (*document.sections, *document.annexes):
        parts += [
            place.title for place in places((section,)) if isinstance(place, Section)
        ]
        parts += [visible(content) for content in contents((section,))]
    return words(" ".join(parts))


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_text_is_there(name: str, language: Language) -> None:
    """Every title and every prose of the regulation can be read in the document."""
    regulation = sr.templates.get(name, language=language)
    shown = full_text(render(regulation))
    missing: list[str] = []
    for spot in walk(regulation):
        rules = spot.shape.constraints
        if not isinstance(spot.value, str) or not rules:
            continue
        if isinstance(rules[0], Line) and words(spot.value) not in shown:
            # The short name of the organisation serves file properties only.
            if not spot.pointer.startswith("/organisation/short"):
                missing.append(spot.pointer)
        elif isinstance(rules[0], Prose):
            said = [visible(c) for c in contents(prose.blocks(spot.value))]
            missing += [spot.pointer for text in said if words(text) not in shown]
    assert [] == missing


@pytest.mark.parametrize(("name", "language"), CASES)
def test_numbers_are_those_of_the_outline(name: str, language: Language) -> None:
    """The document has exactly the outline's numbers, anchors and places."""
    regulation = sr.templates.get(name, language=language)
    outline = outline_of(regulation)
    expected = [
        (entry.number, entry.anchor, entry.pointer)
        for entry in outline.by_number.values()
    ]
    made = [
        (p.number, p.anchor, p.pointer) for p in places(render(regulation).sections)
    ]
    assert sorted(expected) == sorted(made)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_references_lead_somewhere(name: str, language: Language) -> None:
    """Each reference names an anchor of the document and shows its number."""
    document = render(sr.templates.get(name, language=language))
    numbers = {place.anchor: place.number for place in places(document.sections)}
    references = [
        inline
        for content in contents(document.sections)
        for inline in content
        if isinstance(inline, Reference)
    ]
    assert [numbers.get(found.anchor) for found in references] == [
        found.text for found in references
    ]
    assert references


@pytest.mark.parametrize("language", ["ru", "en"])
def test_holes_are_marked(language: Language) -> None:
    """What the article's regulation refers to and never defines stands marked."""
    regulation = sr.templates.get("article", language=language)
    document = render(regulation)
    marked = {
        inline.text
        for content in contents(document.sections)
        for inline in content
        if isinstance(inline, Missing)
    }
    assert {use.key for use in index_of(regulation).missing()} == marked


@pytest.mark.parametrize("language", ["ru", "en"])
def test_consistent_regulation_has_no_holes(language: Language) -> None:
    """A regulation whose references all lead somewhere has no marks."""
    document = render(sr.templates.get("b2b", language=language))
    assert not [
        inline
        for content in contents(document.sections)
        for inline in content
        if isinstance(inline, Missing)
    ]


def test_english_document_is_english() -> None:
    """No Russian letter reaches the document of an English regulation."""
    text = full_text(render(sr.templates.get("b2b", language="en")))
    assert [] == [letter for letter in text if "а" <= letter.lower() <= "я"]


def test_empty_parts_do_not_appear() -> None:
    """A regulation with nothing in it has a title and no sections."""
    document = render(Regulation(key="r", title="R"))
    assert ("R", (), ()) == (document.title, document.sections, document.annexes)


def test_approval_stamp_has_lines_to_fill() -> None:
    """Facts that the approval lacks are lines to be filled by hand."""
    revision = Revision(number="1", approval=Approval(post="Директор"))
    document = render(Regulation(key="r", title="R", revision=revision))
    lines = [visible(line) for line in document.approval]
    assert ["УТВЕРЖДАЮ", "Директор"] == lines[:2]
    assert ["_" in line for line in lines[2:]] == [True, True]


@pytest.mark.parametrize(("roles", "columns"), [(2, 3), (7, 5)])
def test_matrix_turns_when_roles_are_many(roles: int, columns: int) -> None:
    """Few roles are columns; many roles stand in the cells under the letters."""
    people = tuple(Role(key=f"r{n}", title=f"Роль {n}") for n in range(roles))
    row = Responsibility(
        key="x", title="X", informed=tuple(role.key for role in people)
    )
    regulation = Regulation(key="r", title="R", roles=people, responsibilities=(row,))
    tables = [
        block
        for place in places(render(regulation).sections)
        for block in place.blocks
        if isinstance(block, Table)
    ]
    assert [columns] == [len(table.columns) for table in tables]


def test_one_stage_needs_no_figure() -> None:
    """A pipeline of one stage is not drawn."""
    regulation = Regulation(key="r", title="R", stages=(Stage(key="s", title="S"),))
    assert () == render(regulation).sections[0].blocks[0].blocks  # type: ignore[union-attr]


@pytest.mark.parametrize(("ways", "drawn"), [(2, 2), (3, 0)])
def test_crowded_ways_out_are_counted(ways: int, drawn: int) -> None:
    """Many moves to one way out are counted in its box; few are drawn."""
    lost = Stage(key="lost", title="Отказ", kind="lost")
    stages = tuple(
        Stage(key=f"s{n}", title=f"Этап {n}", transitions=(Transition(to="lost"),))
        for n in range(ways)
    )
    regulation = Regulation(key="r", title="R", stages=(*stages, lost))
    figure = render(regulation).sections[0].blocks[0]
    assert isinstance(figure, ProcessFigure)
    assert drawn == len(figure.arrows)
    assert ("" if drawn else "с\u00a03 этапов") == figure.nodes[-1].note
