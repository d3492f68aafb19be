"""Control: what is measured, reported, met about, audited and improved."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, Length, NonNegative, Range, Text, Title
from salesreg.model.refs import (
    KpiRef,
    MeetingRef,
    ProcedureRef,
    ReportRef,
    RoleRef,
    StageRef,
    ToolRef,
)
from salesreg.record import record
from salesreg.values.amounts import Percent, Quantity, Unit
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event
from salesreg.values.expression import Expression
from salesreg.values.recurrence import Recurrence
from salesreg.values.times import Cadence, Duration


@record
class CountedUnit:
    """A unit of counting with a name of its own: points, forms, demos.

    Attributes:
        key: Identity, as quantities write it.
        one: Its name beside 1.
        few: Its name beside 2 in languages that have such a form (Russian).
        many: Its name beside 5.
    """

    key: Key
    one: Title
    few: Title | None = None
    many: Title


@record
class Kpi:
    """A key performance indicator.

    Attributes:
        key: Identity.
        title: What it is called.
        text: What it tells.
        formula: How it is calculated.
        unit: What it is measured in.
        direction: Whether more or less is better.
        target: The value to reach.
        least: Least value that is possible.
        most: Greatest value that is possible.
        period: How often it is measured.
        source: Tool that the data come from.
        dashboard: Where it is shown.
        owner: Role that answers for its calculation.
        roles: Roles that it measures and that can influence it.
    """

    key: Key
    title: Title
    text: Text | None = None
    formula: Expression | None = None
    unit: Unit | None = None
    direction: Literal["up", "down", "range"] | None = None
    target: Quantity | None = None
    least: Quantity | None = None
    most: Quantity | None = None
    period: Cadence | None = None
    source: ToolRef | None = None
    dashboard: Title | None = None
    owner: RoleRef | None = None
    roles: tuple[RoleRef, ...] = ()


@record
class Report:
    """A report that somebody gets regularly.

    Attributes:
        key: Identity.
        title: What it is called.
        author: Role that makes it.
        recipients: Roles that get it.
        every: When it is made.
        deadline: By when, when a period's end starts the clock.
        kpis: KPIs in it.
        source: Tool that the data come from.
        effort: How long it takes to make.
        contents: What it shows.
    """

    key: Key
    title: Title
    author: RoleRef | None = None
    recipients: tuple[RoleRef, ...] = ()
    every: Recurrence | None = None
    deadline: Deadline | None = None
    kpis: tuple[KpiRef, ...] = ()
    source: ToolRef | None = None
    effort: Duration | None = None
    contents: tuple[Text, ...] = ()


@record
class Meeting:
    """A meeting that is held regularly.

    Attributes:
        key: Identity.
        title: What it is called.
        owner: Role that leads it.
        participants: Roles that take part.
        every: When it is held, at what time and how long.
        agenda: What is talked about.
        kpis: KPIs that are looked at.
        outcome: What there is at its end: minutes, tasks.
    """

    key: Key
    title: Title
    owner: RoleRef | None = None
    participants: tuple[RoleRef, ...] = ()
    every: Recurrence | None = None
    agenda: tuple[Text, ...] = ()
    kpis: tuple[KpiRef, ...] = ()
    outcome: Text | None = None


@record
class Audit:
    """A check of records, calls or documents.

    Attributes:
        key: Identity.
        title: What it is called.
        subject: What is looked at.
        auditor: Role that looks.
        audited: Roles whose work is looked at.
        every: When.
        sample: How many pieces are looked at.
        checklist: What is asked of each.
        reply: By when the audited answer.
        ruling: By when it is decided.
    """

    key: Key
    title: Title
    subject: Text | None = None
    auditor: RoleRef | None = None
    audited: tuple[RoleRef, ...] = ()
    every: Recurrence | None = None
    sample: Quantity | None = None
    checklist: tuple[Text, ...] = ()
    reply: Duration | None = None
    ruling: Duration | None = None


@record
class EscalationLevel:
    """One rung of an escalation.

    Attributes:
        to: Role that is told.
        after: Time since the trigger.
        action: What it does.
    """

    to: RoleRef
    after: Duration | None = None
    action: Text | None = None


@record
class Escalation:
    """Who is told, in which order, when something stays undone.

    Attributes:
        key: Identity.
        title: What stays undone.
        trigger: The event that starts the clock.
        stage: The stage whose deadlines it guards.
        procedure: The procedure whose limits it guards.
        stops: Events after which nothing is undone any more.
        levels: Who is told, in order.
        text: What else to say of it.
    """

    key: Key
    title: Title
    trigger: Event | None = None
    stage: StageRef | None = None
    procedure: ProcedureRef | None = None
    stops: tuple[Event, ...] = ()
    levels: Annotated[tuple[EscalationLevel, ...], Length(0, 20)] = ()
    text: Text | None = None


@record
class Feedback:
    """How clients are asked what they think.

    Attributes:
        key: Identity.
        title: What it is called.
        method: How they are asked.
        trigger: The event after which they are asked.
        every: When they are asked, when no event is waited for.
        kpi: The KPI that it feeds.
        owner: Role that does it.
        then: What is done with a bad answer.
    """

    key: Key
    title: Title
    method: Text | None = None
    trigger: Event | None = None
    every: Recurrence | None = None
    kpi: KpiRef | None = None
    owner: RoleRef | None = None
    then: Text | None = None


@record
class ImprovementRule:
    """Which result makes the regulation change.

    Attributes:
        key: Identity.
        title: What it is about.
        kpi: The KPI that is watched.
        below: Fires when the KPI is below this.
        above: Fires when the KPI is above this.
        periods: How many periods in a row.
        stage: The stage whose rules are revised.
        procedure: The procedure that is revised.
        change: What is changed.
        owner: Role that changes it.
        within: How soon.
    """

    key: Key
    title: Title
    kpi: KpiRef | None = None
    below: Quantity | None = None
    above: Quantity | None = None
    periods: Annotated[int, Range(1, 60)] = 1
    stage: StageRef | None = None
    procedure: ProcedureRef | None = None
    change: Text | None = None
    owner: RoleRef | None = None
    within: Duration | None = None


@record
class ForecastCategory:
    """A category of the sales forecast.

    Attributes:
        key: Identity; stages name it.
        title: What it is called.
        text: Which deals fall in it.
        weight: Share of their value that counts.
    """

    key: Key
    title: Title
    text: Text | None = None
    weight: Annotated[Percent, NonNegative()] | None = None


@record
class Forecast:
    """How the sales forecast is made.

    Attributes:
        categories: The categories.
        submitted: When it is handed in.
        author: Role that makes it.
        recipient: Role that gets it.
        report: The report that carries it.
        meeting: The meeting that looks at it.
        text: What else to say of it.
    """

    categories: tuple[ForecastCategory, ...] = ()
    submitted: Recurrence | None = None
    author: RoleRef | None = None
    recipient: RoleRef | None = None
    report: ReportRef | None = None
    meeting: MeetingRef | None = None
    text: Text | None = None
