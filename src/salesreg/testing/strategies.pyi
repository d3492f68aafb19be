"""The strategies of single types, as type checkers see them.

Written by `python -m salesreg.build.generate` from the model; do not edit.
"""

# ruff: noqa

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

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
from salesreg.model.regulation import Language, Regulation
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
from salesreg.values.condition import Condition
from salesreg.values.deadline import Deadline, Due
from salesreg.values.event import Event
from salesreg.values.expression import Expression
from salesreg.values.period import Period
from salesreg.values.recurrence import Recurrence
from salesreg.values.scale import Band, Grid, GridRow, Scale, Tier
from salesreg.values.times import Cadence, ClockTime, Duration, Weekday, Window

from hypothesis import strategies as st

from salesreg.testing.objects import instances as instances
from salesreg.testing.options import Drawn, Extent, Pair, Texts
__all__ = [
    "accesses",
    "acknowledgements",
    "acknowledgings",
    "activities",
    "annexes",
    "approval_steps",
    "approvals",
    "attempts",
    "audits",
    "authorities",
    "authority_bands",
    "bands",
    "bonus_reductions",
    "branches",
    "breaks",
    "career_steps",
    "certifications",
    "channels",
    "clawbacks",
    "clock_times",
    "competitors",
    "conditions",
    "consents",
    "consequences",
    "controls",
    "conversions",
    "counted_units",
    "criteria",
    "day_exceptions",
    "deadlines",
    "dispute_rules",
    "document_kinds",
    "draws",
    "dues",
    "durations",
    "duties",
    "escalation_levels",
    "escalations",
    "events",
    "exception_rules",
    "expressions",
    "feedbacks",
    "fields",
    "forecast_categories",
    "forecasts",
    "gates",
    "goals",
    "governances",
    "grades",
    "grid_rows",
    "grids",
    "handovers",
    "improvement_rules",
    "incentives",
    "kpis",
    "loss_reasons",
    "meetings",
    "moneys",
    "naming_conventions",
    "next_steps",
    "norm_parts",
    "norms",
    "organisations",
    "ownership_rules",
    "past_results",
    "pay_plans",
    "payment_terms",
    "payouts",
    "percents",
    "periods",
    "plans",
    "portfolios",
    "price_levels",
    "procedures",
    "products",
    "prohibitions",
    "qualification_criteria",
    "qualifications",
    "quantities",
    "ramp_steps",
    "record_keepings",
    "recurrences",
    "regulations",
    "reports",
    "responsibilities",
    "revisions",
    "roles",
    "routing_rules",
    "routings",
    "sales_strategies",
    "sanctions",
    "scales",
    "scopes",
    "script_branches",
    "scripts",
    "segments",
    "selling_methods",
    "split_shares",
    "splits",
    "stages",
    "steps",
    "stop_lists",
    "substitutions",
    "targets",
    "tasks",
    "terms",
    "tiers",
    "time_budgets",
    "time_norms",
    "tools",
    "trainings",
    "transitions",
    "waivers",
    "windows",
    "work_calendars",
    "work_days",
    "instances",
]


def accesses(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    tool: Drawn[str] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    level: Drawn[Literal["view", "edit", "create", "delete", "export", "administer"]] = ...,
    what: Drawn[str | None] = ...,
    fields: Drawn[tuple[str, ...]] | Pair = ...,
    stages: Drawn[tuple[str, ...]] | Pair = ...,
    documents: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Access]:
    """Draws `Access`: who may see or change what in a tool."""


def acknowledgements(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    name: Drawn[str] = ...,
    role: Drawn[str] = ...,
    revision: Drawn[str] = ...,
    date: Drawn[dt.date] = ...,
) -> st.SearchStrategy[Acknowledgement]:
    """Draws `Acknowledgement`: one person's confirmation of one revision."""


def acknowledgings(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    method: Drawn[Literal["signature", "initials", "electronic", "quiz"]] = ...,
    within: Drawn[Duration | None] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Acknowledging]:
    """Draws `Acknowledging`: how people confirm that they know the regulation."""


def activities(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    includes: Drawn[tuple[str, ...]] | Pair = ...,
    channel: Drawn[str | None] = ...,
) -> st.SearchStrategy[Activity]:
    """Draws `Activity`: a kind of work that takes time: calls, mail, meetings."""


def annexes(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    document: Drawn[str | None] = ...,
) -> st.SearchStrategy[Annex]:
    """Draws `Annex`: an annex: a form, a price list, a checklist."""


def approval_steps(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    role: Drawn[str] = ...,
    within: Drawn[Duration | None] = ...,
    silence: Drawn[Literal["approved", "refused", "escalated"] | None] = ...,
) -> st.SearchStrategy[ApprovalStep]:
    """Draws `ApprovalStep`: one approver in a chain."""


def approvals(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    post: Drawn[str] = ...,
    name: Drawn[str | None] = ...,
    date: Drawn[dt.date | None] = ...,
    order: Drawn[str | None] = ...,
) -> st.SearchStrategy[Approval]:
    """Draws `Approval`: who puts the regulation into force."""


def attempts(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    least: Drawn[int | None] | Pair = ...,
    most: Drawn[int | None] | Pair = ...,
    within: Drawn[Duration | None] = ...,
    pause: Drawn[Duration | None] = ...,
    channels: Drawn[tuple[str, ...]] | Pair = ...,
    then: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Attempts]:
    """Draws `Attempts`: how often and how long a client is tried before the deal is
    given up."""


def audits(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    subject: Drawn[str | None] = ...,
    auditor: Drawn[str | None] = ...,
    audited: Drawn[tuple[str, ...]] | Pair = ...,
    every: Drawn[Recurrence | None] = ...,
    sample: Drawn[Quantity | None] = ...,
    checklist: Drawn[tuple[str, ...]] | Pair = ...,
    reply: Drawn[Duration | None] = ...,
    ruling: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[Audit]:
    """Draws `Audit`: a check of records, calls or documents."""


def authorities(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    dimension: Drawn[Literal["discount", "amount", "payment_term", "credit", "other"]] = ...,
    field: Drawn[str | None] = ...,
    document: Drawn[str | None] = ...,
    bands: Drawn[tuple[AuthorityBand, ...]] | Pair = ...,
    chain: Drawn[tuple[ApprovalStep, ...]] | Pair = ...,
    requesters: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Authority]:
    """Draws `Authority`: a row of the authority matrix: who may grant how much."""


def authority_bands(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    role: Drawn[str] = ...,
    band: Drawn[Band] = ...,
    end_included: Drawn[bool] = ...,
    when: Drawn[Condition | None] = ...,
) -> st.SearchStrategy[AuthorityBand]:
    """Draws `AuthorityBand`: what one role may grant alone."""


def bands(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    start: Drawn[Quantity | None] = ...,
    end: Drawn[Quantity | None] = ...,
) -> st.SearchStrategy[Band]:
    """Draws `Band`: a half-open range of results on one side of a grid."""


def bonus_reductions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    trigger: Drawn[Literal["sanction", "breach", "condition"]] = ...,
    grounds: Drawn[tuple[str, ...]] | Pair = ...,
    share: Drawn[Percent | None] = ...,
    of: Drawn[Literal["bonus", "month_wage"]] = ...,
    components: Drawn[tuple[str, ...]] | Pair = ...,
    period: Drawn[Literal["sanction_period", "next_period", "other"] | None] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    procedure: Drawn[str | None] = ...,
    appeal: Drawn[str | None] = ...,
) -> st.SearchStrategy[BonusReduction]:
    """Draws `BonusReduction`: when and by how much a bonus is lowered."""


def branches(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    to: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    when: Drawn[Condition | None] = ...,
) -> st.SearchStrategy[Branch]:
    """Draws `Branch`: where a procedure goes on when a rule holds."""


def breaks(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    kind: Drawn[Literal["lunch", "short"]] = ...,
    window: Drawn[Window | None] = ...,
    duration: Drawn[Duration | None] = ...,
    times: Drawn[int] | Pair = ...,
    paid: Drawn[bool] = ...,
) -> st.SearchStrategy[Break]:
    """Draws `Break`: a break within the working day."""


def career_steps(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    to: Drawn[str | None] = ...,
    title: Drawn[str | None] = ...,
    after: Drawn[Duration | None] = ...,
    attainment: Drawn[Percent | None] = ...,
    minimum: Drawn[Percent | None] = ...,
    periods: Drawn[int | None] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[CareerStep]:
    """Draws `CareerStep`: when a person may move to a higher role."""


def certifications(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    pass_mark: Drawn[Quantity | None] = ...,
    valid_for: Drawn[Duration | None] = ...,
    required_for: Drawn[tuple[str, ...]] | Pair = ...,
    examiner: Drawn[str | None] = ...,
) -> st.SearchStrategy[Certification]:
    """Draws `Certification`: a test that opens the way to some work."""


def channels(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    segments: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[Channel]:
    """Draws `Channel`: a way to reach clients: telephone, mail, fair, partner."""


def clawbacks(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    trigger: Drawn[Event | None] = ...,
    within: Drawn[Duration | None] = ...,
    share: Drawn[Percent | None] = ...,
    takes: Drawn[Literal["result", "pay"] | None] = ...,
    netting: Drawn[Literal["next_pay", "same_period", "case_by_case"] | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Clawback]:
    """Draws `Clawback`: when pay that was given is taken back."""


def clock_times(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    minutes: Drawn[int] | Pair = ...,
) -> st.SearchStrategy[ClockTime]:
    """Draws `ClockTime`: a time of day on the wall clock, to the minute; "24:00" ends a
    day."""


def competitors(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    strengths: Drawn[str | None] = ...,
    response: Drawn[str | None] = ...,
) -> st.SearchStrategy[Competitor]:
    """Draws `Competitor`: somebody who sells to the same clients."""


def conditions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
) -> st.SearchStrategy[Condition]:
    """Draws `Condition` of any kind."""


def consents(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    subject: Drawn[Literal["personal_data", "advertising_call", "call_recording", "mailing"]] = ...,
    before: Drawn[Event | None] = ...,
    how: Drawn[str | None] = ...,
    recorded_in: Drawn[str | None] = ...,
    separate_document: Drawn[bool] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Consent]:
    """Draws `Consent`: a consent that is needed, and how it is proved."""


def consequences(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    trigger: Drawn[str | None] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    misses: Drawn[int | None] | Pair = ...,
    period: Drawn[Literal["month", "quarter", "year"] | None] = ...,
    lasts: Drawn[Duration | None] = ...,
    by: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Consequence]:
    """Draws `Consequence`: one rung of the ladder that follows when results stay
    away."""


def controls(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    text: Drawn[str] = ...,
    by: Drawn[str | None] = ...,
    every: Drawn[Recurrence | None] = ...,
    report: Drawn[str | None] = ...,
    meeting: Drawn[str | None] = ...,
    audit: Drawn[str | None] = ...,
) -> st.SearchStrategy[Control]:
    """Draws `Control`: how it is seen that a rule is kept."""


def conversions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    start: Drawn[str] = ...,
    end: Drawn[str] = ...,
    rate: Drawn[Percent] = ...,
) -> st.SearchStrategy[Conversion]:
    """Draws `Conversion`: the share of deals that pass from one stage to another."""


def counted_units(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    one: Drawn[str] = ...,
    few: Drawn[str | None] = ...,
    many: Drawn[str] = ...,
) -> st.SearchStrategy[CountedUnit]:
    """Draws `CountedUnit`: a unit of counting with a name of its own: points, forms,
    demos."""


def criteria(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    text: Drawn[str] = ...,
    condition: Drawn[Condition | None] = ...,
) -> st.SearchStrategy[Criterion]:
    """Draws `Criterion`: what must be true to enter or leave a stage (a stage gate)."""


def day_exceptions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    date: Drawn[dt.date] = ...,
    kind: Drawn[Literal["off", "working", "short"]] = ...,
    window: Drawn[Window | None] = ...,
    reason: Drawn[str | None] = ...,
) -> st.SearchStrategy[DayException]:
    """Draws `DayException`: a date that differs from its day of the week and from the
    holidays."""


def deadlines(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    trigger: Drawn[Event] = ...,
    limit: Drawn[Due] = ...,
    target: Drawn[Due | None] = ...,
    action: Drawn[str | None] = ...,
    cutoff: Drawn[ClockTime | None] = ...,
    after_hours: Drawn[Literal["next_opening", "at_once"] | None] = ...,
    stops: Drawn[tuple[Event, ...]] | Pair = ...,
    does_not_stop: Drawn[tuple[Event, ...]] | Pair = ...,
) -> st.SearchStrategy[Deadline]:
    """Draws `Deadline`: by when something must be done after a trigger."""


def dispute_rules(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    wins: Drawn[str | None] = ...,
    deciders: Drawn[tuple[str, ...]] | Pair = ...,
    within: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[DisputeRule]:
    """Draws `DisputeRule`: how a conflict over a client or a duplicate is settled."""


def document_kinds(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    template: Drawn[str | None] = ...,
    annex: Drawn[str | None] = ...,
    author: Drawn[str | None] = ...,
    approvers: Drawn[tuple[str, ...]] | Pair = ...,
    signers: Drawn[tuple[str, ...]] | Pair = ...,
    made_at: Drawn[str | None] = ...,
    needed_at: Drawn[tuple[str, ...]] | Pair = ...,
    required_items: Drawn[tuple[str, ...]] | Pair = ...,
    deadline: Drawn[Deadline | None] = ...,
    approval_limit: Drawn[Duration | None] = ...,
    storage: Drawn[str | None] = ...,
    retention: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[DocumentKind]:
    """Draws `DocumentKind`: a kind of document: a quotation, a contract, an act."""


def draws(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    amount: Drawn[Money] = ...,
    per: Drawn[Literal["month", "quarter", "year"]] = ...,
    recoverable: Drawn[bool] = ...,
    months: Drawn[int | None] | Pair = ...,
    most: Drawn[Percent | None] = ...,
) -> st.SearchStrategy[Draw]:
    """Draws `Draw`: an advance on variable pay, or a guarantee of it."""


def dues(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
) -> st.SearchStrategy[Due]:
    """Draws `Due` of any kind."""


def durations(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    amount: Drawn[int] | Pair = ...,
    unit: Drawn[Literal["minute", "hour", "day", "week", "month", "quarter", "year"]] = ...,
    working: Drawn[bool] = ...,
) -> st.SearchStrategy[Duration]:
    """Draws `Duration`: a length of time on one of two clocks."""


def duties(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    text: Drawn[str] = ...,
    kpi: Drawn[str | None] = ...,
    report: Drawn[str | None] = ...,
    audit: Drawn[str | None] = ...,
    activity: Drawn[str | None] = ...,
    needs: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[Duty]:
    """Draws `Duty`: something that a role must do."""


def escalation_levels(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    to: Drawn[str] = ...,
    after: Drawn[Duration | None] = ...,
    action: Drawn[str | None] = ...,
) -> st.SearchStrategy[EscalationLevel]:
    """Draws `EscalationLevel`: one rung of an escalation."""


def escalations(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    trigger: Drawn[Event | None] = ...,
    stage: Drawn[str | None] = ...,
    procedure: Drawn[str | None] = ...,
    stops: Drawn[tuple[Event, ...]] | Pair = ...,
    levels: Drawn[tuple[EscalationLevel, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Escalation]:
    """Draws `Escalation`: who is told, in which order, when something stays undone."""


def events(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
) -> st.SearchStrategy[Event]:
    """Draws `Event` of any kind."""


def exception_rules(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    granted_by: Drawn[tuple[str, ...]] | Pair = ...,
    recorded_in: Drawn[str | None] = ...,
    document: Drawn[str | None] = ...,
    validity: Drawn[str | None] = ...,
    within: Drawn[Duration | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[ExceptionRule]:
    """Draws `ExceptionRule`: who may allow a departure from the rules, and how it is
    recorded."""


def expressions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
) -> st.SearchStrategy[Expression]:
    """Draws `Expression` of any kind."""


def feedbacks(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    method: Drawn[str | None] = ...,
    trigger: Drawn[Event | None] = ...,
    every: Drawn[Recurrence | None] = ...,
    kpi: Drawn[str | None] = ...,
    owner: Drawn[str | None] = ...,
    then: Drawn[str | None] = ...,
) -> st.SearchStrategy[Feedback]:
    """Draws `Feedback`: how clients are asked what they think."""


def fields(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    type: Drawn[Literal["text", "choice", "number", "money", "percent", "date", "flag", "file"]] = ...,
    choices: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
    filled_by: Drawn[tuple[str, ...]] | Pair = ...,
    filled_at: Drawn[str | None] = ...,
    personal: Drawn[bool] = ...,
) -> st.SearchStrategy[Field]:
    """Draws `Field`: a field of a deal in the CRM."""


def forecast_categories(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    weight: Drawn[Percent | None] = ...,
) -> st.SearchStrategy[ForecastCategory]:
    """Draws `ForecastCategory`: a category of the sales forecast."""


def forecasts(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    categories: Drawn[tuple[ForecastCategory, ...]] | Pair = ...,
    submitted: Drawn[Recurrence | None] = ...,
    author: Drawn[str | None] = ...,
    recipient: Drawn[str | None] = ...,
    report: Drawn[str | None] = ...,
    meeting: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Forecast]:
    """Draws `Forecast`: how the sales forecast is made."""


def gates(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    kpi: Drawn[str | None] = ...,
    band: Drawn[Band | None] = ...,
    period: Drawn[Literal["month", "quarter", "half_year", "year", "deal"] | None] = ...,
    when: Drawn[Condition | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Gate]:
    """Draws `Gate`: a condition on another result without which nothing is paid."""


def goals(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    kpi: Drawn[str | None] = ...,
    baseline: Drawn[Quantity | None] = ...,
    target: Drawn[Quantity | None] = ...,
    period: Drawn[Period | None] = ...,
    due: Drawn[dt.date | None] = ...,
    owner: Drawn[str | None] = ...,
    horizon: Drawn[Literal["short", "long"] | None] = ...,
    parent: Drawn[str | None] = ...,
    evidence: Drawn[str | None] = ...,
    relevance: Drawn[str | None] = ...,
    tasks: Drawn[tuple[Task, ...]] | Pair = ...,
) -> st.SearchStrategy[Goal]:
    """Draws `Goal`: a goal by SMART: specific, measurable, achievable, relevant, time-
    bound."""


def governances(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    owner: Drawn[str | None] = ...,
    interpreter: Drawn[str | None] = ...,
    amended_by: Drawn[tuple[str, ...]] | Pair = ...,
    review: Drawn[Recurrence | None] = ...,
    next_review: Drawn[dt.date | None] = ...,
    review_triggers: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Governance]:
    """Draws `Governance`: who keeps the regulation, explains it and may change it."""


def grades(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    least: Drawn[Quantity | None] = ...,
    condition: Drawn[Condition | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Grade]:
    """Draws `Grade`: a class of leads: red, amber, green, or A to F."""


def grid_rows(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    band: Drawn[Band] = ...,
    rates: Drawn[tuple[Percent, ...]] | Pair = ...,
) -> st.SearchStrategy[GridRow]:
    """Draws `GridRow`: the pay for one band of the first result."""


def grids(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    second_kpi: Drawn[str | None] = ...,
    columns: Drawn[tuple[Band, ...]] | Pair = ...,
    rows: Drawn[tuple[GridRow, ...]] | Pair = ...,
    base: Drawn[Literal["result", "target_pay", "fixed_pay", "revenue", "margin"]] = ...,
    floor: Drawn[Money | None] = ...,
    cap: Drawn[Quantity | None] = ...,
) -> st.SearchStrategy[Grid]:
    """Draws `Grid`: pay by two results at once: rows for the first, columns for the
    second."""


def handovers(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    giver: Drawn[str | None] = ...,
    receiver: Drawn[str | None] = ...,
    after: Drawn[str | None] = ...,
    before: Drawn[str | None] = ...,
    checklist: Drawn[tuple[str, ...]] | Pair = ...,
    call: Drawn[Duration | None] = ...,
    deadline: Drawn[Deadline | None] = ...,
    acceptance: Drawn[str | None] = ...,
    refusal: Drawn[str | None] = ...,
) -> st.SearchStrategy[Handover]:
    """Draws `Handover`: how a client passes from one role to another."""


def improvement_rules(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    kpi: Drawn[str | None] = ...,
    below: Drawn[Quantity | None] = ...,
    above: Drawn[Quantity | None] = ...,
    periods: Drawn[int] | Pair = ...,
    stage: Drawn[str | None] = ...,
    procedure: Drawn[str | None] = ...,
    change: Drawn[str | None] = ...,
    owner: Drawn[str | None] = ...,
    within: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[ImprovementRule]:
    """Draws `ImprovementRule`: which result makes the regulation change."""


def incentives(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    kind: Drawn[Literal["commission", "bonus", "contest", "award"]] = ...,
    kpi: Drawn[str | None] = ...,
    whose: Drawn[Literal["person", "role", "department"]] = ...,
    base_kpi: Drawn[str | None] = ...,
    scale: Drawn[Scale | Grid | None] = ...,
    amount: Drawn[Money | None] = ...,
    weight: Drawn[Percent | None] = ...,
    gates: Drawn[tuple[Gate, ...]] | Pair = ...,
    accelerator_gates: Drawn[tuple[Gate, ...]] | Pair = ...,
    period: Drawn[Literal["month", "quarter", "half_year", "year", "deal"] | None] = ...,
    stacks_with: Drawn[tuple[str, ...]] | Pair = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Incentive]:
    """Draws `Incentive`: a component of variable pay."""


def kpis(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    formula: Drawn[Expression | None] = ...,
    unit: Drawn[str | None] = ...,
    direction: Drawn[Literal["up", "down", "range"] | None] = ...,
    target: Drawn[Quantity | None] = ...,
    least: Drawn[Quantity | None] = ...,
    most: Drawn[Quantity | None] = ...,
    period: Drawn[Cadence | None] = ...,
    source: Drawn[str | None] = ...,
    dashboard: Drawn[str | None] = ...,
    owner: Drawn[str | None] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[Kpi]:
    """Draws `Kpi`: a key performance indicator."""


def loss_reasons(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    kind: Drawn[Literal["loss", "disqualification"]] = ...,
    stages: Drawn[tuple[str, ...]] | Pair = ...,
    comment: Drawn[bool] = ...,
) -> st.SearchStrategy[LossReason]:
    """Draws `LossReason`: why a deal is lost or a lead is disqualified."""


def meetings(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    owner: Drawn[str | None] = ...,
    participants: Drawn[tuple[str, ...]] | Pair = ...,
    every: Drawn[Recurrence | None] = ...,
    agenda: Drawn[tuple[str, ...]] | Pair = ...,
    kpis: Drawn[tuple[str, ...]] | Pair = ...,
    outcome: Drawn[str | None] = ...,
) -> st.SearchStrategy[Meeting]:
    """Draws `Meeting`: a meeting that is held regularly."""


def moneys(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    amount: Drawn[Decimal] | Pair = ...,
    currency: Drawn[str] = ...,
) -> st.SearchStrategy[Money]:
    """Draws `Money`: an amount in one currency."""


def naming_conventions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    pattern: Drawn[str] = ...,
    example: Drawn[str | None] = ...,
    avoid: Drawn[str | None] = ...,
) -> st.SearchStrategy[NamingConvention]:
    """Draws `NamingConvention`: how things are named in the CRM."""


def next_steps(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    text: Drawn[str | None] = ...,
    field: Drawn[str | None] = ...,
    within: Drawn[Duration | None] = ...,
    stages: Drawn[tuple[str, ...]] | Pair = ...,
    otherwise: Drawn[str | None] = ...,
    after: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[NextStep]:
    """Draws `NextStep`: the rule that every open deal has a next step with a date."""


def norm_parts(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    count: Drawn[int] | Pair = ...,
) -> st.SearchStrategy[NormPart]:
    """Draws `NormPart`: a part of a norm."""


def norms(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    count: Drawn[int] | Pair = ...,
    per: Drawn[Cadence] = ...,
    activity: Drawn[str | None] = ...,
    unit_time: Drawn[Duration | None] = ...,
    parts: Drawn[tuple[NormPart, ...]] | Pair = ...,
) -> st.SearchStrategy[Norm]:
    """Draws `Norm`: how many of something a role does in a period."""


def organisations(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    short: Drawn[str | None] = ...,
    department: Drawn[str | None] = ...,
    city: Drawn[str | None] = ...,
) -> st.SearchStrategy[Organisation]:
    """Draws `Organisation`: the company, or the part of it, that issues the
    regulation."""


def ownership_rules(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    window: Drawn[Duration | None] = ...,
    without: Drawn[Event | None] = ...,
    when: Drawn[Condition | None] = ...,
    grace: Drawn[Duration | None] = ...,
    then: Drawn[Literal["pool", "new_owner", "head", "stays"] | None] = ...,
    credit: Drawn[Literal["old_owner", "new_owner", "split"] | None] = ...,
) -> st.SearchStrategy[OwnershipRule]:
    """Draws `OwnershipRule`: how long a client stays with its owner, and what happens
    then."""


def past_results(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    period: Drawn[Period] = ...,
    value: Drawn[Quantity] = ...,
    note: Drawn[str | None] = ...,
) -> st.SearchStrategy[PastResult]:
    """Draws `PastResult`: what was reached in a period that is over."""


def pay_plans(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    fixed: Drawn[Money | None] = ...,
    target_variable: Drawn[Money | None] = ...,
    fixed_share: Drawn[Percent | None] = ...,
    period: Drawn[Literal["month", "quarter", "half_year", "year", "deal"]] = ...,
    components: Drawn[tuple[Incentive, ...]] | Pair = ...,
    draw: Drawn[Draw | None] = ...,
    clawback: Drawn[Clawback | None] = ...,
    splits: Drawn[tuple[Split, ...]] | Pair = ...,
    payout: Drawn[Payout | None] = ...,
    cap: Drawn[Money | None] = ...,
    proration: Drawn[Literal["calendar_days", "working_days"] | None] = ...,
    windfall: Drawn[str | None] = ...,
    newcomers: Drawn[str | None] = ...,
    leave: Drawn[str | None] = ...,
    leavers: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[PayPlan]:
    """Draws `PayPlan`: how a role is paid."""


def payment_terms(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    prepayment: Drawn[Percent | None] = ...,
    net: Drawn[Duration | None] = ...,
    limit: Drawn[Money | None] = ...,
    late_fee: Drawn[Percent | None] = ...,
    late_fee_per: Drawn[Duration | None] = ...,
    reminder: Drawn[Deadline | None] = ...,
    segments: Drawn[tuple[str, ...]] | Pair = ...,
    when: Drawn[Condition | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[PaymentTerm]:
    """Draws `PaymentTerm`: when and how clients pay."""


def payouts(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    event: Drawn[Event | None] = ...,
    due: Drawn[Due | None] = ...,
    dispute: Drawn[Duration | None] = ...,
    dispute_to: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Payout]:
    """Draws `Payout`: when variable pay is earned and when it is paid."""


def percents(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    points: Drawn[Decimal] | Pair = ...,
) -> st.SearchStrategy[Percent]:
    """Draws `Percent`: a percentage: `Percent(Decimal("3.5"))` is 3.5 %."""


def periods(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    start: Drawn[dt.date] = ...,
    end: Drawn[dt.date] = ...,
) -> st.SearchStrategy[Period]:
    """Draws `Period`: a span of whole days, both ends included."""


def plans(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    kpi: Drawn[str | None] = ...,
    period: Drawn[Period | None] = ...,
    target: Drawn[Quantity | None] = ...,
    targets: Drawn[tuple[Target, ...]] | Pair = ...,
    over_assignment: Drawn[Percent | None] = ...,
    inflow: Drawn[Quantity | None] = ...,
    conversions: Drawn[tuple[Conversion, ...]] | Pair = ...,
    average_deal: Drawn[Quantity | None] = ...,
    past: Drawn[tuple[PastResult, ...]] | Pair = ...,
    analysis: Drawn[str | None] = ...,
    actions: Drawn[tuple[Task, ...]] | Pair = ...,
) -> st.SearchStrategy[Plan]:
    """Draws `Plan`: a sales plan: the target of a KPI and how it divides."""


def portfolios(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    least: Drawn[int | None] | Pair = ...,
    most: Drawn[int | None] | Pair = ...,
    territories: Drawn[tuple[str, ...]] | Pair = ...,
    segments: Drawn[tuple[str, ...]] | Pair = ...,
    condition: Drawn[Condition | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Portfolio]:
    """Draws `Portfolio`: how many and which clients a role may have."""


def price_levels(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    product: Drawn[str | None] = ...,
    segment: Drawn[str | None] = ...,
    list_price: Drawn[Money | None] = ...,
    discount: Drawn[Percent | None] = ...,
    price: Drawn[Money | None] = ...,
    when: Drawn[Condition | None] = ...,
) -> st.SearchStrategy[PriceLevel]:
    """Draws `PriceLevel`: a price that is derived from another: list price less
    discount."""


def procedures(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    stages: Drawn[tuple[str, ...]] | Pair = ...,
    trigger: Drawn[Event | None] = ...,
    steps: Drawn[tuple[Step, ...]] | Pair = ...,
    owner: Drawn[str | None] = ...,
    limit: Drawn[Duration | None] = ...,
    result: Drawn[str | None] = ...,
    control: Drawn[tuple[Control, ...]] | Pair = ...,
) -> st.SearchStrategy[Procedure]:
    """Draws `Procedure`: how a piece of work is done, step by step."""


def products(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Product]:
    """Draws `Product`: a product, service or line of them."""


def prohibitions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    text: Drawn[str] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    stages: Drawn[tuple[str, ...]] | Pair = ...,
    reason: Drawn[str | None] = ...,
    audit: Drawn[str | None] = ...,
    report: Drawn[str | None] = ...,
) -> st.SearchStrategy[Prohibition]:
    """Draws `Prohibition`: something that must not be done."""


def qualification_criteria(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    condition: Drawn[Condition | None] = ...,
    points: Drawn[int | None] | Pair = ...,
    mandatory: Drawn[bool] = ...,
) -> st.SearchStrategy[QualificationCriterion]:
    """Draws `QualificationCriterion`: one question that tells good leads from
    others."""


def qualifications(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    stage: Drawn[str | None] = ...,
    role: Drawn[str | None] = ...,
    criteria: Drawn[tuple[QualificationCriterion, ...]] | Pair = ...,
    threshold: Drawn[int | None] | Pair = ...,
    grades: Drawn[tuple[Grade, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Qualification]:
    """Draws `Qualification`: how leads are judged."""


def quantities(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    amount: Drawn[Decimal] | Pair = ...,
    unit: Drawn[str] = ...,
) -> st.SearchStrategy[Quantity]:
    """Draws `Quantity`: a number with a unit: money, a percentage or something
    counted."""


def ramp_steps(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    month: Drawn[int] | Pair = ...,
    quota: Drawn[Percent | None] = ...,
    pay: Drawn[Percent | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[RampStep]:
    """Draws `RampStep`: what is expected of, and paid to, a newcomer in a month."""


def record_keepings(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    text: Drawn[str | None] = ...,
    system: Drawn[str | None] = ...,
    events: Drawn[tuple[Event, ...]] | Pair = ...,
    within: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[RecordKeeping]:
    """Draws `RecordKeeping`: the rule that everything is logged, and where."""


def recurrences(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    every: Drawn[Cadence] = ...,
    interval: Drawn[int] | Pair = ...,
    weekdays: Drawn[tuple[Weekday, ...]] | Pair = ...,
    month_days: Drawn[tuple[int, ...]] | Pair = ...,
    months: Drawn[tuple[int, ...]] | Pair = ...,
    position: Drawn[int | None] | Pair = ...,
    at: Drawn[ClockTime | None] = ...,
    duration: Drawn[Duration | None] = ...,
    since: Drawn[dt.date | None] = ...,
) -> st.SearchStrategy[Recurrence]:
    """Draws `Recurrence`: a repeating date, in the terms of RFC 5545 recurrence
    rules."""


def regulations(
    language: Language | None = ...,
    *,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    with_pay: bool | None = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    organisation: Drawn[Organisation | None] = ...,
    scope: Drawn[Scope | None] = ...,
    revision: Drawn[Revision | None] = ...,
    earlier_revisions: Drawn[tuple[Revision, ...]] | Pair = ...,
    governance: Drawn[Governance | None] = ...,
    acknowledging: Drawn[Acknowledging | None] = ...,
    acknowledgements: Drawn[tuple[Acknowledgement, ...]] | Pair = ...,
    terms: Drawn[tuple[Term, ...]] | Pair = ...,
    units: Drawn[tuple[CountedUnit, ...]] | Pair = ...,
    strategy: Drawn[Strategy | None] = ...,
    products: Drawn[tuple[Product, ...]] | Pair = ...,
    goals: Drawn[tuple[Goal, ...]] | Pair = ...,
    plans: Drawn[tuple[Plan, ...]] | Pair = ...,
    roles: Drawn[tuple[Role, ...]] | Pair = ...,
    responsibilities: Drawn[tuple[Responsibility, ...]] | Pair = ...,
    trainings: Drawn[tuple[Training, ...]] | Pair = ...,
    consequences: Drawn[tuple[Consequence, ...]] | Pair = ...,
    fields: Drawn[tuple[Field, ...]] | Pair = ...,
    stages: Drawn[tuple[Stage, ...]] | Pair = ...,
    procedures: Drawn[tuple[Procedure, ...]] | Pair = ...,
    qualifications: Drawn[tuple[Qualification, ...]] | Pair = ...,
    loss_reasons: Drawn[tuple[LossReason, ...]] | Pair = ...,
    routings: Drawn[tuple[Routing, ...]] | Pair = ...,
    ownership: Drawn[tuple[OwnershipRule, ...]] | Pair = ...,
    disputes: Drawn[tuple[DisputeRule, ...]] | Pair = ...,
    handovers: Drawn[tuple[Handover, ...]] | Pair = ...,
    next_step: Drawn[NextStep | None] = ...,
    record_keeping: Drawn[RecordKeeping | None] = ...,
    scripts: Drawn[tuple[Script, ...]] | Pair = ...,
    prohibitions: Drawn[tuple[Prohibition, ...]] | Pair = ...,
    documents: Drawn[tuple[DocumentKind, ...]] | Pair = ...,
    consents: Drawn[tuple[Consent, ...]] | Pair = ...,
    stop_lists: Drawn[tuple[StopList, ...]] | Pair = ...,
    tools: Drawn[tuple[Tool, ...]] | Pair = ...,
    access: Drawn[tuple[Access, ...]] | Pair = ...,
    naming: Drawn[tuple[NamingConvention, ...]] | Pair = ...,
    calendars: Drawn[tuple[WorkCalendar, ...]] | Pair = ...,
    activities: Drawn[tuple[Activity, ...]] | Pair = ...,
    budgets: Drawn[tuple[TimeBudget, ...]] | Pair = ...,
    norms: Drawn[tuple[Norm, ...]] | Pair = ...,
    authorities: Drawn[tuple[Authority, ...]] | Pair = ...,
    prices: Drawn[tuple[PriceLevel, ...]] | Pair = ...,
    payment_terms: Drawn[tuple[PaymentTerm, ...]] | Pair = ...,
    exceptions: Drawn[tuple[ExceptionRule, ...]] | Pair = ...,
    pay_plans: Drawn[tuple[PayPlan, ...]] | Pair = ...,
    incentives: Drawn[tuple[Incentive, ...]] | Pair = ...,
    sanctions: Drawn[tuple[Sanction, ...]] | Pair = ...,
    bonus_reductions: Drawn[tuple[BonusReduction, ...]] | Pair = ...,
    kpis: Drawn[tuple[Kpi, ...]] | Pair = ...,
    reports: Drawn[tuple[Report, ...]] | Pair = ...,
    meetings: Drawn[tuple[Meeting, ...]] | Pair = ...,
    audits: Drawn[tuple[Audit, ...]] | Pair = ...,
    escalations: Drawn[tuple[Escalation, ...]] | Pair = ...,
    feedback: Drawn[tuple[Feedback, ...]] | Pair = ...,
    forecast: Drawn[Forecast | None] = ...,
    improvements: Drawn[tuple[ImprovementRule, ...]] | Pair = ...,
    annexes: Drawn[tuple[Annex, ...]] | Pair = ...,
    waivers: Drawn[tuple[Waiver, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Regulation]:
    """Draws `Regulation`: a sales regulation."""


def reports(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    author: Drawn[str | None] = ...,
    recipients: Drawn[tuple[str, ...]] | Pair = ...,
    every: Drawn[Recurrence | None] = ...,
    deadline: Drawn[Deadline | None] = ...,
    kpis: Drawn[tuple[str, ...]] | Pair = ...,
    source: Drawn[str | None] = ...,
    effort: Drawn[Duration | None] = ...,
    contents: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[Report]:
    """Draws `Report`: a report that somebody gets regularly."""


def responsibilities(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    responsible: Drawn[tuple[str, ...]] | Pair = ...,
    accountable: Drawn[tuple[str, ...]] | Pair = ...,
    consulted: Drawn[tuple[str, ...]] | Pair = ...,
    informed: Drawn[tuple[str, ...]] | Pair = ...,
    stage: Drawn[str | None] = ...,
    procedure: Drawn[str | None] = ...,
    document: Drawn[str | None] = ...,
) -> st.SearchStrategy[Responsibility]:
    """Draws `Responsibility`: one row of the responsibility matrix (RACI)."""


def revisions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    number: Drawn[str] = ...,
    in_force_from: Drawn[dt.date | None] = ...,
    in_force_to: Drawn[dt.date | None] = ...,
    reason: Drawn[str | None] = ...,
    approval: Drawn[Approval | None] = ...,
    running_deals: Drawn[Literal["keep", "move"] | None] = ...,
    registration: Drawn[str | None] = ...,
) -> st.SearchStrategy[Revision]:
    """Draws `Revision`: an edition of the regulation and the time it is in force."""


def roles(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    purpose: Drawn[str | None] = ...,
    duties: Drawn[tuple[Duty, ...]] | Pair = ...,
    functions: Drawn[tuple[str, ...]] | Pair = ...,
    rights: Drawn[tuple[str, ...]] | Pair = ...,
    skills: Drawn[tuple[str, ...]] | Pair = ...,
    knowledge: Drawn[tuple[str, ...]] | Pair = ...,
    results: Drawn[tuple[str, ...]] | Pair = ...,
    headcount: Drawn[int | None] | Pair = ...,
    reports_to: Drawn[str | None] = ...,
    substitutes: Drawn[tuple[Substitution, ...]] | Pair = ...,
    portfolio: Drawn[Portfolio | None] = ...,
    ramp: Drawn[tuple[RampStep, ...]] | Pair = ...,
    career: Drawn[tuple[CareerStep, ...]] | Pair = ...,
    critical: Drawn[bool] = ...,
) -> st.SearchStrategy[Role]:
    """Draws `Role`: a role in the department: a job, not a person."""


def routing_rules(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    when: Drawn[Condition | None] = ...,
    to: Drawn[str | None] = ...,
    how: Drawn[Literal["round_robin", "owner", "territory", "least_loaded", "manual"]] = ...,
    stop: Drawn[bool] = ...,
) -> st.SearchStrategy[RoutingRule]:
    """Draws `RoutingRule`: one rule of a routing; the first that fires decides."""


def routings(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    rules: Drawn[tuple[RoutingRule, ...]] | Pair = ...,
    fallback: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Routing]:
    """Draws `Routing`: how new leads are handed out: an ordered list of rules."""


def sales_strategies(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    summary: Drawn[str | None] = ...,
    market: Drawn[str | None] = ...,
    competitors: Drawn[tuple[Competitor, ...]] | Pair = ...,
    segments: Drawn[tuple[Segment, ...]] | Pair = ...,
    positioning: Drawn[str | None] = ...,
    channels: Drawn[tuple[Channel, ...]] | Pair = ...,
    methods: Drawn[tuple[SellingMethod, ...]] | Pair = ...,
    review: Drawn[Recurrence | None] = ...,
    review_triggers: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[Strategy]:
    """Draws `Strategy`: how the department means to win its market."""


def sanctions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    measure: Drawn[Literal["remark", "reprimand", "dismissal", "fine", "deduction", "other"]] = ...,
    grounds: Drawn[tuple[str, ...]] | Pair = ...,
    amount: Drawn[Money | None] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    procedure: Drawn[str | None] = ...,
    appeal: Drawn[str | None] = ...,
    by: Drawn[str | None] = ...,
) -> st.SearchStrategy[Sanction]:
    """Draws `Sanction`: what follows a breach of duty; a missed target is none."""


def scales(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    tiers: Drawn[tuple[Tier, ...]] | Pair = ...,
    mode: Drawn[Literal["whole", "marginal", "linear"] | None] = ...,
    base: Drawn[Literal["result", "target_pay", "fixed_pay", "revenue", "margin"]] = ...,
    floor: Drawn[Money | None] = ...,
    cap: Drawn[Quantity | None] = ...,
) -> st.SearchStrategy[Scale]:
    """Draws `Scale`: pay by tiers of one result."""


def scopes(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    purpose: Drawn[str | None] = ...,
    applies_to: Drawn[tuple[str, ...]] | Pair = ...,
    units: Drawn[tuple[str, ...]] | Pair = ...,
    excludes: Drawn[tuple[str, ...]] | Pair = ...,
    excluded_units: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Scope]:
    """Draws `Scope`: what the regulation is for and whom it binds."""


def script_branches(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    says: Drawn[str] = ...,
    then: Drawn[str | None] = ...,
) -> st.SearchStrategy[ScriptBranch]:
    """Draws `ScriptBranch`: what to say in one turn of a conversation."""


def scripts(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    stage: Drawn[str | None] = ...,
    channel: Drawn[str | None] = ...,
    opening: Drawn[str | None] = ...,
    branches: Drawn[tuple[ScriptBranch, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Script]:
    """Draws `Script`: the wording of a call, a letter or a meeting."""


def segments(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    condition: Drawn[Condition | None] = ...,
    needs: Drawn[tuple[str, ...]] | Pair = ...,
    target: Drawn[bool] = ...,
) -> st.SearchStrategy[Segment]:
    """Draws `Segment`: a group of clients with like needs."""


def selling_methods(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    channels: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[SellingMethod]:
    """Draws `SellingMethod`: a way of selling that the department uses."""


def split_shares(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    role: Drawn[str] = ...,
    share: Drawn[Percent] = ...,
    part: Drawn[str | None] = ...,
) -> st.SearchStrategy[SplitShare]:
    """Draws `SplitShare`: one role's part of a shared result."""


def splits(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    shares: Drawn[tuple[SplitShare, ...]] | Pair = ...,
    when: Drawn[Condition | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Split]:
    """Draws `Split`: how the credit for one deal divides."""


def stages(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    kind: Drawn[Literal["initial", "work", "paused", "won", "lost"]] = ...,
    text: Drawn[str | None] = ...,
    owner: Drawn[str | None] = ...,
    participants: Drawn[tuple[str, ...]] | Pair = ...,
    entry: Drawn[tuple[Criterion, ...]] | Pair = ...,
    exit: Drawn[tuple[Criterion, ...]] | Pair = ...,
    required_fields: Drawn[tuple[str, ...]] | Pair = ...,
    norm: Drawn[TimeNorm | None] = ...,
    deadlines: Drawn[tuple[Deadline, ...]] | Pair = ...,
    attempts: Drawn[Attempts | None] = ...,
    probability: Drawn[Percent | None] = ...,
    forecast: Drawn[str | None] = ...,
    control: Drawn[tuple[Control, ...]] | Pair = ...,
    transitions: Drawn[tuple[Transition, ...]] | Pair = ...,
    numbered: Drawn[bool] = ...,
) -> st.SearchStrategy[Stage]:
    """Draws `Stage`: a stage of the pipeline."""


def steps(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    role: Drawn[str | None] = ...,
    text: Drawn[str | None] = ...,
    activity: Drawn[str | None] = ...,
    inputs: Drawn[tuple[str, ...]] | Pair = ...,
    outputs: Drawn[tuple[str, ...]] | Pair = ...,
    fields: Drawn[tuple[str, ...]] | Pair = ...,
    script: Drawn[str | None] = ...,
    tool: Drawn[str | None] = ...,
    limit: Drawn[Duration | None] = ...,
    deadline: Drawn[Deadline | None] = ...,
    after: Drawn[tuple[str, ...]] | Pair = ...,
    branches: Drawn[tuple[Branch, ...]] | Pair = ...,
) -> st.SearchStrategy[Step]:
    """Draws `Step`: one action of a procedure."""


def stop_lists(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    text: Drawn[str | None] = ...,
    kept_in: Drawn[str | None] = ...,
    checked_before: Drawn[Event | None] = ...,
    keeper: Drawn[str | None] = ...,
) -> st.SearchStrategy[StopList]:
    """Draws `StopList`: clients who must not be contacted."""


def substitutions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    by: Drawn[str] = ...,
    when: Drawn[str | None] = ...,
    appointed_by: Drawn[str | None] = ...,
    by_order: Drawn[bool] = ...,
    credit: Drawn[Percent | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Substitution]:
    """Draws `Substitution`: who stands in when a role is absent."""


def targets(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    value: Drawn[Quantity] = ...,
    period: Drawn[Period | None] = ...,
    role: Drawn[str | None] = ...,
    headcount: Drawn[int] | Pair = ...,
    person: Drawn[str | None] = ...,
    product: Drawn[str | None] = ...,
    segment: Drawn[str | None] = ...,
    weight: Drawn[Percent | None] = ...,
) -> st.SearchStrategy[Target]:
    """Draws `Target`: one line of a plan."""


def tasks(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    title: Drawn[str] = ...,
    owner: Drawn[str | None] = ...,
    due: Drawn[dt.date | None] = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[Task]:
    """Draws `Task`: something to be done by a date."""


def terms(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    definition: Drawn[str] = ...,
    abbreviation: Drawn[str | None] = ...,
    formula: Drawn[Expression | None] = ...,
    see: Drawn[tuple[str, ...]] | Pair = ...,
) -> st.SearchStrategy[Term]:
    """Draws `Term`: an entry of the glossary."""


def tiers(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    start: Drawn[Quantity] = ...,
    end: Drawn[Quantity | None] = ...,
    end_included: Drawn[bool] = ...,
    rate: Drawn[Percent | None] = ...,
    amount: Drawn[Money | None] = ...,
    rate_at_end: Drawn[Percent | None] = ...,
    amount_at_end: Drawn[Money | None] = ...,
    title: Drawn[str | None] = ...,
) -> st.SearchStrategy[Tier]:
    """Draws `Tier`: one step of a scale, half-open: `start` belongs to it, `end` does
    not."""


def time_budgets(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    activity: Drawn[str | None] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    amount: Drawn[Duration | None] = ...,
    least: Drawn[Duration | None] = ...,
    most: Drawn[Duration | None] = ...,
    per: Drawn[Literal["day", "week", "month"]] = ...,
    window: Drawn[Window | None] = ...,
    mandatory: Drawn[bool] = ...,
    overlaps: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[TimeBudget]:
    """Draws `TimeBudget`: how much time an activity gets."""


def time_norms(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    limit: Drawn[Duration] = ...,
    target: Drawn[Duration | None] = ...,
) -> st.SearchStrategy[TimeNorm]:
    """Draws `TimeNorm`: how long something may take."""


def tools(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    kind: Drawn[Literal["crm", "telephony", "mail", "messenger", "storage", "analytics", "other"]] = ...,
    text: Drawn[str | None] = ...,
    records_calls: Drawn[bool] = ...,
    database_country: Drawn[str | None] = ...,
    missed_call: Drawn[Deadline | None] = ...,
) -> st.SearchStrategy[Tool]:
    """Draws `Tool`: a system that the work is done in."""


def trainings(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    programme: Drawn[tuple[str, ...]] | Pair = ...,
    hours: Drawn[Duration | None] = ...,
    within: Drawn[Duration | None] = ...,
    every: Drawn[Recurrence | None] = ...,
    trainer: Drawn[str | None] = ...,
    certification: Drawn[Certification | None] = ...,
) -> st.SearchStrategy[Training]:
    """Draws `Training`: a training and who must take it."""


def transitions(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    to: Drawn[str] = ...,
    when: Drawn[Condition | None] = ...,
    text: Drawn[str | None] = ...,
    by: Drawn[tuple[str, ...]] | Pair = ...,
    comment: Drawn[bool] = ...,
    most: Drawn[int | None] | Pair = ...,
) -> st.SearchStrategy[Transition]:
    """Draws `Transition`: a move of a deal to another stage."""


def waivers(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    code: Drawn[str] = ...,
    path: Drawn[str] = ...,
    reason: Drawn[str] = ...,
    author: Drawn[str] = ...,
    until: Drawn[dt.date | None] = ...,
) -> st.SearchStrategy[Waiver]:
    """Draws `Waiver`: one finding of a check that the regulation lets stand,
    knowingly."""


def windows(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    start: Drawn[ClockTime] = ...,
    end: Drawn[ClockTime] = ...,
) -> st.SearchStrategy[Window]:
    """Draws `Window`: a part of the day; it runs over midnight when it ends before it
    starts."""


def work_calendars(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    key: Drawn[str] = ...,
    title: Drawn[str] = ...,
    time_zone: Drawn[str] = ...,
    week: Drawn[tuple[WorkDays, ...]] | Pair = ...,
    country: Drawn[str | None] = ...,
    subdivision: Drawn[str | None] = ...,
    exceptions: Drawn[tuple[DayException, ...]] | Pair = ...,
    shorter_before_holiday: Drawn[Duration | None] = ...,
    first_year: Drawn[int | None] | Pair = ...,
    last_year: Drawn[int | None] | Pair = ...,
    roles: Drawn[tuple[str, ...]] | Pair = ...,
    text: Drawn[str | None] = ...,
) -> st.SearchStrategy[WorkCalendar]:
    """Draws `WorkCalendar`: the working time of a team."""


def work_days(
    *,
    language: Language | None = ...,
    size: Extent = ...,
    texts: Texts = ...,
    dangling: bool = ...,
    days: Drawn[tuple[Weekday, ...]] | Pair = ...,
    window: Drawn[Window] = ...,
    breaks: Drawn[tuple[Break, ...]] | Pair = ...,
) -> st.SearchStrategy[WorkDays]:
    """Draws `WorkDays`: the hours of some days of the week."""
