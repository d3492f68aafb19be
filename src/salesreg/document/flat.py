"""Blocks flattened to the content of one table cell."""

from __future__ import annotations

from salesreg.document.blocks import (
    Block,
    Bullets,
    CodeBlock,
    Inline,
    LineBreak,
    Paragraph,
    Quote,
    Table,
    Text,
)
from salesreg.document.context import Content, between
from salesreg.document.text import regular


def flat(content: Content, blocks: tuple[Block, ...]) -> Content:
    """Return content and blocks as the content of one table cell."""
    lines = [content] if content else []
    for block in blocks:
        lines += _lines(block, "")
    made: list[Inline] = []
    for line in lines:
        made += (LineBreak(), *line) if made else line
    return regular(made)


def _lines(block: Block, mark: str) -> list[Content]:
    match block:
        case Paragraph():
            return [regular([Text(mark), *block.content])]
        case Bullets():
            lines: list[Content] = []
            for number, item in enumerate(block.items, 1):
                sign = f"{mark}{number}. " if block.ordered else f"{mark}• "
                for place, inner in enumerate(item):
                    lines += _lines(inner, mark if place else sign)
            return lines
        case Table():
            return [
                regular([Text(mark), *between(list(row), " — ")]) for row in block.rows
            ]
        case CodeBlock():
            return [(Text(mark + line),) for line in block.text.split("\n") if line]
        case Quote():
            return [line for inner in block.blocks for line in _lines(inner, mark)]
        case _:  # A figure, a clause, a section.
            # A field never says one of these.
            return []
