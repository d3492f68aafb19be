"""Any tree within the contract, and what a reader of its output has to see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, frozen
from hypothesis import strategies as st

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
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
    Section,
    Strong,
    Table,
    Text,
    Value,
)
from salesreg.document.figures import Figure
from salesreg.export.places import heading
from tests.export.figures import figures
from tests.export.parsers import WORDS
from tests.export.sample import sample

maybe = st.one_of(st.just(""), WORDS)
plain: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, maybe),
    st.builds(Text, WORDS),
    st.builds(Code, maybe),
    st.builds(Missing, WORDS),
    st.just(LineBreak()),
    st.builds(Reference, st.sampled_from(("s1", "c.1", "gone")), maybe),
)
spoken = st.lists(plain, max_size=2).map(tuple)
marked = st.lists(
    st.one_of(plain, st.builds(Strong, spoken), st.builds(Emphasis, spoken)), max_size=2
).map(tuple)
valued = st.builds(Value, marked, WORDS.map(lambda path: f"/{path}"))
linked = st.builds(Link, marked, WORDS.map(lambda path: f"https://example.com/{path}"))
inline = st.lists(
    st.one_of(
        plain, st.builds(Strong, marked), st.builds(Emphasis, marked), linked, valued
    ),
    max_size=3,
).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of up to three columns."""
    width = draw(st.integers(1, 2))
    column = st.builds(
        Column, maybe, st.integers(0, 9), st.sampled_from(("left", "center", "right"))
    )
    row = st.lists(inline, min_size=width, max_size=width).map(tuple)
    return Table(
        tuple(draw(st.lists(column, min_size=width, max_size=width))),
        tuple(draw(st.lists(row, max_size=2))),
        draw(maybe),
    )


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    many = st.lists(inner, max_size=2).map(tuple)
    items = st.lists(many, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(Bullets, items, st.booleans()), st.builds(Quote, many))


BLOCKS = st.lists(
    st.recursive(
        st.one_of(
            st.builds(Paragraph, inline),
            st.builds(CodeBlock, st.lists(maybe, max_size=3).map("\n".join)),
            tables(),
            figures(WORDS),
        ),
        _nested,
        max_leaves=3,
    ),
    max_size=2,
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of two sections, a clause and an annex, full of anything."""
    clause = Clause("1.1", "c.1", "/c", draw(inline), draw(BLOCKS))
    inner = Section("1.2", "s.2", "/s2", draw(WORDS), draw(BLOCKS), level=2)
    section = Section("1", "s1", "/s", draw(WORDS), (*draw(BLOCKS), clause, inner))
    annex = Section("", "я", "/a", draw(WORDS), draw(BLOCKS), mark=draw(maybe))
    return evolve(
        sample("en"), title=draw(WORDS), sections=(section,), annexes=(annex,)
    )


@frozen
class Reader:
    """What one kind of output says where the tree leaves it free."""

    hole: Callable[[str], str]
    figure: Callable[[Figure], str]


def body_of(document: Document, reader: Reader) -> str:
    """All that is said after the contents, without white space."""
    counts: Counter[str] = Counter()
    parts = _said((*document.sections, *document.annexes), document, reader, counts)
    return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """Text without white space and byte order marks."""
    return "".join(text.replace("\ufeff", "").split())


def words_of(content: Iterable[Inline], reader: Reader) -> str:
    """Inline content as it is read."""
    return "".join([_word(piece, reader) for piece in content])


def _word(piece: Inline, reader: Reader) -> str:
    match piece:
        case Strong(inner) | Emphasis(inner) | Link(inner) | Value(inner):
            return words_of(inner, reader)
        case Missing(text):
            return reader.hole(text)
        case LineBreak():
            return "\n"
        case _:
            return piece.text


def _said(  # noqa: C901 - one arm per block
    blocks: Iterable[Block], document: Document, reader: Reader, counts: Counter[str]
) -> Iterator[str]:
    def caption(kind: str, text: str) -> str:
        counts[kind] += 1
        return f"{kind} {counts[kind]} — {text}"

    for block in blocks:
        match block:
            case Paragraph(content):
                yield words_of(content, reader)
            case Clause():
                yield f"{block.number}. {words_of(block.content, reader)}"
                yield from _said(block.blocks, document, reader, counts)
            case Section():
                yield heading(block)
                yield from _said(block.blocks, document, reader, counts)
            case Bullets(items):
                for item in items:
                    yield from _said(item, document, reader, counts)
            case Quote(inner):
                yield from _said(inner, document, reader, counts)
            case CodeBlock(text):
                yield text
            case Table(columns, rows, text):
                yield caption(document.wording.table, text) if text else ""
                yield from (column.title for column in columns)
                yield from (words_of(cell, reader) for row in rows for cell in row)
            case figure:
                yield reader.figure(figure)
                yield caption(document.wording.figure, figure.caption)


def shape_of(
    blocks: Iterable[Block], drawn: Callable[[Figure], Counter[str]]
) -> Counter[str]:
    """How many elements of each kind the blocks have to become.

    `drawn` tells it of a figure.
    """
    found: Counter[str] = Counter()
    for block in blocks:
        match block:
            case Clause() | Section():
                found += shape_of(block.blocks, drawn)
            case Bullets(items, ordered):
                found["ol" if ordered else "ul"] += 1
                found["li"] += len(items)
                for item in items:
                    found += shape_of(item, drawn)
            case Quote(inner):
                found["blockquote"] += 1
                found += shape_of(inner, drawn)
            case CodeBlock():
                found["pre"] += 1
            case Table(_, rows):
                found["table"] += 1
                found["tr"] += 1 + len(rows)
            case Paragraph():
                pass
            case figure:
                found += drawn(figure)
    return found
