"""What a person may have meant by a text that does not fit.

A suggestion is made only when the text it names would be read.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator

from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Quantity
from salesreg.values.times import Duration

_CURRENCIES = {"₽": "RUB", "руб": "RUB", "р": "RUB", "$": "USD", "€": "EUR"}
_DURATIONS = (
    *("min", "minute", "minutes", "h", "hour", "hours", "day", "days", "week", "weeks"),
    *("month", "months", "quarter", "quarters", "year", "years"),
    *("working", "business"),
)
# How the Russian words begin, the longer beginnings first.
_RUSSIAN_DURATIONS = {
    "мин": "min",
    "час": "h",
    "ч": "h",
    "дн": "days",
    "ден": "day",
    "сут": "days",
    "нед": "weeks",
    "мес": "months",
    "кв": "quarters",
    "год": "years",
    "лет": "years",
    "раб": "business",
}
_WORD = re.compile("[^\\W\\d_]+|[₽$€]")
_RUSSIAN_DATE = re.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})")
LONGEST = 80


def suggestion(cls: type, text: str, fits: Callable[[str], object]) -> str | None:
    """Return a question naming a text that would be read, or None.

    Args:
        cls: The type that the text was to give.
        text: What was written.
        fits: Whether a text would be read.

    >>> suggestion(Duration, "15 minuts", re.compile(Duration.GRAMMAR).fullmatch)
    "did you mean '15 minutes'?"
    """
    if len(text) > LONGEST:
        return None
    for candidate in _candidates(cls, text):
        if fits(candidate):
            return f"did you mean '{candidate}'?"
    return None


def _candidates(cls: type, text: str) -> Iterator[str]:
    plain = " ".join(text.split())
    yield plain
    if cls is dt.date and (found := _RUSSIAN_DATE.fullmatch(plain)):
        yield f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    # Hours of one digit, a decimal comma, small letters.
    plain = re.sub("\\b([0-9]:[0-9]{2})", "0\\1", plain)
    plain = re.sub("(?<=[0-9]),(?=[0-9])", ".", plain)
    yield plain
    yield plain.upper()
    yield plain.lower()
    if cls is Money:
        yield f"{plain} RUB"
    if cls in {Money, Quantity}:
        yield _WORD.sub(_currency, plain).rstrip(".")
    elif cls is Duration:
        yield _WORD.sub(_duration, plain.lower()).replace(".", "")


def _currency(word: re.Match[str]) -> str:
    known = _CURRENCIES.get(word[0].lower())
    return known or _closest(word[0].upper(), tuple(MINOR_DIGITS))


def _duration(word: re.Match[str]) -> str:
    for beginning, meant in _RUSSIAN_DURATIONS.items():
        if word[0].startswith(beginning):
            return meant
    return _closest(word[0], _DURATIONS)


def _closest(word: str, options: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, options, n=1)
    return close[0] if close else word
