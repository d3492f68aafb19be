"""A report as JSON: what `CheckReport.to_dict` returns.

Why other files could not be checked is one more object, whose only content is
`problems`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from salesreg.checks.report import FORMAT, CheckReport
from salesreg.errors import Problem


def render(*reports: CheckReport, problems: Sequence[Problem] = ()) -> str:
    """Return a report as one JSON object; several reports as an array of them."""
    made = [report.to_dict() for report in reports]
    if problems:
        told = [problem.to_dict() for problem in problems]
        made.append({"format": FORMAT, "problems": told})
    data = made[0] if len(made) == 1 else made
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
