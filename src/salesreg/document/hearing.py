"""Hearing a value: what a person wrote in a document, as the value that it says.

It is the inverse of saying: what `say` writes for a value is heard as that value.
People also write things otherwise, "12.01.2026" or "70%", and are understood as
long as there is one way to understand them; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from attrs import frozen

from salesreg.constraints import Refers
from salesreg.convert.leaves import DECIMAL
from salesreg.document import heard
from salesreg.document.context import Context
from salesreg.document.heard import spaced, unreadable
from salesreg.document.plain import NAMED, YEARS
from salesreg.document.words import WEEKDAYS
from salesreg.errors import InvalidValue, parts_of
from salesreg.model.regulation import Regulation
from salesreg.paths.index import LOCAL
from salesreg.paths.tree import spot_at
from salesreg.shapes import Choice, Maybe, Shape, fields_of
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, Window

T = TypeVar("T")
_LONGEST = 200
"""Characters of a value that is no text: what is longer says something else."""


@frozen
class Slot:
    """What may stand at a place.

    Attributes:
        pointer: JSON Pointer of the place.
        shape: What it must be.
        owner: Name of the class that has the field.
        name: Name of the field.
        optional: Whether nothing may stand there.
        held: What stands there.
    """

    pointer: str
    shape: Shape
    owner: str = ""
    name: str = ""
    optional: bool = False
    held: object = None

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return self.pointer.rpartition("/")[2].isdecimal()

    @property
    def scope(self) -> str:
        """JSON Pointer of the thing in which a local key is looked up."""
        return "/".join(self.pointer.split("/")[:3])


def slot_at(regulation: Regulation, pointer: str) -> Slot:
    """Return what may stand where a regulation has a value."""
    spot, parts = spot_at(regulation, pointer), parts_of(pointer)
    name = next(part for part in reversed(parts) if not part.isdecimal())
    owner = type(spot.owner)
    optional = parts[-1] == name and isinstance(fields_of(owner)[name].shape, Maybe)
    return Slot(pointer, spot.shape, owner.__name__, name, optional, spot.value)


def hear(text: str, slot: Slot, context: Context) -> object:
    """Return the value that a text says.

    Args:
        text: What stands in the document.
        slot: Where, and what it must be.
        context: The regulation, with its language, units and titles.

    Raises:
        InvalidValue: The text says no such value, or could say several.
    """
    shape = slot.shape
    if shape.type is not str and len(text) > _LONGEST:
        start = text[:_LONGEST]
        raise unreadable(start, shape.name, "it is too long")
    value = _heard(text, slot, context)
    if problems := shape.problems(value):
        raise InvalidValue(problems)
    return value


def _heard(  # noqa: C901 - one arm per kind of value
    text: str, slot: Slot, context: Context
) -> object:
    shape, words, language = slot.shape, context.words, context.words.language
    if shape.type is str:
        return _word(text, slot, context)
    if shape.type is bool:
        return _one(text, {words.say("yes"): True, words.say("no"): False}, "yes or no")
    if shape.type is int:
        said = text if slot.name in YEARS else heard.number(text, language)
        return _number(said, text, int)
    if shape.type is Decimal:
        return _number(heard.number(text, language), text, Decimal)
    if shape.type is dt.date:
        return dt.date.fromisoformat(heard.date(text, language))
    if shape.type is Money:
        return Money.parse(heard.money(text, language))
    if shape.type is Percent:
        return Percent.parse(heard.percent(text, language))
    if shape.type is Quantity:
        return _quantity(text, context)
    if shape.type is Duration:
        return Duration.parse(heard.duration(text, language))
    if shape.type is Period:
        return Period.parse(heard.period(text, language))
    if shape.type is ClockTime:
        return ClockTime.parse(spaced(text).rjust(5, "0"))
    if shape.type is Window:
        return Window.parse(spaced(text).replace(" ", "").replace("—", "–"))
    raise unreadable(text, shape.name)


def _word(text: str, slot: Slot, context: Context) -> str:
    words, shape, name = context.words, slot.shape, slot.name
    if isinstance(shape, Choice):
        said: dict[str, str] = {}
        for word in shape.options:
            day = word in WEEKDAYS
            shown = words.weekday(word) if day else words.choice(slot.owner, name, word)
            said[shown] = word
        return _one(text, said, shape.name)
    if name in NAMED:
        return _code(text, name, context)
    for constraint in shape.constraints:
        if isinstance(constraint, Refers):
            scope = slot.scope if constraint.to in LOCAL else ""
            return _key(text, constraint.to, scope, context)
    return text


def _number(said: str, text: str, kind: type[int | Decimal]) -> int | Decimal:
    if not re.fullmatch(DECIMAL, said):
        raise unreadable(text, "a number")
    try:
        return kind(said)
    except ValueError:
        raise unreadable(text, "a whole number") from None


def _quantity(text: str, context: Context) -> Quantity:
    language = context.words.language
    said = spaced(text)
    if said.endswith("%"):
        return Quantity.parse(heard.percent(said, language))
    digits = said.split(" ")
    own = {
        spaced(form).casefold(): unit.key
        for unit in context.regulation.units
        for form in (unit.one, unit.few, unit.many, unit.key)
        if form
    }
    for place in range(1, len(digits)):
        name = " ".join(digits[place:]).casefold()
        key = own.get(name) or heard.units(language).get(name)
        if key:
            number = heard.number(" ".join(digits[:place]), language)
            return Quantity.parse(f"{number} {key}")
    return Quantity.parse(heard.money(text, language))


def _code(text: str, name: str, context: Context) -> str:
    """The code of a country or a unit that goes by a name."""
    said = NAMED[name]
    if name == "unit":
        counted = heard.units(context.words.language).values()
        own = [unit.key for unit in context.regulation.units]
        known = ["%", *MINOR_DIGITS, *dict.fromkeys([*counted, *own])]
    else:
        known = sorted(context.words.countries())
    names: dict[str, str] = {}
    for code in known:
        names.setdefault(said(context, code), code)
    return _one(text, names, "a name")


def _key(text: str, to: str, scope: str, context: Context) -> str:
    """The key of the thing that goes by a title."""
    wanted = spaced(text).casefold()
    keys = {
        key
        for (name, inside, key), found in context.index.definitions.items()
        if name == to and inside == scope
        if spaced(getattr(found[0].value, "title", None) or key).casefold() == wanted
    }
    if len(keys) == 1:
        return keys.pop()
    many = "several things have this title" if keys else "nothing has this title"
    article = "an" if to[0] in "AEIO" else "a"
    raise unreadable(text, f"the title of {article} {to}", many)


def _one(text: str, known: Mapping[str, T], expected: str) -> T:
    wanted = spaced(text).casefold()
    found = {known[said] for said in known if spaced(said).casefold() == wanted}
    if len(found) != 1:
        raise unreadable(text, expected)
    return found.pop()
