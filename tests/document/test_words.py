"""Words: numbers and amounts in a document say what the rule says, digit by digit."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel import Locale, numbers
from hypothesis import given
from hypothesis import strategies as st

from salesreg.document.words import words_of
from salesreg.model.regulation import Language
from salesreg.values.amounts import Money, Percent, Quantity

LANGUAGES: list[Language] = ["ru", "en"]
languages = st.sampled_from(LANGUAGES)

IN_FULL = [
    ("ru", "1500000 RUB", "1 500 000 ₽"),
    ("ru", "1500000.5 RUB", "1 500 000,50 ₽"),
    ("ru", "12.345 RUB", "12,345 ₽"),
    ("ru", "-0.000001 RUB", "-0,000001 ₽"),
    ("en", "12.3456 USD", "$12.3456"),
    ("en", "-0.5 USD", "-$0.50"),
    ("en", "1500.5 RUB", "RUB 1,500.50"),
    ("en", "10.5 JPY", "¥10.5"),
    ("en", "1.5 KWD", "KWD 1.500"),
    ("ru", "0 RUB", "0 ₽"),
]


@pytest.mark.parametrize(("language", "amount", "expected"), IN_FULL)
def test_an_amount_has_all_its_digits(
    language: Language, amount: str, expected: str
) -> None:
    """Digits beyond the minor unit stand there; missing ones of it are filled up."""
    said = words_of(language).money(Money.parse(amount))
    assert expected == said.replace("\u00a0", " ")


@given(languages, st.decimals(-(10**12), 10**12, places=6))
def test_no_digit_is_lost(language: Language, number: Decimal) -> None:
    """Without signs and separators a text has the digits of its value, to the last."""
    words = words_of(language)
    exact = number.normalize().copy_abs()
    for said in (
        words.number(number),
        words.percent(Percent(number)),
        words.money(Money(number)),
        words.quantity(Quantity(number, "RUB")) or "",
    ):
        digits = "".join(sign for sign in said if sign.isdigit() or sign in ".,")
        digits = digits.replace(",", "." if language == "ru" else "")
        assert exact == Decimal(digits).normalize()
        assert (number < 0) == ("-" in said)


@given(languages, st.decimals(-(10**12), 10**12, places=2).filter(bool))
def test_babel_writes_them_alike(language: Language, number: Decimal) -> None:
    """Where Babel rounds nothing, it writes the same: separators, signs, spaces."""
    words, locale = words_of(language), Locale.parse(language)
    plain, percent = "#,##0.######", "#,##0.##%"
    assert numbers.format_decimal(number, plain, locale) == words.number(number)
    shown = numbers.format_percent(number.scaleb(-2), percent, locale)
    assert shown.replace("%", "") == words.percent(Percent(number)).strip("\u00a0%")
    if number != number.to_integral_value():
        for currency in ("RUB", "USD", "EUR", "KZT", "CHF"):
            shown = numbers.format_currency(number, currency, locale=locale)
            # Babel leaves out the space that CLDR wants behind a code of letters.
            spaced = re.sub("(?<=[A-Z])(?=[0-9])", "\u00a0", shown)
            assert spaced == words.money(Money(number, currency))
