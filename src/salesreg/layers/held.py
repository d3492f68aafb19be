"""What a place holds while layers are laid over it."""

from __future__ import annotations

from typing import Final

from attrs import define, frozen

from salesreg.layers.trace import Trace
from salesreg.shapes import Field, Shape


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


@frozen
class Point:
    """A place of the regulation.

    Attributes:
        path: The path, by names.
        shape: What stands there when anything does.
        field: The field that it is; None for an item of a list, and the root.
    """

    path: str
    shape: Shape
    field: Field | None = None
