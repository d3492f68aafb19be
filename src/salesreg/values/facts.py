"""Whether a condition holds for the facts of a deal.

Facts are what the fields of one deal hold, by key: a text for `Is`, a bool for
`Flag`, an int or Decimal for `NumberBounds`, `Money`, `Percent`, and a date or
datetime for `DateBounds` and `Within`. None and "" are no value. The date of a
datetime is the one in its own time zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeVar, assert_never

from salesreg._text import shown
from salesreg.errors import InvalidValue, invalid
from salesreg.values.amounts import Money, Percent
from salesreg.values.calendar import WorkCalendar
from salesreg.values.condition import (
    AllOf,
    AnyOf,
    Condition,
    DateBounds,
    Filled,
    Flag,
    Is,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
    Within,
)
from salesreg.values.dates import moved
from salesreg.values.times import Duration
from salesreg.values.zone import MICROSECOND, instant

Leaf = (
    Is
    | Flag
    | Filled
    | NumberBounds
    | MoneyBounds
    | PercentBounds
    | DateBounds
    | Within
)
Facts = Mapping[str, object]
Now = dt.datetime | dt.date | None
T = TypeVar("T")

FIELD_TYPES: Mapping[type, frozenset[str]] = {
    Is: frozenset({"text", "choice", "file"}),
    Flag: frozenset({"flag"}),
    NumberBounds: frozenset({"number"}),
    MoneyBounds: frozenset({"money"}),
    PercentBounds: frozenset({"percent"}),
    DateBounds: frozenset({"date"}),
    Within: frozenset({"date"}),
}
"""The types of field that a condition can be asked about; `Filled` asks any."""

_NOTHING = dt.timedelta()


def holds(
    condition: Condition,
    facts: Facts,
    now: Now = None,
    calendar: WorkCalendar | None = None,
) -> bool:
    """Tell whether a condition holds.

    `AllOf` and `AnyOf` look no further than they must, from the left.

    Args:
        condition: The condition, nested as deep as you like.
        facts: What the fields hold; a field that is not there has no value.
        now: The moment that `Within` looks back from; a date is enough for
            days and longer.
        calendar: Whose working time `Within` counts.

    Raises:
        InvalidValue: A field holds another type than its condition is about,
            or `Within` needs a moment or a calendar that was not given.

    >>> big = NumberBounds(field="seats", at_least=Decimal(50))
    >>> holds(big, {"seats": 50}), holds(big, {}), holds(~big, {})
    (True, False, True)
    """
    # Each open group waits with the members not yet looked at. No recursion:
    # a condition may be nested deeper than Python's stack.
    waiting: list[tuple[AllOf | AnyOf | Not, Iterator[Condition]]] = []
    current = condition
    while True:
        if isinstance(current, AllOf | AnyOf):
            members = iter(current.of)
            waiting.append((current, members))
            current = next(members)
            continue
        if isinstance(current, Not):
            waiting.append((current, iter(())))
            current = current.of
            continue
        found = _holds(current, facts, now, calendar)
        while waiting:
            group, members = waiting[-1]
            if isinstance(group, Not):
                found = not found
            elif found == isinstance(group, AllOf):
                following = next(members, None)
                if following is not None:
                    current = following
                    break
            waiting.pop()
        else:
            return found


def fields(condition: Condition) -> tuple[str, ...]:
    """Return the keys of the fields a condition looks at, each once, in order.

    >>> fields(Filled(field="inn") & (Flag(field="vip") | Filled(field="inn")))
    ('inn', 'vip')
    """
    return tuple(dict.fromkeys(leaf.field for leaf in leaves(condition)))


def misfits(condition: Condition, types: Mapping[str, str]) -> tuple[Leaf, ...]:
    """Return the parts of a condition that ask a field for what it never holds.

    A field of dates knows no minutes, so that it is not asked for the last two hours.

    Args:
        condition: The condition.
        types: Types of the fields, by key; one that is not there has no value.

    >>> misfits(Flag(field="inn") | Filled(field="inn"), {"inn": "text"})
    (Flag(field='inn', value=True),)
    """
    return tuple(one for one in leaves(condition) if not _fits(one, types))


def _fits(leaf: Leaf, types: Mapping[str, str]) -> bool:
    if isinstance(leaf, Filled) or leaf.field not in types:
        return True
    minutes = isinstance(leaf, Within) and leaf.duration.minutes is not None
    return types[leaf.field] in FIELD_TYPES[type(leaf)] and not minutes


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield the parts of a condition that look at a field, from the left."""
    waiting: list[Condition] = [condition]
    while waiting:
        current = waiting.pop()
        if isinstance(current, AllOf | AnyOf):
            waiting += reversed(current.of)
        elif isinstance(current, Not):
            waiting.append(current.of)
        else:
            yield current


def _holds(leaf: Leaf, facts: Facts, now: Now, calendar: WorkCalendar | None) -> bool:
    fact = facts.get(leaf.field)
    if isinstance(leaf, Filled):
        return leaf.value != _is_empty(fact)
    if _is_empty(fact):
        return False
    match leaf:
        case Is():
            return _typed(leaf, fact, str, "a text") in leaf.values
        case Flag():
            return _typed(leaf, fact, bool, "true or false") == leaf.value
        case NumberBounds():
            return _lies(_number(leaf, fact), leaf)
        case MoneyBounds():
            return _lies_money(_typed(leaf, fact, Money, "money"), leaf)
        case PercentBounds():
            return _lies(_typed(leaf, fact, Percent, "a percentage"), leaf)
        case DateBounds():
            return _lies(_date(_typed(leaf, fact, dt.date, "a date")), leaf)
        case Within():
            day = _typed(leaf, fact, dt.date, "a date")
            return _is_recent(leaf, day, now, calendar)
    assert_never(leaf)


def _is_empty(fact: object) -> bool:
    return fact is None or fact == ""


def _typed(leaf: Leaf, fact: object, cls: type[T], name: str) -> T:
    if isinstance(fact, cls):
        return fact
    raise _wrong(leaf, fact, name)


def _number(leaf: Leaf, fact: object) -> Decimal:
    if isinstance(fact, int) and not isinstance(fact, bool):
        return Decimal(fact)
    if isinstance(fact, Decimal) and fact.is_finite():
        return fact
    raise _wrong(leaf, fact, "an int or a finite Decimal")


def _wrong(leaf: Leaf, fact: object, name: str) -> InvalidValue:
    got = f"{shown(fact)} ({type(fact).__name__})"
    message = f"field {leaf.field!r} must hold {name}, got {got}"
    return invalid("wrong-fact", message)


def _lies(
    fact: Decimal | Money | Percent | dt.date,
    bounds: NumberBounds | MoneyBounds | PercentBounds | DateBounds,
) -> bool:
    return (
        (bounds.at_least is None or fact >= bounds.at_least)  # type: ignore[operator]
        and (bounds.above is None or fact > bounds.above)  # type: ignore[operator]
        and (bounds.at_most is None or fact <= bounds.at_most)  # type: ignore[operator]
        and (bounds.below is None or fact < bounds.below)  # type: ignore[operator]
        and (bounds.equals is None or fact == bounds.equals)
    )


def _lies_money(fact: Money, leaf: MoneyBounds) -> bool:
    limits = (leaf.at_least, leaf.above, leaf.at_most, leaf.below, leaf.equals)
    same = (limit is None or limit.currency == fact.currency for limit in limits)
    return all(same) and _lies(fact, leaf)


def _date(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _is_recent(
    leaf: Within, fact: dt.date, now: Now, calendar: WorkCalendar | None
) -> bool:
    duration = leaf.duration
    if now is None:
        message = f"'at most {duration} ago' needs to know what time it is"
        raise invalid("no-now", message, "give now")
    if duration.working and calendar is None:
        message = f"'at most {duration} ago' needs working hours"
        raise invalid("no-calendar", message, "give calendar")
    if duration.minutes is not None:
        if not isinstance(fact, dt.datetime):
            raise _wrong(leaf, fact, "a datetime")
        if not isinstance(now, dt.datetime):
            message = f"'at most {duration} ago' needs a datetime, got the date {now}"
            raise invalid("no-now", message)
        passed = (instant(now) - instant(fact)) * MICROSECOND
        if calendar is not None and duration.working and passed >= _NOTHING:
            passed = calendar.elapsed(fact, now)
        return _NOTHING <= passed <= dt.timedelta(minutes=duration.minutes)
    day, today = _date(fact), _date(now)
    if calendar is not None and duration.working:
        return day <= today <= calendar.next_working_day(day, duration.amount)
    return _earliest(today, duration) <= day <= today


def _earliest(today: dt.date, duration: Duration) -> dt.date:
    """Return the date a duration ago; where none is so long ago, the first of all."""
    try:
        return moved(today, duration, back=True)
    except InvalidValue:
        return dt.date.min
