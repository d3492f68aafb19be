"""Conflicts: what two sides of a merge say differently of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from attrs import evolve, field, frozen

from salesreg._text import shown
from salesreg.convert.unstructure import plain
from salesreg.errors import Problem, ProblemGroup
from salesreg.shapes import is_items

Reason = Literal["changed", "removed", "order", "renamed", "together", "referred"]

_TOLD: Mapping[Reason, str] = MappingProxyType(
    {
        "changed": "both sides change it",
        "removed": "one side takes away what the other changes",
        "order": "both sides put it in another order",
        "renamed": "both sides give it another key",
        "together": "what the sides make of it does not go together",
        "referred": "one side takes away what the other refers to",
    }
)


@frozen
class Conflict:
    """A place where two sides of a merge cannot both be right.

    Attributes:
        path: The place, with keys; resolve the conflict by it.
        reason: What the sides do there.
        base: What stood there; None when nothing did.
        ours: What the one side says; None when nothing is there.
        theirs: What the other side says; likewise.
        clause: Number of the clause that states it, of ours where it has one; None
            when none does. Conflicts are equal without it.
    """

    path: str
    reason: Reason
    base: object
    ours: object
    theirs: object
    clause: str | None = field(default=None, eq=False)

    def __str__(self) -> str:
        """Return the conflict as one line."""
        return str(self.problem)

    @property
    def swapped(self) -> Conflict:
        """The same conflict, seen from the other side."""
        return evolve(self, ours=self.theirs, theirs=self.ours)

    @property
    def problem(self) -> Problem:
        """The conflict as a problem, with what each side says and what to do."""
        where = f"clause {self.clause}: " if self.clause else ""
        said = ", ".join(
            f"{name} {_said(value)}"
            for name, value in (
                ("base", self.base),
                ("ours", self.ours),
                ("theirs", self.theirs),
            )
        )
        return Problem(
            "merge-conflict",
            f"{where}{_TOLD[self.reason]}: {said}",
            self.path,
            hint="say which holds: ours, theirs, base, or a value of its own",
        )

    def to_dict(self) -> dict[str, object]:
        """Return the conflict as plain data, with values in the dict form."""
        made: dict[str, object] = {"path": self.path, "reason": self.reason}
        if self.clause:
            made["clause"] = self.clause
        for name in ("base", "ours", "theirs"):
            made[name] = plain(getattr(self, name))
        return made


def _said(value: object) -> str:
    title = getattr(value, "title", None)
    if isinstance(title, str):
        return shown(title)
    if is_items(value) and all(isinstance(item, str) for item in value):
        return ", ".join(map(str, value)) or shown(None)
    return shown(plain(value))


class MergeError(ProblemGroup):
    """Two sides of a merge are in conflict.

    Attributes:
        conflicts: Every conflict, in the order of paths.
    """

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        """Keep the conflicts, which are the problems too."""
        self.conflicts = tuple(conflicts)
        super().__init__(conflict.problem for conflict in self.conflicts)

    def __iter__(self) -> Iterator[Conflict]:
        """Yield the conflicts."""
        return iter(self.conflicts)
