"""Strategies of deals and their histories: they obey a regulation, or break one clause.

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

from hypothesis import strategies as st

from salesreg._text import did_you_mean
from salesreg.evaluate.case import Case
from salesreg.evaluate.tables import Deal
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.choices import Simplest
from salesreg.testing.crm.chosen import Drawn
from salesreg.testing.crm.data import CrmData, breaks, gathered, walked
from salesreg.testing.crm.goal import places
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.walk import Impossible, Walked

_STEP = dt.timedelta(minutes=30)


class Breakable:
    """Places of clauses of which a deal is to break one, and nothing else.

    That it can is tried when a clause is asked for, and once: of a hundred clauses
    that takes half a minute, and an example needs one.
    """

    def __init__(self, book: Rulebook, held: tuple[str, ...]) -> None:
        """Take the places, as JSON Pointers."""
        self._book, self._places = book, held
        self._tried: dict[str, bool] = {}

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._places)

    def near(self, number: int) -> str | None:
        """Return the first place from a number on, round, that a deal can break."""
        for place in (*self._places[number:], *self._places[:number]):
            if place not in self._tried:
                self._tried[place] = breaks(self._book, place)
            if self._tried[place]:
                return place
        return None


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
        goals = [Breakable(book, tuple(places(book)))]
        if goals[0].near(0) is None:
            message = "no deal can break a clause of this regulation alone"
            raise ValueError(message)
    return _logs(book, tuple(goals), deals)


def _meant(book: Rulebook, fault: str) -> Breakable:
    """Return the places that a pointer or the number of a clause means."""
    known = tuple(places(book))
    outline = book.context.outline
    if fault in known:
        meant: tuple[str, ...] = (fault,)
    else:
        cited = ((one, outline.find(one)) for one in known)
        meant = tuple(one for one, entry in cited if entry and entry.number == fault)
    found = Breakable(book, meant)
    if found.near(0) is not None:
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
    wanted: tuple[Breakable, ...],
    deals: tuple[int, int],
) -> CrmData:
    choices, (least, most) = Drawn(draw), deals
    nearest = (one.near(choices.upto(len(one) - 1)) for one in wanted)
    goals = [one for one in nearest if one is not None]
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
