"""Three-way comparison of values: a base and what two sides made of it."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from salesreg.compare.between import ABSENT, alike, keyed, parts_of_value
from salesreg.compare.conflicts import Conflict, Reason
from salesreg.compare.places import shapes_at
from salesreg.convert.structure import structured
from salesreg.convert.unstructure import plain
from salesreg.errors import InvalidValue, ProblemGroup, parts_of, pointer
from salesreg.shapes import is_items


@frozen
class Sides:
    """What stands at one place: `ABSENT` where nothing does.

    Attributes:
        base: In the base.
        ours: On the one side.
        theirs: On the other side.
    """

    base: object
    ours: object
    theirs: object

    def __iter__(self) -> Iterator[object]:
        """Yield the three."""
        return iter((self.base, self.ours, self.theirs))

    @property
    def settled(self) -> object:
        """What is the same on both sides, or changed on one; `_OPEN` otherwise."""
        if _same(self.ours, self.theirs) or _same(self.base, self.theirs):
            return self.ours
        return self.theirs if _same(self.base, self.ours) else _OPEN

    def conflict(self, path: str, reason: Reason, clause: str | None) -> Conflict:
        """Return the three as a conflict."""
        base, ours, theirs = (None if one is ABSENT else one for one in self)
        return Conflict(path, reason, base, ours, theirs, clause)

    def towards(self, path: str) -> tuple[str, Sides]:
        """Return what stands at a path, or at the last place before it to be merged.

        Beyond that place the three cannot be laid side by side.
        """
        here, sides = "", self
        for part in parts_of(path):
            found = None if ABSENT in tuple(sides) else sides.parts()
            if found is None:
                break
            here += pointer(part)
            sides = Sides(*(one.get(part, ABSENT) for one in found))
        return here, sides

    def parts(self) -> tuple[Mapping[str, object], ...] | None:
        """Return the parts of each; None when they cannot be laid side by side."""
        there = [one for one in self if one is not ABSENT]
        found = [parts_of_value(one) for one in there]
        pairs = itertools.combinations(there, 2)
        if None in found or not all(alike(*pair) for pair in pairs):
            return None
        parts = iter(one for one in found if one is not None)
        return tuple({} if one is ABSENT else next(parts) for one in self)


_OPEN = object()
"""What is not settled."""


@define(slots=False)
class Three:
    """Merges values place by place, and gathers the conflicts.

    Attributes:
        chosen: What holds at some places.
        clause: What numbers the clause at a path.
        conflicts: The conflicts so far.
        used: Places of which what was chosen was asked for.
    """

    chosen: Mapping[str, object]
    clause: Callable[[str], str | None]
    conflicts: list[Conflict] = field(factory=list[Conflict])
    used: set[str] = field(factory=set[str])

    @functools.cached_property
    def _above(self) -> frozenset[str]:
        """The places in which there are some where something is chosen."""
        return frozenset(above for path in self.chosen for above in _around(path))

    def merged(self, path: str, sides: Sides) -> object:
        """Return what holds at a place; what is in conflict stays as ours."""
        settled = sides.settled
        closed = settled is not _OPEN and path not in self._above
        parts = None if closed else sides.parts()
        ordered = parts is not None and is_items(sides.ours) and keyed(sides.ours)
        if path in self.chosen and not ordered and not _all_same(sides):
            return self._choice(path, sides)
        if closed or (parts is None and settled is not _OPEN):
            return settled
        if ABSENT in (sides.ours, sides.theirs):
            return self._conflict(path, "removed", sides)
        if parts is None:
            return self._conflict(path, "changed", sides)
        names = dict.fromkeys(itertools.chain.from_iterable(parts))
        made = {
            name: self.merged(
                path + pointer(name), Sides(*(part.get(name, ABSENT) for part in parts))
            )
            for name in names
        }
        there = {name: one for name, one in made.items() if one is not ABSENT}
        if ordered:
            order = self._order(path, sides, [tuple(part) for part in parts], there)
            return tuple(there[name] for name in order)
        if is_items(sides.ours):
            return tuple(there.values())
        try:
            return evolve(sides.ours, **there)  # type: ignore[misc]
        except InvalidValue:
            return self._conflict(path, "together", sides)

    def _choice(self, path: str, sides: Sides) -> object:
        self.used.add(path)
        choice = self.chosen[path]
        if isinstance(choice, str) and choice in {"ours", "theirs", "base"}:
            return getattr(sides, choice)
        if choice is None and ABSENT in tuple(sides):
            return ABSENT
        return read(path, choice)

    def _conflict(self, path: str, reason: Reason, sides: Sides) -> object:
        self.conflicts.append(sides.conflict(path, reason, self.clause(path)))
        return sides.ours

    def _order(
        self,
        path: str,
        sides: Sides,
        keys: Sequence[tuple[str, ...]],
        kept: Mapping[str, object],
    ) -> list[str]:
        """Return the keys of a list in the order that the sides give them."""
        base, ours, theirs = keys
        common = {*base} & {*ours} & {*theirs}
        was, one, other = ([key for key in order if key in common] for order in keys)
        lead, rest = (theirs, ours) if one == was != other else (ours, theirs)
        if was not in (one, other) and one != other:
            choice = self.chosen.get(path)
            self.used.add(path)
            if choice not in ("ours", "theirs"):
                clause = self.clause(path)
                found = Conflict(path, "order", base, ours, theirs, clause)
                self.conflicts.append(found)
            elif choice == "theirs":
                lead, rest = theirs, ours
        made: list[str] = []
        # What neither side has may be chosen from the base.
        for order in (lead, rest, base):
            made = laid_together(made, [key for key in order if key in kept])
        return made


def laid_together(lead: list[str], rest: list[str]) -> list[str]:
    """Return an order with what only the rest has, each behind what it stands behind.

    >>> laid_together(["b", "a", "x"], ["a", "y", "b"])
    ['b', 'a', 'x', 'y']
    """
    known, among = {*lead}, {*rest}
    behind: dict[str | None, list[str]] = {}
    last: str | None = None
    for key in rest:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    made: list[str] = []
    last = None
    for key in lead:
        # What the lead alone has at the same place comes first.
        if key in among:
            made += behind.get(last, [])
            last = key
        made.append(key)
    return made + behind.get(last, [])


def read(path: str, data: object) -> object:
    """Return a value that a person chose for a place.

    Raises:
        InvalidValue: It cannot stand there.
    """
    failed: ProblemGroup | None = None
    for shape in shapes_at(path):
        try:
            return structured(shape, plain(data))
        except ProblemGroup as group:
            failed = failed or group
    problems = failed.problems if failed else ()
    raise InvalidValue(evolve(one, path=path + one.path) for one in problems)


def _same(one: object, other: object) -> bool:
    if one is other:
        return True
    return one is not ABSENT and other is not ABSENT and one == other


def _around(path: str) -> Iterator[str]:
    while path:
        path = path.rpartition("/")[0]
        yield path


def _all_same(sides: Sides) -> bool:
    return _same(sides.base, sides.ours) and _same(sides.ours, sides.theirs)
