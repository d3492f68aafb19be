"""Whose characters are: the names of values and clauses in a part of a file.

A value stands in a control inside a bookmark, both of one name. Word keeps both,
LibreOffice 7.4 the bookmark alone, and a person may copy or delete either.
"""

from __future__ import annotations

import re
from typing import Final

from salesreg.edits.stories import Spot, W
from salesreg.io.markup import Element

BOOKMARK: Final = f"{W}bookmarkStart"
END: Final = f"{W}bookmarkEnd"
_NAME, _ID, _VAL = f"{W}name", f"{W}id", f"{W}val"
_CONTENT, _PROPERTIES = f"{W}sdtContent", f"{W}sdtPr"
_TAG, _PLACEHOLDER = f"{W}tag", f"{W}showingPlcHdr"
_VALUE, _CLAUSE = re.compile(r"sv_[0-9a-f]{16}"), re.compile(r"sr_[0-9a-f]{16}")


def named(bookmark: Element) -> tuple[str, str]:
    """Return the name and the id of a bookmark."""
    return bookmark.get(_NAME, ""), bookmark.get(_ID, "")


def clause_in(paragraph: Element) -> str:
    """Return the name of the clause that a paragraph begins, or nothing."""
    for start in paragraph.iter(BOOKMARK):
        name, _ = named(start)
        if name.startswith("sr_"):
            return name if is_clause(name) else ""
    return ""


def is_value(name: str) -> bool:
    """Tell whether a bookmark or a control of this name is a value."""
    return _VALUE.fullmatch(name) is not None


def is_clause(name: str) -> bool:
    """Tell whether a bookmark of this name begins a clause."""
    return _CLAUSE.fullmatch(name) is not None


def control(element: Element) -> tuple[str, Element | None]:
    """Return the tag of a control and its content, if a person filled it in."""
    name, content, empty = "", None, False
    for child in element:
        if child.tag == _CONTENT:
            content = child
        elif child.tag == _PROPERTIES:
            for inner in child:
                if inner.tag == _TAG:
                    name = inner.get(_VAL, "")
                elif inner.tag == _PLACEHOLDER:
                    empty = True
    return name, None if empty else content


class Owners:
    """The values that are open where the reader is.

    Attributes:
        clause: Name of the clause.
        value: Name of the value that characters are of; empty outside of any.
        controlled: Whether they are in its control, not in its bookmark alone.
    """

    def __init__(self, root: Element) -> None:
        """Find the bookmarks of a part that have two ends."""
        self.clause = self.value = ""
        self.controlled = False
        self._controls: list[str] = []
        self._bookmarks: dict[str, str] = {}
        self._open: set[str] = set()
        self._begun: set[str] = set()
        ends = {end.get(_ID) for end in root.iter(END)}
        self._whole: dict[str, str] = {}
        for start in root.iter(BOOKMARK):
            name, number = named(start)
            if number in ends and name.startswith("sv_") and is_value(name):
                self._whole.setdefault(name, number)

    @property
    def spot(self) -> Spot:
        """Where the reader is."""
        return Spot(self.clause, self.value)

    def begin(self, name: str, number: str) -> bool:
        """Enter a bookmark; tell whether it is of a value."""
        if self._whole.get(name) != number or name in self._open:
            return False
        self._bookmarks[number] = name
        self._open.add(name)
        self._begun.add(name)
        if not self._controls:
            self.value = name
        return True

    def end(self, number: str) -> bool:
        """Leave a bookmark; tell whether it was of a value."""
        name = self._bookmarks.pop(number, None)
        if name is None:
            return False
        self._open.discard(name)
        self._settle()
        return True

    def enter(self, name: str) -> bool:
        """Enter a control; tell whether it is of a value.

        A copied control has the same tag: the one in its bookmark is the value.
        """
        if not is_value(name):
            return False
        if name not in self._open and (name in self._begun or name in self._whole):
            return False
        self._begun.add(name)
        self._controls.append(name)
        self._settle()
        return True

    def leave(self) -> None:
        """Leave a control of a value."""
        self._controls.pop()
        self._settle()

    def _settle(self) -> None:
        self.controlled = bool(self._controls)
        if self._controls:
            self.value = self._controls[-1]
        else:
            self.value = next(reversed(self._bookmarks.values()), "")
