"""Sections, clauses and the blocks under them to paragraphs and tables."""

from __future__ import annotations

from attrs import evolve, frozen

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    CodeBlock,
    Paragraph,
    Quote,
    Section,
    Table,
)
from salesreg.document.text import visible
from salesreg.export.docx.drawing import drawing
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.inline import runs
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.markup import field, paragraph, run
from salesreg.export.docx.numbering import BULLETS, CLAUSES, list_left
from salesreg.export.docx.places import DEEPEST
from salesreg.export.docx.table import captioned, table

_HEADINGS = 2
"""Levels of titled sections."""
_NEW_PAGE = "<w:pageBreakBefore/>"


@frozen
class _Setting:
    """What surrounds a block: where its text starts, how deep in lists it is."""

    left: int = 0
    lists: int = 0
    quoted: bool = False
    closing: bool = False
    """Whether the list at hand ends the outermost list."""


def sections(ledger: Ledger) -> str:
    """All sections; the first starts the page after the contents, if there are any."""
    written: list[str] = []
    parts = ledger.document.sections
    for section, sideways in zip(parts, _sideways(parts, ledger), strict=True):
        page = _NEW_PAGE if ledger.document.contents and not written else ""
        written += [ledger.turn(sideways=sideways), _section(section, ledger, page)]
    return "".join(written)


def annexes(ledger: Ledger) -> str:
    """Annexes and sheets, each on a page of its own with its mark top right."""
    written: list[str] = []
    parts = ledger.document.annexes
    for annex, sideways in zip(parts, _sideways(parts, ledger), strict=True):
        written += [ledger.turn(sideways=sideways), _annex(annex, ledger)]
    return "".join(written)


def _annex(annex: Section, ledger: Ledger) -> str:
    with ledger.at(annex.pointer):
        # Numbers inside an annex start again, apart from those of the sections.
        ledger.clause_list = ledger.new_list(CLAUSES)
        place = ledger.place(annex.anchor)
        title = ledger.titled(annex.title, annex.titled)
        title = ledger.marked(place.bookmark, title)
        if place.mark:
            mark = ledger.marked(place.mark_bookmark, ledger.words(place.mark))
            heading = _mark(mark, ledger) + paragraph("AnnexTitle", title)
        else:
            heading = paragraph("AnnexTitle", title, _NEW_PAGE)
        return heading + _blocks(annex.blocks, ledger, _Setting())


def _mark(mark: str, ledger: Ledger) -> str:
    lines = ledger.document.annexed if ledger.look.annexed else ()
    if not lines:
        return paragraph("AnnexMark", mark)
    # The room below the block comes after its last line.
    below = f'<w:spacing w:after="{ledger.look.after * 4}"/>'
    last = len(lines) - 1
    return paragraph("AnnexMark", mark, '<w:spacing w:after="0"/>') + "".join(
        paragraph("AnnexOf", ledger.words(line), below if place == last else "")
        for place, line in enumerate(lines)
    )


def _section(section: Section, ledger: Ledger, page: str = "") -> str:
    with ledger.at(section.pointer):
        if not 1 <= section.level <= _HEADINGS:
            raise DocxError(
                ledger.pointer,
                f"a section at level {section.level}: only 1 and 2 exist",
            )
        bookmark = ledger.place(section.anchor).bookmark
        title = ledger.marked(bookmark, ledger.titled(section.title, section.titled))
        level = section.number.count(".")
        if section.number and ledger.document.numbering == "fixed":
            number = ledger.words(f"{section.number}.{ledger.look.number_gap}")
            style = f"HeadingPlain{section.level}"
            heading = paragraph(style, number + title, page + ledger.look.numbered)
            setting = _Setting(left=ledger.look.indent)
        elif not section.number:
            heading = paragraph(f"HeadingPlain{section.level}", title, page)
            setting = _Setting()
        else:
            usual = level + 1 == section.level and ledger.clause_list == CLAUSES
            numbered = page + ("" if usual else _joined(ledger.clause_list, level))
            heading = paragraph(f"Heading{section.level}", title, numbered)
            setting = _Setting(left=ledger.look.indent)
        return heading + _blocks(section.blocks, ledger, setting)


def _clause(clause: Clause, ledger: Ledger) -> str:
    indent = ledger.look.indent
    with ledger.at(clause.pointer):
        bookmark = ledger.place(clause.anchor).bookmark
        text = ledger.marked(bookmark, runs(clause.content, ledger))
        text += _citing(clause, bookmark, ledger)
        # What introduces a list or a table stays with its beginning.
        leads = clause.blocks and not isinstance(clause.blocks[0], Paragraph | Clause)
        properties = "<w:keepNext/>" if leads else ""
        level = clause.number.count(".")
        if ledger.document.numbering == "fixed":
            text = ledger.words(f"{clause.number}.{ledger.look.number_gap}") + text
            properties += ledger.look.numbered
        # The level of a subclause comes from its style. A clause right under a
        # section shares its level with the heading of a subsection, whose style
        # the level is linked to, so there the paragraph itself says the level.
        elif level != _HEADINGS or ledger.clause_list != CLAUSES:
            properties += _joined(ledger.clause_list, level)
            properties += ledger.look.numbered
        listed = ledger.document.numbering == "live" and level >= _HEADINGS
        style = "Subclause" if listed else "Clause"
        return paragraph(style, text, properties) + _blocks(
            clause.blocks, ledger, _Setting(left=indent)
        )


def _citing(clause: Clause, bookmark: str, ledger: Ledger) -> str:
    """The number of the table that a clause leads to, where tables have numbers."""
    first = clause.blocks[0] if clause.blocks else None
    if not ledger.look.captions or not clause.content:
        return ""
    if not isinstance(first, Table) or not captioned(first, ledger):
        return ""
    document = ledger.document
    word = document.wording.table
    if document.language == "ru" and visible(clause.content).endswith(":"):
        word = word.lower()
    shown = run(str(ledger.caption_number("table", ahead=True)))
    if document.numbering == "live":
        ledger.cited[id(first)] = name = f"{bookmark}_table"
        shown = field(f"REF {name} \\h", shown)
    return ledger.words(f" {word}\N{NO-BREAK SPACE}") + shown + ledger.words(".")


def _joined(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _blocks(blocks: tuple[Block, ...], ledger: Ledger, setting: _Setting) -> str:
    if setting.lists or setting.quoted:
        return "".join([_block(block, ledger, setting) for block in blocks])
    written: list[str] = []
    for block, sideways in zip(blocks, _sideways(blocks, ledger), strict=True):
        written += [
            ledger.turn(sideways=sideways),
            _block(block, ledger, setting),
        ]
    return "".join(written)


def _sideways(blocks: tuple[Block, ...], ledger: Ledger) -> list[bool]:
    """Which blocks begin on turned pages: wide tables, and what leads to them.

    A heading never stays behind alone, nor a clause whose table is all it has.
    """
    found: list[bool] = []
    for block in reversed(blocks):
        match block:
            case Table():
                wide = ledger.wide(block)
            case Section() | Clause():
                wide = _sideways(block.blocks, ledger)[:1] == [True]
            case Paragraph():
                wide = found[-1:] == [True]
            case _:
                wide = False
        found.append(wide)
    return found[::-1]


def _block(block: Block, ledger: Ledger, setting: _Setting) -> str:
    match block:
        case Paragraph(content):
            return _text(runs(content, ledger), ledger, setting)
        case Clause():
            return _clause(block, ledger)
        case Section():
            return _section(block, ledger)
        case Table():
            return table(block, ledger)
        case Bullets():
            return _list(block, ledger, setting)
        case Quote():
            return _blocks(
                block.blocks,
                ledger,
                evolve(setting, left=setting.left + ledger.look.list_step, quoted=True),
            )
        case CodeBlock(text):
            return _code(text, ledger, setting)
        case figure:
            return drawing(figure, ledger)


def _text(content: str, ledger: Ledger, setting: _Setting) -> str:
    if setting.quoted:
        return paragraph(
            "Quote", content, _indented(setting, ledger.look.quote_indent, ledger)
        )
    if not setting.left and not ledger.look.first_line:
        return paragraph("Normal", content)
    return paragraph(
        "BodyText", content, _indented(setting, ledger.look.indent, ledger)
    )


def _indented(setting: _Setting, usual: int, ledger: Ledger) -> str:
    """The left indent, said only where it is not the one of a style of ours."""
    ours = ledger.look.base is None
    return "" if ours and setting.left == usual else f'<w:ind w:left="{setting.left}"/>'


def _code(text: str, ledger: Ledger, setting: _Setting) -> str:
    lines = text.split("\n")
    content = "<w:r><w:br/></w:r>".join([ledger.words(line) for line in lines])
    return paragraph(
        "CodeBlock", content, _indented(setting, ledger.look.indent, ledger)
    )


def _list(block: Bullets, ledger: Ledger, setting: _Setting) -> str:
    level = min(setting.lists, DEEPEST - 1)
    number = ledger.new_list(level=level) if block.ordered else BULLETS
    # The first level starts where the first line of a paragraph does.
    start = 0 if setting.lists else ledger.look.first_line
    left = setting.left + start + ledger.look.list_step
    direct = (
        ""
        if left == list_left(ledger.look, level)
        else f'<w:ind w:left="{left}" w:hanging="{ledger.look.list_step}"/>'
    )
    written: list[str] = []
    for position, item in enumerate(block.items, start=1):
        match item:
            case (Paragraph(content), *rest):
                first = runs(content, ledger)
            case _:
                first, rest = "", list(item)
        closing = position == len(block.items) and (
            setting.closing or setting.lists == 0
        )
        # Items stand close together; the list as a whole like a paragraph.
        space = f'<w:spacing w:after="{ledger.look.after}"/>' if closing else ""
        written.append(
            paragraph(
                "ListParagraph",
                first,
                _joined(number, level) + ("" if rest else space) + direct,
            )
        )
        inner = _Setting(left, setting.lists + 1, setting.quoted, closing)
        written.append(_blocks(tuple(rest), ledger, inner))
    return "".join(written)
