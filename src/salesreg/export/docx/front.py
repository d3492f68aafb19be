"""What stands before the first section: stamp, title, requisites, contents."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.document.blocks import Document, Section
from salesreg.export.docx.inline import NO_BREAK_SPACE
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.markup import escape, field, paragraph, run
from salesreg.export.docx.table import grid, shares

_DEEPEST_ENTRY = 2


def front(ledger: Ledger) -> str:
    """The first page up to and including the table of contents."""
    document = ledger.document
    return "".join(
        [
            *(_line("Organisation", line, ledger) for line in document.organisation),
            _stamp(ledger),
            _line("DocumentKind", document.kind, ledger) if document.kind else "",
            _line("Title", document.title, ledger),
            _requisites(ledger),
            _contents(ledger),
        ]
    )


def _line(style: str, text: str, ledger: Ledger, properties: str = "") -> str:
    return paragraph(style, run(escape(text, ledger.pointer)), properties)


def _stamp(ledger: Ledger) -> str:
    first = '<w:spacing w:before="480"/>' if ledger.document.organisation else ""
    return "".join(
        _line("Approval", text, ledger, first if position == 0 else "")
        for position, text in enumerate(ledger.document.approval)
    )


def _requisites(ledger: Ledger) -> str:
    requisites = ledger.document.requisites
    if not requisites:
        return ""
    widths = shares([3, 5], ledger.look.text_width)
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{_line(style, text, ledger)}</w:tc>"
            for style, text, width in zip(
                ("RequisiteLabel", "Requisite"), row, widths, strict=True
            )
        )
        + "</w:tr>"
        for row in requisites
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="RequisiteTable"/>'
        f'<w:tblW w:w="{ledger.look.text_width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="0" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/></w:tblPr>{grid(widths)}{rows}</w:tbl>'
        + paragraph("TableGap", "")
    )


def _contents(ledger: Ledger) -> str:
    """A contents field filled in beforehand, for readers that fill none.

    Page numbers are known only to whoever lays the pages out, so the cached
    result of each PAGEREF is empty rather than guessed: LibreOffice computes
    it on opening, Word with "update field".
    """
    entries = list(_entries(ledger.document))
    if not entries:
        return ""
    begin, end = field('TOC \\o "1-2" \\h \\z \\u', "\0").split("\0")
    last = len(entries) - 1
    lines = "".join(
        paragraph(
            f"TOC{level}",
            (begin if position == 0 else "")
            + _entry(section, ledger)
            + (end if position == last else ""),
        )
        for position, (level, section) in enumerate(entries)
    )
    return (
        "<w:sdt><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        + _line("TOCHeading", ledger.document.wording.contents, ledger)
        + f"{lines}</w:sdtContent></w:sdt>"
    )


def _entry(section: Section, ledger: Ledger) -> str:
    name = ledger.place(section.anchor).bookmark
    title = escape(section.title, ledger.pointer)
    if section.number:
        label = run(f"{section.number}.") + "<w:r><w:tab/></w:r>" + run(title)
    elif section.mark:
        mark = escape(section.mark.replace(" ", NO_BREAK_SPACE), ledger.pointer)
        label = run(f"{mark}. {title}")
    else:
        label = run(title)
    page = field(f"PAGEREF {name} \\h", "")
    return (
        f'<w:hyperlink w:anchor="{name}" w:history="1">{label}'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _entries(document: Document) -> Iterator[tuple[int, Section]]:
    for section in (*document.sections, *document.annexes):
        yield 1, section
        for block in section.blocks:
            if isinstance(block, Section) and block.level == _DEEPEST_ENTRY:
                yield _DEEPEST_ENTRY, block
