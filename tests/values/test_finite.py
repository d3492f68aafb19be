"""A number that is none cannot become an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesreg.errors import InvalidValue
from salesreg.values.amounts import Money, Percent, Quantity


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_amounts_are_finite(number: str) -> None:
    """NaN and infinity are refused by every amount, with the field named."""
    with pytest.raises(InvalidValue, match=r"Money\.amount must be a finite number"):
        Money(Decimal(number), "RUB")
    with pytest.raises(InvalidValue, match=r"Percent\.points must be a finite number"):
        Percent(Decimal(number))
    with pytest.raises(InvalidValue, match=r"Quantity\.amount must be a finite number"):
        Quantity(Decimal(number), "deals")
