"""Which look a document gets, by the name of a style."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Final

from salesreg._text import did_you_mean
from salesreg.document.blocks import Document
from salesreg.errors import IncompleteStyle, invalid
from salesreg.export.docx.company import company
from salesreg.export.docx.gost import gost
from salesreg.export.docx.look import PLAIN, Look

STYLES: Final = ("plain", "gost")
"""Names of the styles that come along."""
_FILES = frozenset({".docx", ".dotx", ".docm", ".dotm"})


def look_of(style: str | os.PathLike[str], document: Document) -> Look:
    """Return the look of a style for a document.

    Args:
        style: "plain"; "gost", GOST R 7.0.97 in the edition of the day on which the
            document was approved; or the path of a company's own Word file.
        document: What is to be written.

    Raises:
        InvalidValue: No style has the name.
        LoadError: The company's file cannot be read or used.

    Warns:
        IncompleteStyle: The company's file lacks something.
    """
    match style:
        case "plain":
            return PLAIN
        case "gost":
            return gost(document.dated)
        case _ if Path(style).suffix.lower() in _FILES:
            look = company(style)
            if look.base and look.base.missing:
                warning = IncompleteStyle(os.fspath(style), look.base.missing)
                warnings.warn(warning, stacklevel=3)
            return look
        case _:
            known = ", ".join(map(repr, STYLES))
            message = f"the style of a Word file is {known} or a .docx, not {style!r}"
            raise invalid("unknown-style", message, did_you_mean(str(style), STYLES))
