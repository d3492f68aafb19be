"""Filling: what to write into the fields of a deal so that conditions hold, or fail.

The example that the exact analysis of conditions finds is turned into facts of the
right kind for each field. What it leaves open, such as how long ago a date was, is
filled in; where no field can hold what is asked for, there is no answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from salesreg.errors import InvalidValue
from salesreg.model.process import Field
from salesreg.solve.cells import Domain
from salesreg.solve.comparison import Comparison, Deal
from salesreg.solve.search import TooHard
from salesreg.values.amounts import Money, Percent
from salesreg.values.calendar import WorkCalendar
from salesreg.values.condition import AllOf, Condition, Filled, Not, Within
from salesreg.values.dates import moved
from salesreg.values.facts import holds
from salesreg.values.times import Duration
from salesreg.values.worktime import clock_of

_TYPES: Mapping[str, type] = {
    "text": str,
    "choice": str,
    "number": Decimal,
    "money": Money,
    "percent": Percent,
    "date": dt.date,
    "flag": bool,
    "file": str,
}
_DAY = dt.timedelta(days=1)


class Filling:
    """What the fields of one regulation can be filled with."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        """Take the fields by key."""
        self._fields = fields
        self._domains = {
            key: Domain(choices=field.choices)
            for key, field in fields.items()
            if field.type == "choice"
        }
        self._found: dict[tuple[object, ...], Deal | None] = {}

    def usual(self, key: str, at: dt.datetime) -> object:
        """Return something plain for a field, by its type."""
        field = self._fields.get(key)
        match field.type if field else "text":
            case "number":
                return Decimal(1)
            case "money":
                return Money(Decimal(1000), "RUB")
            case "percent":
                return Percent(Decimal(1))
            case "date":
                return at.date()
            case "flag":
                return True
            case _ if field:
                return (field.choices or (field.title,))[0]
            case _:
                return key

    def meeting(
        self,
        hold: Sequence[Condition],
        at: dt.datetime,
        calendar: WorkCalendar | None,
        *,
        fail: Sequence[Condition] = (),
    ) -> dict[str, object] | None:
        """Return values with which conditions hold, and others do not.

        Fields that no condition asks about are left out; None stands for a field
        that must be empty. None as a whole when no such values were found.
        """
        deal = self._deal(tuple(hold), tuple(fail))
        if deal is None:
            return None
        values: dict[str, object] = dict(deal.facts)
        asked = [*hold, *map(_negated, fail)]
        try:
            for said in deal.said:
                self._add(values, said, at, calendar)
            if not all(self._fits(*one) for one in values.items()):
                return None
            met = all(holds(one, values, at, calendar) for one in asked)
        except InvalidValue:
            return None
        return values if met else None

    def _deal(
        self, hold: tuple[Condition, ...], fail: tuple[Condition, ...]
    ) -> Deal | None:
        key = (hold, fail)
        if key not in self._found:
            asked = [*hold, *fail]
            try:
                comparison = Comparison(asked, self._domains)
                self._found[key] = comparison.find(
                    hold=range(len(hold)), fail=range(len(hold), len(asked))
                )
            except TooHard:
                self._found[key] = None
        return self._found[key]

    def _add(
        self,
        values: dict[str, object],
        said: Condition,
        at: dt.datetime,
        calendar: WorkCalendar | None,
    ) -> None:
        """Add what a condition of the example says and its facts do not."""
        match said:
            case Filled(field=key, value=True):
                values.setdefault(key, self.usual(key, at))
            case Filled(field=key, value=False):
                values.setdefault(key, None)
            case Within(field=key, duration=length):
                values[key] = _ago(length, at, calendar)
            case Not(of=Within(field=key, duration=length)):
                values.setdefault(key, _before(length, at, calendar))
            case AllOf(of=parts):
                for part in parts:
                    self._add(values, part, at, calendar)
            case _:
                pass

    def _fits(self, key: str, value: object) -> bool:
        field = self._fields.get(key)
        return field is not None and (
            value is None or isinstance(value, _TYPES[field.type])
        )


def _negated(condition: Condition) -> Condition:
    return ~condition


def _ago(length: Duration, at: dt.datetime, calendar: WorkCalendar | None) -> dt.date:
    """Return the earliest date that is no longer ago than a duration."""
    if length.working and length.minutes is None and calendar is not None:
        return clock_of(calendar).next_working_day(at.date(), -length.amount)
    return moved(at.date(), length, back=True)


def _before(
    length: Duration, at: dt.datetime, calendar: WorkCalendar | None
) -> dt.date:
    """Return a date that is longer ago than a duration."""
    return _ago(length, at, calendar) - _DAY
