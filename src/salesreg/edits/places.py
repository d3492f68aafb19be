"""Where in a regulation the names of its file stand: clauses, and JSON Pointers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from salesreg.document.blocks import Clause, Section
from salesreg.document.content import places_of
from salesreg.edits.stories import Spot
from salesreg.edits.values import Named, names_of
from salesreg.edits.written import Written
from salesreg.export.docx.places import bookmark_name


@frozen(slots=False)
class Places:
    """The places of a regulation by the names of its file."""

    written: Written

    @cached_property
    def names(self) -> Mapping[str, Named]:
        """The values by their names."""
        return names_of(self.written.document)

    def number(self, pointer: str) -> str:
        """Return the number of the clause that states what is at a JSON Pointer."""
        entry = self.written.context.outline.find(pointer)
        return entry.number if entry else ""

    def clause(self, name: str) -> str:
        """Return the number, or the mark, of a clause."""
        place = self._clauses.get(name)
        if place is None:
            return ""
        return place.number or (place.mark if isinstance(place, Section) else "")

    def pointer(self, name: str) -> str:
        """Return the JSON Pointer of a clause."""
        return self._clauses[name].pointer

    def of(self, spot: Spot) -> tuple[str, str]:
        """Return the number of the clause of a spot, and the pointer of its value."""
        if spot.value in self.names:
            pointer = self.names[spot.value].pointer
            return self.number(pointer), pointer
        return self.clause(spot.clause), ""

    @cached_property
    def _clauses(self) -> Mapping[str, Section | Clause]:
        return {
            bookmark_name(place.anchor): place
            for place in places_of(self.written.document)
        }
