"""One walk over the shapes: how each is drawn, and what that takes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from salesreg.paths.index import LOCAL
from salesreg.shapes import (
    Choice,
    Field,
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
)
from salesreg.testing.bounds import bounds_of
from salesreg.testing.leaves import Drawer, leaf

if TYPE_CHECKING:
    from hypothesis.vendor.pretty import RepresentationPrinter

    from salesreg.testing.drawing import Drawing

Fits = Callable[["Drawing", int], bool]
"""Tells whether a shape can be drawn here, not deeper than a number of levels."""

NOTHING: frozenset[str] = frozenset()


@frozen
class Least:
    """What the smallest value of a shape takes.

    Attributes:
        depth: How many records stand inside one another.
        needs: Classes that it refers to.
    """

    depth: int = 0
    needs: frozenset[str] = NOTHING


@frozen
class Part:
    """How a field is drawn.

    Attributes:
        name: The field.
        shape: What it holds when it holds something.
        draw: Draws a value that is not the default.
        fits: Whether it can be drawn here.
        needs: Classes that its smallest value refers to.
    """

    name: str
    shape: Shape
    draw: Drawer
    fits: Fits
    needs: frozenset[str]


@frozen
class Kind:
    """How the objects of a class are drawn.

    Attributes:
        cls: The class.
        has_key: Whether they have a key that is still to be made.
        required: The fields that are always drawn, apart from the key.
        optional: The fields that are drawn or not.
    """

    cls: type
    has_key: bool
    required: tuple[Part, ...]
    optional: tuple[Part, ...]

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:  # noqa: FBT001 - as Hypothesis calls it
        printer.text(self.cls.__name__)

    def without(self, names: Container[str]) -> Kind:
        """Return the kind without some fields, which are settled elsewhere."""
        return evolve(
            self,
            has_key=self.has_key and "key" not in names,
            required=tuple(p for p in self.required if p.name not in names),
            optional=tuple(p for p in self.optional if p.name not in names),
        )

    def first(self, names: Iterable[str]) -> Kind:
        """Return the kind with some optional fields before the others.

        Shrinking prefers what comes first, so a thing ends where it belongs and
        not as something that is only there because another refers to it.
        """
        by_name = {part.name: part for part in self.optional}
        ahead = {name: by_name[name] for name in names}
        return evolve(self, optional=tuple({**ahead, **by_name}.values()))

    def requiring(self, part: Part) -> Kind:
        """Return the kind with one field drawn in any case, in its own way."""
        rest = self.without({part.name})
        return evolve(rest, required=(*rest.required, part))


@functools.cache
def kind_of(cls: type) -> Kind:
    """Return how the objects of a model class are drawn."""
    fields = dict(fields_of(cls))
    has_key = fields.pop("key", None) is not None
    return Kind(
        cls=cls,
        has_key=has_key,
        required=tuple(part_of(f) for f in fields.values() if f.required),
        optional=tuple(part_of(f) for f in fields.values() if not f.required),
    )


def part_of(field: Field) -> Part:
    """Return how a field is drawn."""
    shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
    draw = drawer(shape)
    if shape.type is bool and not field.required:
        draw = _always(not field.default)
    elif isinstance(shape, Choice):
        draw = _choice(tuple(w for w in shape.options if w != field.default))
    found = least(shape)
    assert found is not None, f"{field.name} has no end"
    return Part(field.name, shape, draw, fits(shape), found.needs)


def drawer(shape: Shape) -> Drawer:
    """Return how the values of a shape are drawn; a list is never empty."""
    match shape:
        case Maybe():
            return drawer(shape.item)
        case Choice():
            return _choice(shape.options)
        case Sequence():
            return _sequence(shape)
        case Record():
            cls = shape.type
            return lambda drawing, depth: drawing.thing(cls, depth)
        case Union():
            return _union(shape)
        case _:
            return leaf(shape)


def fits(shape: Shape) -> Fits:
    """Return the test whether a value of a shape can be drawn."""
    if isinstance(shape, Maybe | Sequence):
        return fits(shape.item)
    if isinstance(shape, Union):
        tests = tuple(fits(member) for member in shape.members)
        return lambda drawing, depth: any(test(drawing, depth) for test in tests)
    found = least(shape)
    assert found is not None
    deep, needs = found.depth, found.needs
    return lambda drawing, depth: deep <= depth and drawing.can(needs)


def least(shape: Shape, inside: tuple[type, ...] = ()) -> Least | None:
    """Return what the smallest value of a shape takes; None if it never ends."""
    match shape:
        case Maybe():
            return Least()
        case Sequence():
            return least(shape.item, inside)
        case Union():
            found = [least(member, inside) for member in shape.members]
            ends = [end for end in found if end is not None]
            return min(ends, key=lambda end: (len(end.needs), end.depth), default=None)
        case Record():
            if shape.type in inside:
                return None
            return _least_record(shape.type, (*inside, shape.type))
        case _:
            refers = bounds_of(shape.constraints).refers
            return Least(0, frozenset([refers] if refers else []))


def _least_record(cls: type, inside: tuple[type, ...]) -> Least | None:
    parts = [least(f.shape, inside) for f in fields_of(cls).values() if f.required]
    ends = [part for part in parts if part is not None]
    if len(ends) < len(parts):
        return None
    depth = 1 + max((end.depth for end in ends), default=0)
    return Least(depth, NOTHING.union(*(end.needs for end in ends)))


def _always(value: object) -> Drawer:
    # There is nothing to choose: a flag that is written differs from its default.
    def draw(drawing: Drawing, depth: int) -> object:
        return value

    return draw


def _choice(options: tuple[str, ...]) -> Drawer:
    return lambda drawing, _: drawing.pick(options)


def _sequence(shape: Sequence) -> Drawer:
    bounds = bounds_of(shape.constraints)
    item = drawer(shape.item)
    if isinstance(shape.item, Record) and shape.item.type.__name__ in LOCAL:
        cls = shape.item.type
        return lambda drawing, depth: drawing.local_items(cls, bounds, depth)
    if isinstance(shape.item, Record | Union):
        return lambda drawing, depth: drawing.items(
            bounds, lambda: item(drawing, depth)
        )

    def draw(drawing: Drawing, depth: int) -> tuple[object, ...]:
        items = drawing.items(bounds, lambda: item(drawing, depth))
        # People name a role or a weekday once.
        once = tuple(dict.fromkeys(items))
        return once if len(once) >= bounds.shortest else items

    return draw


def _union(shape: Union) -> Drawer:
    members = tuple((fits(member), member.type) for member in shape.members)

    def draw(drawing: Drawing, depth: int) -> object:
        possible = tuple(cls for fit, cls in members if fit(drawing, depth))
        return drawing.thing(drawing.pick(possible), depth)

    return draw
