"""Where a deal may go from its stage, and what each way still needs."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.evaluate.case import Case, is_empty
from salesreg.evaluate.cases.asking import meets
from salesreg.evaluate.live.desk import Bar, Desk
from salesreg.evaluate.live.state import DealState, Missing, Way
from salesreg.values.facts import Facts


def ways(case: Case, desk: Desk, state: DealState) -> Iterator[Way]:
    """Yield the ways from a stage, in the order of the regulation."""
    facts = case.facts(case.now)
    leaving: list[Missing] | None = None
    roles = {stood for role in state.roles for stood in desk.edition.acts_for(role)}
    for door in desk.doors:
        missing: list[Missing] = []
        if door.allowed and roles and roles.isdisjoint(door.allowed):
            missing.append(door.role)
        missing += _lacking(case, desk, door.before, facts)
        if door.is_on:
            # What every move on needs is looked at once.
            if leaving is None:
                leaving = _lacking(case, desk, desk.leaving, facts)
            missing += leaving
        missing += _lacking(case, desk, door.bars, facts)
        if door.most is not None and _made(case, state.stage, door.to) >= door.most:
            missing.append(door.often)
        yield Way(
            **door.cited,
            to=door.to,
            title=door.title,
            text=door.text,
            open=all(one.rule in {"comment", "words"} for one in missing),
            missing=tuple(missing),
        )


def _lacking(
    case: Case, desk: Desk, bars: tuple[Bar, ...], facts: Facts
) -> list[Missing]:
    return [bar.missing for bar in bars if _lacks(case, desk, bar, facts)]


def _lacks(case: Case, desk: Desk, bar: Bar, facts: Facts) -> bool:
    if bar.field is not None:
        return is_empty(facts.get(bar.field))
    if bar.rule is None:
        return True
    return not meets(desk.edition, bar.rule, facts, case.now, desk.calendar)


def _made(case: Case, start: str, end: str) -> int:
    """Return how often a deal has moved from one stage to another."""
    pairs = zip(case.visits, case.visits[1:], strict=False)
    return sum((a.key, b.key) == (start, end) for a, b in pairs)
