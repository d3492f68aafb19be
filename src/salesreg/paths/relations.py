"""How a role stands to what names it: the one table of references to roles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Relation = Literal[
    "itself", "responsible", "performer", "paid", "controlled", "mentioned"
]
"""How a role stands to a place of the regulation.

"itself": it is the role's own description. "responsible": it answers for it or
decides. "performer": it does the work, takes part, keeps the rule. "paid": it
earns by it. "controlled": it is measured, audited or bound by it.
"mentioned": it is told of it, or only named.
"""

_FIELDS: Mapping[Relation, str] = {
    "responsible": """
        Stage.owner Procedure.owner Goal.owner Target.role Responsibility.accountable
        Governance.owner Governance.interpreter DisputeRule.deciders Payout.dispute_to
        DocumentKind.approvers DocumentKind.signers StopList.keeper AuthorityBand.role
        ExceptionRule.granted_by Kpi.owner Meeting.owner Feedback.owner
        ImprovementRule.owner
    """,
    "performer": """
        Stage.participants Step.role Control.by Transition.by Qualification.role
        Field.filled_by RoutingRule.to Routing.fallback Handover.giver Handover.receiver
        Task.owner Substitution.by Substitution.appointed_by Responsibility.responsible
        Training.roles Training.trainer Certification.examiner Consequence.by
        WorkCalendar.roles TimeBudget.roles Norm.roles DocumentKind.author Access.roles
        ApprovalStep.role Authority.requesters Sanction.by Report.author
        Meeting.participants Audit.auditor EscalationLevel.to Forecast.author
        Governance.amended_by Acknowledging.roles
    """,
    "paid": "PayPlan.roles Incentive.roles SplitShare.role BonusReduction.roles",
    "controlled": """
        Prohibition.roles Consequence.roles Sanction.roles Kpi.roles Audit.audited
        Scope.applies_to
    """,
    "mentioned": """
        Role.reports_to CareerStep.to Responsibility.consulted Responsibility.informed
        Report.recipients Forecast.recipient Scope.excludes Acknowledgement.role
    """,
}

RELATIONS: Mapping[str, Relation] = MappingProxyType(
    {name: relation for relation, names in _FIELDS.items() for name in names.split()}
)
"""The relation of a role to what names it, by class and field: "Stage.owner"."""

EVERYONE: Mapping[str, str] = MappingProxyType(
    {
        "Scope": "applies_to",
        "Acknowledging": "roles",
        "Training": "roles",
        "Consequence": "roles",
        "Prohibition": "roles",
        "WorkCalendar": "roles",
        "TimeBudget": "roles",
        "Norm": "roles",
        "Sanction": "roles",
        "BonusReduction": "roles",
    }
)
"""Classes whose field of roles means every role when it is empty, and the field."""

WHOEVER_SELLS = (
    "next_step",
    "record_keeping",
    "ownership",
    "consents",
    "stop_lists",
    "naming",
)
"""Rules of work with clients that name nobody: who works at a stage keeps them."""

MEANS = frozenset(
    {"Activity", "Annex", "DocumentKind", "Field", "Kpi", "Script", "Tool"}
)
"""Classes of things that a rule is not understood without: they come with it."""
