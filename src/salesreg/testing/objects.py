"""The strategies of regulations and of the instances of any class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeGuard, TypeVar, cast

from attrs import evolve, frozen
from hypothesis import strategies as st

from salesreg._text import did_you_mean
from salesreg.constraints import Constraint, Range
from salesreg.model.regulation import Language, Regulation
from salesreg.paths.tree import walk
from salesreg.shapes import (
    Field,
    Maybe,
    Sequence,
    Shape,
    fields_of,
    is_items,
    is_text_value,
)
from salesreg.testing.bounds import Wanted, bounds_of
from salesreg.testing.homes import homes_of, named_in
from salesreg.testing.leaves import leaf
from salesreg.testing.options import NO_WAYS, Extent, Options, Texts
from salesreg.testing.parts import Kind, drawer, kind_of, part_of
from salesreg.testing.paying import PAY, PAYING
from salesreg.testing.written import WRITTEN

T = TypeVar("T")


def regulations(
    language: Language | None = None,
    *,
    size: Extent = "medium",
    texts: Texts = "plain",
    dangling: bool = False,
    with_pay: bool | None = None,
    **fields: object,
) -> st.SearchStrategy[Regulation]:
    """Return the strategy of regulations with a handful of sections.

    Keys differ from one another, and every reference names something that is
    there, unless `dangling` is true. A keyword that names a field settles it:
    a strategy draws it, a pair of whole numbers bounds it, anything else is it.

    Args:
        language: Language of the words; drawn when not given.
        size: How much there is in them.
        texts: "plain" for readable words, "nasty" for texts and keys that are
            allowed and hard to handle among them.
        dangling: Whether references may name nothing.
        with_pay: True for pay plans, each component of which has a scale that
            says what it pays; False for no pay at all.
        fields: Fields that are settled.

    Raises:
        TypeError: A keyword names no field.
    """
    if with_pay is False:
        fields = {**dict.fromkeys(PAY, ()), **fields}
    elif with_pay:
        fields = {"pay_plans": (1, 2), **fields}
    ways = PAYING if with_pay else NO_WAYS
    options = Options(language, size, texts, dangling, ways)
    return cast("st.SearchStrategy[Regulation]", _objects(Regulation, options, fields))


def instances(
    cls: type[T],
    *,
    language: Language | None = None,
    size: Extent = "medium",
    texts: Texts = "plain",
    dangling: bool = False,
    **fields: object,
) -> st.SearchStrategy[T]:
    """Return the strategy of the instances of any value or model class.

    References name things that a regulation around the instance might have.

    Raises:
        TypeError: A keyword names no field.
    """
    options = Options(language, size, texts, dangling)
    make = _texts if is_text_value(cls) else _objects
    return cast("st.SearchStrategy[T]", make(cls, options, fields))


@st.composite
def _values(draw: st.DrawFn, shape: Shape, options: Options) -> object:
    drawing = options.drawing(draw)
    return drawer(shape)(drawing, drawing.size.depth)


@frozen
class _Given:
    """The keywords of a strategy, read against the fields of the class."""

    bounded: tuple[Field, ...]
    settled: Mapping[str, object]


def _read(cls: type, fields: Mapping[str, object]) -> _Given:
    known = fields_of(cls)
    bounded: list[Field] = []
    settled: dict[str, object] = {}
    for name, given in fields.items():
        if name not in known:
            hint = did_you_mean(name, known)
            message = f"{cls.__name__} has no field {name!r}"
            raise TypeError(f"{message}; {hint}" if hint else message)
        match given:
            case (int(low), int(high)) if _has_bounds(known[name]):
                bounded.append(_bounded(known[name], low, high))
            case _:
                settled[name] = given
    return _Given(tuple(bounded), settled)


def _has_bounds(field: Field) -> bool:
    shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
    return isinstance(shape, Sequence) or shape.type in {int, Decimal}


def _bounded(field: Field, low: int, high: int) -> Field:
    shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
    asked: Constraint = Range(low, high)
    if isinstance(shape, Sequence):
        asked = Wanted(low, high)
    return evolve(field, shape=evolve(shape, constraints=(*shape.constraints, asked)))


def _is_strategy(value: object) -> TypeGuard[st.SearchStrategy[object]]:
    return isinstance(value, st.SearchStrategy)


def _settle(draw: st.DrawFn, settled: Mapping[str, object]) -> dict[str, object]:
    return {
        name: draw(given) if _is_strategy(given) else given
        for name, given in settled.items()
    }


def _objects(
    cls: type, options: Options, fields: Mapping[str, object]
) -> st.SearchStrategy[object]:
    given = _read(cls, fields)
    kind = kind_of(cls).first([home.section for home in homes_of(cls)])
    kind = kind.without(given.settled)
    for field in given.bounded:
        kind = kind.requiring(part_of(field))
    if cls is not Regulation:
        return _object(kind, options, given.settled)
    most = {
        field.name: bounds_of(field.shape.constraints).longest
        for field in given.bounded
        if isinstance(field.shape, Sequence)
    }
    return _regulation(kind, options, given.settled, most)


@st.composite
def _object(
    draw: st.DrawFn, kind: Kind, options: Options, settled: Mapping[str, object]
) -> object:
    drawing = options.drawing(draw)
    return drawing.record(kind, drawing.size.depth, _settle(draw, settled))


@st.composite
def _regulation(
    draw: st.DrawFn,
    kind: Kind,
    options: Options,
    settled: Mapping[str, object],
    most: Mapping[str, int | None],
) -> object:
    drawing = options.drawing(draw)
    given = {"language": drawing.language, **_settle(draw, settled)}
    for value in given.values():
        drawing.know(_keys_in(value))
    if options.dangling:
        return drawing.whole(kind, given, ())
    homes = {home.cls.__name__: home for home in homes_of(kind.cls)}
    for name in named_in(kind.cls):
        section = homes[name].section if name in homes else ""
        if section in given or name not in homes:
            keys = _keys_in(given.get(section))
            drawing.allow(name, tuple(key for of, key in keys if of == name))
        elif most.get(section) is not None:
            drawing.allow_first(name, most[section] or 0)
    return drawing.whole(kind, given, homes.values())


def _keys_in(value: object) -> Iterator[tuple[str, str]]:
    for item in value if is_items(value) else (value,):
        if hasattr(item, "__attrs_attrs__"):
            for spot in walk(item):
                key = getattr(spot.value, "key", None)
                if isinstance(key, str):
                    yield type(spot.value).__name__, key


def _texts(
    cls: type, options: Options, fields: Mapping[str, object]
) -> st.SearchStrategy[object]:
    if not fields:
        return _values(Shape(cls), options)
    return _text(cls, options, _read(cls, fields))


@st.composite
def _text(draw: st.DrawFn, cls: type, options: Options, given: _Given) -> object:
    drawing = options.drawing(draw)
    values = _settle(draw, given.settled)
    for field in given.bounded:
        values[field.name] = leaf(field.shape)(drawing, 0)
    if cls in WRITTEN:
        return WRITTEN[cls](drawing, values)
    for name, field in fields_of(cls).items():
        if name not in values:
            values[name] = leaf(field.shape)(drawing, 0)
    made: object = cls(**values)
    return made
