"""How wide the columns of a table are, and whether it turns its page.

A column has its share by weight, but never less than its longest word takes:
words that break in the middle cannot be read. Where the longest words of all
columns do not fit side by side, the table is wide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from attrs import frozen

from salesreg.document.blocks import Missing, Table, Text
from salesreg.document.text import visible
from salesreg.export.docx.look import Look
from salesreg.export.figures.measure import width_of

_TWIP = 635
"""EMU in a twip."""
_MARGINS = 200
"""What the margins of a cell take of its width, in twips."""
_SERIF = 0.87
"""Letters of Times are narrower than the sans-serif ones that are measured."""
_BOLD = 1.06
_SAFE = 1.08
"""By so much at least are words measured wider than any face draws them."""
_MANY = 8
"""So many columns are too narrow to read on an upright page."""
_LONG = 120
"""A cell of more characters asks for no more room than one of so many."""
_SHORTER = 0.8
_CRAMPED = 2
_PAGE = 40
"""Lines on a page, roughly: no page is turned for what fits on it anyway."""
_WORD = re.compile(r"[^ \n\t-]+-?")
"""What stays on one line: a no-break space does not end it, a hyphen does."""


@frozen
class Measured:
    """A table by the room that its words need.

    Attributes:
        weights: The shares that the columns are meant to have.
        floors: Least width of each column in twips.
        lengths: How many characters there are in each cell, row by row.
        size: Height of its letters in twips.
    """

    weights: tuple[int, ...]
    floors: tuple[int, ...]
    lengths: tuple[tuple[int, ...], ...]

    size: int

    def lines(self, widths: list[int]) -> list[int]:
        """How many lines each row takes, roughly, when columns have these widths."""
        letters = [max(2 * (width - _MARGINS) // self.size, 1) for width in widths]
        return [
            max(-(-length // most) for length, most in zip(row, letters, strict=True))
            for row in self.lengths
        ]

    def widths(self, whole: int) -> list[int]:
        """Split a width: by weight, or by the words where that is much shorter."""
        chosen = fitted(self.weights, self.floors, whole)
        longest = [max(column, default=0) for column in zip(*self.lengths, strict=True)]
        if not any(longest):
            return chosen
        other = fitted([min(most, _LONG) for most in longest], self.floors, whole)
        shorter = sum(self.lines(other)) < _SHORTER * sum(self.lines(chosen))
        return other if shorter else chosen

    def wide(self, upright: int, turned: int) -> bool:
        """Tell whether a table wants a turned page, with that width for its text.

        Turned pages are half as wide again; a table that gets much shorter there
        was cramped.
        """
        if len(self.floors) >= _MANY or sum(self.floors) > upright * _SAFE:
            return True
        before, after = (
            sum(self.lines(self.widths(width))) for width in (upright, turned)
        )
        return before > max(_CRAMPED * after, _PAGE)


def measured(table: Table, look: Look, hole: str = "") -> Measured:
    """Measure a table in the letters of a look; `hole` is said of what is missing."""
    longest = ["" for _ in table.columns]
    lengths: list[tuple[int, ...]] = []
    for row in table.rows:
        line: list[int] = []
        for place, cell in enumerate(row[: len(longest)]):
            match cell:
                case (Text(text),):
                    pass
                case _:
                    text = visible(cell)
                    # What marks a hole breaks no better than the rest.
                    marks = [one.text for one in cell if isinstance(one, Missing)]
                    text += "".join([f" {mark}\u00a0[{hole}]" for mark in marks])
            line.append(len(text))
            if len(text) > len(longest[place]):
                longest[place] = max([longest[place], *_WORD.findall(text)], key=len)
        lengths.append(tuple(line))
    floors = tuple(
        max(
            _width(word, look),
            *(_width(one, look, _BOLD) for one in _WORD.findall(column.title) or [""]),
        )
        for word, column in zip(longest, table.columns, strict=True)
    )
    weights = tuple(column.weight for column in table.columns)
    return Measured(weights, floors, tuple(lengths), look.table_size * 10)


def _width(word: str, look: Look, weight: float = 1) -> int:
    face = _SERIF if "Times" in look.text_font else 1
    letters = width_of(word, look.table_size / 2) / _TWIP * face * weight
    # What no column could hold breaks anyway.
    return round(min(letters, look.text_width / 3)) + _MARGINS


def shares(weights: Sequence[int], whole: int) -> list[int]:
    """Split `whole` by weight into integers that add up to it exactly.

    >>> shares([1, 1, 1], 100)
    [33, 33, 34]
    """
    edges = [0, *accumulate(max(weight, 1) for weight in weights)]
    return [
        whole * right // edges[-1] - whole * left // edges[-1]
        for left, right in pairwise(edges)
    ]


def fitted(weights: Sequence[int], floors: tuple[int, ...], whole: int) -> list[int]:
    """Split `whole` by weight, but give every column its least width.

    Where even these do not fit, they are what `whole` is split by.

    >>> fitted([1, 1, 8], (30, 10, 10), 100)
    [30, 10, 60]
    """
    if sum(floors) > whole:
        return shares(floors, whole)
    narrow: set[int] = set()
    while True:
        rest = whole - sum(floors[place] for place in narrow)
        wide = [place for place in range(len(weights)) if place not in narrow]
        found = shares([weights[place] for place in wide], rest)
        short = {
            place
            for place, width in zip(wide, found, strict=True)
            if width < floors[place]
        }
        if not short:
            widths = dict(zip(wide, found, strict=True))
            return [widths.get(place, floors[place]) for place in range(len(floors))]
        narrow |= short
