"""The records that a formula counts, and what it reads of each (13.3, 13.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from salesreg.evaluate.cases.counting import Counting, Entry
from salesreg.evaluate.cases.formulas import currency_in
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.scope import DEPARTMENT, Scope
from salesreg.evaluate.editions import Edition
from salesreg.values.amounts import Money, Percent
from salesreg.values.expression import Aggregate, Count
from salesreg.values.period import Period


@frozen(eq=False)
class Counted:
    """The records of one period and one scope.

    Attributes:
        ledger: All the records.
        edition: The edition that says which currency is meant.
        period: The period.
        scope: Whose records.
        counting: What pay changes in the counting.
    """

    ledger: Ledger
    edition: Edition
    period: Period
    scope: Scope
    counting: Counting

    def value(self, formula: Count | Aggregate, unit: str | None) -> Fraction | None:
        """Return the value of a leaf; None where it is undefined."""
        if isinstance(formula, Count):
            return Fraction(sum(1 for _ in self._counted(formula)))
        return self._aggregate(formula, unit)

    def entries(
        self, formula: Count | Aggregate, unit: str | None
    ) -> Iterator[tuple[Entry, Fraction | None, Fraction | None]]:
        """Yield the records that a leaf counts: what each holds, what of it counts.

        That is the same but for a sum that is divided between people.
        """
        if isinstance(formula, Aggregate) and self._divides(formula):
            yield from self._divided(formula, unit)
            return
        for entry in self._counted(formula):
            held = None
            if isinstance(formula, Aggregate):
                held = self._held(entry, formula, unit)
            yield entry, held, held

    def includes(self, person: str | None, at: dt.datetime) -> bool:
        """Tell whether what is somebody's at a moment is in the scope."""
        if self.scope.person is not None:
            return person == self.scope.person
        if self.scope.role is not None:
            day = self.ledger.editions.date(at)
            return person is not None and self.scope.role in self.ledger.people.roles(
                person, day
            )
        return True

    def _counted(self, formula: Count | Aggregate) -> Iterator[Entry]:
        """Yield the records in the period that are in the scope and meet the rule."""
        if formula.of == "people":
            yield from self._people() if formula.where is None else ()
            return
        for entry in self._met(formula):
            if self.includes(self.ledger.owners(entry), entry.at):
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
        if self._divides(formula):
            parts = (part for _, _, part in self._divided(formula, unit))
            return sum(parts, Fraction())
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

    def _divides(self, formula: Aggregate) -> bool:
        """Tell whether what is summed up is divided between people (15.5)."""
        divides = formula.how == "sum" and formula.of in {"deals", "payments"}
        apart = self.counting.shares is not None and self.scope != DEPARTMENT
        return divides and apart

    def _divided(
        self, formula: Aggregate, unit: str | None
    ) -> Iterator[tuple[Entry, Fraction, Fraction]]:
        """Yield the records that are divided, and the part that is in the scope."""
        assert self.counting.shares is not None
        for entry in self._met(formula):
            value = self._held(entry, formula, unit)
            if value is None or entry.case is None:
                continue
            currency = (
                currency_in(self.edition, unit)
                if self._is_money(entry, formula)
                else None
            )
            parts = self.counting.shares(entry.case, entry.at, value, currency)
            own = [
                part
                for person, part in parts.items()
                if self.includes(person, entry.at)
            ]
            if own:
                yield entry, value, sum(own, Fraction())

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
            if entry.currency not in {None, currency_in(self.edition, unit)}:
                return None
            return entry.amount
        if entry.case is None:
            return None
        value = entry.case.facts(self.ledger.end_of(self.period)).get(formula.field)
        if isinstance(value, Money):
            same = value.currency == currency_in(self.edition, unit)
            return Fraction(value.amount) if same else None
        if isinstance(value, Percent):
            return Fraction(value.points) / 100
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return Fraction(value)
        return None
