"""The context of a document: what a phrase needs besides its own value."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from salesreg.document.blocks import Inline, Missing, Reference, Text
from salesreg.document.text import regular, valued
from salesreg.document.words import NBSP, Words, plural_form, words_of
from salesreg.paths.index import Index, index_of
from salesreg.paths.outline import Outline, outline_of
from salesreg.values.amounts import Quantity

if TYPE_CHECKING:
    from salesreg.model.control import CountedUnit
    from salesreg.model.regulation import Regulation

Content = tuple[Inline, ...]

# Things that stand at a numbered place of their own, worth sending a reader to.
# Roles, fields and tools are named so often that a number would only disturb.
CITED = frozenset({"Stage", "Procedure", "DocumentKind", "Script", "Kpi", "Goal"})


@frozen
class Context:
    """A regulation with its keys, its clause numbers and its language."""

    regulation: Regulation
    words: Words
    index: Index
    outline: Outline

    def say(self, message: str, **parts: Content | str) -> Content:
        """Return a phrase; `{name}` in it stands for content or text."""
        made: list[Inline] = []
        for piece in re.split(r"(\{\w+\})", self.words.say(message)):
            part = parts.get(piece[1:-1], piece) if piece[:1] == "{" else piece
            made += (Text(part),) if isinstance(part, str) else part
        return regular(made)

    def reference(self, to: str, key: str, at: str = "", scope: str = "") -> Content:
        """Return the title of a thing, with its clause where that helps.

        What is not defined stands there marked, so that a draft shows its holes.

        Args:
            to: The class of the thing.
            key: Its key.
            at: JSON Pointer of the reference, when it is a value of its own.
            scope: JSON Pointer that the key belongs to, when it is a local one.
        """
        thing = self.index.find(to, key, scope)
        if thing is None:
            return (Missing(key),)
        words = getattr(thing, "title", None) or key
        title = valued(words, at) if at else (Text(words),)
        path = self.index.pointer_of(to, key, scope)
        entry = self.outline.find(path) if to in CITED and path else None
        if entry is None:
            return title
        number = Reference(entry.anchor, entry.number)
        return self.say("{title} (cl. {number})", title=title, number=(number,))

    def quantity(self, value: Quantity) -> str:
        """Return a quantity, with the regulation's own units where it has them."""
        unit = self._units.get(value.unit)
        if unit is None and (said := self.words.quantity(value)) is not None:
            return said
        name = value.unit
        if unit is not None:
            form = plural_form(self.words.language, int(value.amount))
            name = (unit.one, unit.few or unit.many, unit.many)[form]
        return f"{self.words.number(value.amount)}{NBSP}{name}"

    def unit(self, key: str) -> str:
        """Return the name of a unit: a currency, a percentage or a counted thing."""
        unit = self._units.get(key)
        return unit.many if unit else self.words.unit(key)

    @cached_property
    def _units(self) -> dict[str, CountedUnit]:
        # Where a key is taken twice, the first one has it.
        return {unit.key: unit for unit in reversed(self.regulation.units)}


def context_of(regulation: Regulation) -> Context:
    """Return the context for the document of a regulation."""
    # A regulation never changes, so its keys and numbers are read once.
    found = getattr(regulation, "_context", None)
    if not isinstance(found, Context):
        words = words_of(regulation.language)
        found = Context(regulation, words, index_of(regulation), outline_of(regulation))
        object.__setattr__(regulation, "_context", found)
    return found


def between(items: list[Content], separator: str) -> Content:
    """Return contents in a row with a separator between them."""
    made: list[Inline] = []
    for index, item in enumerate(items):
        made += (Text(separator), *item) if index else item
    return regular(made)
