"""Two bodies of a Word file as one with tracked changes, clause by clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define, field

from salesreg.export.docx.numbering import BULLETS
from salesreg.export.docx.redline.aligning import aligned
from salesreg.export.docx.redline.marking import Kind, Marks, W, element
from salesreg.export.docx.redline.tokens import alone, merged, tokens
from salesreg.io.markup import Element

_ALIKE = 0.5
"""The share of common words from which two texts are one text, changed."""
_WORD = re.compile(r"\w+")
_ALTERNATE = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
)
_FIGURE = "Figure"
"""Style of the paragraph that a drawing is."""
_TURN = "SectionEnd"
"""Style of the paragraph that turns the pages: no text, so nothing to track."""


class _Form(NamedTuple):
    """What two paragraphs, or two tables, must share to become one."""

    style: str
    level: str
    listed: str
    columns: int = 0


@define
class _Unit:
    """A paragraph, or a table with the gap below it."""

    elements: list[Element]
    form: _Form
    text: str
    name: str
    """The bookmark that starts here: of a section or of a clause."""


_Pairs = Sequence[tuple[list[_Unit] | None, list[_Unit] | None]]
_WAS = "_was"
"""Ends the name of a clause in the place where it was."""


@define
class Merging:
    """How one body becomes of two."""

    marks: Marks
    _names: set[str] = field(factory=set[str], init=False)
    _lists: dict[str, str] = field(factory=dict[str, str], init=False)
    """The new list that goes on where an old one was."""

    def bodies(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        """The elements of both bodies, in order, with what differs marked."""
        self._names = {name for one in new for name in _bookmarks(one)}
        made: list[Element] = []
        gone: list[Element] = []
        parted = aligned(
            _clauses(old),
            _clauses(new),
            lambda clause: clause[0].name,
            lambda one, other: _alike(one[0], other[0]),
        )
        pairs = list(parted)
        moves = _moves(pairs)
        _rename(old, _apart(pairs))
        for before, after in pairs:
            if after is None:
                assert before
                left = [unit for unit in before if unit.form.style != _TURN]
                gone += [part for unit in left for part in unit.elements]
                made += self._clause("del", "moveFrom", left, moves)
            elif before is None:
                made += self._clause("ins", "moveTo", after, moves)
            else:
                made += self._both(before, after, gone)
        for lost in gone:
            for number in lost.iter(f"{W}numId"):
                value = number.get(f"{W}val", "")
                number.set(f"{W}val", self._lists.get(value, value))
        return made

    def _both(
        self, old: list[_Unit], new: list[_Unit], gone: list[Element]
    ) -> list[Element]:
        made: list[Element] = []
        for one, other in aligned(old, new, lambda u: (u.form, u.text), _alike):
            if one and other:
                made += self._unit(one, other)
            elif other:
                made += self._whole("ins", other)
            elif one and one.form.style != _TURN:
                gone += one.elements
                made += self._whole("del", one)
        return made

    def _clause(
        self, kind: Kind, moving: Kind, units: list[_Unit], moves: dict[str, str]
    ) -> list[Element]:
        """A clause that only one of the texts has, or has in this place."""
        name = moves.get(units[0].name) if units else None
        marked = moving if name else kind
        made = [part for unit in units for part in self._whole(marked, unit)]
        return self.marks.moved(moving, name, made) if name else made

    def _unit(self, old: _Unit, new: _Unit) -> list[Element]:
        if new.form.columns:
            self._table(old.elements[0], new.elements[0])
        else:
            self.paragraph(old.elements[0], new.elements[0])
        return new.elements

    def paragraph(self, old: Element, new: Element) -> None:
        """Make the new paragraph say what both say."""
        before, after = _value(old, "numId"), _value(new, "numId")
        if before:
            self._lists[before] = after
        content = merged(tokens(old), tokens(new), self.marks)
        self._fill(new, [*self._kept(old), *new.iterfind(f"{W}bookmarkStart")], content)

    def _table(self, old: Element, new: Element) -> None:
        (head, *before), (top, *after) = old.findall(f"{W}tr"), new.findall(f"{W}tr")
        made: list[Element] = []
        for one, other in [
            (head, top),
            *aligned(before, after, _said, lambda a, b: _similar(_said(a), _said(b))),
        ]:
            if one is not None and other is not None:
                for cell, place in zip(
                    one.iter(f"{W}p"), list(other.iter(f"{W}p")), strict=True
                ):
                    self.paragraph(cell, place)
                made.append(other)
            elif other is not None:
                made.append(self._row("ins", other))
            elif one is not None:
                made.append(self._row("del", one))
        for row in new.findall(f"{W}tr"):
            new.remove(row)
        new.extend(made)

    def _whole(self, kind: Kind, unit: _Unit) -> list[Element]:
        if unit.form.style == _TURN:
            return unit.elements
        for part in unit.elements:
            if part.tag == f"{W}tbl":
                for row in part.findall(f"{W}tr"):
                    self._row(kind, row)
            else:
                self._alone(kind, part)
        return unit.elements

    def _row(self, kind: Kind, row: Element) -> Element:
        self.marks.row(kind, row)
        for line in row.iter(f"{W}p"):
            self._alone(kind, line)
        return row

    def _alone(self, kind: Kind, line: Element) -> None:
        """Mark a paragraph that the other document does not have."""
        own = list(line.iterfind(f"{W}bookmarkStart"))
        starts = own if kind in {"ins", "moveTo"} else self._kept(line)
        self._fill(line, starts, alone(tokens(line), kind, self.marks))
        self.marks.end(kind, line)

    def _kept(self, old: Element) -> list[Element]:
        """The bookmarks of an old paragraph that no new one has."""
        starts = list(old.iterfind(f"{W}bookmarkStart"))
        return [one for one in starts if one.get(f"{W}name", "") not in self._names]

    def _fill(
        self, line: Element, starts: list[Element], content: list[Element]
    ) -> None:
        """Give a paragraph its content, within its bookmarks."""
        line[1:] = [*starts, *content, *(_end(start) for start in starts)]


def _end(start: Element) -> Element:
    made = element("bookmarkEnd")
    made.set(f"{W}id", start.get(f"{W}id", ""))
    return made


def _clauses(body: Sequence[Element]) -> list[list[_Unit]]:
    """The units of a body by the section or clause that they stand in."""
    found: list[list[_Unit]] = []
    for unit in _units(body):
        if unit.name or not found:
            found.append([])
        found[-1].append(unit)
    return found


def _apart(pairs: _Pairs) -> frozenset[str]:
    """Names of the clauses that one text has here and the other there."""
    gone = {one[0].name for one, other in pairs if one and not other}
    come = {other[0].name for one, other in pairs if other and not one}
    return frozenset(gone & come) - {""}


def _rename(old: Sequence[Element], names: frozenset[str]) -> None:
    """Give clauses of the old text names of their own, and what leads to them.

    Both places are in the file, and each is there when the other one is gone.
    """
    for part in old:
        for start in part.iter(f"{W}bookmarkStart"):
            if (name := start.get(f"{W}name", "")) in names:
                start.set(f"{W}name", f"{name}{_WAS}")
        for link in part.iter(f"{W}hyperlink"):
            if (name := link.get(f"{W}anchor", "")) in names:
                link.set(f"{W}anchor", f"{name}{_WAS}")
        for code in part.iter(f"{W}instrText"):
            words = (code.text or "").split(" ")
            told = [f"{word}{_WAS}" if word in names else word for word in words]
            code.text = " ".join(told)


def _moves(
    pairs: _Pairs,
) -> dict[str, str]:
    """Names for the moves of clauses that one text has here and the other there.

    A row of a table cannot be said to have moved, and a drawing is told anew.
    """
    gone, come = (
        {one[0].name for one in some if all(map(_words, one))}
        for some in (
            [one for one, other in pairs if one and not other],
            [other for one, other in pairs if other and not one],
        )
    )
    moved = sorted(name for name in gone & come if name)
    return {name: f"move{number}" for number, name in enumerate(moved, 1)}


def _words(unit: _Unit) -> bool:
    if len(unit.elements) > 1 or unit.form.style == _TURN:
        return False
    return next(unit.elements[0].iter(f"{W}drawing", _ALTERNATE), None) is None


def _units(body: Sequence[Element]) -> Iterator[_Unit]:
    table: Element | None = None
    for part in body:
        if part.tag == f"{W}tbl":
            table = part
            continue
        held = [part] if table is None else [table, part]
        form = _form(held[0])
        name = next(_bookmarks(held[0]), "") if table is None else ""
        drawn = form.style == _FIGURE
        said = _said(held[0]) if not drawn else "".join(t.key[1] for t in tokens(part))
        yield _Unit(held, form, said, name)
        table = None


def _form(part: Element) -> _Form:
    if part.tag == f"{W}tbl":
        columns = len(part.findall(f"{W}tblGrid/{W}gridCol"))
        return _Form(_value(part, "tblStyle"), "", "", columns)
    number = _value(part, "numId")
    listed = number if number in {"", str(BULLETS)} else "items"
    return _Form(_value(part, "pStyle"), _value(part, "ilvl"), listed)


def _alike(old: _Unit, new: _Unit) -> bool:
    """Whether two units may be one that was changed."""
    if old.form != new.form or bool(old.name) != bool(new.name):
        return False
    if old.name == new.name != "":
        return True
    if old.form.style.startswith("TOC") or old.form.style == _FIGURE:
        # A line with dots and a page number reads as a whole only; two drawings in
        # one line are drawn over each other.
        return False
    return _similar(old.text, new.text)


def _similar(old: str, new: str) -> bool:
    before, after = (Counter(_WORD.findall(text)) for text in (old, new))
    both = before.total() + after.total()
    return bool(both) and 2 * (before & after).total() >= _ALIKE * both


def _said(part: Element) -> str:
    return "".join([text.text or "" for text in part.iter(f"{W}t")])


def _value(part: Element, name: str) -> str:
    found = next(part.iter(f"{W}{name}"), None)
    return "" if found is None else found.get(f"{W}val", "")


def _bookmarks(part: Element) -> Iterator[str]:
    for start in part.iter(f"{W}bookmarkStart"):
        yield start.get(f"{W}name", "")
