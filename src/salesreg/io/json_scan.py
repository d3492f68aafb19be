"""Where everything stands in a JSON text.

The reader of the standard library gives no positions. This one is slower, and
runs only when there is a problem to place.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right

import attrs

from salesreg._text import shown
from salesreg.convert.problems import MOST_PROBLEMS, STOPPED
from salesreg.errors import Place, Problem, pointer
from salesreg.io.limits import DEEPEST, LONGEST_NUMBER, given_twice, too_deep, too_long
from salesreg.io.sources import Site

# Possessive, because a choice for each character of a long text would be
# remembered, at two hundred bytes.
_STRING = r'"(?:[^"\\]++|\\.)*+"'
TEXT = re.compile(_STRING)
_TOKEN = re.compile(
    r"[ \t\n\r]*(?:([{\[])|([}\]])|(" + _STRING + r')|([:,])|([^ \t\n\r{}\[\]":,]+))'
)


class Scan:
    """Where everything stands in a text that is JSON, and what is wrong there.

    Attributes:
        root: The site of the whole.
        problems: What the standard reader lets pass, or cannot follow.
    """

    def __init__(self, text: str, name: str) -> None:
        """Look at a whole text; `name` is that of its file."""
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
            self._add(given_twice(shown(key)), offset)

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
            self._add(too_long(atom), offset)

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
