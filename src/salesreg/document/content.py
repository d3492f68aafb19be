"""The content of a document line by line, and the values in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    Document,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
    Value,
)


def lines_of(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Yield all inline content of a document, titles that are values among it."""
    yield from (*document.organisation, *document.approval)
    if document.titled:
        yield (Value((Text(document.title),), document.titled),)
    yield from (said for _, said in document.requisites)
    yield from _lines((*document.sections, *document.annexes))


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield content
            case Clause():
                yield block.content
                yield from _lines(block.blocks)
            case Section():
                if block.titled:
                    yield (Value((Text(block.title),), block.titled),)
                yield from _lines(block.blocks)
            case Quote():
                yield from _lines(block.blocks)
            case Bullets(items):
                for item in items:
                    yield from _lines(item)
            case Table(_, rows):
                yield from (cell for row in rows for cell in row)
            case _:
                pass


def values_in(content: Iterable[Inline]) -> Iterator[Value]:
    """Yield the values in some content, in order."""
    for piece in content:
        match piece:
            case Value():
                yield piece
            case Strong(inner) | Emphasis(inner) | Link(inner):
                yield from values_in(inner)
            case _:
                pass


def values_of(document: Document) -> Iterator[Value]:
    """Yield the values of a document, in order."""
    for content in lines_of(document):
        yield from values_in(content)


def places_of(document: Document) -> Iterator[Section | Clause]:
    """Yield the sections and clauses of a document, in order."""
    waiting: list[Block] = [*document.sections, *document.annexes]
    waiting.reverse()
    while waiting:
        block = waiting.pop()
        if isinstance(block, Section | Clause):
            yield block
            waiting += reversed(block.blocks)
