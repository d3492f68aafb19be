"""A place of a regulation, as people are told of it: clause, way to it, value."""

from __future__ import annotations

from attrs import frozen

from salesreg.document.blocks import (
    Strong,
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
"""Stands where nothing does."""


@frozen
class Site:
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
