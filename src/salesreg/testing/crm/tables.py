"""Strategies of the other tables: who works, how time was spent, what was paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st

from salesreg.evaluate.tables import Employment, MoneyMoved, Target
from salesreg.model.regulation import Regulation
from salesreg.testing.crm.choices import Simplest
from salesreg.testing.crm.chosen import Drawn
from salesreg.testing.crm.data import CrmData
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.timesheet import kept
from salesreg.testing.drawing import upto

_DAY = dt.timedelta(days=1)
_STEP = dt.timedelta(minutes=30)


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


def timesheets(
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
    return _timesheets(book, goal)


@st.composite
def _timesheets(draw: st.DrawFn, book: Rulebook, goal: str | None) -> CrmData:
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
