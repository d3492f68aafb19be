"""The value of a formula for a period and a scope, as an exact fraction (13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from attrs import evolve, frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.clock import passed
from salesreg.evaluate.cases.counting import AS_IT_IS, Counting, Entry, NotSummed
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.exact import to_six
from salesreg.model.control import Kpi
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent
from salesreg.values.event import PeriodEnds
from salesreg.values.expression import (
    Aggregate,
    Arithmetic,
    Constant,
    Count,
    Elapsed,
    Expression,
    KpiTarget,
    KpiValue,
    Ratio,
)
from salesreg.values.period import Period

_UNITS = {"minutes": 60, "hours": 3600, "days": 86400}


@frozen
class Scope:
    """Whose value is meant; the department's, when nobody is named.

    Attributes:
        role: The role.
        person: The person.
    """

    role: str | None = None
    person: str | None = None


DEPARTMENT = Scope()


@frozen(eq=False)
class Measure:
    """Measures formulas for one period and one scope.

    Attributes:
        ledger: The records.
        edition: The edition whose KPIs are meant.
        period: The period.
        scope: Whose value.
        counting: What pay changes in the counting.
    """

    ledger: Ledger
    edition: Edition
    period: Period
    scope: Scope = DEPARTMENT
    counting: Counting = AS_IT_IS

    def kpi(self, key: str) -> Fraction | None:
        """Return the exact value of a KPI in its unit; None where it is undefined."""
        kpi = self._kpi(key)
        if kpi is None or kpi.formula is None:
            return None
        value = self.value(kpi.formula, kpi.unit)
        return value * 100 if value is not None and kpi.unit == "%" else value

    def rounded(self, key: str) -> Decimal | None:
        """Return the value of a KPI to six decimals."""
        value = self.kpi(key)
        return None if value is None else to_six(value)

    def value(self, formula: Expression, unit: str | None) -> Fraction | None:
        """Return the exact value of a formula; None where it is undefined."""
        match formula:
            case Count() | Aggregate():
                return self._leaf(formula, unit)
            case Elapsed():
                return self._elapsed(formula, unit)
            case KpiValue():
                kpi = self._kpi(formula.kpi)
                if kpi is None or kpi.formula is None:
                    return None
                return self.value(kpi.formula, kpi.unit)
            case KpiTarget():
                return self.target(formula.kpi)
            case Constant():
                return Fraction(formula.value)
            case Ratio():
                of, to = self.value(formula.of, unit), self.value(formula.to, unit)
                return of / to if of is not None and to else None
            case Arithmetic():
                return self._arithmetic(formula, unit)
        assert_never(formula)

    def target(self, key: str) -> Fraction | None:
        """Return what the targets of a KPI in the period add up to (13.6)."""
        rows = [
            Fraction(row.amount)
            for row in self.ledger.records.targets
            if row.kpi == key
            and (row.person, row.role if row.person is None else None)
            == (self.scope.person, None if self.scope.person else self.scope.role)
            and self.period.start <= row.start
            and row.end <= self.period.end
        ]
        if not rows:
            return None
        kpi = self._kpi(key)
        total = sum(rows, Fraction()) * self.counting.quota
        return total / 100 if kpi is not None and kpi.unit == "%" else total

    def entries(
        self, formula: Count | Aggregate, unit: str | None
    ) -> Iterator[tuple[Entry, Fraction | None]]:
        """Yield the records that a leaf counts, with what it reads of each."""
        for entry in self._counted(formula):
            held = None
            if isinstance(formula, Aggregate):
                held = self._held(entry, formula, unit)
            yield entry, held

    def spans(
        self, formula: Elapsed
    ) -> Iterator[tuple[Case, dt.datetime, dt.datetime, int | None]]:
        """Yield the deals of an `Elapsed`: from when until when, in seconds."""
        end = self.ledger.end_of(self.period)
        for case in self.ledger.cases.values():
            since = next(iter(case.times(formula.since)), None)
            if since is None:
                continue
            times = case.times(formula.until)
            until = next((at for at in times if at >= since), None)
            if until is None or self.ledger.editions.date(until) not in self.period:
                continue
            entry = Entry(until, case)
            if not self.ledger.meets(entry, self.counting.where, end):
                continue
            if self._is_in_scope(self.ledger.owners(entry), until):
                seconds = self._between(since, until, working=formula.working)
                yield case, since, until, seconds

    def _leaf(self, formula: Count | Aggregate, unit: str | None) -> Fraction | None:
        if self.ledger.sums is not None:
            with suppress(NotSummed):
                return self.ledger.sums.value(self, formula, unit)
        if isinstance(formula, Count):
            return Fraction(sum(1 for _ in self._counted(formula)))
        return self._aggregate(formula, unit)

    def _kpi(self, key: str) -> Kpi | None:
        return next((k for k in self.edition.regulation.kpis if k.key == key), None)

    def _arithmetic(self, formula: Arithmetic, unit: str | None) -> Fraction | None:
        left, right = self.value(formula.left, unit), self.value(formula.right, unit)
        if left is None or right is None:
            return None
        match formula.op:
            case "add":
                return left + right
            case "subtract":
                return left - right
            case "multiply":
                return left * right

    def _counted(self, formula: Count | Aggregate) -> Iterator[Entry]:
        """Yield the records in the period that are in the scope and meet the rule."""
        if formula.of == "people":
            yield from self._people() if formula.where is None else ()
            return
        for entry in self._met(formula):
            if self._is_in_scope(self.ledger.owners(entry), entry.at):
                yield entry

    def _met(self, formula: Count | Aggregate) -> Iterator[Entry]:
        end = self.ledger.end_of(self.period)
        ledger = self.ledger
        if self.scope.person is not None and formula.of in {"deals", "payments"}:
            ledger = ledger.of_person(self.scope.person)
        for entry in ledger.entries(
            formula.of, formula.event, self.period, self.counting
        ):
            if self.ledger.meets(entry, formula.where, end) and self.ledger.meets(
                entry, self.counting.where, end
            ):
                yield entry

    def _is_in_scope(self, person: str | None, at: dt.datetime) -> bool:
        if self.scope.person is not None:
            return person == self.scope.person
        if self.scope.role is not None:
            day = self.ledger.editions.date(at)
            return person is not None and self.scope.role in self.ledger.people.roles(
                person, day
            )
        return True

    def _people(self) -> Iterator[Entry]:
        scope, people = self.scope, self.ledger.people
        end = self.ledger.end_of(self.period)
        for person, rows in people.rows.items():
            there = any(
                row.since <= self.period.end
                and (row.until is None or row.until >= self.period.start)
                and scope.role in {None, row.role}
                for row in rows
            )
            if there and scope.person in {None, person}:
                yield Entry(end, None, person)

    def _aggregate(self, formula: Aggregate, unit: str | None) -> Fraction | None:
        if formula.of == "people":
            return None
        shares = self.counting.shares
        divides = formula.how == "sum" and formula.of in {"deals", "payments"}
        if shares is not None and divides and self.scope != DEPARTMENT:
            return self._credited(formula, unit)
        held = (self._held(entry, formula, unit) for entry in self._counted(formula))
        values = sorted(value for value in held if value is not None)
        if formula.how == "sum":
            return sum(values, Fraction())
        if not values:
            return None
        match formula.how:
            case "min":
                return values[0]
            case "max":
                return values[-1]
            case "mean":
                return sum(values, Fraction()) / len(values)
            case "median":
                middle = len(values) // 2
                return (values[middle] + values[-middle - 1]) / 2

    def _credited(self, formula: Aggregate, unit: str | None) -> Fraction:
        """Return the sum with each deal's part divided between people (15.5)."""
        assert self.counting.shares is not None
        total = Fraction()
        for entry in self._met(formula):
            value = self._held(entry, formula, unit)
            if value is None or entry.case is None:
                continue
            currency = self.currency(unit) if self._is_money(entry, formula) else None
            parts = self.counting.shares(entry.case, entry.at, value, currency)
            for person, part in parts.items():
                if self._is_in_scope(person, entry.at):
                    total += part
        return total

    def _is_money(self, entry: Entry, formula: Aggregate) -> bool:
        if entry.own == formula.field:
            return entry.currency is not None
        item = self.ledger.editions.fields.get(formula.field)
        return item is not None and item.type == "money"

    def _held(
        self, entry: Entry, formula: Aggregate, unit: str | None
    ) -> Fraction | None:
        """Return what a record holds; None where it holds nothing that counts."""
        if entry.own is not None and entry.own == formula.field:
            if entry.currency not in {None, self.currency(unit)}:
                return None
            return entry.amount
        if entry.case is None:
            return None
        value = entry.case.facts(self.ledger.end_of(self.period)).get(formula.field)
        if isinstance(value, Money):
            same = value.currency == self.currency(unit)
            return Fraction(value.amount) if same else None
        if isinstance(value, Percent):
            return Fraction(value.points) / 100
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return Fraction(value)
        return None

    def currency(self, unit: str | None) -> str:
        """Return the currency that sums in a unit are in (13.4)."""
        return unit if unit in MINOR_DIGITS and unit else currency_of(self.edition)

    def _elapsed(self, formula: Elapsed, unit: str | None) -> Fraction | None:
        total, count = 0, 0
        for _, _, _, seconds in self.spans(formula):
            if seconds is None:
                return None
            total, count = total + seconds, count + 1
        if not count:
            return None
        return Fraction(total, count * _UNITS.get(unit or "", 60))

    def _between(
        self, since: dt.datetime, until: dt.datetime, *, working: bool
    ) -> int | None:
        if not working:
            return int((until - since).total_seconds())
        role = self.scope.role
        if self.scope.person is not None:
            day = self.ledger.editions.date(until)
            roles = self.ledger.people.roles(self.scope.person, day)
            role = roles[0] if roles else None
        calendar = self.edition.calendar(role)
        return None if calendar is None else passed(calendar, since, until)

    def over(self, period: Period) -> Measure:
        """Return the same measure for another period."""
        return evolve(self, period=period)


def currency_of(edition: Edition) -> str:
    """Return the currency that a regulation reckons in (13.4)."""
    regulation = edition.regulation
    units = [plan.target.unit for plan in regulation.plans if plan.target]
    units += [
        money.currency
        for plan in regulation.pay_plans
        for money in (plan.fixed, plan.target_variable)
        if money is not None
    ]
    units += [kpi.unit for kpi in regulation.kpis if kpi.unit]
    return next((unit for unit in units if unit in MINOR_DIGITS), "RUB")


def adds_up(edition: Edition, formula: Expression | None) -> bool:
    """Tell whether values of a formula add up over periods and people (13.9)."""
    match formula:
        case Count() | Aggregate():
            sums = isinstance(formula, Count) or formula.how == "sum"
            passing = formula.of != "people"
            return sums and passing and not isinstance(formula.event, PeriodEnds)
        case KpiValue():
            kpis = edition.regulation.kpis
            kpi = next((kpi for kpi in kpis if kpi.key == formula.kpi), None)
            return kpi is not None and adds_up(edition, kpi.formula)
        case Arithmetic():
            parts = (formula.left, formula.right)
            return formula.op != "multiply" and all(adds_up(edition, p) for p in parts)
        case _:
            return False
