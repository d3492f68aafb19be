"""The layout of the document: which part of the model stands where.

Order and headings follow the practice of Russian local acts. The layout knows
no language and no wording; it only decides which clause states which field, so
that clause numbers are the same in every output and in every finding.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen
class Part:
    """A field of the regulation and the form it takes in the document.

    Attributes:
        field: Name of the field.
        form: "each": every item is a subsection, its fields are clauses.
            "listed": one subsection, every item is a clause.
            "table": one clause with a table, every item is a row.
            "fields": the fields of a single object are clauses of the section.
            "block": the fields of a single object are clauses of a subsection.
            "text": one clause of prose.
    """

    field: str
    form: Literal["each", "listed", "table", "fields", "block", "text"]


@frozen
class Chapter:
    """A top-level section of the document.

    Attributes:
        key: Identity; its anchor, and the key of its heading.
        parts: What stands in it, in order.
    """

    key: str
    parts: tuple[Part, ...]


def _chapter(key: str, **parts: str) -> Chapter:
    made = tuple(Part(name, form) for name, form in parts.items())  # type: ignore[arg-type]
    return Chapter(key, made)


CHAPTERS: tuple[Chapter, ...] = (
    _chapter("general", scope="fields", text="text"),
    _chapter("glossary", terms="table", units="table"),
    _chapter("strategy", strategy="fields", products="table"),
    _chapter("goals", goals="each", plans="each"),
    _chapter("roles", roles="each"),
    _chapter("responsibility", responsibilities="table"),
    _chapter("learning", trainings="listed", consequences="listed"),
    _chapter(
        "pipeline",
        stages="each",
        qualifications="each",
        loss_reasons="table",
        next_step="block",
        record_keeping="block",
        fields="table",
    ),
    _chapter("procedures", procedures="each"),
    _chapter(
        "clients",
        routings="each",
        ownership="listed",
        disputes="listed",
        handovers="each",
    ),
    _chapter(
        "conduct",
        scripts="each",
        prohibitions="listed",
        consents="listed",
        stop_lists="listed",
    ),
    _chapter(
        "time", calendars="each", activities="table", budgets="table", norms="table"
    ),
    _chapter(
        "means", documents="listed", tools="listed", access="table", naming="listed"
    ),
    _chapter(
        "limits",
        authorities="each",
        prices="table",
        payment_terms="listed",
        exceptions="listed",
    ),
    _chapter(
        "pay",
        pay_plans="each",
        incentives="listed",
        sanctions="listed",
        bonus_reductions="listed",
    ),
    _chapter(
        "control",
        kpis="listed",
        reports="listed",
        meetings="listed",
        audits="listed",
        escalations="listed",
        feedback="listed",
        forecast="block",
        improvements="listed",
    ),
    _chapter(
        "validity",
        governance="fields",
        acknowledging="block",
        revision="block",
        earlier_revisions="listed",
    ),
)

ELSEWHERE = frozenset(
    # On the first page, in the running head, at the end.
    {
        "key",
        "title",
        "language",
        "organisation",
        "acknowledgements",
        "annexes",
        "waivers",
    }
)

TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    # Fields that one clause states together; every other field has its own.
    "Stage": (
        ("owner", "participants"),
        ("kind", "numbered", "probability", "forecast"),
    ),
    "Role": (("headcount", "reports_to", "critical"),),
    "Goal": (
        ("kpi", "baseline", "target", "period", "due"),
        ("owner", "horizon", "parent"),
    ),
    "Plan": (
        ("kpi", "period", "target", "over_assignment"),
        ("inflow", "average_deal"),
    ),
    "Procedure": (("trigger", "owner", "limit"),),
    "Qualification": (("stage", "role", "threshold"),),
    "Handover": (("giver", "receiver", "after", "before", "call"),),
    "Script": (("stage", "channel"),),
    "WorkCalendar": (
        ("time_zone", "country", "subdivision", "first_year", "last_year", "roles"),
    ),
    "Authority": (("dimension", "requesters"),),
    "PayPlan": (
        ("roles", "period"),
        ("fixed", "target_variable", "fixed_share", "cap"),
    ),
    "Governance": (
        ("owner", "interpreter", "amended_by"),
        ("review", "next_review"),
    ),
    "Acknowledging": (("method", "within", "roles"),),
    "Revision": (("number", "registration", "in_force_from", "in_force_to"),),
    "NextStep": (("within", "stages", "otherwise", "after"),),
    "RecordKeeping": (("system", "events", "within"),),
    "Forecast": (("submitted", "author", "recipient", "report", "meeting"),),
    "Scope": (("applies_to", "units"), ("excludes", "excluded_units")),
}
