"""Sheets to sign: an annex for everybody, and a sheet for the people of one role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from salesreg.compare.acknowledging import fingerprint
from salesreg.document.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from salesreg.document.context import Content, Context, context_of
from salesreg.model.outputs import Written
from salesreg.model.people import Role
from salesreg.paths.outline import outline_of
from salesreg.paths.spans import spans

if TYPE_CHECKING:
    from salesreg.document.role_slice import RoleSlice

SHEET = "acknowledgement-sheet"
"""Anchor of the sheet to sign, which comes last."""

_ROWS = 12
"""Lines to sign when nobody says how many people there are."""

_MOST = 50
"""Lines of one role at most; a larger team gets sheets of its own."""

_COLUMNS = {"#": 1, "Name": 6, "Role": 4, "Edition": 3, "Date": 3, "Signature": 4}
"""Titles of the columns and their shares of the width."""


@frozen(repr=False)
class AcknowledgementSheet(Written):
    """The sheet that the people of one role sign; a document of its own.

    It says what a signature on it is for: the edition, the clauses, and the
    fingerprint by which `salesreg.sign` knows them again.

    Attributes:
        part: What concerns the role.
    """

    part: RoleSlice

    def __repr__(self) -> str:
        """Return the role and what its signatures are bound to."""
        return f"AcknowledgementSheet({self.part.role.key}, {self.fingerprint})"

    @property
    def fingerprint(self) -> str:
        """What a signature is bound to, as the sheet shows it."""
        return fingerprint(self.part.digest)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Numbers of the clauses that are signed for, whole parts by one number."""
        numbers = (one.clause for one in self.part.concerns)
        return spans(numbers, outline_of(self.part.regulation))

    @property
    def document(self) -> Document:
        """The sheet: for whom, which edition, which clauses, and lines to sign."""
        whole, role = self.part.regulation.document, self.part.role
        words = context_of(self.part.regulation).words
        title = words.say("Acknowledgement sheet")
        return evolve(
            whole,
            kind=title.upper(),
            # The whole was approved; its stamp on a sheet would say otherwise.
            approval=(),
            visas=(),
            requisites=(
                (words.say("For the role"), (Text(role.title),)),
                *whole.requisites,
                *self.bound(),
            ),
            sections=(Section("", SHEET, "", words.say("Signatures"), self.blocks()),),
            annexes=(),
            header=f"{whole.header} · {role.title} · {self.fingerprint}",
            properties=evolve(
                whole.properties, title=f"{title} · {role.title}", subject=whole.title
            ),
            contents=False,
        )

    def section(self) -> Section | None:
        """Return the sheet as an annex of the role's extract, if one is wanted."""
        context = context_of(self.part.regulation)
        if not _wanted(context, self.part.role.key):
            return None
        title = context.words.say("Acknowledgement sheet")
        said = tuple(
            Paragraph((Strong((Text(f"{label}:"),)), Text(" "), *value))
            for label, value in self.bound()
        )
        return Section("", SHEET, _path(context), title, (*said, *self.blocks()), title)

    def bound(self) -> Iterator[tuple[str, Content]]:
        """Yield what a signature is bound to, each with its label."""
        words = context_of(self.part.regulation).words
        annexes = (one.pointer for one in self.part.concerns if not one.clause)
        held = self.part.regulation
        titles = [str(getattr(held.at(one), "title", "")) for one in annexes]
        yield words.say("Clauses"), (Text(", ".join(self.clauses)),)
        if any(titles):
            yield words.label("Regulation", "annexes"), (Text(", ".join(titles)),)
        yield words.say("Fingerprint"), (Text(self.fingerprint),)

    def blocks(self) -> tuple[Block, ...]:
        """Return what people sign, and the lines for it."""
        context, role = context_of(self.part.regulation), self.part.role
        intro = context.words.say(
            "I have read these clauses, and of tables the rows that concern my role."
        )
        lines = _lines(context, [role], only=role.key)
        return Paragraph((Text(intro),)), _table(context, lines, without="Role")


def annex(context: Context) -> Section | None:
    """Return the sheet on which everybody confirms that they know the regulation.

    Returns:
        The sheet; None when no confirmation is wanted.
    """
    regulation, words = context.regulation, context.words
    rule = regulation.acknowledging
    if rule is None and not regulation.acknowledgements:
        return None
    bound = rule.roles if rule else ()
    roles = [role for role in regulation.roles if not bound or role.key in bound]
    title = words.say("Acknowledgement sheet")
    named = edition(context)
    intro = words.say("I have read the regulation “{title}”{edition}.").format(
        title=regulation.title, edition=f" ({named})" if named else ""
    )
    blocks = (Paragraph((Text(intro),)), _table(context, _lines(context, roles)))
    return Section("", SHEET, _path(context), title, blocks, mark=title)


def edition(context: Context) -> str:
    """Return the edition in words: its number and its first day; empty without one."""
    held, words = context.regulation.revision, context.words
    if held is None:
        return ""
    said = words.say("edition {number}").format(number=held.number)
    if held.in_force_from is None:
        return said
    since = words.say("in force from {date}")
    return f"{said}, {since.format(date=words.date(held.in_force_from))}"


def _wanted(context: Context, role: str) -> bool:
    rule, signed = context.regulation.acknowledging, context.regulation.acknowledgements
    if any(given.role == role for given in signed):
        return True
    return rule is not None and (not rule.roles or role in rule.roles)


def _path(context: Context) -> str:
    signed = context.regulation.acknowledgements
    return "/acknowledgements" if signed else "/acknowledging"


def _lines(
    context: Context, roles: Iterable[Role], only: str | None = None
) -> list[tuple[str, str, str, str]]:
    """Who signed, then whose signatures are waited for: name, role, edition, date."""
    regulation, words = context.regulation, context.words
    signed = [
        (given.name, given.role, given.revision, words.date(given.date))
        for given in regulation.acknowledgements
        if only in {None, given.role}
    ]
    done = Counter(given.role for given in regulation.acknowledgements)
    number = regulation.revision.number if regulation.revision else ""
    waiting = [
        ("", role.key, number, "")
        for role in roles
        for _ in range(min((role.headcount or 0) - done[role.key], _MOST))
    ]
    return signed + waiting + [("", "", number, "")] * (0 if waiting else _ROWS)


def _table(
    context: Context, lines: Iterable[tuple[str, str, str, str]], without: str = ""
) -> Table:
    rows: list[tuple[Content, ...]] = []
    for position, (name, role, number, date) in enumerate(lines, 1):
        said = {
            "#": str(position),
            "Name": name,
            "Edition": number,
            "Date": date,
            "Signature": "",
        }
        cells: dict[str, Content] = {
            title: (Text(text),) if text else () for title, text in said.items()
        }
        cells["Role"] = context.reference("Role", role) if role else ()
        rows.append(tuple(cells[title] for title in _COLUMNS if title != without))
    columns = tuple(
        Column(context.words.say(title), weight)
        for title, weight in _COLUMNS.items()
        if title != without
    )
    return Table(columns, tuple(rows))
