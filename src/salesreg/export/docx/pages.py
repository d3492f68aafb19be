"""Pages upright and turned: the sections of a Word file.

A table that is too wide for an upright page stands on a turned one. Headers and
footers are those of the first section: a later one takes them over.
"""

from __future__ import annotations

from salesreg.export.docx.look import Look

DEFAULT_REFERENCES = (
    '<w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/>'
)


def upright(look: Look, references: str = "", *, bare_first: bool = False) -> str:
    """`w:sectPr` of upright pages; `bare_first` leaves out the first one's margins."""
    # titlePg without a first header leaves the front page bare.
    first = "<w:titlePg/>" if bare_first else ""
    return (
        f"<w:sectPr>{references}"
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
