"""Extract: the part of a document under some of its numbers, which stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    Text,
    Value,
)
from salesreg.document.context import Content


@frozen
class Chosen:
    """The numbered places to keep.

    Attributes:
        whole: Numbers of what is kept with all below it.
        rows: Rows that are kept of the table in a clause, by its number.
    """

    whole: frozenset[str]
    rows: Mapping[str, tuple[int, ...]]

    def kept(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """Return what is kept of some sections, with the headings above it."""
        found = (self._section(section) for section in sections)
        return tuple(section for section in found if section)

    def _section(self, section: Section) -> Section | None:
        if section.number in self.whole:
            return section
        below: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Section):
                below += filter(None, [self._section(block)])
            elif isinstance(block, Clause):
                below += filter(None, [self._clause(block)])
        return evolve(section, blocks=tuple(below)) if below else None

    def _clause(self, clause: Clause) -> Clause | None:
        if clause.number in self.whole:
            return clause
        if clause.number not in self.rows:
            return None
        rows = self.rows[clause.number]
        blocks = tuple(
            _of_rows(block, rows) if isinstance(block, Table) else block
            for block in clause.blocks
        )
        return evolve(clause, blocks=blocks)


def _of_rows(table: Table, rows: tuple[int, ...]) -> Table:
    """A table of some of its rows; a column that they leave empty goes too."""
    kept = [table.rows[row] for row in rows]
    filled = [
        place
        for place in range(len(table.columns))
        if any(row[place] not in _EMPTY for row in kept)
    ]
    return evolve(
        table,
        columns=tuple(table.columns[place] for place in filled),
        rows=tuple(tuple(row[place] for place in filled) for row in kept),
    )


_EMPTY: tuple[Content, ...] = ((), (Text("—"),))


def closed(parts: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return sections whose references lead nowhere outside them.

    What is not among them keeps its number, as words.
    """
    anchors = frozenset(_anchors(parts))
    return tuple(_section(part, anchors) for part in parts)


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section | Clause):
            yield block.anchor
            yield from _anchors(block.blocks)


def _section(section: Section, anchors: frozenset[str]) -> Section:
    return evolve(section, blocks=_blocks(section.blocks, anchors))


def _blocks(blocks: tuple[Block, ...], anchors: frozenset[str]) -> tuple[Block, ...]:
    return tuple(_block(block, anchors) for block in blocks)


def _block(block: Block, anchors: frozenset[str]) -> Block:
    match block:
        case Section():
            return _section(block, anchors)
        case Clause():
            content = _content(block.content, anchors)
            return evolve(block, content=content, blocks=_blocks(block.blocks, anchors))
        case Paragraph():
            return evolve(block, content=_content(block.content, anchors))
        case Quote():
            return evolve(block, blocks=_blocks(block.blocks, anchors))
        case Bullets():
            items = tuple(_blocks(item, anchors) for item in block.items)
            return evolve(block, items=items)
        case Table():
            rows = tuple(
                tuple(_content(cell, anchors) for cell in row) for row in block.rows
            )
            return evolve(block, rows=rows)
        case _:
            return block


def _content(content: Content, anchors: frozenset[str]) -> Content:
    return tuple(_inline(piece, anchors) for piece in content)


def _inline(piece: Inline, anchors: frozenset[str]) -> Inline:
    match piece:
        case Reference(anchor, text) if anchor not in anchors:
            return Text(text)
        case Strong() | Emphasis() | Link() | Value():
            return evolve(piece, content=_content(piece.content, anchors))
        case _:
            return piece
