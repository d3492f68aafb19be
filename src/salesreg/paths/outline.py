"""Clause numbers: the outline of the document, in no language."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from operator import eq
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from salesreg.errors import invalid, pointer
from salesreg.paths.layout import CHAPTERS, TOGETHER, Chapter, Part
from salesreg.shapes import fields_of, is_items

if TYPE_CHECKING:
    from salesreg.model.regulation import Regulation

Form = Literal["chapter", "item", "collection", "block", "clause", "table", "entry"]


@frozen
class Entry:
    """A numbered place of the document.

    Attributes:
        number: Its number: "5", "5.3", "5.3.1".
        anchor: Its name in links, ASCII and stable under reordering.
        pointer: The part of the regulation that it states.
        form: What it is: a chapter; an item or a block with clauses of its
            own; a collection of entries; a clause that states some fields of
            an item; a table of a whole collection; an entry of a collection.
        name: The chapter's key or the field's name; it picks the heading.
        fields: The fields that a clause states.
        below: The places inside it.
    """

    number: str
    anchor: str
    pointer: str
    form: Form
    name: str
    fields: tuple[str, ...] = ()
    below: tuple[Entry, ...] = ()


@frozen
class Outline:
    """Every numbered place, by number and by pointer.

    Attributes:
        chapters: The top of the tree.
        by_number: Every entry by its number.
    """

    chapters: tuple[Entry, ...]
    by_number: Mapping[str, Entry] = field(repr=False)
    _by_pointer: Mapping[str, Entry] = field(repr=False)

    def entry(self, number: str) -> Entry:
        """Return the entry with a number; raise `InvalidValue`."""
        if number not in self.by_number:
            raise invalid("no-such-clause", f"there is no clause {number!r}")
        return self.by_number[number]

    def find(self, path: str) -> Entry | None:
        """Return the innermost entry that states what is at a JSON Pointer."""
        while path:
            if path in self._by_pointer:
                return self._by_pointer[path]
            path = path.rpartition("/")[0]
        return None


def outline_of(regulation: Regulation) -> Outline:
    """Number the clauses of a regulation; empty parts get no number."""
    chapters: list[Entry] = []
    for chapter in CHAPTERS:
        entry = _chapter(regulation, chapter, str(len(chapters) + 1))
        if entry.below:
            chapters.append(entry)
    entries = list(_flat(tuple(chapters)))
    if len({entry.anchor for entry in entries}) < len(entries):
        entries = list(_flat(_unique(tuple(chapters))))
    by_pointer: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.fields:
            by_pointer[entry.pointer + pointer(name)] = entry
        if entry.form != "clause" and entry.pointer:
            by_pointer[entry.pointer] = entry
    top = tuple(entry for entry in entries if entry.form == "chapter")
    # A whole collection, or an object whose fields are clauses, is in its chapter.
    chapter_of = {chapter.key: chapter for chapter in CHAPTERS}
    for entry in top:
        for part in _held(regulation, chapter_of[entry.name]):
            by_pointer.setdefault(pointer(part.field), entry)
    return Outline(top, {entry.number: entry for entry in entries}, by_pointer)


def _held(regulation: Regulation, chapter: Chapter) -> Iterator[Part]:
    for part in chapter.parts:
        if getattr(regulation, part.field) not in ((), None):
            yield part


def _flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.below)


def _unique(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    # Two things may have one key until a check says so; links must still work.
    seen: dict[str, int] = {}

    def rename(entry: Entry) -> Entry:
        count = seen[entry.anchor] = seen.get(entry.anchor, 0) + 1
        anchor = entry.anchor if count == 1 else f"{entry.anchor}.{count}"
        return evolve(entry, anchor=anchor, below=tuple(map(rename, entry.below)))

    return tuple(map(rename, entries))


def _chapter(regulation: Regulation, chapter: Chapter, number: str) -> Entry:
    below: list[Entry] = []
    for part in _held(regulation, chapter):
        held = getattr(regulation, part.field)
        below += _part(part, held, number, len(below) + 1)
    return Entry(number, chapter.key, "", "chapter", chapter.key, below=tuple(below))


def _part(part: Part, held: object, above: str, first: int) -> list[Entry]:
    here, anchor = pointer(part.field), part.field
    number = f"{above}.{first}"
    match part.form:
        case "each":
            assert is_items(held)
            return [
                _item(item, f"{above}.{first + index}", here + pointer(index), part)
                for index, item in enumerate(held)
            ]
        case "listed":
            assert is_items(held)
            entries = tuple(
                Entry(
                    f"{number}.{index + 1}",
                    _anchor(part, item, index),
                    here + pointer(index),
                    "entry",
                    part.field,
                )
                for index, item in enumerate(held)
            )
            return [Entry(number, anchor, here, "collection", part.field, (), entries)]
        case "fields":
            return list(_clauses(held, above, first, here, anchor))
        case "block":
            below = tuple(_clauses(held, number, 1, here, anchor))
            made = Entry(number, anchor, here, "block", part.field, (), below)
            return [made] if below else []
        case "table" | "text":
            return [Entry(number, anchor, here, "table", part.field)]


def _anchor(part: Part, item: object, index: int) -> str:
    key = getattr(item, "key", None) or str(index + 1)
    return f"{part.field}.{key}"


def _item(item: object, number: str, here: str, part: Part) -> Entry:
    anchor = _anchor(part, item, int(here.rpartition("/")[2]))
    below = tuple(_clauses(item, number, 1, here, anchor))
    return Entry(number, anchor, here, "item", part.field, (), below)


def _clauses(
    held: object, above: str, first: int, here: str, anchor: str
) -> Iterator[Entry]:
    number = first
    for names, defaults in groups(type(held)).items():
        if all(map(eq, (getattr(held, name) for name in names), defaults)):
            continue
        yield Entry(
            f"{above}.{number}", f"{anchor}.{names[0]}", here, "clause", names[0], names
        )
        number += 1


def groups(cls: type) -> Mapping[tuple[str, ...], tuple[object, ...]]:
    """Return the fields of each clause of a class, in order, with their defaults.

    The key is never shown, and the title is the heading.
    """
    return _groups(cls)


@functools.cache
def _groups(cls: type) -> Mapping[tuple[str, ...], tuple[object, ...]]:
    together = {
        name: names for names in TOGETHER.get(cls.__name__, ()) for name in names
    }
    fields = fields_of(cls)
    shown = (name for name in fields if name not in {"key", "title"})
    ordered = dict.fromkeys(together.get(name, (name,)) for name in shown)
    return {names: tuple(fields[name].default for name in names) for names in ordered}
