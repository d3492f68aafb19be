"""A process figure as a native drawing: a group of editable shapes and lines."""

from __future__ import annotations

from salesreg.document.blocks import Node, ProcessFigure
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import escape, paragraph, run
from salesreg.export.docx.table import caption
from salesreg.export.lanes import POINT, Line
from salesreg.export.layout import (
    ENDS,
    RADIUS,
    Box,
    labelled,
    lay_out,
)

_TWIP = 635
"""EMU in a twip."""
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_DESCRIPTION_LIMIT = 2000


def process_figure(figure: ProcessFigure, ledger: Ledger) -> str:
    """The drawing, words of its arrows and its caption.

    Readers that know no Word 2010 drawings get the description in words.
    Raises `DocxError` when two nodes share a key or an arrow leads to no node,
    and when the figure is taller than a page.
    """
    _check(figure, ledger)
    if not figure.nodes:
        return ""
    plan = lay_out(figure, ledger.look.text_width * _TWIP)
    if plan.height > ledger.look.text_height * _TWIP * 9 // 10:
        raise DocxError(
            ledger.pointer,
            f"the figure {figure.caption!r} with {len(figure.nodes)} nodes "
            "is taller than a page",
        )
    shapes = "".join(
        [_line(line, ledger) for line in plan.lines]
        + [_box(box, ledger) for box in plan.boxes]
    )
    alt = escape(figure.alt[:_DESCRIPTION_LIMIT], ledger.pointer)
    name = escape(figure.caption[:120], ledger.pointer)
    size = f'cx="{plan.width}" cy="{plan.height}"'
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{ledger.drawing_id()}" name="{name}" '
        f'descr="{alt}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>{shapes}'
        "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{alt}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    legend = "".join(
        paragraph(
            "FigureLegend",
            ledger.words(f"{start} \u2192 {end}: {arrow.label}"),
        )
        for start, end, arrow in labelled(figure)
    )
    return (
        paragraph("Figure", drawing)
        + legend
        + caption("figure", figure.caption, ledger, "FigureCaption")
    )


def _check(figure: ProcessFigure, ledger: Ledger) -> None:
    keys = {node.key for node in figure.nodes}
    if len(keys) != len(figure.nodes):
        raise DocxError(ledger.pointer, "two nodes of a figure share one key")
    for arrow in figure.arrows:
        for end in (arrow.start, arrow.end):
            if end not in keys:
                raise DocxError(
                    ledger.pointer, f"an arrow of the figure leads to no node: {end!r}"
                )


def _frame(x: int, y: int, width: int, height: int, flips: str = "") -> str:
    return (
        f'<a:xfrm{flips}><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    )


def _line(line: Line, ledger: Ledger) -> str:
    look = ledger.look
    points, colour, dash = {
        "main": (1.5, look.ink, ""),
        "skip": (0.75, look.quiet, ""),
        "return": (0.75, look.ink, '<a:prstDash val="dash"/>'),
    }[line.way]
    flips = (' flipH="1"' if line.x2 < line.x1 else "") + (
        ' flipV="1"' if line.y2 < line.y1 else ""
    )
    frame = _frame(
        min(line.x1, line.x2),
        min(line.y1, line.y2),
        abs(line.x2 - line.x1),
        abs(line.y2 - line.y1),
        flips,
    )
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.head else ""
    number = ledger.drawing_id()
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Line {number}"/><wps:cNvCnPr/>'
        f'<wps:spPr>{frame}<a:prstGeom prst="straightConnector1"><a:avLst/>'
        f'</a:prstGeom><a:ln w="{round(points * POINT)}"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill>{dash}<a:round/>{head}</a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _paint(node: Node, look: Look) -> tuple[str, str, float, str]:
    """Fill, text colour, outline in points, dash: told apart in black and white."""
    return {
        "initial": ("FFFFFF", "000000", 1.5, "solid"),
        "work": (look.stage_fill, "000000", 0.75, "solid"),
        "paused": ("FFFFFF", "000000", 1.0, "dash"),
        "won": (look.ink, "FFFFFF", 1.5, "solid"),
        "lost": (look.lost_fill, "000000", 2.25, "sysDot"),
    }[node.kind]


def _outline(box: Box) -> str:
    if box.node.kind not in ENDS:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    # A corner is given in 100000ths of the shorter side.
    corner = min(RADIUS * 100000 // min(box.width, box.height), 50000)
    return (
        '<a:prstGeom prst="roundRect"><a:avLst>'
        f'<a:gd name="adj" fmla="val {corner}"/></a:avLst></a:prstGeom>'
    )


def _box(box: Box, ledger: Ledger) -> str:
    fill, text, points, dash = _paint(box.node, ledger.look)
    number = ledger.drawing_id()
    title = escape(box.node.title, ledger.pointer)
    colour = f'<w:color w:val="{text}"/>'
    words = paragraph("FigureTitle", run(title, colour))
    if box.node.note:
        words += paragraph("FigureNote", ledger.words(box.node.note, colour))
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{title}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{_frame(box.x, box.y, box.width, box.height)}"
        f"{_outline(box)}"
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
        f'<a:ln w="{round(points * POINT)}"><a:solidFill>'
        f'<a:srgbClr val="{ledger.look.ink}"/></a:solidFill>'
        f'<a:prstDash val="{dash}"/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="38100" tIns="38100" rIns="38100" '
        'bIns="38100" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
