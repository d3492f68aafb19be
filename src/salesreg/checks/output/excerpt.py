"""A line of the text that a finding is about, with the place underlined."""

from __future__ import annotations

from attrs import frozen
from rich.cells import cell_len

from salesreg.errors import Place
from salesreg.model.outputs import Origin

WIDEST = 100
"""Of a longer line the part around the place is shown."""

_BEFORE = 30
_CLOSING = {"{": "}", "[": "]"}


@frozen
class Excerpt:
    """A line and which part of it is meant.

    Attributes:
        number: Number of the line.
        text: The line, or the part of it that is shown.
        before: How many cells of a terminal stand before the part that is meant.
        width: How many cells that part takes.
    """

    number: int
    text: str
    before: int
    width: int


def excerpt(origin: Origin, place: Place) -> Excerpt:
    """Return the line of a place in the text that a regulation was read from."""
    line = origin.line(place).rstrip().replace("\t", " ")
    start, end = span(line, place)
    cut = start - _BEFORE if len(line) > WIDEST and start > _BEFORE else 0
    shown = line[cut : cut + WIDEST]
    if cut:
        shown = "…" + shown[1:]
    if cut + WIDEST < len(line):
        shown = shown[:-1] + "…"
    marked = shown[start - cut : end - cut]
    return Excerpt(
        place.line, shown, cell_len(shown[: start - cut]), max(cell_len(marked), 1)
    )


def span(line: str, place: Place) -> tuple[int, int]:
    """Return from where to where the value at a place stands on its line."""
    start = min((place.column or 1) - 1, len(line))
    return start, max(_end(line.rstrip(), start), start)


def _end(line: str, start: int) -> int:
    """Return where the value that starts at a column ends, on the same line.

    A value in brackets ends at its bracket; one inside brackets before the
    comma or the bracket that follows; any other at the end of the line.
    """
    depth, comma, quote = 0, 0, ""
    for index in range(start, len(line)):
        character = line[index]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and (index == start or line[index - 1] in " [{:,"):
            quote = character
        elif character in _CLOSING:
            depth += 1
        elif character in _CLOSING.values():
            if depth == 0:
                return comma or index
            depth -= 1
            if depth == 0 and line[start] in _CLOSING:
                return index + 1
        elif character == "," and depth == 0 and not comma:
            comma = index
    # In a mapping over several lines a comma separates; in prose it is prose.
    return comma if comma == len(line) - 1 else len(line)
