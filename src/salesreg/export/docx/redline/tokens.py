"""The content of a paragraph as words, and two such contents as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import groupby

from attrs import field, frozen
from lxml import etree

from salesreg.export.docx.redline.marking import Kind, Marks, W, element
from salesreg.io.markup import Element

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|\w+|\s|[^\w\s]")
"""A word, a whole number ("8.4", "1 500 000"), a space, a sign."""
_ID = re.compile(r' id="\d+"')
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
"""Tells a drawing in words: a drawing is equal whatever room its page has for it."""
_LEAST = 0.3
"""Below this share of common words a text is told anew, not word by word."""


@frozen
class Token:
    """A word with its look, or something that changes as a whole only.

    Attributes:
        key: What equal tokens have in common.
        text: The characters; a tab and a line break are characters.
        look: Properties of the run.
        whole: The elements of a field, a link or a drawing.
    """

    key: tuple[str, str]
    text: str
    look: Element | None = field(default=None, eq=False)
    whole: tuple[Element, ...] = field(default=(), eq=False)


def tokens(paragraph: Element) -> list[Token]:
    """The words of a paragraph."""
    found: list[Token] = []
    collected: list[Element] = []
    depth = 0
    for piece in paragraph:
        if piece.tag not in {f"{W}r", f"{W}hyperlink"}:
            continue
        collected.append(piece)
        for mark in piece.iterfind(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if depth == 0:
            found += _split(tuple(collected))
            collected.clear()
    return found


def _split(pieces: tuple[Element, ...]) -> Iterator[Token]:
    run = pieces[0]
    look = run.find(f"{W}rPr")
    inside = [piece for piece in run if piece is not look]
    known = {f"{W}t", *_BREAKS}
    if run.tag != f"{W}r" or any(piece.tag not in known for piece in inside):
        drawn = next(run.iter(_DRAWN), None)
        parts = pieces if drawn is None else (drawn, *run.iter(f"{W}t"))
        said = "".join(etree.tostring(part, encoding="unicode") for part in parts)
        yield Token(("", _ID.sub("", said)), "", whole=pieces)
        return
    said = "" if look is None else etree.tostring(look, encoding="unicode")
    text = "".join(_BREAKS.get(str(piece.tag)) or piece.text or "" for piece in inside)
    for word in _WORD.findall(text):
        yield Token((said, word), word, look)


def alone(pieces: Sequence[Token], kind: Kind, marks: Marks) -> list[Element]:
    """Return content that only one of the texts has in this place."""
    return list(marks.content(kind, _elements(pieces)))


def merged(old: Sequence[Token], new: Sequence[Token], marks: Marks) -> list[Element]:
    """One content that is the old one or the new one, as its marks are taken."""
    made: list[Element] = []
    for kind, pieces in _parts(old, new):
        elements = _elements(pieces)
        made += marks.content(kind, elements) if kind else elements
    return made


def _parts(
    old: Sequence[Token], new: Sequence[Token]
) -> Iterator[tuple[Kind | None, Sequence[Token]]]:
    before, after = [one.key for one in old], [one.key for one in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _LEAST:
        yield "del", old
        yield "ins", new
        return
    gone: list[Token] = []
    come: list[Token] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        # A lone space between two changed words is part of the change.
        blank = all(one.text.isspace() for one in new[first:last])
        if kind == "equal" and not (blank and gone and come and last < len(new)):
            yield "del", gone
            yield "ins", come
            gone, come = [], []
            yield None, new[first:last]
        else:
            gone += old[start:end]
            come += new[first:last]
    yield "del", gone
    yield "ins", come


def _elements(pieces: Iterable[Token]) -> list[Element]:
    made: list[Element] = []
    for (_, whole), group in groupby(pieces, lambda one: (one.key[0], bool(one.whole))):
        held = list(group)
        if whole:
            made += [piece for one in held for piece in one.whole]
        else:
            made.append(_run("".join(one.text for one in held), held[0].look))
    return made


def _run(text: str, look: Element | None) -> Element:
    run = element("r")
    if look is not None:
        run.append(deepcopy(look))
    for part in re.split(r"([\t\n])", text):
        if part in {"\t", "\n"}:
            run.append(element("tab" if part == "\t" else "br"))
        elif part:
            words = element("t")
            words.text = part
            words.set(_SPACE, "preserve")
            run.append(words)
    return run
