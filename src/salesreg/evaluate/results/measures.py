"""Rows about measures: KPIs, goals and plans, rules that say what to revise."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from attrs import frozen

from salesreg.evaluate.results.row import Row


@frozen(kw_only=True)
class KpiRow(Row):
    """A row of `kpis`: the value of a KPI for a period and a scope (13).

    Attributes:
        kpi: Key of the KPI.
        start: First day of the period.
        end: Last day of the period.
        complete: Whether the period is over.
        role: The role it is the value of.
        person: The person it is the value of; without role and person it is the
            department's.
        value: The value, to six decimals; empty when it is undefined.
        unit: Its unit.
        target: The value to reach.
        reached: Whether it is reached.
    """

    kpi: str
    start: dt.date
    end: dt.date
    complete: bool
    role: str | None = None
    person: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    target: Decimal | None = None
    reached: bool | None = None


@frozen(kw_only=True)
class Progress(Row):
    """A row of `progress`: how a goal or a line of a plan stands as of now (14).

    Attributes:
        key: Key of the goal or plan.
        kpi: Key of the KPI.
        role: Role whose target it is; the department's when empty.
        start: First day.
        end: Last day.
        days: Days of the period that have begun.
        all_days: Days of the period.
        value: The value so far.
        projected: The value at the end if it goes on like this.
        target: The value to reach.
        unit: Its unit.
        status: How it stands (14.2).
    """

    key: str
    kpi: str
    role: str | None = None
    start: dt.date
    end: dt.date
    days: int
    all_days: int
    value: Decimal | None = None
    projected: Decimal | None = None
    target: Decimal
    unit: str | None = None
    status: Literal["pending", "on_track", "behind", "reached", "missed", "undefined"]


@frozen(kw_only=True)
class Improvement(Row):
    """A row of `improvements`: a rule that says that the regulation is revised (16).

    Attributes:
        rule: Key of the rule.
        kpi: Key of the KPI.
        start: First day of the period with which it fires.
        end: Last day of that period.
        value: The value in that period.
        bound: The bound that is crossed.
        unit: The unit of both.
        periods: How many periods in a row it has been crossed.
        revises: Number of the clause of the stage, or of the procedure, to revise.
        change: What is changed, in words.
    """

    rule: str
    kpi: str
    start: dt.date
    end: dt.date
    value: Decimal
    bound: Decimal
    unit: str | None = None
    periods: int
    revises: str | None = None
    change: str | None = None
