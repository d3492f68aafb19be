"""Values of the tree: each stands at a place of the regulation, and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings

import salesreg as sr
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
    Value,
)
from salesreg.document.text import unvalued, visible
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import walk
from salesreg.testing import regulations
from salesreg.values.amounts import Money, Percent
from salesreg.values.times import Duration

FRONT = ("/revision", "/organisation")


def lines(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Yield all inline content of a document, line by line."""
    yield from (*document.organisation, *document.approval)
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
            case Section() | Quote():
                yield from _lines(block.blocks)
            case Bullets(items):
                for item in items:
                    yield from _lines(item)
            case Table(_, rows):
                yield from (cell for row in rows for cell in row)
            case _:
                pass


def values(content: Iterable[Inline]) -> Iterator[Value]:
    """Yield the values in some content."""
    for piece in content:
        match piece:
            case Value():
                yield piece
            case Strong(inner) | Emphasis(inner) | Link(inner):
                yield from values(inner)
            case _:
                pass


def titled(document: Document) -> Iterator[str]:
    """Yield the pointers of all titles."""
    yield document.titled
    waiting: list[Block] = [*document.sections, *document.annexes]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Section):
            yield block.titled
            waiting += block.blocks


@given(regulations())
@settings(max_examples=40, deadline=None)
def test_each_value_stands_at_a_place_and_once(regulation: Regulation) -> None:
    """Every value has a pointer that leads somewhere, and the body says it once."""
    document = regulation.document
    found = [value for line in lines(document) for value in values(line)]
    for value in found:
        regulation.at(value.pointer)
        assert [] == list(values(value.content))
    places = Counter((value.pointer, value.part) for value in found)
    places.update((pointer, 0) for pointer in titled(document) if pointer)
    twice = {pointer for (pointer, _), times in places.items() if times > 1}
    # What the first page says of the edition, a clause says again.
    assert [] == [path for path in twice if not path.startswith(FRONT)]


@given(regulations())
@settings(max_examples=20, deadline=None)
def test_values_change_no_word(regulation: Regulation) -> None:
    """Content without its values reads as it does with them."""
    for line in lines(regulation.document):
        assert visible(line) == visible(unvalued(line))
        assert [] == list(values(unvalued(line)))


@pytest.mark.parametrize("name", ["article", "b2b"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_people_edit_is_a_value(name: str, language: str) -> None:
    """Money, percentages, durations, titles and texts that are shown are values."""
    regulation = sr.templates.get(name, language=language)
    document = regulation.document
    found = {value.pointer for line in lines(document) for value in values(line)}
    found.update(titled(document))
    left = [
        spot.pointer
        for spot in walk(regulation)
        if isinstance(spot.value, Money | Percent | Duration)
        or spot.pointer.rpartition("/")[2] in {"title", "text"}
        if spot.pointer not in found
    ]
    assert [] == left
