"""Ordered rules: routings and branches, where the first that holds decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from salesreg.checks.facts import Facts
from salesreg.checks.wording import Code
from salesreg.model.ownership import Routing
from salesreg.model.process import Procedure, Step
from salesreg.solve.comparison import Comparison, Domains
from salesreg.solve.search import TooHard
from salesreg.values.condition import (
    Condition,
)

_STEPS = 300_000
"""The steps for all the rules of one list."""


class Rule(NamedTuple):
    """One rule of an ordered list.

    Attributes:
        path: Where it stands.
        title: What it is called in a message.
        when: What it is for.
        always: Whether it is for everything when it does not say.
        stops: Whether nothing after it sees what it took.
    """

    path: str
    title: object
    when: Condition | None
    always: bool
    stops: bool


def ordered(facts: Facts) -> Iterator[tuple[Rule, ...]]:
    """Yield the rules of every routing, and the branches of every step."""
    for path, routing in facts.each("routings", Routing):
        yield tuple(
            Rule(f"{path}/rules/{at}", rule, rule.when, always=True, stops=rule.stop)
            for at, rule in enumerate(routing.rules)
        )
    for path, procedure in facts.each("procedures", Procedure):
        for number, step in enumerate(procedure.steps):
            yield tuple(
                Rule(
                    f"{path}/steps/{number}/branches/{at}",
                    facts.find(Step, branch.to, path) or Code(branch.to),
                    branch.when,
                    # A branch without a condition says in words when it is taken.
                    always=False,
                    stops=True,
                )
                for at, branch in enumerate(step.branches)
            )


class Order:
    """Conditions in order, and which earlier ones leave nothing to a later one.

    When that becomes too hard to tell, everything after it is left alone.
    """

    def __init__(self, conditions: Sequence[Condition], domains: Domains) -> None:
        """Take the conditions, the first one first."""
        self._comparison: Comparison | None = None
        self._earlier: list[int] = []
        if len(conditions) > 1:
            try:
                self._comparison = Comparison(conditions, domains, _STEPS)
            except TooHard:
                return

    def takes(self, position: int) -> None:
        """Note that what satisfies a condition is not seen by those after it."""
        self._earlier.append(position)

    def takers(self, position: int) -> tuple[int, ...]:
        """Return few of the earlier ones that take all; none when some is left."""
        needed = self._earlier
        if not self._covered(position, needed):
            return ()
        for one in reversed(self._earlier):
            without = [other for other in needed if other != one]
            if self._covered(position, without):
                needed = without
        return tuple(needed)

    def _covered(self, position: int, earlier: Sequence[int]) -> bool:
        if self._comparison is None or not earlier:
            return False
        try:
            return self._comparison.find(hold=[position], fail=earlier) is None
        except TooHard:
            self._comparison = None
            return False
