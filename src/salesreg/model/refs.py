"""References: a fact is stated once, and everything else names it by key."""

from __future__ import annotations

from typing import Annotated

from salesreg.constraints import Refers
from salesreg.values.condition import FieldRef
from salesreg.values.event import ActivityRef, DocumentRef, StageRef
from salesreg.values.expression import KpiRef

AnnexRef = Annotated[str, Refers("Annex")]
AuditRef = Annotated[str, Refers("Audit")]
BudgetRef = Annotated[str, Refers("TimeBudget")]
ChannelRef = Annotated[str, Refers("Channel")]
ComponentRef = Annotated[str, Refers("Incentive")]
ForecastRef = Annotated[str, Refers("ForecastCategory")]
GoalRef = Annotated[str, Refers("Goal")]
GradeRef = Annotated[str, Refers("Grade")]
MeetingRef = Annotated[str, Refers("Meeting")]
ProcedureRef = Annotated[str, Refers("Procedure")]
ProductRef = Annotated[str, Refers("Product")]
ReportRef = Annotated[str, Refers("Report")]
RoleRef = Annotated[str, Refers("Role")]
ScriptRef = Annotated[str, Refers("Script")]
SegmentRef = Annotated[str, Refers("Segment")]
StepRef = Annotated[str, Refers("Step")]
TermRef = Annotated[str, Refers("Term")]
ToolRef = Annotated[str, Refers("Tool")]
TrainingRef = Annotated[str, Refers("Training")]

__all__ = [
    "ActivityRef",
    "AnnexRef",
    "AuditRef",
    "BudgetRef",
    "ChannelRef",
    "ComponentRef",
    "DocumentRef",
    "FieldRef",
    "ForecastRef",
    "GoalRef",
    "GradeRef",
    "KpiRef",
    "MeetingRef",
    "ProcedureRef",
    "ProductRef",
    "ReportRef",
    "RoleRef",
    "ScriptRef",
    "SegmentRef",
    "StageRef",
    "StepRef",
    "TermRef",
    "ToolRef",
    "TrainingRef",
]
