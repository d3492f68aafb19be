"""Money, percent and counted quantities: exact decimals with a unit."""

from __future__ import annotations

import functools
import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Annotated, ClassVar, Literal, Self

from salesreg.constraints import Pattern
from salesreg.errors import invalid
from salesreg.record import value
from salesreg.shapes import TextValue
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.exact import EXACT

# Thin and ordinary no-break spaces stand between groups in Russian texts.
NUMBER = "-?[0-9]{1,3}(?:[ \\u00a0\\u202f]?[0-9]{3}){0,4}(?:\\.[0-9]{1,6})?"
CURRENCY = "(?:" + "|".join(MINOR_DIGITS) + ")"
COUNTED = "[a-z][a-z0-9_-]{0,31}"

Currency = Annotated[str, Pattern(CURRENCY, "an ISO 4217 currency code")]
Unit = Annotated[
    str, Pattern(f"%|{CURRENCY}|{COUNTED}", "'%', a currency code or a unit's key")
]
Rounding = Literal["half_up", "half_even", "up"]

_ROUNDINGS = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "up": ROUND_UP,
}
_READ = re.compile(f"({NUMBER})[ \\u00a0\\u202f]?([%A-Za-z].*)")


def decimal_text(number: Decimal, digits: int = 0) -> str:
    """Write a decimal without exponent and without idle zeros.

    A fraction, when there is one, keeps at least `digits` places.

    >>> decimal_text(Decimal("1500.50"), 2), decimal_text(Decimal("1E+3"), 2)
    ('1500.50', '1000')
    """
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    whole, point, fraction = plain.partition(".")
    if whole in {"-0", ""} and not fraction:
        return "0"
    return whole + point + fraction.ljust(digits, "0") if point else whole


def _read(text: str, cls: type[TextValue]) -> tuple[Decimal, str]:
    if not re.fullmatch(cls.GRAMMAR, text):
        raise invalid("bad-value", f"must be {cls.FORM}, got {text!r}")
    found = _READ.fullmatch(text)
    assert found is not None
    digits = re.sub("[ \\u00a0\\u202f]", "", found[1])
    return Decimal(digits), found[2]


@functools.total_ordering
@value
class Money:
    """An amount in one currency.

    Attributes:
        amount: The amount in major units (roubles, not kopecks).
        currency: ISO 4217 code.

    >>> Money.parse("1 500 000 RUB") + Money(Decimal("0.50"), "RUB")
    Money('1500000.50 RUB')
    """

    GRAMMAR: ClassVar[str] = f"{NUMBER}[ \\u00a0\\u202f]{CURRENCY}"
    FORM: ClassVar[str] = "money such as '1500000 RUB'"

    amount: Decimal
    currency: Currency = "RUB"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "1 500 000.50 RUB"; raise `InvalidValue`."""
        return cls(*_read(text, cls))

    @property
    def size(self) -> Decimal:
        """The number, without its unit."""
        return self.amount

    def rounded(self, rounding: Rounding = "half_up") -> Money:
        """Round to the currency's minor unit (ISO 4217: kopecks for RUB)."""
        step = Decimal(1).scaleb(-MINOR_DIGITS[self.currency])
        number = self.amount.quantize(step, _ROUNDINGS[rounding], context=EXACT)
        return Money(number, self.currency)

    def _same(self, other: Money) -> Decimal:
        if self.currency != other.currency:
            message = f"cannot combine {self.currency} with {other.currency}"
            raise invalid("mixed-currency", message, "convert one of them first")
        return other.amount

    def __add__(self, other: Money) -> Money:
        """Add money of the same currency; raise `InvalidValue` otherwise."""
        return Money(EXACT.add(self.amount, self._same(other)), self.currency)

    def __sub__(self, other: Money) -> Money:
        """Subtract money of the same currency; raise `InvalidValue` otherwise."""
        return Money(EXACT.subtract(self.amount, self._same(other)), self.currency)

    def __neg__(self) -> Money:
        """Return the opposite amount."""
        return Money(EXACT.minus(self.amount), self.currency)

    def __mul__(self, factor: Decimal | int | Percent) -> Money:
        """Multiply exactly; round with `rounded` when the sum is final."""
        number = factor.fraction if isinstance(factor, Percent) else factor
        return Money(EXACT.multiply(self.amount, number), self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: Money) -> bool:
        """Compare money of the same currency; raise `InvalidValue` otherwise."""
        return self.amount < self._same(other)

    def __str__(self) -> str:
        """Return the written form: "1500000.50 RUB"."""
        return (
            f"{decimal_text(self.amount, MINOR_DIGITS[self.currency])} {self.currency}"
        )

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"Money({str(self)!r})"


@functools.total_ordering
@value
class Percent:
    """A percentage: `Percent(Decimal("3.5"))` is 3.5 %.

    Attributes:
        points: Hundredths of the whole.
    """

    GRAMMAR: ClassVar[str] = f"{NUMBER}[ \\u00a0\\u202f]?%"
    FORM: ClassVar[str] = "a percentage such as '3.5%'"

    points: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "3.5%" or "3.5 %"; raise `InvalidValue`."""
        return cls(_read(text, cls)[0])

    @property
    def size(self) -> Decimal:
        """The number, without its unit."""
        return self.points

    @property
    def fraction(self) -> Decimal:
        """The part of one: 0.035 for 3.5 %."""
        return self.points.scaleb(-2, context=EXACT)

    def __lt__(self, other: Percent) -> bool:
        """Compare the points."""
        return self.points < other.points

    def __str__(self) -> str:
        """Return the written form: "3.5%"."""
        return f"{decimal_text(self.points)}%"

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"Percent({str(self)!r})"


@value
class Quantity:
    """A number with a unit: money, a percentage or something counted.

    Attributes:
        amount: The number.
        unit: "%", an ISO 4217 code, or the key of a counted unit ("deals").

    >>> Quantity.parse("12 deals"), Quantity.parse("70 %").percent
    (Quantity('12 deals'), Percent('70%'))
    """

    GRAMMAR: ClassVar[str] = (
        f"{NUMBER}(?:[ \\u00a0\\u202f]?%|[ \\u00a0\\u202f](?:{CURRENCY}|{COUNTED}))"
    )
    FORM: ClassVar[str] = "a quantity such as '12 deals', '35%' or '100000 RUB'"

    amount: Decimal
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "12 deals", "35%" or "100 000 RUB"; raise `InvalidValue`."""
        return cls(*_read(text, cls))

    @property
    def size(self) -> Decimal:
        """The number, without its unit."""
        return self.amount

    @property
    def money(self) -> Money | None:
        """The same as money, when the unit is a currency."""
        return Money(self.amount, self.unit) if self.unit in MINOR_DIGITS else None

    @property
    def percent(self) -> Percent | None:
        """The same as a percentage, when the unit is "%"."""
        return Percent(self.amount) if self.unit == "%" else None

    def __str__(self) -> str:
        """Return the written form: "12 deals", "35%", "100000 RUB"."""
        number = decimal_text(self.amount, MINOR_DIGITS.get(self.unit, 0))
        return f"{number}%" if self.unit == "%" else f"{number} {self.unit}"

    def __repr__(self) -> str:
        """Return the constructor's name around the written form."""
        return f"Quantity({str(self)!r})"


def money(text: str | int | Decimal, currency: str | None = None) -> Money:
    """Return money from a text with its currency, or a number and a currency.

    >>> money("1 500 000 RUB"), money(200, "USD")
    (Money('1500000 RUB'), Money('200 USD'))
    """
    if isinstance(text, str):
        written = text.replace(",", ".")
        return Money.parse(f"{written} {currency}" if currency else written)
    return Money(Decimal(text), currency or "RUB")


def percent(text: str | int | Decimal) -> Percent:
    """Return a percentage from "3.5", "3,5 %", 3 or a Decimal.

    >>> percent("3,5")
    Percent('3.5%')
    """
    if isinstance(text, str):
        written = text.replace(",", ".").rstrip("% \u00a0")
        return Percent.parse(f"{written}%")
    return Percent(Decimal(text))


def quantity(text: str | Money | Percent) -> Quantity:
    """Return a quantity from its written form, money or a percentage.

    >>> quantity(percent(70))
    Quantity('70%')
    """
    return Quantity.parse(str(text).replace(",", "."))
