"""Pages upright and turned: the sections of a Word file.

A table that is too wide for an upright page stands on a turned one. Headers and
footers are those of the first section: a later one takes them over.
"""

from __future__ import annotations

from salesreg.export.docx.look import Look


def references(look: Look) -> str:
    """The headers and footers of the first section."""
    base = look.base
    own = [
        f'<w:{part}Reference w:type="default" r:id="{part}"/>'
        for part in ("header", "footer")
        if base is None or base.lacks(part)
    ]
    given = [
        f'<w:{margin.part}Reference w:type="{margin.pages}" r:id="{margin.key}"/>'
        for margin in (base.margins if base else ())
    ]
    return "".join([*own, *given])


def opening(look: Look) -> str:
    """`w:sectPr` of the first section, which names headers and footers."""
    # titlePg without a first header leaves the front page bare.
    first = look.base.bare_first if look.base else True
    return upright(look, references(look), first="<w:titlePg/>" if first else "")


def upright(look: Look, named: str = "", first: str = "") -> str:
    """`w:sectPr` of upright pages."""
    return (
        f"<w:sectPr>{named}"
        f'<w:pgSz w:w="{look.page_width}" w:h="{look.page_height}"/>'
        f'<w:pgMar w:top="{look.margin_top}" w:right="{look.margin_right}" '
        f'w:bottom="{look.margin_bottom}" w:left="{look.margin_left}" '
        f"{_distances(look)}/>{first}</w:sectPr>"
    )


def turned(look: Look) -> str:
    """`w:sectPr` of turned pages: every margin goes with its edge."""
    return (
        f'<w:sectPr><w:pgSz w:w="{look.page_height}" w:h="{look.page_width}" '
        f'w:orient="landscape"/><w:pgMar w:top="{look.margin_left}" '
        f'w:right="{look.margin_top}" w:bottom="{look.margin_right}" '
        f'w:left="{look.margin_bottom}" {_distances(look)}/></w:sectPr>'
    )


def _distances(look: Look) -> str:
    return (
        f'w:header="{look.header_distance}" w:footer="{look.footer_distance}" '
        'w:gutter="0"'
    )
