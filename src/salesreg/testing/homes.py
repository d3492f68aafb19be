"""Where the things stand that references name."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator

import attrs
from attrs import frozen

from salesreg.paths.index import LOCAL
from salesreg.shapes import Maybe, Record, Sequence, Shape, Union, fields_of, is_items
from salesreg.testing.bounds import bounds_of
from salesreg.testing.parts import kind_of


@frozen
class Home:
    """A list of things that references can name.

    Attributes:
        cls: Their class.
        section: The field of the root that holds them.
        holder: The class of the section, when the section is one object.
        field: The field of that object that holds them.
    """

    cls: type
    section: str
    holder: type | None = None
    field: str = ""

    def added(self, section: object, things: tuple[object, ...]) -> object:
        """Return the section, or None, with more things in it."""
        if self.holder is None:
            return (*section, *things) if is_items(section) else things
        if section is None:
            made: object = self.holder(**{self.field: things})
            return made
        assert attrs.has(type(section))
        held = (*getattr(section, self.field), *things)
        return attrs.evolve(section, **{self.field: held})  # type: ignore[misc]


@functools.cache
def homes_of(cls: type) -> tuple[Home, ...]:
    """Return where the things stand that something below a class can refer to.

    What most references name comes first.
    """
    found: dict[str, Home] = {}
    for home in sorted(_homes(cls), key=lambda home: home.field):
        found.setdefault(home.cls.__name__, home)
    return tuple(found[name] for name in named_in(cls) if name in found)


@functools.cache
def named_in(cls: type) -> tuple[str, ...]:
    """Return the classes that references below a class name, most named first."""
    counted = Counter(_references(Record(cls), set()))
    return tuple(name for name, _ in counted.most_common() if name not in LOCAL)


def _homes(cls: type) -> Iterator[Home]:
    for name, held in fields_of(cls).items():
        match held.shape:
            case Sequence(item=Record(type=item)) if kind_of(item).has_key:
                yield Home(item, name)
            case Maybe(item=Record(type=section)):
                for home in _homes(section):
                    yield Home(home.cls, name, section, home.section)
            case _:
                pass


def _references(shape: Shape, seen: set[type]) -> Iterator[str]:
    match shape:
        case Maybe() | Sequence():
            yield from _references(shape.item, seen)
        case Union():
            for member in shape.members:
                yield from _references(member, seen)
        case Record():
            if shape.type not in seen:
                seen.add(shape.type)
                for field in fields_of(shape.type).values():
                    yield from _references(field.shape, seen)
        case _:
            refers = bounds_of(shape.constraints).refers
            if refers is not None:
                yield refers
