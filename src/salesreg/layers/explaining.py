"""Explanation: which layer, file and line a value comes from, and what it replaces."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from salesreg._text import shown
from salesreg.convert.unstructure import plain
from salesreg.errors import InvalidValue, Place
from salesreg.layers.adjustment import Adjustment
from salesreg.layers.composition import Composition
from salesreg.layers.target import no_such_path
from salesreg.layers.trace import Trace
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import keyed, unkeyed
from salesreg.paths.tree import at


@frozen
class Source:
    """Somebody who says something of a place.

    Attributes:
        layer: Key of the layer; of the base, the key of the regulation.
        verb: What it does there; "says" for the base.
        value: What it says; None where something goes away.
        place: Where that is written, when it is known.
    """

    layer: str
    verb: str
    value: object
    place: Place | None

    def __str__(self) -> str:
        """Return for example "north (north.yaml:7:3): replace '10 min'"."""
        where = f" ({self.place})" if self.place else ""
        said = "" if self.value is None else f" {_shown(self.value)}"
        return f"{self.layer}{where}: {self.verb}{said}"


@frozen
class Explanation:
    """Where the value at a path comes from.

    Attributes:
        path: The path, by keys.
        value: What is there; None when it was taken away.
        source: Who says so.
        instead: What others say, which does not hold: the base first.
        layers: Keys of the layers that anything at the path or below comes from.
    """

    path: str
    value: object
    source: Source
    instead: tuple[Source, ...] = ()
    layers: tuple[str, ...] = ()

    @property
    def layer(self) -> str:
        """Key of the layer that says so; of the base, the key of the regulation."""
        return self.source.layer

    @property
    def place(self) -> Place | None:
        """File, line and column where that is written, when they are known."""
        return self.source.place

    def __str__(self) -> str:
        """Return the value, who says so, and what does not hold, line by line."""
        value = "gone" if self.value is None else _shown(self.value)
        lines = [f"{self.path} = {value}", f"  {self.source}"]
        lines += [f"  instead of {one}" for one in self.instead]
        return "\n".join(lines)


def explain(regulation: Regulation, path: str) -> Explanation:
    """Return where the value at a path of a regulation comes from.

    Args:
        regulation: A regulation, composed or not.
        path: A JSON Pointer; keys may stand in place of positions.

    Raises:
        InvalidValue: There is nothing there, and nothing was.
    """
    origin = regulation.origin
    real = unkeyed(regulation, path)
    if not isinstance(origin, Composition):
        if real is None:
            raise _nothing(path)
        place = origin.place(real) if origin else None
        value = at(regulation, real)
        source = Source(regulation.key, "says", value, place)
        return Explanation(keyed(regulation, real), value, source)
    return _Composed(regulation, origin).explained(path, real)


@frozen
class _Composed:
    regulation: Regulation
    origin: Composition

    def explained(self, path: str, real: str | None) -> Explanation:
        if real is None:
            return self._gone(path)
        trace = self.origin.trace.at(real)
        value = at(self.regulation, real)
        name = keyed(self.regulation, real)
        source = self._source(trace, value)
        return Explanation(
            name,
            value,
            source,
            tuple(self._instead(name, trace)),
            tuple(sorted(trace.layers())),
        )

    def _gone(self, path: str) -> Explanation:
        """Explain what is there no more: who took it away."""
        name = self.origin.names.path(path)
        taking = [
            one
            for layer in self.origin.layers
            for one in layer.statements
            if _inside(name, self.origin.names.path(one.path))
            and one.verb in {"remove", "override", "replace"}
            and one not in self.origin.lost.get(self.origin.names.path(one.path), ())
        ]
        base = unkeyed(self.origin.base, path)
        if not taking or base is None:
            raise _nothing(path)
        one = taking[-1]
        source = Source(one.layer, one.verb, None, one.place())
        instead = (self._base(base),)
        return Explanation(name, None, source, instead, (one.layer,))

    def _source(self, trace: Trace, value: object) -> Source:
        one, place = trace.by, self.origin.place_of(trace)
        if one is None:
            return Source(self.origin.base.key, "says", value, place)
        said = one.value if isinstance(one.value, Adjustment) else value
        return Source(one.layer, one.verb, said, place)

    def _instead(self, name: str, trace: Trace) -> Iterator[Source]:
        base = unkeyed(self.origin.base, name)
        if base is not None and trace.by is not None:
            told = self._base(base)
            if told.value not in (None, ()):
                yield told
        for path, lost in self.origin.lost.items():
            if path == name:
                for one in lost:
                    yield Source(one.layer, one.verb, one.value, one.place())

    def _base(self, real: str) -> Source:
        base = self.origin.base
        place = base.origin.place(real) if base.origin else None
        return Source(base.key, "says", at(base, real), place)


def _shown(value: object) -> str:
    return shown(str(value) if isinstance(value, Adjustment) else plain(value))


def _inside(path: str, above: str) -> bool:
    return f"{path}/".startswith(f"{above}/")


def _nothing(path: str) -> InvalidValue:
    return no_such_path(path, path)
