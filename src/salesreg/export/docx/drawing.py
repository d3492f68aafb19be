"""A figure as a native drawing: a group of shapes that can be edited in Word."""

from __future__ import annotations

from salesreg.document.figures import Figure, ProcessFigure
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.markup import escape, paragraph
from salesreg.export.docx.shapes import shape
from salesreg.export.docx.table import caption
from salesreg.export.figures import labels_of, scene_of
from salesreg.export.figures.scene import Scene

_TWIP = 635
"""EMU in a twip."""
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_DESCRIPTION_LIMIT = 2000


def drawing(figure: Figure, ledger: Ledger) -> str:
    """The drawing, the words of its arrows and its caption.

    Readers that know no Word 2010 drawings get the description in words. So
    does everybody when the figure is too tall for a page: a drawing cannot run
    over two.

    Raises `DocxError` when two nodes share a key or an arrow leads to no node.
    """
    if isinstance(figure, ProcessFigure):
        _check(figure, ledger)
    scene = scene_of(figure, ledger.look.text_width * _TWIP)
    if not scene.shapes:
        return ""
    if scene.height > ledger.look.text_height * _TWIP * 9 // 10:
        shown = paragraph("FigureWords", ledger.words(figure.alt))
    else:
        shown = paragraph("Figure", _group(scene, figure, ledger))
    legend = "".join(
        [paragraph("FigureLegend", ledger.words(label)) for label in labels_of(figure)]
    )
    return shown + legend + caption("figure", figure.caption, ledger, "FigureCaption")


def _group(scene: Scene, figure: Figure, ledger: Ledger) -> str:
    shapes = "".join([shape(part, ledger) for part in scene.shapes])
    alt = escape(figure.alt[:_DESCRIPTION_LIMIT], ledger.pointer)
    name = escape(figure.caption[:120], ledger.pointer)
    size = f'cx="{scene.width}" cy="{scene.height}"'
    return (
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
