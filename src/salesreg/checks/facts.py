"""Facts: a regulation as checks ask about it, each thing found out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar, cast

from salesreg.errors import pointer
from salesreg.model.people import Role
from salesreg.model.regulation import Regulation
from salesreg.paths.index import Index, index_from
from salesreg.paths.outline import Outline, outline_of
from salesreg.paths.tree import Spot, walk
from salesreg.shapes import is_items

T = TypeVar("T")


class Facts:
    """What checks ask about one regulation.

    References to nothing are the matter of one check (STR01); the others look
    things up with `find` and pass over what is not there.

    Attributes:
        regulation: The regulation.
        today: The date for which it is checked; None when nobody said.
    """

    def __init__(self, regulation: Regulation, today: dt.date | None = None) -> None:
        """Take a regulation; nothing is computed yet."""
        self.regulation = regulation
        self.today = today
        self._derived: dict[object, object] = {}

    def derived(self, view: Callable[[Facts], T]) -> T:
        """Return a view of the facts; checks that share it make it once.

        Args:
            view: What makes it: a class, or a function of a module.

        >>> def titles(facts: Facts) -> list[str]:
        ...     return [role.title for _, role in facts.all(Role)]
        >>> head = Role(key="head", title="Head of sales")
        >>> facts = Facts(Regulation(key="r", title="R", roles=(head,)))
        >>> facts.derived(titles)
        ['Head of sales']
        >>> facts.derived(titles) is facts.derived(titles)
        True
        """
        if view not in self._derived:
            self._derived[view] = view(self)
        return cast("T", self._derived[view])

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Everything that the dict form holds, in its order."""
        return tuple(walk(self.regulation))

    @cached_property
    def texts(self) -> tuple[tuple[Spot, str], ...]:
        """Every text of the dict form, titles and keys among them."""
        return tuple(
            (spot, spot.value) for spot in self.spots if isinstance(spot.value, str)
        )

    @cached_property
    def index(self) -> Index:
        """What is defined, and what refers to it."""
        return index_from(self.spots)

    @cached_property
    def outline(self) -> Outline:
        """The numbers of the clauses."""
        return outline_of(self.regulation)

    def each(self, field: str, cls: type[T]) -> Iterator[tuple[str, T]]:
        """Yield the items of a field of the regulation with their pointers.

        Args:
            field: Name of the field.
            cls: Class of its items.
        """
        here = pointer(field)
        for index, item in enumerate(getattr(self.regulation, field)):
            assert isinstance(item, cls)
            yield f"{here}/{index}", item

    def all(self, cls: type[T]) -> Iterator[tuple[str, T]]:
        """Yield every object of a class, wherever it stands, with its pointer."""
        for spot in self._by_type.get(cls, ()):
            value = spot.value
            assert isinstance(value, cls)
            yield spot.pointer, value

    @cached_property
    def _by_type(self) -> Mapping[type, list[Spot]]:
        found: dict[type, list[Spot]] = {}
        for spot in self.spots:
            if not is_items(spot.value):
                found.setdefault(type(spot.value), []).append(spot)
        return found

    def find(self, cls: type[T], key: str | None, scope: str = "") -> T | None:
        """Return the thing of a class that a reference names, or None."""
        found = self.index.find(cls.__name__, key, scope) if key else None
        return found if isinstance(found, cls) else None

    def pointer_of(self, cls: type, key: str, scope: str = "") -> str | None:
        """Return where the thing of a class with a key stands, or None."""
        return self.index.pointer_of(cls.__name__, key, scope)

    def uses_of(self, cls: type, key: str) -> tuple[str, ...]:
        """Return the pointers of every reference to a thing."""
        return self._uses.get((cls.__name__, key), ())

    @cached_property
    def _uses(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = {}
        for use in self.index.uses:
            found.setdefault((use.to, use.key), []).append(use.pointer)
        return {key: tuple(paths) for key, paths in found.items()}

    def roles(self, keys: tuple[str, ...]) -> tuple[Role, ...]:
        """Return the roles that a field names; every role when it is empty."""
        if not keys:
            return self.regulation.roles
        found = (self.find(Role, key) for key in keys)
        return tuple(role for role in found if role is not None)
