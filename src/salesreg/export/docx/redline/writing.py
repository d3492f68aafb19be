"""The redline of two regulations: a page of what changes, and the marked text."""

from __future__ import annotations

import datetime as dt
import os
from typing import cast, overload

from attrs import evolve
from docx.parts.document import DocumentPart
from lxml import etree

from salesreg.compare.diff import diff
from salesreg.document.blocks import Document
from salesreg.document.impact import impact
from salesreg.errors import InvalidValue, invalid
from salesreg.export.docx.body import sections
from salesreg.export.docx.error import DocxError
from salesreg.export.docx.front import front
from salesreg.export.docx.ledger import Ledger
from salesreg.export.docx.looks import look_of
from salesreg.export.docx.markup import document_xml, escape, paragraph
from salesreg.export.docx.package import (
    archived,
    opened,
    surround,
)
from salesreg.export.docx.parts import written
from salesreg.export.docx.redline.marking import Marks, W
from salesreg.export.docx.redline.merging import Merging
from salesreg.io.markup import Element
from salesreg.model.outputs import Target, given
from salesreg.model.regulation import Regulation

_NEXT_PAGE = paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>')


@overload
def redline(
    old: Regulation,
    new: Regulation,
    *,
    author: str,
    date: dt.datetime,
    summary: bool = ...,
    style: str | os.PathLike[str] = ...,
) -> bytes: ...


@overload
def redline(
    old: Regulation,
    new: Regulation,
    target: Target,
    *,
    author: str,
    date: dt.datetime,
    summary: bool = ...,
    style: str | os.PathLike[str] = ...,
) -> None: ...


def redline(
    old: Regulation,
    new: Regulation,
    target: Target | None = None,
    *,
    author: str,
    date: dt.datetime,
    summary: bool = True,
    style: str | os.PathLike[str] = "plain",
) -> bytes | None:
    """Write a Word file that shows what differs as tracked changes.

    Clauses, paragraphs and rows of tables are inserted or deleted as a whole;
    where both texts have one, its words are. Whoever accepts all changes has the
    text of the new regulation, and whoever rejects all the text of the old one.
    Numbers of clauses are printed, each as its own edition has it.

    Args:
        old: The regulation before.
        new: The regulation after; the file has its language.
        target: A path, written atomically, or a binary file object.
        author: Who made the changes, as Word shows it.
        date: When, as the clock on the wall says it: Word knows no time zones here.
        summary: Whether the file starts with a sheet that says what changes, for
            which roles and from which day. That sheet itself is not tracked.
        style: How the file looks, as for `to_docx`; GOST in the edition of the day
            on which the new regulation was approved.

    Returns:
        The bytes of the file when no target is given.

    Raises:
        InvalidValue: The author has no name, or one that no file can hold; the date
            is a day without a time; or no style has the name.
        LoadError: The company's file cannot be read or used.

    Warns:
        IncompleteStyle: The company's file lacks something, which is filled in.
    """
    if not isinstance(date, dt.datetime):  # pyright: ignore[reportUnnecessaryIsInstance]
        message = f"a change is made on a day at a time, not {date!r}"
        raise invalid("no-time", message, "give it: date=dt.datetime(2026, 1, 12, 10)")
    when = date.replace(tzinfo=None).isoformat(timespec="seconds")
    after = evolve(new.document, numbering="fixed")
    look = look_of(style, after)
    package, ledger = opened(after, look, "plain")
    marks = Marks(_author(author), f"{when}Z", ledger.bookmarks)
    # What is gone from the text turns no pages.
    other = ledger.beside(evolve(old.document, numbering="fixed"), turns=False)
    merging = Merging(marks)
    text = merging.bodies(_elements(written(other)), _elements(written(ledger)))
    sheet: list[Element] = []
    if summary:
        shown = impact(diff(old, new), old, new).document
        sheet = _sheet(shown, ledger, text)
    whole = etree.fromstring(document_xml(ledger.section()))
    whole[0][:0] = [*sheet, *text]
    surround(package, ledger)
    if look.titled_head:
        word = cast("DocumentPart", package.main_document_part).document
        for head in word.sections[0].header.part.element:
            was = ledger.words(old.document.header)
            merging.paragraph(_elements(paragraph("Header", was))[0], head)
    return given(archived(package, etree.tostring(whole, encoding="unicode")), target)


def _author(name: str) -> str:
    if not name.strip():
        message = "a redline says who made the changes, and the name is empty"
        raise invalid("no-author", message, 'give it: author="A. Petrova"')
    try:
        escape(name, "author")
    except DocxError as error:
        raise InvalidValue(error.problems) from None
    return name


def _sheet(shown: Document, ledger: Ledger, text: list[Element]) -> list[Element]:
    """The sheet of changes on upright pages of its own, in front of the text."""
    bare = evolve(shown, numbering="fixed", contents=False)
    sheet = ledger.beside(bare, turns=False)
    made = _elements(front(sheet) + sections(sheet))
    known = {
        start.get(f"{W}name") for one in text for start in one.iter(f"{W}bookmarkStart")
    }
    for part in made:
        for mark in (*part.iter(f"{W}bookmarkStart"), *part.iter(f"{W}bookmarkEnd")):
            _parent(mark).remove(mark)
        for link in list(part.iter(f"{W}hyperlink")):
            anchor = link.get(f"{W}anchor")
            if anchor and anchor not in known:
                for run in list(link):
                    link.addprevious(run)
                _parent(link).remove(link)
    return [*made, *_elements(_NEXT_PAGE)]


def _parent(part: Element) -> Element:
    parent = part.getparent()
    assert parent is not None
    return parent


def _elements(content: str) -> list[Element]:
    return list(etree.fromstring(document_xml(content))[0])
