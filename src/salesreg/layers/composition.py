"""Where the values of a composed regulation come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from salesreg.errors import Place
from salesreg.layers.layer import Layer
from salesreg.layers.places import Names
from salesreg.layers.statement import Statement
from salesreg.layers.trace import Trace
from salesreg.model.outputs import Origin
from salesreg.model.regulation import Regulation


@frozen
class Composition:
    """The origin of a composed regulation: its base and its layers.

    Attributes:
        base: The regulation at the bottom.
        layers: What is laid over it, in the order it was given.
        name: What the whole is called where a file would be named.
        trace: Which of them each value comes from.
        lost: What was said and is overridden, by path.
        names: The names of the items of the base.
    """

    base: Regulation
    layers: tuple[Layer, ...]
    name: str
    trace: Trace = field(repr=False)
    lost: Mapping[str, tuple[Statement, ...]] = field(repr=False)
    names: Names = field(repr=False)

    def place(self, pointer: str) -> Place | None:
        """Return where the value at a JSON Pointer was written, or what holds it."""
        return self.place_of(self.trace.at(pointer))

    def place_of(self, trace: Trace) -> Place | None:
        """Return where the value of a trace was written."""
        if trace.by is not None:
            return trace.by.place(trace.path)
        origin = self.base.origin
        return origin.place(trace.path) if origin else None

    def line(self, place: Place) -> str:
        """Return the line of a place in one of the texts; empty when it is in none."""
        for origin in self._origins():
            if origin.name == place.file:
                return origin.line(place)
        return ""

    def _origins(self) -> Iterator[Origin]:
        if self.base.origin:
            yield self.base.origin
        for layer in self.layers:
            if layer.origin:
                yield layer.origin
