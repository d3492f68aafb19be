"""Choices: what decides where several things may come next."""

from __future__ import annotations

import random
from typing import Protocol


class Choices(Protocol):
    """What decides where several things may come next."""

    def upto(self, most: int) -> int:
        """Return a whole number from 0 to `most`; 0 is the simplest."""
        ...


class Seeded:
    """Choices that follow from a seed: the same seed, the same data."""

    def __init__(self, seed: int) -> None:
        """Take the seed."""
        self._random = random.Random(seed)  # noqa: S311 - data for show, no secret

    def upto(self, most: int) -> int:
        """Return a whole number from 0 to `most`."""
        return self._random.randint(0, most)


class Simplest:
    """Choices of the simplest each time."""

    def upto(self, most: int) -> int:
        """Return 0."""
        return 0
