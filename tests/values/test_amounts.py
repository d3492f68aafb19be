"""Amounts are exact, ordered, and equal when they are worth the same."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesreg.errors import InvalidValue
from salesreg.values.amounts import (
    Money,
    Percent,
    Quantity,
    Rounding,
    money,
    percent,
    quantity,
)
from salesreg.values.times import ClockTime

numbers = st.decimals(
    min_value=-(10**15) + 1, max_value=10**15 - 1, places=6, allow_nan=False
)


@given(numbers, numbers)
def test_arithmetic_is_exact(a: Decimal, b: Decimal) -> None:
    """Sums and products are exact, whatever the context of the thread."""
    left, right = Money(a, "RUB"), Money(b, "RUB")
    with localcontext() as context:
        context.prec = 2
        results = [left + right, left - right, -left, left * b, b * left]
        results.append(left * Percent(b))
    x, y = Fraction(a), Fraction(b)
    expected = [x + y, x - y, -x, x * y, x * y, x * y / 100]
    assert expected == [Fraction(result.amount) for result in results]
    assert {"RUB"} == {result.currency for result in results}


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        ("half_up", ["2.35 RUB", "2.36 RUB", "-2.35 RUB", "2.34 RUB"]),
        ("half_even", ["2.34 RUB", "2.36 RUB", "-2.34 RUB", "2.34 RUB"]),
        ("up", ["2.35 RUB", "2.36 RUB", "-2.35 RUB", "2.35 RUB"]),
    ],
)
def test_rounding(rounding: Rounding, expected: list[str]) -> None:
    """The minor unit of the currency is the step."""
    given_amounts = ("2.345", "2.355", "-2.345", "2.341")
    rounded = [Money(Decimal(text), "RUB").rounded(rounding) for text in given_amounts]
    assert expected == list(map(str, rounded))


@pytest.mark.parametrize(
    ("currency", "expected"), [("JPY", "3 JPY"), ("KWD", "2.513 KWD")]
)
def test_minor_units(currency: str, expected: str) -> None:
    """Yen have no minor unit, dinars three digits of it."""
    assert expected == str(Money(Decimal("2.5125"), currency).rounded())


def test_huge_amounts_are_rounded_too() -> None:
    """An amount longer than Python's usual precision has kopecks all the same."""
    amount = Money(Decimal(10) ** 30 + Decimal("0.005"), "RUB")
    assert Decimal(10) ** 30 + Decimal("0.01") == amount.rounded().amount


@pytest.mark.parametrize(
    "compare", [operator.lt, operator.le, operator.gt, operator.ge, operator.eq]
)
@given(a=st.integers(0, 3), b=st.integers(0, 3))
def test_order(compare: Callable[[object, object], bool], a: int, b: int) -> None:
    """Money, percentages and times of day are ordered as their numbers are."""
    expected = compare(a, b)
    pairs: list[tuple[object, object]] = [
        (money(a, "RUB"), Money(Decimal(f"{b}.00"), "RUB")),
        (percent(a), Percent(Decimal(f"{b}.0"))),
        (ClockTime(a), ClockTime(b)),
    ]
    for left, right in pairs:
        assert expected == compare(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Money(Decimal("1.0"), "RUB"), Money(Decimal(1), "RUB")),
        (Money(Decimal("-0"), "RUB"), Money(Decimal(0), "RUB")),
        (Percent(Decimal("1E+1")), Percent(Decimal(10))),
        (Quantity(Decimal("5.00"), "deals"), Quantity(Decimal(5), "deals")),
    ],
)
def test_equal_values_are_one(left: object, right: object) -> None:
    """Values that are worth the same are equal, and one member of a set."""
    assert left == right
    assert 1 == len({left, right})
    assert str(left) == str(right)


@pytest.mark.parametrize(
    "combine", [operator.add, operator.sub, operator.lt, operator.le, operator.ge]
)
def test_currencies_do_not_mix(combine: Callable[[object, object], object]) -> None:
    """Nothing is converted in silence; money of two currencies is just not equal."""
    with pytest.raises(InvalidValue, match="cannot combine RUB with USD"):
        combine(money("1 RUB"), money("1 USD"))
    assert money("1 RUB") != money("1 USD")


def test_floats_are_no_factors() -> None:
    """A float is never exact, so it multiplies no money."""
    with pytest.raises(TypeError):
        money("1 RUB") * 0.1  # type: ignore[operator]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (money("1 500 000,50 RUB"), Money(Decimal("1500000.50"), "RUB")),
        (money("1\u00a0500 RUB"), Money(Decimal(1500), "RUB")),
        (money("1 500,5", "USD"), Money(Decimal("1500.5"), "USD")),
        (money(Decimal("0.1")), Money(Decimal("0.1"), "RUB")),
        (percent("3,5 %"), Percent(Decimal("3.5"))),
        (percent(3), Percent(Decimal(3))),
        (quantity("70 %"), Quantity(Decimal(70), "%")),
        (quantity(money("5 RUB")), Quantity(Decimal(5), "RUB")),
    ],
)
def test_written_by_people(made: object, expected: object) -> None:
    """Spaces between thousands and a comma before the fraction are understood."""
    assert expected == made


@pytest.mark.parametrize(
    "write",
    [
        lambda: money("much RUB"),
        lambda: money("much", "RUB"),
        lambda: money("5 RUR"),
        lambda: percent("half"),
        lambda: quantity("5"),
        lambda: Money(Decimal(5), "rub"),
        lambda: Quantity(Decimal(5), "Deals"),
    ],
)
def test_what_is_no_amount(write: Callable[[], object]) -> None:
    """What cannot be read is refused as a value, not by Python's decimals."""
    with pytest.raises(InvalidValue):
        write()


def test_views() -> None:
    """A quantity is money or a percentage when its unit says so."""
    assert money("5 RUB") == quantity("5 RUB").money
    assert percent(5) == quantity("5%").percent
    assert quantity("5 deals").money is None
    assert quantity("5 deals").percent is None
    assert Decimal("0.05") == percent(5).fraction
