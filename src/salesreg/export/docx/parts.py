"""What a Word file says, part by part: the text, and what stands in its margins."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from salesreg.document.blocks import Document
from salesreg.export.docx.body import annexes, sections
from salesreg.export.docx.front import front, visas
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import (
    NAMESPACES,
    document_xml,
    field,
    paragraph,
    run,
)
from salesreg.export.docx.places import places


@frozen
class Parts:
    """The parts of a file that say something, as XML.

    Attributes:
        text: The main part.
        headers: The headers.
        footers: The footers.
    """

    text: str
    headers: tuple[str, ...]
    footers: tuple[str, ...]


def parts_of(document: Document, look: Look) -> Parts:
    """Return what the file of a document says, without making the file.

    Each value stands in its bookmark: it reads there as it does in a control.
    """
    ledger = Ledger(
        document, look, places(document), relate=lambda url: url, values="bookmarks"
    )
    text, ours = main_part(ledger), margins(ledger)
    given = look.base.margins if look.base else ()
    headers, footers = (
        (
            *(margin.content for margin in given if margin.part == part),
            *(content for name, content in ours.items() if name == part),
        )
        for part in ("header", "footer")
    )
    return Parts(text, headers, footers)


def main_part(ledger: Ledger) -> str:
    """The main part of the file of a document."""
    return document_xml(written(ledger) + ledger.section())


def written(ledger: Ledger) -> str:
    """The whole text of a document; it ends within its last section."""
    return front(ledger) + sections(ledger) + visas(ledger) + annexes(ledger)


def margins(ledger: Ledger) -> Mapping[str, str]:
    """Our "header" and "footer", unless a company has its own.

    They stand above and below the text, but not on the bare first page.
    """
    base = ledger.look.base
    head, foot = ledger.words(ledger.document.header), _page_number(ledger)
    if ledger.look.page_number == "head":
        head, foot = field("PAGE", run("1")), ""
    return {
        part: f"<w:{root} {NAMESPACES}>{paragraph(style, content)}</w:{root}>"
        for part, root, style, content in (
            ("header", "hdr", "Header", head),
            ("footer", "ftr", "Footer", foot),
        )
        if base is None or base.lacks(part)
    }


def _page_number(ledger: Ledger) -> str:
    # Even pieces are words, odd ones the name of a counter.
    pieces = re.split(r"\{(page|pages)\}", ledger.document.wording.page)
    counters = {"page": "PAGE", "pages": "NUMPAGES"}
    return "".join(
        field(counters[piece], run("1")) if position % 2 else ledger.words(piece)
        for position, piece in enumerate(pieces)
        if piece
    )
