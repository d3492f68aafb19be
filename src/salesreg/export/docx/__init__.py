"""Documents for people to sign: the tree of blocks as a Word file.

`render` is all that a caller needs. python-docx is imported here and nowhere
else, so import this package at first use only.
"""

from __future__ import annotations

from salesreg.export.docx.error import DocxError
from salesreg.export.docx.look import PLAIN, Look
from salesreg.export.docx.looks import STYLES, look_of
from salesreg.export.docx.package import render
from salesreg.export.docx.parts import Parts, parts_of

__all__ = [
    "PLAIN",
    "STYLES",
    "DocxError",
    "Look",
    "Parts",
    "look_of",
    "parts_of",
    "render",
]
