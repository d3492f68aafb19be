"""People: roles, who answers for what, training and careers."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, NonNegative, Range, Share, Text, Title
from salesreg.model.refs import (
    ActivityRef,
    AuditRef,
    DocumentRef,
    KpiRef,
    ProcedureRef,
    ReportRef,
    RoleRef,
    SegmentRef,
    StageRef,
    ToolRef,
)
from salesreg.record import record
from salesreg.values.amounts import Percent, Quantity
from salesreg.values.condition import Condition
from salesreg.values.recurrence import Recurrence
from salesreg.values.times import Duration


@record
class Duty:
    """Something that a role must do.

    Attributes:
        text: What it does.
        kpi: The KPI that shows the result.
        report: The report that shows it.
        audit: The audit that looks at it.
        activity: The activity that it takes time in.
        needs: Tools that it needs access to.
    """

    text: Text
    kpi: KpiRef | None = None
    report: ReportRef | None = None
    audit: AuditRef | None = None
    activity: ActivityRef | None = None
    needs: tuple[ToolRef, ...] = ()


@record
class Substitution:
    """Who stands in when a role is absent.

    Attributes:
        by: Role that stands in.
        when: The absence: leave, illness, quarter end.
        appointed_by: Role that names the substitute.
        by_order: Whether a written order is needed.
        credit: Share of the result that counts for the substitute.
        text: What is handed over and how.
    """

    by: RoleRef
    when: Title | None = None
    appointed_by: RoleRef | None = None
    by_order: bool = False
    credit: Annotated[Percent, Share()] | None = None
    text: Text | None = None


@record
class Portfolio:
    """How many and which clients a role may have.

    Attributes:
        least: Least number of clients.
        most: Greatest number of clients.
        territories: Territories that it may work in.
        segments: Segments that it may work with.
        condition: Which deals it may own, as a rule over fields.
        text: What else limits it.
    """

    least: Annotated[int, Range(0, 10_000_000)] | None = None
    most: Annotated[int, Range(1, 10_000_000)] | None = None
    territories: tuple[Title, ...] = ()
    segments: tuple[SegmentRef, ...] = ()
    condition: Condition | None = None
    text: Text | None = None


@record
class RampStep:
    """What is expected of, and paid to, a newcomer in a month.

    Attributes:
        month: Month after the start of work, counted from 1.
        quota: Share of the full plan.
        pay: Share of the full variable pay that is guaranteed.
        text: What the newcomer must have learned or done.
    """

    month: Annotated[int, Range(1, 60)]
    quota: Annotated[Percent, NonNegative()] | None = None
    pay: Annotated[Percent, NonNegative()] | None = None
    text: Text | None = None


@record
class CareerStep:
    """When a person may move to a higher role.

    Attributes:
        to: The higher role, when the regulation defines it.
        title: Its name, when the regulation does not.
        after: Time in the present role.
        attainment: Mean attainment of plan that is needed.
        minimum: Least attainment in any of the periods.
        periods: How many of the last quarters count.
        text: What else is needed.
    """

    to: RoleRef | None = None
    title: Title | None = None
    after: Duration | None = None
    attainment: Annotated[Percent, NonNegative()] | None = None
    minimum: Annotated[Percent, NonNegative()] | None = None
    periods: Annotated[int, Range(1, 40)] | None = None
    text: Text | None = None


@record
class Role:
    """A role in the department: a job, not a person.

    Attributes:
        key: Identity.
        title: What it is called.
        purpose: Why the role exists.
        duties: What it must do.
        functions: Areas of work that it covers.
        rights: What it may demand, decide or sign.
        skills: What it must be able to do.
        knowledge: What it must know.
        results: Results that are expected of it.
        headcount: How many people have the role.
        reports_to: Role that leads it.
        substitutes: Who stands in for it.
        portfolio: Which clients it may have.
        ramp: What is expected of newcomers.
        career: Where it can move.
        critical: Whether the work stops without it.
    """

    key: Key
    title: Title
    purpose: Text | None = None
    duties: tuple[Duty, ...] = ()
    functions: tuple[Text, ...] = ()
    rights: tuple[Text, ...] = ()
    skills: tuple[Text, ...] = ()
    knowledge: tuple[Text, ...] = ()
    results: tuple[Text, ...] = ()
    headcount: Annotated[int, Range(1, 100_000)] | None = None
    reports_to: RoleRef | None = None
    substitutes: tuple[Substitution, ...] = ()
    portfolio: Portfolio | None = None
    ramp: tuple[RampStep, ...] = ()
    career: tuple[CareerStep, ...] = ()
    critical: bool = False


@record
class Responsibility:
    """One row of the responsibility matrix (RACI).

    Attributes:
        key: Identity.
        title: What is answered for.
        responsible: Roles that do the work (R).
        accountable: Roles that answer for the result (A); one, by RACI practice.
        consulted: Roles that are asked (C).
        informed: Roles that are told (I).
        stage: The stage it is about.
        procedure: The procedure it is about.
        document: The document it is about.
    """

    key: Key
    title: Title
    responsible: tuple[RoleRef, ...] = ()
    accountable: tuple[RoleRef, ...] = ()
    consulted: tuple[RoleRef, ...] = ()
    informed: tuple[RoleRef, ...] = ()
    stage: StageRef | None = None
    procedure: ProcedureRef | None = None
    document: DocumentRef | None = None


@record
class Certification:
    """A test that opens the way to some work.

    Attributes:
        title: What is tested.
        pass_mark: Least result.
        valid_for: How long it holds.
        required_for: What must not be done without it.
        examiner: Role that tests.
    """

    title: Title
    pass_mark: Quantity | None = None
    valid_for: Duration | None = None
    required_for: tuple[Text, ...] = ()
    examiner: RoleRef | None = None


@record
class Training:
    """A training and who must take it.

    Attributes:
        key: Identity.
        title: What it is called.
        roles: Who takes it; every role when empty.
        programme: What it covers.
        hours: How long it takes.
        within: How soon after the start of work it is taken.
        every: When it is repeated.
        trainer: Role that gives it.
        certification: The test at its end.
    """

    key: Key
    title: Title
    roles: tuple[RoleRef, ...] = ()
    programme: tuple[Text, ...] = ()
    hours: Duration | None = None
    within: Duration | None = None
    every: Recurrence | None = None
    trainer: RoleRef | None = None
    certification: Certification | None = None


@record
class Consequence:
    """One rung of the ladder that follows when results stay away.

    Attributes:
        key: Identity.
        title: The measure: coaching, improvement plan, removal.
        trigger: What leads to it.
        roles: Whom it concerns; every role when empty.
        misses: How many missed periods lead to it.
        period: What kind of period is counted.
        lasts: How long the measure lasts.
        by: Role that takes it.
        text: What is done.
    """

    key: Key
    title: Title
    trigger: Text | None = None
    roles: tuple[RoleRef, ...] = ()
    misses: Annotated[int, Range(1, 40)] | None = None
    period: Literal["month", "quarter", "year"] | None = None
    lasts: Duration | None = None
    by: RoleRef | None = None
    text: Text | None = None
