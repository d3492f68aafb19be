"""Prose that was edited in Word, as CommonMark again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from attrs import evolve, frozen

from salesreg.document import prose
from salesreg.document.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from salesreg.document.text import regular, visible
from salesreg.edits.stories import Piece
from salesreg.errors import invalid
from salesreg.export.markdown.body import Body


@frozen
class Prose:
    """Prose whose paragraphs are values.

    Attributes:
        source: The CommonMark that the regulation has.
        links: The addresses of the file's links, by relationship.
    """

    source: str
    links: Mapping[str, str]

    def edited(self, parts: Mapping[int, Iterable[Piece]], document: Document) -> str:
        """Return the CommonMark of the prose with other paragraphs.

        Where it can be, the source keeps its own form.

        Args:
            parts: What stands in the file for each paragraph that differs.
            document: The document, for its words.

        Raises:
            InvalidValue: What stands there is nothing, or no CommonMark says it.
        """
        contents = {part: content_of(said, self.links) for part, said in parts.items()}
        before = prose.blocks(self.source)
        wanted = tuple(_replaced(before, contents, count()))
        for candidate in (
            *self._patched(before, contents),
            *_written(wanted, document),
        ):
            if prose.blocks(candidate) == wanted:
                return candidate
        raise invalid("unreadable-value", "it cannot be written as CommonMark")

    def _patched(
        self, before: tuple[Block, ...], contents: Mapping[int, tuple[Inline, ...]]
    ) -> Iterator[str]:
        """The source with the words replaced where they stand, if it is that easy."""
        source, old = self.source, list(_paragraphs(before))
        for part, content in contents.items():
            words = visible(old[part])
            if source.count(words) != 1 or "\n" in words:
                return
            source = source.replace(words, visible(content))
        yield source


def content_of(pieces: Iterable[Piece], links: Mapping[str, str]) -> tuple[Inline, ...]:
    """Return the characters of a value as content."""
    made: list[Inline] = []
    for piece in pieces:
        for place, text in enumerate(piece.text.split("\n")):
            if place:
                made.append(LineBreak())
            one: tuple[Inline, ...] = (Code(text) if piece.code else Text(text),)
            if piece.italic:
                one = (Emphasis(one),)
            if piece.bold:
                one = (Strong(one),)
            if piece.link in links:
                one = (Link(one, links[piece.link]),)
            made += one
    return _joined(regular(made))


def _joined(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Content whose neighbours of one kind are one: Word splits runs as it likes."""
    made: list[Inline] = []
    for piece in content:
        match made[-1:], piece:
            case [Strong(before)], Strong(after):
                made[-1] = Strong(_joined(regular((*before, *after))))
            case [Emphasis(before)], Emphasis(after):
                made[-1] = Emphasis(_joined(regular((*before, *after))))
            case [Link(before, url)], Link(after, other) if url == other:
                made[-1] = Link(_joined(regular((*before, *after))), url)
            case _:
                made.append(piece)
    return tuple(made)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield content
            case Quote(inner):
                yield from _paragraphs(inner)
            case Bullets(items):
                for item in items:
                    yield from _paragraphs(item)
            case _:
                pass


def _replaced(
    blocks: Iterable[Block],
    contents: Mapping[int, tuple[Inline, ...]],
    numbers: count[int],
) -> Iterator[Block]:
    """The blocks with other paragraphs; one without words goes, with what held it."""
    for block in blocks:
        match block:
            case Paragraph(content):
                if words := contents.get(next(numbers), content):
                    yield Paragraph(words)
            case Quote(inner):
                if quoted := tuple(_replaced(inner, contents, numbers)):
                    yield Quote(quoted)
            case Bullets(items):
                kept = [tuple(_replaced(item, contents, numbers)) for item in items]
                if any(kept):
                    yield evolve(block, items=tuple(filter(None, kept)))
            case _:
                yield block


def _written(blocks: tuple[Block, ...], document: Document) -> Iterator[str]:
    if blocks:
        body = Body(evolve(document, sections=(), annexes=()))
        yield "\n\n".join([body.block(block) for block in blocks])
