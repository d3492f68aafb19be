"""What the writer says when a tree cannot become a sound document."""

from __future__ import annotations


class DocxError(ValueError):
    """A document tree that would give a broken or misleading file.

    `place` is the JSON Pointer, anchor or part of the tree at fault, so that
    the caller can lead the author there; `reason` says what is wrong with it.

    >>> str(DocxError("/stages/2", "the link 'ftp://x' is not allowed"))
    "/stages/2: the link 'ftp://x' is not allowed"
    """

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(f"{place or 'document'}: {reason}")
