"""What is said of time spent and of work done, as rules for SQL (rules 12)."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases.spent import included, limit
from salesreg.evaluate.periods import Cadence
from salesreg.evaluate.sql.ground import Ground, place_in
from salesreg.model.time import Norm, TimeBudget
from salesreg.values.calendar import WorkCalendar
from salesreg.values.times import Window
from salesreg.values.worktime import Clock, clock_of

Said = Literal["budgets", "norms"]
"""Which of the two is compiled."""


@frozen
class SheetRule:
    """What a budget or a norm asks of one role.

    Attributes:
        cite: Number of what is cited.
        key: Its key.
        edition: Number of the edition.
        role: The role.
        spans: Number of the spans that it is judged by.
        box: Number of the window of the day in which the time must lie.
        least: How many minutes, or how much, at least.
        most: How many minutes at most.
        owed: 1 if less is a fault, else 0.
        of: The activities that count for it.
    """

    cite: int
    key: str
    edition: int
    role: str
    spans: int
    box: int | None
    least: int | None
    most: int | None
    owed: int
    of: frozenset[str]


@frozen(eq=False)
class Sheet:
    """What is said of time spent, or of work done.

    Attributes:
        rules: What is asked of each role.
        spans: The calendar and the cadence of each kind of spans.
        windows: The windows of the day, each with the clock of its wall.
    """

    rules: list[SheetRule] = field(factory=list[SheetRule])
    spans: list[tuple[WorkCalendar, Cadence]] = field(
        factory=list[tuple[WorkCalendar, Cadence]]
    )
    windows: list[tuple[Window, Clock]] = field(factory=list[tuple[Window, Clock]])


def sheet_of(ground: Ground, said: Said) -> Sheet:
    """Compile the budgets or the norms of a regulation."""
    found = Sheet()
    for number, edition in enumerate(ground.editions.all):
        told: tuple[TimeBudget | Norm, ...] = getattr(edition.regulation, said)
        for place, one in enumerate(told):
            if one.activity is None:
                continue
            cite = ground.cites.number(edition, pointer(said, place))
            for role in one.roles or tuple(edition.roles):
                calendar = edition.calendar(role)
                if calendar is None:
                    continue
                window, least, most, owed = _asked(one)
                box = None
                if window is not None:
                    box = place_in(found.windows, (window, clock_of(calendar)))
                rule = SheetRule(
                    cite=cite,
                    key=one.key,
                    edition=number,
                    role=role,
                    spans=place_in(found.spans, (calendar, one.per)),
                    box=box,
                    least=least,
                    most=most,
                    owed=owed,
                    of=included(edition, one.activity),
                )
                found.rules.append(rule)
    return found


def _asked(
    one: TimeBudget | Norm,
) -> tuple[Window | None, int | None, int | None, int]:
    """Return the window, the least, the most, and whether less is a fault."""
    if isinstance(one, Norm):
        return None, one.count, None, 1
    return one.window, limit(one, "least"), limit(one, "most"), int(one.mandatory)
