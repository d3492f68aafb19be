"""The query for the sums of a leaf of a formula, by day and person (rules 13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import evolve, frozen

from salesreg.evaluate.sql.conditions import condition, quoted
from salesreg.evaluate.sql.history import entries, visits
from salesreg.evaluate.sql.rules import NotCompiled
from salesreg.evaluate.sql.tenures import owners
from salesreg.evaluate.sql.world import World
from salesreg.evaluate.worktables import day_number
from salesreg.model.process import Field
from salesreg.values import event as happening
from salesreg.values.condition import Condition
from salesreg.values.expression import Aggregate, Count
from salesreg.values.facts import fields as fields_of

Leaf = Count | Aggregate


@frozen
class Span:
    """A period for which each deal counts once.

    Attributes:
        start: Its first day.
        end: Its last day.
        at_s: Its last second, or now if that is earlier.
    """

    start: dt.date
    end: dt.date
    at_s: int


@frozen
class _Records:
    """Records that a leaf counts.

    Attributes:
        source: What stands behind `FROM`; it has the deals as `d` if they are needed.
        at: Expression of the moment of a record.
        person: Expression of whose it is, when the record itself says so.
        tables: Tables that are made before.
        where: Condition on the records.
    """

    source: str
    at: str
    person: str = ""
    tables: str = ""
    where: str = "1 = 1"


def _extremes(leaf: Leaf) -> str:
    """Return the columns of the least and the greatest, where somebody asks."""
    held = {"least_held": "MIN(held)", "most_held": "MAX(held)"}
    asked = isinstance(leaf, Aggregate) and leaf.how in {"min", "max"}
    shown = held if asked else dict.fromkeys(held, "CAST(NULL AS BIGINT)")
    return ", ".join(f"{value} AS {name}" for name, value in shown.items())


_KNOWN = "JOIN salesreg_deals AS d ON d.deal = p.deal"


@frozen(eq=False)
class Leaves:
    """Writes the queries of leaves.

    Attributes:
        world: What the SQL is written for.
        fields: Fields of a deal, in the order in which their columns are numbered.
        written: Keys of fields that events write into, so that what they hold changes.
        there: The columns of the deals.
    """

    world: World
    fields: Mapping[str, Field]
    written: frozenset[str]
    there: frozenset[str]

    def query(
        self,
        leaf: Leaf,
        where: Condition | None,
        span: Span | None,
        without: str | None = None,
    ) -> str:
        """Return the query for the sums of a leaf by day and person.

        Args:
            leaf: The leaf.
            where: What deals must meet besides.
            span: The period for which each deal counts once; None: it counts anyway.
            without: The table of the deals that are left out.

        Raises:
            NotCompiled: The leaf is counted from records.
        """
        conditions = [one for one in (leaf.where, where) if one is not None]
        held, currency, reads_deal = self._value(leaf)
        records = self._records(leaf, deals=reads_deal or bool(conditions))
        where_all = [records.where, *map(self._condition, conditions)]
        if without is not None:
            where_all.append(f"NOT d.deal IN (SELECT deal FROM {without})")
        if isinstance(leaf.event, happening.PeriodEnds):
            at = span or Span(dt.date(1970, 1, 1), dt.date(1970, 1, 1), 0)
            records = evolve(records, at=str(at.at_s))
            date, wall, span = str(day_number(at.end)), "", None
            where_all.append(f"d.created_s <= {at.at_s}")
        else:
            walls = self.world.walls
            date, wall = walls.date(records.at), f" {walls.join(records.at)}"
            where_all.append(f"{records.at} <= {self.world.now}")
        person, tenures, owned = self._person(records)
        nth, once = "", ""
        if span is not None:
            nth = (
                f", ROW_NUMBER() OVER (PARTITION BY d.deal ORDER BY {records.at}) AS n"
            )
            low, high = day_number(span.start), day_number(span.end)
            where_all.append(f"{date} >= {low} AND {date} <= {high}")
            once = " WHERE n = 1"
        tables = ",".join(part for part in (tenures, records.tables) if part)
        return f"""WITH {f"{tables}," if tables else ""}
found AS (
  SELECT {date} AS date, {person} AS person, {currency} AS currency, {held} AS held{nth}
  FROM {records.source}{wall}{owned} WHERE {" AND ".join(where_all)}
)
SELECT date, person, currency, COUNT(held) AS number,
  CAST(SUM(held) AS BIGINT) AS total, {_extremes(leaf)}
FROM found{once} GROUP BY date, person, currency ORDER BY date"""

    def _person(self, records: _Records) -> tuple[str, str, str]:
        """Return whose a record is, the tables for it, and the join (13.7)."""
        if records.person:
            return records.person, "", ""
        if not self.world.owners:
            # Nobody ever took a deal over, so the owner of its row always had it.
            return "d.owner", "", ""
        tables = f"""{owners(self.world)},
firsts AS (
  SELECT deal, owner FROM (SELECT deal, owner, ROW_NUMBER() OVER (PARTITION BY deal
    ORDER BY since_s) AS nth FROM tenures) AS numbered WHERE nth = 1
)"""
        owned = (
            f" LEFT JOIN tenures AS t ON t.deal = d.deal AND t.since_s <= {records.at}"
            f" AND (t.until_s IS NULL OR {records.at} < t.until_s)"
            " LEFT JOIN firsts AS f ON f.deal = d.deal"
        )
        return "COALESCE(t.owner, f.owner)", tables, owned

    def _condition(self, rule: Condition) -> str:
        if self.written & set(fields_of(rule)):
            raise NotCompiled
        return condition(rule, self.fields, self.there, "d")

    def _value(self, leaf: Leaf) -> tuple[str, str, bool]:
        """Return what a record holds, its currency, and whether its deal tells it."""
        nothing = "CAST(NULL AS VARCHAR)"
        if isinstance(leaf, Count):
            return "1", nothing, False
        if leaf.how == "median":
            raise NotCompiled
        if leaf.of == "activities" and leaf.field == "minutes":
            return "p.minutes", nothing, False
        if leaf.of == "payments" and leaf.field == "amount":
            return "p.minor", "p.currency", False
        item = self.fields.get(leaf.field)
        if leaf.of != "deals" or item is None:
            raise NotCompiled
        numeric = item.type in {"money", "percent", "number"}
        if not numeric or leaf.field in self.written:
            raise NotCompiled
        name = f"f{list(self.fields).index(leaf.field)}"
        if name not in self.there:
            return "CAST(NULL AS BIGINT)", nothing, False
        code = f"d.{name}_cur" if item.type == "money" else nothing
        return f"d.{name}", code, True

    def _records(self, leaf: Leaf, *, deals: bool) -> _Records:
        """Return the records of a leaf."""
        event = leaf.event
        match leaf.of, event:
            case "deals", None | happening.DealCreated() | happening.PeriodEnds():
                return _Records("salesreg_deals AS d", "d.created_s")
            case "deals", happening.StageEntered():
                return _Records(
                    "visits AS p JOIN salesreg_stage_keys AS k ON k.stage = p.stage"
                    f" {_KNOWN}",
                    "p.entered",
                    tables=f"{entries(self.world)},{visits(self.world)}",
                    where=f"k.stage_key = {quoted(event.stage)}",
                )
            case "deals", happening.Payment():
                state = f"state = {quoted(event.state)}"
                both = (
                    f"SELECT deal, at_s FROM salesreg_payments WHERE {state} UNION ALL"
                    " SELECT deal, at_s FROM salesreg_events WHERE kind = 'payment'"
                    f" AND {state}"
                )
                return _Records(f"({both}) AS p {_KNOWN}", "p.at_s")
            case "payments", None | happening.Payment():
                state = f"p.state = {quoted(event.state)}" if event else "1 = 1"
                source = f"salesreg_payments AS p {_KNOWN}"
                return _Records(source, "p.at_s", where=state)
            case "activities", None | happening.ActivityDone():
                done = f"p.activity = {quoted(event.activity)}" if event else "1 = 1"
                source = f"salesreg_activities AS p{f' {_KNOWN}' if deals else ''}"
                return _Records(source, "p.start_s", "p.person", where=done)
            case _:
                raise NotCompiled
