"""What people write for numbers, money, time and dates, by language.

Each function returns the written form that the class of the value parses, so the
grammar of a value stands in its own class; it raises `InvalidValue` for what can
be read in two ways or in none.
"""

from __future__ import annotations

from salesreg.document.heard.numbers import (
    money,
    number,
    percent,
    spaced,
    units,
    unreadable,
)
from salesreg.document.heard.times import date, duration, period

__all__ = [
    "date",
    "duration",
    "money",
    "number",
    "percent",
    "period",
    "spaced",
    "units",
    "unreadable",
]
