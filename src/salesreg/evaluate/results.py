"""What evaluation gives, table by table, one class a row.

A class is the only place where a table of results is described: its fields are the
columns, their annotations the types, `Attributes` the meaning. Rules by number, such
as 4.7, are those of the page on evaluation. Moments are in UTC; seconds are working
time unless something else is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
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
    "no-target",
    "no-transitions",
    "not-typed",
    "other-type",
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
    """

    reason: Reason
    deal: str | None = None
    person: str | None = None


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


@frozen(kw_only=True)
class Spent(Row):
    """A row of `budgets`: the time a person spent in a span, held to a budget (12).

    Attributes:
        budget: Key of the budget.
        person: Key of the person.
        role: The role for which the budget holds.
        start: First day of the span.
        end: Last day of the span.
        minutes: Minutes spent.
        outside: Minutes of them outside the window; 0 without one.
        least: Least minutes for a full span.
        most: Most minutes for a full span.
        present: Working days on which the person was present.
        working: Working days of the span.
        status: How it stands (12.4).
    """

    budget: str
    person: str
    role: str | None = None
    start: dt.date
    end: dt.date
    minutes: int
    outside: int = 0
    least: int | None = None
    most: int | None = None
    present: int
    working: int
    status: Literal["kept", "under", "over", "outside"]


@frozen(kw_only=True)
class Done(Row):
    """A row of `norms`: how much of something a person did in a span (12).

    Attributes:
        norm: Key of the norm.
        person: Key of the person.
        role: The role for which the norm holds.
        start: First day of the span.
        end: Last day of the span.
        count: How many were done.
        expected: How many are expected in a full span.
        present: Working days on which the person was present.
        working: Working days of the span.
        status: Whether it was reached.
    """

    norm: str
    person: str
    role: str | None = None
    start: dt.date
    end: dt.date
    count: int
    expected: int
    present: int
    working: int
    status: Literal["kept", "under"]


@frozen(kw_only=True)
class KpiRow(Row):
    """A row of `kpis`: the value of a KPI for a period and a scope (13).

    Attributes:
        kpi: Key of the KPI.
        start: First day of the period.
        end: Last day of the period.
        complete: Whether the period is over.
        role: The role it is the value of.
        person: The person it is the value of; without role and person it is the
            department's.
        value: The value, to six decimals; empty when it is undefined.
        unit: Its unit.
        target: The value to reach.
        reached: Whether it is reached.
    """

    kpi: str
    start: dt.date
    end: dt.date
    complete: bool
    role: str | None = None
    person: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    target: Decimal | None = None
    reached: bool | None = None


@frozen(kw_only=True)
class Progress(Row):
    """A row of `progress`: how a goal or a line of a plan stands as of now (14).

    Attributes:
        key: Key of the goal or plan.
        kpi: Key of the KPI.
        role: Role whose target it is; the department's when empty.
        start: First day.
        end: Last day.
        days: Days of the period that have begun.
        all_days: Days of the period.
        value: The value so far.
        projected: The value at the end if it goes on like this.
        target: The value to reach.
        unit: Its unit.
        status: How it stands (14.2).
    """

    key: str
    kpi: str
    role: str | None = None
    start: dt.date
    end: dt.date
    days: int
    all_days: int
    value: Decimal | None = None
    projected: Decimal | None = None
    target: Decimal
    unit: str | None = None
    status: Literal["pending", "on_track", "behind", "reached", "missed", "undefined"]


@frozen(kw_only=True)
class PayRow(Row):
    """A row of `pay`: the variable pay of a person for a period (15).

    The columns from `earned` on are exact, in the order of the reckoning: `earned`
    is capped and then guaranteed, `draw` is what lifts it, `recovered` what an
    earlier draw takes back, `clawback` what refunds take back, and `paid` is
    rounded once.

    Attributes:
        plan: Key of the pay plan.
        person: The payee.
        role: The role by which the plan holds.
        start: First day of the period.
        end: Last day of the period.
        part: Share of the period that counts.
        target: Target variable pay of that part.
        components: Sum of the components.
        earned: That sum under the cap, not below the guarantee of the ramp.
        draw: What a draw adds.
        recovered: What is set off against earlier draws.
        debt: What is left to set off later.
        clawback: What is taken back for refunds.
        paid: The variable pay, rounded to the minor unit.
        currency: ISO 4217 code.
        due: By when it is paid, if the plan says so.
    """

    plan: str
    person: str
    role: str
    start: dt.date
    end: dt.date
    part: Decimal
    target: Decimal
    components: Decimal
    earned: Decimal
    draw: Decimal
    recovered: Decimal
    debt: Decimal
    clawback: Decimal
    paid: Decimal
    currency: str
    due: dt.datetime | None = None


@frozen(kw_only=True)
class PayLine(Row):
    """A row of `pay_lines`: one component of a person's pay (15).

    Attributes:
        plan: Key of the pay plan.
        component: Key of the component.
        person: The payee.
        deal: Key of the deal, for a component that is paid by the deal.
        start: First day of the period of pay.
        end: Last day of the period of pay.
        result_start: First day of the period of the result.
        result_end: Last day of the period of the result.
        kpi: Key of the KPI.
        result: The result, as it counts.
        unit: Its unit.
        second: The second result, for a grid.
        tier: The tier or row that the result falls in, from 1.
        target: Target pay of the component.
        base: What its rates are a share of.
        gate: Number of the first closed gate, from 1; empty when all are open.
        accelerated: Whether the accelerator gates are open.
        before: What it had paid for the deal in earlier periods.
        exact: What it pays now, not rounded.
        shown: The same to the minor unit, so that the lines add up to the sum of the
            components, rounded.
        currency: ISO 4217 code.
    """

    plan: str
    component: str
    person: str
    deal: str | None
    start: dt.date
    end: dt.date
    result_start: dt.date
    result_end: dt.date
    kpi: str | None = None
    result: Decimal | None = None
    unit: str | None = None
    second: Decimal | None = None
    tier: int | None = None
    target: Decimal
    base: Decimal
    gate: int | None = None
    accelerated: bool = True
    before: Decimal
    exact: Decimal
    shown: Decimal
    currency: str


@frozen(kw_only=True)
class Improvement(Row):
    """A row of `improvements`: a rule that says that the regulation is revised (16).

    Attributes:
        rule: Key of the rule.
        kpi: Key of the KPI.
        start: First day of the period with which it fires.
        end: Last day of that period.
        value: The value in that period.
        bound: The bound that is crossed.
        unit: The unit of both.
        periods: How many periods in a row it has been crossed.
        revises: Number of the clause of the stage, or of the procedure, to revise.
        change: What is changed, in words.
    """

    rule: str
    kpi: str
    start: dt.date
    end: dt.date
    value: Decimal
    bound: Decimal
    unit: str | None = None
    periods: int
    revises: str | None = None
    change: str | None = None


RESULTS: Mapping[str, type[Row]] = {
    "deadlines": DeadlineRow,
    "visits": Visit,
    "moves": MoveFault,
    "attempts": AttemptFault,
    "next_steps": NextStepFault,
    "tenures": Tenure,
    "escalations": EscalationRow,
    "grants": Grant,
    "budgets": Spent,
    "norms": Done,
    "kpis": KpiRow,
    "progress": Progress,
    "pay": PayRow,
    "pay_lines": PayLine,
    "improvements": Improvement,
    "not_evaluated": NotEvaluated,
}
"""The class of a row, by the name of the table."""
