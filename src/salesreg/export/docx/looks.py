"""Which look a document gets, by the name of a style."""

from __future__ import annotations

import os
from typing import Final

from salesreg._text import did_you_mean
from salesreg.document.blocks import Document
from salesreg.errors import invalid
from salesreg.export.docx.gost import gost
from salesreg.export.docx.look import PLAIN, Look

STYLES: Final = ("plain", "gost")
"""Names of the styles that come along."""


def look_of(style: str | os.PathLike[str], document: Document) -> Look:
    """Return the look of a style for a document.

    Args:
        style: "plain"; or "gost", GOST R 7.0.97 in the edition of the day on which
            the document was approved.
        document: What is to be written.

    Raises:
        InvalidValue: No style has the name.
    """
    match style:
        case "plain":
            return PLAIN
        case "gost":
            return gost(document.dated)
        case _:
            known = " or ".join(map(repr, STYLES))
            message = f"the style of a Word file is {known}, not {style!r}"
            raise invalid("unknown-style", message, did_you_mean(str(style), STYLES))
