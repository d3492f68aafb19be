"""Choices that Hypothesis makes, so that they shrink."""

from __future__ import annotations

from hypothesis import strategies as st

from salesreg.testing.drawing import upto


class Drawn:
    """Choices that Hypothesis makes."""

    def __init__(self, draw: st.DrawFn) -> None:
        """Take the function that draws."""
        self._draw = draw

    def upto(self, most: int) -> int:
        """Return a whole number from 0 to `most`."""
        return self._draw(upto(most)) if most else 0
