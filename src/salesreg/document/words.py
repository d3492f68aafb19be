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
from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from babel import Locale, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from salesreg.model.regulation import Language
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
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
        self._catalogue = _catalogue(language)
        # Babel reads a pattern anew each time that it is given as a text.
        self._number = numbers.parse_pattern("#,##0.######")
        self._percent = numbers.parse_pattern("#,##0.######%")
        money = self._locale.currency_formats["standard"].pattern
        self._money = numbers.parse_pattern(money)
        self._whole_money = numbers.parse_pattern(money.replace(".00", ""))

    def say(self, message: str) -> str:
        """Return a fixed phrase."""
        return self._catalogue.gettext(message)

    def named(self, context: str, message: str) -> str | None:
        """Return the translation of a message in a context, or None."""
        found = self._catalogue.pgettext(context, message)
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
        """Return a number with this language's separators."""
        return numbers.format_decimal(value, format=self._number, locale=self._locale)

    def money(self, value: Money) -> str:
        """Return an amount; idle kopecks are left out, others shown in full."""
        whole = value.amount == value.amount.to_integral_value()
        return numbers.format_currency(
            value.amount,
            value.currency,
            format=self._whole_money if whole else self._money,
            locale=self._locale,
            currency_digits=not whole,
            decimal_quantization=not whole,
        )

    def percent(self, value: Percent) -> str:
        """Return a percentage, spaced as the language wants it."""
        text = numbers.format_percent(
            value.fraction, format=self._percent, locale=self._locale
        )
        return text.replace("%", f"{NBSP}%") if self.language == "ru" else text

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
        if value.money:
            return self.money(value.money)
        if value.percent:
            return self.percent(value.percent)
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
def _catalogue(language: str) -> gettext.GNUTranslations:
    here = importlib.resources.files("salesreg.document")
    file = here.joinpath("locale", f"{language}.po")
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
