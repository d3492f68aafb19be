"""Fractions in, decimals out: numbers that are exact until they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from salesreg.values.amounts import Money, decimal_text
from salesreg.values.exact import DIVISION, EXACT

_SIX = 10**6
_TWENTY = Decimal(1).scaleb(-20)


def decimal(value: Fraction) -> Decimal:
    """Return a fraction as a decimal; one without end is cut to 50 digits.

    >>> decimal(Fraction(1, 8))
    Decimal('0.125')
    """
    return DIVISION.divide(Decimal(value.numerator), Decimal(value.denominator))


def to_six(value: Fraction) -> Decimal:
    """Return a fraction to six decimals, half up.

    >>> to_six(Fraction(2, 3)), to_six(Fraction(-1, 2_000_000))
    (Decimal('0.666667'), Decimal('-0.000001'))
    """
    doubled = abs(value) * _SIX * 2 + 1
    whole = doubled.numerator // (doubled.denominator * 2)
    number = Decimal(whole).scaleb(-6, context=EXACT)
    return EXACT.minus(number) if value < 0 else number


def written(value: Fraction) -> str:
    """Return a fraction as the text of a decimal, without idle zeros.

    >>> written(Fraction(36000, 2))
    '18000'
    """
    return decimal_text(decimal(value))


def rounded(amount: Fraction, currency: str) -> Decimal:
    """Return an amount to the minor unit of its currency, half up.

    Quotients were cut to 50 digits on the way here. Rounding to 20 decimals first
    undoes that, so that a half that was reached by thirds still counts as a half.
    """
    whole = decimal(amount).quantize(_TWENTY, ROUND_HALF_EVEN, context=EXACT)
    return Money(whole, currency).rounded().amount
