"""Rows about what is done with a deal: moves, attempts, next steps, grants."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from attrs import frozen

from salesreg.evaluate.results.row import Row

MoveRule = Literal[
    "start",
    "forbidden",
    "condition",
    "role",
    "comment",
    "most",
    "entry",
    "exit",
    "field",
]


@frozen(kw_only=True)
class MoveFault(Row):
    """A row of `moves`: a rule that a move broke (6).

    Attributes:
        deal: Key of the deal.
        number: The visit that the move begins, from 1; for a required field of a
            final stage the visit itself.
        source: The stage left; empty for the first move.
        target: The stage entered.
        at: When: the move, or the moment by which a field must be filled.
        person: The actor.
        rule: The rule that is broken.
        field: The field without a value.
    """

    deal: str
    number: int
    source: str | None = None
    target: str
    at: dt.datetime
    person: str | None = None
    rule: MoveRule
    field: str | None = None


@frozen(kw_only=True)
class AttemptFault(Row):
    """A row of `attempts`: attempts that were too few, many, slow or close (7).

    Attributes:
        deal: Key of the deal.
        number: The visit, from 1.
        stage: Key of the stage.
        person: Who owned the deal at the moment.
        at: When: the end of the visit, the attempt, or the moment that was due.
        fault: What is wrong.
        made: How many had been made by then.
    """

    deal: str
    number: int
    stage: str
    person: str | None = None
    at: dt.datetime
    fault: Literal["too_few", "too_many", "too_slow", "too_soon"]
    made: int


@frozen(kw_only=True)
class NextStepFault(Row):
    """A row of `next_steps`: an open deal without a good next step, as of now (8).

    Attributes:
        deal: Key of the deal.
        stage: The stage it is at.
        person: Its owner.
        next_on: The date of the next step.
        since: Since when there is none.
        due: When the deal should leave for `to`.
        to: The stage where it belongs then.
        fault: What is wrong.
    """

    deal: str
    stage: str
    person: str | None = None
    next_on: dt.date | None = None
    since: dt.datetime | None = None
    due: dt.datetime | None = None
    to: str | None = None
    fault: Literal["none", "past", "far", "stale"]


@frozen(kw_only=True)
class Grant(Row):
    """A row of `grants`: a value of a deal that somebody must be allowed to grant (11).

    Attributes:
        deal: Key of the deal.
        authority: Key of the authority.
        field: Key of the field.
        amount: The value: percentage points, major units, or a count.
        unit: "%", a currency, or the counted unit of the bands.
        at: When the field got the value; empty when no event tells.
        person: Who asked: the actor of the event, else the owner.
        role: The role by which it was granted.
        by: Who granted it.
        granted_at: When.
        status: How it stands (11.3).
    """

    deal: str
    authority: str
    field: str
    amount: Decimal
    unit: str | None = None
    at: dt.datetime | None = None
    person: str | None = None
    role: str | None = None
    by: str | None = None
    granted_at: dt.datetime | None = None
    status: Literal["own", "approved", "unapproved", "unseen", "forbidden", "unit"]
