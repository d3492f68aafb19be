"""The responsibility matrix: one row per subject, one column per role."""

from __future__ import annotations

from salesreg.document.blocks import Column, Missing, Paragraph, Table, Text
from salesreg.document.blocks import Block
from salesreg.document.context import Content, Context, between
from salesreg.document.saying import flat, labelled
from salesreg.errors import pointer
from salesreg.model.people import Responsibility

LETTERS = {
    "responsible": "R",
    "accountable": "A",
    "consulted": "C",
    "informed": "I",
}
_ABOUT = ("stage", "procedure", "document")


def matrix(
    rows: tuple[Responsibility, ...], path: str, context: Context
) -> tuple[Block, ...]:
    """Return the legend and the matrix; a role that is not defined is marked."""
    keys = _roles(rows, context)
    columns = [Column(context.words.say("Subject"), 5)]
    columns += [Column(_title(key, context), 2, "center") for key in keys]
    about = any(getattr(row, name) for row in rows for name in _ABOUT)
    if about:
        columns.append(Column(context.words.say("See"), 4))
    cells: list[tuple[Content, ...]] = []
    for index, row in enumerate(rows):
        line: list[Content] = [(Text(row.title),)]
        line += [_letters(row, key, context) for key in keys]
        if about:
            line.append(flat(labelled(row, _ABOUT, path + pointer(index), context)))
        cells.append(tuple(line))
    legend = context.say(
        "R — does the work; A — answers for the result; C — is consulted;"
        " I — is informed."
    )
    return (Paragraph(legend), Table(tuple(columns), tuple(cells)))


def _roles(rows: tuple[Responsibility, ...], context: Context) -> list[str]:
    used = {key for row in rows for name in LETTERS for key in getattr(row, name)}
    defined = [role.key for role in context.regulation.roles if role.key in used]
    return [*dict.fromkeys(defined), *sorted(used.difference(defined))]


def _title(key: str, context: Context) -> str:
    role = context.index.find("Role", key)
    return getattr(role, "title", None) or f"{key} ({context.words.say('not defined')})"


def _letters(row: Responsibility, key: str, context: Context) -> Content:
    letters = [letter for name, letter in LETTERS.items() if key in getattr(row, name)]
    if letters and context.index.find("Role", key) is None:
        return (Missing(", ".join(letters)),)
    return between([(Text(letter),) for letter in letters], ", ")
