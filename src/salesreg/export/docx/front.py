"""What stands before the first section: stamp, title, requisites, contents."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.document.blocks import Document, Section
from salesreg.export.docx.inline import NO_BREAK_SPACE, runs
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.markup import field, paragraph
from salesreg.export.docx.table import grid, shares

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
            _line("DocumentKind", document.kind, ledger) if document.kind else "",
            _line("Title", document.title, ledger),
            _requisites(ledger),
            _contents(ledger),
        ]
    )


def _line(style: str, text: str, ledger: Ledger, properties: str = "") -> str:
    return paragraph(style, ledger.words(text), properties)


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
    widths = shares([3, 5], ledger.look.text_width)
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(style, text)}</w:tc>"
            for style, text, width in zip(
                ("RequisiteLabel", "Requisite"),
                (ledger.words(label), runs(value, ledger)),
                widths,
                strict=True,
            )
        )
        + "</w:tr>"
        for label, value in requisites
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
    for section in (*document.sections, *document.annexes):
        yield 1, section
        for block in section.blocks:
            if isinstance(block, Section) and block.level == _DEEPEST_ENTRY:
                yield _DEEPEST_ENTRY, block
