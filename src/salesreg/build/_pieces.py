"""A function for each class of the model, which takes shorthands.

Written by `python -m salesreg.build.generate` from the model; do not edit.
"""

# Decorators put the bodies in; names and docs are the model's.
# mypy: disable-error-code="empty-body"
# pyright: reportReturnType=false
# ruff: noqa

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from salesreg.build._types import (
    ActivityKey,
    AnnexKey,
    ApprovalLike,
    ApprovalStepLike,
    AttemptsLike,
    AuditKey,
    AuthorityBandLike,
    BandLike,
    BranchLike,
    BreakLike,
    CareerStepLike,
    CertificationLike,
    ChannelKey,
    ChannelLike,
    ClawbackLike,
    CompetitorLike,
    ConditionLike,
    ControlLike,
    ConversionLike,
    CriterionLike,
    DayExceptionLike,
    DeadlineLike,
    DocumentKindKey,
    DrawLike,
    DueLike,
    DutyLike,
    EscalationLevelLike,
    EventLike,
    ExpressionLike,
    FieldKey,
    ForecastCategoryKey,
    ForecastCategoryLike,
    GateLike,
    GoalKey,
    GradeLike,
    GridRowLike,
    IncentiveKey,
    IncentiveLike,
    KpiKey,
    MeetingKey,
    NormPartLike,
    PastResultLike,
    PayoutLike,
    PortfolioLike,
    ProcedureKey,
    ProductKey,
    QualificationCriterionLike,
    RampStepLike,
    RecurrenceLike,
    ReportKey,
    RoleKey,
    RoutingRuleLike,
    ScaleOrGridLike,
    ScriptBranchLike,
    ScriptKey,
    SegmentKey,
    SegmentLike,
    SellingMethodLike,
    SplitLike,
    SplitShareLike,
    StageKey,
    StepKey,
    StepLike,
    SubstitutionLike,
    TargetLike,
    TaskLike,
    TermKey,
    TierLike,
    TimeBudgetKey,
    TimeNormLike,
    ToolKey,
    TransitionLike,
    WorkDaysLike,
)
from salesreg.build.given import Given
from salesreg.build.take import gives
from salesreg.model.conduct import (
    Access,
    Consent,
    DocumentKind,
    NamingConvention,
    Prohibition,
    Script,
    ScriptBranch,
    StopList,
    Tool,
)
from salesreg.model.control import (
    Audit,
    CountedUnit,
    Escalation,
    EscalationLevel,
    Feedback,
    Forecast,
    ForecastCategory,
    ImprovementRule,
    Kpi,
    Meeting,
    Report,
)
from salesreg.model.frame import (
    Acknowledgement,
    Acknowledging,
    Annex,
    Approval,
    Governance,
    Organisation,
    Revision,
    Scope,
    Term,
    Waiver,
)
from salesreg.model.limits import (
    ApprovalStep,
    Authority,
    AuthorityBand,
    ExceptionRule,
    PaymentTerm,
    PriceLevel,
)
from salesreg.model.ownership import (
    DisputeRule,
    Handover,
    NextStep,
    OwnershipRule,
    RecordKeeping,
    Routing,
    RoutingRule,
)
from salesreg.model.pay import (
    BonusReduction,
    Clawback,
    Draw,
    Gate,
    Incentive,
    PayPlan,
    Payout,
    Sanction,
    Split,
    SplitShare,
)
from salesreg.model.people import (
    CareerStep,
    Certification,
    Consequence,
    Duty,
    Portfolio,
    RampStep,
    Responsibility,
    Role,
    Substitution,
    Training,
)
from salesreg.model.process import (
    Attempts,
    Branch,
    Control,
    Criterion,
    Field,
    Grade,
    LossReason,
    Procedure,
    Qualification,
    QualificationCriterion,
    Stage,
    Step,
    TimeNorm,
    Transition,
)
from salesreg.model.strategy import (
    Channel,
    Competitor,
    Conversion,
    Goal,
    PastResult,
    Plan,
    Product,
    Segment,
    SellingMethod,
    Strategy,
    Target,
    Task,
)
from salesreg.model.time import Activity, Norm, NormPart, TimeBudget
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.calendar import Break, DayException, WorkCalendar, WorkDays
from salesreg.values.deadline import Before, BeforeStage, ByDay, Deadline, In, SameDay
from salesreg.values.event import (
    ActivityDone,
    DealCreated,
    DocumentMoved,
    Happens,
    OwnerAssigned,
    Payment,
    PeriodEnds,
    StageEntered,
    StageLeft,
)
from salesreg.values.expression import (
    Aggregate,
    Arithmetic,
    Constant,
    Count,
    Elapsed,
    KpiTarget,
    KpiValue,
    Ratio,
)
from salesreg.values.period import Period
from salesreg.values.recurrence import Recurrence
from salesreg.values.scale import Band, Grid, GridRow, Scale, Tier
from salesreg.values.times import Cadence, ClockTime, Duration, Weekday, Window


@gives(Access)
def access(
    key: str,
    *,
    tool: ToolKey,
    roles: Iterable[RoleKey],
    level: Literal["view", "edit", "create", "delete", "export", "administer"],
    what: str | None = None,
    fields: Iterable[FieldKey] = (),
    stages: Iterable[StageKey] = (),
    documents: Iterable[DocumentKindKey] = (),
    text: str | None = None,
) -> Given[Access]:
    """Who may see or change what in a tool.

    Args:
        key: Identity.
        tool: The tool.
        roles: Who may.
        level: What they may do.
        what: The part it is about: own deals, all deals.
        fields: Fields it is about.
        stages: Stages it is about.
        documents: Documents it is about.
        text: Confidentiality rules that go with it.
    """


@gives(Acknowledgement)
def acknowledgement(
    name: str,
    *,
    role: RoleKey,
    revision: str,
    date: dt.date | str,
) -> Given[Acknowledgement]:
    """One person's confirmation of one revision.

    Args:
        name: Who confirmed.
        role: Key of the person's role.
        revision: Number of the revision confirmed.
        date: When.
    """


@gives(Acknowledging)
def acknowledging(
    method: Literal["signature", "initials", "electronic", "quiz"] = "signature",
    *,
    within: Duration | str | None = None,
    roles: Iterable[RoleKey] = (),
    text: str | None = None,
) -> Given[Acknowledging]:
    """How people confirm that they know the regulation.

    Args:
        method: How it is confirmed.
        within: How soon after an edition comes into force, or after hiring.
        roles: Who confirms; every role when empty.
        text: What else to say of it.
    """


@gives(Activity)
def activity(
    key: str,
    *,
    title: str,
    text: str | None = None,
    includes: Iterable[ActivityKey] = (),
    channel: ChannelKey | None = None,
) -> Given[Activity]:
    """A kind of work that takes time: calls, mail, meetings.

    Args:
        key: Identity.
        title: What it is called.
        text: What belongs to it.
        includes: Activities that are part of it.
        channel: The channel it uses.
    """


@gives(ActivityDone)
def activity_done(
    activity: ActivityKey,
) -> Given[ActivityDone]:
    """An activity (a call, a meeting) is done.

    Args:
        activity: Key of the activity.
    """


@gives(Aggregate)
def aggregate(
    field: FieldKey,
    *,
    how: Literal["sum", "mean", "min", "max", "median"] = "sum",
    of: Literal["deals", "events", "activities", "payments", "people"] = "deals",
    where: ConditionLike | None = None,
    event: EventLike | None = None,
) -> Given[Aggregate]:
    """The sum, mean, least or greatest value of a field.

    Args:
        field: Key of the field.
        how: The aggregation.
        of: Which records are read.
        where: Which of them; all when there is no condition.
        event: The event that places a record in the period; by default its
            creation.
    """


@gives(Annex)
def annex(
    key: str,
    *,
    title: str,
    text: str | None = None,
    document: DocumentKindKey | None = None,
) -> Given[Annex]:
    """An annex: a form, a price list, a checklist.

    Args:
        key: Identity.
        title: What it is called.
        text: What it says.
        document: The kind of document whose form it is.
    """


@gives(Approval)
def approval(
    post: str,
    *,
    name: str | None = None,
    date: dt.date | str | None = None,
    order: str | None = None,
) -> Given[Approval]:
    """Who puts the regulation into force.

    Args:
        post: Post of the approver.
        name: Name of the approver; a line is left for it when not given.
        date: When it was approved; a line is left for it when not given.
        order: Number of the order that puts it into force.
    """


@gives(ApprovalStep)
def approval_step(
    role: RoleKey,
    *,
    within: Duration | str | None = None,
    silence: Literal["approved", "refused", "escalated"] | None = None,
) -> Given[ApprovalStep]:
    """One approver in a chain.

    Args:
        role: Role that approves.
        within: Time to answer.
        silence: What silence means.
    """


@gives(Arithmetic)
def arithmetic(
    op: Literal["add", "subtract", "multiply"],
    *,
    left: ExpressionLike,
    right: ExpressionLike,
) -> Given[Arithmetic]:
    """Two expressions joined by an operation.

    Args:
        op: The operation.
        left: First operand.
        right: Second operand.
    """


@gives(Attempts)
def attempts(
    least: int | None = None,
    *,
    most: int | None = None,
    within: Duration | str | None = None,
    pause: Duration | str | None = None,
    channels: Iterable[ChannelKey] = (),
    then: StageKey | None = None,
    text: str | None = None,
) -> Given[Attempts]:
    """How often and how long a client is tried before the deal is given up.

    Args:
        least: Least number of attempts.
        most: Attempts after which to stop.
        within: Time in which they are made.
        pause: Least time between two.
        channels: Channels to be used.
        then: Stage that the deal moves to afterwards.
        text: What else to say of them.
    """


@gives(Audit)
def audit(
    key: str,
    *,
    title: str,
    subject: str | None = None,
    auditor: RoleKey | None = None,
    audited: Iterable[RoleKey] = (),
    every: RecurrenceLike | None = None,
    sample: Quantity | Money | Percent | str | None = None,
    checklist: Iterable[str] = (),
    reply: Duration | str | None = None,
    ruling: Duration | str | None = None,
) -> Given[Audit]:
    """A check of records, calls or documents.

    Args:
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


@gives(Authority)
def authority(
    key: str,
    *,
    title: str,
    dimension: Literal[
        "discount", "amount", "payment_term", "credit", "other"
    ] = "discount",
    field: FieldKey | None = None,
    document: DocumentKindKey | None = None,
    bands: Iterable[AuthorityBandLike] = (),
    chain: Iterable[ApprovalStepLike] = (),
    requesters: Iterable[RoleKey] = (),
    text: str | None = None,
) -> Given[Authority]:
    """A row of the authority matrix: who may grant how much.

    Args:
        key: Identity.
        title: What is granted.
        dimension: What is limited.
        field: Field of a deal that holds what is granted.
        document: Document whose approval grants it.
        bands: Who may grant which range.
        chain: Who approves beyond one's own range, in order.
        requesters: Roles that ask.
        text: What else to say of it.
    """


@gives(AuthorityBand)
def authority_band(
    role: RoleKey,
    *,
    band: BandLike,
    end_included: bool = False,
    when: ConditionLike | None = None,
) -> Given[AuthorityBand]:
    """What one role may grant alone.

    Args:
        role: The role.
        band: The half-open range that it may grant.
        end_included: True when the text says "up to and including".
        when: Deals it holds for, as a rule over fields.
    """


@gives(Band)
def band(
    start: Quantity | Money | Percent | str | None = None,
    *,
    end: Quantity | Money | Percent | str | None = None,
) -> Given[Band]:
    """A half-open range of results on one side of a grid.

    Args:
        start: Least result, included; none for the lowest band.
        end: First result above it; none for the highest band.
    """


@gives(Before)
def before(
    duration: Duration | str,
    *,
    event: EventLike,
) -> Given[Before]:
    """A duration before an event that is known in advance.

    Args:
        duration: How long before.
        event: The event.
    """


@gives(BeforeStage)
def before_stage(
    stage: StageKey,
) -> Given[BeforeStage]:
    """At any time before a deal enters a stage.

    Args:
        stage: Key of the stage.
    """


@gives(BonusReduction)
def bonus_reduction(
    key: str,
    *,
    title: str,
    trigger: Literal["sanction", "breach", "condition"],
    grounds: Iterable[str] = (),
    share: Percent | str | None = None,
    of: Literal["bonus", "month_wage"] = "bonus",
    components: Iterable[IncentiveKey] = (),
    period: Literal["sanction_period", "next_period", "other"] | None = None,
    roles: Iterable[RoleKey] = (),
    procedure: str | None = None,
    appeal: str | None = None,
) -> Given[BonusReduction]:
    """When and by how much a bonus is lowered.

    Args:
        key: Identity.
        title: What it is called.
        trigger: Whether a disciplinary sanction, a breach without one or a missed
            condition of the bonus leads to it.
        grounds: The cases, one by one.
        share: By how much, as a share.
        of: What it is a share of.
        components: The components that are lowered; all when empty.
        period: The period whose bonus is lowered.
        roles: Whom it concerns; every role when empty.
        procedure: How it is decided.
        appeal: How it may be disputed.
    """


@gives(Branch)
def branch(
    to: StepKey,
    *,
    text: str | None = None,
    when: ConditionLike | None = None,
) -> Given[Branch]:
    """Where a procedure goes on when a rule holds.

    Args:
        to: The step it goes to.
        text: When, in words.
        when: When, as a rule over fields.
    """


@gives(Break)
def break_(
    title: str,
    *,
    kind: Literal["lunch", "short"] = "lunch",
    window: Window | str | None = None,
    duration: Duration | str | None = None,
    times: int = 1,
    paid: bool = False,
) -> Given[Break]:
    """A break within the working day.

    Args:
        title: What it is called.
        kind: Lunch, or a short rest.
        window: When it is, where the time is fixed: the working clock stands still
            in an unpaid window.
        duration: How long one lasts, where the time is not fixed.
        times: How many there are in a day.
        paid: Whether it is working time.
    """


@gives(ByDay)
def by_day(
    day: int,
    *,
    working: bool = False,
    months_later: int = 1,
    at: ClockTime | str | None = None,
) -> Given[ByDay]:
    """By a day of the month: "by the 5th", "by the 4th business day".

    Args:
        day: The day, counted from 1; -1 is the last.
        working: Whether business days are counted.
        months_later: 0 for the month of the trigger, 1 for the next one.
        at: Until what time of that day; until its end when not given.
    """


@gives(CareerStep)
def career_step(
    to: RoleKey | None = None,
    *,
    title: str | None = None,
    after: Duration | str | None = None,
    attainment: Percent | str | None = None,
    minimum: Percent | str | None = None,
    periods: int | None = None,
    text: str | None = None,
) -> Given[CareerStep]:
    """When a person may move to a higher role.

    Args:
        to: The higher role, when the regulation defines it.
        title: Its name, when the regulation does not.
        after: Time in the present role.
        attainment: Mean attainment of plan that is needed.
        minimum: Least attainment in any of the periods.
        periods: How many of the last quarters count.
        text: What else is needed.
    """


@gives(Certification)
def certification(
    title: str,
    *,
    pass_mark: Quantity | Money | Percent | str | None = None,
    valid_for: Duration | str | None = None,
    required_for: Iterable[str] = (),
    examiner: RoleKey | None = None,
) -> Given[Certification]:
    """A test that opens the way to some work.

    Args:
        title: What is tested.
        pass_mark: Least result.
        valid_for: How long it holds.
        required_for: What must not be done without it.
        examiner: Role that tests.
    """


@gives(Channel)
def channel(
    key: str,
    *,
    title: str,
    text: str | None = None,
    segments: Iterable[SegmentKey] = (),
) -> Given[Channel]:
    """A way to reach clients: telephone, mail, fair, partner.

    Args:
        key: Identity.
        title: What it is called.
        text: How it is used.
        segments: Segments that it reaches.
    """


@gives(Clawback)
def clawback(
    trigger: EventLike | None = None,
    *,
    within: Duration | str | None = None,
    share: Percent | str | None = None,
    takes: Literal["result", "pay"] | None = None,
    netting: Literal["next_pay", "same_period", "case_by_case"] | None = None,
    text: str | None = None,
) -> Given[Clawback]:
    """When pay that was given is taken back.

    Args:
        trigger: The event that leads to it: a refund.
        within: For how long after the payment.
        share: Share that is taken back.
        takes: What is lowered: the result that later pay is calculated from, or the
            pay itself.
        netting: Whether it is set off against the next pay or the same period.
        text: What else to say of it.
    """


@gives(Competitor)
def competitor(
    title: str,
    *,
    strengths: str | None = None,
    response: str | None = None,
) -> Given[Competitor]:
    """Somebody who sells to the same clients.

    Args:
        title: Who it is.
        strengths: What it does better.
        response: How the department answers.
    """


@gives(Consent)
def consent(
    key: str,
    *,
    title: str,
    subject: Literal["personal_data", "advertising_call", "call_recording", "mailing"],
    before: EventLike | None = None,
    how: str | None = None,
    recorded_in: ToolKey | None = None,
    separate_document: bool = False,
    text: str | None = None,
) -> Given[Consent]:
    """A consent that is needed, and how it is proved.

    Args:
        key: Identity.
        title: What the client consents to.
        subject: What it covers.
        before: The event that must not happen without it.
        how: How it is given.
        recorded_in: Tool that keeps the proof.
        separate_document: Whether it is a document of its own.
        text: What else to say of it.
    """


@gives(Consequence)
def consequence(
    key: str,
    *,
    title: str,
    trigger: str | None = None,
    roles: Iterable[RoleKey] = (),
    misses: int | None = None,
    period: Literal["month", "quarter", "year"] | None = None,
    lasts: Duration | str | None = None,
    by: RoleKey | None = None,
    text: str | None = None,
) -> Given[Consequence]:
    """One rung of the ladder that follows when results stay away.

    Args:
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


@gives(Constant)
def constant(
    value: Decimal | int | str,
) -> Given[Constant]:
    """A fixed number.

    Args:
        value: The number.
    """


@gives(Control)
def control(
    text: str,
    *,
    by: RoleKey | None = None,
    every: RecurrenceLike | None = None,
    report: ReportKey | None = None,
    meeting: MeetingKey | None = None,
    audit: AuditKey | None = None,
) -> Given[Control]:
    """How it is seen that a rule is kept.

    Args:
        text: What is looked at.
        by: Role that looks.
        every: When.
        report: The report that shows it.
        meeting: The meeting at which it is looked at.
        audit: The audit that finds it.
    """


@gives(Conversion)
def conversion(
    start: StageKey,
    *,
    end: StageKey,
    rate: Percent | str,
) -> Given[Conversion]:
    """The share of deals that pass from one stage to another.

    Args:
        start: Stage from which they come.
        end: Stage that they reach.
        rate: The share expected.
    """


@gives(Count)
def count(
    of: Literal["deals", "events", "activities", "payments", "people"] = "deals",
    *,
    where: ConditionLike | None = None,
    event: EventLike | None = None,
) -> Given[Count]:
    """The number of records.

    Args:
        of: Which records are counted.
        where: Which of them; all when there is no condition.
        event: The event that places a record in the period; by default its
            creation.
    """


@gives(CountedUnit)
def counted_unit(
    key: str,
    *,
    one: str,
    few: str | None = None,
    many: str,
) -> Given[CountedUnit]:
    """A unit of counting with a name of its own: points, forms, demos.

    Args:
        key: Identity, as quantities write it.
        one: Its name beside 1.
        few: Its name beside 2 in languages that have such a form (Russian).
        many: Its name beside 5.
    """


@gives(Criterion)
def criterion(
    text: str,
    *,
    condition: ConditionLike | None = None,
) -> Given[Criterion]:
    """What must be true to enter or leave a stage (a stage gate).

    Args:
        text: The criterion in words.
        condition: The same as a rule over fields.
    """


@gives(DayException)
def day_exception(
    date: dt.date | str,
    *,
    kind: Literal["off", "working", "short"],
    window: Window | str | None = None,
    reason: str | None = None,
) -> Given[DayException]:
    """A date that differs from its day of the week and from the holidays.

    Args:
        date: The date.
        kind: Off, or worked although it would be off, or shorter than usual.
        window: Presence on that day, when it is worked or short.
        reason: Why: the decree or order that moved the day.
    """


@gives(Deadline)
def deadline(
    trigger: EventLike,
    *,
    limit: DueLike,
    target: DueLike | None = None,
    action: str | None = None,
    cutoff: ClockTime | str | None = None,
    after_hours: Literal["next_opening", "at_once"] | None = None,
    stops: Iterable[EventLike] = (),
    does_not_stop: Iterable[EventLike] = (),
) -> Given[Deadline]:
    """By when something must be done after a trigger.

    Args:
        trigger: The event that starts the clock.
        limit: The firm limit; later is a breach.
        target: The earlier goal, when there are two thresholds.
        action: What must be done, when the place does not say it.
        cutoff: A trigger after this time counts as the next working day's start,
            and so does any other until then.
        after_hours: What a trigger outside working time does: the clock starts at
            the next opening, or runs at once.
        stops: Events that answer: the first after the trigger stops the clock.
        does_not_stop: Events that may look like an answer and are none, such as an
            automatic reply.
    """


@gives(DealCreated)
def deal_created() -> Given[DealCreated]:
    """A lead or deal appears in the CRM."""


@gives(DisputeRule)
def dispute_rule(
    key: str,
    *,
    title: str,
    text: str | None = None,
    wins: str | None = None,
    deciders: Iterable[RoleKey] = (),
    within: Duration | str | None = None,
) -> Given[DisputeRule]:
    """How a conflict over a client or a duplicate is settled.

    Args:
        key: Identity.
        title: What the conflict is about.
        text: How it is settled.
        wins: The rule of thumb: who wins by default.
        deciders: Roles that decide.
        within: By when they decide.
    """


@gives(DocumentKind)
def document_kind(
    key: str,
    *,
    title: str,
    template: str | None = None,
    annex: AnnexKey | None = None,
    author: RoleKey | None = None,
    approvers: Iterable[RoleKey] = (),
    signers: Iterable[RoleKey] = (),
    made_at: StageKey | None = None,
    needed_at: Iterable[StageKey] = (),
    required_items: Iterable[str] = (),
    deadline: DeadlineLike | None = None,
    approval_limit: Duration | str | None = None,
    storage: str | None = None,
    retention: Duration | str | None = None,
) -> Given[DocumentKind]:
    """A kind of document: a quotation, a contract, an act.

    Args:
        key: Identity.
        title: What it is called.
        template: The form it is made from, as a link or a name.
        annex: The annex that holds the form.
        author: Role that makes it.
        approvers: Roles that agree to it.
        signers: Roles that sign it.
        made_at: Stage at which it is made.
        needed_at: Stages that need it.
        required_items: What it must contain.
        deadline: By when it is made.
        approval_limit: How long agreement may take.
        storage: Where it is kept.
        retention: How long it is kept.
    """


@gives(DocumentMoved)
def document_moved(
    document: DocumentKindKey,
    *,
    state: Literal["created", "sent", "received", "approved", "signed", "stored"],
) -> Given[DocumentMoved]:
    """A document reaches a state.

    Args:
        document: Key of the kind of document.
        state: The state it reaches.
    """


@gives(Draw)
def draw(
    amount: Money | str,
    *,
    per: Literal["month", "quarter", "year"] = "month",
    recoverable: bool = True,
    months: int | None = None,
    most: Percent | str | None = None,
) -> Given[Draw]:
    """An advance on variable pay, or a guarantee of it.

    Args:
        amount: The sum.
        per: How often it is paid.
        recoverable: Whether it is set off against later pay.
        months: For how many months.
        most: Greatest share of the target variable pay.
    """


@gives(Duty)
def duty(
    text: str,
    *,
    kpi: KpiKey | None = None,
    report: ReportKey | None = None,
    audit: AuditKey | None = None,
    activity: ActivityKey | None = None,
    needs: Iterable[ToolKey] = (),
) -> Given[Duty]:
    """Something that a role must do.

    Args:
        text: What it does.
        kpi: The KPI that shows the result.
        report: The report that shows it.
        audit: The audit that looks at it.
        activity: The activity that it takes time in.
        needs: Tools that it needs access to.
    """


@gives(Elapsed)
def elapsed(
    since: EventLike,
    *,
    until: EventLike,
    working: bool = True,
) -> Given[Elapsed]:
    """The mean time between two events of a deal.

    Args:
        since: The event that starts the clock.
        until: The event that stops it.
        working: Whether the working clock measures.
    """


@gives(Escalation)
def escalation(
    key: str,
    *,
    title: str,
    trigger: EventLike | None = None,
    stage: StageKey | None = None,
    procedure: ProcedureKey | None = None,
    stops: Iterable[EventLike] = (),
    levels: Iterable[EscalationLevelLike] = (),
    text: str | None = None,
) -> Given[Escalation]:
    """Who is told, in which order, when something stays undone.

    Args:
        key: Identity.
        title: What stays undone.
        trigger: The event that starts the clock.
        stage: The stage whose deadlines it guards.
        procedure: The procedure whose limits it guards.
        stops: Events after which nothing is undone any more.
        levels: Who is told, in order.
        text: What else to say of it.
    """


@gives(EscalationLevel)
def escalation_level(
    to: RoleKey,
    *,
    after: Duration | str | None = None,
    action: str | None = None,
) -> Given[EscalationLevel]:
    """One rung of an escalation.

    Args:
        to: Role that is told.
        after: Time since the trigger.
        action: What it does.
    """


@gives(ExceptionRule)
def exception_rule(
    key: str,
    *,
    title: str,
    granted_by: Iterable[RoleKey] = (),
    recorded_in: ToolKey | None = None,
    document: DocumentKindKey | None = None,
    validity: str | None = None,
    within: Duration | str | None = None,
    text: str | None = None,
) -> Given[ExceptionRule]:
    """Who may allow a departure from the rules, and how it is recorded.

    Args:
        key: Identity.
        title: What may be departed from.
        granted_by: Roles that may allow it.
        recorded_in: Tool that keeps the record.
        document: Document that records it.
        validity: How far it reaches: one deal, one month.
        within: Time to answer.
        text: What else to say of it.
    """


@gives(Feedback)
def feedback(
    key: str,
    *,
    title: str,
    method: str | None = None,
    trigger: EventLike | None = None,
    every: RecurrenceLike | None = None,
    kpi: KpiKey | None = None,
    owner: RoleKey | None = None,
    then: str | None = None,
) -> Given[Feedback]:
    """How clients are asked what they think.

    Args:
        key: Identity.
        title: What it is called.
        method: How they are asked.
        trigger: The event after which they are asked.
        every: When they are asked, when no event is waited for.
        kpi: The KPI that it feeds.
        owner: Role that does it.
        then: What is done with a bad answer.
    """


@gives(Field)
def field(
    key: str,
    *,
    title: str,
    type: Literal[
        "text", "choice", "number", "money", "percent", "date", "flag", "file"
    ] = "text",
    choices: Iterable[str] = (),
    text: str | None = None,
    filled_by: Iterable[RoleKey] = (),
    filled_at: StageKey | None = None,
    personal: bool = False,
) -> Given[Field]:
    """A field of a deal in the CRM.

    Args:
        key: Identity; conditions and stages name it.
        title: What it is called.
        type: What it holds.
        choices: The words allowed, when it is a choice.
        text: What is written into it.
        filled_by: Roles that fill it.
        filled_at: Stage by whose end it is filled.
        personal: Whether it holds personal data.
    """


@gives(Forecast)
def forecast(
    categories: Iterable[ForecastCategoryLike] = (),
    *,
    submitted: RecurrenceLike | None = None,
    author: RoleKey | None = None,
    recipient: RoleKey | None = None,
    report: ReportKey | None = None,
    meeting: MeetingKey | None = None,
    text: str | None = None,
) -> Given[Forecast]:
    """How the sales forecast is made.

    Args:
        categories: The categories.
        submitted: When it is handed in.
        author: Role that makes it.
        recipient: Role that gets it.
        report: The report that carries it.
        meeting: The meeting that looks at it.
        text: What else to say of it.
    """


@gives(ForecastCategory)
def forecast_category(
    key: str,
    *,
    title: str,
    text: str | None = None,
    weight: Percent | str | None = None,
) -> Given[ForecastCategory]:
    """A category of the sales forecast.

    Args:
        key: Identity; stages name it.
        title: What it is called.
        text: Which deals fall in it.
        weight: Share of their value that counts.
    """


@gives(Gate)
def gate(
    kpi: KpiKey | None = None,
    *,
    band: BandLike | None = None,
    period: Literal["month", "quarter", "half_year", "year", "deal"] | None = None,
    when: ConditionLike | None = None,
    text: str | None = None,
) -> Given[Gate]:
    """A condition on another result without which nothing is paid.

    Args:
        kpi: The KPI that is looked at.
        band: The results that open the gate.
        period: The period of that result.
        when: Deals that count, as a rule over fields.
        text: The gate in words.
    """


@gives(Goal)
def goal(
    key: str,
    *,
    title: str,
    text: str | None = None,
    kpi: KpiKey | None = None,
    baseline: Quantity | Money | Percent | str | None = None,
    target: Quantity | Money | Percent | str | None = None,
    period: Period | str | None = None,
    due: dt.date | str | None = None,
    owner: RoleKey | None = None,
    horizon: Literal["short", "long"] | None = None,
    parent: GoalKey | None = None,
    evidence: str | None = None,
    relevance: str | None = None,
    tasks: Iterable[TaskLike] = (),
) -> Given[Goal]:
    """A goal by SMART: specific, measurable, achievable, relevant, time-bound.

    Args:
        key: Identity.
        title: What is to be reached.
        text: More words on it.
        kpi: The KPI that measures it.
        baseline: Where the KPI stands now.
        target: Where it must stand.
        period: The period in which it is measured.
        due: The date by which it is reached, instead of a period.
        owner: Role that answers for it.
        horizon: Short-term or long-term.
        parent: The longer goal that it serves.
        evidence: Why it can be reached.
        relevance: Why it matters.
        tasks: What is done to reach it.
    """


@gives(Governance)
def governance(
    owner: RoleKey | None = None,
    *,
    interpreter: RoleKey | None = None,
    amended_by: Iterable[RoleKey] = (),
    review: RecurrenceLike | None = None,
    next_review: dt.date | str | None = None,
    review_triggers: Iterable[str] = (),
    text: str | None = None,
) -> Given[Governance]:
    """Who keeps the regulation, explains it and may change it.

    Args:
        owner: Role that keeps the regulation up to date.
        interpreter: Role whose reading is final.
        amended_by: Roles that may propose or make changes.
        review: When the regulation is reviewed.
        next_review: The next date of review.
        review_triggers: Events that make a review due at once.
        text: How changes are made.
    """


@gives(Grade)
def grade(
    key: str,
    *,
    title: str,
    least: Quantity | Money | Percent | str | None = None,
    condition: ConditionLike | None = None,
    text: str | None = None,
) -> Given[Grade]:
    """A class of leads: red, amber, green, or A to F.

    Args:
        key: Identity.
        title: What it is called.
        least: Least score.
        condition: Which leads fall in it, as a rule over fields.
        text: What is done with them.
    """


@gives(Grid)
def grid(
    second_kpi: KpiKey | None = None,
    *,
    columns: Iterable[BandLike],
    rows: Iterable[GridRowLike],
    base: Literal[
        "result", "target_pay", "fixed_pay", "revenue", "margin"
    ] = "target_pay",
    floor: Money | str | None = None,
    cap: Quantity | Money | Percent | str | None = None,
) -> Given[Grid]:
    """Pay by two results at once: rows for the first, columns for the second.

    Args:
        second_kpi: Key of the KPI whose value picks the column.
        columns: Bands of the second result.
        rows: Bands of the first result with their rates.
        base: What a rate is a share of.
        floor: Least pay.
        cap: Greatest pay, as a sum or as a share of the target pay.
    """


@gives(GridRow)
def grid_row(
    band: BandLike,
    *,
    rates: Iterable[Percent | str],
) -> Given[GridRow]:
    """The pay for one band of the first result.

    Args:
        band: The band of the first result.
        rates: What is paid for each band of the second result, in their order, as a
            share of the base.
    """


@gives(Handover)
def handover(
    key: str,
    *,
    title: str,
    giver: RoleKey | None = None,
    receiver: RoleKey | None = None,
    after: StageKey | None = None,
    before: StageKey | None = None,
    checklist: Iterable[str] = (),
    call: Duration | str | None = None,
    deadline: DeadlineLike | None = None,
    acceptance: str | None = None,
    refusal: str | None = None,
) -> Given[Handover]:
    """How a client passes from one role to another.

    Args:
        key: Identity.
        title: What it is called.
        giver: Role that hands over.
        receiver: Role that takes over.
        after: Stage after which it happens.
        before: Stage before which it is done.
        checklist: What is handed over.
        call: Length of the joint call with the client.
        deadline: By when the receiver accepts.
        acceptance: What counts as acceptance.
        refusal: What happens when the receiver does not accept.
    """


@gives(Happens)
def happens(
    title: str,
) -> Given[Happens]:
    """A business event in words, for which the CRM has no record of its own.

    Args:
        title: What happens: "the client files a request".
    """


@gives(ImprovementRule)
def improvement_rule(
    key: str,
    *,
    title: str,
    kpi: KpiKey | None = None,
    below: Quantity | Money | Percent | str | None = None,
    above: Quantity | Money | Percent | str | None = None,
    periods: int = 1,
    stage: StageKey | None = None,
    procedure: ProcedureKey | None = None,
    change: str | None = None,
    owner: RoleKey | None = None,
    within: Duration | str | None = None,
) -> Given[ImprovementRule]:
    """Which result makes the regulation change.

    Args:
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


@gives(In)
def in_(
    duration: Duration | str,
) -> Given[In]:
    """Within a duration after the trigger.

    Args:
        duration: The time allowed, on its clock.
    """


@gives(Incentive)
def incentive(
    key: str,
    *,
    title: str,
    kind: Literal["commission", "bonus", "contest", "award"] = "bonus",
    kpi: KpiKey | None = None,
    whose: Literal["person", "role", "department"] = "person",
    base_kpi: KpiKey | None = None,
    scale: ScaleOrGridLike | None = None,
    amount: Money | str | None = None,
    weight: Percent | str | None = None,
    gates: Iterable[GateLike] = (),
    accelerator_gates: Iterable[GateLike] = (),
    period: Literal["month", "quarter", "half_year", "year", "deal"] | None = None,
    stacks_with: Iterable[IncentiveKey] = (),
    roles: Iterable[RoleKey] = (),
    text: str | None = None,
) -> Given[Incentive]:
    """A component of variable pay.

    Args:
        key: Identity.
        title: What it is called.
        kind: Commission on a result, bonus for a target, one-off contest.
        kpi: The result that is paid.
        whose: Whose result counts: the payee's own, that of everybody in the role,
            or the department's.
        base_kpi: The revenue or margin that the rates are a share of.
        scale: How the result turns into pay.
        amount: A fixed sum, when there is no scale.
        weight: Share in the target variable pay.
        gates: Conditions without which it is not paid.
        accelerator_gates: Conditions without which tiers above the target pay as
            the target does.
        period: The period whose result is paid.
        stacks_with: Components that it may be paid beside.
        roles: Who gets it, when it belongs to no pay plan.
        text: What else to say of it.
    """


@gives(Kpi)
def kpi(
    key: str,
    *,
    title: str,
    text: str | None = None,
    formula: ExpressionLike | None = None,
    unit: str | None = None,
    direction: Literal["up", "down", "range"] | None = None,
    target: Quantity | Money | Percent | str | None = None,
    least: Quantity | Money | Percent | str | None = None,
    most: Quantity | Money | Percent | str | None = None,
    period: Cadence | None = None,
    source: ToolKey | None = None,
    dashboard: str | None = None,
    owner: RoleKey | None = None,
    roles: Iterable[RoleKey] = (),
) -> Given[Kpi]:
    """A key performance indicator.

    Args:
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


@gives(KpiTarget)
def kpi_target(
    kpi: KpiKey,
) -> Given[KpiTarget]:
    """The target of a KPI for the same period and the same people.

    Args:
        kpi: Key of that KPI.
    """


@gives(KpiValue)
def kpi_value(
    kpi: KpiKey,
) -> Given[KpiValue]:
    """The value of another KPI in the same period.

    Args:
        kpi: Key of that KPI.
    """


@gives(LossReason)
def loss_reason(
    key: str,
    *,
    title: str,
    kind: Literal["loss", "disqualification"] = "loss",
    stages: Iterable[StageKey] = (),
    comment: bool = False,
) -> Given[LossReason]:
    """Why a deal is lost or a lead is disqualified.

    Args:
        key: Identity.
        title: The reason.
        kind: Of a loss or of a disqualification.
        stages: Stages at which it may be given; all when empty.
        comment: Whether free text is needed beside it.
    """


@gives(Meeting)
def meeting(
    key: str,
    *,
    title: str,
    owner: RoleKey | None = None,
    participants: Iterable[RoleKey] = (),
    every: RecurrenceLike | None = None,
    agenda: Iterable[str] = (),
    kpis: Iterable[KpiKey] = (),
    outcome: str | None = None,
) -> Given[Meeting]:
    """A meeting that is held regularly.

    Args:
        key: Identity.
        title: What it is called.
        owner: Role that leads it.
        participants: Roles that take part.
        every: When it is held, at what time and how long.
        agenda: What is talked about.
        kpis: KPIs that are looked at.
        outcome: What there is at its end: minutes, tasks.
    """


@gives(NamingConvention)
def naming_convention(
    key: str,
    *,
    title: str,
    pattern: str,
    example: str | None = None,
    avoid: str | None = None,
) -> Given[NamingConvention]:
    """How things are named in the CRM.

    Args:
        key: Identity.
        title: What is named: a deal, a file.
        pattern: The pattern, with parts in braces: "{client} - {product}".
        example: A name made by it.
        avoid: A name that must not be used.
    """


@gives(NextStep)
def next_step(
    text: str | None = None,
    *,
    field: FieldKey | None = None,
    within: Duration | str | None = None,
    stages: Iterable[StageKey] = (),
    otherwise: StageKey | None = None,
    after: Duration | str | None = None,
) -> Given[NextStep]:
    """The rule that every open deal has a next step with a date.

    Args:
        text: The rule in words.
        field: Field of a deal that holds the date.
        within: How far ahead the next step may be at most.
        stages: Stages where it holds; all open ones when empty.
        otherwise: Stage that a deal without a next step moves to.
        after: Time without a next step after which it moves.
    """


@gives(Norm)
def norm(
    key: str,
    *,
    title: str,
    roles: Iterable[RoleKey] = (),
    count: int,
    per: Cadence = "day",
    activity: ActivityKey | None = None,
    unit_time: Duration | str | None = None,
    parts: Iterable[NormPartLike] = (),
) -> Given[Norm]:
    """How many of something a role does in a period.

    Args:
        key: Identity.
        title: What is counted: calls, meetings, forms.
        roles: Whose norm; every role's when empty.
        count: How many.
        per: In which period.
        activity: The activity it takes time in.
        unit_time: How long one of them takes.
        parts: How the count divides.
    """


@gives(NormPart)
def norm_part(
    title: str,
    *,
    count: int,
) -> Given[NormPart]:
    """A part of a norm.

    Args:
        title: What is counted.
        count: How many of them.
    """


@gives(Organisation)
def organisation(
    title: str,
    *,
    short: str | None = None,
    department: str | None = None,
    city: str | None = None,
) -> Given[Organisation]:
    """The company, or the part of it, that issues the regulation.

    Args:
        title: Full name, as on letterheads.
        short: Short name for running heads.
        department: The department that works by the regulation.
        city: Where the regulation is issued.
    """


@gives(OwnerAssigned)
def owner_assigned() -> Given[OwnerAssigned]:
    """A deal gets an owner, the first or a new one."""


@gives(OwnershipRule)
def ownership_rule(
    key: str,
    *,
    title: str,
    text: str | None = None,
    window: Duration | str | None = None,
    without: EventLike | None = None,
    when: ConditionLike | None = None,
    grace: Duration | str | None = None,
    then: Literal["pool", "new_owner", "head", "stays"] | None = None,
    credit: Literal["old_owner", "new_owner", "split"] | None = None,
) -> Given[OwnershipRule]:
    """How long a client stays with its owner, and what happens then.

    Args:
        key: Identity.
        title: What it is called.
        text: The rule in words.
        window: Time after which the owner loses the client.
        without: The event whose absence in that time counts: a touch, a deal.
        when: Which deals it concerns, as a rule over fields.
        grace: Time left to finish what was begun.
        then: Where the client goes.
        credit: What happens to credit and quota for it.
    """


@gives(PastResult)
def past_result(
    period: Period | str,
    *,
    value: Quantity | Money | Percent | str,
    note: str | None = None,
) -> Given[PastResult]:
    """What was reached in a period that is over.

    Args:
        period: The period.
        value: The result.
        note: What explains it.
    """


@gives(PayPlan)
def pay_plan(
    key: str,
    *,
    title: str,
    roles: Iterable[RoleKey] = (),
    fixed: Money | str | None = None,
    target_variable: Money | str | None = None,
    fixed_share: Percent | str | None = None,
    period: Literal["month", "quarter", "half_year", "year", "deal"] = "month",
    components: Iterable[IncentiveLike] = (),
    draw: DrawLike | None = None,
    clawback: ClawbackLike | None = None,
    splits: Iterable[SplitLike] = (),
    payout: PayoutLike | None = None,
    cap: Money | str | None = None,
    proration: Literal["calendar_days", "working_days"] | None = None,
    windfall: str | None = None,
    newcomers: str | None = None,
    leave: str | None = None,
    leavers: str | None = None,
    text: str | None = None,
) -> Given[PayPlan]:
    """How a role is paid.

    Args:
        key: Identity.
        title: What it is called.
        roles: Who is paid by it.
        fixed: Fixed pay in a month.
        target_variable: Variable pay in a period when every target is met.
        fixed_share: Share of fixed pay in the pay at target.
        period: The period of variable pay.
        components: What the variable pay consists of.
        draw: An advance or guarantee.
        clawback: When pay is taken back.
        splits: How credit divides.
        payout: When it is earned and paid.
        cap: Greatest variable pay in a period.
        proration: Which days divide the target pay of a period that somebody has
            the role for a part of.
        windfall: What happens with a deal far out of the ordinary.
        newcomers: What holds for people who join in the middle of a period.
        leave: What holds for people on leave.
        leavers: What holds for people who leave.
        text: What else to say of it.
    """


@gives(Payment)
def payment(
    state: Literal["invoiced", "prepaid", "received", "refunded"],
) -> Given[Payment]:
    """Money moves between the client and the company.

    Args:
        state: What happens to it.
    """


@gives(PaymentTerm)
def payment_term(
    key: str,
    *,
    title: str,
    prepayment: Percent | str | None = None,
    net: Duration | str | None = None,
    limit: Money | str | None = None,
    late_fee: Percent | str | None = None,
    late_fee_per: Duration | str | None = None,
    reminder: DeadlineLike | None = None,
    segments: Iterable[SegmentKey] = (),
    when: ConditionLike | None = None,
    text: str | None = None,
) -> Given[PaymentTerm]:
    """When and how clients pay.

    Args:
        key: Identity.
        title: What it is called.
        prepayment: Share paid before work starts.
        net: Time to pay after the invoice.
        limit: Greatest debt of one client.
        late_fee: Share added for a late payment.
        late_fee_per: Time for which the share is added.
        reminder: By when the client is reminded.
        segments: Segments it holds for; all when empty.
        when: Deals it holds for, as a rule over fields.
        text: What else to say of it.
    """


@gives(Payout)
def payout(
    event: EventLike | None = None,
    *,
    due: DueLike | None = None,
    dispute: Duration | str | None = None,
    dispute_to: RoleKey | None = None,
    text: str | None = None,
) -> Given[Payout]:
    """When variable pay is earned and when it is paid.

    Args:
        event: The event that earns it: the client's payment, the signed act.
        due: By when it is paid after the period.
        dispute: How long a calculation may be disputed.
        dispute_to: Role that settles a dispute.
        text: What else to say of it.
    """


@gives(PeriodEnds)
def period_ends(
    period: Cadence,
) -> Given[PeriodEnds]:
    """A reporting period ends.

    Args:
        period: Which one.
    """


@gives(Plan)
def plan(
    key: str,
    *,
    title: str,
    kpi: KpiKey | None = None,
    period: Period | str | None = None,
    target: Quantity | Money | Percent | str | None = None,
    targets: Iterable[TargetLike] = (),
    over_assignment: Percent | str | None = None,
    inflow: Quantity | Money | Percent | str | None = None,
    conversions: Iterable[ConversionLike] = (),
    average_deal: Quantity | Money | Percent | str | None = None,
    past: Iterable[PastResultLike] = (),
    analysis: str | None = None,
    actions: Iterable[TaskLike] = (),
) -> Given[Plan]:
    """A sales plan: the target of a KPI and how it divides.

    Args:
        key: Identity.
        title: What it is called.
        kpi: The KPI that is planned.
        period: The period of the whole plan.
        target: The result expected of the department.
        targets: How it divides by month, role, product.
        over_assignment: How much more than the target may be handed out.
        inflow: Leads expected in the period.
        conversions: The funnel from leads to the target.
        average_deal: Mean size of a deal that the plan assumes.
        past: Results that the plan starts from.
        analysis: What the past results and the market tell.
        actions: What is done, by whom and by when.
    """


@gives(Portfolio)
def portfolio(
    least: int | None = None,
    *,
    most: int | None = None,
    territories: Iterable[str] = (),
    segments: Iterable[SegmentKey] = (),
    condition: ConditionLike | None = None,
    text: str | None = None,
) -> Given[Portfolio]:
    """How many and which clients a role may have.

    Args:
        least: Least number of clients.
        most: Greatest number of clients.
        territories: Territories that it may work in.
        segments: Segments that it may work with.
        condition: Which deals it may own, as a rule over fields.
        text: What else limits it.
    """


@gives(PriceLevel)
def price_level(
    key: str,
    *,
    title: str,
    product: ProductKey | None = None,
    segment: SegmentKey | None = None,
    list_price: Money | str | None = None,
    discount: Percent | str | None = None,
    price: Money | str | None = None,
    when: ConditionLike | None = None,
) -> Given[PriceLevel]:
    """A price that is derived from another: list price less discount.

    Args:
        key: Identity.
        title: For whom or from what volume it holds.
        product: The product.
        segment: The segment.
        list_price: The price it starts from.
        discount: The discount.
        price: The price that results.
        when: Deals it holds for, as a rule over fields.
    """


@gives(Procedure)
def procedure(
    key: str,
    *,
    title: str,
    text: str | None = None,
    stages: Iterable[StageKey] = (),
    trigger: EventLike | None = None,
    steps: Iterable[StepLike] = (),
    owner: RoleKey | None = None,
    limit: Duration | str | None = None,
    result: str | None = None,
    control: Iterable[ControlLike] = (),
) -> Given[Procedure]:
    """How a piece of work is done, step by step.

    Args:
        key: Identity.
        title: What it is called.
        text: What it is for.
        stages: Stages in which it is used.
        trigger: The event that starts it.
        steps: Its steps, in order.
        owner: Role that answers for it.
        limit: How long the whole may take.
        result: What there is when it is done.
        control: How it is seen that it is kept.
    """


@gives(Product)
def product(
    key: str,
    *,
    title: str,
    text: str | None = None,
) -> Given[Product]:
    """A product, service or line of them.

    Args:
        key: Identity.
        title: What it is called.
        text: What it is.
    """


@gives(Prohibition)
def prohibition(
    key: str,
    *,
    text: str,
    roles: Iterable[RoleKey] = (),
    stages: Iterable[StageKey] = (),
    reason: str | None = None,
    audit: AuditKey | None = None,
    report: ReportKey | None = None,
) -> Given[Prohibition]:
    """Something that must not be done.

    Args:
        key: Identity.
        text: What is forbidden.
        roles: Whom it binds; every role when empty.
        stages: Where it holds; everywhere when empty.
        reason: Why.
        audit: The audit that finds a breach.
        report: The report that shows a breach.
    """


@gives(Qualification)
def qualification(
    key: str,
    *,
    title: str,
    stage: StageKey | None = None,
    role: RoleKey | None = None,
    criteria: Iterable[QualificationCriterionLike] = (),
    threshold: int | None = None,
    grades: Iterable[GradeLike] = (),
    text: str | None = None,
) -> Given[Qualification]:
    """How leads are judged.

    Args:
        key: Identity.
        title: What it is called.
        stage: Stage at which it is done.
        role: Role that does it.
        criteria: The questions.
        threshold: Score from which a lead is qualified.
        grades: Classes of leads.
        text: What else to say of it.
    """


@gives(QualificationCriterion)
def qualification_criterion(
    title: str,
    *,
    condition: ConditionLike | None = None,
    points: int | None = None,
    mandatory: bool = False,
) -> Given[QualificationCriterion]:
    """One question that tells good leads from others.

    Args:
        title: The question.
        condition: The answer wanted, as a rule over fields.
        points: What a good answer adds to the score.
        mandatory: Whether the lead fails without it.
    """


@gives(RampStep)
def ramp_step(
    month: int,
    *,
    quota: Percent | str | None = None,
    pay: Percent | str | None = None,
    text: str | None = None,
) -> Given[RampStep]:
    """What is expected of, and paid to, a newcomer in a month.

    Args:
        month: Month after the start of work, counted from 1.
        quota: Share of the full plan.
        pay: Share of the full variable pay that is guaranteed.
        text: What the newcomer must have learned or done.
    """


@gives(Ratio)
def ratio(
    of: ExpressionLike,
    *,
    to: ExpressionLike,
) -> Given[Ratio]:
    """One expression divided by another; undefined where the divisor is zero.

    Args:
        of: The dividend.
        to: The divisor.
    """


@gives(RecordKeeping)
def record_keeping(
    text: str | None = None,
    *,
    system: ToolKey | None = None,
    events: Iterable[EventLike] = (),
    within: Duration | str | None = None,
) -> Given[RecordKeeping]:
    """The rule that everything is logged, and where.

    Args:
        text: The rule in words.
        system: The system that is the single truth.
        events: What is logged.
        within: How soon after it happened.
    """


@gives(Recurrence)
def recurrence(
    every: Cadence,
    *,
    interval: int = 1,
    weekdays: Iterable[Weekday] | str = (),
    month_days: Iterable[int] = (),
    months: Iterable[int] = (),
    position: int | None = None,
    at: ClockTime | str | None = None,
    duration: Duration | str | None = None,
    since: dt.date | str | None = None,
) -> Given[Recurrence]:
    """A repeating date, in the terms of RFC 5545 recurrence rules.

    Args:
        every: The unit that repeats (FREQ); a quarter is three months.
        interval: Every how many units (INTERVAL).
        weekdays: On which days of the week (BYDAY).
        month_days: On which days of the month; -1 is the last (BYMONTHDAY).
        months: In which months of the year (BYMONTH).
        position: Which of the dates that fit, from the start or, negative, from the
            end of the unit (BYSETPOS): 5 with the five working weekdays is the
            fifth working weekday of a month.
        at: At what time of day it starts.
        duration: How long it lasts.
        since: The date from which intervals are counted (DTSTART).
    """


@gives(Report)
def report(
    key: str,
    *,
    title: str,
    author: RoleKey | None = None,
    recipients: Iterable[RoleKey] = (),
    every: RecurrenceLike | None = None,
    deadline: DeadlineLike | None = None,
    kpis: Iterable[KpiKey] = (),
    source: ToolKey | None = None,
    effort: Duration | str | None = None,
    contents: Iterable[str] = (),
) -> Given[Report]:
    """A report that somebody gets regularly.

    Args:
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


@gives(Responsibility)
def responsibility(
    key: str,
    *,
    title: str,
    responsible: Iterable[RoleKey] = (),
    accountable: Iterable[RoleKey] = (),
    consulted: Iterable[RoleKey] = (),
    informed: Iterable[RoleKey] = (),
    stage: StageKey | None = None,
    procedure: ProcedureKey | None = None,
    document: DocumentKindKey | None = None,
) -> Given[Responsibility]:
    """One row of the responsibility matrix (RACI).

    Args:
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


@gives(Revision)
def revision(
    number: str,
    *,
    in_force_from: dt.date | str | None = None,
    in_force_to: dt.date | str | None = None,
    reason: str | None = None,
    approval: ApprovalLike | None = None,
    running_deals: Literal["keep", "move"] | None = None,
    registration: str | None = None,
) -> Given[Revision]:
    """An edition of the regulation and the time it is in force.

    Args:
        number: Number of the edition: "3.0".
        in_force_from: First day in force.
        in_force_to: Last day in force; open when not given.
        reason: Why this edition was made, what changed.
        approval: Who approved it.
        running_deals: Whether deals that started under the earlier edition keep it
            or move to this one.
        registration: Registration number of the document.
    """


@gives(Role)
def role(
    key: str,
    *,
    title: str,
    purpose: str | None = None,
    duties: Iterable[DutyLike] = (),
    functions: Iterable[str] = (),
    rights: Iterable[str] = (),
    skills: Iterable[str] = (),
    knowledge: Iterable[str] = (),
    results: Iterable[str] = (),
    headcount: int | None = None,
    reports_to: RoleKey | None = None,
    substitutes: Iterable[SubstitutionLike] = (),
    portfolio: PortfolioLike | None = None,
    ramp: Iterable[RampStepLike] = (),
    career: Iterable[CareerStepLike] = (),
    critical: bool = False,
) -> Given[Role]:
    """A role in the department: a job, not a person.

    Args:
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


@gives(Routing)
def routing(
    key: str,
    *,
    title: str,
    rules: Iterable[RoutingRuleLike] = (),
    fallback: RoleKey | None = None,
    text: str | None = None,
) -> Given[Routing]:
    """How new leads are handed out: an ordered list of rules.

    Args:
        key: Identity.
        title: What it is called.
        rules: The rules, in the order they are tried.
        fallback: Role that gets what no rule took.
        text: What else to say of it.
    """


@gives(RoutingRule)
def routing_rule(
    title: str,
    *,
    when: ConditionLike | None = None,
    to: RoleKey | None = None,
    how: Literal[
        "round_robin", "owner", "territory", "least_loaded", "manual"
    ] = "round_robin",
    stop: bool = True,
) -> Given[RoutingRule]:
    """One rule of a routing; the first that fires decides.

    Args:
        title: The rule in words.
        when: Which leads it takes; every lead when not given.
        to: Role that gets the lead.
        how: How a person of that role is chosen.
        stop: Whether the search ends here.
    """


@gives(SameDay)
def same_day(
    at: ClockTime | str | None = None,
) -> Given[SameDay]:
    """On the day of the trigger.

    Args:
        at: Until what time; until the end of the working day when not given.
    """


@gives(Sanction)
def sanction(
    key: str,
    *,
    title: str,
    measure: Literal["remark", "reprimand", "dismissal", "fine", "deduction", "other"],
    grounds: Iterable[str] = (),
    amount: Money | str | None = None,
    roles: Iterable[RoleKey] = (),
    procedure: str | None = None,
    appeal: str | None = None,
    by: RoleKey | None = None,
) -> Given[Sanction]:
    """What follows a breach of duty; a missed target is none.

    Args:
        key: Identity.
        title: What it is called.
        measure: The kind of measure.
        grounds: Breaches that lead to it.
        amount: A sum, where the text names one.
        roles: Whom it concerns; every role when empty.
        procedure: How it is applied: explanation, order, terms.
        appeal: How it may be disputed.
        by: Role that applies it.
    """


@gives(Scale)
def scale(
    tiers: Iterable[TierLike],
    *,
    mode: Literal["whole", "marginal", "linear"] | None = None,
    base: Literal[
        "result", "target_pay", "fixed_pay", "revenue", "margin"
    ] = "target_pay",
    floor: Money | str | None = None,
    cap: Quantity | Money | Percent | str | None = None,
) -> Given[Scale]:
    """Pay by tiers of one result.

    Args:
        tiers: The tiers, ascending.
        mode: "whole": the tier reached applies to the whole base; "marginal": each
            tier applies to the part of the result inside it; "linear": pay runs
            straight from the start of a tier to its end. None when the text does
            not say, which is worth a finding.
        base: What a rate is a share of.
        floor: Least pay.
        cap: Greatest pay, as a sum or as a share of the target pay.
    """


@gives(Scope)
def scope(
    purpose: str | None = None,
    *,
    applies_to: Iterable[RoleKey] = (),
    units: Iterable[str] = (),
    excludes: Iterable[RoleKey] = (),
    excluded_units: Iterable[str] = (),
    text: str | None = None,
) -> Given[Scope]:
    """What the regulation is for and whom it binds.

    Args:
        purpose: Why the regulation exists.
        applies_to: Roles that are bound by it; every role when empty.
        units: Units, products or territories that it covers.
        excludes: Roles that are not bound by it.
        excluded_units: Units, products or territories that it leaves out.
        text: What else to say of the scope.
    """


@gives(Script)
def script(
    key: str,
    *,
    title: str,
    stage: StageKey | None = None,
    channel: ChannelKey | None = None,
    opening: str | None = None,
    branches: Iterable[ScriptBranchLike] = (),
    text: str | None = None,
) -> Given[Script]:
    """The wording of a call, a letter or a meeting.

    Args:
        key: Identity.
        title: What it is called.
        stage: Stage at which it is used.
        channel: Channel in which it is used.
        opening: The first words.
        branches: What to say after that.
        text: How to use it.
    """


@gives(ScriptBranch)
def script_branch(
    title: str,
    *,
    says: str,
    then: ScriptKey | None = None,
) -> Given[ScriptBranch]:
    """What to say in one turn of a conversation.

    Args:
        title: The turn: the client agrees, objects, asks for a price.
        says: The words.
        then: Another script to go on with.
    """


@gives(Segment)
def segment(
    key: str,
    *,
    title: str,
    text: str | None = None,
    condition: ConditionLike | None = None,
    needs: Iterable[str] = (),
    target: bool = True,
) -> Given[Segment]:
    """A group of clients with like needs.

    Args:
        key: Identity.
        title: What it is called.
        text: Who belongs to it, in words.
        condition: Who belongs to it, as a rule over fields of a deal.
        needs: What these clients need.
        target: Whether it is part of the target audience.
    """


@gives(SellingMethod)
def selling_method(
    title: str,
    *,
    text: str | None = None,
    channels: Iterable[ChannelKey] = (),
) -> Given[SellingMethod]:
    """A way of selling that the department uses.

    Args:
        title: What it is called.
        text: How it is done.
        channels: Channels in which it is used.
    """


@gives(Split)
def split(
    key: str,
    *,
    title: str,
    shares: Iterable[SplitShareLike],
    when: ConditionLike | None = None,
    text: str | None = None,
) -> Given[Split]:
    """How the credit for one deal divides.

    Args:
        key: Identity.
        title: The case it is for.
        shares: Who gets which part.
        when: Deals it holds for, as a rule over fields.
        text: What else to say of it.
    """


@gives(SplitShare)
def split_share(
    role: RoleKey,
    *,
    share: Percent | str,
    part: str | None = None,
) -> Given[SplitShare]:
    """One role's part of a shared result.

    Args:
        role: The role.
        share: Its part.
        part: The person's part in the deal: opened it, closed it, stood in.
    """


@gives(Stage)
def stage(
    key: str,
    *,
    title: str,
    kind: Literal["initial", "work", "paused", "won", "lost"] = "work",
    text: str | None = None,
    owner: RoleKey | None = None,
    participants: Iterable[RoleKey] = (),
    entry: Iterable[CriterionLike] = (),
    exit: Iterable[CriterionLike] = (),
    required_fields: Iterable[FieldKey] = (),
    norm: TimeNormLike | None = None,
    deadlines: Iterable[DeadlineLike] = (),
    attempts: AttemptsLike | None = None,
    probability: Percent | str | None = None,
    forecast: ForecastCategoryKey | None = None,
    control: Iterable[ControlLike] = (),
    transitions: Iterable[TransitionLike] = (),
    numbered: bool = True,
) -> Given[Stage]:
    """A stage of the pipeline.

    Args:
        key: Identity.
        title: What it is called.
        kind: Where a deal starts, is worked on, waits, is won or is lost.
        text: What happens at it.
        owner: Role that answers for it.
        participants: Roles that take part.
        entry: Criteria to enter it.
        exit: Criteria to leave it.
        required_fields: Fields that are filled before it is left.
        norm: How long a deal may stay.
        deadlines: By when something must be done at it.
        attempts: How often a client is tried.
        probability: Share of deals here that are won in the end.
        forecast: Category of the forecast that its deals fall in.
        control: How it is seen that its rules are kept.
        transitions: Stages that a deal may move to.
        numbered: False for a status aside from the main path.
    """


@gives(StageEntered)
def stage_entered(
    stage: StageKey,
) -> Given[StageEntered]:
    """A deal enters a stage.

    Args:
        stage: Key of the stage.
    """


@gives(StageLeft)
def stage_left(
    stage: StageKey,
) -> Given[StageLeft]:
    """A deal leaves a stage.

    Args:
        stage: Key of the stage.
    """


@gives(Step)
def step(
    key: str,
    *,
    title: str,
    role: RoleKey | None = None,
    text: str | None = None,
    activity: ActivityKey | None = None,
    inputs: Iterable[DocumentKindKey] = (),
    outputs: Iterable[DocumentKindKey] = (),
    fields: Iterable[FieldKey] = (),
    script: ScriptKey | None = None,
    tool: ToolKey | None = None,
    limit: Duration | str | None = None,
    deadline: DeadlineLike | None = None,
    after: Iterable[StepKey] = (),
    branches: Iterable[BranchLike] = (),
) -> Given[Step]:
    """One action of a procedure.

    Args:
        key: Identity within the procedure.
        title: What is done.
        role: Role that does it.
        text: How it is done.
        activity: The activity it takes time in.
        inputs: Documents that it needs.
        outputs: Documents that it makes.
        fields: Fields that it fills.
        script: The script to follow.
        tool: Where it is done.
        limit: How long it may take.
        deadline: By when it is done, when another event starts the clock.
        after: Steps that must be done first; the one before when empty.
        branches: Where to go on when a rule holds.
    """


@gives(StopList)
def stop_list(
    key: str,
    *,
    title: str,
    text: str | None = None,
    kept_in: ToolKey | None = None,
    checked_before: EventLike | None = None,
    keeper: RoleKey | None = None,
) -> Given[StopList]:
    """Clients who must not be contacted.

    Args:
        key: Identity.
        title: What it is called.
        text: Who gets on it and who takes people off.
        kept_in: Tool that keeps it.
        checked_before: The event before which it is looked at.
        keeper: Role that keeps it.
    """


@gives(Strategy)
def strategy(
    summary: str | None = None,
    *,
    market: str | None = None,
    competitors: Iterable[CompetitorLike] = (),
    segments: Iterable[SegmentLike] = (),
    positioning: str | None = None,
    channels: Iterable[ChannelLike] = (),
    methods: Iterable[SellingMethodLike] = (),
    review: RecurrenceLike | None = None,
    review_triggers: Iterable[str] = (),
) -> Given[Strategy]:
    """How the department means to win its market.

    Args:
        summary: The strategy in a few sentences.
        market: What the market is like.
        competitors: Who else sells to it.
        segments: The segments, among them the target audience.
        positioning: What sets the offer apart.
        channels: The channels of acquisition and retention.
        methods: The methods of selling.
        review: When the strategy is looked at again.
        review_triggers: Changes outside that make a review due at once.
    """


@gives(Substitution)
def substitution(
    by: RoleKey,
    *,
    when: str | None = None,
    appointed_by: RoleKey | None = None,
    by_order: bool = False,
    credit: Percent | str | None = None,
    text: str | None = None,
) -> Given[Substitution]:
    """Who stands in when a role is absent.

    Args:
        by: Role that stands in.
        when: The absence: leave, illness, quarter end.
        appointed_by: Role that names the substitute.
        by_order: Whether a written order is needed.
        credit: Share of the result that counts for the substitute.
        text: What is handed over and how.
    """


@gives(Target)
def target(
    value: Quantity | Money | Percent | str,
    *,
    period: Period | str | None = None,
    role: RoleKey | None = None,
    headcount: int = 1,
    person: str | None = None,
    product: ProductKey | None = None,
    segment: SegmentKey | None = None,
    weight: Percent | str | None = None,
) -> Given[Target]:
    """One line of a plan.

    Args:
        value: The result expected.
        period: The part of the plan's period; the whole when not given.
        role: Role that must reach it; the department when not given.
        headcount: How many people of that role must each reach it.
        person: Place in the team, never a name: "manager No. 2".
        product: The product it is about.
        segment: The segment it is about.
        weight: What share counts in the team's sum, during a ramp.
    """


@gives(Task)
def task(
    title: str,
    *,
    owner: RoleKey | None = None,
    due: dt.date | str | None = None,
    text: str | None = None,
) -> Given[Task]:
    """Something to be done by a date.

    Args:
        title: What is done.
        owner: Role that does it.
        due: By when.
        text: How, or with what result.
    """


@gives(Term)
def term(
    key: str,
    *,
    title: str,
    definition: str,
    abbreviation: str | None = None,
    formula: ExpressionLike | None = None,
    see: Iterable[TermKey] = (),
) -> Given[Term]:
    """An entry of the glossary.

    Args:
        key: Identity.
        title: The term.
        definition: What it means here.
        abbreviation: Its short form.
        formula: How it is calculated, when it is a number.
        see: Related terms.
    """


@gives(Tier)
def tier(
    start: Quantity | Money | Percent | str,
    *,
    end: Quantity | Money | Percent | str | None = None,
    end_included: bool = False,
    rate: Percent | str | None = None,
    amount: Money | str | None = None,
    rate_at_end: Percent | str | None = None,
    amount_at_end: Money | str | None = None,
    title: str | None = None,
) -> Given[Tier]:
    """One step of a scale, half-open: `start` belongs to it, `end` does not.

    Args:
        start: Least result of the tier; all the tiers of a scale share a unit.
        end: First result above the tier; none for the last one.
        end_included: True when the text says "up to and including".
        rate: What the tier pays, as a share of the scale's base; under "linear",
            what it pays at `start`.
        amount: What it pays as a fixed sum, instead of a rate.
        rate_at_end: Under "linear", the rate that is reached at `end`.
        amount_at_end: Under "linear", the sum that is reached at `end`.
        title: How people call it: "accelerator".
    """


@gives(TimeBudget)
def time_budget(
    key: str,
    *,
    title: str,
    activity: ActivityKey | None = None,
    roles: Iterable[RoleKey] = (),
    amount: Duration | str | None = None,
    least: Duration | str | None = None,
    most: Duration | str | None = None,
    per: Literal["day", "week", "month"] = "day",
    window: Window | str | None = None,
    mandatory: bool = True,
    overlaps: Iterable[TimeBudgetKey] = (),
    text: str | None = None,
) -> Given[TimeBudget]:
    """How much time an activity gets.

    Args:
        key: Identity.
        title: What the time is for.
        activity: The activity.
        roles: Whose time; every role's when empty.
        amount: How much, exactly.
        least: How much at least.
        most: How much at most.
        per: In which span.
        window: When in the day.
        mandatory: Whether it must be spent.
        overlaps: Budgets that the same minutes may count for.
        text: What else to say of it.
    """


@gives(TimeNorm)
def time_norm(
    limit: Duration | str,
    *,
    target: Duration | str | None = None,
) -> Given[TimeNorm]:
    """How long something may take.

    Args:
        limit: The firm limit; longer is a breach.
        target: The shorter goal, when there are two thresholds.
    """


@gives(Tool)
def tool(
    key: str,
    *,
    title: str,
    kind: Literal[
        "crm", "telephony", "mail", "messenger", "storage", "analytics", "other"
    ] = "other",
    text: str | None = None,
    records_calls: bool = False,
    database_country: str | None = None,
    missed_call: DeadlineLike | None = None,
) -> Given[Tool]:
    """A system that the work is done in.

    Args:
        key: Identity.
        title: What it is called.
        kind: What it is for.
        text: How it is used.
        records_calls: Whether it records calls.
        database_country: Country of its database of personal data.
        missed_call: By when a missed call is returned.
    """


@gives(Training)
def training(
    key: str,
    *,
    title: str,
    roles: Iterable[RoleKey] = (),
    programme: Iterable[str] = (),
    hours: Duration | str | None = None,
    within: Duration | str | None = None,
    every: RecurrenceLike | None = None,
    trainer: RoleKey | None = None,
    certification: CertificationLike | None = None,
) -> Given[Training]:
    """A training and who must take it.

    Args:
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


@gives(Transition)
def transition(
    to: StageKey,
    *,
    when: ConditionLike | None = None,
    text: str | None = None,
    by: Iterable[RoleKey] = (),
    comment: bool = False,
    most: int | None = None,
) -> Given[Transition]:
    """A move of a deal to another stage.

    Args:
        to: The stage it moves to.
        when: The rule that must hold.
        text: The rule in words.
        by: Roles that may move it; the owner of the stage when empty.
        comment: Whether a comment is mandatory.
        most: How often at most a deal may make this move.
    """


@gives(Waiver)
def waiver(
    code: str,
    *,
    path: str,
    reason: str,
    author: str,
    until: dt.date | str | None = None,
) -> Given[Waiver]:
    """One finding of a check that the regulation lets stand, knowingly.

    Args:
        code: Code of the check: "TIM03".
        path: JSON Pointer to the finding; keys may stand in place of positions:
            "/roles/manager/duties/0".
        reason: Why it may stand.
        author: Who decided so: a post, or a name.
        until: Last day on which it may; without end when not given.
    """


@gives(WorkCalendar)
def work_calendar(
    key: str,
    *,
    title: str,
    time_zone: str,
    week: Iterable[WorkDaysLike],
    country: str | None = None,
    subdivision: str | None = None,
    exceptions: Iterable[DayExceptionLike] = (),
    shorter_before_holiday: Duration | str | None = None,
    first_year: int | None = None,
    last_year: int | None = None,
    roles: Iterable[RoleKey] = (),
    text: str | None = None,
) -> Given[WorkCalendar]:
    """The working time of a team.

    Moments that go in must have a time zone; those that come out have that of
    the calendar. Each method raises `UnknownYear` beyond the years known.

    Args:
        key: Identity.
        title: What it is called.
        time_zone: Time zone of its hours, from the IANA database.
        week: Hours by day of the week; a day in none of them is off.
        country: Country whose public holidays are off.
        subdivision: Region of the country with holidays of its own.
        exceptions: Dates that differ: moved days off, working Saturdays.
        shorter_before_holiday: By how much the day before a public holiday is
            shorter.
        first_year: First year for which holidays and exceptions are known.
        last_year: Last such year; beyond it the arithmetic says so and stops.
        roles: Whose calendar it is; everybody's when empty.
        text: What else to say of it.
    """


@gives(WorkDays)
def work_days(
    days: Iterable[Weekday] | str,
    *,
    window: Window | str,
    breaks: Iterable[BreakLike] = (),
) -> Given[WorkDays]:
    """The hours of some days of the week.

    Args:
        days: The days of the week.
        window: From when until when people are present.
        breaks: Breaks inside the window.
    """


__all__ = [
    "access",
    "acknowledgement",
    "acknowledging",
    "activity",
    "activity_done",
    "aggregate",
    "annex",
    "approval",
    "approval_step",
    "arithmetic",
    "attempts",
    "audit",
    "authority",
    "authority_band",
    "band",
    "before",
    "before_stage",
    "bonus_reduction",
    "branch",
    "break_",
    "by_day",
    "career_step",
    "certification",
    "channel",
    "clawback",
    "competitor",
    "consent",
    "consequence",
    "constant",
    "control",
    "conversion",
    "count",
    "counted_unit",
    "criterion",
    "day_exception",
    "deadline",
    "deal_created",
    "dispute_rule",
    "document_kind",
    "document_moved",
    "draw",
    "duty",
    "elapsed",
    "escalation",
    "escalation_level",
    "exception_rule",
    "feedback",
    "field",
    "forecast",
    "forecast_category",
    "gate",
    "goal",
    "governance",
    "grade",
    "grid",
    "grid_row",
    "handover",
    "happens",
    "improvement_rule",
    "in_",
    "incentive",
    "kpi",
    "kpi_target",
    "kpi_value",
    "loss_reason",
    "meeting",
    "naming_convention",
    "next_step",
    "norm",
    "norm_part",
    "organisation",
    "owner_assigned",
    "ownership_rule",
    "past_result",
    "pay_plan",
    "payment",
    "payment_term",
    "payout",
    "period_ends",
    "plan",
    "portfolio",
    "price_level",
    "procedure",
    "product",
    "prohibition",
    "qualification",
    "qualification_criterion",
    "ramp_step",
    "ratio",
    "record_keeping",
    "recurrence",
    "report",
    "responsibility",
    "revision",
    "role",
    "routing",
    "routing_rule",
    "same_day",
    "sanction",
    "scale",
    "scope",
    "script",
    "script_branch",
    "segment",
    "selling_method",
    "split",
    "split_share",
    "stage",
    "stage_entered",
    "stage_left",
    "step",
    "stop_list",
    "strategy",
    "substitution",
    "target",
    "task",
    "term",
    "tier",
    "time_budget",
    "time_norm",
    "tool",
    "training",
    "transition",
    "waiver",
    "work_calendar",
    "work_days",
]
