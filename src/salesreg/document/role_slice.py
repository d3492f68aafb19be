"""The slice of a regulation for one role: an extract with the numbers of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from salesreg.compare.acknowledging import digest
from salesreg.document.acknowledging import AcknowledgementSheet
from salesreg.document.blocks import Block, Clause, Document, Section, Text
from salesreg.document.context import context_of
from salesreg.document.extract import Chosen, closed
from salesreg.document.memo import Memo
from salesreg.document.render import render
from salesreg.model.outputs import Written
from salesreg.model.people import Role
from salesreg.paths.concerns import Concern, concerns_of

if TYPE_CHECKING:
    from salesreg.model.regulation import Regulation


@frozen
class RoleSlice(Written):
    """What concerns one role: its clauses, deadlines, documents, KPI and money.

    Each clause has the number that it has in the whole regulation.

    Attributes:
        regulation: The whole.
        role: The role.
        concerns: The places that concern it, and how it stands to them.
    """

    regulation: Regulation
    role: Role
    concerns: tuple[Concern, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the clauses: what a signature for them is bound to."""
        return digest(self.regulation, self.role.key)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Numbers of the clauses in the slice, in order."""
        return tuple(_numbers(self.document.sections))

    @property
    def memo(self) -> Memo:
        """The memo for the role: two pages of what its people need every day."""
        return Memo(self)

    @property
    def sheet(self) -> AcknowledgementSheet:
        """The sheet on which the people of the role sign for these clauses."""
        return AcknowledgementSheet(self)

    @property
    def document(self) -> Document:
        """The document: extract, then annexes that it needs, then a sheet to sign."""
        whole, context = render(self.regulation), context_of(self.regulation)
        words, role = context.words, self.role
        annexes = {one.pointer for one in self.concerns if not one.clause}
        sheet = self.sheet.section()
        parts = closed(
            (
                *_chosen(self.concerns).kept(whole.sections),
                *(annex for annex in whole.annexes if annex.pointer in annexes),
                *([sheet] if sheet else ()),
            )
        )
        sections = tuple(part for part in parts if part.number)
        return evolve(
            whole,
            kind=words.say("EXTRACT FROM THE REGULATION"),
            # The whole was approved; its stamp on a part would say otherwise.
            approval=(),
            visas=(),
            requisites=(
                (words.say("For the role"), (Text(role.title),)),
                *whole.requisites,
                # What a signature on paper is bound to.
                (words.say("Fingerprint (SHA-256)"), (Text(_grouped(self.digest)),)),
            ),
            sections=sections,
            annexes=parts[len(sections) :],
            header=f"{whole.header} · {role.title}",
            properties=evolve(
                whole.properties, title=f"{whole.properties.title} · {role.title}"
            ),
            numbering="fixed",
        )


def role_slice(regulation: Regulation, key: str) -> RoleSlice:
    """Return the slice of a regulation for a role.

    Raises:
        InvalidValue: No role has the key.
    """
    concerns = concerns_of(regulation, key)
    role = next(role for role in regulation.roles if role.key == key)
    return RoleSlice(regulation, role, concerns)


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _chosen(concerns: Iterable[Concern]) -> Chosen:
    whole: set[str] = set()
    rows: dict[str, tuple[int, ...]] = {}
    for one in concerns:
        if one.row is None:
            whole.add(one.clause)
        else:
            rows[one.clause] = (*rows.get(one.clause, ()), one.row)
    return Chosen(frozenset(whole), rows)


def _numbers(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section | Clause):
            if isinstance(block, Clause):
                yield block.number
            yield from _numbers(block.blocks)
