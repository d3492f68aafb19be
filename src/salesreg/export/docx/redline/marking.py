"""Marks of tracked changes on runs, paragraphs and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, Literal

from attrs import frozen
from lxml import etree

from salesreg.io.markup import Element

Kind = Literal["ins", "del", "moveFrom", "moveTo"]
"""What happened to something, as the name of its mark."""
URI: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{URI}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED: Final = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}


def element(name: str) -> Element:
    """An empty element of WordprocessingML."""
    return etree.Element(f"{W}{name}", nsmap={"w": URI})


@frozen
class Marks:
    """Who changed something and when; hands out the marks that say so."""

    author: str
    date: str
    ids: count[int]
    """Numbers that nothing else in the file has."""

    def mark(self, kind: Kind) -> Element:
        """A fresh mark."""
        made = element(kind)
        made.set(f"{W}id", str(next(self.ids)))
        made.set(f"{W}author", self.author)
        made.set(f"{W}date", self.date)
        return made

    def moved(self, kind: Kind, name: str, parts: list[Element]) -> list[Element]:
        """Put parts that moved away, or came, between marks that name the move."""
        start, end = self.mark(kind), element(f"{kind}RangeEnd")
        start.tag = f"{W}{kind}RangeStart"
        start.set(f"{W}name", name)
        end.set(f"{W}id", start.get(f"{W}id", ""))
        return [start, *parts, end]

    def content(self, kind: Kind, pieces: Iterable[Element]) -> Iterator[Element]:
        """Yield runs and links as inserted, deleted or moved.

        A mark holds runs only, so a link holds the mark of its own runs.
        """
        mark: Element | None = None
        for piece in pieces:
            if piece.tag == f"{W}hyperlink":
                mark = None
                held = list(piece)
                piece.extend(list(self.content(kind, held)))
                yield piece
                continue
            if kind == "del":
                self._delete(piece)
            if mark is None:
                mark = self.mark(kind)
                mark.append(piece)
                yield mark
            else:
                mark.append(piece)

    def _delete(self, run: Element) -> None:
        """Turn the characters of a run into deleted ones, in a drawing too."""
        for line in list(run.iter(f"{W}p")):
            line[1:] = list(self.content("del", list(line)[1:]))
        for piece in (*run, *run.iterfind(f"*/{_FALLBACK}/*")):
            piece.tag = _DELETED.get(str(piece.tag), piece.tag)

    def end(self, kind: Kind, paragraph: Element) -> None:
        """Mark the end of a paragraph, and so the paragraph as one of its own."""
        properties = paragraph[0]
        look = element("rPr")
        look.append(self.mark(kind))
        section = properties.find(f"{W}sectPr")
        if section is None:
            properties.append(look)
        else:
            section.addprevious(look)

    def row(self, kind: Kind, row: Element) -> None:
        """Mark a row of a table as a whole."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = element("trPr")
            row.insert(0, properties)
        properties.append(self.mark(kind))
