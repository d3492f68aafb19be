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
    Table,
    Text,
)
from salesreg.document.context import Content, Context
from salesreg.document.site import NOTHING, Site
from salesreg.paths.keyed import Keys
from salesreg.paths.outline import Entry
from salesreg.shapes import is_items

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
            before = Site(was, self.old, keys[0])
            after = Site(
                change.to if isinstance(change, Renamed) else change.path,
                self.new,
                keys[1],
            )
            clauses = (
                Site(one.change.path, self.new, keys[1]).clause
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
        self, change: Change, before: Site, after: Site, follows: tuple[str, ...]
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
