"""Where a deal may go from its stage, and what each way still needs."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.evaluate.case import Case, is_empty
from salesreg.evaluate.cases.asking import meets
from salesreg.evaluate.live.desk import Desk, Door
from salesreg.evaluate.live.state import DealState, Missing, Way


def ways(case: Case, desk: Desk, state: DealState) -> Iterator[Way]:
    """Yield the ways from a stage, in the order of the regulation."""
    for door in desk.doors:
        missing = tuple(_missing(case, desk, door, state))
        yield Way(
            **door.cited,
            to=door.to,
            title=door.title,
            text=door.text,
            open=all(one.rule in {"comment", "words"} for one in missing),
            missing=missing,
        )


def _missing(case: Case, desk: Desk, door: Door, state: DealState) -> Iterator[Missing]:
    facts = case.facts(case.now)
    if door.allowed and state.roles:
        acts_for = desk.edition.acts_for
        if not any(door.allowed & acts_for(role) for role in state.roles):
            yield door.role
    for bar in door.bars:
        if bar.field is not None:
            if is_empty(facts.get(bar.field)):
                yield bar.missing
        elif bar.rule is None or not meets(
            desk.edition, bar.rule, facts, case.now, desk.calendar
        ):
            yield bar.missing
    if door.most is not None:
        pairs = zip(case.visits, case.visits[1:], strict=False)
        made = sum((a.key, b.key) == (state.stage, door.to) for a, b in pairs)
        if made >= door.most:
            yield door.often
