"""What evaluation gives, table by table, one class a row.

A class is the only place where a table of results is described: its fields are the
columns, their annotations the types, `Attributes` the meaning. Rules by number, such
as 4.7, are those of the page on evaluation. Moments are in UTC; seconds are working
time unless something else is said.
"""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.results.clocks import (
    DeadlineRow,
    DeadlineStatus,
    EscalationRow,
    Tenure,
    Visit,
)
from salesreg.evaluate.results.measures import Improvement, KpiRow, Progress
from salesreg.evaluate.results.pay import PayLine, PayRow
from salesreg.evaluate.results.people import Done, Spent
from salesreg.evaluate.results.process import (
    AttemptFault,
    Grant,
    MoveFault,
    MoveRule,
    NextStepFault,
)
from salesreg.evaluate.results.row import NotEvaluated, Reason, Row

__all__ = [
    "RESULTS",
    "AttemptFault",
    "DeadlineRow",
    "DeadlineStatus",
    "Done",
    "EscalationRow",
    "Grant",
    "Improvement",
    "KpiRow",
    "MoveFault",
    "MoveRule",
    "NextStepFault",
    "NotEvaluated",
    "PayLine",
    "PayRow",
    "Progress",
    "Reason",
    "Row",
    "Spent",
    "Tenure",
    "Visit",
]

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
