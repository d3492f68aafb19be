"""Fields of a text, which a program fills in: their words count, their pages not."""

from __future__ import annotations

import re

from attrs import define, field

_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|PAGEREF|SECTIONPAGES)\b")
_COUNTED = re.compile(r"[0-9ivxlcdmIVXLCDM\s-]*")
"""What a field that counts pages may show: the program's own work."""


@define
class _Field:
    """A field.

    Attributes:
        instruction: What it shall show.
        shows: Whether its result has begun.
        held: The result, when it counts pages.
    """

    instruction: list[str] = field(factory=list[str])
    shows: bool = False
    held: list[str] | None = None

    def show(self) -> None:
        self.shows = True
        self.held = [] if _PAGES.match("".join(self.instruction)) else None


class Fields:
    """The fields that are open where the reader is, the innermost last."""

    def __init__(self) -> None:
        """Start outside of all fields."""
        self._open: list[_Field] = []

    def begin(self) -> None:
        """Open a field."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """Take a part of an instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction.append(text)

    def separate(self) -> None:
        """Begin the result."""
        if self._open:
            self._open[-1].show()

    def holds(self, text: str) -> bool:
        """Tell whether characters are held back here until the field ends."""
        held = self._open[-1].held if self._open else None
        if held is None:
            return False
        held.append(text)
        return True

    def end(self) -> str:
        """Close a field; return what was held back and is a person's words."""
        held = self._open.pop().held if self._open else None
        said = "".join(held or ())
        # What counts pages is filled in by each program: no number is an edit.
        return "" if _COUNTED.fullmatch(said) else said
