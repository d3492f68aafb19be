"""What differs between two regulations as a document: chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesreg.document import sheets
from salesreg.document.blocks import Document, Paragraph, Section, Text
from salesreg.document.changing import Told, table, told
from salesreg.document.context import Context, context_of
from salesreg.document.extract import closed
from salesreg.document.text import unvalued
from salesreg.errors import invalid

if TYPE_CHECKING:
    from salesreg.compare.diff import Diff

OUTSIDE = "outside"
"""Anchor of the changes that stand in no chapter: the title page, the annexes."""


def document(diff: Diff) -> Document:
    """Return what differs as a document, in the language of the newer regulation.

    Raises:
        InvalidValue: The diff was read from data and knows no regulations.
    """
    old, new = contexts(diff)
    return Document(
        language=new.regulation.language,
        kind=new.words.say("WHAT CHANGES"),
        title=new.regulation.title,
        organisation=tuple(map(unvalued, sheets.organisation(new))),
        approval=(),
        requisites=sheets.editions(old, new),
        # What the words refer to is in the regulation, not in this document.
        sections=closed(tuple(_sections(diff, old, new))),
        annexes=(),
        header=sheets.header(new),
        properties=sheets.properties(new),
        wording=sheets.wording(new),
        # A chapter has the number that it has in the regulation.
        numbering="fixed",
    )


def contexts(diff: Diff) -> tuple[Context, Context]:
    """Return the contexts of both regulations; raise `InvalidValue` without them."""
    if diff.old is None or diff.new is None:
        message = "a diff that was read from data does not know its regulations"
        raise invalid("no-regulations", message, "tell it: diff.between(old, new)")
    return context_of(diff.old), context_of(diff.new)


def chapters(
    diff: Diff, old: Context, new: Context
) -> Iterator[tuple[str, str, str, tuple[Told, ...]]]:
    """Yield the chapters in which something changes, those of the new order first.

    Each is given by its anchor, its number, its title and its changes; what stands
    in no chapter comes last, without a number.
    """
    rows: dict[str, list[Told]] = {}
    for one in told(diff, old, new):
        rows.setdefault(one.chapter.anchor if one.chapter else "", []).append(one)
    entries = (*new.outline.chapters, *old.outline.chapters)
    numbers = {entry.anchor: entry.number for entry in reversed(entries)}
    for anchor in dict.fromkeys(entry.anchor for entry in entries):
        if anchor in rows:
            title = new.words.named("chapter", anchor) or anchor.capitalize()
            yield anchor, numbers[anchor], title, tuple(rows[anchor])
    if "" in rows:
        yield OUTSIDE, "", new.words.say("Outside the chapters"), tuple(rows[""])


def _sections(diff: Diff, old: Context, new: Context) -> Iterator[Section]:
    if not diff:
        title, said = (new.words.say(text) for text in ("Changes", "Nothing changes."))
        yield Section("", "changes", "", title, (Paragraph((Text(said),)),))
    for anchor, number, title, rows in chapters(diff, old, new):
        yield Section(number, anchor, "", title, (table(rows, new),))
