"""Two texts of one document side by side: what is the same, what differs.

Names of values and clauses are unique, so they tell which words of the one stand
for which words of the other; only what lies between two of them is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Self

from attrs import frozen

from salesreg.compare.changes import longest_rising
from salesreg.edits.stories import Story, Token

ELSEWHERE = "\u2026"
"""Stands in words for a value that was moved away, or moved here."""
_MOST_LINES = 400
"""So many lines between two names are compared one by one, more as a whole."""
_BREAKS = re.compile(r"\n+")


@frozen
class Gap:
    """Words between two names, in the old text and in the new one.

    Attributes:
        left: Name before them; empty at the start.
        right: Name behind them; empty at the end.
        clause: Name of the clause that they are in.
        old: The old words.
        new: The new words.
    """

    left: str
    right: str
    clause: str
    old: str
    new: str


@frozen
class Alignment:
    """Which names two texts have in one order.

    Attributes:
        kept: The names.
        known: Every name of the new text.
    """

    kept: frozenset[str]
    known: frozenset[str]

    @classmethod
    def of(cls, old: Story, new: Story) -> Self:
        """Align two texts."""
        before, after = _firsts(old), _firsts(new)
        places = longest_rising([before[name] for name in after if name in before])
        kept = frozenset(old.tokens[place].said for place in places)
        return cls(kept, frozenset(after))

    def gaps(self, old: Story, new: Story) -> Iterator[Gap]:
        """Yield the words between each two names."""
        theirs = self.words(new, frozenset(_firsts(old)))
        clause = ""
        for left, (right, said) in self.words(old, self.known).items():
            if left.startswith("sr_"):
                clause = left
            yield Gap(left, right, clause, said, theirs[left][1])

    def words(
        self, text: Story, elsewhere: frozenset[str]
    ) -> Mapping[str, tuple[str, str]]:
        """Return, behind each name, the next one and the words before it.

        Args:
            text: The text.
            elsewhere: Names whose values are compared by their name, wherever
                they stand.
        """
        found: dict[str, tuple[str, str]] = {}
        left = ""
        said: list[str] = []
        for token in text.tokens:
            named = token.kind != "words" and token.said in self.kept
            if named and token.said != left and token.said not in found:
                found[left] = (token.said, plain("".join(said)))
                left, said = token.said, []
            elif not named:
                said.append(_said(token, text, elsewhere))
        found[left] = ("", plain("".join(said)))
        return found


def _firsts(text: Story) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for place, token in enumerate(text.tokens):
        if token.kind != "words":
            found.setdefault(token.said, place)
    return found


def _said(token: Token, text: Story, elsewhere: frozenset[str]) -> str:
    if token.kind == "words":
        return token.said
    if token.kind == "clause":
        return ""
    # What the other text has elsewhere is compared there, by its name.
    return ELSEWHERE if token.said in elsewhere else text.text(token.said)


def plain(said: str) -> str:
    """Return words without the line breaks around them and without empty lines."""
    return _BREAKS.sub("\n", said).strip("\n")


def differences(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the lines that stood where other lines stand now."""
    ours, theirs = old.split("\n"), new.split("\n")
    if max(len(ours), len(theirs)) > _MOST_LINES:
        yield old, new
        return
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        if end - start == last - first:
            yield from zip(ours[start:end], theirs[first:last], strict=True)
        else:
            yield "\n".join(ours[start:end]), "\n".join(theirs[first:last])


def trimmed(old: str, new: str) -> tuple[str, str]:
    """Two texts without the words that both begin and end with."""
    start = 0
    shortest = min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    end = 0
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    # Whole words read better than letters of them.
    while start and not old[start - 1].isspace():
        start -= 1
    while end and not old[len(old) - end].isspace():
        end -= 1
    return old[start : len(old) - end], new[start : len(new) - end]
