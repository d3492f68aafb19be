"""Complaints: what is wrong between layers, and with a layer over its base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import define, field

from salesreg._text import did_you_mean, shown
from salesreg.convert.unstructure import plain
from salesreg.errors import Problem, ProblemGroup
from salesreg.layers.layer import said_twice
from salesreg.layers.statement import Statement


@define
class Complaints:
    """Everything that is wrong so far.

    Attributes:
        problems: The problems.
        gone: What was taken away or replaced: by what, where, and what it was.
    """

    problems: list[Problem] = field(factory=list[Problem])
    gone: list[tuple[Statement, str, object]] = field(
        factory=list[tuple[Statement, str, object]]
    )

    def conflict(self, first: Statement, second: Statement) -> None:
        """Tell of two layers that say different things; which is first says nothing."""
        if first.layer == second.layer:
            self.problems.append(said_twice(first, second))
            return
        one, other = sorted((first, second), key=lambda said: said.layer)
        message = f"{one} {_says(one)}, and {other} {_says(other)}"
        hint = "one of them may override the other, or say the same"
        self.problems.append(
            Problem("conflict", message, other.path, other.place(), hint)
        )

    def agree(self, first: Statement, second: Statement) -> None:
        """Complain unless two layers say the same of one place."""
        same = (first.verb, first.value) == (second.verb, second.value)
        # Nobody can tell whether two adjustments add up.
        if not same or first.verb == "adjust" or first.layer == second.layer:
            self.conflict(first, second)

    def nothing(self, one: Statement, hint: str | None = None) -> None:
        """Tell of a statement about what is not there, or that another took away."""
        for taking, path, _ in self.gone:
            if path == one.path and taking is not one:
                self.conflict(taking, one)
                return
        message = f"there is nothing at {one.path!r} that could be {_DONE[one.verb]}"
        self.wrong(one, message, hint, "nothing-there")

    def unknown(
        self, said: Iterable[Statement], name: str, known: Iterable[str]
    ) -> None:
        """Tell of statements about a field that an object does not have."""
        for one in said:
            message = f"there is nothing at {one.path!r} (looking for {name!r})"
            self.wrong(one, message, did_you_mean(name, known), "no-such-path")

    def wrong(self, one: Statement, message: str, hint: str | None, code: str) -> None:
        """Tell what is wrong with a statement."""
        said = f"layer '{one.layer}': {message}"
        self.problems.append(Problem(code, said, one.path, one.place(), hint))

    def refused(self, one: Statement, group: ProblemGroup) -> None:
        """Tell why what a statement says was refused."""
        for problem in group.problems:
            self.wrong(one, problem.message, problem.hint, problem.code)


_DONE: Mapping[str, str] = MappingProxyType(
    {
        "add": "added to",
        "replace": "replaced",
        "remove": "removed",
        "adjust": "adjusted",
        "override": "overridden",
        "move": "moved",
    }
)


def _says(one: Statement) -> str:
    match one.verb:
        case "remove":
            return f"removes {one.path}"
        case "adjust":
            return f"adjusts {one.path} by {one.value}"
        case "move":
            return f"moves {one.path} {one.value}"
        case _:
            verb = {"add": "adds", "replace": "replaces"}.get(one.verb, "overrides")
            return f"{verb} {one.path} with {_named(one.value)}"


def _named(value: object) -> str:
    title = getattr(value, "title", None)
    return shown(title if isinstance(title, str) else plain(value))
