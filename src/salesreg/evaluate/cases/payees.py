"""Payees: who is paid by a plan for a period, and for which part of it (15.1-15.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases.by_deal import cadence_of, earning
from salesreg.evaluate.cases.concerned import Concerned, takes
from salesreg.evaluate.cases.counting import Apart
from salesreg.evaluate.cases.given import untold
from salesreg.evaluate.cases.kpis import missing
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.periods import Cadence, periods
from salesreg.evaluate.tables import Employment
from salesreg.model.pay import PayPlan
from salesreg.model.people import RampStep
from salesreg.values.calendar import WorkCalendar
from salesreg.values.period import Period

_DAY = dt.timedelta(days=1)


@frozen(eq=False)
class Payee:
    """A person whom a plan pays.

    Attributes:
        ledger: The records.
        edition: The edition that has the plan.
        path: Where the plan stands; for a reward outside of any plan, the reward.
        plan: The plan; for such a reward, one that consists of it.
        role: The role by which it holds.
        person: The person.
        rows: When the person has the role.
        apart: The deals that the plan looks at one by one, if the others are summed up.
    """

    ledger: Ledger
    edition: Edition
    path: str
    plan: PayPlan
    role: str
    person: str
    rows: tuple[Employment, ...]
    apart: Apart | None = None

    @property
    def concerned(self) -> Ledger:
        """The records of the deals that the plan looks at one by one, or of all."""
        return self.ledger if self.apart is None else self.apart.ledger

    def component(self, place: int) -> str:
        """Return where a component of the plan stands."""
        return component_path(self.path, place)

    @property
    def cadence(self) -> Cadence:
        """How often there is a statement; a plan by the deal has one each month."""
        period = self.plan.period
        return "month" if period == "deal" else period

    @property
    def calendar(self) -> WorkCalendar | None:
        """The calendar of the role."""
        return self.edition.calendar(self.role)

    def is_employed(self, day: dt.date) -> bool:
        """Tell whether the person has the role on a day."""
        return any(
            row.since <= day and (row.until is None or day <= row.until)
            for row in self.rows
        )

    def is_there(self, period: Period) -> bool:
        """Tell whether the person has the role on a day of a period."""
        return any(
            max(row.since, period.start) <= min(row.until or period.end, period.end)
            for row in self.rows
        )

    def part(self, period: Period) -> Fraction:
        """Return the part of a period that counts (15.2); a deal counts whole.

        Raises:
            UnknownYear: Its working days are not known.
        """
        if self.plan.period == "deal":
            return Fraction(1)
        whole = any(
            row.since <= period.start and (row.until is None or period.end <= row.until)
            for row in self.rows
        )
        if whole or self.plan.proration is None:
            return Fraction(1)
        days = [period.start + n * _DAY for n in range(period.days)]
        own = [day for day in days if self.is_employed(day)]
        calendar = self.calendar
        if self.plan.proration == "working_days" and calendar is not None:
            days = [day for day in days if calendar.is_working_day(day)]
            own = [day for day in own if calendar.is_working_day(day)]
        return Fraction(len(own), len(days)) if days else Fraction(1)

    @property
    def ramp(self) -> tuple[RampStep, ...]:
        """The steps by which a newcomer to the role comes up to it."""
        role = self.edition.roles.get(self.role)
        return role.ramp if role else ()

    def steps(self, period: Period) -> Iterator[RampStep | None]:
        """Yield the step of the ramp for each month of a period; None without one."""
        started = min(row.since for row in self.rows)
        steps = {step.month: step for step in self.ramp}
        for month in periods(period.start, period.end, "month"):
            yield steps.get(month_number(started, month.start))

    def quota(self, period: Period) -> Fraction:
        """Return what targets are multiplied by in a period (15.4)."""
        parts = [
            Fraction(1) if step is None or step.quota is None else share(step.quota)
            for step in self.steps(period)
        ]
        return sum(parts, Fraction()) / len(parts)

    def months(self, period: Period) -> Iterator[tuple[Period, int]]:
        """Yield the months of the employment in a period, and which they are, from 1.

        The first is the month of the first day in the role, whatever day that is.
        """
        started = min(row.since for row in self.rows)
        for month in periods(period.start, period.end, "month"):
            if self.is_there(month):
                yield month, month_number(started, month.start)


def month_number(started: dt.date, day: dt.date) -> int:
    """Return which month since a start a day is in, from 1."""
    return (day.year - started.year) * 12 + day.month - started.month + 1


def share(percent: object) -> Fraction:
    """Return a percentage as a fraction; None is the whole."""
    points = getattr(percent, "points", None)
    return Fraction(1) if points is None else Fraction(points) / 100


def plans(edition: Edition) -> Iterator[tuple[str, PayPlan]]:
    """Yield the pay plans, and each reward outside of them as a plan of its own."""
    for place, plan in enumerate(edition.regulation.pay_plans):
        yield pointer("pay_plans", place), plan
    for place, reward in enumerate(edition.regulation.incentives):
        if reward.kind in {"contest", "award"}:
            continue
        yield (
            pointer("incentives", place),
            PayPlan(
                key=reward.key,
                title=reward.title,
                roles=reward.roles,
                period=reward.period or "month",
                components=(reward,),
            ),
        )


def missing_for(edition: Edition, plan: PayPlan) -> str | None:
    """Return the table without which a plan is not reckoned; None if all are there."""
    tables = [edition.lacks("people")]
    if takes(plan) is not None:
        tables.append(edition.lacks("payments"))
    for one in plan.components:
        gates = (*one.gates, *one.accelerator_gates)
        second = getattr(one.scale, "second_kpi", None)
        keys = (one.kpi, one.base_kpi, second, *(gate.kpi for gate in gates))
        tables += [missing(edition, key) for key in keys]
        if cadence_of(plan, one) == "deal":
            tables += [untold(edition, event) for event in earning(edition, plan)]
    return next(filter(None, tables), None)


def component_path(path: str, place: int) -> str:
    """Return where a component of a plan, or of a reward outside of any, stands."""
    if path.startswith("/incentives"):
        return path
    return path + pointer("components", place)


def payees(ledger: Ledger) -> Iterator[tuple[Payee, tuple[Period, ...]]]:
    """Yield everybody whom a plan pays, with the periods that are over (15.1)."""
    if ledger.first_day is None:
        return
    for edition in ledger.editions.all:
        for path, plan in plans(edition):
            if missing_for(edition, plan):
                continue
            apart = _apart(ledger, edition, plan)
            for role in plan.roles:
                for person, rows in ledger.people.rows.items():
                    own = tuple(row for row in rows if row.role == role)
                    payee = Payee(ledger, edition, path, plan, role, person, own, apart)
                    spans = tuple(_paid(payee)) if own else ()
                    if spans:
                        yield payee, spans


def _apart(ledger: Ledger, edition: Edition, plan: PayPlan) -> Apart | None:
    concerned = Concerned.by(edition, plan)
    if ledger.sums is None or concerned is None:
        return None
    return ledger.sums.apart(concerned)


def _paid(payee: Payee) -> Iterator[Period]:
    ledger = payee.ledger
    assert ledger.first_day is not None
    for period in periods(ledger.first_day, ledger.today, payee.cadence):
        over = period.end < ledger.today
        in_force = ledger.editions.on(period.start) is payee.edition
        if over and in_force and payee.is_there(period):
            yield period
