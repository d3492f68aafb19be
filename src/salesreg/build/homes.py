"""Which field of the regulation a piece belongs to, and the step that adds it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.constraints import Text
from salesreg.model.regulation import Regulation
from salesreg.shapes import Maybe, Record, Sequence, Shape, fields_of, shape_of

IDENTITY = ("key", "title", "language")
"""What names a regulation; everything else is its contents."""


def class_of(shape: Shape) -> type | None:
    """Return the model class that a field of the regulation holds, if any."""
    match shape:
        case Maybe() | Sequence():
            return class_of(shape.item)
        case Record():
            return shape.type
        case _:
            return None


def step_of(field: str) -> str:
    """Return the name of the step that gives one item of a field.

    >>> step_of("activities"), step_of("annexes"), step_of("stages"), step_of("access")
    ('activity', 'annex', 'stage', 'access')
    """
    for plural, singular in (("ies", "y"), ("xes", "x"), ("ss", "ss"), ("s", "")):
        if field.endswith(plural):
            return field.removesuffix(plural) + singular
    return field


def _homes() -> Mapping[type, str]:
    homes: dict[type, str] = {}
    for name, field in fields_of(Regulation).items():
        cls = class_of(field.shape)
        # The first field wins: a revision added is the one in force.
        if cls is not None:
            homes.setdefault(cls, name)
    return MappingProxyType(homes)


HOMES = _homes()
"""The field of `Regulation` by the class of its items."""

TEXT = shape_of(Text)
"""The one field of contents that is a text, `Regulation.text`."""

REPEATED = frozenset(
    name
    for name, field in fields_of(Regulation).items()
    if isinstance(field.shape, Sequence)
)
"""The fields of `Regulation` that are lists."""
