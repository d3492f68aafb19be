"""Records that are read only if somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import cast

from salesreg.evaluate.case import Case
from salesreg.evaluate.tables import (
    Deal,
    Employment,
    Event,
    MoneyMoved,
    Records,
    Target,
    Worked,
)


class LaterRecords:
    """Records of which the small tables are there, and the large ones read when asked.

    It stands for `tables.Records`.
    """

    def __init__(self, small: Records, load: Callable[[], Records]) -> None:
        """Take people and targets, and what reads the rest."""
        self.people: tuple[Employment, ...] = small.people
        self.targets: tuple[Target, ...] = small.targets
        self._load = load

    @cached_property
    def _all(self) -> Records:
        return self._load()

    @property
    def deals(self) -> tuple[Deal, ...]:
        """The deals."""
        return self._all.deals

    @property
    def events(self) -> tuple[Event, ...]:
        """Their events."""
        return self._all.events

    @property
    def activities(self) -> tuple[Worked, ...]:
        """Time that was spent."""
        return self._all.activities

    @property
    def payments(self) -> tuple[MoneyMoved, ...]:
        """Money that moved."""
        return self._all.payments


def later_records(small: Records, load: Callable[[], Records]) -> Records:
    """Return records of which the large tables are read when somebody asks."""
    return cast("Records", LaterRecords(small, load))


class LaterCases(Mapping[str, Case]):
    """Cases that are made when somebody asks."""

    def __init__(self, make: Callable[[], Mapping[str, Case]]) -> None:
        """Take what makes them."""
        self._make = make

    def __getitem__(self, key: str) -> Case:
        """Return the case of a deal."""
        return self._make()[key]

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of the deals."""
        return iter(self._make())

    def __len__(self) -> int:
        """Return how many deals there are."""
        return len(self._make())
