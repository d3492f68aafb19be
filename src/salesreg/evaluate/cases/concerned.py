"""Deals that a plan looks at one by one, where others are summed up (15.5, 15.10)."""

from __future__ import annotations

from attrs import frozen

from salesreg.evaluate.case import Mark, mark_of
from salesreg.evaluate.cases.by_deal import cadence_of, earning
from salesreg.evaluate.editions import Edition
from salesreg.model.pay import PayPlan


@frozen
class Concerned:
    """Which deals a plan looks at one by one.

    Attributes:
        refunded: Those that money was paid back of, because that is taken from pay.
        divided: Those of several owners in turn, because a split may divide them.
        earned: Those to which one of these things happened, because each is paid alone.
    """

    refunded: bool
    divided: bool
    earned: frozenset[Mark]

    @classmethod
    def by(cls, edition: Edition, plan: PayPlan) -> Concerned | None:
        """Return which deals a plan looks at one by one; None: none."""
        alone = any(cadence_of(plan, one) == "deal" for one in plan.components)
        marks = map(mark_of, earning(edition, plan) if alone else ())
        found = cls(
            takes(plan) is not None,
            any(split.when is not None for split in plan.splits),
            frozenset(mark for mark in marks if mark is not None),
        )
        return found if found.refunded or found.divided or found.earned else None


def takes(plan: PayPlan) -> str | None:
    """Return what the clawback of a plan lowers, if that is said and calculable."""
    clawback = plan.clawback
    if clawback is None or clawback.netting not in {"next_pay", "same_period"}:
        return None
    return clawback.takes
