"""Where a regulation binds somebody in words, and what makes such words exact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from salesreg.checks.facts import Facts
from salesreg.model.conduct import Prohibition, StopList
from salesreg.model.control import EscalationLevel, Feedback, ImprovementRule
from salesreg.model.frame import Acknowledging
from salesreg.model.limits import ExceptionRule, PaymentTerm
from salesreg.model.ownership import (
    DisputeRule,
    Handover,
    NextStep,
    OwnershipRule,
    RecordKeeping,
)
from salesreg.model.pay import (
    BonusReduction,
    Clawback,
    Gate,
    Incentive,
    Payout,
    PayPlan,
    Sanction,
    Split,
)
from salesreg.model.people import (
    CareerStep,
    Consequence,
    Duty,
    Role,
    Substitution,
)
from salesreg.model.process import (
    Attempts,
    Branch,
    Criterion,
    Grade,
    Step,
    Transition,
)
from salesreg.model.strategy import Task
from salesreg.shapes import is_items


@frozen
class Wording:
    """The fields of a class that say something in words.

    Attributes:
        texts: The fields with the words.
        beside: The fields that say the same exactly, when one of them is given.
    """

    texts: tuple[str, ...]
    beside: tuple[str, ...] = ()


Places = Mapping[type[object], Wording]

# Pay and measures: what is open or vague here ends in a dispute.
PAY: Places = MappingProxyType(
    {
        Consequence: Wording(("title", "trigger", "text"), ("misses", "lasts")),
        PayPlan: Wording(("windfall", "newcomers", "leave", "leavers", "text")),
        Incentive: Wording(("text",)),
        Gate: Wording(("text",), ("band", "when")),
        Clawback: Wording(("text",), ("within",)),
        Payout: Wording(("text",), ("due",)),
        Split: Wording(("text",), ("when",)),
        Sanction: Wording(("title", "grounds", "procedure", "appeal")),
        BonusReduction: Wording(("title", "grounds", "procedure", "appeal")),
    }
)

BINDING: Places = MappingProxyType(
    {
        Acknowledging: Wording(("text",), ("within",)),
        Role: Wording(("results",)),
        Duty: Wording(("text",)),
        Substitution: Wording(("text",)),
        CareerStep: Wording(("text",), ("after", "attainment", "minimum", "periods")),
        Criterion: Wording(("text",), ("condition",)),
        Attempts: Wording(("text",), ("least", "most", "within", "pause")),
        Transition: Wording(("text",), ("when", "most")),
        Step: Wording(("title", "text"), ("limit", "deadline")),
        Branch: Wording(("text",), ("when",)),
        Task: Wording(("title", "text"), ("due",)),
        Grade: Wording(("text",)),
        OwnershipRule: Wording(("text",), ("window", "grace")),
        DisputeRule: Wording(("text", "wins"), ("within",)),
        Handover: Wording(("acceptance", "refusal"), ("deadline",)),
        NextStep: Wording(("text",), ("within", "after")),
        RecordKeeping: Wording(("text",), ("within",)),
        Prohibition: Wording(("text",)),
        StopList: Wording(("text",)),
        PaymentTerm: Wording(("text",), ("net", "reminder")),
        ExceptionRule: Wording(("text",), ("within",)),
        EscalationLevel: Wording(("action",), ("after",)),
        Feedback: Wording(("then",)),
        ImprovementRule: Wording(("change",), ("within",)),
        **PAY,
    }
)
"""Fields whose job is to bind somebody."""

LISTING: Places = MappingProxyType({**PAY, Criterion: BINDING[Criterion]})
"""Fields whose list decides on money, on a measure or on a stage."""

DOING: Places = MappingProxyType(
    {
        Step: Wording(("title", "text"), ("role",)),
        Task: Wording(("title", "text"), ("owner",)),
        Consequence: Wording(("text",), ("by", "roles")),
        Sanction: Wording(("procedure",), ("by",)),
        DisputeRule: Wording(("text",), ("deciders",)),
        Handover: Wording(("acceptance", "refusal"), ("giver", "receiver")),
        StopList: Wording(("text",), ("keeper",)),
        ExceptionRule: Wording(("text",), ("granted_by",)),
        Feedback: Wording(("method", "then"), ("owner",)),
        ImprovementRule: Wording(("change",), ("owner",)),
    }
)
"""Fields that say what is done, beside the field that says by whom."""


def worded(facts: Facts, places: Places) -> Iterator[tuple[str, str, object, bool]]:
    """Yield texts: pointer, text, holder, and whether a field beside is given."""
    for cls, wording in places.items():
        for path, thing in facts.all(cls):
            given = any(
                getattr(thing, name) not in (None, ()) for name in wording.beside
            )
            for name in wording.texts:
                held = getattr(thing, name)
                if isinstance(held, str):
                    yield f"{path}/{name}", held, thing, given
                elif is_items(held):
                    for index, text in enumerate(held):
                        if isinstance(text, str):
                            yield f"{path}/{name}/{index}", text, thing, given
