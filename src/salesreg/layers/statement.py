"""Statements: what one layer says of one place of a regulation."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen

from salesreg.errors import Place
from salesreg.io.origin import Origin

FORMAT = "salesreg-layer/1"
"""The format of the dict form of a layer."""

Verb = Literal["add", "replace", "remove", "adjust", "override", "move"]
VERBS: tuple[Verb, ...] = get_args(Verb)

END = "-"
"""Name of the place behind the last item of a list, as in JSON Patch (RFC 6902)."""


@frozen
class Beside:
    """Where an item of a list moves to.

    Attributes:
        side: On which side of another item.
        key: Key of that item.
    """

    side: Literal["after", "before"]
    key: str

    def __str__(self) -> str:
        """Return for example "after 'lead'"."""
        return f"{self.side} '{self.key}'"


@frozen
class Statement:
    """What a layer says of one place.

    Attributes:
        verb: What it does there.
        layer: Key of the layer.
        path: The place: a JSON Pointer with keys in the place of positions. An
            item that comes to the end of a list without keys is said of `-`.
        value: What comes there: a value of the model; the `Adjustment` of adjust,
            the `Beside` of move, None where something goes away.
        line: Where it was written in a script.
        origin: The text that it was read from.
        spot: Where it stands there, as a JSON Pointer.
    """

    verb: Verb
    layer: str
    path: str
    value: object = None
    line: Place | None = field(default=None, eq=False, repr=False)
    origin: Origin | None = field(default=None, eq=False, repr=False)
    spot: str = field(default="", eq=False, repr=False)

    def place(self, below: str = "") -> Place | None:
        """Return where it was written: a line of a text or of a script.

        Args:
            below: JSON Pointer to a part of its value.
        """
        if self.origin is None:
            return self.line
        return self.origin.place(self.spot + below)

    @property
    def takes_away(self) -> bool:
        """Whether nothing comes where something was."""
        return self.verb in {"remove", "override"} and self.value is None

    def __str__(self) -> str:
        """Return whose it is and where it was written: "layer 'north' (a.yaml:3:1)"."""
        place = self.place()
        return f"layer '{self.layer}'" + (f" ({place})" if place else "")
