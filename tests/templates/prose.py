"""What the tests of texts share: finding the texts of a regulation."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.constraints import Line, Prose
from salesreg.paths.tree import Spot, walk


def is_text(spot: Spot) -> bool:
    """Tell whether a value is a text for people."""
    return any(isinstance(rule, Line | Prose) for rule in spot.shape.constraints)


def texts(regulation: object) -> Iterator[tuple[str, str]]:
    """Yield every text for people with its pointer."""
    for spot in walk(regulation):
        if is_text(spot) and isinstance(spot.value, str):
            yield spot.pointer, spot.value
