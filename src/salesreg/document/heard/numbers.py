"""What people write for numbers, percentages, money and units."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from babel import numbers

from salesreg.document.words import UNITS, words_of
from salesreg.errors import InvalidValue, invalid
from salesreg.model.regulation import Language
from salesreg.values._iso4217 import MINOR_DIGITS

COUNTS = (1, 2, 5)
"""Numbers whose nouns have all the forms that a language knows."""
_ROUBLES = ("руб", "руб.", "р", "р.", "рубль", "рубля", "рублей")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")


def spaced(text: str) -> str:
    """Return a text with one plain space where any white space stands."""
    return _SPACES.sub(" ", text).strip()


def unreadable(text: str, expected: str, hint: str | None = None) -> InvalidValue:
    """Return the error of a text that says no value of the kind expected."""
    return invalid("unreadable-value", f"{text!r} cannot be read as {expected}", hint)


_NUMBERS: Mapping[Language, re.Pattern[str]] = {
    "ru": re.compile(r"([-−]?)(\d{1,3}(?: \d{3})+|\d+)(?:(?:,|\.(?!\d{3}$))(\d+))?"),
    "en": re.compile(r"([-−]?)(\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.(\d+))?"),
}
_NUMBER = r"[-−]?\d(?:[\d., ]*\d)?"
_MONEY = re.compile(rf"([-−]?)(\D*?) ?({_NUMBER}) ?(\D*)")


def number(text: str, language: Language) -> str:
    """Return a number as it is written in the dict form.

    >>> number("1 500 000,5", "ru"), number("1,500,000.5", "en")
    ('1500000.5', '1500000.5')

    In Russian "1.500" may be one and a half or one and a half thousand.
    """
    found = _NUMBERS[language].fullmatch(spaced(text))
    if found is None:
        raise unreadable(text, "a number")
    sign, whole, fraction = found.groups()
    digits = re.sub("[ ,]", "", whole)
    return ("-" if sign else "") + digits + (f".{fraction}" if fraction else "")


def percent(text: str, language: Language) -> str:
    """Return a percentage as it is written in the dict form."""
    said = spaced(text)
    if not said.endswith("%"):
        raise unreadable(text, "a percentage")
    return f"{number(said[:-1], language)}%"


def money(text: str, language: Language) -> str:
    """Return an amount as it is written in the dict form.

    >>> money("1 500 000 ₽", "ru"), money("$200", "en")
    ('1500000 RUB', '200 USD')
    """
    said = spaced(text)
    found = _MONEY.fullmatch(said)
    if found is None:
        raise unreadable(text, "money")
    sign, before, digits, after = found.groups()
    signs = [word for word in (before.strip(), after.strip()) if word]
    if len(signs) != 1:
        hint = "write the amount with its currency"
        raise unreadable(text, "money", hint)
    codes = _currencies(language).get(signs[0].casefold(), frozenset())
    if len(codes) != 1:
        known = "names several currencies" if codes else "is no currency known here"
        raise unreadable(text, "money", f"{signs[0]!r} {known}")
    (code,) = codes
    return f"{number(sign + digits, language)} {code}"


@functools.cache
def _currencies(language: Language) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code in MINOR_DIGITS:
        names = {code, numbers.get_currency_symbol(code, locale=language)}
        for count in COUNTS:
            names.add(numbers.get_currency_name(code, count, locale=language))
        for name in names:
            found.setdefault(spaced(name).casefold(), set()).add(code)
    if language == "ru":
        for name in _ROUBLES:
            found.setdefault(name, set()).add("RUB")
    return {name: frozenset(codes) for name, codes in found.items()}


@functools.cache
def units(language: Language) -> Mapping[str, str]:
    """Return the keys of counted units by each form of their names."""
    words = words_of(language)
    found: dict[str, str] = {}
    for key in UNITS:
        one, many = f"{{n}} {key.removesuffix('s')}", f"{{n}} {key}"
        for count in COUNTS:
            said = spaced(words.count(one, many, count))
            found[said.partition(" ")[2].casefold()] = key
    return found
