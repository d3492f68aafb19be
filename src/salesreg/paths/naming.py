"""What names a role: the things that refer to it, and those that bind every role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from salesreg.paths.concerns import Concern, naming
from salesreg.paths.relations import EVERYONE
from salesreg.paths.tree import Spot, at, walk
from salesreg.shapes import fields_of

if TYPE_CHECKING:
    from salesreg.model.regulation import Regulation

References = Mapping[str, tuple[str, ...]]
"""By a reference to a role, as "Stage.owner": what is asked of what has it."""


@frozen(slots=False)
class Naming:
    """The things of a regulation that name a role.

    Attributes:
        regulation: The regulation.
        role: Key of the role.
        concerns: What concerns it, as `concerns_of` says.
    """

    regulation: Regulation
    role: str
    concerns: tuple[Concern, ...]

    def things(
        self, references: References
    ) -> Iterator[tuple[str, object, tuple[str, ...]]]:
        """Yield what has some of the references: its place, itself, which of them.

        It comes in the order of the references, and for one reference in that of
        the regulation.
        """
        found: dict[str, list[str]] = {}
        for reference, path in self._places:
            if reference in references:
                found.setdefault(path, []).append(reference)
        ranks = {reference: rank for rank, reference in enumerate(references)}
        for path, has in sorted(found.items(), key=lambda one: ranks[one[1][0]]):
            yield path, at(self.regulation, path), tuple(dict.fromkeys(has))

    def items(self, references: Iterable[str]) -> list[str]:
        """Return the places of the items in which some references stand."""
        things = self.things(dict.fromkeys(references, ()))
        return list(dict.fromkeys("/".join(path.split("/")[:3]) for path, *_ in things))

    @cached_property
    def _places(self) -> tuple[tuple[str, str], ...]:
        spots = tuple(walk(self.regulation))
        bound = {one.pointer for one in self.concerns}
        own = (
            (reference, spot.pointer.rpartition(f"/{reference.partition('.')[2]}")[0])
            for reference, spot in naming(spots, self.role)
        )
        # What binds every role names none.
        everyone = (
            (f"{cls}.{EVERYONE[cls]}", spot.pointer)
            for spot in spots
            if (cls := type(spot.value).__name__) in EVERYONE
            and not getattr(spot.value, EVERYONE[cls])
            and bound & {spot.pointer, *above(spot.pointer), *_fields(spot)}
        )
        return (*own, *everyone)


def above(path: str) -> Iterator[str]:
    """Yield the places that a place is in, from the innermost to the item itself.

    >>> list(above("/procedures/0/steps/2"))
    ['/procedures/0/steps', '/procedures/0']
    """
    while (path := path.rpartition("/")[0]).count("/") > 1:
        yield path


def _fields(spot: Spot) -> Iterator[str]:
    yield from (f"{spot.pointer}/{name}" for name in fields_of(type(spot.value)))
