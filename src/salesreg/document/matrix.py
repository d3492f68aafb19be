"""The responsibility matrix: subjects, roles and letters (RACI)."""

from __future__ import annotations

from salesreg.document.blocks import Block, Column, LineBreak, Paragraph, Table, Text
from salesreg.document.context import Content, Context, between
from salesreg.document.saying import Style, labelled
from salesreg.document.text import valued
from salesreg.errors import pointer
from salesreg.model.people import Responsibility

LETTERS = {
    "responsible": "R",
    "accountable": "A",
    "consulted": "C",
    "informed": "I",
}
_ABOUT = ("stage", "procedure", "document")
_WIDEST = 6
"""So many columns of roles still can be read on an upright A4 page."""


def matrix(
    rows: tuple[Responsibility, ...], path: str, context: Context, name: str = ""
) -> tuple[Block, ...]:
    """Return the matrix: letters under roles, or roles under letters when many."""
    subject = Column(context.words.say("Subject"), 5)
    subjects = [
        _subject(row, path + pointer(index), context) for index, row in enumerate(rows)
    ]
    keys = _roles(rows, context)
    if len(keys) > _WIDEST:
        columns = [
            Column(f"{context.words.label('Responsibility', name)} ({letter})", 4)
            for name, letter in LETTERS.items()
        ]
        cells = [[_holders(row, name, context) for name in LETTERS] for row in rows]
        return (_table(subject, columns, subjects, cells, name),)
    columns = [Column(_title(key, context), 3, "center") for key in keys]
    cells = [[_letters(row, key) for key in keys] for row in rows]
    legend = context.say(
        "R — does the work; A — answers for the result; C — is consulted;"
        " I — is informed."
    )
    return (Paragraph(legend), _table(subject, columns, subjects, cells, name))


def _table(
    first: Column,
    columns: list[Column],
    subjects: list[Content],
    cells: list[list[Content]],
    name: str,
) -> Table:
    lines = zip(subjects, cells, strict=True)
    rows = tuple((subject, *line) for subject, line in lines)
    return Table((first, *columns), rows, name=name)


def _subject(row: Responsibility, path: str, context: Context) -> Content:
    said = labelled(row, _ABOUT, path, context, Style.ITEM)
    title = valued(row.title, path + pointer("title"))
    return (*title, LineBreak(), *said.content) if said.content else title


def _roles(rows: tuple[Responsibility, ...], context: Context) -> list[str]:
    used = {key for row in rows for name in LETTERS for key in getattr(row, name)}
    defined = [role.key for role in context.regulation.roles if role.key in used]
    return [*dict.fromkeys(defined), *sorted(used.difference(defined))]


def _title(key: str, context: Context) -> str:
    role = context.index.find("Role", key)
    return getattr(role, "title", None) or f"{key} ({context.words.say('not defined')})"


def _letters(row: Responsibility, key: str) -> Content:
    letters = [letter for name, letter in LETTERS.items() if key in getattr(row, name)]
    return (Text(", ".join(letters) or "—"),)


def _holders(row: Responsibility, name: str, context: Context) -> Content:
    keys: tuple[str, ...] = getattr(row, name)
    titles = [context.reference("Role", key) for key in keys]
    return between(titles, ", ") or (Text("—"),)
