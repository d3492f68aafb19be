"""JSON read strictly: duplicate keys, NaN and endless numbers are refused."""

from __future__ import annotations

import functools
import json
import re
from bisect import bisect_right

import attrs

from salesreg._text import shown
from salesreg.convert.problems import MOST_PROBLEMS, STOPPED
from salesreg.errors import LoadError, Place, Problem, pointer
from salesreg.io.dicts import DEEPEST, MOST_VALUES, TOO_LARGE, too_deep
from salesreg.io.sources import Site, Source, place_at

LONGEST_NUMBER = 18
"""Digits of a whole number; no bound of the model is near it."""


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
    if _values(text) > MOST_VALUES and _values(_TEXT.sub("", text)) > MOST_VALUES:
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
        if found := _Scan(text, name).problems:
            raise LoadError(found) from None
        raise
    scan = functools.cache(lambda: _Scan(text, name))
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

# Possessive, because a choice for each character of a long text would be
# remembered, at two hundred bytes.
_STRING = r'"(?:[^"\\]++|\\.)*+"'
_TEXT = re.compile(_STRING)
_TOKEN = re.compile(
    r"[ \t\n\r]*(?:([{\[])|([}\]])|(" + _STRING + r')|([:,])|([^ \t\n\r{}\[\]":,]+))'
)


class _Scan:
    """Where everything stands in a text that is JSON, and what is wrong there.

    The standard reader gives no positions; this one is slower, and runs only
    when there is a problem to place.
    """

    def __init__(self, text: str, name: str) -> None:
        self.problems: list[Problem] = []
        self.root = Site(1, 1)
        self._name = name
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._path: list[str | int] = []
        self._stack: list[Site] = []
        self._stopped = False
        self._read(text)

    def _read(self, text: str) -> None:
        path, stack = self._path, self._stack
        key: int | None = None
        for token in _TOKEN.finditer(text):
            if self._stopped:
                return
            opening, closing, string, mark, atom = token.groups()
            offset = token.start(token.lastindex or 0)
            in_mapping = bool(path) and isinstance(path[-1], str)
            if closing:
                path.pop()
                stack.pop()
            elif mark == ",":
                key = None
                if not in_mapping:
                    path[-1] = len(stack[-1].below or ())
            elif string and in_mapping and key is None:
                key = offset
                self._key(str(json.loads(string)), offset)
            elif not mark:
                site = self._site(offset, key)
                if opening:
                    self._open(opening, site, offset)
                    key = None
                elif atom:
                    self._check(atom, offset)

    def _open(self, bracket: str, site: Site, offset: int) -> None:
        if len(self._stack) == DEEPEST:
            self._add(too_deep(pointer(*self._path)), offset)
            self._stopped = True
        self._stack.append(site)
        self._path.append("" if bracket == "{" else 0)

    def _key(self, key: str, offset: int) -> None:
        self._path[-1] = key
        if key in (self._stack[-1].below or ()):
            message = f"field {shown(key)} is given twice"
            self._add(Problem("duplicate-key", message), offset)

    def _site(self, offset: int, key: int | None) -> Site:
        site = Site(*self._at(offset), None if key is None else self._at(key))
        if self._stack:
            self._stack[-1].put(str(self._path[-1]), site)
        else:
            self.root = site
        return site

    def _check(self, atom: str, offset: int) -> None:
        if atom.endswith(("NaN", "Infinity")):
            self._add(Problem("bad-number", f"{atom} is not a number"), offset)
        elif len(atom) > LONGEST_NUMBER and atom.lstrip("-").isdigit():
            message = f"a whole number has at most {LONGEST_NUMBER} digits"
            self._add(Problem("bad-number", f"{message}, got {len(atom)}"), offset)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _add(self, problem: Problem, offset: int) -> None:
        place = Place(self._name, *self._at(offset))
        path = problem.path or pointer(*self._path)
        self.problems.append(attrs.evolve(problem, path=path, place=place))
        if len(self.problems) == MOST_PROBLEMS:
            self.problems.append(attrs.evolve(STOPPED, place=place))
            self._stopped = True
