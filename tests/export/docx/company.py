"""A company's Word file as its people make it, and ways to spoil one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

# A red dot, as small as a PNG can be.
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
SECRET = "Внутренний документ компании"


def field(paragraph: Any, instruction: str) -> None:
    """Add a field to a paragraph of python-docx."""
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = instruction
        run._r.append(element)


def company(
    instruction: str = " PAGE ", change: Callable[[Any], None] | None = None
) -> bytes:
    """A file with styles of its own, a logo in the header and text of its own."""
    made: Any = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin = Mm(22), Mm(18), Mm(30)
    head = page.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(LOGO), width=Mm(20))
    head.add_run(" ООО «Ромашка»")
    field(page.footer.paragraphs[0], instruction)
    made.styles["Normal"].font.name = "Liberation Sans"
    made.styles["Normal"].font.size = Pt(11)
    made.styles["Heading 1"].font.color.rgb = RGBColor(0xB4, 0x1E, 0x28)
    made.add_paragraph(SECRET)
    if change:
        change(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def spoilt(package: bytes, member: str, change: Callable[[str], str]) -> bytes:
    """The package with the text of a member changed; a new member when it has none."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before:
        held = {name: before.read(name) for name in before.namelist()}
    held[member] = change(held.get(member, b"").decode()).encode()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name, content in held.items():
            after.writestr(name, content)
    return made.getvalue()
