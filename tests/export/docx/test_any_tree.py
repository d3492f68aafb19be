"""Any tree within the contract becomes a sound package with the tree's numbers."""

from __future__ import annotations

import io

import docx
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.document.blocks import (
    Block,
    Bullets,
    Code,
    CodeBlock,
    Column,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Missing,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Table,
    Text,
    Value,
)
from salesreg.export.docx import render
from salesreg.export.docx.gost import gost
from salesreg.testing.laws.sound import faults
from salesreg.testing.laws.word import automatic_numbers
from tests.export.docx.sample import clause, sample, section
from tests.export.figures import figures

# What the input check lets through: no control characters, no half pairs.
words = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
    max_size=12,
)
plain: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, words),
    st.builds(Code, words),
    st.builds(Missing, words),
    st.just(LineBreak()),
    st.builds(Reference, st.just("section-1"), st.sampled_from(("1", "see there"))),
)
spoken = st.lists(plain, max_size=3).map(tuple)
marked = st.lists(
    st.one_of(plain, st.builds(Strong, spoken), st.builds(Emphasis, spoken)), max_size=3
).map(tuple)
linked = st.builds(
    Link,
    st.lists(st.builds(Text, words), max_size=2).map(tuple),
    words.map(lambda path: f"https://example.com/{path}"),
)
valued = st.builds(Value, marked, words.map(lambda path: f"/{path}"), st.integers(0, 2))
inline = st.lists(
    st.one_of(plain, st.builds(Strong, marked), linked, valued), max_size=3
).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of up to four columns and rows of any cells."""
    width = draw(st.integers(1, 4))
    column = st.builds(
        Column, words, st.integers(0, 9), st.sampled_from(("left", "center", "right"))
    )
    row = st.lists(inline, min_size=width, max_size=width).map(tuple)
    return Table(
        tuple(draw(st.lists(column, min_size=width, max_size=width))),
        tuple(draw(st.lists(row, max_size=3))),
        draw(words),
        draw(words),
    )


def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Lists and quotations of other blocks."""
    many = st.lists(inner, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Bullets, st.lists(many, max_size=3).map(tuple), st.booleans()),
        st.builds(Quote, many),
    )


blocks = st.lists(
    st.recursive(
        st.one_of(
            st.builds(Paragraph, inline),
            st.builds(CodeBlock, st.lists(words, max_size=3).map("\n".join)),
            tables(),
            figures(words),
        ),
        nested,
        max_leaves=4,
    ),
    max_size=3,
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents whose clauses stand under sections and under subsections."""
    sections = tuple(
        section(
            str(n),
            draw(words),
            *draw(blocks),
            *(
                clause(f"{n}.{m}", draw(inline), draw(blocks))
                if draw(st.booleans())
                else section(f"{n}.{m}", draw(words), clause(f"{n}.{m}.1", ()))
                for m in range(1, draw(st.integers(1, 3)))
            ),
        )
        for n in range(1, draw(st.integers(2, 4)))
    )
    annex = section("", draw(words), *draw(blocks), mark=draw(words), anchor="annex")
    return evolve(sample("ru"), sections=sections, annexes=(annex,))


@given(documents())
@settings(max_examples=60, deadline=None)
def test_any_tree_becomes_a_sound_package(document: Document) -> None:
    """The package has no fault, opens in python-docx and is the same when repeated."""
    package = render(document, values="controls")
    assert [] == faults(package)
    assert package == render(document, values="controls")
    assert [] == faults(render(document, values="bookmarks"))
    assert [] == faults(render(document, gost(None)))
    assert document.properties.title == (
        docx.Document(io.BytesIO(package)).core_properties.title
    )


@given(documents())
@settings(max_examples=40, deadline=None)
def test_automatic_numbers_follow_any_tree(document: Document) -> None:
    """The numbers that Word counts are those of sections and clauses, in order."""
    expected: list[str] = []
    for part in document.sections:
        expected.append(part.number)
        for block in part.blocks:
            expected += [number] if (number := getattr(block, "number", "")) else []
            expected += [
                inner.number
                for inner in getattr(block, "blocks", ())
                if hasattr(inner, "number")
            ]
    assert expected == [place.number for place in automatic_numbers(render(document))]
