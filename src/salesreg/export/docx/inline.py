"""Inline content to runs: emphasis, links, live references, marked holes."""

from __future__ import annotations

from salesreg.document.blocks import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Missing,
    Reference,
    Strong,
    Text,
    Value,
)
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.markup import field

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
NO_BREAK_SPACE = "\u00a0"


def runs(
    content: tuple[Inline, ...],
    ledger: Ledger,
    emphasis: str = "",
    style: str = "",
) -> str:
    """The runs of inline content.

    `emphasis` is what the surrounding elements ask for and `style` the
    character style they set; a run has room for one style only, and inner
    code keeps its own.
    """
    return "".join([_piece(piece, ledger, emphasis, style) for piece in content])


def _piece(  # noqa: C901 - one arm per kind of inline content
    piece: Inline, ledger: Ledger, emphasis: str, style: str
) -> str:
    match piece:
        case Text(text):
            return ledger.words(text, style + emphasis)
        case Value(content, pointer, part):
            inner = runs(content, ledger, emphasis, style)
            return ledger.value(pointer, part, inner)
        case Strong(content):
            if BOLD not in emphasis:
                emphasis = BOLD + emphasis
            return runs(content, ledger, emphasis, style)
        case Emphasis(content):
            if ITALIC not in emphasis:
                emphasis += ITALIC
            return runs(content, ledger, emphasis, style)
        case Code(text):
            return ledger.words(text, _styled("InlineCode") + emphasis)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case Link(content, url):
            if style:
                raise DocxError(ledger.pointer, f"the link {url!r} is inside a link")
            inner = runs(content, ledger, emphasis, _styled("Hyperlink"))
            target = ledger.link(url)
            return f'<w:hyperlink r:id="{target}" w:history="1">{inner}</w:hyperlink>'
        case Reference():
            return _reference(piece, ledger, emphasis, style)
        case Missing(text):
            hole = f"{text}{NO_BREAK_SPACE}[{ledger.document.wording.missing}]"
            return ledger.words(hole, _styled("Missing") + emphasis)


def _reference(reference: Reference, ledger: Ledger, emphasis: str, style: str) -> str:
    """A number or mark that Word keeps current, or an inner link for other words."""
    place = ledger.place(reference.anchor)
    shown = ledger.words(reference.text, style + emphasis)
    fixed = ledger.document.numbering == "fixed"
    if reference.text and reference.text == place.number and not fixed:
        return field(f"REF {place.bookmark} \\w \\h", shown, style + emphasis)
    if reference.text and reference.text == place.mark:
        return field(f"REF {place.mark_bookmark} \\h", shown, style + emphasis)
    if style:
        raise DocxError(
            ledger.pointer, f"the reference {reference.text!r} is inside a link"
        )
    return (
        f'<w:hyperlink w:anchor="{place.bookmark}" w:history="1">{shown}</w:hyperlink>'
    )


def _styled(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'
