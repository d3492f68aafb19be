"""A step for each field of a regulation, which takes shorthands.

Written by `python -m salesreg.build.generate` from the model; do not edit.
"""

# Decorators put the bodies in; names and docs are the model's.
# mypy: disable-error-code="empty-body"
# pyright: reportReturnType=false
# ruff: noqa

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal, Self

from salesreg.build._types import (
    ActivityKey,
    AnnexKey,
    ApprovalLike,
    ApprovalStepLike,
    AttemptsLike,
    AuditKey,
    AuthorityBandLike,
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
    SegmentKey,
    SegmentLike,
    SellingMethodLike,
    SplitLike,
    StageKey,
    StepLike,
    SubstitutionLike,
    TargetLike,
    TaskLike,
    TermKey,
    TimeBudgetKey,
    TimeNormLike,
    ToolKey,
    TransitionLike,
    WorkDaysLike,
)
from salesreg.build.chain import Chain
from salesreg.build.take import adds
from salesreg.model.conduct import (
    Access,
    Consent,
    DocumentKind,
    NamingConvention,
    Prohibition,
    Script,
    StopList,
    Tool,
)
from salesreg.model.control import (
    Audit,
    CountedUnit,
    Escalation,
    Feedback,
    Forecast,
    ImprovementRule,
    Kpi,
    Meeting,
    Report,
)
from salesreg.model.frame import (
    Acknowledgement,
    Acknowledging,
    Annex,
    Governance,
    Organisation,
    Revision,
    Scope,
    Term,
    Waiver,
)
from salesreg.model.limits import Authority, ExceptionRule, PaymentTerm, PriceLevel
from salesreg.model.ownership import (
    DisputeRule,
    Handover,
    NextStep,
    OwnershipRule,
    RecordKeeping,
    Routing,
)
from salesreg.model.pay import BonusReduction, Incentive, PayPlan, Sanction
from salesreg.model.people import Consequence, Responsibility, Role, Training
from salesreg.model.process import Field, LossReason, Procedure, Qualification, Stage
from salesreg.model.strategy import Goal, Plan, Product, Strategy
from salesreg.model.time import Activity, Norm, TimeBudget
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.calendar import WorkCalendar
from salesreg.values.period import Period
from salesreg.values.times import Cadence, Duration, Window


class Steps(Chain):
    """The steps of a builder: one for each field of a regulation."""

    __slots__ = ()

    @adds("organisation", Organisation)
    def organisation(
        self,
        title: str,
        *,
        short: str | None = None,
        department: str | None = None,
        city: str | None = None,
    ) -> Self:
        """The company, or the part of it, that issues the regulation.

        Args:
            title: Full name, as on letterheads.
            short: Short name for running heads.
            department: The department that works by the regulation.
            city: Where the regulation is issued.
        """

    @adds("scope", Scope)
    def scope(
        self,
        purpose: str | None = None,
        *,
        applies_to: Iterable[RoleKey] = (),
        units: Iterable[str] = (),
        excludes: Iterable[RoleKey] = (),
        excluded_units: Iterable[str] = (),
        text: str | None = None,
    ) -> Self:
        """What the regulation is for and whom it binds.

        Args:
            purpose: Why the regulation exists.
            applies_to: Roles that are bound by it; every role when empty.
            units: Units, products or territories that it covers.
            excludes: Roles that are not bound by it.
            excluded_units: Units, products or territories that it leaves out.
            text: What else to say of the scope.
        """

    @adds("revision", Revision)
    def revision(
        self,
        number: str,
        *,
        in_force_from: dt.date | str | None = None,
        in_force_to: dt.date | str | None = None,
        reason: str | None = None,
        approval: ApprovalLike | None = None,
        running_deals: Literal["keep", "move"] | None = None,
        registration: str | None = None,
    ) -> Self:
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

    @adds("earlier_revisions", Revision)
    def earlier_revision(
        self,
        number: str,
        *,
        in_force_from: dt.date | str | None = None,
        in_force_to: dt.date | str | None = None,
        reason: str | None = None,
        approval: ApprovalLike | None = None,
        running_deals: Literal["keep", "move"] | None = None,
        registration: str | None = None,
    ) -> Self:
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

    @adds("governance", Governance)
    def governance(
        self,
        owner: RoleKey | None = None,
        *,
        interpreter: RoleKey | None = None,
        amended_by: Iterable[RoleKey] = (),
        review: RecurrenceLike | None = None,
        next_review: dt.date | str | None = None,
        review_triggers: Iterable[str] = (),
        text: str | None = None,
    ) -> Self:
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

    @adds("acknowledging", Acknowledging)
    def acknowledging(
        self,
        method: Literal["signature", "initials", "electronic", "quiz"] = "signature",
        *,
        within: Duration | str | None = None,
        roles: Iterable[RoleKey] = (),
        text: str | None = None,
    ) -> Self:
        """How people confirm that they know the regulation.

        Args:
            method: How it is confirmed.
            within: How soon after an edition comes into force, or after hiring.
            roles: Who confirms; every role when empty.
            text: What else to say of it.
        """

    @adds("acknowledgements", Acknowledgement)
    def acknowledgement(
        self,
        name: str,
        *,
        role: RoleKey,
        revision: str,
        date: dt.date | str,
    ) -> Self:
        """One person's confirmation of one revision.

        Args:
            name: Who confirmed.
            role: Key of the person's role.
            revision: Number of the revision confirmed.
            date: When.
        """

    @adds("terms", Term)
    def term(
        self,
        key: str,
        *,
        title: str,
        definition: str,
        abbreviation: str | None = None,
        formula: ExpressionLike | None = None,
        see: Iterable[TermKey] = (),
    ) -> Self:
        """An entry of the glossary.

        Args:
            key: Identity.
            title: The term.
            definition: What it means here.
            abbreviation: Its short form.
            formula: How it is calculated, when it is a number.
            see: Related terms.
        """

    @adds("units", CountedUnit)
    def unit(
        self,
        key: str,
        *,
        one: str,
        few: str | None = None,
        many: str,
    ) -> Self:
        """A unit of counting with a name of its own: points, forms, demos.

        Args:
            key: Identity, as quantities write it.
            one: Its name beside 1.
            few: Its name beside 2 in languages that have such a form (Russian).
            many: Its name beside 5.
        """

    @adds("strategy", Strategy)
    def strategy(
        self,
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
    ) -> Self:
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

    @adds("products", Product)
    def product(
        self,
        key: str,
        *,
        title: str,
        text: str | None = None,
    ) -> Self:
        """A product, service or line of them.

        Args:
            key: Identity.
            title: What it is called.
            text: What it is.
        """

    @adds("goals", Goal)
    def goal(
        self,
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
    ) -> Self:
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

    @adds("plans", Plan)
    def plan(
        self,
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
    ) -> Self:
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

    @adds("roles", Role)
    def role(
        self,
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
    ) -> Self:
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

    @adds("responsibilities", Responsibility)
    def responsibility(
        self,
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
    ) -> Self:
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

    @adds("trainings", Training)
    def training(
        self,
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
    ) -> Self:
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

    @adds("consequences", Consequence)
    def consequence(
        self,
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
    ) -> Self:
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

    @adds("fields", Field)
    def field(
        self,
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
    ) -> Self:
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

    @adds("stages", Stage)
    def stage(
        self,
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
    ) -> Self:
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

    @adds("procedures", Procedure)
    def procedure(
        self,
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
    ) -> Self:
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

    @adds("qualifications", Qualification)
    def qualification(
        self,
        key: str,
        *,
        title: str,
        stage: StageKey | None = None,
        role: RoleKey | None = None,
        criteria: Iterable[QualificationCriterionLike] = (),
        threshold: int | None = None,
        grades: Iterable[GradeLike] = (),
        text: str | None = None,
    ) -> Self:
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

    @adds("loss_reasons", LossReason)
    def loss_reason(
        self,
        key: str,
        *,
        title: str,
        kind: Literal["loss", "disqualification"] = "loss",
        stages: Iterable[StageKey] = (),
        comment: bool = False,
    ) -> Self:
        """Why a deal is lost or a lead is disqualified.

        Args:
            key: Identity.
            title: The reason.
            kind: Of a loss or of a disqualification.
            stages: Stages at which it may be given; all when empty.
            comment: Whether free text is needed beside it.
        """

    @adds("routings", Routing)
    def routing(
        self,
        key: str,
        *,
        title: str,
        rules: Iterable[RoutingRuleLike] = (),
        fallback: RoleKey | None = None,
        text: str | None = None,
    ) -> Self:
        """How new leads are handed out: an ordered list of rules.

        Args:
            key: Identity.
            title: What it is called.
            rules: The rules, in the order they are tried.
            fallback: Role that gets what no rule took.
            text: What else to say of it.
        """

    @adds("ownership", OwnershipRule)
    def ownership(
        self,
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
    ) -> Self:
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

    @adds("disputes", DisputeRule)
    def dispute(
        self,
        key: str,
        *,
        title: str,
        text: str | None = None,
        wins: str | None = None,
        deciders: Iterable[RoleKey] = (),
        within: Duration | str | None = None,
    ) -> Self:
        """How a conflict over a client or a duplicate is settled.

        Args:
            key: Identity.
            title: What the conflict is about.
            text: How it is settled.
            wins: The rule of thumb: who wins by default.
            deciders: Roles that decide.
            within: By when they decide.
        """

    @adds("handovers", Handover)
    def handover(
        self,
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
    ) -> Self:
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

    @adds("next_step", NextStep)
    def next_step(
        self,
        text: str | None = None,
        *,
        field: FieldKey | None = None,
        within: Duration | str | None = None,
        stages: Iterable[StageKey] = (),
        otherwise: StageKey | None = None,
        after: Duration | str | None = None,
    ) -> Self:
        """The rule that every open deal has a next step with a date.

        Args:
            text: The rule in words.
            field: Field of a deal that holds the date.
            within: How far ahead the next step may be at most.
            stages: Stages where it holds; all open ones when empty.
            otherwise: Stage that a deal without a next step moves to.
            after: Time without a next step after which it moves.
        """

    @adds("record_keeping", RecordKeeping)
    def record_keeping(
        self,
        text: str | None = None,
        *,
        system: ToolKey | None = None,
        events: Iterable[EventLike] = (),
        within: Duration | str | None = None,
    ) -> Self:
        """The rule that everything is logged, and where.

        Args:
            text: The rule in words.
            system: The system that is the single truth.
            events: What is logged.
            within: How soon after it happened.
        """

    @adds("scripts", Script)
    def script(
        self,
        key: str,
        *,
        title: str,
        stage: StageKey | None = None,
        channel: ChannelKey | None = None,
        opening: str | None = None,
        branches: Iterable[ScriptBranchLike] = (),
        text: str | None = None,
    ) -> Self:
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

    @adds("prohibitions", Prohibition)
    def prohibition(
        self,
        key: str,
        *,
        text: str,
        roles: Iterable[RoleKey] = (),
        stages: Iterable[StageKey] = (),
        reason: str | None = None,
        audit: AuditKey | None = None,
        report: ReportKey | None = None,
    ) -> Self:
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

    @adds("documents", DocumentKind)
    def document(
        self,
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
    ) -> Self:
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

    @adds("consents", Consent)
    def consent(
        self,
        key: str,
        *,
        title: str,
        subject: Literal[
            "personal_data", "advertising_call", "call_recording", "mailing"
        ],
        before: EventLike | None = None,
        how: str | None = None,
        recorded_in: ToolKey | None = None,
        separate_document: bool = False,
        text: str | None = None,
    ) -> Self:
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

    @adds("stop_lists", StopList)
    def stop_list(
        self,
        key: str,
        *,
        title: str,
        text: str | None = None,
        kept_in: ToolKey | None = None,
        checked_before: EventLike | None = None,
        keeper: RoleKey | None = None,
    ) -> Self:
        """Clients who must not be contacted.

        Args:
            key: Identity.
            title: What it is called.
            text: Who gets on it and who takes people off.
            kept_in: Tool that keeps it.
            checked_before: The event before which it is looked at.
            keeper: Role that keeps it.
        """

    @adds("tools", Tool)
    def tool(
        self,
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
    ) -> Self:
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

    @adds("access", Access)
    def access(
        self,
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
    ) -> Self:
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

    @adds("naming", NamingConvention)
    def naming(
        self,
        key: str,
        *,
        title: str,
        pattern: str,
        example: str | None = None,
        avoid: str | None = None,
    ) -> Self:
        """How things are named in the CRM.

        Args:
            key: Identity.
            title: What is named: a deal, a file.
            pattern: The pattern, with parts in braces: "{client} - {product}".
            example: A name made by it.
            avoid: A name that must not be used.
        """

    @adds("calendars", WorkCalendar)
    def calendar(
        self,
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
    ) -> Self:
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

    @adds("activities", Activity)
    def activity(
        self,
        key: str,
        *,
        title: str,
        text: str | None = None,
        includes: Iterable[ActivityKey] = (),
        channel: ChannelKey | None = None,
    ) -> Self:
        """A kind of work that takes time: calls, mail, meetings.

        Args:
            key: Identity.
            title: What it is called.
            text: What belongs to it.
            includes: Activities that are part of it.
            channel: The channel it uses.
        """

    @adds("budgets", TimeBudget)
    def budget(
        self,
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
    ) -> Self:
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

    @adds("norms", Norm)
    def norm(
        self,
        key: str,
        *,
        title: str,
        roles: Iterable[RoleKey] = (),
        count: int,
        per: Cadence = "day",
        activity: ActivityKey | None = None,
        unit_time: Duration | str | None = None,
        parts: Iterable[NormPartLike] = (),
    ) -> Self:
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

    @adds("authorities", Authority)
    def authority(
        self,
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
    ) -> Self:
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

    @adds("prices", PriceLevel)
    def price(
        self,
        key: str,
        *,
        title: str,
        product: ProductKey | None = None,
        segment: SegmentKey | None = None,
        list_price: Money | str | None = None,
        discount: Percent | str | None = None,
        price: Money | str | None = None,
        when: ConditionLike | None = None,
    ) -> Self:
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

    @adds("payment_terms", PaymentTerm)
    def payment_term(
        self,
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
    ) -> Self:
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

    @adds("exceptions", ExceptionRule)
    def exception(
        self,
        key: str,
        *,
        title: str,
        granted_by: Iterable[RoleKey] = (),
        recorded_in: ToolKey | None = None,
        document: DocumentKindKey | None = None,
        validity: str | None = None,
        within: Duration | str | None = None,
        text: str | None = None,
    ) -> Self:
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

    @adds("pay_plans", PayPlan)
    def pay_plan(
        self,
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
    ) -> Self:
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

    @adds("incentives", Incentive)
    def incentive(
        self,
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
    ) -> Self:
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

    @adds("sanctions", Sanction)
    def sanction(
        self,
        key: str,
        *,
        title: str,
        measure: Literal[
            "remark", "reprimand", "dismissal", "fine", "deduction", "other"
        ],
        grounds: Iterable[str] = (),
        amount: Money | str | None = None,
        roles: Iterable[RoleKey] = (),
        procedure: str | None = None,
        appeal: str | None = None,
        by: RoleKey | None = None,
    ) -> Self:
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

    @adds("bonus_reductions", BonusReduction)
    def bonus_reduction(
        self,
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
    ) -> Self:
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

    @adds("kpis", Kpi)
    def kpi(
        self,
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
    ) -> Self:
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

    @adds("reports", Report)
    def report(
        self,
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
    ) -> Self:
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

    @adds("meetings", Meeting)
    def meeting(
        self,
        key: str,
        *,
        title: str,
        owner: RoleKey | None = None,
        participants: Iterable[RoleKey] = (),
        every: RecurrenceLike | None = None,
        agenda: Iterable[str] = (),
        kpis: Iterable[KpiKey] = (),
        outcome: str | None = None,
    ) -> Self:
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

    @adds("audits", Audit)
    def audit(
        self,
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
    ) -> Self:
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

    @adds("escalations", Escalation)
    def escalation(
        self,
        key: str,
        *,
        title: str,
        trigger: EventLike | None = None,
        stage: StageKey | None = None,
        procedure: ProcedureKey | None = None,
        stops: Iterable[EventLike] = (),
        levels: Iterable[EscalationLevelLike] = (),
        text: str | None = None,
    ) -> Self:
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

    @adds("feedback", Feedback)
    def feedback(
        self,
        key: str,
        *,
        title: str,
        method: str | None = None,
        trigger: EventLike | None = None,
        every: RecurrenceLike | None = None,
        kpi: KpiKey | None = None,
        owner: RoleKey | None = None,
        then: str | None = None,
    ) -> Self:
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

    @adds("forecast", Forecast)
    def forecast(
        self,
        categories: Iterable[ForecastCategoryLike] = (),
        *,
        submitted: RecurrenceLike | None = None,
        author: RoleKey | None = None,
        recipient: RoleKey | None = None,
        report: ReportKey | None = None,
        meeting: MeetingKey | None = None,
        text: str | None = None,
    ) -> Self:
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

    @adds("improvements", ImprovementRule)
    def improvement(
        self,
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
    ) -> Self:
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

    @adds("annexes", Annex)
    def annex(
        self,
        key: str,
        *,
        title: str,
        text: str | None = None,
        document: DocumentKindKey | None = None,
    ) -> Self:
        """An annex: a form, a price list, a checklist.

        Args:
            key: Identity.
            title: What it is called.
            text: What it says.
            document: The kind of document whose form it is.
        """

    @adds("waivers", Waiver)
    def waiver(
        self,
        code: str,
        *,
        path: str,
        reason: str,
        author: str,
        until: dt.date | str | None = None,
    ) -> Self:
        """One finding of a check that the regulation lets stand, knowingly.

        Args:
            code: Code of the check: "TIM03".
            path: JSON Pointer to the finding; keys may stand in place of positions:
                "/roles/manager/duties/0".
            reason: Why it may stand.
            author: Who decided so: a post, or a name.
            until: Last day on which it may; without end when not given.
        """
