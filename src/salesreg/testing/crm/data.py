"""Data of a CRM, walked by a regulation: all the deals, and who is in which role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from attrs import evolve, frozen

from salesreg.evaluate.tables import Deal, Event, Records
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.breaches import breaches
from salesreg.testing.crm.choices import Choices, Seeded, Simplest
from salesreg.testing.crm.goal import Goal, places
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.walk import Impossible, Walk, Walked

WEEKS = dt.timedelta(weeks=8)
"""How long deals of one set of data go on."""


class _Printer(Protocol):
    def text(self, obj: str) -> None: ...


@frozen(kw_only=True)
class CrmData:
    """What a CRM holds, and the moment as of which it is judged.

    Attributes:
        records: The tables.
        as_of: A moment at which what was wanted is true of them.
        faults: JSON Pointers of the clauses that they break, in order.
    """

    records: Records
    as_of: dt.datetime
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the log line by line, as of when it is seen, and what it breaks."""
        ends = [f"as of {self.as_of:%Y-%m-%d %H:%M %Z}", *self.faults]
        return "\n".join([*map(_line, self.records.events), ", broken: ".join(ends)])

    def _repr_pretty_(self, printer: _Printer, cycle: bool) -> None:  # noqa: FBT001
        # Hypothesis would print every row with all its columns.
        printer.text(f"CrmData:\n{self}\n")


def _line(event: Event) -> str:
    words = (
        event.kind,
        event.subject,
        event.state,
        event.actor and f"by {event.actor}",
    )
    told = " ".join(filter(None, words))
    return f"{event.at:%Y-%m-%d %H:%M:%S}  {event.deal}  {told}"


def walked(
    book: Rulebook,
    choices: Choices,
    *,
    goal: str | None = None,
    brief: bool = False,
    start: dt.datetime | None = None,
    end: dt.datetime | None = None,
) -> Walked:
    """Walk one deal.

    Raises:
        Impossible: No walk was found that breaks the goal alone.
    """
    at = start or book.moments.start
    owners = book.owners
    owner = owners[choices.upto(len(owners) - 1)] if goal is None else owners[0]
    log = Log(deal="", created_at=at, owner=owner)
    aim = None if goal is None else Goal(book, goal)
    walk = Walk(book=book, choices=choices, goal=aim, brief=brief, log=log, now=at)
    return walk.run(end or at + WEEKS)


def gathered(
    book: Rulebook, walks: Iterable[Walked], faults: Iterable[str] = ()
) -> CrmData:
    """Return walked deals as one set of data, up to when all of them are as wanted."""
    held = tuple(one for one in walks if one.log.rows)
    ends = [one.until for one in held if one.until is not None]
    last = max((row.at for one in held for row in one.log.rows), default=None)
    as_of = min(ends, default=last or book.moments.start)
    deals: list[Deal] = []
    events: list[Event] = []
    for number, one in enumerate(held, 1):
        key = f"deal-{number}"
        if one.log.created_at <= as_of:
            deals.append(Deal(deal=key, created_at=one.log.created_at))
            events += [_named(key, row) for row in one.log.rows if row.at <= as_of]
    records = Records(deals=tuple(deals), events=tuple(events), people=book.staff)
    return CrmData(records=records, as_of=as_of, faults=tuple(sorted(faults)))


def _named(key: str, row: Event) -> Event:
    return evolve(row, deal=key)


def plantable(regulation: Regulation) -> tuple[str, ...]:
    """Return the clauses that a deal can break alone, as JSON Pointers, in order.

    Such as the norm of a stage, a required field, the comment of a transition. Left
    out are those that are only broken together with another one: where a deadline of
    two hours is guarded by an escalation of three.
    """
    book = Rulebook.of(regulation)
    return tuple(one for one in places(book) if breaks(book, one))


def breaks(book: Rulebook, goal: str) -> bool:
    """Tell whether the simplest walk breaks a clause, and nothing else."""
    try:
        data = gathered(book, [walked(book, Simplest(), goal=goal)])
    except Impossible:
        return False
    return breaches(book.regulation, data.records, data.as_of) == (goal,)


def demo(
    regulation: Regulation,
    *,
    deals: int,
    seed: int = 0,
    faults: Iterable[str] = (),
) -> CrmData:
    """Return data of many deals that obey a regulation; the same seed, the same data.

    Deals appear one after another over the weeks, and are followed to their end.

    Args:
        regulation: The regulation.
        deals: How many deals obey it.
        seed: What the deals are drawn from.
        faults: JSON Pointers of clauses, as `plantable` names them; after the others
            comes one deal for each, which breaks that clause alone.

    Raises:
        Impossible: A clause cannot be broken alone.

    >>> from salesreg import templates
    >>> data = demo(templates.get("b2b", language="en"), deals=3)
    >>> len(data.records.deals), data == demo(templates.get("b2b", "en"), deals=3)
    (3, True)
    """
    book = Rulebook.of(regulation)
    choices = Seeded(seed)
    start = book.moments.start
    walks: list[Walked] = []
    for _ in range(deals):
        walks.append(walked(book, choices, start=start, end=start + WEEKS))
        start = book.moments.opening(start + dt.timedelta(minutes=7 * choices.upto(9)))
    planted = tuple(faults)
    walks += [walked(book, Simplest(), goal=goal, start=start) for goal in planted]
    return gathered(book, walks, planted)
