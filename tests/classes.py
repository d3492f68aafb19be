"""Every class that a regulation can hold, found by walking the shapes."""

from __future__ import annotations

from salesreg.model.regulation import Regulation
from salesreg.shapes import Maybe, Record, Sequence, Shape, Union, fields_of


def reachable(root: type) -> dict[str, type]:
    """Return the classes below a class by name, itself included."""
    found: dict[str, type] = {}
    waiting: list[Shape] = [Record(root)]
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, Maybe | Sequence):
            waiting.append(shape.item)
        elif isinstance(shape, Union):
            waiting.extend(shape.members)
        elif isinstance(shape, Record) and shape.type.__name__ not in found:
            found[shape.type.__name__] = shape.type
            waiting.extend(field.shape for field in fields_of(shape.type).values())
    return found


MODEL = reachable(Regulation)
