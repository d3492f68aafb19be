"""What every row of a result says, and why a clause has none."""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen(kw_only=True)
class Row:
    """What every row of a result says.

    Attributes:
        clause: Number of the clause in the document of that edition.
        pointer: Where it stands in the dict form of that edition.
        revision: Number of the edition; empty when it has none.
    """

    clause: str
    pointer: str
    revision: str | None = None


Reason = Literal[
    "case-by-case",
    "event-in-advance",
    "no-activity",
    "no-answer",
    "no-calendar",
    "no-edition",
    "no-end",
    "no-field",
    "no-formula",
    "no-kpi",
    "no-meaning",
    "no-proration",
    "no-table",
    "no-target",
    "no-transitions",
    "not-typed",
    "other-type",
    "unknown-year",
    "words",
]
"""Why a clause is not evaluated."""


@frozen(kw_only=True)
class NotEvaluated(Row):
    """A row of `not_evaluated`: a clause that no data can be held to, and why.

    Attributes:
        reason: Why.
        deal: The deal, where it is so for one deal only.
        person: The person, where it is so for one person only.
        table: The table that was not given, where that is why.
    """

    reason: Reason
    deal: str | None = None
    person: str | None = None
    table: str | None = None
