"""Periods: the span of days that a plan, a goal or a result speaks of."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, Self

from salesreg.errors import invalid
from salesreg.record import value

_COMMON = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
_LEAP = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00"
_YEAR = "(?!0000)[0-9]{4}"
DATE = f"(?!0000)(?:[0-9]{{4}}-(?:{_COMMON})|(?:{_LEAP})-02-29)"
"""ISO 8601 dates that exist in the Gregorian calendar, years 0001 to 9999."""


@value
class Period:
    """A span of whole days, both ends included.

    Written as a year, half, quarter or month ("2026", "2026-H1", "2026-Q2",
    "2026-05"), or as two dates ("2026-05-10/2026-06-15").

    Attributes:
        start: First day.
        end: Last day.

    >>> Period.parse("2026-Q1").end
    datetime.date(2026, 3, 31)
    """

    GRAMMAR: ClassVar[str] = (
        f"{_YEAR}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?|{DATE}/{DATE}"
    )
    FORM: ClassVar[str] = "a period such as '2026', '2026-Q1', '2026-05'"

    start: dt.date
    end: dt.date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a written period; raise `InvalidValue`."""
        if not re.fullmatch(cls.GRAMMAR, text):
            raise invalid("bad-value", f"must be {cls.FORM}, got {text!r}")
        if "/" in text:
            start, _, end = text.partition("/")
            return cls(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        year, _, part = text.partition("-")
        first, months = 1, 12
        if part:
            months = {"H": 6, "Q": 3}.get(part[0], 1)
            first = (int(part.lstrip("HQ")) - 1) * months + 1
        return cls(dt.date(int(year), first, 1), _last_day(int(year), first, months))

    @property
    def days(self) -> int:
        """Number of days; zero or less when the period ends before it starts."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: dt.date) -> bool:
        """Tell whether a day is inside."""
        return self.start <= day <= self.end

    def __str__(self) -> str:
        """Return the shortest written form."""
        if self.start.day == 1 and self.start.year == self.end.year:
            months = self.end.month - self.start.month + 1
            first = self.start.month
            if self.end == _last_day(self.start.year, first, months):
                year = f"{self.start.year:04d}"
                if months == 12:
                    return year
                if months in {6, 3} and (first - 1) % months == 0:
                    return f"{year}-{'H' if months == 6 else 'Q'}{first // months + 1}"
                if months == 1:
                    return f"{year}-{first:02d}"
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"Period({str(self)!r})"


def _last_day(year: int, first: int, months: int) -> dt.date:
    month = first + months - 1
    if month == 12:
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def period(text: str) -> Period:
    """Return a period from its written form.

    >>> str(period("2026-01-01/2026-06-30"))
    '2026-H1'
    """
    return Period.parse(text)
