"""What a reader of texts hands on: plain data, and where each piece stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs
from attrs import define, frozen

from salesreg.errors import Place, Problem, parts_of
from salesreg.shapes import QUOTE_IT


@define
class Site:
    """Where a value stands in a text.

    Attributes:
        line: Line of its first character, from 1.
        column: Column of its first character, from 1.
        key: Line and column of the key before it, in a mapping.
        source: How a value was written that is not a text and was not quoted.
        below: The sites of what is inside, by key or index; None when nothing is.
    """

    line: int
    column: int
    key: tuple[int, int] | None = None
    source: str | None = None
    below: dict[str, Site] | None = None

    def put(self, part: str, site: Site) -> None:
        """Put a site inside."""
        if self.below is None:
            self.below = {}
        self.below[part] = site


@frozen
class Source:
    """What was read from a text.

    Attributes:
        data: The plain data.
        name: Name of the file, for places.
        problems: What the reader itself found wrong, with places; reading went on.
        sites: Finds the sites; called only when there is a problem to place.
    """

    data: object
    name: str
    problems: tuple[Problem, ...]
    sites: Callable[[], Site]

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return all the problems with their places, in the order of the text."""
        root = self.sites()
        # What the reader could not read, the loader only finds missing.
        told = {one.path for one in self.problems if one.code != "duplicate-key"}
        found = [
            _placed(one, root, self.name) for one in problems if one.path not in told
        ]
        return sorted([*self.problems, *found], key=_position)


def _placed(problem: Problem, root: Site, name: str) -> Problem:
    site, inside = root, parts_of(problem.path)
    for part in inside:
        below = site.below.get(part) if site.below else None
        # What is missing, or was moved by a migration, is told where it belongs.
        if below is None:
            break
        site = below
    line, column = site.line, site.column
    if problem.code in KEY_PROBLEMS and site.key is not None:
        line, column = site.key
    hint = problem.hint
    if hint == QUOTE_IT and site.source is not None:
        hint = f'{hint}: "{site.source}"'
    return attrs.evolve(problem, place=Place(name, line, column), hint=hint)


KEY_PROBLEMS = frozenset({"unknown-field"})
"""Problems that are about a key and not about its value."""


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line, place.column or 0) if place else (0, 0)


def place_at(text: str, offset: int, name: str) -> Place:
    """Return the place of a character of a text."""
    before = text[:offset]
    line = before.count("\n") + 1
    return Place(name, line, offset - (before.rfind("\n") + 1) + 1)
