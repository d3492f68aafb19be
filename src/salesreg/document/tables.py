"""Which classes stand in tables, and which fields make the columns.

A column without a value in any row is left out; a field without a column of
its own goes to the last column, the notes. So no fact of a row is lost.
"""

from __future__ import annotations

from collections.abc import Mapping

COLUMNS: Mapping[str, Mapping[str, int]] = {
    # Class: field and weight of its column.
    "Term": {"title": 3, "abbreviation": 2, "definition": 7, "formula": 4, "see": 2},
    "CountedUnit": {"key": 2, "one": 2, "few": 2, "many": 2},
    "Product": {"title": 3, "text": 7},
    "Competitor": {"title": 2, "strengths": 4, "response": 4},
    "Target": {
        "period": 3,
        "role": 3,
        "person": 3,
        "product": 3,
        "segment": 3,
        "headcount": 2,
        "value": 3,
        "weight": 2,
    },
    "PastResult": {"period": 2, "value": 2, "note": 4},
    "Conversion": {"start": 4, "end": 4, "rate": 2},
    "Task": {"title": 5, "owner": 3, "due": 3, "text": 4},
    "RampStep": {"month": 1, "quota": 2, "pay": 2, "text": 5},
    "LossReason": {"title": 4, "kind": 2, "stages": 4, "comment": 2},
    "Field": {"title": 3, "type": 2, "choices": 3, "filled_by": 3, "filled_at": 3},
    "Step": {"title": 5, "role": 3, "inputs": 3, "outputs": 3, "limit": 3},
    "Activity": {"title": 3, "text": 5, "includes": 3, "channel": 2},
    "TimeBudget": {
        "title": 4,
        "roles": 3,
        "amount": 2,
        "least": 2,
        "most": 2,
        "per": 2,
        "window": 2,
    },
    "Norm": {"title": 4, "roles": 3, "count": 2, "per": 2, "unit_time": 2},
    "Access": {"roles": 3, "tool": 2, "level": 2, "what": 3},
    "PriceLevel": {
        "title": 3,
        "product": 3,
        "list_price": 2,
        "discount": 2,
        "price": 2,
    },
    "AuthorityBand": {"role": 4, "band": 4, "when": 3},
    "ApprovalStep": {"role": 4, "within": 3, "silence": 3},
    "EscalationLevel": {"after": 2, "to": 3, "action": 5},
    "WorkDays": {"days": 4, "window": 2, "breaks": 4},
    "DayException": {"date": 3, "kind": 2, "window": 2, "reason": 4},
    "QualificationCriterion": {"title": 4, "condition": 4, "points": 1, "mandatory": 2},
    "Grade": {"title": 2, "least": 2, "condition": 3, "text": 4},
    "RoutingRule": {"title": 4, "when": 4, "to": 2, "how": 2},
    "SplitShare": {"role": 4, "part": 4, "share": 2},
    "ForecastCategory": {"title": 2, "text": 5, "weight": 2},
    "Tier": {
        "start": 2,
        "end": 2,
        "rate": 2,
        "amount": 2,
        "rate_at_end": 2,
        "amount_at_end": 2,
        "title": 3,
    },
}

NUMBERED = frozenset({"Step", "RoutingRule"})
"""Classes whose rows are numbered, because their order is a rule."""

RIGHT = frozenset(
    # Columns of numbers line up at the right.
    {
        "value",
        "weight",
        "rate",
        "amount",
        "rate_at_end",
        "amount_at_end",
        "quota",
        "pay",
        "count",
        "points",
        "price",
        "list_price",
        "discount",
        "share",
        "headcount",
    }
)
