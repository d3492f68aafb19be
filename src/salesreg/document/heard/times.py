"""What people write for lengths of time, dates and periods."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import cast

from babel import dates

from salesreg.document.heard.numbers import COUNTS, number, spaced, unreadable
from salesreg.document.words import words_of
from salesreg.model.regulation import Language
from salesreg.values.times import Duration, TimeUnit

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
            for count in COUNTS:
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
