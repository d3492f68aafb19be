"""Strategies of the data of a CRM: rows that obey a regulation, or break one clause.

Nothing is drawn and thrown away: a deal is walked through the pipeline, each step
before a clock runs out, with the fields filled that the next gate asks for.

>>> from hypothesis import find
>>> from salesreg import templates
>>> b2b = templates.get("b2b", language="en")
>>> smallest = find(event_logs(b2b), lambda data: True)
>>> [(event.kind, event.subject) for event in smallest.records.events]
[('owner', 'sdr'), ('stage', 'lead'), ('field', 'next-date')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st

from salesreg._text import did_you_mean
from salesreg.evaluate.case import Case
from salesreg.evaluate.tables import Deal, Employment, MoneyMoved, Target
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.choices import Simplest
from salesreg.testing.crm.data import CrmData, breaks, gathered, walked
from salesreg.testing.crm.goal import places
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.timesheet import kept
from salesreg.testing.crm.walk import Impossible, Walked
from salesreg.testing.drawing import upto

_DAY = dt.timedelta(days=1)
_STEP = dt.timedelta(minutes=30)


class Drawn:
    """Choices that Hypothesis makes."""

    def __init__(self, draw: st.DrawFn) -> None:
        """Take the function that draws."""
        self._draw = draw

    def upto(self, most: int) -> int:
        """Return a whole number from 0 to `most`."""
        return self._draw(upto(most)) if most else 0


def event_logs(
    regulation: Regulation,
    *,
    conforming: bool = True,
    faults: Sequence[str] = (),
    deals: tuple[int, int] = (1, 3),
) -> st.SearchStrategy[CrmData]:
    """Return the strategy of deals with their histories.

    As of the moment that comes with them they obey the regulation. With `faults`,
    there is one more deal for each, which breaks that clause and nothing else.

    Args:
        regulation: What they are held to.
        conforming: Whether they all obey; else one clause is broken, any of those
            that a deal can break alone.
        faults: Clauses to be broken: JSON Pointers, as `plantable` returns them, or
            numbers of clauses.
        deals: How many obeying deals there are, at least and at most.

    Raises:
        InvalidValue: The regulation has no stages.
        ValueError: A deal cannot break that clause, or not without another one.
    """
    book = Rulebook.of(regulation)
    goals = [_meant(book, one) for one in faults]
    if not conforming and not faults:
        goals = [tuple(one for one in places(book) if breaks(book, one))]
        if not goals[0]:
            message = "no deal can break a clause of this regulation alone"
            raise ValueError(message)
    return _logs(book, tuple(goals), deals)


def _meant(book: Rulebook, fault: str) -> tuple[str, ...]:
    """Return the pointers that a pointer or the number of a clause means."""
    known = tuple(places(book))
    outline = book.context.outline
    if fault in known:
        meant: tuple[str, ...] = (fault,)
    else:
        cited = ((one, outline.find(one)) for one in known)
        meant = tuple(one for one, entry in cited if entry and entry.number == fault)
    found = tuple(one for one in meant if breaks(book, one))
    if found:
        return found
    if meant:
        message = f"a deal cannot break {fault!r} alone"
    else:
        hint = did_you_mean(fault, known)
        message = f"no deal can break {fault!r}" + (f"; {hint}" if hint else "")
    raise ValueError(message)


@st.composite
def _logs(
    draw: st.DrawFn,
    book: Rulebook,
    wanted: tuple[tuple[str, ...], ...],
    deals: tuple[int, int],
) -> CrmData:
    choices, (least, most) = Drawn(draw), deals
    goals = [one[choices.upto(len(one) - 1)] for one in wanted]
    # A deal that may stop anywhere could stop before another one breaks its clause.
    brief = len(goals) < 2
    broken = [draw(_walks(book, goal, brief=brief)) for goal in goals]
    obeys = _walks(book, None, brief=not goals)
    drawn = draw(st.lists(obeys, min_size=0 if goals else least, max_size=most))
    last = max(
        (one.log.rows[-1].at for one in broken if one.log.rows),
        default=book.moments.start,
    )
    obeying = [one for one in drawn if one.until is None or one.until >= last]
    return gathered(book, [*broken, *obeying], goals)


@st.composite
def _walks(draw: st.DrawFn, book: Rulebook, goal: str | None, *, brief: bool) -> Walked:
    choices = Drawn(draw)
    # Deals appear at an opening, or some time after it.
    start = book.moments.start + _STEP * choices.upto(16)
    start = book.moments.opening(start)
    if goal is None:
        return walked(book, choices, brief=brief, start=start)
    try:
        return walked(book, choices, goal=goal, brief=brief, start=start)
    except Impossible:
        # Not on this way; on the simplest one it can be broken.
        return walked(book, Simplest(), goal=goal, brief=brief)


def deals(regulation: Regulation) -> st.SearchStrategy[Deal]:
    """Return the strategy of single deals as a CRM shows them: with their values.

    Raises:
        ValueError: The clauses contradict one another, so that no deal obeys them.
    """
    book = Rulebook.of(regulation)
    if not walked(book, Simplest(), brief=True).log.rows:
        message = "the regulation lets no deal appear"
        raise ValueError(message)
    return _walks(book, None, brief=True).map(lambda one: _shown(book, one))


def _shown(book: Rulebook, one: Walked) -> Deal:
    log = one.log
    last = max(row.at for row in log.rows)
    case: Case = log.case(book.gates.editions, last)
    values = {k: v for k, v in case.facts(last).items() if v not in (None, "")}
    return Deal(
        deal="deal-1", created_at=log.created_at, owner=log.owner, values=values
    )


def people(regulation: Regulation) -> st.SearchStrategy[tuple[Employment, ...]]:
    """Return the strategy of who is in which role: one person and more for each."""
    book = Rulebook.of(regulation)
    since = book.moments.start.date() - 365 * _DAY
    roles = book.gates.roles

    def employed(counts: tuple[int, ...]) -> tuple[Employment, ...]:
        return tuple(
            Employment(
                person=role if number == 0 else f"{role}-{number + 1}",
                role=role,
                since=since,
            )
            for role, count in zip(roles, counts, strict=True)
            for number in range(1 + count)
        )

    return st.tuples(*(upto(2) for _ in roles)).map(employed)


def activities(
    regulation: Regulation, *, faults: Sequence[str] = ()
) -> st.SearchStrategy[CrmData]:
    """Return the strategy of the time that people spent, in a day or a week.

    It keeps the budgets and norms of work, or breaks exactly the one that is named.

    Args:
        regulation: What it is held to.
        faults: The budget or norm to be broken, as JSON Pointer; one at most.

    Raises:
        ValueError: It cannot be broken alone, or the others cannot be kept at once.
    """
    book = Rulebook.of(regulation)
    goal = next(iter(faults), None)
    if len(faults) > 1 or kept(book, Simplest(), goal) is None:
        what = f"breaks {', '.join(faults)} alone" if faults else "keeps every budget"
        message = f"no day was found that {what}"
        raise ValueError(message)
    return _activities(book, goal)


@st.composite
def _activities(draw: st.DrawFn, book: Rulebook, goal: str | None) -> CrmData:
    drawn = kept(book, Drawn(draw), goal) or kept(book, Simplest(), goal)
    assert drawn is not None
    return drawn


def payments(
    regulation: Regulation, deal: str = "deal-1", currency: str = "RUB"
) -> st.SearchStrategy[tuple[MoneyMoved, ...]]:
    """Return the strategy of what a client paid for a deal, and got back.

    Nothing is given back before it was paid, nor more than that.
    """
    book = Rulebook.of(regulation)
    return _payments(book, deal, currency)


@st.composite
def _payments(
    draw: st.DrawFn, book: Rulebook, deal: str, currency: str
) -> tuple[MoneyMoved, ...]:
    at, held = book.moments.start, Decimal(0)
    rows: list[MoneyMoved] = []
    for _ in range(1 + draw(upto(3))):
        at = book.moments.opening(at + _STEP * draw(upto(40)))
        back = bool(held) and draw(upto(1)) == 1
        amount = Decimal(1 + draw(upto(int(held) - 1 if back else 999_999)))
        held += -amount if back else amount
        state: Literal["refunded", "received"] = "refunded" if back else "received"
        rows.append(
            MoneyMoved(deal=deal, at=at, amount=amount, currency=currency, state=state)
        )
    return tuple(rows)


def targets(regulation: Regulation) -> st.SearchStrategy[tuple[Target, ...]]:
    """Return the strategy of monthly targets: at most one for each KPI and role."""
    book = Rulebook.of(regulation)
    start = book.moments.start.date().replace(day=1)
    end = (start + 31 * _DAY).replace(day=1) - _DAY
    wanted = [
        st.none()
        | st.builds(
            Target,
            kpi=st.just(kpi.key),
            start=st.just(start),
            end=st.just(end),
            amount=st.integers(0, 1000).map(Decimal),
            role=st.just(role),
        )
        for kpi in regulation.kpis
        for role in kpi.roles or (None,)
    ]
    return st.tuples(*wanted).map(lambda rows: tuple(row for row in rows if row))
