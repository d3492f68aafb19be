"""The regulation: the root that holds everything."""

from __future__ import annotations

from typing import Literal

from salesreg.constraints import Key, Text, Title
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
from salesreg.model.outputs import Outputs
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
from salesreg.record import record
from salesreg.values.calendar import WorkCalendar

Language = Literal["ru", "en"]


@record
class Regulation(Outputs):
    """A sales regulation.

    Attributes:
        key: Identity: the stem of file names.
        title: What the document is called.
        language: Language of its texts and of the documents made from it.
        organisation: Who issues it.
        scope: What it is for and whom it binds.
        revision: The edition and its time in force.
        earlier_revisions: Editions before this one.
        governance: Who keeps, explains and changes it.
        acknowledging: How people confirm that they know it.
        acknowledgements: Confirmations given so far.
        terms: Glossary.
        units: Units of counting with names of their own.
        strategy: How the department means to win its market.
        products: What is sold.
        goals: What is to be reached.
        plans: Targets and how they divide.
        roles: Who works in the department.
        responsibilities: Who answers for what (RACI).
        trainings: What people learn.
        consequences: What follows when results stay away.
        fields: Fields of a deal in the CRM.
        stages: The pipeline.
        procedures: How work is done.
        qualifications: How leads are judged.
        loss_reasons: Why deals are lost.
        routings: Who gets a lead.
        ownership: Who keeps a client.
        disputes: How conflicts over clients are settled.
        handovers: How clients pass from role to role.
        next_step: The rule that every deal has a next step.
        record_keeping: The rule that everything is logged.
        scripts: What is said.
        prohibitions: What must not be done.
        documents: Kinds of documents.
        consents: Consents that are needed.
        stop_lists: Clients who must not be contacted.
        tools: Systems that are used.
        access: Who may see or change what.
        naming: How things are named.
        calendars: Working time of the teams; the first is the default.
        activities: Kinds of work that take time.
        budgets: How much time they get.
        norms: How much work is expected.
        authorities: Who may grant what.
        prices: Prices derived from others.
        payment_terms: When clients pay.
        exceptions: Who may allow departures.
        pay_plans: How people are paid.
        incentives: Rewards outside the pay plans.
        sanctions: What follows a breach of duty.
        bonus_reductions: When a bonus is lowered.
        kpis: What is measured.
        reports: What is reported.
        meetings: What is met about.
        audits: What is checked.
        escalations: Who is told when something stays undone.
        feedback: How clients are asked.
        forecast: How the forecast is made.
        improvements: Which results make the regulation change.
        annexes: Forms, lists, checklists.
        waivers: Findings of checks that are let stand.
        text: What else to say, at the end of the general provisions.
    """

    key: Key
    title: Title
    language: Language = "ru"
    organisation: Organisation | None = None
    scope: Scope | None = None
    revision: Revision | None = None
    earlier_revisions: tuple[Revision, ...] = ()
    governance: Governance | None = None
    acknowledging: Acknowledging | None = None
    acknowledgements: tuple[Acknowledgement, ...] = ()
    terms: tuple[Term, ...] = ()
    units: tuple[CountedUnit, ...] = ()
    strategy: Strategy | None = None
    products: tuple[Product, ...] = ()
    goals: tuple[Goal, ...] = ()
    plans: tuple[Plan, ...] = ()
    roles: tuple[Role, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    trainings: tuple[Training, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    fields: tuple[Field, ...] = ()
    stages: tuple[Stage, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    loss_reasons: tuple[LossReason, ...] = ()
    routings: tuple[Routing, ...] = ()
    ownership: tuple[OwnershipRule, ...] = ()
    disputes: tuple[DisputeRule, ...] = ()
    handovers: tuple[Handover, ...] = ()
    next_step: NextStep | None = None
    record_keeping: RecordKeeping | None = None
    scripts: tuple[Script, ...] = ()
    prohibitions: tuple[Prohibition, ...] = ()
    documents: tuple[DocumentKind, ...] = ()
    consents: tuple[Consent, ...] = ()
    stop_lists: tuple[StopList, ...] = ()
    tools: tuple[Tool, ...] = ()
    access: tuple[Access, ...] = ()
    naming: tuple[NamingConvention, ...] = ()
    calendars: tuple[WorkCalendar, ...] = ()
    activities: tuple[Activity, ...] = ()
    budgets: tuple[TimeBudget, ...] = ()
    norms: tuple[Norm, ...] = ()
    authorities: tuple[Authority, ...] = ()
    prices: tuple[PriceLevel, ...] = ()
    payment_terms: tuple[PaymentTerm, ...] = ()
    exceptions: tuple[ExceptionRule, ...] = ()
    pay_plans: tuple[PayPlan, ...] = ()
    incentives: tuple[Incentive, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    bonus_reductions: tuple[BonusReduction, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    reports: tuple[Report, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    audits: tuple[Audit, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    forecast: Forecast | None = None
    improvements: tuple[ImprovementRule, ...] = ()
    annexes: tuple[Annex, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    text: Text | None = None
