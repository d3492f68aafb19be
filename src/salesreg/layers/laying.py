"""Laying statements over a value: what stands there then, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import attrs
from attrs import define, field

from salesreg._text import did_you_mean, shown
from salesreg.convert.unstructure import plain
from salesreg.errors import InvalidValue, Problem, ProblemGroup, pointer
from salesreg.layers.adjustment import Adjustment
from salesreg.layers.layer import said_twice
from salesreg.layers.order import ordered
from salesreg.layers.places import Named, Names
from salesreg.layers.speaking import fitting
from salesreg.layers.statement import Beside, Statement
from salesreg.layers.target import plain_shape
from salesreg.layers.trace import Trace
from salesreg.layers.tree import Node
from salesreg.shapes import (
    Field,
    Record,
    Sequence,
    Shape,
    fields_of,
    is_items,
    is_text_value,
)


class _Absent:
    """The value of what is not there."""


ABSENT: Final = _Absent()


@define
class Held:
    """What a place holds.

    Attributes:
        value: The value; `ABSENT` for an item that is not there.
        trace: Where it comes from.
    """

    value: object
    trace: Trace

    @property
    def stands(self) -> bool:
        """Whether there is anything."""
        return self.value is not ABSENT and self.value not in (None, ())


@define
class Place:
    """A place of the regulation.

    Attributes:
        path: The path, by names.
        shape: What stands there when anything does.
        field: The field that it is; None for an item of a list, and the root.
    """

    path: str
    shape: Shape
    field: Field | None = None


@define
class Laying:
    """One composition under way.

    Attributes:
        base: The name of the regulation at the bottom.
        rank: How late each layer was given, by its key: of two that override, the
            later one does.
        names: The names of the items of the base.
        problems: What is wrong so far.
        lost: What was said and is overridden.
        gone: What was taken away or replaced, with what did that.
    """

    base: str
    rank: Mapping[str, int]
    names: Names
    problems: list[Problem] = field(factory=list[Problem])
    lost: list[Statement] = field(factory=list[Statement])
    gone: list[tuple[Statement, str, object]] = field(
        factory=list[tuple[Statement, str, object]]
    )

    def lay(
        self, held: Held, node: Node, place: Place, above: Statement | None = None
    ) -> Held:
        """Return what a place holds with everything laid over it.

        Args:
            held: What it holds without.
            node: What is said of it and of what is below.
            place: The place.
            above: What another layer says of the whole that the place is part of.
        """
        winner = self._winner(held, node.said, place, above)
        if winner is not None:
            old = held.value
            held = self._done(held, winner, place)
            if old is not ABSENT and old is not None:
                self.gone.append((winner, place.path, old))
            above = winner
        if node.is_leaf:
            return held
        if held.value is ABSENT or (held.value is None and above is not None):
            self._nowhere(node, above)
            return held
        if held.value is None:
            return self._new(held, node, place)
        if is_items(held.value) and isinstance(place.shape, Sequence):
            return self._list(held.value, held.trace, node, place, above)
        cls = type(held.value)
        if attrs.has(cls) and not is_text_value(cls):
            return self._record(held, node, place, above)
        for one in node.inner():
            self._wrong(one, f"there is nothing below {place.path!r}")
        return held

    # What is said of one place

    def _winner(
        self,
        held: Held,
        said: list[Statement],
        place: Place,
        above: Statement | None,
    ) -> Statement | None:
        """Return what holds of everything that is said of one place."""
        overriding = [one for one in said if one.verb == "override"]
        plain = [one for one in said if one.verb != "override"]
        if overriding:
            self.lost += plain
            last = max(overriding, key=lambda one: self.rank[one.layer])
            self.lost += [one for one in overriding if one is not last]
            if above is not None and self._beats(above, last):
                self.lost.append(last)
                return None
            if not held.stands and (not plain or (above and above.takes_away)):
                self._overrides_nothing(last, above)
                return None
            return last
        if above is not None and above.verb == "override":
            self.lost += plain
            return None
        if above is not None:
            return self._within(held, plain, above)
        fitting_ones = [one for one in plain if self._stands_right(held, one, place)]
        for one in fitting_ones[1:]:
            self._agree(fitting_ones[0], one)
        return fitting_ones[0] if fitting_ones else None

    def _beats(self, above: Statement, inner: Statement) -> bool:
        return (
            above.verb == "override" and self.rank[above.layer] > self.rank[inner.layer]
        )

    def _overrides_nothing(self, one: Statement, above: Statement | None) -> None:
        if above is not None and above.takes_away:
            self._conflict(above, one)
        else:
            self._wrong(one, "overrides what is not there", "add it", "nothing-there")

    def _within(
        self, held: Held, plain: list[Statement], above: Statement
    ) -> Statement | None:
        """Return what holds inside of what another layer says as a whole."""
        winner: Statement | None = None
        for one in plain:
            if one.layer == above.layer:
                self.problems.append(said_twice(above, one))
            elif one.verb == "add" and above.verb == "add" and not held.stands:
                if winner is not None:
                    self._agree(winner, one)
                winner = winner or one
            elif not _says_same(one, held):
                self._conflict(above, one)
        return winner

    def _stands_right(self, held: Held, one: Statement, place: Place) -> bool:
        """Tell whether something is there just when the verb needs it."""
        if one.verb == "add" and held.stands:
            self._wrong(one, "is there already", "replace it", "already-there")
            return False
        if one.verb != "add" and not held.stands:
            hint = "add it" if one.verb == "replace" else None
            self._nothing(one, place, hint)
            return False
        return True

    def _agree(self, first: Statement, second: Statement) -> None:
        """Complain unless two layers say the same of one place."""
        same = (first.verb, first.value) == (second.verb, second.value)
        if first.layer == second.layer:
            self.problems.append(said_twice(first, second))
        elif not same or first.verb == "adjust":
            self._conflict(first, second)

    def _done(self, held: Held, one: Statement, place: Place) -> Held:
        """Return what a place holds when one thing is done there."""
        if one.value is None:
            return self._without(one, place)
        if isinstance(one.value, Adjustment):
            wanted = self._adjusted(held, one.value, one)
        else:
            wanted = one.value
        try:
            made = fitting(place.shape, wanted)
        except ProblemGroup as group:
            for problem in group.problems:
                self._wrong(one, problem.message, problem.hint, problem.code)
            return held
        return Held(made, Trace(one))

    def _without(self, one: Statement, place: Place) -> Held:
        if place.field is None:
            return Held(ABSENT, Trace(one))
        if place.field.required:
            message = f"cannot be without '{place.field.name}'"
            self._wrong(one, message, "replace it", "required")
        return Held(place.field.default, Trace(one))

    def _adjusted(self, held: Held, by: Adjustment, one: Statement) -> object:
        try:
            return by.of(held.value)
        except InvalidValue as error:
            for problem in error.problems:
                self._wrong(one, problem.message, problem.hint, problem.code)
            return held.value

    # What is said of the parts

    def _record(
        self, held: Held, node: Node, place: Place, above: Statement | None
    ) -> Held:
        value, trace = held.value, held.trace
        known = fields_of(type(value))
        changed: dict[str, object] = {}
        below = dict(trace.below)
        for name, inner in node.below.items():
            if name not in known:
                self._unknown(inner, name, known)
                continue
            one = known[name]
            at = Place(place.path + pointer(name), plain_shape(one.shape), one)
            before = Held(getattr(value, name), trace.child(name))
            after = self.lay(before, inner, at, above)
            below[name] = after.trace
            if after.value is not before.value:
                changed[name] = after.value
        made = Trace(trace.by, trace.path, below)
        if not changed:
            return Held(value, made)
        evolved = self._made(lambda: attrs.evolve(value, **changed), node)  # type: ignore[misc]
        return Held(value if evolved is None else evolved, made)

    def _new(self, held: Held, node: Node, place: Place) -> Held:
        """Make what is not there yet of what is said of its fields."""
        shape = place.shape
        adding = all(one.verb == "add" for one in node.inner())
        if not isinstance(shape, Record) or not adding or node.added:
            self._nowhere(node, None)
            return held
        known = fields_of(shape.type)
        values: dict[str, object] = {}
        below: dict[str, Trace] = {}
        for name, inner in node.below.items():
            if name not in known:
                self._unknown(inner, name, known)
                continue
            one = known[name]
            at = Place(place.path + pointer(name), plain_shape(one.shape), one)
            empty = None if one.required else one.default
            made = self.lay(Held(empty, Trace()), inner, at)
            values[name], below[name] = made.value, made.trace
        missing = [name for name, one in known.items() if one.required]
        missing = [name for name in missing if values.get(name) is None]
        first = next(node.inner())
        for name in missing:
            message = f"{place.path} needs a field '{name}' ({shape.type.__name__})"
            self._wrong(first, message, f"add {place.path} as a whole", "missing-field")
        if missing:
            return held
        made_value = self._made(lambda: shape.type(**values), node)
        return held if made_value is None else Held(made_value, Trace(first, "", below))

    def _made(self, make: Callable[[], object], node: Node) -> object | None:
        """Return what is made, or None when the parts do not go together."""
        try:
            return make()
        except InvalidValue as error:
            first = next(node.inner())
            for problem in error.problems:
                self._wrong(first, problem.message, problem.hint, problem.code)
            return None

    def _list(
        self,
        items: tuple[object, ...],
        trace: Trace,
        node: Node,
        place: Place,
        above: Statement | None,
    ) -> Held:
        assert isinstance(place.shape, Sequence)
        item = plain_shape(place.shape.item)
        named = self.names.of(items) if trace.by is None else Named.of(items)
        found = {
            name: Held(value, trace.child(str(index)))
            for index, (name, value) in enumerate(zip(named.names, items, strict=True))
        }
        new: list[tuple[str, Held]] = []
        for name, inner in node.below.items():
            index = named.place(name)
            at = Place(place.path + pointer(name), item)
            if index is not None:
                there = named.names[index]
                found[there] = self.lay(found[there], inner, at, above)
                continue
            made = self.lay(Held(ABSENT, Trace()), inner, at, above)
            if made.value is not ABSENT:
                new.append((name, made))
        if above is not None and above.verb != "add":
            for one in node.added:
                self._inside(one, above)
        else:
            new += self._added(node.added)
        # What several layers add comes in the order of their keys.
        new.sort(key=lambda pair: pair[1].trace.by.layer if pair[1].trace.by else "")
        found.update(new)
        kept = {name: one for name, one in found.items() if one.value is not ABSENT}
        order = self._ordered(tuple(kept), node, place, above)
        values = tuple(kept[name].value for name in order)
        below = {str(at): kept[name].trace for at, name in enumerate(order)}
        for problem in place.shape.problems(values):
            first = next(node.inner())
            self._wrong(first, f"{place.path} {problem.message}", problem.hint)
        came = [one.trace.by for _, one in new]
        left = [one.trace.by for one in found.values() if one.value is ABSENT]
        moved = [said[0] for name, said in node.moves.items() if name in kept]
        shaped = tuple(one for one in (*came, *left, *moved) if one)
        return Held(values, Trace(trace.by, trace.path, below, shaped))

    def _inside(self, one: Statement, above: Statement) -> None:
        if above.verb == "override":
            self.lost.append(one)
        else:
            self._conflict(above, one)

    def _added(self, said: Iterable[Statement]) -> list[tuple[str, Held]]:
        """Return what comes to the end of a list; what two layers add comes once."""
        made: list[tuple[str, Held]] = []
        for number, one in enumerate(said):
            twins = (held for _, held in made if held.value == one.value)
            if all(
                held.trace.by and held.trace.by.layer == one.layer for held in twins
            ):
                made.append((f"-{number}", Held(one.value, Trace(one))))
        return made

    def _ordered(
        self,
        names: tuple[str, ...],
        node: Node,
        place: Place,
        above: Statement | None,
    ) -> tuple[str, ...]:
        if not node.moves:
            return names
        there = frozenset(names)
        moves: dict[str, Beside] = {}
        said: dict[str, Statement] = {}
        for name, statements in node.moves.items():
            first = statements[0]
            for one in statements[1:]:
                self._agree(first, one)
            assert isinstance(first.value, Beside)
            if above is not None and above.verb != "add":
                self._inside(first, above)
            elif name not in there:
                self._nothing(first, Place(place.path + pointer(name), place.shape))
            elif first.value.key not in there:
                message = f"there is no '{first.value.key}' in {place.path}"
                hint = did_you_mean(first.value.key, names)
                self._wrong(first, message, hint, "no-such-path")
            else:
                moves[name], said[name] = first.value, first
        order = tuple(ordered(names, moves))
        # What stands nowhere moves beside what stands nowhere.
        for name in sorted(there.difference(order)):
            message = f"moves beside '{moves[name].key}', which moves in a circle"
            self._wrong(said[name], message, "leave one of them out", "circle")
        return order if len(order) == len(names) else names

    # What is wrong

    def _nowhere(self, node: Node, above: Statement | None) -> None:
        """Tell of everything that is said below a place that holds nothing."""
        for one in node.inner():
            if above is None:
                self._nothing(one, None)
            elif one.takes_away and above.takes_away:
                continue
            elif above.verb == "override" and not self._later(one, above):
                self.lost.append(one)
            else:
                self._conflict(above, one)

    def _later(self, one: Statement, above: Statement) -> bool:
        later = self.rank[one.layer] > self.rank[above.layer]
        return one.verb == "override" and later

    def _unknown(self, node: Node, name: str, known: Iterable[str]) -> None:
        for one in node.all():
            message = f"there is nothing at {one.path!r} (looking for {name!r})"
            self._wrong(one, message, did_you_mean(name, known), "no-such-path")

    def _nothing(
        self, one: Statement, place: Place | None, hint: str | None = None
    ) -> None:
        taken = next((by for by, path, _ in self.gone if path == one.path), None)
        if taken is not None and taken is not one:
            self._conflict(taken, one)
            return
        verb = _PAST.get(one.verb, one.verb)
        message = f"there is nothing at {one.path!r} that could be {verb}"
        self._wrong(one, message, hint, "nothing-there")

    def _conflict(self, first: Statement, second: Statement) -> None:
        """Tell of two layers that say different things; which is first says nothing."""
        one, other = sorted((first, second), key=lambda said: said.layer)
        message = f"{one} {_says(one)}, and {other} {_says(other)}"
        hint = "one of them may override the other, or say the same"
        self.problems.append(
            Problem("conflict", message, other.path, other.place(), hint)
        )

    def _wrong(
        self,
        one: Statement,
        message: str,
        hint: str | None = None,
        code: str = "does-not-fit",
    ) -> None:
        said = f"layer '{one.layer}': {message}"
        self.problems.append(Problem(code, said, one.path, one.place(), hint))


_PAST = {
    "replace": "replaced",
    "remove": "removed",
    "adjust": "adjusted",
    "move": "moved",
    "add": "added to",
}


def _says_same(one: Statement, held: Held) -> bool:
    if one.takes_away:
        return not held.stands
    return one.verb in {"add", "replace"} and one.value == held.value


def _says(one: Statement) -> str:
    match one.verb:
        case "remove":
            return f"removes {one.path}"
        case "adjust":
            return f"adjusts {one.path} by {one.value}"
        case "move":
            return f"moves {one.path} {one.value}"
        case _:
            verb = {"add": "adds", "replace": "replaces"}.get(one.verb, "overrides")
            return f"{verb} {one.path} with {_named(one.value)}"


def _named(value: object) -> str:
    title = getattr(value, "title", None)
    return shown(title if isinstance(title, str) else plain(value))
