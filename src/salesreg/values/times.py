"""Times of day, windows and durations: how a regulation measures time."""

from __future__ import annotations

import functools
import re
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from salesreg.constraints import Range
from salesreg.errors import invalid
from salesreg.record import value

Weekday = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
]
TimeUnit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
Cadence = Literal["day", "week", "month", "quarter", "year"]

_TIME = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)"


@functools.total_ordering
@value
class ClockTime:
    """A time of day on the wall clock, to the minute; "24:00" ends a day.

    Attributes:
        minutes: Minutes since midnight.

    >>> ClockTime.parse("09:30").minutes
    570
    """

    GRAMMAR: ClassVar[str] = _TIME
    FORM: ClassVar[str] = "a time of day such as '09:30'"

    minutes: Annotated[int, Range(0, 1440)]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "09:30"; raise `InvalidValue`."""
        if not re.fullmatch(cls.GRAMMAR, text):
            raise invalid("bad-value", f"must be {cls.FORM}, got {text!r}")
        hours, minutes = text.split(":")
        return cls(int(hours) * 60 + int(minutes))

    def __lt__(self, other: ClockTime) -> bool:
        """Compare within one day."""
        return self.minutes < other.minutes

    def __str__(self) -> str:
        """Return "09:30"."""
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"ClockTime({str(self)!r})"


@value
class Window:
    """A part of the day; it runs over midnight when it ends before it starts.

    Attributes:
        start: First minute inside.
        end: First minute outside.

    >>> Window.parse("09:00-18:00").minutes
    540
    """

    GRAMMAR: ClassVar[str] = f"(?!(.{{5}})[-–]\\1){_TIME}[-–]{_TIME}"
    FORM: ClassVar[str] = "a window such as '09:00-18:00'"

    start: ClockTime
    end: ClockTime

    def __attrs_post_init__(self) -> None:
        """Refuse a window of no length."""
        if self.start == self.end:
            message = f"a window cannot end when it starts, at {self.start}"
            raise invalid("bad-value", message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "09:00-18:00"; raise `InvalidValue`."""
        if not re.fullmatch(cls.GRAMMAR, text):
            raise invalid("bad-value", f"must be {cls.FORM}, got {text!r}")
        return cls(ClockTime.parse(text[:5]), ClockTime.parse(text[6:]))

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return (self.end.minutes - self.start.minutes) % 1440 or 1440

    def __str__(self) -> str:
        """Return "09:00-18:00"."""
        return f"{self.start}-{self.end}"

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"Window({str(self)!r})"


_COUNT = "0{0,5}[1-9][0-9]{0,7}"
_SHORT = "0{0,5}[1-9][0-9]{0,6}"  # With the hours before it, still in the range.
_MINUTES, _HOURS, _DAYS = "(?:min|minutes?)", "(?:h|hours?)", "days?"
_LONG = "(?:weeks?|months?|quarters?|years?)"
_CLOCK = "(?:working|business)"
_UNITS: dict[str, TimeUnit] = {
    "m": "minute",
    "h": "hour",
    "d": "day",
    "w": "week",
    "q": "quarter",
    "y": "year",
}
_PART = re.compile(r"([0-9]+) ?([a-z]+)")


@value
class Duration:
    """A length of time on one of two clocks.

    The working clock runs only in working time of a `WorkCalendar`; a working
    day is one day of that calendar, whatever its length.

    Attributes:
        amount: How many units.
        unit: The unit.
        working: True when the working clock measures it.

    >>> Duration.parse("2 business days")
    Duration('2 business days')
    """

    GRAMMAR: ClassVar[str] = (
        f"{_COUNT} ?{_MINUTES}(?: {_CLOCK})?"
        f"|[1-9][0-9]{{0,3}} ?{_HOURS} {_SHORT} ?{_MINUTES}(?: {_CLOCK})?"
        f"|{_COUNT} ?{_HOURS}(?: {_CLOCK})?"
        f"|{_COUNT} {_CLOCK} (?:{_MINUTES}|{_HOURS}|{_DAYS})"
        f"|{_COUNT} (?:{_DAYS}|{_LONG})"
    )
    FORM: ClassVar[str] = "a duration such as '15 min working' or '2 business days'"

    amount: Annotated[int, Range(1, 99_999_999)]
    unit: TimeUnit = "minute"
    working: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse working weeks and longer: nobody agrees how long they are."""
        if self.working and self.unit not in {"minute", "hour", "day"}:
            message = f"the working clock counts no {self.unit}s"
            raise invalid("bad-value", message, "count in business days")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "15 min working", "1 h 30 min", "3 months"; raise `InvalidValue`."""
        if not re.fullmatch(cls.GRAMMAR, text):
            raise invalid("bad-value", f"must be {cls.FORM}, got {text!r}")
        working = bool(re.search(_CLOCK, text))
        parts = _PART.findall(re.sub(f"{_CLOCK} ?", "", text))
        (count, word) = parts[-1]
        unit: TimeUnit = "month" if word.startswith("mo") else _UNITS[word[0]]
        amount = int(count)
        if len(parts) > 1:
            amount += 60 * int(parts[0][0])
        return cls(amount, unit, working)

    @property
    def minutes(self) -> int | None:
        """Length in minutes, when the unit is a minute or an hour."""
        return {"minute": self.amount, "hour": 60 * self.amount}.get(self.unit)

    def __str__(self) -> str:
        """Return the written form."""
        plural = "" if self.amount == 1 else "s"
        match self.unit:
            case "minute" | "hour":
                unit = "min" if self.unit == "minute" else "h"
                return f"{self.amount} {unit}" + (" working" if self.working else "")
            case _:
                clock = "business " if self.working else ""
                return f"{self.amount} {clock}{self.unit}{plural}"

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"Duration({str(self)!r})"


class Clock(NamedTuple):
    """What durations must share to be compared: a unit that they are counted in.

    Attributes:
        unit: The unit.
        working: Whether the working clock counts it.
    """

    unit: str
    working: bool


_IN: dict[str, tuple[str, int]] = {
    "hour": ("minute", 60),
    "week": ("day", 7),
    "quarter": ("month", 3),
    "year": ("month", 12),
}


def measured(duration: Duration) -> tuple[Clock, int]:
    """Return what a duration is counted in, and how many of them it is.

    >>> measured(Duration.parse("2 weeks"))
    (Clock(unit='day', working=False), 14)
    """
    unit, times = _IN.get(duration.unit, (duration.unit, 1))
    return Clock(unit, duration.working), duration.amount * times


def duration(text: str) -> Duration:
    """Return a duration from its written form.

    >>> duration("1 h 30 min")
    Duration('90 min')
    """
    return Duration.parse(text)
