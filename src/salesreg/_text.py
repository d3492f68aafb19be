"""Text rules that hold for every string of a regulation, and small helpers."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import reprlib
from collections.abc import Iterable
from decimal import Decimal

# Characters that XML 1.0 cannot carry or that no reader can see: a Word file
# with one of them is broken, so they are refused on input, for every output.
FORBIDDEN = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff"
# A line break in a title splits a heading, so one-line text refuses these too.
BREAKS = "\\t\\n\\u2028\\u2029"
BLANK = "\\t\\n \\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")


def forbidden(text: str) -> str | None:
    r"""Return the code point of the first character that no output can carry.

    >>> forbidden("план\x07")
    'U+0007 at character 5'
    >>> forbidden("план") is None
    True
    """
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    return f"U+{ord(found[0]):04X} at character {found.start() + 1}"


def closest(word: str, options: Iterable[str]) -> str | None:
    """Return the option that a misspelt word was probably meant to be, or None.

    >>> closest("minuts", ["minutes", "title"])
    'minutes'
    """
    close = difflib.get_close_matches(word, list(options), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, options: Iterable[str]) -> str | None:
    """Return a question naming the closest option, or None.

    >>> did_you_mean("minuts", ["minutes", "title"])
    "did you mean 'minutes'?"
    """
    close = closest(word, options)
    return f"did you mean '{close}'?" if close else None


def shown(value: object, limit: int = 60) -> str:
    """Return a value as it appears in a message: quoted, short, on one line.

    >>> shown("план"), shown(None), shown(True), shown([1, [2, [3, [4, [5]]]]])
    ("'план'", 'nothing', 'true', '[1, [2, [3, [4, [...]]]]]')
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    # What is written as text is shown as the text that a person wrote.
    if hasattr(value, "GRAMMAR") or isinstance(value, Decimal | dt.date):
        value = str(value)
    if isinstance(value, int) and value.bit_length() > _LONG:
        # Python refuses to write numbers of more than 4,300 digits.
        return f"a number of about {value.bit_length() * 3 // 10} digits"
    if isinstance(value, str):
        # The end is cut before the search: a text may be a whole file.
        head = value[: limit + 1]
        text = ascii(head) if forbidden(head) else repr(head)
    else:
        text = _brief.repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


_LONG = 200

# Bounded in depth and length: data that is to be refused may be endless.
_brief = reprlib.Repr()
_brief.maxlevel = 4
_brief.maxother = _brief.maxstring = 80


def steady(text: str) -> str:
    r"""Return a text without what could steer a terminal or turn the reading round.

    >>> steady("a\x1b[2Jb")
    'a\ufffd[2Jb'
    """
    return text.translate(_STEERING)


_STEERING = dict.fromkeys(
    [
        *(*range(9), *range(11, 32), *range(127, 160)),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ],
    "\N{REPLACEMENT CHARACTER}",
)
