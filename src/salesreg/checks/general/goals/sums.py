"""What of a plan adds up, exactly: months, roles, products."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal, localcontext

from attrs import frozen

from salesreg.model.control import Kpi
from salesreg.model.strategy import Plan, Target
from salesreg.values.expression import Aggregate, Count, Elapsed, Ratio
from salesreg.values.period import Period


@frozen
class Part:
    """A way in which a plan is divided.

    Attributes:
        name: By what: "months", "roles", "products", "segments".
        total: What the parts give together.
        at: Positions of the parts among the targets of the plan.
    """

    name: str
    total: Decimal
    at: tuple[int, ...]


def additive(plan: Plan, kpi: Kpi | None) -> bool:
    """Tell whether parts of a plan may be added: sums and counts, no rates."""
    if plan.target is None or plan.target.unit == "%":
        return False
    formula = kpi.formula if kpi else None
    match formula:
        case Aggregate():
            return formula.how == "sum"
        case Ratio() | Elapsed():
            return False
        case _:
            return isinstance(formula, Count) or plan.target.money is not None


def parts(plan: Plan) -> tuple[Part, ...]:
    """Return the ways in which a plan is divided completely.

    Periods count when they cover the period of the plan without a gap; roles,
    products and segments when every part is for the whole period. A part named
    twice makes its way unclear, and leaves it out.
    """
    if plan.target is None or any(
        one.value.unit != plan.target.unit for one in plan.targets
    ):
        return ()
    made: list[Part] = []
    numbered = list(enumerate(plan.targets))
    periods = [
        (at, one)
        for at, one in numbered
        if one.period
        and one.period != plan.period
        and not (one.role or one.product or one.segment or one.person)
    ]
    if plan.period and _covers([one.period for _, one in periods], plan.period):
        made.append(_part("months", periods))
    whole = [(at, one) for at, one in numbered if one.period in {None, plan.period}]
    for name, wanted in (
        ("roles", "role"),
        ("products", "product"),
        ("segments", "segment"),
    ):
        others = {"role", "product", "segment"} - {wanted}
        held = [
            (at, one)
            for at, one in whole
            if getattr(one, wanted) and not any(getattr(one, o) for o in others)
        ]
        marks = [(getattr(one, wanted), one.person) for _, one in held]
        if held and len(set(marks)) == len(marks):
            made.append(_part(name, held))
    return tuple(made)


def _part(name: str, held: list[tuple[int, Target]]) -> Part:
    total = Decimal(0)
    with localcontext(prec=60):
        for _, one in held:
            weight = one.weight.fraction if one.weight else Decimal(1)
            total += one.value.amount * one.headcount * weight
    return Part(name, total, tuple(at for at, _ in held))


def _covers(periods: Iterable[Period | None], whole: Period) -> bool:
    day = whole.start
    for one in sorted((p for p in periods if p), key=lambda p: p.start):
        if one.start != day:
            return False
        day = one.end + dt.timedelta(days=1)
    return day == whole.end + dt.timedelta(days=1)
