"""The numbered places of a document and the bookmarks that stand for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from attrs import frozen

from salesreg.document.blocks import Block, Bullets, Clause, Document, Quote, Section
from salesreg.export.docx.error import DocxError

DEEPEST: int = 9
"""Levels of a multi-level list in WordprocessingML."""


def bookmark_name(anchor: str) -> str:
    """A bookmark name for an anchor: stable, short, of allowed characters.

    Word allows 40 characters of letters, digits and underscore; anchors may
    be longer, so the name is a digest.

    >>> bookmark_name("clause-3-2-1")
    'sr_f26317abd38f5db5'
    """
    return "sr_" + hashlib.sha256(anchor.encode()).hexdigest()[:16]


def value_name(pointer: str, part: int = 0, time: int = 0) -> str:
    """The name of a value: of its bookmark and of its control.

    Args:
        pointer: JSON Pointer of the value.
        part: Which of its paragraphs, when it is prose of several.
        time: How often it stood before, when a document says it several times.

    >>> value_name("/stages/0/norm/limit")
    'sv_8d174ab427c3f6d0'
    """
    said = f"{pointer}#{part}#{time}".encode()
    return "sv_" + hashlib.sha256(said).hexdigest()[:16]


@frozen
class Place:
    """A section or clause as a target: its bookmarks and what they show."""

    number: str
    mark: str
    bookmark: str
    mark_bookmark: str


def own_mark(section: Section) -> str:
    """The mark to show top right; none when it would only repeat the title."""
    return "" if section.mark == section.title else section.mark


def places(document: Document) -> dict[str, Place]:
    """Every anchor of the document with its place.

    Raises `DocxError` when two places share an anchor, and when the numbers
    of the tree are not the ones that a live list would show: the printed
    number and the cited number must never part. Fixed numbers are printed.
    """
    found: dict[str, Place] = {}
    main = Sequence()
    for numbers, part in [
        (main, document.sections),
        *((Sequence(), (annex,)) for annex in document.annexes),
    ]:
        for target in _targets(part):
            if target.anchor in found:
                raise DocxError(
                    target.pointer, f"the anchor {target.anchor!r} is taken twice"
                )
            if target.number and document.numbering == "live":
                numbers.follow(target.number, target.pointer)
            name = bookmark_name(target.anchor)
            found[target.anchor] = Place(
                number=target.number,
                mark=own_mark(target) if isinstance(target, Section) else "",
                bookmark=name,
                mark_bookmark=f"{name}_mark",
            )
    return found


class Sequence:
    """The counters of one multi-level list, counting as Word counts."""

    def __init__(self) -> None:
        """Start before the first number."""
        self._counters: list[int] = []

    def follow(self, number: str, place: str) -> None:
        """Take `number` as the next one; `DocxError` when it is not.

        >>> numbers = Sequence()
        >>> for number in ["1", "1.1", "1.2", "2", "2.1"]:
        ...     numbers.follow(number, "/here")
        >>> numbers.follow("2.3", "/here")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        salesreg...DocxError: number '2.3' is out of sequence: ... shows '2.2' ...
        """
        level = number.count(".")
        if level >= DEEPEST:
            raise DocxError(place, f"number {number!r} has more than {DEEPEST} levels")
        counted = (self._counters + [0] * DEEPEST)[: level + 1]
        counted[level] += 1
        shown = ".".join(map(str, counted))
        if shown != number:
            raise DocxError(
                place,
                f"number {number!r} is out of sequence: "
                f"a live list shows {shown!r} here",
            )
        self._counters = counted


def _targets(blocks: tuple[Block, ...]) -> Iterator[Section | Clause]:
    for block in blocks:
        match block:
            case Section() | Clause():
                yield block
                yield from _targets(block.blocks)
            case Quote():
                yield from _targets(block.blocks)
            case Bullets():
                for item in block.items:
                    yield from _targets(item)
            case _:
                pass
