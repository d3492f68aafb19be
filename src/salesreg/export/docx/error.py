"""What the writer says when a tree cannot become a sound document."""

from __future__ import annotations

from salesreg.errors import Problem, ProblemGroup


class DocxError(ProblemGroup):
    """A document tree that would give a broken or misleading file.

    `place` is the JSON Pointer of the part at fault, as far as the tree tells
    it; `reason` says what is wrong there.

    >>> str(DocxError("/stages/2", "the link 'ftp://x' is not allowed"))
    "the link 'ftp://x' is not allowed (at /stages/2)"
    """

    def __init__(self, place: str, reason: str) -> None:
        """Carry the one problem that stopped the writer."""
        self.place = place
        self.reason = reason
        super().__init__([Problem("unwritable-document", reason, place)])
