"""Laying statements over a value, from the root down to what they are about."""

from __future__ import annotations

from collections.abc import Callable

import attrs
from attrs import define

from salesreg.errors import InvalidValue, ProblemGroup, pointer
from salesreg.layers.adjustment import Adjustment
from salesreg.layers.deciding import Decision
from salesreg.layers.held import ABSENT, Held, Point
from salesreg.layers.listing import added, placed
from salesreg.layers.places import Named, Names
from salesreg.layers.speaking import fitting
from salesreg.layers.statement import Statement
from salesreg.layers.target import plain_shape
from salesreg.layers.trace import Trace
from salesreg.layers.tree import Node
from salesreg.shapes import (
    Field,
    Record,
    Sequence,
    fields_of,
    is_items,
    is_text_value,
)


@define
class Laying:
    """One composition under way.

    Attributes:
        names: The names of the items of the base.
        decision: What holds of what is said; it keeps what is wrong, and what is
            overridden.
    """

    names: Names
    decision: Decision

    def lay(
        self, held: Held, node: Node, point: Point, above: Statement | None = None
    ) -> Held:
        """Return what a place holds with everything laid over it.

        Args:
            held: What it holds without.
            node: What is said of it and of what is below.
            point: The place.
            above: What another layer says of the whole that the place is part of.
        """
        winner = self.decision.winner(held, node.said, above)
        if winner is not None:
            if held.stands:
                gone = (winner, point.path, held.value)
                self.decision.told.gone.append(gone)
            held, above = self._done(held, winner, point), winner
        if node.is_leaf:
            return held
        adding = above is None or above.verb == "add"
        if held.value is None and adding:
            return self._new(held, node, point)
        if held.value in (ABSENT, None):
            self._nowhere(node, above)
            return held
        if is_items(held.value) and isinstance(point.shape, Sequence):
            return self._list(held.value, held.trace, node, point, above)
        cls = type(held.value)
        if attrs.has(cls) and not is_text_value(cls):
            return self._record(held, node, point, above)
        for one in node.inner():
            message = f"there is nothing below {point.path!r}"
            self.decision.told.wrong(one, message, None, "no-such-path")
        return held

    def _done(self, held: Held, one: Statement, point: Point) -> Held:
        """Return what a place holds when one thing is done there."""
        if one.value is None:
            return self._without(one, point)
        try:
            wanted = one.value
            if isinstance(wanted, Adjustment):
                wanted = wanted.of(held.value)
            if point.field is None:
                self._same_key(held.value, wanted, one)
            return Held(fitting(point.shape, wanted), Trace(one))
        except ProblemGroup as group:
            self.decision.told.refused(one, group)
            return held

    def _same_key(self, old: object, new: object, one: Statement) -> None:
        """Complain of an item that is named by its place and would change its key."""
        was, key = getattr(old, "key", None), getattr(new, "key", None)
        if was is not None and key != was:
            message = f"has the key '{key}', and what is there has '{was}'"
            self.decision.told.wrong(one, message, "name it by its key", "other-key")

    def _without(self, one: Statement, point: Point) -> Held:
        if point.field is None:
            return Held(ABSENT, Trace(one))
        if point.field.required:
            message = f"cannot be without '{point.field.name}'"
            self.decision.told.wrong(one, message, "replace it", "required")
        return Held(point.field.default, Trace(one))

    def _nowhere(self, node: Node, above: Statement | None) -> None:
        """Take everything that is said below a place that holds nothing."""
        for one in node.inner():
            if above is None or above.verb == "add":
                self.decision.told.nothing(one)
            else:
                self.decision.within(one, above)

    def _record(
        self, held: Held, node: Node, point: Point, above: Statement | None
    ) -> Held:
        value, trace = held.value, held.trace
        known = fields_of(type(value))
        changed: dict[str, object] = {}
        below = dict(trace.below)
        for name, inner in node.below.items():
            if name not in known:
                self.decision.told.unknown(inner.all(), name, known)
                continue
            before = Held(getattr(value, name), trace.child(name))
            after = self.lay(before, inner, _field(point, known[name]), above)
            below[name] = after.trace
            if after.value is not before.value:
                changed[name] = after.value
        made = Trace(trace.by, trace.path, below)
        if not changed:
            return Held(value, made)
        evolved = self._made(lambda: attrs.evolve(value, **changed), node)  # type: ignore[misc]
        return Held(value if evolved is None else evolved, made)

    def _new(self, held: Held, node: Node, point: Point) -> Held:
        """Make what is not there yet of what is said of its fields."""
        shape = point.shape
        adding = all(one.verb == "add" for one in node.inner())
        if not isinstance(shape, Record) or not adding:
            self._nowhere(node, None)
            return held
        known = fields_of(shape.type)
        values: dict[str, object] = {}
        below: dict[str, Trace] = {}
        for name, inner in node.below.items():
            one = known[name]
            empty = None if one.required else one.default
            made = self.lay(Held(empty, Trace()), inner, _field(point, one))
            values[name], below[name] = made.value, made.trace
        first = next(node.inner())
        missing = [name for name, one in known.items() if one.required]
        missing = [name for name in missing if values.get(name) is None]
        for name in missing:
            message = f"{point.path} needs a field '{name}' ({shape.type.__name__})"
            hint = f"add {point.path} as a whole"
            self.decision.told.wrong(first, message, hint, "missing-field")
        if missing:
            return held
        whole = self._made(lambda: shape.type(**values), node)
        return held if whole is None else Held(whole, Trace(first, "", below))

    def _made(self, make: Callable[[], object], node: Node) -> object | None:
        """Return what is made, or None when the parts do not go together."""
        try:
            return make()
        except InvalidValue as error:
            self.decision.told.refused(next(node.inner()), error)
            return None

    def _list(
        self,
        items: tuple[object, ...],
        trace: Trace,
        node: Node,
        point: Point,
        above: Statement | None,
    ) -> Held:
        assert isinstance(point.shape, Sequence)
        item = plain_shape(point.shape.item)
        named = self.names.of(items) if trace.by is None else Named.of(items)
        found = {
            name: Held(value, trace.child(str(index)))
            for index, (name, value) in enumerate(zip(named.names, items, strict=True))
        }
        new: list[tuple[str, Held]] = []
        for name, inner in node.below.items():
            index = named.place(name)
            at = Point(point.path + pointer(name), item)
            if index is not None:
                there = named.names[index]
                found[there] = self.lay(found[there], inner, at, above)
                continue
            made = self.lay(Held(ABSENT, Trace()), inner, at, above)
            if made.value is not ABSENT:
                new.append((name, made))
        if above is not None and above.verb != "add":
            for one in node.added:
                self.decision.within(one, above)
        else:
            new += added(node.added)
        # What several layers add comes in the order of their keys.
        new.sort(key=lambda pair: pair[1].trace.by.layer if pair[1].trace.by else "")
        found.update(new)
        kept = {name: one for name, one in found.items() if one.value is not ABSENT}
        order = placed(tuple(kept), node, point.path, above, self.decision)
        values = tuple(kept[name].value for name in order)
        came = [one.trace.by for _, one in new]
        left = [one.trace.by for one in found.values() if one.value is ABSENT]
        moved = [said[0] for name, said in node.moves.items() if name in kept]
        shaped = tuple(one for one in (*came, *left, *moved) if one)
        below = {str(at): kept[name].trace for at, name in enumerate(order)}
        return Held(values, Trace(trace.by, trace.path, below, shaped))


def _field(point: Point, field: Field) -> Point:
    path = point.path + pointer(field.name)
    return Point(path, plain_shape(field.shape), field)
