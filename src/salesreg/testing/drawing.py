"""One drawing: the choices that make one object and everything below it.

A reference may name anything; at the end, what is named and was not drawn is
added, bare but for a title. So nothing is thrown away, and each thing is one
stretch of choices that shrinking can cut out.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from attrs import field, frozen, mutable
from hypothesis import strategies as st

from salesreg.paths.index import LOCAL
from salesreg.testing.bounds import Bounds
from salesreg.testing.homes import Home
from salesreg.testing.parts import Kind, Part, kind_of

T = TypeVar("T")

KEYS = 3
"""How many things of a class references name."""

Way = Callable[["Drawing", int], object]
"""Draws a thing of a class; the number is how deep it may be."""

_STYLES: tuple[Callable[[str, int], str], ...] = (
    lambda stem, number: stem if number == 1 else f"{stem}-{number}",
    lambda stem, number: f"{number}_{stem}",
    lambda stem, number: f"{number}-{stem}".ljust(64, "_"),
)


@frozen
class Size:
    """How much there is in a drawn object.

    Attributes:
        sections: Most optional fields of a regulation.
        fields: Most optional fields of anything else.
        items: Most items of a list.
        depth: Most records inside one another.
    """

    sections: int
    fields: int
    items: int
    depth: int


@functools.cache
def upto(most: int) -> st.SearchStrategy[int]:
    """Return the strategy of 0 to `most`; made once, since making costs more."""
    return st.integers(0, most)


@functools.cache
def stem_of(name: str) -> str:
    """Return the start of the keys of a class: "time-budget" for TimeBudget."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", name).lower()


@mutable(eq=False)
class Drawing:
    """The choices that make one object.

    Attributes:
        draw: Hypothesis' function that draws.
        language: Language of the words.
        size: How much there is.
        nasty: Whether texts and keys may be hard to handle.
        ways: How things of some classes are drawn, if not by their shape.
    """

    draw: st.DrawFn
    language: str
    size: Size
    nasty: bool
    ways: Mapping[type, Way]
    _style: Callable[[str, int], str] = field(init=False)
    _allowed: dict[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    _closed: set[str] = field(factory=set[str])
    _defined: dict[str, set[str]] = field(factory=dict[str, set[str]])
    _named: dict[str, dict[str, None]] = field(factory=dict[str, dict[str, None]])
    _pending: list[Callable[[], object]] = field(factory=list[Callable[[], object]])
    _span: st.SearchStrategy[None] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Make the strategy of what is drawn apart; once, since making is dear."""
        self._span = _apart(self)
        self._style = self.pick(_STYLES) if self.nasty else _STYLES[0]

    def upto(self, most: int) -> int:
        """Draw a whole number from 0 to `most`."""
        return self.draw(upto(most)) if most else 0

    def pick(self, options: tuple[T, ...]) -> T:
        """Draw one of the options; shrinking prefers the first."""
        return options[self.upto(len(options) - 1)]

    def apart(self, make: Callable[[], T]) -> T:
        """Draw something as a whole, so that shrinking can remove it as a whole."""
        made: list[T] = []
        self._pending.append(lambda: made.append(make()))
        self.draw(self._span)
        return made[0]

    def run(self, draw: st.DrawFn) -> None:
        """Draw what waits to be drawn apart."""
        outer, self.draw = self.draw, draw
        self._pending.pop()()
        self.draw = outer

    def choose(
        self,
        parts: tuple[Part, ...],
        chosen: Container[str],
        add: Callable[[Part], object],
        limit: int,
    ) -> None:
        """Draw which optional fields there are, and call `add` for each.

        One that comes twice counts once: that costs nothing to shrink.
        """
        turns = itertools.count()

        def entry() -> bool:
            index = self.upto(len(parts))
            # The last turn only says the end, so that each of the others can go.
            if index == 0 or next(turns) == limit:
                return False
            if parts[index - 1].name not in chosen:
                add(parts[index - 1])
            return True

        again = bool(parts)
        while again:
            again = self.apart(entry)

    def _limits(self, bounds: Bounds) -> tuple[int, int]:
        low, high = bounds.shortest, bounds.longest
        if not bounds.exact:
            low = max(low, 1)
            most = max(low, self.size.items)
            return low, most if high is None else min(high, most)
        return low, low + self.size.items if high is None else high

    def items(self, bounds: Bounds, item: Callable[[], T]) -> tuple[T, ...]:
        """Draw the items of a list; it is empty only where that is asked."""
        low, high = self._limits(bounds)
        made: list[T] = []

        def more() -> bool:
            made.append(item())
            # Said after every item, so that shrinking can cut out any of them.
            wanted = self.upto(1) > 0
            return len(made) < low or (wanted and len(made) < high)

        again = low > 0 or (high > 0 and self.upto(1) > 0)
        while again:
            again = self.apart(more)
        return tuple(made)

    def local_items(self, cls: type, bounds: Bounds, depth: int) -> tuple[object, ...]:
        """Draw the items of a list whose keys are known to one another only."""
        low, high = self._limits(bounds)
        name, kind = cls.__name__, kind_of(cls)
        self._defined.pop(name, None)
        keys = tuple(self.new_key(cls) for _ in range(low + self.upto(high - low)))
        self._allowed[name] = keys
        return tuple(
            self.apart(functools.partial(self.record, kind, depth, {"key": key}))
            for key in keys
        )

    def reference(self, name: str) -> str:
        """Draw the key of a thing of a class.

        Raises:
            ValueError: A test has settled that there is no such thing.
        """
        keys = self._allowed.get(name)
        if keys is None:
            key = self.key(name, 1 + self.upto(KEYS - 1))
        elif keys:
            key = self.pick(keys)
        else:
            message = f"there is no {name} to refer to"
            raise ValueError(message)
        if name not in LOCAL:
            self._named.setdefault(name, {})[key] = None
        return key

    def can(self, needs: frozenset[str]) -> bool:
        """Tell whether something may refer to each of the classes."""
        return not needs or needs.isdisjoint(self._closed)

    def key(self, name: str, number: int) -> str:
        """Return a key by class name: "stage", "stage-2", "stage-3"."""
        return self._style(stem_of(name), number)

    def new_key(self, cls: type) -> str:
        """Return a key that nothing else has."""
        name = cls.__name__
        taken = self._defined.setdefault(name, set())
        number = len(taken) + 1
        while (key := self.key(name, number)) in taken:
            number += 1
        taken.add(key)
        return key

    def know(self, keys: Iterable[tuple[str, str]]) -> None:
        """Take class names and keys of things that are there already."""
        for name, key in keys:
            self._defined.setdefault(name, set()).add(key)

    def allow(self, name: str, keys: tuple[str, ...]) -> None:
        """Let references to a class name these things only."""
        self._allowed[name] = keys
        if not keys:
            self._closed.add(name)

    def allow_first(self, name: str, most: int) -> None:
        """Let references to a class name so many things at most."""
        numbers = range(1, min(most, KEYS) + 1)
        self.allow(name, tuple(self.key(name, number) for number in numbers))

    def thing(self, cls: type, depth: int) -> object:
        """Draw an object of a class, not deeper than `depth` records."""
        way = self.ways.get(cls)
        return self.record(kind_of(cls), depth) if way is None else way(self, depth)

    def record(
        self,
        kind: Kind,
        depth: int,
        given: Mapping[str, object] = MappingProxyType({}),
    ) -> object:
        """Draw an object of a model class, not deeper than `depth` records.

        `given` are fields that are settled.
        """
        made: object = kind.cls(**self._fields(kind, depth, given, self.size.fields))
        return made

    def _fields(
        self, kind: Kind, depth: int, given: Mapping[str, object], limit: int
    ) -> dict[str, object]:
        values = dict(given)
        kind = kind.without(values) if given else kind
        if kind.has_key:
            values["key"] = self.new_key(kind.cls)
        for part in kind.required:
            values[part.name] = part.draw(self, depth - 1)

        def add(part: Part) -> None:
            values[part.name] = part.draw(self, depth - 1)

        possible = tuple(part for part in kind.optional if part.fits(self, depth - 1))
        if limit:
            self.choose(possible, values, add, limit)
        return values

    def whole(
        self, kind: Kind, given: Mapping[str, object], homes: Iterable[Home]
    ) -> object:
        """Draw a root object, adding what is named in it and was not drawn."""
        values = self._fields(kind, self.size.depth, given, self.size.sections)
        for home in homes:
            name = home.cls.__name__
            missing = self._named.get(name, {}).keys() - self._defined.get(name, set())
            bare = tuple(
                self.apart(functools.partial(self._bare, home.cls, key))
                for key in self._named.get(name, {})
                if key in missing
            )
            if bare:
                values[home.section] = home.added(values.get(home.section), bare)
        made: object = kind.cls(**values)
        return made

    def _bare(self, cls: type, key: str) -> object:
        made: object = cls(**self._fields(kind_of(cls), 1, {"key": key}, 0))
        return made


@st.composite
def _apart(draw: st.DrawFn, drawing: Drawing) -> None:
    drawing.run(draw)
