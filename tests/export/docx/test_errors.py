"""A tree that would give a broken or misleading file is refused by place."""

from __future__ import annotations

import pytest
from attrs import evolve

from salesreg.document.blocks import (
    Block,
    Column,
    Inline,
    Link,
    Paragraph,
    Reference,
    Section,
    Table,
    Text,
)
from salesreg.document.figures import Arrow, Node, ProcessFigure
from salesreg.export.docx import DocxError, render
from tests.export.docx.sample import clause, sample, section


def refused(*sections: Section) -> DocxError:
    """The error for a document of these sections."""
    with pytest.raises(DocxError) as caught:
        render(evolve(sample("en"), sections=sections, annexes=()))
    return caught.value


def clause_with(*content: Inline, blocks: tuple[Block, ...] = ()) -> Section:
    """A section whose clause 1.1 holds the content."""
    return section("1", "One", clause("1.1", content, blocks))


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        (("1.2",), "1.2"),
        (("1.1", "1.1"), "1.1"),
        (("1.1", "1.3"), "1.3"),
        (("1.1", "1.2.2"), "1.2.2"),
        (("2.1",), "2.1"),
        (("1.A",), "1.A"),
    ],
)
def test_numbers_out_of_sequence(numbers: tuple[str, ...], wrong: str) -> None:
    """A number that a live list would not show is refused at its clause."""
    clauses = [
        evolve(clause(number, ()), anchor=f"a{position}")
        for position, number in enumerate(numbers)
    ]
    error = refused(section("1", "One", *clauses))
    assert f"/clauses/{wrong}" == error.place
    assert error.reason.startswith(f"number {wrong!r} is out of sequence")


def test_too_deep_number() -> None:
    """A number deeper than a Word list is refused."""
    error = refused(section("1", "One", clause("1.1.1.1.1.1.1.1.1.1", ())))
    assert error.reason.endswith("has more than 9 levels")


@pytest.mark.parametrize(
    ("section_", "place", "reason"),
    [
        (
            clause_with(Text("bell \x07")),
            "/clauses/1.1",
            "the text 'bell \\x07' holds '\\x07'",
        ),
        (
            clause_with(Text("two\nlines")),
            "/clauses/1.1",
            "the text 'two\\nlines' holds '\\n'",
        ),
        (
            clause_with(Text("\ud800")),
            "/clauses/1.1",
            "the text '\\ud800' holds '\\ud800'",
        ),
        (
            clause_with(Link((Text("run"),), "file:///etc/passwd")),
            "/clauses/1.1",
            "the link 'file:///etc/passwd' is not allowed",
        ),
        (
            clause_with(Link((Text("run"),), "http://[1/")),
            "/clauses/1.1",
            "the link 'http://[1/' is no address",
        ),
        (
            clause_with(Link((Text("run"),), "https:///path")),
            "/clauses/1.1",
            "the link 'https:///path' is no address",
        ),
        (
            section("1", "One", clause("1.1", ()), Paragraph((Text("\x07"),))),
            "/section-1",
            "the text '\\x07' holds '\\x07'",
        ),
        (
            clause_with(Link((Link((), "http://b"),), "http://a")),
            "/clauses/1.1",
            "the link 'http://b' is inside a link",
        ),
        (
            clause_with(Link((Reference("clause-1.1", "here"),), "http://a")),
            "/clauses/1.1",
            "the reference 'here' is inside a link",
        ),
        (
            clause_with(Reference("nowhere", "9")),
            "/clauses/1.1",
            "a reference to the unknown anchor 'nowhere'",
        ),
        (
            clause_with(blocks=(Table((), ()),)),
            "/clauses/1.1",
            "a table has 0 columns: Word takes 1 to 63",
        ),
        (
            clause_with(blocks=(Table((Column("A"),), (((), ()),), "T"),)),
            "/clauses/1.1",
            "row 1 of the table 'T' has 2 cells for 1 columns",
        ),
        (
            clause_with(
                blocks=(ProcessFigure((Node("a", "A"),), (Arrow("a", "b"),), "", ""),)
            ),
            "/clauses/1.1",
            "an arrow of the figure leads to no node: 'b'",
        ),
        (
            clause_with(
                blocks=(ProcessFigure((Node("a", "A"), Node("a", "B")), (), "", ""),)
            ),
            "/clauses/1.1",
            "two nodes of a figure share one key",
        ),
        (
            section("1", "One", evolve(section("1.1", "Two"), level=3)),
            "/section-1.1",
            "a section at level 3: only 1 and 2 exist",
        ),
        (
            section("1", "One", clause("1.1", ()), clause("1.1", ())),
            "/clauses/1.1",
            "the anchor 'clause-1.1' is taken twice",
        ),
    ],
)
def test_refused_trees(section_: Section, place: str, reason: str) -> None:
    """Whatever would break the file names its place and what is wrong."""
    error = refused(section_)
    assert (place, reason) == (error.place, error.reason)


def test_error_is_a_problem_of_the_library() -> None:
    """The error carries one problem with a code and a path, as all errors do."""
    problem = refused(clause_with(Reference("nowhere", "9"))).problems[0]
    assert ("unwritable-document", "/clauses/1.1") == (problem.code, problem.path)
