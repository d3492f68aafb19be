"""What people write for numbers, money, time and dates, by language.

Each function returns the written form that the class of the value parses, so the
grammar of a value stands in its own class; it raises `InvalidValue` for what can
be read in two ways or in none.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import cast

from babel import dates, numbers

from salesreg.document.words import UNITS, words_of
from salesreg.errors import InvalidValue, invalid
from salesreg.model.regulation import Language
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.times import Duration, TimeUnit

_COUNTS = (1, 2, 5)
"""Numbers whose nouns have all the forms that a language knows."""
_CLOCKS: Mapping[TimeUnit, bool] = {
    "minute": True,
    "hour": True,
    "day": True,
    "week": False,
    "month": False,
    "quarter": False,
    "year": False,
}
"""Units of time, and whether the working clock counts them too."""
_BRIEF: Mapping[Language, Mapping[str, tuple[TimeUnit, bool]]] = {
    "ru": {
        "мин": ("minute", False),
        "ч": ("hour", False),
        "час": ("hour", False),
        "дн": ("day", False),
        "нед": ("week", False),
        "мес": ("month", False),
        "кв": ("quarter", False),
        "раб. мин": ("minute", True),
        "раб. ч": ("hour", True),
        "раб. дн": ("day", True),
        "раб. дня": ("day", True),
        "раб. дней": ("day", True),
        "раб. день": ("day", True),
    },
    "en": {
        "min": ("minute", False),
        "mins": ("minute", False),
        "h": ("hour", False),
        "hr": ("hour", False),
        "hrs": ("hour", False),
        "business day": ("day", True),
        "business days": ("day", True),
        "business hour": ("hour", True),
        "business hours": ("hour", True),
    },
}
"""Usual short forms, without a full stop at their end."""
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
        for count in _COUNTS:
            names.add(numbers.get_currency_name(code, count, locale=language))
        for name in names:
            found.setdefault(spaced(name).casefold(), set()).add(code)
    if language == "ru":
        for name in _ROUBLES:
            found.setdefault(name, set()).add("RUB")
    return {name: frozenset(codes) for name, codes in found.items()}


def duration(text: str, language: Language) -> str:
    """Return a length of time as it is written in the dict form.

    >>> duration("2 рабочих дня", "ru"), duration("1 ч 30 мин", "ru")
    ('2 business days', '90 min')
    """
    said = spaced(text)
    parts = re.findall(r"(\d[\d ,]*?) ?([^\W\d][^\d]*)", said)
    if "".join(map("".join, parts)).replace(" ", "") != said.replace(" ", ""):
        raise unreadable(text, "a length of time")
    units = _durations(language)
    read: list[tuple[int, TimeUnit, bool]] = []
    for digits, word in parts:
        named = word.strip().casefold()
        unit_of_part = units.get(named) or units.get(named.rstrip("."))
        if unit_of_part is None:
            raise unreadable(text, "a length of time")
        read.append((int(number(digits, language)), *unit_of_part))
    match read:
        case [(amount, unit, working)]:
            pass
        case [(hours, "hour", working), (rest, "minute", other)] if other <= working:
            amount, unit = 60 * hours + rest, "minute"
        case _:
            raise unreadable(text, "a length of time")
    if not amount:
        raise unreadable(text, "a length of time", "it must be more than nothing")
    return str(Duration(amount, unit, working))


@functools.cache
def _durations(language: Language) -> Mapping[str, tuple[TimeUnit, bool]]:
    words, found = words_of(language), dict(_BRIEF[language])
    for unit, counted in _CLOCKS.items():
        for working in (False, True) if counted else (False,):
            for count in _COUNTS:
                said = spaced(words.duration(Duration(count, unit, working)))
                found[said.partition(" ")[2].casefold()] = (unit, working)
    return found


def date(text: str, language: Language) -> str:
    """Return a date as it is written in the dict form.

    >>> date("12 января 2026 г.", "ru"), date("12.01.2026", "ru")
    ('2026-01-12', '2026-01-12')

    With slashes, the day comes first in one country and second in another.
    """
    said = spaced(text).casefold()
    for pattern, order in _DATES[language]:
        if found := pattern.fullmatch(said):
            given = dict(zip(order, found.groups(), strict=True))
            month = given["m"]
            if not month.isdecimal():
                month = str(_months(language).get(month.rstrip("."), 0))
            try:
                day = dt.date(int(given["y"]), int(month), int(given["d"]))
            except ValueError:
                break
            return day.isoformat()
    raise unreadable(text, "a date")


_NUMERIC = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), "ymd"),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{1,4})(?: ?г(?:\.|ода))?"), "dmy"),
)
_DATES: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "ru": (
        *_NUMERIC,
        (re.compile(r"(\d{1,2}) ([а-яё]+\.?) (\d{1,4})(?: ?г(?:\.|ода))?"), "dmy"),
    ),
    "en": (
        *_NUMERIC,
        (re.compile(r"([a-z]+\.?) (\d{1,2}), (\d{1,4})"), "mdy"),
        (re.compile(r"(\d{1,2}) ([a-z]+\.?) (\d{1,4})"), "dmy"),
    ),
}


@functools.cache
def _months(language: Language) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for form in ("format", "stand-alone"):
            # Babel's annotations do not say what the mapping holds.
            held = dates.get_month_names(width, form, language)
            names = cast("Mapping[int, str]", held)
            for month, name in names.items():
                found[name.rstrip(".").casefold()] = month
    return found


def period(text: str, language: Language) -> str:
    """Return a period as it is written in the dict form.

    >>> period("2-й квартал 2026 г.", "ru"), period("январь 2026 г.", "ru")
    ('2026-Q2', '2026-01')
    """
    words, said = words_of(language), spaced(text)
    for message, form in (
        ("the year {year}", "{year}"),
        ("half-year {part} of {year}", "{year}-H{part}"),
        ("quarter {part} of {year}", "{year}-Q{part}"),
    ):
        if found := _template(words.say(message), r"\d+").fullmatch(said):
            parts = {**found.groupdict(), "year": found["year"].rjust(4, "0")}
            return form.format(**parts)
    if found := _template(words.say("{start} to {end}"), ".+").fullmatch(said):
        return "/".join(date(found[name], language) for name in ("start", "end"))
    found = re.fullmatch(r"(\S+) (\d{1,4})(?: ?г(?:\.|ода))?", said.casefold())
    month = _months(language).get(found[1]) if found else None
    return f"{found[2]:0>4}-{month:02d}" if found and month else said


def _template(message: str, inside: str) -> re.Pattern[str]:
    """The pattern of a phrase whose `{name}`s stand for anything of one kind."""
    pieces = re.split(r"\{(\w+)\}", spaced(message))
    made = "".join(
        f"(?P<{piece}>{inside})" if place % 2 else re.escape(piece)
        for place, piece in enumerate(pieces)
    )
    return re.compile(made)


@functools.cache
def units(language: Language) -> Mapping[str, str]:
    """Return the keys of counted units by each form of their names."""
    words = words_of(language)
    found: dict[str, str] = {}
    for key in UNITS:
        one, many = f"{{n}} {key.removesuffix('s')}", f"{{n}} {key}"
        for count in _COUNTS:
            said = spaced(words.count(one, many, count))
            found[said.partition(" ")[2].casefold()] = key
    return found
