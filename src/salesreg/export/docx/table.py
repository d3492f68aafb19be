"""Tables: a repeating grey header row, rows that stay whole, fixed widths."""

from __future__ import annotations

from salesreg.document.blocks import Column, Inline, Table, Text
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.inline import runs
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.look import twips
from salesreg.export.docx.markup import escape, field, paragraph, run
from salesreg.export.docx.widths import Measured

_GAP = paragraph("TableGap", "")
"""Stands after every table: without it Word joins two neighbours into one."""
_MOST_COLUMNS = 63
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_TALL = "<w:tr>"
"""A row that would leave a third of a page bare if it were kept whole."""
_PLAIN = '<w:pStyle w:val="TableText"/>'
_KEPT = f"{_PLAIN}<w:keepNext/>"
_TOLD = 200
_TO_FILL = (
    f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(9)}" '
    'w:hRule="atLeast"/></w:trPr>'
)
"""A row that is mostly blank is there to be filled in by hand: give it room."""


def table(block: Table, ledger: Ledger) -> str:
    """A table with its caption above and the gap below.

    Raises `DocxError` for a number of columns that Word cannot hold and for a
    row whose cells do not match the columns.
    """
    if not 1 <= len(block.columns) <= _MOST_COLUMNS:
        raise DocxError(
            ledger.pointer,
            f"a table has {len(block.columns)} columns: Word takes 1 to 63",
        )
    found = ledger.measured(block)
    widths = found.widths(ledger.text_width)
    said = captioned(block, ledger)
    mark = ledger.cited.get(id(block), "")
    above = caption("table", said, ledger, "Caption", mark) if said else ""
    return (
        f'{above}<w:tbl><w:tblPr><w:tblStyle w:val="RegulationTable"/>'
        f'<w:tblW w:w="{ledger.text_width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{_told(block, ledger)}</w:tblPr>"
        f"{grid(widths)}{_header(block.columns, widths, ledger)}"
        f"{_rows(block, widths, found, ledger)}</w:tbl>{_GAP}"
    )


def captioned(block: Table, ledger: Ledger) -> str:
    """What the caption of a table says; empty when it has none in this look."""
    return block.caption or (block.name if ledger.look.captions else "")


def caption(kind: str, text: str, ledger: Ledger, style: str, mark: str = "") -> str:
    """A caption with its number: «Таблица 1 — Матрица ответственности».

    The number is live where those of clauses are.
    `mark` is the bookmark around the number, for those who cite it.
    """
    wording = ledger.document.wording
    if kind == "table":
        word, number = wording.table, ledger.caption_number("table")
    else:
        word, number = wording.figure, ledger.caption_number("figure")
    sequence = "Table" if kind == "table" else "Figure"
    said = f" \u2014 {text}" if text else ""
    shown = run(str(number))
    if ledger.document.numbering == "live":
        shown = field(f"SEQ {sequence} \\* ARABIC", shown)
    if mark:
        shown = ledger.marked(mark, shown)
    return paragraph(style, ledger.words(f"{word}\u00a0") + shown + ledger.words(said))


def grid(widths: list[int]) -> str:
    """`w:tblGrid` for the column widths."""
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _header(columns: tuple[Column, ...], widths: list[int], ledger: Ledger) -> str:
    fill = ledger.look.header_fill
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        '<w:vAlign w:val="center"/></w:tcPr>'
        + paragraph(
            "TableHead",
            ledger.words(column.title),
            _aligned(column),
        )
        + "</w:tc>"
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _told(block: Table, ledger: Ledger) -> str:
    """What a reader who cannot see is told before a table."""
    titles = [column.title for column in block.columns if column.title]
    name = block.caption or block.name or ", ".join(titles)
    return f'<w:tblCaption w:val="{escape(name[:_TOLD], ledger.pointer)}"/>'


def _rows(block: Table, widths: list[int], found: Measured, ledger: Ledger) -> str:
    # What a cell starts with is the same in the whole column: join it once.
    filled = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f"{_PLAIN}{_aligned(column)}</w:pPr>"
        for column, width in zip(block.columns, widths, strict=True)
    ]
    middle = '<w:vAlign w:val="center"/></w:tcPr>'
    to_fill = [start.replace("</w:tcPr>", middle) for start in filled]
    lines, last = found.lines(widths), len(block.rows) - 1
    most = ledger.look.text_height // (3 * found.size)
    written: list[str] = []
    for position, row in enumerate(block.rows):
        if len(row) != len(widths):
            raise DocxError(
                ledger.pointer,
                f"row {position + 1} of the table {block.caption!r} has {len(row)} "
                f"cells for {len(widths)} columns",
            )
        blank = sum(1 for cell in row if not cell)
        mostly_blank = blank * 2 >= len(row)
        tall = lines[position] > most
        written.append(_TALL if tall else _TO_FILL if mostly_blank else _ROW)
        starts = to_fill if mostly_blank else filled
        # No row stands alone before a turn of the page, nor after one.
        if not tall and position in {0, last - 1} and last:
            starts = [start.replace(_PLAIN, _KEPT) for start in starts]
        for start, cell in zip(starts, row, strict=True):
            written += [start, _cell(cell, ledger), "</w:p></w:tc>"]
        written.append("</w:tr>")
    return "".join(written)


def _cell(content: tuple[Inline, ...], ledger: Ledger) -> str:
    # Nearly every cell is one plain text.
    if len(content) == 1 and type(content[0]) is Text:
        return ledger.words(content[0].text)
    return runs(content, ledger)


def _aligned(column: Column) -> str:
    return "" if column.align == "left" else f'<w:jc w:val="{column.align}"/>'
