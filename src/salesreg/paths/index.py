"""The index: what is defined under which key, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from salesreg.constraints import Refers
from salesreg.paths.tree import Spot, walk
from salesreg.shapes import Record, Union

# A step is known inside its own procedure only; other keys are known everywhere.
LOCAL = {"Step": "Procedure"}

_OBJECTS = (Record, Union)


@frozen
class Definition:
    """A thing with a key.

    Attributes:
        pointer: Where it stands.
        value: The thing.
    """

    pointer: str
    value: object


@frozen
class Use:
    """A reference to a thing by its key.

    Attributes:
        pointer: Where the reference stands.
        to: Class that the thing must be of.
        key: Its key.
        scope: Pointer of the thing in which a local key is looked up.
    """

    pointer: str
    to: str
    key: str
    scope: str = ""


@frozen
class Index:
    """Everything that is defined, and every reference.

    Attributes:
        definitions: By class name, scope and key; several when a key is taken
            twice.
        uses: The references, in the order of the regulation.
    """

    definitions: Mapping[tuple[str, str, str], tuple[Definition, ...]]
    uses: tuple[Use, ...]
    _by_pointer: Mapping[str, Use] = field(repr=False, eq=False)

    def find(self, to: str, key: str, scope: str = "") -> object | None:
        """Return the first thing of a class with a key, or None."""
        found = self.definitions.get((to, scope, key))
        return found[0].value if found else None

    def pointer_of(self, to: str, key: str, scope: str = "") -> str | None:
        """Return where the first thing of a class with a key stands, or None."""
        found = self.definitions.get((to, scope, key))
        return found[0].pointer if found else None

    def use_at(self, pointer: str) -> Use | None:
        """Return the reference that stands at a pointer, or None."""
        return self._by_pointer.get(pointer)

    def missing(self) -> tuple[Use, ...]:
        """Return the references to nothing."""
        return tuple(
            use
            for use in self.uses
            if (use.to, use.scope, use.key) not in self.definitions
        )


def index_of(root: object) -> Index:
    """Read every key and every reference of a regulation."""
    return index_from(walk(root))


def index_from(spots: Iterable[Spot]) -> Index:
    """Read every key and every reference from a walk that was made already."""
    definitions: dict[tuple[str, str, str], list[Definition]] = {}
    uses: list[Use] = []
    for spot in spots:
        if isinstance(spot.shape, _OBJECTS):
            key = getattr(spot.value, "key", None)
            name = type(spot.value).__name__
            if key is not None:
                place = (name, _scope(spot.pointer, name), key)
                found = definitions.setdefault(place, [])
                found.append(Definition(spot.pointer, spot.value))
        for constraint in spot.shape.constraints:
            if isinstance(constraint, Refers) and isinstance(spot.value, str):
                scope = _scope(spot.pointer, constraint.to)
                uses.append(Use(spot.pointer, constraint.to, spot.value, scope))
    return Index(
        {place: tuple(found) for place, found in definitions.items()},
        tuple(uses),
        {use.pointer: use for use in uses},
    )


def _scope(pointer: str, name: str) -> str:
    # "/procedures/2/steps/0/after/1" is inside the procedure "/procedures/2".
    return "/".join(pointer.split("/")[:3]) if name in LOCAL else ""
