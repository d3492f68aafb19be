"""What one rendering keeps count of: ids, lists, captions, links, the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import count
from typing import Literal
from urllib.parse import quote, urlsplit

from attrs import define, field

from salesreg.document.blocks import Document, Table
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import bookmark, control, escape, run
from salesreg.export.docx.numbering import CLAUSES, ITEMS, restarted
from salesreg.export.docx.pages import opening, turned, upright
from salesreg.export.docx.places import Place, places, value_name
from salesreg.export.docx.widths import Measured, measured

Values = Literal["controls", "bookmarks", "plain"]
"""How values stand in a file: in content controls inside bookmarks, so that what
people change there can be read back; in bookmarks alone; or as any other words."""
_UNSAFE = re.compile(r"""[\s<>"{}|\\^`]""")


@define
class Ledger:
    """The state of one rendering; every id it hands out is unique in the file."""

    document: Document
    look: Look
    places: dict[str, Place]
    relate: Callable[[str], str]
    """Gives the relationship id of an outside address."""
    values: Values = "plain"
    pointer: str = ""
    """Where in the regulation the writer is: named in every error."""
    numbering: list[str] = field(factory=list[str])
    """`w:num` elements that this document adds to the template's."""
    clause_list: int = CLAUSES
    """The numbered list that clauses join; each annex has its own."""
    sideways: bool = False
    """Whether the pages are turned where the writer is."""
    opened: bool = False
    """Whether a section was closed before, so that this is not the first."""
    turns: bool = True
    """Whether pages are turned for tables that are too wide for upright ones."""
    bookmarks: count[int] = field(factory=lambda: count(1))
    """Numbers for bookmarks and for other marks: no two in a file are the same."""
    drawings: count[int] = field(factory=lambda: count(1))
    cited: dict[int, str] = field(factory=dict[int, str])
    """Bookmarks for the numbers of tables that clauses cite, by id of the table."""
    _wide: dict[int, bool] = field(factory=dict[int, bool])
    _measured: dict[int, Measured] = field(factory=dict[int, Measured])
    _links: dict[str, str] = field(factory=dict[str, str])
    _captions: dict[str, int] = field(factory=dict[str, int])
    _said: dict[tuple[str, int], int] = field(factory=dict[tuple[str, int], int])
    _controls: set[int] = field(factory=set[int])

    def beside(self, document: Document, *, turns: bool) -> Ledger:
        """A ledger of another document that stands in the same file."""
        return Ledger(
            document,
            self.look,
            places(document),
            self.relate,
            numbering=self.numbering,
            turns=turns,
            bookmarks=self.bookmarks,
            drawings=self.drawings,
        )

    @contextmanager
    def at(self, pointer: str) -> Generator[None, None, None]:
        """Name this place of the regulation in the errors of what happens inside."""
        outer, self.pointer = self.pointer, pointer
        yield
        self.pointer = outer

    def place(self, anchor: str) -> Place:
        """The place behind an anchor; `DocxError` when there is none."""
        try:
            return self.places[anchor]
        except KeyError:
            raise DocxError(
                self.pointer, f"a reference to the unknown anchor {anchor!r}"
            ) from None

    def words(self, text: str, properties: str = "") -> str:
        """Plain text of the tree as a run; `DocxError` where XML cannot hold it."""
        return run(escape(text, self.pointer), properties)

    def marked(self, name: str, runs: str) -> str:
        """`runs` inside the bookmark `name`."""
        return bookmark(name, next(self.bookmarks), runs)

    def value(self, pointer: str, part: int, runs: str) -> str:
        """`runs` as the value at a JSON Pointer, as this file marks values.

        LibreOffice up to 7.4 drops the tag of a control and keeps the bookmark.
        """
        if self.values == "plain" or not runs:
            return runs
        time = self._said.get((pointer, part), 0)
        self._said[pointer, part] = time + 1
        name = value_name(pointer, part, time)
        if self.values == "controls":
            runs = control(name, self._control_id(name), runs)
        return self.marked(name, runs)

    def _control_id(self, name: str) -> int:
        """A number for a control: from its name, and unlike all before it."""
        number = int(name[-16:-8], 16) >> 1
        while number in self._controls or not number:
            number = (number + 1) & 0x7FFFFFFF
        self._controls.add(number)
        return number

    def titled(self, title: str, pointer: str) -> str:
        """A title as a run; a value when it stands at a JSON Pointer."""
        runs = self.words(title)
        return self.value(pointer, 0, runs) if pointer and title else runs

    @property
    def text_width(self) -> int:
        """Width of the text area of the pages at hand."""
        return self.look.text_height if self.sideways else self.look.text_width

    def measured(self, table: Table) -> Measured:
        """A table by the room that its words need, measured once."""
        # Tables live as long as the document, so no two share an id.
        if id(table) not in self._measured:
            self._measured[id(table)] = measured(
                table, self.look, self.document.wording.missing
            )
        return self._measured[id(table)]

    def wide(self, table: Table) -> bool:
        """Whether a table turns its pages."""
        if not self.turns:
            return False
        if id(table) not in self._wide:
            look = self.look
            wide = self.measured(table).wide(look.text_width, look.text_height)
            self._wide[id(table)] = wide
        return self._wide[id(table)]

    def turn(self, *, sideways: bool) -> str:
        """Turn the pages from here on; what ends the section before."""
        if sideways == self.sideways:
            return ""
        closing = self.section()
        self.sideways, self.opened = sideways, True
        return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{closing}</w:pPr></w:p>'

    def section(self) -> str:
        """`w:sectPr` of the section at hand."""
        if self.sideways:
            return turned(self.look)
        if self.opened:
            return upright(self.look)
        return opening(self.look)

    def drawing_id(self) -> int:
        """A fresh id for a drawing or a shape in it."""
        return next(self.drawings)

    def caption_number(
        self, kind: Literal["table", "figure"], *, ahead: bool = False
    ) -> int:
        """The next number in the sequence of tables or of figures.

        It is taken, unless it is only looked at ahead of its caption.
        """
        number = self._captions.get(kind, 0) + 1
        if not ahead:
            self._captions[kind] = number
        return number

    def new_list(self, abstract: int = ITEMS, level: int = 0) -> int:
        """A fresh list that counts from one; its `w:numId`."""
        number = ITEMS + len(self.numbering) + 1
        self.numbering.append(restarted(number, abstract, level))
        return number

    def link(self, url: str) -> str:
        """The relationship id for an http, https or mailto address.

        Raises `DocxError` for anything else: a document that people sign must
        not start programs or open files of the reader's machine.
        """
        if url not in self._links:
            self._links[url] = self.relate(self._address(url))
        return self._links[url]

    def _address(self, url: str) -> str:
        # Word calls a file broken for a target that is no address at all.
        try:
            parts = urlsplit(url)
        except ValueError:
            raise DocxError(self.pointer, f"the link {url!r} is no address") from None
        if parts.scheme not in {"http", "https", "mailto"}:
            raise DocxError(self.pointer, f"the link {url!r} is not allowed")
        if not (parts.path if parts.scheme == "mailto" else parts.hostname):
            raise DocxError(self.pointer, f"the link {url!r} is no address")
        escape(url, self.pointer)
        return _UNSAFE.sub(lambda found: quote(found.group()), url)
