"""A report as JSON: what `CheckReport.to_dict` returns."""

from __future__ import annotations

import json

from salesreg.checks.report import CheckReport


def render(*reports: CheckReport) -> str:
    """Return a report as one JSON object; several reports as an array of them."""
    made = [report.to_dict() for report in reports]
    data = made[0] if len(made) == 1 else made
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
