"""Rows about time: deadlines, stays at a stage, escalations, owners."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

from salesreg.evaluate.results.row import Row

DeadlineStatus = Literal[
    "met", "late", "pending", "overdue", "lapsed", "missed", "unknown"
]


@frozen(kw_only=True)
class DeadlineRow(Row):
    """A row of `deadlines`: one clock that a trigger started (4).

    Attributes:
        deal: Key of the deal.
        person: Who owned the deal at the trigger.
        at: When the trigger happened.
        start: When the clock started: at the trigger, or at an opening after it.
        target_due: When the earlier goal falls.
        due: When the limit falls; empty while only an order counts, or unknown.
        answered_at: When the answer came.
        end: When the clock ended: the answer, the loss, or now.
        status: How it stands (4.7).
        breached: Whether the end is after the limit.
        target_missed: Whether the end is after the goal, if there is one.
        seconds: Working time from the start to the end, less pauses.
        paused_seconds: Working time in pauses between them.
        late_seconds: Working time by which it is late; 0 when it is not.
    """

    deal: str
    person: str | None = None
    at: dt.datetime
    start: dt.datetime
    target_due: dt.datetime | None = None
    due: dt.datetime | None = None
    answered_at: dt.datetime | None = None
    end: dt.datetime
    status: DeadlineStatus
    breached: bool
    target_missed: bool | None = None
    seconds: int | None = None
    paused_seconds: int | None = None
    late_seconds: int | None = None


@frozen(kw_only=True)
class Visit(Row):
    """A row of `visits`: a stay of a deal at a stage, held to its norm (5).

    Attributes:
        deal: Key of the deal.
        number: Which visit of the deal it is, from 1.
        stage: Key of the stage.
        person: Who owned the deal at the entry.
        entered_at: When the deal came.
        left_at: When it left; empty while it is there.
        to: The stage it left for.
        seconds: Working time of the stay; empty without a calendar.
        target_due: When the shorter goal falls.
        due: When the firm limit falls.
        status: How it stands; empty when there is no norm.
        breached: Whether the stay is longer than the limit.
        target_missed: Whether it is longer than the goal, if there is one.
        late_seconds: Working time by which it is longer; 0 when it is not.
    """

    deal: str
    number: int
    stage: str
    person: str | None = None
    entered_at: dt.datetime
    left_at: dt.datetime | None = None
    to: str | None = None
    seconds: int | None = None
    target_due: dt.datetime | None = None
    due: dt.datetime | None = None
    status: Literal["met", "late", "pending", "overdue", "unknown"] | None = None
    breached: bool = False
    target_missed: bool | None = None
    late_seconds: int | None = None


@frozen(kw_only=True)
class EscalationRow(Row):
    """A row of `escalations`: somebody was to be told (10).

    Attributes:
        deal: Key of the deal.
        escalation: Key of the escalation.
        level: Which level it is, from 1.
        to: Role that is told.
        person: Who owned the deal at the trigger.
        at: When the trigger happened.
        due: When the role is told.
        done_at: When what was undone was done; empty while it is undone.
    """

    deal: str
    escalation: str
    level: int
    to: str
    person: str | None = None
    at: dt.datetime
    due: dt.datetime
    done_at: dt.datetime | None = None


@frozen(kw_only=True)
class Tenure(Row):
    """A row of `tenures`: a time in which a person owned a deal, held to a rule (9).

    Attributes:
        deal: Key of the deal.
        number: Which tenure of the deal it is, from 1.
        rule: Key of the rule.
        person: The owner.
        since: When the tenure began.
        last_at: The last start of the clock: what is waited for, or `since`.
        due: When the clock that lost the client fell due, or the last one falls.
        grace_due: When the time to finish ends.
        until: When the tenure ended; empty while it goes on.
        status: How it stands (9.4).
        then: Where the client goes.
    """

    deal: str
    number: int
    rule: str
    person: str
    since: dt.datetime
    last_at: dt.datetime
    due: dt.datetime | None = None
    grace_due: dt.datetime | None = None
    until: dt.datetime | None = None
    status: Literal[
        "kept",
        "stays",
        "reassigned",
        "late",
        "grace",
        "overdue",
        "lapsed",
        "unknown",
    ]
    then: str | None = None
