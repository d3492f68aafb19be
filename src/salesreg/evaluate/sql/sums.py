"""The leaves of formulas summed up in SQL: counts and sums by day and person.

What KPIs and pay need of a million deals is how many there were and what they came to,
day by day and person by person. That is summed in the engine, in whole minor units;
the formulas, scales and gates over it are reckoned in Python, exactly, by the same
code that reckons over records. A leaf that is not summed here is counted from records.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from salesreg.evaluate.cases.ledger import NotSummed
from salesreg.evaluate.cases.measure import Measure, Scope
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.sql.conditions import condition, quoted
from salesreg.evaluate.sql.dialects import written
from salesreg.evaluate.sql.rules import NotCompiled
from salesreg.evaluate.sql.visits import World, entries, owners, visits
from salesreg.evaluate.worktables import day_number
from salesreg.values import event as happening
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.expression import Aggregate, Count
from salesreg.values.zone import EPOCH, SECOND

Leaf = Count | Aggregate
_DAY = dt.timedelta(days=1)
_FIRST = EPOCH.date()


@frozen
class Sum:
    """What some records of one day and person come to.

    Attributes:
        day: The date.
        person: Whose they are.
        currency: Currency of what they hold, if it is money.
        count: How many hold something.
        total: What they hold, in the units of the inner tables.
        least: The least of it.
        most: The greatest of it.
    """

    day: dt.date
    person: str | None
    currency: str | None
    count: int
    total: int | None
    least: int | None
    most: int | None


@frozen(eq=False)
class _ByScope:
    """Sums that can be asked for by scope, again and again.

    Attributes:
        all: The sums of each day and person.
    """

    all: tuple[Sum, ...]
    _known: dict[Scope, list[Sum]] = field(factory=dict[Scope, list[Sum]], init=False)

    def of(self, scope: Scope, people: People) -> list[Sum]:
        """Return the sums of a scope, those of a role or of everybody by day."""
        if scope.person is not None:
            return self.by_person.get(scope.person, [])
        if scope not in self._known:
            role = scope.role
            self._known[scope] = _joined(
                one
                for one in self.all
                if role is None
                or (
                    one.person is not None and role in people.roles(one.person, one.day)
                )
            )
        return self._known[scope]

    @functools.cached_property
    def by_person(self) -> dict[str | None, list[Sum]]:
        """The sums of each person."""
        found: dict[str | None, list[Sum]] = {}
        for one in self.all:
            found.setdefault(one.person, []).append(one)
        return found


def _joined(sums: Iterable[Sum]) -> list[Sum]:
    """Add up the sums of a day, whoever's they are."""
    found: dict[tuple[dt.date, str | None], Sum] = {}
    for one in sums:
        key = (one.day, one.currency)
        known = found.get(key)
        found[key] = one if known is None else _both(known, one)
    return list(found.values())


def _both(one: Sum, other: Sum) -> Sum:
    lows = [low for low in (one.least, other.least) if low is not None]
    highs = [high for high in (one.most, other.most) if high is not None]
    return Sum(
        one.day,
        None,
        one.currency,
        one.count + other.count,
        (one.total or 0) + (other.total or 0),
        min(lows, default=None),
        max(highs, default=None),
    )


@frozen
class _Span:
    start: dt.date
    end: dt.date
    at_s: int


@frozen(eq=False)
class Sums:
    """Sums of leaves, made when they are first asked for.

    Attributes:
        engine: Where the tables are.
        world: What the SQL is written for.
        editions: The editions.
        people: Who is in which role.
        written: Keys of fields that events write into, so that what they hold changes.
        there: The columns of the deals.
    """

    engine: Engine
    world: World
    editions: Editions
    people: People
    written: frozenset[str]
    there: frozenset[str]
    _held: dict[Any, _ByScope] = field(factory=dict[Any, Any], init=False)

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
        if (
            counting.where is not None
            or counting.refunded is not None
            or counting.reduced is not None
            or (counting.shares is not None and isinstance(leaf, Aggregate))
        ):
            raise NotCompiled
        if leaf.of == "deals" and _comes_again(leaf.event):
            # A deal counts once a period, so days do not add up.
            period = measure.period
            end = measure.ledger.end_of(period)
            span = _Span(period.start, period.end, (end - EPOCH) // SECOND)
            own = self._sums(leaf, span).of(measure.scope, self.people)
        else:
            found = self._sums(leaf, None).of(measure.scope, self.people)
            own = [one for one in found if one.day in measure.period]
        if isinstance(leaf, Count):
            return Fraction(sum(one.count for one in own))
        return self._aggregate(measure, leaf, unit, own)

    def _aggregate(
        self, measure: Measure, leaf: Aggregate, unit: str | None, own: list[Sum]
    ) -> Fraction | None:
        wanted = measure.currency(unit)
        sums = self._is_money(leaf)
        kept = [
            one for one in own if one.count and (not sums or one.currency == wanted)
        ]
        scale = self._scale(leaf, wanted)
        total = sum(one.total or 0 for one in kept)
        count = sum(one.count for one in kept)
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

    def _sums(self, leaf: Leaf, span: _Span | None) -> _ByScope:
        key = (leaf, span)
        if key not in self._held:
            query = written(self._query(leaf, span), self.engine.dialect)
            self._held[key] = _ByScope(
                tuple(
                    Sum(_FIRST + day * _DAY, *rest)
                    for day, *rest in self.engine.rows(query)
                )
            )
        return self._held[key]

    def _query(self, leaf: Leaf, span: _Span | None = None) -> str:
        """Return the query for the sums of a leaf by day and person."""
        held, currency, join = self._value(leaf)
        where = ["r.at_s <= " + str(self.world.now)]
        if leaf.where is not None:
            join = " JOIN salesreg_deals AS d ON d.deal = r.deal"
            where.append(condition(leaf.where, self.editions.fields, self.there, "d"))
            self._refuse_written(leaf)
        tables, source = self._records(leaf)
        if span is not None:
            low, high = day_number(span.start), day_number(span.end)
            once = (
                "SELECT r.*, ROW_NUMBER() OVER (PARTITION BY deal ORDER BY at_s) AS nth"
                f" FROM dated AS r WHERE date >= {low} AND date <= {high}"
            )
        else:
            once = "SELECT r.*, 1 AS nth FROM dated AS r"
        person = "r.person"
        owned = ""
        if leaf.of != "activities" and not self.world.owners:
            # Nobody ever took a deal over, so the owner of its row always had it.
            person = "o.owner"
            owned = " LEFT JOIN salesreg_deals AS o ON o.deal = r.deal"
        elif leaf.of != "activities":
            person = "COALESCE(t.owner, f.owner)"
            owned = (
                " LEFT JOIN tenures AS t ON t.deal = r.deal AND t.since_s <= r.at_s"
                " AND (t.until_s IS NULL OR r.at_s < t.until_s)"
                " LEFT JOIN firsts AS f ON f.deal = r.deal"
            )
        second = "(s.at_s % 86400)"
        turns = "".join(
            f" WHEN {second} >= w.c{n} THEN w.d{n}"
            for n in range(self.world.turns, 0, -1)
        )
        date = f"CASE{turns} ELSE w.d0 END" if turns else "w.d0"
        dated = (
            f"SELECT s.*, {date} AS date FROM ({source}) AS s"
            " JOIN salesreg_walls AS w ON w.day = FLOOR_DIV(s.at_s, 86400)"
        )
        if isinstance(leaf.event, happening.PeriodEnds):
            at = span or _Span(_FIRST, _FIRST, 0)
            dated = (
                f"SELECT deal, {at.at_s} AS at_s, {day_number(at.end)} AS date"
                f" FROM salesreg_deals WHERE created_s <= {at.at_s}"
            )
        return f"""WITH{owners(self.world)},
firsts AS (
  SELECT deal, owner FROM (SELECT deal, owner, ROW_NUMBER() OVER (PARTITION BY deal
    ORDER BY since_s) AS nth FROM tenures) AS numbered WHERE nth = 1
){tables},
dated AS ({dated}),
once AS ({once}),
found AS (
  SELECT r.date, {person} AS person, {currency} AS currency, {held} AS held
  FROM once AS r{join}{owned} WHERE r.nth = 1 AND {" AND ".join(where)}
)
SELECT date, person, currency, COUNT(held) AS number,
  CAST(SUM(held) AS BIGINT) AS total, MIN(held) AS least_held, MAX(held) AS most_held
FROM found GROUP BY date, person, currency"""

    def _value(self, leaf: Leaf) -> tuple[str, str, str]:
        """Return what a record holds, its currency, and the join that tells it."""
        nothing = "CAST(NULL AS VARCHAR)"
        if isinstance(leaf, Count):
            return "1", nothing, ""
        if leaf.how == "median":
            raise NotCompiled
        if leaf.of == "activities" and leaf.field == "minutes":
            return "r.minutes", nothing, ""
        if leaf.of == "payments" and leaf.field == "amount":
            return "r.minor", "r.currency", ""
        item = self.editions.fields.get(leaf.field)
        if leaf.of != "deals" or item is None:
            raise NotCompiled
        if (
            item.type not in {"money", "percent", "number"}
            or leaf.field in self.written
        ):
            raise NotCompiled
        name = f"f{list(self.editions.fields).index(leaf.field)}"
        if name not in self.there:
            return "CAST(NULL AS BIGINT)", nothing, ""
        code = f"d.{name}_cur" if item.type == "money" else nothing
        return f"d.{name}", code, " JOIN salesreg_deals AS d ON d.deal = r.deal"

    def _refuse_written(self, leaf: Leaf) -> None:
        from salesreg.values.facts import fields  # noqa: PLC0415 - rarely needed

        if leaf.where is not None and self.written & set(fields(leaf.where)):
            raise NotCompiled

    def _records(self, leaf: Leaf) -> tuple[str, str]:
        """Return the tables before, and the query for, the records of a leaf."""
        event = leaf.event
        match leaf.of, event:
            case "deals", None | happening.DealCreated() | happening.PeriodEnds():
                return "", "SELECT deal, created_s AS at_s FROM salesreg_deals"
            case "deals", happening.StageEntered():
                tables = f",{entries(self.world)},{visits(self.world)}"
                source = (
                    "SELECT visits.deal, visits.entered AS at_s FROM visits JOIN"
                    " salesreg_stage_keys AS k ON k.stage = visits.stage WHERE"
                    f" k.stage_key = {quoted(event.stage)}"
                )
                return tables, source
            case "deals", happening.Payment():
                state = f"state = {quoted(event.state)}"
                known = "JOIN salesreg_deals AS k ON k.deal = p.deal"
                return "", (
                    f"SELECT p.deal, p.at_s FROM salesreg_payments AS p {known}"
                    f" WHERE {state} UNION ALL SELECT p.deal, p.at_s FROM"
                    f" salesreg_events AS p {known} WHERE kind = 'payment' AND {state}"
                )
            case "payments", None | happening.Payment():
                state = f" WHERE p.state = {quoted(event.state)}" if event else ""
                return "", (
                    "SELECT p.deal, p.at_s, p.minor, p.currency FROM salesreg_payments"
                    f" AS p JOIN salesreg_deals AS k ON k.deal = p.deal{state}"
                )
            case "activities", None | happening.ActivityDone():
                done = f" WHERE activity = {quoted(event.activity)}" if event else ""
                return "", (
                    "SELECT deal, start_s AS at_s, person, minutes FROM"
                    f" salesreg_activities{done}"
                )
            case _:
                raise NotCompiled


def _comes_again(event: object) -> bool:
    return event is not None and not isinstance(event, happening.DealCreated)
