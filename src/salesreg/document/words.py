"""Words and numbers of one language: gettext catalogues and Babel formats.

The catalogues are the `.po` files of this package, read as they are: nothing
has to be compiled, and a translator edits one file.
"""

from __future__ import annotations

import datetime as dt
import functools
import gettext
import importlib.resources
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from babel import Locale, dates, numbers
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from salesreg.model.regulation import Language
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity, decimal_text
from salesreg.values.times import Duration

NBSP = "\u00a0"

UNITS = frozenset({"deals", "clients", "calls", "meetings", "leads", "points"})
"""Counted units that the catalogues decline; others are declined by a regulation."""


class Words:
    """The vocabulary of a document in one language."""

    def __init__(self, language: Language) -> None:
        """Read the catalogue of a language."""
        self.language: Language = language
        self._locale = Locale.parse(language)
        catalogue = _read(language)
        self._catalogue = _compiled(catalogue)
        self._named = {
            (message.context, message.id): str(message.string)
            for message in catalogue
            if message.context and message.string
        }
        self._groups = numbers.get_group_symbol(self._locale)
        self._point = numbers.get_decimal_symbol(self._locale)
        self._minus = numbers.get_minus_sign_symbol(self._locale)

    def say(self, message: str) -> str:
        """Return a fixed phrase."""
        return self._catalogue.gettext(message)

    def named(self, context: str, message: str) -> str | None:
        """Return the translation of a message in a context, or None."""
        found = self._named.get((context, message))
        return None if found == message else found

    def label(self, owner: str, name: str) -> str:
        """Return how a field of a class is called in front of its value."""
        own = self.named("field", f"{owner}.{name}") or self.named("field", name)
        return own or name.replace("_", " ").capitalize()

    def choice(self, owner: str, name: str, word: str) -> str:
        """Return how a word of a fixed set reads."""
        for known in (f"{owner}.{name}.{word}", f"{name}.{word}", word):
            if found := self.named("choice", known):
                return found
        return word.replace("_", " ")

    def count(self, one: str, many: str, number: int) -> str:
        """Return a number with its noun; both messages hold `{n}`."""
        text = self._catalogue.ngettext(one, many, number)
        return text.replace("{n}", self.number(number))

    def number(self, value: int | Decimal) -> str:
        """Return a number with this language's separators, and all its digits."""
        return self._written(Decimal(value))

    def money(self, value: Money) -> str:
        """Return an amount with all its digits; idle kopecks are left out."""
        return self._amount(value.amount, value.currency)

    def percent(self, value: Percent) -> str:
        """Return a percentage, spaced as the language wants it."""
        return self._points(value.points)

    def _amount(self, amount: Decimal, currency: str) -> str:
        digits = self._written(abs(amount), MINOR_DIGITS[currency])
        written = _one(currency, self.language).replace("1", digits)
        return self._minus + written if amount < 0 else written

    def _points(self, points: Decimal) -> str:
        gap = NBSP if self.language == "ru" else ""
        return f"{self._written(points)}{gap}%"

    def _written(self, number: Decimal, least: int = 0) -> str:
        """A number to its last digit; a fraction has so many digits at least.

        Nothing is rounded, whatever Babel's patterns would do: a document may not
        say another number than the rule does.
        """
        whole, point, fraction = decimal_text(abs(number), least).partition(".")
        groups = f"{int(whole):,}".replace(",", self._groups)
        sign = self._minus if number < 0 else ""
        return sign + groups + (self._point + fraction if point else "")

    def date(self, day: dt.date) -> str:
        """Return a date in words: "1 января 2026 г."."""
        return dates.format_date(day, "long", locale=self._locale)

    def month(self, day: dt.date) -> str:
        """Return a month and its year: "январь 2026 г."."""
        return dates.format_skeleton("yMMMM", day, locale=self._locale)

    def month_name(self, month: int) -> str:
        """Return the name of a month by its number."""
        names = dates.get_month_names("wide", "stand-alone", locale=self._locale)
        return str(names[month])

    def weekday(self, word: str, width: str = "wide") -> str:
        """Return the name of a weekday; `width` is Babel's."""
        names = dates.get_day_names(width, "stand-alone", locale=self._locale)  # type: ignore[arg-type]
        return str(names[WEEKDAYS.index(word)])

    def duration(self, value: Duration) -> str:
        """Return a duration with its unit: "2 рабочих дня"."""
        unit = f"working {value.unit}" if value.working else value.unit
        return self.count(f"{{n}} {unit}", f"{{n}} {unit}s", value.amount)

    def unit(self, key: str) -> str:
        """Return the name of a unit by its key, or the key."""
        if key in MINOR_DIGITS:
            return numbers.get_currency_name(key, locale=self._locale)
        if key not in UNITS:
            return key
        return self._catalogue.ngettext(f"{{n}} {key[:-1]}", f"{{n}} {key}", 5)[4:]

    def countries(self) -> frozenset[str]:
        """Return the ISO 3166-1 codes that have a name here."""
        names = cast("Mapping[str, str]", self._locale.territories)
        return frozenset(code for code in names if len(code) == 2)

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 code, or the code."""
        # Babel's annotations do not say what the mapping holds.
        names = cast("Mapping[str, str]", self._locale.territories)
        return names.get(code, code)

    def quantity(self, value: Quantity) -> str | None:
        """Return a quantity, or None when its unit is not known here."""
        if value.unit in MINOR_DIGITS:
            return self._amount(value.amount, value.unit)
        if value.unit == "%":
            return self._points(value.amount)
        if value.unit not in UNITS:
            return None
        one = f"{{n}} {value.unit.removesuffix('s')}"
        whole = int(value.amount)
        if whole != value.amount:
            text = self._catalogue.ngettext(one, f"{{n}} {value.unit}", 2)
            return text.replace("{n}", self.number(value.amount))
        return self.count(one, f"{{n}} {value.unit}", whole)


WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


def plural_form(language: str, number: int) -> int:
    """Return 0, 1 or 2: the form for 1, for 2 or for 5 beside a number."""
    tag = Locale.parse(language).plural_form(number)
    return {"one": 0, "few": 1}.get(tag, 2)


@functools.cache
def words_of(language: Language) -> Words:
    """Return the vocabulary of a language, read once."""
    return Words(language)


@functools.cache
def _one(currency: str, language: Language) -> str:
    """One unit of a currency as a language writes it: "1 ₽", "$1", "RUB 1".

    A code of letters stands apart from its number, as CLDR wants it (the element
    currencySpacing); Babel does not.
    """
    pattern = str(Locale.parse(language).currency_formats["standard"].pattern)
    whole = pattern.replace(".00", "")
    written = numbers.format_currency(
        1, currency, format=whole, locale=language, currency_digits=False
    )
    return re.sub("(?<=[A-Za-z])(?=1)", NBSP, written)


def _read(language: Language) -> Catalog:
    here = importlib.resources.files("salesreg.document")
    with here.joinpath("locale", f"{language}.po").open("rb") as source:
        return read_po(source, locale=language)


def _compiled(catalogue: Catalog) -> gettext.GNUTranslations:
    file = io.BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return gettext.GNUTranslations(file)
