"""The origin of a regulation: its text, asked for places when a finding needs one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from attrs import field, frozen

from salesreg.errors import Place, parts_of
from salesreg.io.sources import Site, Source


@frozen
class Origin:
    """A text that a regulation was read from.

    Attributes:
        text: The text.
        name: Name of the file, for places.
    """

    text: str = field(repr=False)
    name: str
    _reader: Callable[[str, str], Source] = field(repr=False)

    def place(self, pointer: str) -> Place | None:
        """Return where the value at a JSON Pointer stands, or what holds it.

        What is missing is told where it belongs; an older format that was
        migrated may have other places, and then it is the same.
        """
        site = self._root
        for part in parts_of(pointer):
            below = site.below.get(part) if site.below else None
            if below is None:
                break
            site = below
        line, column = site.key or (site.line, site.column)
        return Place(self.name, line, column)

    def line(self, place: Place) -> str:
        """Return the line of a place in the text."""
        lines = self._lines
        return lines[place.line - 1] if place.line <= len(lines) else ""

    @cached_property
    def _root(self) -> Site:
        # Read a second time, and only when asked: most texts have no findings.
        return self._reader(self.text, self.name).sites()

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")
