"""The leaves of formulas summed up in SQL: counts and sums by day and person.

What KPIs and pay need of a million deals is how many there were and what they came to,
day by day and person by person. That is summed in the engine, in whole minor units;
the formulas, scales and gates over it are reckoned in Python, exactly, by the same
code that reckons over records. A leaf that is not summed here is counted from records.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from salesreg.evaluate.cases.concerned import Concerned
from salesreg.evaluate.cases.counting import Apart, NotSummed
from salesreg.evaluate.cases.formulas import currency_in
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.cases.scope import DEPARTMENT
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading.records import key_kind
from salesreg.evaluate.sql.concerned import concerned_deals
from salesreg.evaluate.sql.dialects import written
from salesreg.evaluate.sql.leaves import Leaf, Leaves, Span
from salesreg.evaluate.sql.rules import NotCompiled
from salesreg.evaluate.sql.scopes import ByScope, Sum
from salesreg.values import event as happening
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.condition import Condition
from salesreg.values.expression import Aggregate, Count
from salesreg.values.zone import EPOCH, SECOND


@frozen(eq=False)
class Sums:
    """Sums of leaves, made when they are first asked for.

    Attributes:
        engine: Where the tables are.
        editions: The editions.
        people: Who is in which role.
        leaves: What writes the queries.
        load: What reads the records of the deals that a condition picks.
    """

    engine: Engine
    editions: Editions
    people: People
    leaves: Leaves
    load: Callable[[str], Ledger]
    _apart: dict[Concerned, Apart] = field(factory=dict[Any, Any], init=False)
    _held: dict[Any, ByScope] = field(factory=dict[Any, Any], init=False)

    @property
    def first_day(self) -> dt.date | None:
        """The date on which the first deal was created."""
        return self._first_day

    @functools.cached_property
    def _first_day(self) -> dt.date | None:
        ((first,),) = self.engine.rows("SELECT min(created_s) FROM salesreg_deals")
        if first is None:
            return None
        return self.editions.date(EPOCH + dt.timedelta(seconds=int(first)))

    def apart(self, concerned: Concerned) -> Apart:
        """Return the deals that a plan looks at one by one, with their records."""
        if concerned not in self._apart:
            table = f"salesreg_apart_{len(self._apart)}"
            query = written(concerned_deals(concerned), self.engine.dialect)
            keys = self.engine.rows(query)
            self.engine.store(table, {"deal": key_kind(self.engine)}, keys)
            ledger = self.load(f"deal IN (SELECT deal FROM {table})")
            self._apart[concerned] = Apart(table, ledger)
        return self._apart[concerned]

    def value(self, measure: Measure, leaf: Leaf, unit: str | None) -> Fraction | None:
        """Return the value of a leaf; None where it is undefined.

        Raises:
            NotSummed: It has to be counted from records.
        """
        try:
            return self._value_of(measure, leaf, unit)
        except NotCompiled:
            raise NotSummed from None

    def _value_of(
        self, measure: Measure, leaf: Leaf, unit: str | None
    ) -> Fraction | None:
        counting = measure.counting
        if not _is_altered(measure, leaf):
            return self._summed(measure, leaf, unit, None)
        apart = counting.apart
        if apart is None or (isinstance(leaf, Aggregate) and leaf.how != "sum"):
            raise NotCompiled
        plain = self._summed(measure, leaf, unit, apart.table)
        other = evolve(measure, ledger=apart.ledger).value(leaf, unit)
        return (plain or Fraction()) + (other or Fraction())

    def _summed(
        self, measure: Measure, leaf: Leaf, unit: str | None, without: str | None
    ) -> Fraction | None:
        """Return the value of a leaf, but for the deals of a table."""
        counting = measure.counting
        if leaf.of == "deals" and _comes_again(leaf.event):
            # A deal counts once a period, so days do not add up.
            period = measure.period
            end = measure.ledger.end_of(period)
            span = Span(period.start, period.end, (end - EPOCH) // SECOND)
            sums = self._sums(leaf, counting.where, span, without)
            own = sums.of(measure.scope, self.people)
        else:
            sums = self._sums(leaf, counting.where, None, without)
            own = sums.within(measure.scope, self.people, measure.period)
        if isinstance(leaf, Count):
            return Fraction(sum(one.number for one in own))
        return self._aggregate(measure, leaf, unit, own)

    def _aggregate(
        self, measure: Measure, leaf: Aggregate, unit: str | None, own: list[Sum]
    ) -> Fraction | None:
        wanted = currency_in(measure.edition, unit)
        sums = self._is_money(leaf)
        kept = [
            one for one in own if one.number and (not sums or one.currency == wanted)
        ]
        scale = self._scale(leaf, wanted)
        total = sum(one.total or 0 for one in kept)
        count = sum(one.number for one in kept)
        if leaf.how == "sum":
            return Fraction(total, scale)
        if not count:
            return None
        match leaf.how:
            case "mean":
                return Fraction(total, scale * count)
            case "min":
                least = min(one.least for one in kept if one.least is not None)
                return Fraction(least, scale)
            case _:
                most = max(one.most for one in kept if one.most is not None)
                return Fraction(most, scale)

    def _is_money(self, leaf: Aggregate) -> bool:
        if leaf.of == "deals":
            return self.editions.fields[leaf.field].type == "money"
        return leaf.of == "payments"

    def _scale(self, leaf: Aggregate, currency: str) -> int:
        if leaf.of == "activities":
            return 1
        if leaf.of == "payments":
            return int(10 ** MINOR_DIGITS[currency])
        kind = self.editions.fields[leaf.field].type
        if kind == "money":
            return int(10 ** MINOR_DIGITS[currency])
        return 100_000_000 if kind == "percent" else 1_000_000

    def _sums(
        self,
        leaf: Leaf,
        where: Condition | None,
        span: Span | None,
        without: str | None,
    ) -> ByScope:
        key = (leaf, where, span, without)
        if key not in self._held:
            query = self.leaves.query(leaf, where, span, without)
            rows = self.engine.rows(written(query, self.engine.dialect))
            self._held[key] = ByScope(tuple(map(Sum._make, rows)))
        return self._held[key]


def _is_altered(measure: Measure, leaf: Leaf) -> bool:
    """Tell whether pay counts some records of a leaf otherwise than as they are."""
    counting = measure.counting
    if leaf.of == "payments" and (counting.refunded or counting.reduced):
        return True
    return (
        counting.shares is not None
        and measure.scope != DEPARTMENT
        and leaf.of in {"deals", "payments"}
        and isinstance(leaf, Aggregate)
        and leaf.how == "sum"
    )


def _comes_again(event: object) -> bool:
    return event is not None and not isinstance(event, happening.DealCreated)
