"""Who may grant what a deal holds."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.mandates import Mandates, mandates, size_of
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.live.desk import CitedHere, cited
from salesreg.evaluate.live.state import Approval, DealState


@frozen(eq=False)
class Signing:
    """An authority over a field, ready for deals.

    Attributes:
        cited: Where it stands.
        field: Key of the field.
        held: What roles may grant.
        chain: Who is asked, in order, with the time to answer.
    """

    cited: CitedHere
    field: str
    held: Mandates
    chain: tuple[tuple[str, str | None], ...]


def signings(edition: Edition) -> Iterator[Signing]:
    """Yield the authorities of an edition that a field of a deal may need."""
    for held in mandates(edition):
        if held.authority.field is not None:
            chain = tuple(
                (step.role, str(step.within) if step.within else None)
                for step in held.authority.chain
            )
            here = cited(edition, held.pointer)
            yield Signing(here, held.authority.field, held, chain)


def approvals(
    case: Case, signed: tuple[Signing, ...], state: DealState
) -> Iterator[Approval]:
    """Yield who may approve the values that a deal holds."""
    facts = case.facts(case.now)
    for one in signed:
        value = facts.get(one.field)
        if size_of(value) is None:
            continue
        roles = one.held.able(value, facts, case.now)
        own = any(role in state.roles for role in roles)
        authority = one.held.authority
        yield Approval(
            **one.cited,
            title=authority.title,
            field=one.field,
            value=str(value),
            own=own,
            roles=roles,
            ask=() if own else tuple(step for step in one.chain if step[0] in roles),
            document=authority.document,
            forbidden=not roles,
        )
