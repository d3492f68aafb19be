"""Changes in words: where something changes, what stood there and what stands."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from salesreg.compare.changes import Added, Change, Removed, Reordered
from salesreg.document.blocks import Column, LineBreak, Strong, Table, Text
from salesreg.document.context import Content, Context, between
from salesreg.document.flat import flat
from salesreg.document.saying import Style, describe, say
from salesreg.document.text import unvalued
from salesreg.errors import parts_of
from salesreg.paths.keyed import unkeyed
from salesreg.paths.tree import at
from salesreg.shapes import fields_of, is_items

NOTHING: Content = (Text("—"),)

_LAST = 10**9
"""What has no clause comes after every chapter."""


def table_of(changes: Iterable[Change], old: Context, new: Context) -> Table:
    """Return changes as a table: clause, what changes, how it was, how it is.

    Rows are in the order of clauses. A list that is in another order only
    because things came or went has no row of its own.

    Args:
        changes: The changes.
        old: The regulation before them.
        new: The regulation after them.
    """
    titles, weights = ("Clause", "What changes", "Was", "Is"), (2, 4, 5, 5)
    columns = tuple(
        Column(new.words.say(title), weight)
        for title, weight in zip(titles, weights, strict=True)
    )
    rows: list[tuple[list[int], tuple[Content, ...]]] = []
    for one in changes:
        if isinstance(one, Reordered) and not one.moved:
            continue
        number = _clause(one, old if isinstance(one, Removed) else new)
        clause: Content = (Text(number),) if number else NOTHING
        place = [int(part) for part in number.split(".")] if number else [_LAST]
        rows.append((place, (clause, *_cells(one, old, new))))
    rows.sort(key=lambda row: row[0])
    return Table(columns, tuple(row for _, row in rows))


def _clause(change: Change, context: Context) -> str:
    real = unkeyed(context.regulation, change.path)
    entry = context.outline.find(real) if real else None
    return entry.number if entry else ""


def _cells(change: Change, old: Context, new: Context) -> tuple[Content, ...]:
    # People know a thing by the title that it had.
    place = _Place(change.path, new if isinstance(change, Added) else old)
    match change:
        case Reordered(old=before, new=after):
            was, now = place.order(before, old), place.order(after, new)
        case Added(new=value):
            was, now = NOTHING, place.shown(value, new)
        case Removed(old=value):
            was, now = place.shown(value, old), NOTHING
        case _:
            was, now = place.shown(change.old, old), place.shown(change.new, new)
    return (place.name(), was, now)


@frozen
class _Place:
    """A place that changes.

    Attributes:
        path: Where it is, by keys.
        context: The regulation that has it.
    """

    path: str
    context: Context

    def name(self) -> Content:
        """The titles and labels on the way to the place, one below the other."""
        value: object = self.context.regulation
        lines: list[Content] = []
        real = unkeyed(self.context.regulation, self.path)
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
        return _stacked(lines)

    def shown(self, value: object, context: Context) -> Content:
        """A value as the document of a regulation says it; not one to edit."""
        if value is None or value == ():
            return NOTHING
        above, _, name = self.path.rpartition("/")
        holder = unkeyed(context.regulation, above)
        owner = None if holder is None else at(context.regulation, holder)
        real = unkeyed(context.regulation, self.path) or self.path
        if owner is None or is_items(owner):
            title = getattr(value, "title", None)
            if title and self.path.count("/") == 2:
                return (Text(title),)
            said = describe(value, real, context, Style.NESTED)
        else:
            cls = type(owner)
            said = say(value, fields_of(cls)[name], cls.__name__, real, context)
        return unvalued(flat(said.content, said.blocks)) or NOTHING

    def order(self, keys: tuple[str, ...], context: Context) -> Content:
        """The titles of items in their order."""
        shown: list[Content] = []
        for key in keys:
            real = unkeyed(context.regulation, f"{self.path}/{key}")
            item = at(context.regulation, real) if real else None
            shown.append((Text(getattr(item, "title", None) or key),))
        return between(shown, ", ")


def _stacked(lines: list[Content]) -> Content:
    made = list(lines[0]) if lines else []
    for line in lines[1:]:
        made += (LineBreak(), *line)
    return tuple(made)
