"""Saying a value: any field of the model as content and blocks.

Fields that need no wording of their own are said as "Label: value", so that
every fact of the model reaches the document and none is written down twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

import attrs
from attrs import evolve, frozen

from salesreg.constraints import Prose, Refers
from salesreg.document import prose
from salesreg.document.blocks import (
    Block,
    Bullets,
    Column,
    Emphasis,
    Inline,
    Paragraph,
    Strong,
    Table,
    Text,
)
from salesreg.document.context import Content, Context, between
from salesreg.document.flat import flat
from salesreg.document.phrases import phrase
from salesreg.document.plain import NAMED, YEARS, plain
from salesreg.document.tables import COLUMNS, NUMBERED, RIGHT
from salesreg.document.text import regular, unvalued, valued, visible
from salesreg.document.words import WEEKDAYS
from salesreg.errors import pointer
from salesreg.paths.index import LOCAL
from salesreg.shapes import Choice, Field, Maybe, Sequence, Shape, fields_of, is_items


@frozen
class Said:
    """What a value reads as.

    Attributes:
        content: The part that runs on in a sentence.
        blocks: What follows under it: lists, tables, further paragraphs.
    """

    content: Content = ()
    blocks: tuple[Block, ...] = ()


def say(value: object, field: Field, owner: str, path: str, context: Context) -> Said:
    """Say the value of a field of the class `owner` that stands at `path`."""
    shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
    return _say(value, shape, (owner, field.name), path, context, Style.NESTED)


def _say(
    value: object,
    shape: Shape,
    field: tuple[str, str],
    path: str,
    context: Context,
    style: Style,
) -> Said:
    if is_items(value):
        assert isinstance(shape, Sequence)
        return _sequence(value, shape, field, path, context)
    if isinstance(value, str):
        return _text(value, shape, field, path, context)
    if field[1] in YEARS:
        return Said(valued(str(value), path))
    written = plain(value, context)
    if written is not None:
        return Said(valued(written, path))
    said = phrase(value, path, context)
    return Said(said) if said is not None else describe(value, path, context, style)


def _text(
    value: str, shape: Shape, field: tuple[str, str], path: str, context: Context
) -> Said:
    if value in WEEKDAYS and isinstance(shape, Choice):
        return Said(valued(context.words.weekday(value), path))
    if field[1] in NAMED:
        return Said(valued(NAMED[field[1]](context, value), path))
    if isinstance(shape, Choice):
        return Said(valued(context.words.choice(*field, value), path))
    for constraint in shape.constraints:
        if isinstance(constraint, Refers):
            scope = "/".join(path.split("/")[:3]) if constraint.to in LOCAL else ""
            return Said(context.reference(constraint.to, value, path, scope))
        if isinstance(constraint, Prose):
            first, *rest = prose.said(value, path)
            if isinstance(first, Paragraph):
                return Said(first.content, tuple(rest))
            return Said((), (first, *rest))
    return Said(valued(value, path))


def _sequence(
    value: tuple[object, ...],
    shape: Sequence,
    field: tuple[str, str],
    path: str,
    context: Context,
) -> Said:
    if value and type(value[0]).__name__ in COLUMNS:
        label = context.words.label(*field)
        return Said((), (table(value, path, context, label),))
    style = Style.ITEM if len(value) > 1 else Style.NESTED
    items = [
        _say(item, shape.item, field, path + pointer(index), context, style)
        for index, item in enumerate(value)
    ]
    records = any(attrs.has(type(item)) for item in value)
    prose_items = any(isinstance(rule, Prose) for rule in shape.item.constraints)
    # One item, or a row of names, runs on in the sentence; the rest is a list.
    if len(items) == 1 and (prose_items or records):
        return items[0]
    if not records and not prose_items:
        return Said(_row(value, items, context))
    return Said((), (Bullets(tuple(_item(item) for item in items)),))


def _row(value: tuple[object, ...], items: list[Said], context: Context) -> Content:
    days = [WEEKDAYS.index(day) for day in value if day in WEEKDAYS]
    if len(days) == len(value) > 2 and days == list(range(days[0], days[-1] + 1)):
        # Its ends stand for the days between as well: they are no values.
        first, last = unvalued(items[0].content), unvalued(items[-1].content)
        return context.say("{first} to {last}", first=first, last=last)
    return between([item.content for item in items], ", ")


def _item(said: Said) -> tuple[Block, ...]:
    return (Paragraph(said.content), *said.blocks) if said.content else said.blocks


class Style(Enum):
    """How labels stand.

    Bold in a clause, italic behind the bold title of an entry, plain in a list,
    run on in a phrase.
    """

    CLAUSE = "clause"
    ENTRY = "entry"
    ITEM = "item"
    NESTED = "nested"


def describe(
    value: object, path: str, context: Context, style: Style = Style.ENTRY
) -> Said:
    """Say an object: its title in bold, then each field with its label."""
    names = [name for name in fields_of(type(value)) if name not in {"key", "title"}]
    said = labelled(value, names, path, context, style)
    title = getattr(value, "title", None)
    if not title:
        return said
    named = valued(title, path + pointer("title"))
    head: Content = (Strong(_sentence(named)),)
    if style is Style.NESTED:
        head = named
        separator = "; " if said.content else ""
        return evolve(said, content=between([head, said.content], separator))
    return evolve(said, content=between([head, *filter(None, [said.content])], " "))


UNLABELLED = frozenset({"text", "summary", "definition", "says"})
"""Fields that are the very matter of their object: a label would only repeat."""


def labelled(
    value: object,
    names: Iterable[str],
    path: str,
    context: Context,
    style: Style = Style.CLAUSE,
) -> Said:
    """Say some fields of an object, each with its label.

    A field that is all list or table comes after the sentence, under its label.
    """
    content: list[Content] = []
    blocks: list[Block] = []
    owner = type(value).__name__
    for name in names:
        field, held = fields_of(type(value))[name], getattr(value, name)
        if held == field.default and not field.required:
            continue
        said = say(held, field, owner, path + pointer(name), context)
        label = context.words.label(owner, name)
        if said.content:
            content.append(_stated(label, held, name, said.content, style))
        elif name not in UNLABELLED:
            blocks.append(Paragraph((_emphasis(f"{label}:", style),)))
        blocks += said.blocks
    if not content and blocks:
        first = blocks[0]
        if isinstance(first, Paragraph):
            content, blocks = [first.content], blocks[1:]
    separator = "; " if style is Style.NESTED else " "
    return Said(between(content, separator), tuple(blocks))


def _stated(
    label: str, held: object, name: str, content: Content, style: Style
) -> Content:
    if style is Style.NESTED:
        if name in UNLABELLED:
            return content
        word = label if label[:2].isupper() else label[:1].lower() + label[1:]
        if held is True:
            return (Text(word),)
        # An object inside an object: brackets keep its parts together.
        if attrs.has(type(held)) and ("; " in visible(content)):
            return regular([Text(f"{word} ("), *content, Text(")")])
        return regular([Text(f"{word} — "), *content])
    if name in UNLABELLED:
        return _sentence(content)
    if held is True:
        return (Text(f"{label}."),)
    return regular([_emphasis(f"{label}:", style), Text(" "), *_sentence(content)])


def _emphasis(text: str, style: Style) -> Inline:
    if style is Style.ENTRY:
        return Emphasis((Text(text),))
    return Strong((Text(text),)) if style is Style.CLAUSE else Text(text)


def end(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", ":", ";")) else f"{text}."


def _sentence(content: Content) -> Content:
    last = visible(content[-1:])
    return content if end(last) == last else regular([*content, Text(".")])


def table(
    rows: tuple[object, ...], path: str, context: Context, called: str = ""
) -> Table:
    """Return objects of one class as a table; what has no column goes to notes."""
    cls = type(rows[0])
    owner, fields = cls.__name__, fields_of(cls)
    used = [
        name
        for name in COLUMNS[owner]
        if any(getattr(row, name) != fields[name].default for row in rows)
    ]
    rest = [name for name in fields if name not in COLUMNS[owner] and name != "key"]
    cells: list[list[Content]] = []
    for index, row in enumerate(rows):
        here = path + pointer(index)
        line: list[Content] = []
        for name in used:
            held = getattr(row, name)
            # "1 person" beside a product's row would be noise; "no" is not.
            usual = type(held) is int and held == fields[name].default
            empty = usual or held in (None, ())
            at = here + pointer(name)
            said = Said() if empty else say(held, fields[name], owner, at, context)
            line.append(flat(said.content, said.blocks) or (Text("—"),))
        notes = labelled(row, rest, here, context)
        line.append(flat(notes.content, notes.blocks))
        cells.append(line)
    columns = [
        Column(
            context.words.label(owner, name),
            COLUMNS[owner][name],
            "right" if name in RIGHT else "left",
        )
        for name in used
    ]
    if any(line[-1] for line in cells):
        columns.append(Column(context.words.say("Notes"), 5))
    else:
        cells = [line[:-1] for line in cells]
    if owner in NUMBERED:
        columns.insert(0, Column(context.words.say("#"), 1, "center"))
        cells = [[(Text(str(n)),), *line] for n, line in enumerate(cells, 1)]
    return Table(tuple(columns), tuple(tuple(line) for line in cells), name=called)
