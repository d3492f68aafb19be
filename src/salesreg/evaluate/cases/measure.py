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
from salesreg.evaluate.cases.counted import Counted
from salesreg.evaluate.cases.counting import AS_IT_IS, Counting, Entry, NotSummed
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.scope import DEPARTMENT, Scope
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.exact import to_six
from salesreg.model.control import Kpi
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

    @property
    def counted(self) -> Counted:
        """The records that its formulas count."""
        return Counted(
            self.ledger, self.edition, self.period, self.scope, self.counting
        )

    def spans(
        self, formula: Elapsed
    ) -> Iterator[tuple[Case, dt.datetime, dt.datetime, int | None]]:
        """Yield the deals of an `Elapsed`: from when until when, in seconds."""
        end, counted = self.ledger.end_of(self.period), self.counted
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
            if counted.includes(self.ledger.owners(entry), until):
                seconds = self._between(since, until, working=formula.working)
                yield case, since, until, seconds

    def _leaf(self, formula: Count | Aggregate, unit: str | None) -> Fraction | None:
        if self.ledger.sums is not None:
            with suppress(NotSummed):
                return self.ledger.sums.value(self, formula, unit)
        return self.counted.value(formula, unit)

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
