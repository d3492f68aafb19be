"""What stands before the first section: stamp, title, requisites, contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesreg.document.blocks import Document, Section
from salesreg.export.docx.inline import NO_BREAK_SPACE, runs
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.markup import field, paragraph
from salesreg.export.docx.table import grid
from salesreg.export.docx.widths import shares

_DEEPEST_ENTRY = 2


def front(ledger: Ledger) -> str:
    """The first page up to and including the table of contents."""
    document = ledger.document
    return "".join(
        [
            *(
                paragraph("Organisation", runs(line, ledger))
                for line in document.organisation
            ),
            _stamp(ledger),
            _line("DocumentKind", document.kind, ledger, _close(document))
            if document.kind
            else "",
            paragraph("Title", ledger.titled(document.title, document.titled)),
            _requisites(ledger),
            _contents(ledger),
        ]
    )


def visas(ledger: Ledger) -> str:
    """The posts that agree to the document, with lines to sign, after its text."""
    posts, wording = ledger.document.visas, ledger.document.wording
    if not posts or not ledger.look.visas:
        return ""
    blank = ledger.words("_" * 12 + " / " + "_" * 14)
    day = ledger.words(wording.date_line)
    rows = [(ledger.words(post), blank, day) for post in posts]
    return (
        ledger.turn(sideways=False)
        + _line("VisaHeading", wording.agreed, ledger)
        + _layout(rows, [4, 5, 4], ("Visa", "Visa", "Visa"), ledger)
    )


def _line(style: str, text: str, ledger: Ledger, properties: str = "") -> str:
    return paragraph(style, ledger.words(text), properties)


def _close(document: Document) -> str:
    """No room above the first line of a page."""
    above = document.organisation or document.approval
    return "" if above else '<w:spacing w:before="0"/>'


def _stamp(ledger: Ledger) -> str:
    first = '<w:spacing w:before="480"/>' if ledger.document.organisation else ""
    return "".join(
        paragraph("Approval", runs(line, ledger), first if position == 0 else "")
        for position, line in enumerate(ledger.document.approval)
    )


def _requisites(ledger: Ledger) -> str:
    requisites = ledger.document.requisites
    if not requisites:
        return ""
    rows = [(ledger.words(label), runs(value, ledger)) for label, value in requisites]
    return _layout(rows, [2, 5], ("RequisiteLabel", "Requisite"), ledger)


def _layout(
    rows: Sequence[tuple[str, ...]],
    weights: list[int],
    styles: tuple[str, ...],
    ledger: Ledger,
) -> str:
    """Runs in columns, without a header row: a table only to the eye."""
    widths = shares(weights, ledger.look.text_width)
    written = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(style, cell)}</w:tc>"
            for style, cell, width in zip(styles, row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="RequisiteTable"/>'
        f'<w:tblW w:w="{ledger.look.text_width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="0" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/></w:tblPr>{grid(widths)}{written}</w:tbl>'
        + paragraph("TableGap", "")
    )


def _contents(ledger: Ledger) -> str:
    """The table of contents, filled in beforehand: nobody has to build it.

    Page numbers are known only to whoever lays the pages out, so the cached
    result of each PAGEREF is empty rather than guessed. LibreOffice computes
    it on opening, but only outside a TOC field; Word when fields are updated.
    """
    entries = list(_entries(ledger.document))
    if not entries:
        return ""
    heading = _line("TOCHeading", ledger.document.wording.contents, ledger)
    lines = [(f"TOC{level}", _entry(section, ledger)) for level, section in entries]
    if ledger.look.contents == "live":
        return heading + "".join(paragraph(style, entry) for style, entry in lines)
    begin, end = field('TOC \\o "1-2" \\h \\z \\u', "|").split("|")
    lines[0] = (lines[0][0], begin + lines[0][1])
    lines[-1] = (lines[-1][0], lines[-1][1] + end)
    return (
        "<w:sdt><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{heading}"
        + "".join(paragraph(style, entry) for style, entry in lines)
        + "</w:sdtContent></w:sdt>"
    )


def _entry(section: Section, ledger: Ledger) -> str:
    place = ledger.place(section.anchor)
    if section.number:
        tab = "<w:r><w:tab/></w:r>"
        label = ledger.words(f"{section.number}.") + tab + ledger.words(section.title)
    elif place.mark:
        mark = place.mark.replace(" ", NO_BREAK_SPACE)
        label = ledger.words(f"{mark}. {section.title}")
    else:
        label = ledger.words(section.title)
    page = field(f"PAGEREF {place.bookmark} \\h", "")
    return (
        f'<w:hyperlink w:anchor="{place.bookmark}" w:history="1">{label}'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _entries(document: Document) -> Iterator[tuple[int, Section]]:
    if not document.contents:
        return
    for section in (*document.sections, *document.annexes):
        yield 1, section
        for block in section.blocks:
            if isinstance(block, Section) and block.level == _DEEPEST_ENTRY:
                yield _DEEPEST_ENTRY, block
