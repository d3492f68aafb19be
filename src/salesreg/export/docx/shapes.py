"""The shapes of a scene in DrawingML: boxes with words, lines, labels."""

from __future__ import annotations

from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import escape, paragraph
from salesreg.export.figures.scene import INSET, POINT, RADIUS, Box, Label, Line, Tone


def shape(part: Box | Line | Label, ledger: Ledger) -> str:
    """A shape inside a group."""
    match part:
        case Box():
            return _box(part, ledger)
        case Line():
            return _line(part, ledger)
        case Label():
            return _label(part, ledger)


def _paint(tone: Tone, look: Look) -> tuple[str, str, float, str]:
    """Fill, text colour, outline in points, dash: told apart in black and white."""
    return {
        "initial": ("FFFFFF", "000000", 1.5, "solid"),
        "work": (look.stage_fill, "000000", 0.75, "solid"),
        "paused": ("FFFFFF", "000000", 1.0, "dash"),
        "won": (look.ink, "FFFFFF", 1.5, "solid"),
        "lost": (look.lost_fill, "000000", 2.25, "sysDot"),
        "break": ("FFFFFF", "000000", 0.75, "sysDash"),
        "task": (look.lost_fill, "000000", 0.75, "solid"),
    }[tone]


def _box(box: Box, ledger: Ledger) -> str:
    fill, text, points, dash = _paint(box.tone, ledger.look)
    colour = f'<w:color w:val="{text}"/>'
    words = ""
    if box.title or not box.note:
        words += paragraph("FigureTitle", ledger.words(box.title, colour))
    if box.note:
        words += paragraph("FigureNote", ledger.words(box.note, colour))
    # A corner is given in 100000ths of the shorter side.
    corner = min(RADIUS * 100000 // max(min(box.width, box.height), 1), 50000)
    outline = (
        '<a:prstGeom prst="roundRect"><a:avLst>'
        f'<a:gd name="adj" fmla="val {corner}"/></a:avLst></a:prstGeom>'
        if box.round
        else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    return _shape(
        ledger,
        box.title,
        f"{_frame(box.x, box.y, box.width, box.height)}{outline}"
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
        f"{_stroke(points, ledger.look.ink, dash)}",
        words,
        INSET,
    )


def _label(label: Label, ledger: Ledger) -> str:
    weight = "<w:b/><w:bCs/>" if label.strong else ""
    align = f'<w:jc w:val="{label.align}"/>'
    return _shape(
        ledger,
        label.text,
        f"{_frame(label.x, label.y, label.width, label.height)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        "<a:ln><a:noFill/></a:ln>",
        paragraph("FigureNote", ledger.words(label.text, weight), align),
        0,
    )


def _shape(ledger: Ledger, name: str, properties: str, words: str, inset: int) -> str:
    number = ledger.drawing_id()
    shown = escape(name, ledger.pointer) or f"Shape {number}"
    insets = " ".join(f'{side}Ins="{inset}"' for side in "ltrb")
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{shown}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{properties}</wps:spPr>"
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" {insets} anchor="ctr"><a:noAutofit/>'
        "</wps:bodyPr></wps:wsp>"
    )


def _line(line: Line, ledger: Ledger) -> str:
    look = ledger.look
    points, colour, dash = {
        "main": (1.5, look.ink, "solid"),
        "skip": (0.75, look.quiet, "solid"),
        "return": (0.75, look.ink, "dash"),
        "grid": (0.5, look.rule, "sysDot"),
        "axis": (0.75, look.quiet, "solid"),
        "curve": (2.25, look.ink, "solid"),
        "limit": (1.0, look.ink, "dash"),
    }[line.way]
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.head else ""
    number = ledger.drawing_id()
    straight = len(line.points) == 2
    kind = "cNvCnPr" if straight else "cNvSpPr"
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Line {number}"/><wps:{kind}/>'
        f"<wps:spPr>{_connector(line) if straight else _polyline(line)}"
        f"{_stroke(points, colour, dash, head)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _connector(line: Line) -> str:
    (x1, y1), (x2, y2) = line.points
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    frame = _frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), flips)
    return f'{frame}<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'


def _polyline(line: Line) -> str:
    left, top, right, bottom = line.frame
    width, height = right - left, bottom - top
    moves = "".join(
        f'<a:{"lnTo" if at else "moveTo"}><a:pt x="{x - left}" y="{y - top}"/>'
        f"</a:{'lnTo' if at else 'moveTo'}>"
        for at, (x, y) in enumerate(line.points)
    )
    return (
        f"{_frame(left, top, width, height)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
        '<a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}" fill="none">{moves}</a:path>'
        "</a:pathLst></a:custGeom><a:noFill/>"
    )


def _frame(x: int, y: int, width: int, height: int, flips: str = "") -> str:
    return (
        f'<a:xfrm{flips}><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    )


def _stroke(points: float, colour: str, dash: str, head: str = "") -> str:
    return (
        f'<a:ln w="{round(points * POINT)}"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill><a:prstDash val="{dash}"/>'
        f"<a:round/>{head}</a:ln>"
    )
