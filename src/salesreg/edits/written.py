"""A regulation as its own file says it, to lay an edited file beside."""

from __future__ import annotations

import os
from typing import Self

from attrs import frozen

from salesreg.document.blocks import Document
from salesreg.document.context import Context, context_of
from salesreg.edits.files import WordFile, composed
from salesreg.export import docx
from salesreg.model.regulation import Regulation


@frozen
class Written:
    """A regulation and what its file says.

    Attributes:
        regulation: The regulation.
        style: The style of the file.
        context: Its keys, its numbers and its language.
        document: Its document.
        file: What is read of the file that is written of it.
    """

    regulation: Regulation
    style: str | os.PathLike[str]
    context: Context
    document: Document
    file: WordFile

    @classmethod
    def of(cls, regulation: Regulation, style: str | os.PathLike[str]) -> Self:
        """Say a regulation as its file does, without making the file."""
        document = regulation.document
        file = composed(docx.parts_of(document, docx.look_of(style, document)))
        return cls(regulation, style, context_of(regulation), document, file)
