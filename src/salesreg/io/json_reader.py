"""JSON read strictly: duplicate keys, NaN and endless numbers are refused."""

from __future__ import annotations

import functools
import json
import re

import attrs

from salesreg.errors import LoadError, Place, Problem
from salesreg.io.json_scan import TEXT, Scan
from salesreg.io.limits import LONGEST_NUMBER, MOST_VALUES, TOO_LARGE
from salesreg.io.sources import Source, place_at


def read_json(text: str, name: str) -> Source:
    """Read a JSON text.

    Raises:
        LoadError: It is not JSON; the problem says where and why.
    """
    suspicious: list[str] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(items)
        if len(made) < len(items):
            suspicious.append("duplicate")
        return made

    def whole(digits: str) -> int:
        if len(digits) > LONGEST_NUMBER:
            suspicious.append(digits)
            return 0
        return int(digits)

    # Counted before anything is made of them, because each takes memory.
    if _values(text) > MOST_VALUES and _values(TEXT.sub("", text)) > MOST_VALUES:
        raise LoadError([attrs.evolve(TOO_LARGE, place=Place(name, 1))])
    try:
        data = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_int=whole,
            parse_constant=suspicious.append,
        )
    except json.JSONDecodeError as error:
        raise LoadError([_bad_json(error, name)]) from None
    except RecursionError:
        # The reader is recursive, the scan is not, and tells where it is too deep.
        if found := Scan(text, name).problems:
            raise LoadError(found) from None
        raise
    scan = functools.cache(lambda: Scan(text, name))
    problems = tuple(scan().problems) if suspicious else ()
    return Source(data, name, problems, lambda: scan().root)


def _values(text: str) -> int:
    return sum(map(text.count, "[{,"))


def _bad_json(error: json.JSONDecodeError, name: str) -> Problem:
    text, offset = error.doc, error.pos
    message = next(
        (said for start, said in _REASONS if error.msg.startswith(start)), error.msg
    )
    hint = next((hint for start, hint in _HINTS if start.match(text, offset)), None)
    before = text[:offset].rstrip()
    if before.endswith(",") and text[offset : offset + 1] in {"}", "]"}:
        offset, hint = len(before) - 1, _COMMA
    return Problem(
        code="bad-json",
        message=f"is not JSON: {message}",
        place=place_at(text, offset, name),
        hint=hint,
    )


# What the standard reader says, by its first words, in words for people.
_REASONS = (
    ("Expecting property name", "a field's name in double quotes was expected"),
    ("Expecting value", "a value was expected"),
    ("Expecting ','", "a comma or the closing bracket was expected"),
    ("Expecting ':'", "a colon was expected"),
    ("Illegal trailing comma", "a field's name in double quotes was expected"),
    ("Unterminated string", "a text is not closed"),
    ("Invalid control character", "a line break or a tab stands in a text"),
    ("Invalid \\", "a text holds an unknown escape"),
    ("Extra data", "something stands behind the end"),
)
_COMMA = "there may be no comma behind the last item"
_HINTS = tuple(
    (re.compile(start), hint)
    for start, hint in (
        ("'", 'texts stand in double quotes: "…"'),
        ("//|#|/\\*", "JSON has no comments; YAML has"),
        (",\\s*[}\\]]", _COMMA),
        ("True|False|None", "JSON writes true, false and null"),
        ("[+.]?[0-9]", "a number begins with a digit, and with 0 only before a point"),
        ("[\\n\\t]", "write a line break as \\n and a tab as \\t"),
        ("\\\\", "write two backslashes for one"),
    )
)
