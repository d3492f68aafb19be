"""How objects are drawn: what every strategy takes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, TypeVar

from attrs import field, frozen
from hypothesis import strategies as st

from salesreg.model.regulation import Language
from salesreg.testing.drawing import Drawing, Size, Way

SIZES: Mapping[str, Size] = MappingProxyType(
    {
        "small": Size(sections=2, fields=2, items=2, depth=5),
        "medium": Size(sections=10, fields=4, items=2, depth=6),
        "large": Size(sections=40, fields=12, items=3, depth=7),
    }
)
"""How much a drawn object holds, by name."""

T = TypeVar("T")

Drawn: TypeAlias = "T | st.SearchStrategy[T]"
"""What a keyword settles a field with: its value, or a strategy that draws it."""
Pair: TypeAlias = tuple[int, int]
"""Bounds, both included: of a number, or of the length of a list."""

Extent = Literal["small", "medium", "large"]
Texts = Literal["plain", "nasty"]
_LANGUAGES: tuple[Language, ...] = ("ru", "en")
NO_WAYS: Mapping[type, Way] = MappingProxyType({})
"""Everything is drawn by its shape."""


@frozen
class Options:
    """How objects are drawn.

    Attributes:
        language: Language of the words; drawn when not given.
        size: How much there is in them.
        texts: "plain" for readable words, "nasty" for texts and keys that are
            allowed and hard to handle among them.
        dangling: Whether references may name nothing: such a regulation loads,
            and its checks complain.
        ways: How things of some classes are drawn, if not by their shape.
    """

    language: Language | None = None
    size: Extent = "medium"
    texts: Texts = "plain"
    dangling: bool = False
    ways: Mapping[type, Way] = field(default=NO_WAYS, repr=False)

    def drawing(self, draw: st.DrawFn) -> Drawing:
        """Return the choices of one object."""
        return Drawing(
            draw=draw,
            language=self.language or draw(st.sampled_from(_LANGUAGES)),
            size=SIZES[self.size],
            nasty=self.texts == "nasty",
            ways=self.ways,
        )
