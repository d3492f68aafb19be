"""Everything that is compiled of a regulation, and what is left to Python."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from attrs import field, frozen

from salesreg.evaluate.sql.attempt_rows import attempts
from salesreg.evaluate.sql.deadline_rows import deadlines
from salesreg.evaluate.sql.escalation_rows import escalations
from salesreg.evaluate.sql.grant_rows import grants
from salesreg.evaluate.sql.ground import Ground, Query
from salesreg.evaluate.sql.move_rows import moves
from salesreg.evaluate.sql.next_step_rows import next_steps
from salesreg.evaluate.sql.norms import Stays, stays_of
from salesreg.evaluate.sql.rules import Cites, NotCompiled
from salesreg.evaluate.sql.sheet_rows import budgets, norms
from salesreg.evaluate.sql.tenure_rows import tenures
from salesreg.evaluate.sql.visits import visits

MAKERS: Mapping[str, Callable[[Ground], Query]] = {
    "visits": visits,
    "deadlines": deadlines,
    "moves": moves,
    "tenures": tenures,
    "grants": grants,
    "budgets": budgets,
    "norms": norms,
    "attempts": attempts,
    "next_steps": next_steps,
    "escalations": escalations,
}
"""What makes the query of each table; it raises `NotCompiled` where SQL is no way."""


@frozen(eq=False)
class Compiled:
    """What SQL was made of a regulation, when it was first asked for.

    Attributes:
        ground: What it is compiled on.
    """

    ground: Ground
    _made: dict[str, Query | None] = field(
        factory=dict[str, "Query | None"], init=False
    )

    @property
    def cites(self) -> Cites:
        """What is cited, by number."""
        return self.ground.cites

    @functools.cached_property
    def stays(self) -> Stays | None:
        """What is said of stays at stages; None when SQL cannot say it."""
        try:
            return stays_of(self.ground)
        except NotCompiled:
            return None

    def query(self, name: str) -> Query | None:
        """Return how SQL gives a table; None where Python reckons it."""
        if name not in self._made:
            maker = MAKERS.get(name)
            try:
                self._made[name] = None if maker is None else maker(self.ground)
            except NotCompiled:
                self._made[name] = None
        return self._made[name]
