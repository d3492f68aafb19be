"""Traces: which layer, or the base, a value of a composed regulation comes from."""

from __future__ import annotations

from attrs import define, field

from salesreg.errors import parts_of, pointer
from salesreg.layers.statement import Statement


@define
class Trace:
    """Where a value comes from, and which parts of it come from elsewhere.

    Attributes:
        by: The statement that it comes from; None when the base has it.
        path: JSON Pointer to it, in the value of the statement or in the base.
        below: The traces of its fields and items that have one of their own, by
            name of the field or place of the item.
        shaped: What took items away from a list, brought some or moved them.
    """

    by: Statement | None = None
    path: str = ""
    below: dict[str, Trace] = field(factory=dict[str, "Trace"])
    shaped: tuple[Statement, ...] = ()

    def child(self, part: str) -> Trace:
        """Return the trace of a field or an item."""
        own = self.below.get(part)
        return own if own is not None else Trace(self.by, self.path + pointer(part))

    def at(self, path: str) -> Trace:
        """Return the trace at a JSON Pointer."""
        found = self
        for part in parts_of(path):
            found = found.child(part)
        return found

    def layers(self) -> set[str]:
        """Return the keys of the layers that the value or a part of it comes from."""
        found = {one.layer for one in self.shaped}
        if self.by:
            found.add(self.by.layer)
        return found.union(*(trace.layers() for trace in self.below.values()))
