"""Plain values: numbers, money, dates and times as one text each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal

from salesreg.document.context import Context
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, Window


def plain(value: object, context: Context) -> str | None:
    """Return how a value reads that is no text, or None when it is not plain."""
    words = context.words
    match value:
        case bool():
            return words.say("yes") if value else words.say("no")
        case int() | Decimal():
            return words.number(value)
        case dt.date():
            return words.date(value)
        case Money():
            return words.money(value)
        case Percent():
            return words.percent(value)
        case Quantity():
            return context.quantity(value)
        case Duration():
            return words.duration(value)
        case Period():
            return _period(value, context)
        case ClockTime() | Window():
            return str(value).replace("-", "–")
        case _:
            return None


def _period(value: Period, context: Context) -> str:
    written, words = str(value), context.words
    year, _, part = written.partition("-")
    if "/" in written:
        message = words.say("{start} to {end}")
        return message.format(start=words.date(value.start), end=words.date(value.end))
    if not part:
        return words.say("the year {year}").format(year=year)
    if part[0] in "HQ":
        message = (
            "half-year {part} of {year}"
            if part[0] == "H"
            else "quarter {part} of {year}"
        )
        return words.say(message).format(part=part[1:], year=year)
    return words.month(value.start)


def _country(context: Context, value: str) -> str:
    return context.words.country(value)


YEARS = frozenset({"first_year", "last_year"})
"""Fields that hold a year, which is written without separators."""

NAMED: Mapping[str, Callable[[Context, str], str]] = {
    # Codes that people know by a name.
    "unit": Context.unit,
    "country": _country,
    "database_country": _country,
}
"""Fields whose codes people know by a name."""
