"""How much room words take in a figure: estimates on the safe side.

No font is read: a document is drawn with the fonts of its reader, so what fits
has to fit in any common sans-serif.
"""

from __future__ import annotations

from salesreg.export.figures.scene import CORNER, POINT, Box

TITLE, TITLE_LINE = 8.5, 10.5
"""Size of a title, bold, and the height of its line, in points."""
NOTE, NOTE_LINE = 7.5, 9.2
"""The same of smaller words, which are not bold."""
_REGULAR = 0.93
"""Regular letters are narrower than the bold ones that are measured."""
_LOWEST = 30 * POINT
_SPACE, _NARROW, _WIDE = 0.3, "·.,:;()ilj", "мшщжюыфmw%"


def width_of(text: str, size: float = NOTE * _REGULAR) -> float:
    """Return an upper estimate of the width of words on one line, in EMU."""
    ems = sum(
        _SPACE
        if c in _NARROW or c.isspace()
        else 0.78
        if c.isupper() or c in _WIDE
        else 0.6
        for c in text
    )
    return ems * size * POINT


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Return the lines that words take; a word that is too long is cut.

    >>> wrapped("Переговоры и договор", TITLE, 70 * POINT)
    ['Переговоры и', 'договор']
    """
    space = width_of(" ", size)
    lines: list[str] = []
    used = 0.0
    for whole in text.split():
        length = width_of(whole, size)
        if lines and used + space + length <= width:
            lines[-1] += f" {whole}"
            used += space + length
            continue
        word = whole
        while width_of(word, size) > width and len(word) > 1:
            cut = len(word) - 1
            while cut > 1 and width_of(word[:cut], size) > width:
                cut -= 1
            lines.append(word[:cut])
            word = word[cut:]
        lines.append(word)
        used = width_of(word, size)
    return lines


def note_wrapped(text: str, width: float) -> list[str]:
    """Return the lines that smaller words take."""
    return wrapped(text, NOTE * _REGULAR, width)


def title_lines(box: Box) -> list[str]:
    """Return the lines of the title of a box."""
    return wrapped(box.title, TITLE, box.inner)


def note_lines(box: Box) -> list[str]:
    """Return the lines of the smaller words of a box."""
    return note_wrapped(box.note, box.inner)


def height_of(box: Box) -> int:
    """Return how high a box is, by its words and its width."""
    words = len(title_lines(box)) * TITLE_LINE + len(note_lines(box)) * NOTE_LINE
    corners = 2 * CORNER if box.round else 0
    return round(max((words + 8) * POINT + corners, _LOWEST))
