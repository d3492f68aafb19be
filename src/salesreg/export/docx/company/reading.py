"""From a company's file to a look: its measures, faces and colours."""

# The class of an element has no public name in lxml.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import os
import re

from attrs import evolve
from lxml import etree

from salesreg.export.docx.base import Base
from salesreg.export.docx.company.margins import margins
from salesreg.export.docx.company.source import A, R, Source, W, source, text_of
from salesreg.export.docx.company.styles import adopted
from salesreg.export.docx.look import PLAIN, Look, twips
from salesreg.io.markup import tree

_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_FACE = re.compile(r"[\w .+-]{1,64}")
_SIZES = range(12, 49)
"""Half-points that running text can have."""
_USUAL = 20
"""What Word takes where a file says nothing."""
_NARROWEST = twips(90)
"""Less room for text than this is no page for a regulation."""


def company(path: str | os.PathLike[str]) -> Look:
    """Return the look of a company's file; what it lacks is that of "plain".

    Raises:
        LoadError: It is no Word file, breaks a limit, leaves no room for text, or
            has a header with a field that fetches something.
    """
    given = source(path)
    look = _measured(given)
    part = given.part("styles")
    styles = adopted(etree.Element(f"{W}styles") if part is None else part)
    shown, media = margins(given, styles.renamed)
    theme = _theme(given)
    look = _faces(_colours(look, theme), styles.root, theme)
    settings = given.part("settings")
    even = settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None
    section = _section(given)
    first = section is not None and section.find(f"{W}titlePg") is not None
    base = Base(
        styles=text_of(styles.root),
        theme="" if theme is None else text_of(theme),
        margins=shown,
        media=media,
        # Without headers of its own, a first page stays bare as ours does.
        bare_first=first or not shown,
        even=even,
        missing=styles.missing,
    )
    lacking = [part for part in ("header", "footer") if base.lacks(part)]
    lacking += ["theme"] if theme is None else []
    return evolve(look, base=evolve(base, missing=(*styles.missing, *lacking)))


def _section(given: Source) -> etree._Element | None:
    found: etree._Element | None = None
    for section in tree(given.package, given.main).iter(f"{W}sectPr"):
        found = section
    return found


def _measured(given: Source) -> Look:
    """The page of the last section."""
    section = _section(given)
    if section is None:
        return PLAIN

    def length(tag: str, name: str, usual: int) -> int:
        element = section.find(f"{W}{tag}")
        value = "" if element is None else element.get(f"{W}{name}", "")
        return int(value) if re.fullmatch("[0-9]{1,5}", value) else usual

    look = evolve(
        PLAIN,
        page_width=length("pgSz", "w", PLAIN.page_width),
        page_height=length("pgSz", "h", PLAIN.page_height),
        margin_left=length("pgMar", "left", PLAIN.margin_left),
        margin_right=length("pgMar", "right", PLAIN.margin_right),
        margin_top=length("pgMar", "top", PLAIN.margin_top),
        margin_bottom=length("pgMar", "bottom", PLAIN.margin_bottom),
        header_distance=length("pgMar", "header", PLAIN.header_distance),
        footer_distance=length("pgMar", "footer", PLAIN.footer_distance),
    )
    if min(look.text_width, look.text_height) < _NARROWEST:
        message = "its pages leave no room for text"
        raise given.refuse(message, "make the page larger or its margins smaller")
    return look


def _theme(given: Source) -> etree._Element | None:
    """The theme, unless it refers to pictures of its own."""
    theme = given.part("theme")
    if theme is None or any(
        str(name).startswith(R) for element in theme.iter() for name in element.attrib
    ):
        return None
    return theme


def _colours(look: Look, theme: etree._Element | None) -> Look:
    """The first accent of the theme is the one colour of figures and links."""
    accent = None if theme is None else theme.find(f".//{A}accent1/{A}srgbClr")
    value = "" if accent is None else accent.get("val", "")
    if not _COLOUR.fullmatch(value):
        return look
    ink = value.upper()
    return evolve(look, ink=ink, stage_fill=_tint(ink), header_fill=_tint(ink))


def _tint(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{255 - (255 - part) // 8:02X}" for part in parts)


def _faces(look: Look, styles: etree._Element, theme: etree._Element | None) -> Look:
    """The face and the size of running text, which filled in styles go by."""
    normal = f"{W}style[@{W}styleId='Normal']/{W}rPr"
    runs = [
        found
        for path in (normal, f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if (found := styles.find(path)) is not None
    ]
    face, size = "", 0
    for run in runs:
        fonts, sizes = run.find(f"{W}rFonts"), run.find(f"{W}sz")
        if not face and fonts is not None:
            face = fonts.get(f"{W}ascii", "")
        if not size and sizes is not None and sizes.get(f"{W}val", "").isdecimal():
            size = int(sizes.get(f"{W}val", "0"))
    minor = None if theme is None else theme.find(f".//{A}minorFont/{A}latin")
    if not face and minor is not None:
        face = minor.get("typeface", "")
    text = size if size in _SIZES else _USUAL

    def scaled(usual: int) -> int:
        return usual * text // PLAIN.text_size

    first, second = PLAIN.heading_sizes
    return evolve(
        look,
        text_font=face if _FACE.fullmatch(face) else PLAIN.text_font,
        text_size=text,
        heading_sizes=(scaled(first), scaled(second)),
        title_size=scaled(PLAIN.title_size),
        table_size=scaled(PLAIN.table_size),
        caption_size=scaled(PLAIN.caption_size),
        small_size=scaled(PLAIN.small_size),
    )
