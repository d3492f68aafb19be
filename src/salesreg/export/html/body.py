"""Blocks as HTML."""

from __future__ import annotations

from collections.abc import Iterable

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
    Table,
)
from salesreg.document.figures import Figure
from salesreg.export.figures import labels_of
from salesreg.export.html.figure import drawing
from salesreg.export.html.inline import Setting, escape, line
from salesreg.export.places import heading, ids

_DEEPEST = 6


class Body:
    """Writes the blocks of one document and counts its tables and figures."""

    def __init__(self, document: Document, top: int = 1, prefix: str = "") -> None:
        """Settle ids, all with one prefix; the title is a heading of level `top`."""
        self.ids = ids(document, prefix)
        self._prefix = prefix
        self._setting = Setting(self.ids, document.wording.missing)
        self._wording = document.wording
        self._top = top
        self._tables = 0
        self._figures = 0

    def heading(self, level: int, text: str, number: str = "") -> str:
        """Return a heading; a section at level 1 stands one below the title."""
        depth = min(self._top + level, _DEEPEST)
        words = escape(text)
        if number and text.startswith(number):
            rest = escape(text[len(number) :].lstrip())
            words = f'<span class="number">{escape(number)}</span> {rest}'
        return f"<h{depth}>{words}</h{depth}>"

    def line(self, content: tuple[Inline, ...]) -> str:
        """Return content that runs on in a line."""
        return line(content, self._setting)

    def free(self, name: str) -> str:
        """Return an id like `name` that no anchor of the document has."""
        name = self._prefix + name
        while any(used.startswith(name) for used in self.ids.values()):
            name += "-"
        return name

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return blocks one after another, each on lines of its own."""
        return "\n".join([made for block in blocks if (made := self._block(block))])

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(content):
                return f"<p>{line(content, self._setting)}</p>" if content else ""
            case Clause():
                return self._clause(block)
            case Section():
                return self._section(block)
            case Bullets(items, ordered):
                tag = "ol" if ordered else "ul"
                inner = "\n".join([f"<li>{self._item(item)}</li>" for item in items])
                return f"<{tag}>\n{inner}\n</{tag}>" if items else ""
            case Quote(blocks):
                return f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case CodeBlock(text):
                return f"<pre><code>{escape(text)}</code></pre>"
            case Table():
                return self._table(block)
            case figure:
                return self._figure(figure)

    def _section(self, section: Section) -> str:
        number = f"{section.number}." if section.number else ""
        kind = "section" if section.number else "annex"
        title = self.heading(section.level, heading(section), number)
        return (
            f'<section class="{kind}" id="{self.ids[section.anchor]}">\n'
            f"{title}\n{self.blocks(section.blocks)}\n</section>"
        )

    def _clause(self, clause: Clause) -> str:
        name = self.ids[clause.anchor]
        words = line(clause.content, self._setting)
        if clause.number:
            number = f'<a class="number" href="#{name}">{escape(clause.number)}.</a>'
            words = f"{number} {words}"
        parts = [f"<p>{words}</p>", self.blocks(clause.blocks)]
        inner = "\n".join([part for part in parts if part])
        return f'<div class="clause" id="{name}">\n{inner}\n</div>'

    def _item(self, item: tuple[Block, ...]) -> str:
        """An item; a list of single lines has no space between them."""
        match item:
            case (Paragraph(content),):
                return line(content, self._setting)
            case (Paragraph(content), Bullets() as inner):
                return f"{line(content, self._setting)}\n{self.blocks((inner,))}\n"
            case _:
                return self.blocks(item)

    def _table(self, table: Table) -> str:
        caption = ""
        if table.caption:
            self._tables += 1
            words = self._caption(self._wording.table, self._tables, table.caption)
            caption = f"<caption>{words}</caption>\n"
        total = sum(column.weight for column in table.columns) or 1
        widths = "".join(
            [
                f'<col style="width:{100 * column.weight / total:.4g}%">'
                for column in table.columns
            ]
        )
        head = "".join([_head(column) for column in table.columns])
        rows = "".join([self._row(table.columns, row) for row in table.rows])
        return (
            f'<div class="wide">\n<table>\n{caption}<colgroup>{widths}</colgroup>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n"
            "</table>\n</div>"
        )

    def _row(
        self, columns: tuple[Column, ...], row: tuple[tuple[Inline, ...], ...]
    ) -> str:
        cells = [
            f"<td{_aligned(column)}>{line(cell, self._setting)}</td>"
            for column, cell in zip(columns, row, strict=True)
        ]
        return f"<tr>{''.join(cells)}</tr>\n"

    def _figure(self, figure: Figure) -> str:
        self._figures += 1
        words = self._caption(self._wording.figure, self._figures, figure.caption)
        names = self.free(f"figure-{self._figures}")
        told = "".join([f"<li>{escape(label)}</li>\n" for label in labels_of(figure)])
        moves = f'<ul class="moves">\n{told}</ul>\n' if told else ""
        return (
            f'<figure>\n<div class="wide">\n{drawing(figure, names)}\n</div>\n{moves}'
            f"<figcaption>{words}</figcaption>\n</figure>"
        )

    def _caption(self, word: str, number: int, text: str) -> str:
        label = f'<span class="label">{escape(f"{word} {number}")}</span>'
        return f"{label} — {escape(text)}" if text else label


def _head(column: Column) -> str:
    if not column.title:
        return "<td></td>"
    return f'<th scope="col"{_aligned(column)}>{escape(column.title)}</th>'


def _aligned(column: Column) -> str:
    return "" if column.align == "left" else f' class="{column.align}"'
