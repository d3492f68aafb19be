"""The document as a tree of blocks: one content for every output.

A writer (Markdown, HTML, DOCX) receives a `Document` and decides only how it
looks. What it says, in which order and under which numbers is settled here,
in one language, so that clause 3.2.1 says the same thing everywhere.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

from salesreg.document.figures import Figure

# --- inline content ---------------------------------------------------------


@frozen
class Text:
    """Plain characters; never contains a line break."""

    text: str


@frozen
class Strong:
    """Strong emphasis, shown bold."""

    content: tuple[Inline, ...]


@frozen
class Emphasis:
    """Emphasis, shown italic."""

    content: tuple[Inline, ...]


@frozen
class Code:
    """Literal characters: a field name, a naming pattern."""

    text: str


@frozen
class Link:
    """A link to the outside; `url` is http, https or mailto only."""

    content: tuple[Inline, ...]
    url: str


@frozen
class LineBreak:
    """A forced new line inside a paragraph or a cell."""


@frozen
class Reference:
    """A live reference to a numbered place of this document.

    `anchor` is the anchor of a section or clause that exists in the tree and
    `text` is what stands there for a reader: normally its number ("3.2.1").
    """

    anchor: str
    text: str


@frozen
class Missing:
    """A reference to something that the regulation never defines.

    Shown and visibly marked, so that a reader of the draft sees the hole.
    """

    text: str


@frozen
class Value:
    """A value of the regulation, at the place that states it.

    It is what a person may edit where it stands, and no value lies in another.

    Attributes:
        content: What a reader sees.
        pointer: JSON Pointer of the value into the dict form.
        part: Which of the paragraphs, when prose makes several.
    """

    content: tuple[Inline, ...]
    pointer: str
    part: int = 0


Inline = (
    Text | Strong | Emphasis | Code | Link | LineBreak | Reference | Missing | Value
)

# --- blocks -------------------------------------------------------------------


@frozen
class Paragraph:
    """One paragraph without a number."""

    content: tuple[Inline, ...]


@frozen
class Bullets:
    """A list; each item is a sequence of blocks, normally one paragraph."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@frozen
class Quote:
    """Words to be said or cited as they stand."""

    blocks: tuple[Block, ...]


@frozen
class CodeBlock:
    """Literal lines; may contain line breaks."""

    text: str


@frozen
class Column:
    """One column of a table: heading, share of the width, alignment."""

    title: str
    weight: int = 1
    align: Literal["left", "center", "right"] = "left"


@frozen
class Table:
    """A table with one header row. Every row has as many cells as columns.

    `name` says what it is where every table has a caption, as GOST wants it, and to
    readers who cannot see it; elsewhere the clause above it says that.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    caption: str = ""
    name: str = ""


@frozen
class Clause:
    """A numbered statement that can be cited: "3.2.1".

    `content` is the paragraph that carries the number; `blocks` follow under
    it without numbers of their own (lists, tables, figures).
    """

    number: str
    anchor: str
    pointer: str
    content: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()

    @property
    def level(self) -> int:
        """Depth of the number: 2 for "3.2", 3 for "3.2.1"."""
        return self.number.count(".") + 1


@frozen
class Section:
    """A titled, numbered part: "3" at level 1, "3.2" at level 2.

    `mark` is set for annexes and unnumbered sheets ("Приложение 1"): such a
    section starts a new page, has an empty number and shows the mark instead.
    `titled` is the JSON Pointer of the title; empty when it is a fixed word.
    """

    number: str
    anchor: str
    pointer: str
    title: str
    blocks: tuple[Block, ...]
    mark: str = ""
    level: int = 1
    titled: str = ""


Block = Paragraph | Bullets | Quote | CodeBlock | Table | Figure | Clause | Section


@frozen
class Properties:
    """What a file says about itself; never a clock or a machine's user."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: str = ""
    revision: str = ""


@frozen
class Wording:
    """The fixed words that a writer needs, in the document's language."""

    contents: str
    page: str
    """With `{page}` and `{pages}`, for example "Page {page} of {pages}"."""
    figure: str
    """Caption prefix: "Figure", "Рисунок"."""
    table: str
    missing: str
    """Said of a marked hole: "not defined", "не определено"."""
    agreed: str = ""
    """Above the posts that agree: "AGREED BY", "СОГЛАСОВАНО"."""
    date_line: str = ""
    """A line to write a date on."""


@frozen
class Document:
    """The whole document, in one language, ready for any writer."""

    language: Literal["ru", "en"]
    kind: str
    """Kind of document, as printed above the title: "РЕГЛАМЕНТ"."""
    title: str
    organisation: tuple[tuple[Inline, ...], ...]
    """Lines at the very top: name of the organisation, department."""
    approval: tuple[tuple[Inline, ...], ...]
    """Lines of the approval stamp, top right; empty when nobody approves."""
    requisites: tuple[tuple[str, tuple[Inline, ...]], ...]
    """Label and value: revision, in force from, owner."""
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    """Annexes and the acknowledgement sheet: each on a new page."""
    header: str
    """Running head: short title and revision."""
    properties: Properties
    wording: Wording
    titled: str = ""
    """JSON Pointer of the title; empty when it is a fixed word."""
    numbering: Literal["live", "fixed"] = "live"
    """Whether numbers count on, or stand as they are: those of an extract."""
    dated: dt.date | None = None
    """The day of approval, or of coming into force: it picks the edition of a
    standard for papers."""
    contents: bool = True
    """Whether a table of contents stands in front of the text: not in a memo."""
    annexed: tuple[str, ...] = ()
    """What annexes are annexes to, as lines: the document, its date and number."""
    visas: tuple[str, ...] = ()
    """Posts that agree to the document before it is approved."""
