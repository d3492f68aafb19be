"""How a page looks: every measure and font of the DOCX output in one value."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from salesreg.export.docx.base import Base

MILLIMETRE = 1440 / 25.4
"""Twips (1/1440 inch) in a millimetre: WordprocessingML measures in twips."""


def twips(millimetres: float) -> int:
    """Millimetres as whole twips.

    >>> twips(25.4)
    1440
    """
    return round(millimetres * MILLIMETRE)


@frozen
class Look:
    """A page design. Lengths are twips, font sizes half-points, colours RRGGBB.

    A standard's margins and a company's fonts are other values of this class;
    the rest of the writer takes every measure from here.
    """

    page_width: int = twips(210)
    page_height: int = twips(297)
    margin_left: int = twips(25)
    margin_right: int = twips(20)
    margin_top: int = twips(22)
    margin_bottom: int = twips(20)
    header_distance: int = twips(11)
    footer_distance: int = twips(10)

    text_font: str = "Times New Roman"
    figure_font: str = "Arial"
    code_font: str = "Courier New"
    text_size: int = 23
    heading_sizes: tuple[int, int] = (30, 25)
    title_size: int = 36
    table_size: int = 20
    caption_size: int = 21
    small_size: int = 18

    indent: int = twips(15)
    """Where the text of clauses starts; their numbers hang in the column before
    it. Without such a column numbers run in with the text."""
    first_line: int = 0
    """How far the first line of running text is set in."""
    number_column: int = twips(12)
    """Room for the numbers in the table of contents."""
    list_step: int = twips(7)
    alignment: str = "both"
    """`w:jc` of running text: "both" (justified) or "left"."""
    bullets: tuple[str, str] = ("\u2022", "\u2013")
    """Signs of list items, by turns on deeper levels."""
    line: int = 269
    """Line spacing in 240ths of a line."""
    after: int = 110
    """Space after a paragraph."""

    contents: Literal["live", "field"] = "live"
    """How the table of contents is kept.

    "live": lines whose page numbers every reader computes while it lays the
    pages out. "field": the same lines inside one TOC field, which Word can
    rebuild after somebody adds headings; LibreOffice then shows the page
    numbers of the last rebuilding, of which a fresh file has none.
    """

    page_number: Literal["foot", "head"] = "foot"
    """"foot": the page and their number below, the title of the document above.
    "head": the bare page number above, in the middle, and nothing else."""
    stamp_width: int = twips(74.25)
    """Longest line of the approval stamp, which stands at the right margin."""
    ruled: bool = True
    """Whether lines set off the title, the requisites and the running head."""
    captions: bool = False
    """Whether every table has a numbered caption, and the clause above cites it."""
    annexed: bool = False
    """Whether the mark of an annex says of which document of which day it is one."""
    visas: bool = False
    """Whether the posts that agree to the document are listed after the text."""

    ink: str = "1F3556"
    """The one accent: title rule, links, outlines of the figure."""
    quiet: str = "595959"
    rule: str = "8C96A3"
    header_fill: str = "E9ECF0"
    code_fill: str = "F3F4F6"
    stage_fill: str = "E4EAF2"
    lost_fill: str = "D9D9D9"
    missing_fill: str = "FFE699"

    base: Base | None = None
    """The company's file whose styles, headers and footers stand for ours."""

    @property
    def titled_head(self) -> bool:
        """Whether the running head is ours and says which document it is."""
        own = self.base is None or self.base.lacks("header")
        return own and self.page_number == "foot"

    @property
    def numbered(self) -> str:
        """`w:ind` of a numbered paragraph."""
        if self.indent:
            return f'<w:ind w:left="{self.indent}" w:hanging="{self.indent}"/>'
        return f'<w:ind w:left="0" w:firstLine="{self.first_line}"/>'

    @property
    def number_gap(self) -> str:
        """What stands between a printed number and its text."""
        return "\t" if self.indent else "\u00a0"

    @property
    def quote_indent(self) -> int:
        """Where a quotation under a clause starts."""
        return self.indent + self.list_step

    @property
    def text_width(self) -> int:
        """Width of the text area between the side margins."""
        return self.page_width - self.margin_left - self.margin_right

    @property
    def text_height(self) -> int:
        """Height of the text area between the top and bottom margins."""
        return self.page_height - self.margin_top - self.margin_bottom


PLAIN = Look()
"""The look of every document for which nobody asked for another."""
