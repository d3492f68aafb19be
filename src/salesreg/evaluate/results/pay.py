"""Rows about pay."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import frozen

from salesreg.evaluate.results.row import Row


@frozen(kw_only=True)
class PayRow(Row):
    """A row of `pay`: the variable pay of a person for a period (15).

    The columns from `earned` on are exact, in the order of the reckoning: `earned`
    is capped and then guaranteed, `draw` is what lifts it, `recovered` what an
    earlier draw takes back, `clawback` what refunds take back, and `paid` is
    rounded once.

    Attributes:
        plan: Key of the pay plan.
        person: The payee.
        role: The role by which the plan holds.
        start: First day of the period.
        end: Last day of the period.
        part: Share of the period that counts.
        target: Target variable pay of that part.
        components: Sum of the components.
        earned: That sum under the cap, not below the guarantee of the ramp.
        draw: What a draw adds.
        recovered: What is set off against earlier draws.
        debt: What is left to set off later.
        clawback: What is taken back for refunds.
        paid: The variable pay, rounded to the minor unit.
        currency: ISO 4217 code.
        due: By when it is paid, if the plan says so.
    """

    plan: str
    person: str
    role: str
    start: dt.date
    end: dt.date
    part: Decimal
    target: Decimal
    components: Decimal
    earned: Decimal
    draw: Decimal
    recovered: Decimal
    debt: Decimal
    clawback: Decimal
    paid: Decimal
    currency: str
    due: dt.datetime | None = None


@frozen(kw_only=True)
class PayLine(Row):
    """A row of `pay_lines`: one component of a person's pay (15).

    Attributes:
        plan: Key of the pay plan.
        component: Key of the component.
        person: The payee.
        deal: Key of the deal, for a component that is paid by the deal.
        start: First day of the period of pay.
        end: Last day of the period of pay.
        result_start: First day of the period of the result.
        result_end: Last day of the period of the result.
        kpi: Key of the KPI.
        result: The result, as it counts.
        unit: Its unit.
        second: The second result, for a grid.
        tier: The tier or row that the result falls in, from 1.
        target: Target pay of the component.
        base: What its rates are a share of.
        gate: Number of the first closed gate, from 1; empty when all are open.
        accelerated: Whether the accelerator gates are open.
        before: What it had paid for the deal in earlier periods.
        exact: What it pays now, not rounded.
        shown: The same to the minor unit, so that the lines add up to the sum of the
            components, rounded.
        currency: ISO 4217 code.
    """

    plan: str
    component: str
    person: str
    deal: str | None
    start: dt.date
    end: dt.date
    result_start: dt.date
    result_end: dt.date
    kpi: str | None = None
    result: Decimal | None = None
    unit: str | None = None
    second: Decimal | None = None
    tier: int | None = None
    target: Decimal
    base: Decimal
    gate: int | None = None
    accelerated: bool = True
    before: Decimal
    exact: Decimal
    shown: Decimal
    currency: str
