"""What differs between two regulations as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from salesreg._text import shown, steady
from salesreg.compare.changes import Added, Changed, Removed, Renamed, Reordered
from salesreg.convert.unstructure import plain
from salesreg.document.blocks import Table
from salesreg.document.changing import Fate, Told
from salesreg.document.context import Content
from salesreg.document.differing import chapters, contexts
from salesreg.document.impact import Impact
from salesreg.document.site import NOTHING
from salesreg.document.text import visible

if TYPE_CHECKING:
    from salesreg.compare.diff import Diff

Piece = tuple[str, str]
"""Text and its style, in the words of rich."""

MARKS: Mapping[Fate, tuple[str, str]] = MappingProxyType(
    {
        "added": ("+", "green"),
        "removed": ("-", "red"),
        "changed": ("~", "yellow"),
        "renamed": ("=", "cyan"),
        "moved": ("^", "cyan"),
    }
)
"""The mark and the style of each fate of a thing."""

COUNTED: Mapping[Fate, str] = MappingProxyType(
    {
        "changed": "changed: {n}",
        "added": "added: {n}",
        "removed": "removed: {n}",
        "renamed": "given another key: {n}",
        "moved": "put in another order: {n}",
    }
)
"""How the last line counts each fate."""

WIDTH = 60
"""What was and what is stand on one line when together they are no longer."""


def listing(diff: Diff) -> str:
    """Return what differs as text, in the language of the newer regulation."""
    return "".join([text for text, _ in pieces(diff)])


def pieces(found: Diff | Impact) -> Iterator[Piece]:
    """Yield the same text piece by piece, each with its style.

    Of an impact, whom and what the change touches comes after it.
    """
    diff = found.diff if isinstance(found, Impact) else found
    said = _bare(diff) if diff.old is None or diff.new is None else _told(diff)
    for text, style in said:
        yield steady(text), style
    if isinstance(found, Impact):
        for text, style in _touched(found):
            yield steady(text), style


def _told(diff: Diff) -> Iterator[Piece]:
    old, new = contexts(diff)
    counts: Counter[Fate] = Counter()
    for _, number, title, rows in chapters(diff, old, new):
        yield f"{number} {title}\n".lstrip(), "bold"
        width = max(len(f"{one.clause}  ".lstrip()) for one in rows)
        for one in rows:
            counts[one.fate] += 1
            yield from _one(one, width)
        yield "\n", ""
    said = [
        new.words.say(message).format(n=counts[fate])
        for fate, message in COUNTED.items()
        if counts[fate]
    ]
    yield (", ".join(said) or new.words.say("Nothing changes.")) + "\n", "bold"


def _one(one: Told, width: int) -> Iterator[Piece]:
    mark, style = MARKS[one.fate]
    yield f"  {mark} {one.clause:<{width}}", style
    yield " → ".join(_line(line) for line in one.lines) + "\n", ""
    indent = " " * (width + 4)
    was, now = (_line(side) if side != NOTHING else "" for side in (one.was, one.now))
    more = "".join(f", {note}" for note in one.notes)
    named = visible(one.lines[-1]) if one.lines else ""
    if one.fate in {"added", "removed"} and named in {was, now}:
        was = now = ""
    if was and now and len(was) + len(now) <= WIDTH:
        yield f"{indent}{was} → {now}", ""
        yield f"{more}\n", style
        return
    for sign, text, colour in (("-", was, "red"), ("+", now, "green")):
        if text:
            yield f"{indent}{sign} {text}\n", colour
    if more:
        yield f"{indent}{more[2:]}\n", style


def _line(content: Content) -> str:
    """Return content on one line."""
    return "; ".join(visible(content).split("\n"))


def _touched(found: Impact) -> Iterator[Piece]:
    """Yield the tables of an impact, below that of the changes, row by row."""
    for section in found.document.sections[1:]:
        yield f"\n{section.title}\n", "bold"
        for table in section.blocks:
            for row in table.rows if isinstance(table, Table) else ():
                first, *cells = (_line(cell) for cell in row)
                said = "; ".join(cell for cell in cells if cell != _line(NOTHING))
                yield f"  {first}", ""
                yield f": {said}\n" if said else "\n", ""


def _bare(diff: Diff) -> Iterator[Piece]:
    """Yield the paths and the values as they are written, in no language."""
    for change in diff:
        match change:
            case Added(path=path):
                yield f"+ {path}\n", MARKS["added"][1]
            case Removed(path=path):
                yield f"- {path}\n", MARKS["removed"][1]
            case Renamed(path=path):
                yield f"= {path} → {change.to}\n", MARKS["renamed"][1]
            case Reordered(path=path, old=old, new=new):
                yield (
                    f"^ {path}: {', '.join(old)} → {', '.join(new)}\n",
                    MARKS["moved"][1],
                )
            case Changed(path=path, old=old, new=new):
                felt = f", {change.direction}" if change.direction else ""
                said = f"~ {path}: {shown(plain(old))} → {shown(plain(new))}{felt}\n"
                yield said, MARKS["changed"][1]
