"""Blocks as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    CodeBlock,
    Column,
    Document,
    Inline,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)
from salesreg.document.figures import Figure
from salesreg.export.markdown.inline import Setting, line
from salesreg.export.mermaid import mermaid
from salesreg.export.places import heading, ids

_DEEPEST = 6
_RULES = {"left": "---", "center": ":---:", "right": "---:"}


class Body:
    """Writes the blocks of one document and counts its tables and figures."""

    def __init__(self, document: Document) -> None:
        """Settle the ids of the document."""
        self._wording = document.wording
        self._ids = ids(document)
        self._setting = Setting(self._ids, document.wording.missing)
        self._tables = 0
        self._figures = 0

    def heading(self, level: int, text: str) -> str:
        """Return a heading; below the sixth level there are no deeper ones."""
        setting = evolve(self._setting, place="heading")
        return f"{'#' * min(level, _DEEPEST)} {line((Text(text),), setting)}"

    def block(self, block: Block) -> str:
        """Return a block without blank lines around it; "" when it is empty."""
        match block:
            case Paragraph(content):
                return line(content, self._setting)
            case Clause():
                return self._clause(block)
            case Section():
                title = self.heading(block.level + 1, heading(block))
                anchor = f'<a id="{self._ids[block.anchor]}"></a>'
                return self._joined([anchor, title, self._blocks(block.blocks)])
            case Bullets():
                return self._list(block, "-" if not block.ordered else ".")
            case Quote(blocks):
                return _prefixed(self._blocks(blocks), "> ", "> ")
            case CodeBlock(text):
                return _fenced(text)
            case Table():
                return self._table(block)
            case figure:
                return self._figure(figure)

    def _joined(self, parts: Iterable[str]) -> str:
        return "\n\n".join([part for part in parts if part])

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        """Blocks under one another; of two lists in a row one changes its signs."""
        parts: list[str] = []
        sign = ""
        for block in blocks:
            if isinstance(block, Bullets):
                usual, other = (".", ")") if block.ordered else ("-", "*")
                sign = other if sign == usual else usual
                parts.append(self._list(block, sign))
            else:
                parts.append(self.block(block))
                sign = "" if parts[-1] else sign
        return self._joined(parts)

    def _clause(self, clause: Clause) -> str:
        anchor = f'<a id="{self._ids[clause.anchor]}"></a>'
        start = f"{anchor}**{clause.number}.** " if clause.number else anchor
        first = start + line(clause.content, self._setting, start[-1])
        return self._joined([first.rstrip(" "), self._blocks(clause.blocks)])

    def _list(self, block: Bullets, sign: str) -> str:
        tight = all(map(_runs_on, block.items))
        parts: list[str] = []
        for number, item in enumerate(block.items, 1):
            mark = f"{number}{sign} " if block.ordered else f"{sign} "
            body = self._item(item, tight=tight)
            parts.append(_prefixed(body, mark, " " * len(mark)))
        return ("\n" if tight else "\n\n").join(parts)

    def _item(self, item: tuple[Block, ...], *, tight: bool) -> str:
        if tight:
            return "\n".join([self.block(block) for block in item])
        return self._blocks(item)

    def _table(self, table: Table) -> str:
        head = self._row([(Text(column.title),) for column in table.columns])
        rules = self._rule(table.columns)
        rows = [self._row(row) for row in table.rows]
        caption = ""
        if table.caption:
            self._tables += 1
            caption = self._caption(self._wording.table, self._tables, table.caption)
        return self._joined([caption, "\n".join([head, rules, *rows])])

    def _row(self, cells: Iterable[tuple[Inline, ...]]) -> str:
        setting = evolve(self._setting, place="cell")
        made = [line(cell, setting).replace("|", "\\|") for cell in cells]
        return f"| {' | '.join(made)} |"

    def _rule(self, columns: tuple[Column, ...]) -> str:
        return f"| {' | '.join([_RULES[column.align] for column in columns])} |"

    def _figure(self, figure: Figure) -> str:
        self._figures += 1
        caption = self._caption(self._wording.figure, self._figures, figure.caption)
        return self._joined([_fenced(mermaid(figure), "mermaid"), caption])

    def _caption(self, word: str, number: int, text: str) -> str:
        words = f"{word} {number} — {text}" if text else f"{word} {number}"
        return line((Strong((Text(words),)),), self._setting)


def _runs_on(item: tuple[Block, ...]) -> bool:
    """Whether an item reads as one: a paragraph, and perhaps such a list."""
    match item:
        case (Paragraph(content),):
            return bool(content)
        case (Paragraph(content), Bullets(items)):
            return bool(content) and bool(items) and all(map(_runs_on, items))
        case _:
            return False


def _prefixed(text: str, first: str, rest: str) -> str:
    """Text with a sign in front of its first line and as much of the others."""
    head, *tail = text.split("\n")
    lines = [(first, head), *((rest, text) for text in tail)]
    return "\n".join([sign + text if text else sign.rstrip() for sign, text in lines])


def _fenced(text: str, language: str = "") -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    return f"{fence}{language}\n{text}\n{fence}" if text else f"{fence}\n{fence}"
