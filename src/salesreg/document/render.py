"""From a regulation to its document: headings, clauses, tables in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from salesreg.document import prose, sheets
from salesreg.document.blocks import (
    Block,
    Clause,
    Document,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from salesreg.document.context import Context, context_of
from salesreg.document.drawn import of_chapter, of_clause
from salesreg.document.figures import Figure
from salesreg.document.matrix import matrix
from salesreg.document.saying import Said, describe, end, labelled, table
from salesreg.errors import pointer
from salesreg.model.people import Responsibility
from salesreg.paths.outline import Entry
from salesreg.paths.tree import at
from salesreg.shapes import is_items

if TYPE_CHECKING:
    from salesreg.model.regulation import Regulation


def render(regulation: Regulation) -> Document:
    """Return the document of a regulation, in the regulation's language."""
    context = context_of(regulation)
    return Document(
        language=regulation.language,
        kind=context.words.say("REGULATION"),
        title=regulation.title,
        organisation=sheets.organisation(context),
        approval=sheets.approval(context),
        requisites=sheets.requisites(context),
        sections=tuple(_chapter(entry, context) for entry in context.outline.chapters),
        annexes=sheets.annexes(context),
        header=sheets.header(context),
        properties=sheets.properties(context),
        wording=sheets.wording(context),
        titled=pointer("title"),
        dated=sheets.dated(context),
        annexed=sheets.annexed(context),
        visas=sheets.visas(context),
    )


def _chapter(entry: Entry, context: Context) -> Section:
    title = context.words.named("chapter", entry.name) or entry.name.capitalize()
    blocks: list[Block] = list(of_chapter(entry.name, context))
    blocks += [_place(below, context) for below in entry.below]
    return Section(entry.number, entry.anchor, entry.pointer, title, tuple(blocks))


def _place(entry: Entry, context: Context) -> Block:
    held = at(context.regulation, entry.pointer)
    match entry.form:
        case "item":
            title = str(getattr(held, "title", entry.name))
            titled = entry.pointer + pointer("title") if hasattr(held, "title") else ""
            return _section(entry, title, context, titled)
        case "collection" | "block":
            title = context.words.label("Regulation", entry.name)
            return _section(entry, title, context)
        case "clause":
            said = labelled(held, entry.fields, entry.pointer, context)
            stated = (getattr(held, name) for name in entry.fields)
            things = [one for held in stated if is_items(held) for one in held]
            said = evolve(said, blocks=_of(getattr(held, "title", ""), said.blocks))
            return _clause(entry, said, of_clause(things, context))
        case "entry":
            said = describe(held, entry.pointer, context)
            return _clause(entry, said, of_clause([held], context))
        case "chapter" | "table":
            return _table(entry, held, context)


def _section(entry: Entry, title: str, context: Context, titled: str = "") -> Section:
    blocks = tuple(_place(below, context) for below in entry.below)
    number, anchor = entry.number, entry.anchor
    return Section(number, anchor, entry.pointer, title, blocks, level=2, titled=titled)


def _clause(entry: Entry, said: Said, figures: tuple[Figure, ...] = ()) -> Clause:
    blocks = (*said.blocks, *figures)
    return Clause(entry.number, entry.anchor, entry.pointer, said.content, blocks)


def _of(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks whose tables say what thing they are of."""
    return tuple(
        evolve(block, name=f"{block.name}: {title}")
        if isinstance(block, Table) and block.name and title
        else block
        for block in blocks
    )


def _table(entry: Entry, held: object, context: Context) -> Clause:
    if isinstance(held, str):
        first, *rest = prose.said(held, entry.pointer)
        content = first.content if isinstance(first, Paragraph) else ()
        return _clause(entry, Said(content, tuple(rest) if content else (first, *rest)))
    assert is_items(held)
    label = context.words.label("Regulation", entry.name)
    rows = tuple(row for row in held if isinstance(row, Responsibility))
    blocks = (
        matrix(rows, entry.pointer, context, label)
        if rows
        else (table(held, entry.pointer, context, label),)
    )
    return _clause(entry, Said((Strong((Text(end(label)),)),), blocks))
