"""Adjustments: a number, an amount or a length of time changed by so much."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NoReturn

from attrs import frozen

from salesreg._text import shown
from salesreg.convert.unstructure import plain
from salesreg.errors import ProblemGroup, invalid
from salesreg.values.amounts import NUMBER, Money, Percent, Quantity, decimal_text
from salesreg.values.exact import EXACT
from salesreg.values.times import ClockTime, Duration, TimeUnit

WRITTEN = f"([+-]) ?({NUMBER.removeprefix('-?')})(?:[ \\u00a0\\u202f]?(%|[A-Za-z].*))?"
"""The grammar of the written form, for Python and ECMA-262 alike."""
_FORM = "an amount with its sign such as '+10%', '-5 min', '+2' or '-5 points'"
_POINTS = ("points", "point")

# Lengths of time that are so many times another one, on either clock.
_COUNTED: dict[TimeUnit, tuple[TimeUnit, int]] = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("day", 1),
    "week": ("day", 7),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}


@frozen
class Adjustment:
    """By how much a value changes.

    Attributes:
        amount: How much, with its sign.
        unit: Of what: "%" of the value itself, "points" for a percentage, a
            currency or another unit of quantities, a unit of time, or nothing.

    >>> str(Adjustment.parse("+ 1 500 RUB"))
    '+1500 RUB'
    """

    amount: Decimal
    unit: str = ""

    @classmethod
    def parse(cls, written: object) -> Adjustment:
        """Read "+10%", "-5 min", "+1500 RUB", "-5 points", "+2" or a whole number.

        Raises:
            InvalidValue: It is none of them.
        """
        if isinstance(written, int) and not isinstance(written, bool):
            return cls(Decimal(written))
        found = re.fullmatch(WRITTEN, written) if isinstance(written, str) else None
        if found is None:
            hint = None
            if isinstance(written, str) and re.fullmatch(WRITTEN, f"+{written}"):
                hint = f"did you mean '+{written}'?"
            message = f"must be {_FORM}, got {shown(written)}"
            raise invalid("bad-value", message, hint)
        sign, digits, unit = found.groups()
        number = Decimal(re.sub("[ \\u00a0\\u202f]", "", digits))
        unit = " ".join((unit or "").split())
        unit = _POINTS[0] if unit in _POINTS else unit
        return cls(EXACT.minus(number) if sign == "-" else number, unit)

    def __str__(self) -> str:
        """Return the written form, with its sign: "+10%", "-5 min"."""
        sign = "-" if self.amount < 0 else "+"
        gap = "" if self.unit in {"", "%"} else " "
        return f"{sign}{decimal_text(abs(self.amount))}{gap}{self.unit}"

    def of(self, value: object) -> object:
        """Return a value with the adjustment made.

        A part of money is rounded to its minor unit, half up. Everything else is
        exact, and what would not come out even is refused.

        Raises:
            InvalidValue: The value is no number, amount or time, the adjustment
                is of another unit, or what results has too many digits.
        """
        made = self._made(value)
        plain(made)
        return made

    def _made(self, value: object) -> object:
        match value:
            case int() if not isinstance(value, bool):
                return self._whole(Decimal(value), value)
            case Decimal():
                return self._number(value, value, ("",))
            case Money():
                number = self._number(value.amount, value, (value.currency,))
                return Money(number, value.currency).rounded()
            case Percent():
                return Percent(self._points(value.points, value))
            case Quantity():
                return self._quantity(value)
            case Duration():
                return self._duration(value)
            case ClockTime():
                return ClockTime(value.minutes + self._minutes(value))
            case _:
                message = f"cannot be adjusted: {shown(value)}"
                hint = "numbers, money, percentages, quantities, durations and times"
                raise invalid("not-adjustable", message, f"{hint} can; replace it")

    def _number(
        self, number: Decimal, value: object, units: tuple[str, ...]
    ) -> Decimal:
        if self.unit == "%":
            part = EXACT.multiply(number, self.amount.scaleb(-2, context=EXACT))
            return EXACT.add(number, part)
        if self.unit not in units:
            self._refuse(value, " or ".join(f"'{unit}'" for unit in units if unit))
        return EXACT.add(number, self.amount)

    def _whole(self, number: Decimal, value: object) -> int:
        made = self._number(number, value, ("",))
        if made != made.to_integral_value():
            self._uneven(value, decimal_text(made))
        return int(made)

    def _points(self, points: Decimal, value: object) -> Decimal:
        if self.unit == "%":
            message = f"{self} of {value} may be meant in two ways"
            hint = f"write '{str(self)[:-1]} points', or replace the value"
            raise invalid("two-meanings", message, hint)
        return self._number(points, value, _POINTS)

    def _quantity(self, value: Quantity) -> Quantity:
        if value.unit == "%":
            return Quantity(self._points(value.amount, value), "%")
        made = self._number(value.amount, value, (value.unit,))
        if money := value.money:
            return Quantity(Money(made, money.currency).rounded().amount, value.unit)
        was_whole = value.amount == value.amount.to_integral_value()
        if self.unit == "%" and was_whole and made != made.to_integral_value():
            self._uneven(value, f"{decimal_text(made)} {value.unit}")
        return Quantity(made, value.unit)

    def _duration(self, value: Duration) -> Duration:
        unit, times = _COUNTED[value.unit]
        amount = Decimal(value.amount * times)
        if self.unit == "%":
            made = self._number(amount, value, ())
        else:
            other = self._length(value)
            counted, each = _COUNTED[other.unit]
            if counted != unit or (other.working and not value.working):
                self._refuse(value, f"the unit of {value}")
            step = Decimal(other.amount * each)
            made = amount + (step if self.amount > 0 else -step)
        if made != made.to_integral_value():
            self._uneven(value, f"{decimal_text(made)} {unit}s")
        if made % times == 0:
            return Duration(int(made) // times, value.unit, value.working)
        return Duration(int(made), unit, value.working)

    def _minutes(self, value: ClockTime) -> int:
        minutes = self._length(value).minutes
        if minutes is None:
            self._refuse(value, "minutes or hours")
        return minutes if self.amount > 0 else -minutes

    def _length(self, value: object) -> Duration:
        try:
            return Duration.parse(f"{decimal_text(abs(self.amount))} {self.unit}")
        except ProblemGroup:
            self._refuse(value, "a unit of time such as 'min'")

    def _refuse(self, value: object, units: str) -> NoReturn:
        message = f"{value} cannot be adjusted by '{self}'"
        hint = f"give the amount in {units}, or in % of it" if units else None
        raise invalid("other-unit", message, hint or "give a number, or % of it")

    def _uneven(self, value: object, made: str) -> NoReturn:
        message = f"{value} adjusted by '{self}' would be {made}"
        raise invalid("uneven", message, "replace it with the value that is meant")
