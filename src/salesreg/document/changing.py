"""Changes in words: where something changes, what stood there and what stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import frozen

from salesreg.compare.changes import Added, Change, Changed, Removed, Renamed, Reordered
from salesreg.compare.directing import directed
from salesreg.compare.renaming import followers, inner
from salesreg.document.blocks import (
    Code,
    Column,
    Emphasis,
    LineBreak,
    Strong,
    Table,
    Text,
)
from salesreg.document.context import Content, Context, between
from salesreg.document.flat import flat
from salesreg.document.saying import Style, describe, say
from salesreg.document.text import unvalued
from salesreg.errors import parts_of
from salesreg.paths.keyed import Keys
from salesreg.paths.outline import Entry
from salesreg.paths.tree import at
from salesreg.shapes import fields_of, is_items

NOTHING: Content = (Text("—"),)

Fate = Literal["added", "removed", "changed", "renamed", "moved"]


@frozen
class Told:
    """One change in words.

    Attributes:
        fate: What happens.
        before: Number of the clause that said it; empty when none did.
        after: Number of the clause that says it, likewise.
        chapter: The chapter; None for what stands outside of them.
        lines: What changes: titles and labels on the way to it.
        was: How it was.
        now: How it is.
        notes: What else is said of it: how it is felt, what follows it.
    """

    fate: Fate
    before: str
    after: str
    chapter: Entry | None
    lines: tuple[Content, ...]
    was: Content
    now: Content
    notes: tuple[str, ...] = ()

    @property
    def clause(self) -> str:
        """The number of the clause, or both when it has another one now."""
        if self.before and self.after and self.before != self.after:
            return f"{self.before} → {self.after}"
        return self.after or self.before


def told(changes: Iterable[Change], old: Context, new: Context) -> tuple[Told, ...]:
    """Return changes in words, in the order of clauses.

    A list that is in another order only because things came or went is not told,
    nor is a reference that only follows a thing to its new key.

    Args:
        changes: The changes.
        old: The regulation before them.
        new: The regulation after them.
    """
    found = list(_Teller(tuple(changes), old, new).told())
    return tuple(sorted(found, key=_place))


def _place(one: Told) -> tuple[bool, list[int]]:
    # What has no clause comes after every chapter.
    number = one.after or one.before
    return not number, _numbers(number)


def _numbers(clause: str) -> list[int]:
    return [int(part) for part in clause.split(".") if part]


TITLES = ("Clause", "What changes", "Was", "Is")
"""Headings of the columns of a table of changes."""


def table_of(
    changes: Iterable[Change],
    old: Context,
    new: Context,
    titles: tuple[str, ...] = TITLES,
) -> Table:
    """Return changes as a table: clause, what changes, how it was, how it is."""
    return table(told(changes, old, new), new, titles)


def table(
    rows: Iterable[Told], context: Context, titles: tuple[str, ...] = TITLES
) -> Table:
    """Return what was told as a table, in the language of a context."""
    columns = tuple(
        Column(context.words.say(title), weight)
        for title, weight in zip(titles, (2, 4, 5, 5), strict=True)
    )
    cells = (
        (
            (Text(one.clause),) if one.clause else NOTHING,
            _stacked(one.lines),
            one.was,
            _stacked((one.now, *((Emphasis((Text(note),)),) for note in one.notes))),
        )
        for one in rows
    )
    return Table(columns, tuple(cells))


@frozen
class _Teller:
    """Puts changes between two regulations into words."""

    changes: tuple[Change, ...]
    old: Context
    new: Context

    def told(self) -> Iterator[Told]:
        keys = Keys(self.old.regulation), Keys(self.new.regulation)
        every = list(self._every())
        led = list(followers(one for one, _ in every))
        follow = {one.change.path: one for one in led}
        for change, was in every:
            if change.path in follow and isinstance(change, Changed):
                continue
            if isinstance(change, Reordered) and not change.moved:
                continue
            before = _Place(was, self.old, keys[0])
            after = _Place(
                change.to if isinstance(change, Renamed) else change.path,
                self.new,
                keys[1],
            )
            clauses = (
                _Place(one.change.path, self.new, keys[1]).clause
                for one in led
                if change.path in one.of
            )
            yield self._one(change, before, after, tuple(dict.fromkeys(clauses)))

    def _every(self) -> Iterator[tuple[Change, str]]:
        """Yield the changes, also those inside renamed things, and where each was."""
        for change in self.changes:
            yield change, change.path
            if isinstance(change, Renamed):
                for one in directed(inner(change), self.new.regulation):
                    yield one, change.path + one.path.removeprefix(change.to)

    def _one(
        self, change: Change, before: _Place, after: _Place, follows: tuple[str, ...]
    ) -> Told:
        # People know a thing by the title that it had.
        place = after if isinstance(change, Added) else before
        fate: Fate = "changed"
        lines, notes = place.lines(), tuple[str, ...]()
        match change:
            case Added(new=value):
                fate, was, now = "added", NOTHING, after.shown(value)
            case Removed(old=value):
                fate, was, now = "removed", before.shown(value), NOTHING
            case Renamed():
                fate = "renamed"
                was, now = ((Code(_key(one)),) for one in (change.old, change.new))
                if clauses := ", ".join(sorted(filter(None, follows), key=_numbers)):
                    message = self.new.words.say("the references follow: cl. {clauses}")
                    notes = (message.format(clauses=clauses),)
            case Reordered():
                fate = "moved"
                was, now = before.order(change.old), after.order(change.new)
                lines = (*lines, after.order(change.moved))
            case Changed(old=left, new=right):
                if apart := _apart(left, right):
                    left, right = apart
                    notes = (self.new.words.say("the rest stays"),)
                was, now = before.shown(left), after.shown(right)
                if change.direction:
                    notes = (self.new.words.say(change.direction), *notes)
        numbers = [before.clause, after.clause]
        if isinstance(change, Changed) and numbers[0] != numbers[1]:
            # Where nothing is said of it, only what stands around it has a clause.
            sides = zip((change.old, change.new), numbers, strict=True)
            numbers = ["" if side in (None, ()) else number for side, number in sides]
        return Told(
            fate,
            numbers[0],
            numbers[1],
            after.chapter or before.chapter,
            lines,
            was,
            now,
            notes,
        )


@frozen
class _Place:
    """A place that changes.

    Attributes:
        path: Where it is, by keys.
        context: The regulation that has it.
        keys: The keys in that regulation.
    """

    path: str
    context: Context
    keys: Keys

    @property
    def _entry(self) -> Entry | None:
        real = self.keys.unkeyed(self.path)
        return self.context.outline.find(real) if real else None

    @property
    def clause(self) -> str:
        """The number of the clause that states it; empty when none does."""
        entry = self._entry
        return entry.number if entry else ""

    @property
    def chapter(self) -> Entry | None:
        """The chapter that it stands in."""
        entry = self._entry
        number = entry.number.partition(".")[0] if entry else ""
        return self.context.outline.by_number.get(number)

    def lines(self) -> tuple[Content, ...]:
        """The titles and labels on the way to the place."""
        value: object = self.context.regulation
        lines: list[Content] = []
        real = self.keys.unkeyed(self.path)
        for depth, part in enumerate(parts_of(real or "")):
            if is_items(value):
                value = value[int(part)]
                title = getattr(value, "title", None)
                # The heading of a list says no more than the title of its item.
                if title and depth == 1:
                    lines = [(Strong((Text(title),)),)]
                elif title:
                    lines.append((Text(title),))
            else:
                label = self.context.words.label(type(value).__name__, part)
                lines.append((Text(label),))
                value = getattr(value, part)
        return tuple(lines)

    def shown(self, value: object) -> Content:
        """A value as the document of the regulation says it; not one to edit."""
        if value is None or value == ():
            return NOTHING
        above, _, name = self.path.rpartition("/")
        holder = self.keys.unkeyed(above)
        owner = None if holder is None else at(self.context.regulation, holder)
        real = self.keys.unkeyed(self.path) or self.path
        if owner is None or is_items(owner):
            title = getattr(value, "title", None)
            if title and self.path.count("/") == 2:
                return (Text(title),)
            said = describe(value, real, self.context, Style.NESTED)
        else:
            cls = type(owner)
            said = say(value, fields_of(cls)[name], cls.__name__, real, self.context)
        return unvalued(flat(said.content, said.blocks)) or NOTHING

    def order(self, keys: tuple[str, ...]) -> Content:
        """The titles of items in their order."""
        shown: list[Content] = []
        for key in keys:
            real = self.keys.unkeyed(f"{self.path}/{key}")
            item = at(self.context.regulation, real) if real else None
            shown.append((Text(getattr(item, "title", None) or key),))
        return between(shown, ", ")


def _apart(old: object, new: object) -> tuple[object, object] | None:
    """Return what only one of two lists holds; None when there is nothing in both."""
    if not is_items(old) or not is_items(new):
        return None
    gone, come = list(old), list(new)
    for item in old:
        if item in come:
            gone.remove(item)
            come.remove(item)
    fewer = len(gone) < len(old) and (gone or come)
    return (tuple(gone), tuple(come)) if fewer else None


def _key(thing: object) -> str:
    return str(getattr(thing, "key", ""))


def _stacked(lines: Iterable[Content]) -> Content:
    made: Content = ()
    for line in lines:
        made += (LineBreak(), *line) if made else line
    return made
