"""Layers over a regulation, each right by itself, and all of them together or not."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from attrs import field, frozen
from hypothesis import strategies as st

from salesreg.errors import InvalidValue, pointer
from salesreg.layers.adjustment import Adjustment
from salesreg.layers.layer import Layer, layer
from salesreg.layers.places import Names
from salesreg.layers.statement import END, Verb
from salesreg.layers.target import is_keyed, plain_shape
from salesreg.model.regulation import Regulation
from salesreg.paths.index import index_from, index_of
from salesreg.paths.keyed import unkeyed
from salesreg.paths.tree import Spot, at, walk
from salesreg.shapes import Field, Record, Sequence, Shape, Union, fields_of, is_items
from salesreg.testing.objects import regulations
from salesreg.testing.options import Options
from salesreg.testing.parts import drawer

MOST = 4
"""How many things a layer says at most."""

Layered = tuple[Regulation, tuple[Layer, ...]]
"""A regulation and layers for it."""

STEPS = ("+1", "-1", "+1 min", "+1 day", "+50%", "+2 points", "+100 RUB")


@frozen
class _Say:
    """One thing that a layer may say.

    Attributes:
        verb: How.
        path: Of which place.
        values: What comes there, or what else the verb takes.
        list: The list whose length or order it changes.
    """

    verb: Verb
    path: str
    values: st.SearchStrategy[object] = field(factory=st.none)
    list: str = ""

    def by(self, layer: Layer, draw: st.DrawFn) -> Layer:
        """Return a layer that says it, too."""
        value = draw(self.values)
        match self.verb:
            case "add":
                return layer.add(_called(value, layer.key), to=self.list or self.path)
            case "replace":
                return layer.replace(self.path, value)
            case "adjust":
                return layer.adjust(self.path, str(value))
            case "move":
                return layer.move(self.path, before=str(value))
            case _:
                return layer.remove(self.path)


def _called(item: object, layer: str) -> object:
    """Return a thing under a key of its own, so that no two layers add the same."""
    key = getattr(item, "key", None)
    if not isinstance(key, str) or not attrs.has(type(item)):
        return item
    return attrs.evolve(item, key=f"{layer}-{key}"[:64])  # type: ignore[misc]


def layered(
    count: int = 1,
    *,
    apart: bool = True,
    of: st.SearchStrategy[Regulation] | None = None,
) -> st.SearchStrategy[Layered]:
    """Return the strategy of regulations with layers that can be laid over them.

    Layers add, replace, remove, adjust and move; what something refers to is not
    removed. They are called `layer-0`, `layer-1` and so on.

    Args:
        count: How many layers there are.
        apart: Whether no two layers are about the same place, or about what is
            inside of it, so that all can be laid over the regulation together. If
            not, each can be laid over it alone, and together they may be in
            conflict.
        of: The strategy of the regulation; small regulations when not given.

    >>> from hypothesis import find
    >>> base, (north,) = find(layered(), lambda held: len(held[1][0].statements) == 1)
    >>> north.problems()
    ()
    """
    return _layered(count, apart, regulations(size="small") if of is None else of)


@st.composite
def _layered(
    draw: st.DrawFn,
    count: int,
    apart: bool,  # noqa: FBT001 - it comes from a keyword
    of: st.SearchStrategy[Regulation],
) -> Layered:
    base = draw(of)
    says: dict[Verb, list[_Say]] = {}
    for say in _says(base):
        says.setdefault(say.verb, []).append(say)
    taken: list[_Say] = []
    made: list[Layer] = []
    for number in range(count):
        one, own = layer(f"layer-{number}"), list[_Say]()
        for _ in range(draw(st.integers(0, MOST))):
            if taken and not apart and draw(st.booleans()):
                # What another layer says something of, too.
                say = draw(st.sampled_from(taken))
            else:
                say = draw(st.sampled_from(says[draw(st.sampled_from(list(says)))]))
            if not any(_touch(say, other) for other in (*own, *(taken * apart))):
                own.append(say)
                one = say.by(one, draw)
        taken += own
        made.append(one)
    return base, tuple(_referring(base, made))


def _touch(one: _Say, other: _Say) -> bool:
    if one.list and one.list == other.list:
        return True
    return _inside(one.path, other.path) or _inside(other.path, one.path)


def _inside(path: str, above: str) -> bool:
    return f"{path}/".startswith(f"{above}/")


def _referring(base: Regulation, layers: list[Layer]) -> Iterator[Layer]:
    """Yield layers without the removals of what another one comes to refer to."""
    used = {
        use.key
        for one in layers
        for said in one.statements
        if attrs.has(type(said.value)) or is_items(said.value)
        for use in index_from(_walked(said.value)).uses
    }
    used |= {
        said.value
        for one in layers
        for said in one.statements
        if isinstance(said.value, str)
    }
    for one in layers:
        kept = tuple(
            said
            for said in one.statements
            if said.verb not in {"remove", "replace"}
            or not used & set(_keys(_at(base, said.path)))
        )
        yield attrs.evolve(one, statements=kept)


def _at(base: Regulation, path: str) -> object:
    real = unkeyed(base, path)
    return at(base, real) if real else None


def _walked(value: object) -> Iterator[Spot]:
    for one in value if is_items(value) else (value,):
        if attrs.has(type(one)):
            yield from walk(one)


def _keys(value: object) -> Iterator[str]:
    for spot in _walked(value):
        key = getattr(spot.value, "key", None)
        if isinstance(key, str):
            yield key


# What may be said of a regulation


def _says(base: Regulation) -> Iterator[_Say]:
    """Yield everything that a layer may say of a regulation, apart from values."""
    names = Names(base)
    used = {use.key for use in index_of(base).uses}
    options = Options(base.language, "small")
    for spot in walk(base):
        path = names.path(spot.pointer)
        if isinstance(spot.shape, Record | Union):
            for name, field in fields_of(type(spot.value)).items():
                if name != "key" or not spot.pointer:
                    held = getattr(spot.value, name)
                    here = path + pointer(name)
                    yield from _of_field(here, field, held, used, options)
        if is_items(spot.value) and isinstance(spot.shape, Sequence):
            yield from _of_list(path, spot.shape, spot.value, names, used)


def _of_field(
    path: str, field: Field, held: object, used: set[str], options: Options
) -> Iterator[_Say]:
    shape = plain_shape(field.shape)
    if held in (None, ()):
        if not isinstance(shape, Sequence):
            yield _Say("add", path, _values(shape, options))
        return
    if used & set(_keys(held)):
        return
    if not is_items(held):
        yield _Say("replace", path, _values(shape, options))
    if not field.required and held != field.default:
        yield _Say("remove", path)
    if steps := [step for step in STEPS if _adjusts(step, held, shape)]:
        yield _Say("adjust", path, st.sampled_from(steps))


@st.composite
def _values(draw: st.DrawFn, shape: Shape, options: Options) -> object:
    drawing = options.drawing(draw)
    return drawer(shape)(drawing, drawing.size.depth)


def _adjusts(step: str, held: object, shape: Shape) -> bool:
    try:
        return not shape.problems(Adjustment.parse(step).of(held))
    except InvalidValue:
        return False


def _of_list(
    path: str,
    shape: Sequence,
    items: tuple[object, ...],
    names: Names,
    used: set[str],
) -> Iterator[_Say]:
    named = names.of(items).names
    if not shape.problems(items[1:]):
        for name, item in zip(named, items, strict=True):
            if not used & set(_keys(item)):
                yield _Say("remove", path + pointer(name), list=path)
    if not shape.problems((*items, items[-1])):
        # A list without keys may hold a thing twice.
        name = END if not is_keyed(shape.item) else f"{named[-1]}-new"
        yield _Say("add", path + pointer(name), st.just(items[-1]), path)
    if is_keyed(shape.item):
        for name in named[1:]:
            yield _Say("move", path + pointer(name), st.just(named[0]), path)
