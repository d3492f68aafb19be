"""Rows about people: the time they spend and how much they do."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

from salesreg.evaluate.results.row import Row


@frozen(kw_only=True)
class Spent(Row):
    """A row of `budgets`: the time a person spent in a span, held to a budget (12).

    Attributes:
        budget: Key of the budget.
        person: Key of the person.
        role: The role for which the budget holds.
        start: First day of the span.
        end: Last day of the span.
        minutes: Minutes spent.
        outside: Minutes of them outside the window; 0 without one.
        least: Least minutes for a full span.
        most: Most minutes for a full span.
        present: Working days on which the person was present.
        working: Working days of the span.
        status: How it stands (12.4).
    """

    budget: str
    person: str
    role: str | None = None
    start: dt.date
    end: dt.date
    minutes: int
    outside: int = 0
    least: int | None = None
    most: int | None = None
    present: int
    working: int
    status: Literal["kept", "under", "over", "outside"]


@frozen(kw_only=True)
class Done(Row):
    """A row of `norms`: how much of something a person did in a span (12).

    Attributes:
        norm: Key of the norm.
        person: Key of the person.
        role: The role for which the norm holds.
        start: First day of the span.
        end: Last day of the span.
        count: How many were done.
        expected: How many are expected in a full span.
        present: Working days on which the person was present.
        working: Working days of the span.
        status: Whether it was reached.
    """

    norm: str
    person: str
    role: str | None = None
    start: dt.date
    end: dt.date
    count: int
    expected: int
    present: int
    working: int
    status: Literal["kept", "under"]
