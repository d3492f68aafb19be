"""What may be written where a thing of the model stands.

Written by `python -m salesreg.build.generate` from the model; do not edit.
"""

# ruff: noqa

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from salesreg.build.given import Given
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
from salesreg.values.condition import Condition
from salesreg.values.deadline import Deadline, Due
from salesreg.values.event import Event
from salesreg.values.expression import Expression
from salesreg.values.recurrence import Recurrence
from salesreg.values.scale import Band, Grid, GridRow, Scale, Tier
from salesreg.values.times import Cadence, Duration


Fields: TypeAlias = Mapping[str, object]
"""A dict of fields."""
AccessLike: TypeAlias = "Access | Given[Access] | Fields"
AcknowledgementLike: TypeAlias = "Acknowledgement | Given[Acknowledgement] | Fields"
AcknowledgingLike: TypeAlias = "Acknowledging | Given[Acknowledging] | Fields"
ActivityKey: TypeAlias = "str | Activity | Given[Activity]"
ActivityLike: TypeAlias = "Activity | Given[Activity] | Fields"
AnnexKey: TypeAlias = "str | Annex | Given[Annex]"
AnnexLike: TypeAlias = "Annex | Given[Annex] | Fields"
ApprovalLike: TypeAlias = "Approval | Given[Approval] | Fields | str"
ApprovalStepLike: TypeAlias = "ApprovalStep | Given[ApprovalStep] | Fields | RoleKey"
AttemptsLike: TypeAlias = "Attempts | Given[Attempts] | Fields"
AuditKey: TypeAlias = "str | Audit | Given[Audit]"
AuditLike: TypeAlias = "Audit | Given[Audit] | Fields"
AuthorityBandLike: TypeAlias = "AuthorityBand | Given[AuthorityBand] | Fields"
AuthorityLike: TypeAlias = "Authority | Given[Authority] | Fields"
BandLike: TypeAlias = "Band | Given[Band] | Fields"
BonusReductionLike: TypeAlias = "BonusReduction | Given[BonusReduction] | Fields"
BranchLike: TypeAlias = "Branch | Given[Branch] | Fields | StepKey"
BreakLike: TypeAlias = "Break | Given[Break] | Fields | str"
CareerStepLike: TypeAlias = "CareerStep | Given[CareerStep] | Fields"
CertificationLike: TypeAlias = "Certification | Given[Certification] | Fields | str"
ChannelKey: TypeAlias = "str | Channel | Given[Channel]"
ChannelLike: TypeAlias = "Channel | Given[Channel] | Fields"
ClawbackLike: TypeAlias = "Clawback | Given[Clawback] | Fields"
CompetitorLike: TypeAlias = "Competitor | Given[Competitor] | Fields | str"
ConditionLike: TypeAlias = "Condition | Fields"
ConsentLike: TypeAlias = "Consent | Given[Consent] | Fields"
ConsequenceLike: TypeAlias = "Consequence | Given[Consequence] | Fields"
ControlLike: TypeAlias = "Control | Given[Control] | Fields | str"
ConversionLike: TypeAlias = "Conversion | Given[Conversion] | Fields"
CountedUnitLike: TypeAlias = "CountedUnit | Given[CountedUnit] | Fields"
CriterionLike: TypeAlias = "Criterion | Given[Criterion] | Fields | str"
DayExceptionLike: TypeAlias = "DayException | Given[DayException] | Fields"
DeadlineLike: TypeAlias = "Deadline | Given[Deadline] | Fields"
DisputeRuleLike: TypeAlias = "DisputeRule | Given[DisputeRule] | Fields"
DocumentKindKey: TypeAlias = "str | DocumentKind | Given[DocumentKind]"
DocumentKindLike: TypeAlias = "DocumentKind | Given[DocumentKind] | Fields"
DrawLike: TypeAlias = "Draw | Given[Draw] | Fields | Money | str"
DueLike: TypeAlias = "Due | Given[Due] | Fields | Duration | str"
DutyLike: TypeAlias = "Duty | Given[Duty] | Fields | str"
EscalationLevelLike: TypeAlias = (
    "EscalationLevel | Given[EscalationLevel] | Fields | RoleKey"
)
EscalationLike: TypeAlias = "Escalation | Given[Escalation] | Fields"
EventLike: TypeAlias = "Event | Given[Event] | Fields | str"
ExceptionRuleLike: TypeAlias = "ExceptionRule | Given[ExceptionRule] | Fields"
ExpressionLike: TypeAlias = "Expression | Given[Expression] | Fields"
FeedbackLike: TypeAlias = "Feedback | Given[Feedback] | Fields"
FieldKey: TypeAlias = "str | Field | Given[Field]"
FieldLike: TypeAlias = "Field | Given[Field] | Fields"
ForecastCategoryKey: TypeAlias = "str | ForecastCategory | Given[ForecastCategory]"
ForecastCategoryLike: TypeAlias = "ForecastCategory | Given[ForecastCategory] | Fields"
ForecastLike: TypeAlias = "Forecast | Given[Forecast] | Fields"
GateLike: TypeAlias = "Gate | Given[Gate] | Fields"
GoalKey: TypeAlias = "str | Goal | Given[Goal]"
GoalLike: TypeAlias = "Goal | Given[Goal] | Fields"
GovernanceLike: TypeAlias = "Governance | Given[Governance] | Fields"
GradeLike: TypeAlias = "Grade | Given[Grade] | Fields"
GridRowLike: TypeAlias = "GridRow | Given[GridRow] | Fields"
HandoverLike: TypeAlias = "Handover | Given[Handover] | Fields"
ImprovementRuleLike: TypeAlias = "ImprovementRule | Given[ImprovementRule] | Fields"
IncentiveKey: TypeAlias = "str | Incentive | Given[Incentive]"
IncentiveLike: TypeAlias = "Incentive | Given[Incentive] | Fields"
KpiKey: TypeAlias = "str | Kpi | Given[Kpi]"
KpiLike: TypeAlias = "Kpi | Given[Kpi] | Fields"
LossReasonLike: TypeAlias = "LossReason | Given[LossReason] | Fields"
MeetingKey: TypeAlias = "str | Meeting | Given[Meeting]"
MeetingLike: TypeAlias = "Meeting | Given[Meeting] | Fields"
NamingConventionLike: TypeAlias = "NamingConvention | Given[NamingConvention] | Fields"
NextStepLike: TypeAlias = "NextStep | Given[NextStep] | Fields"
NormLike: TypeAlias = "Norm | Given[Norm] | Fields"
NormPartLike: TypeAlias = "NormPart | Given[NormPart] | Fields"
OrganisationLike: TypeAlias = "Organisation | Given[Organisation] | Fields | str"
OwnershipRuleLike: TypeAlias = "OwnershipRule | Given[OwnershipRule] | Fields"
PastResultLike: TypeAlias = "PastResult | Given[PastResult] | Fields"
PayPlanLike: TypeAlias = "PayPlan | Given[PayPlan] | Fields"
PaymentTermLike: TypeAlias = "PaymentTerm | Given[PaymentTerm] | Fields"
PayoutLike: TypeAlias = "Payout | Given[Payout] | Fields"
PlanLike: TypeAlias = "Plan | Given[Plan] | Fields"
PortfolioLike: TypeAlias = "Portfolio | Given[Portfolio] | Fields"
PriceLevelLike: TypeAlias = "PriceLevel | Given[PriceLevel] | Fields"
ProcedureKey: TypeAlias = "str | Procedure | Given[Procedure]"
ProcedureLike: TypeAlias = "Procedure | Given[Procedure] | Fields"
ProductKey: TypeAlias = "str | Product | Given[Product]"
ProductLike: TypeAlias = "Product | Given[Product] | Fields"
ProhibitionLike: TypeAlias = "Prohibition | Given[Prohibition] | Fields"
QualificationCriterionLike: TypeAlias = (
    "QualificationCriterion | Given[QualificationCriterion] | Fields | str"
)
QualificationLike: TypeAlias = "Qualification | Given[Qualification] | Fields"
RampStepLike: TypeAlias = "RampStep | Given[RampStep] | Fields | int"
RecordKeepingLike: TypeAlias = "RecordKeeping | Given[RecordKeeping] | Fields"
RecurrenceLike: TypeAlias = "Recurrence | Given[Recurrence] | Fields | Cadence"
ReportKey: TypeAlias = "str | Report | Given[Report]"
ReportLike: TypeAlias = "Report | Given[Report] | Fields"
ResponsibilityLike: TypeAlias = "Responsibility | Given[Responsibility] | Fields"
RevisionLike: TypeAlias = "Revision | Given[Revision] | Fields | str"
RoleKey: TypeAlias = "str | Role | Given[Role]"
RoleLike: TypeAlias = "Role | Given[Role] | Fields"
RoutingLike: TypeAlias = "Routing | Given[Routing] | Fields"
RoutingRuleLike: TypeAlias = "RoutingRule | Given[RoutingRule] | Fields | str"
SanctionLike: TypeAlias = "Sanction | Given[Sanction] | Fields"
ScaleOrGridLike: TypeAlias = (
    "Scale | Grid | Given[Scale] | Given[Grid] | Fields | Iterable[TierLike]"
)
ScopeLike: TypeAlias = "Scope | Given[Scope] | Fields"
ScriptBranchLike: TypeAlias = "ScriptBranch | Given[ScriptBranch] | Fields"
ScriptKey: TypeAlias = "str | Script | Given[Script]"
ScriptLike: TypeAlias = "Script | Given[Script] | Fields"
SegmentKey: TypeAlias = "str | Segment | Given[Segment]"
SegmentLike: TypeAlias = "Segment | Given[Segment] | Fields"
SellingMethodLike: TypeAlias = "SellingMethod | Given[SellingMethod] | Fields | str"
SplitLike: TypeAlias = "Split | Given[Split] | Fields"
SplitShareLike: TypeAlias = "SplitShare | Given[SplitShare] | Fields"
StageKey: TypeAlias = "str | Stage | Given[Stage]"
StageLike: TypeAlias = "Stage | Given[Stage] | Fields"
StepKey: TypeAlias = "str | Step | Given[Step]"
StepLike: TypeAlias = "Step | Given[Step] | Fields"
StopListLike: TypeAlias = "StopList | Given[StopList] | Fields"
StrategyLike: TypeAlias = "Strategy | Given[Strategy] | Fields"
SubstitutionLike: TypeAlias = "Substitution | Given[Substitution] | Fields | RoleKey"
TargetLike: TypeAlias = (
    "Target | Given[Target] | Fields | Quantity | Money | Percent | str"
)
TaskLike: TypeAlias = "Task | Given[Task] | Fields | str"
TermKey: TypeAlias = "str | Term | Given[Term]"
TermLike: TypeAlias = "Term | Given[Term] | Fields"
TierLike: TypeAlias = "Tier | Given[Tier] | Fields | Quantity | Money | Percent | str"
TimeBudgetKey: TypeAlias = "str | TimeBudget | Given[TimeBudget]"
TimeBudgetLike: TypeAlias = "TimeBudget | Given[TimeBudget] | Fields"
TimeNormLike: TypeAlias = "TimeNorm | Given[TimeNorm] | Fields | Duration | str"
ToolKey: TypeAlias = "str | Tool | Given[Tool]"
ToolLike: TypeAlias = "Tool | Given[Tool] | Fields"
TrainingLike: TypeAlias = "Training | Given[Training] | Fields"
TransitionLike: TypeAlias = "Transition | Given[Transition] | Fields | StageKey"
WaiverLike: TypeAlias = "Waiver | Given[Waiver] | Fields"
WorkCalendarLike: TypeAlias = "WorkCalendar | Given[WorkCalendar] | Fields"
WorkDaysLike: TypeAlias = "WorkDays | Given[WorkDays] | Fields"
