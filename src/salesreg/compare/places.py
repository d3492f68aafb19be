"""Places: what can stand at a path, as the classes of the model say."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg._text import did_you_mean
from salesreg.errors import Problem, ProblemGroup, parts_of
from salesreg.model.regulation import Regulation
from salesreg.shapes import Maybe, Record, Sequence, Shape, Union, fields_of


def shapes_at(path: str) -> tuple[Shape, ...]:
    """Return what a value at a path must be; several where classes may stand there.

    Args:
        path: A path with keys or positions.

    Raises:
        ProblemGroup: No regulation has such a place.

    >>> [shape.name for shape in shapes_at("/stages/new/norm/limit")]
    ["a duration such as '15 min working' or '2 business days'"]
    """
    shapes: tuple[Shape, ...] = (Record(Regulation),)
    for part in parts_of(path):
        below = tuple(dict.fromkeys(_below(shapes, part)))
        if not below:
            known = [name for cls in _classes(shapes) for name in fields_of(cls)]
            message = f"no regulation has such a place (looking for {part!r})"
            hint = did_you_mean(part, known)
            raise ProblemGroup([Problem("no-such-path", message, hint=hint)])
        shapes = below
    return shapes


def _below(shapes: tuple[Shape, ...], part: str) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Sequence):
            yield shape.item
    for cls in _classes(shapes):
        if part in fields_of(cls):
            yield fields_of(cls)[part].shape


def _classes(shapes: tuple[Shape, ...]) -> Iterator[type]:
    for shape in shapes:
        match shape.item if isinstance(shape, Maybe) else shape:
            case Union(members=members):
                yield from (member.type for member in members)
            case Record(type=cls):
                yield cls
            case _:
                pass
