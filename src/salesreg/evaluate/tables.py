"""The data contract: what a CRM gives, table by table, one class a row.

A class is the only place where a table is described: its fields are the columns,
their annotations the types, `Attributes` the meaning. The readers, the SQL and the
strategies are made from it. Moments have a time zone. Keys of stages, activities,
documents, roles, KPIs and fields are those of the regulation; deals and people have
the keys of the CRM.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, Never

from attrs import field, frozen

EventKind = Literal[
    "stage", "owner", "activity", "document", "payment", "field", "comment", "happens"
]
"""What an event tells; `Event.subject` says of which."""


@frozen(kw_only=True)
class Deal:
    """A row of `deals`: a lead or deal as it is now.

    Attributes:
        deal: Key of the deal.
        created_at: When it appeared in the CRM.
        owner: The person who has it now.
        values: What its fields hold, by the key of the field, as
            `values.facts` reads them; in a table, one column for each field.
    """

    deal: str
    created_at: dt.datetime
    owner: str | None = None
    values: Mapping[str, object] = field(factory=dict[str, object])


@frozen(kw_only=True)
class Event:
    """A row of `events`: something that happened to a deal.

    Attributes:
        deal: Key of the deal.
        at: When it happened.
        kind: What it tells: the deal entered a stage, got an owner, an activity was
            done, a document reached a state, money moved, a field was filled, a
            comment was written, or another event in words happened.
        subject: Key of the stage, person, activity, document or field; the words of
            an event that happens; nothing for a payment, a comment, or an owner where
            nobody has the deal any longer.
        state: State of the document or payment; the new value of a field.
        actor: The person who did it; nobody for what the CRM did by itself.
        sequence: Order of events at one moment.
    """

    deal: str
    at: dt.datetime
    kind: EventKind
    subject: str | None = None
    state: str | None = None
    actor: str | None = None
    sequence: int = 0


@frozen(kw_only=True)
class Worked:
    """A row of `activities`: time that a person spent.

    Attributes:
        person: Who spent it.
        activity: Key of the activity.
        start: When it began.
        minutes: How long it took, in whole minutes.
        deal: The deal it was for.
    """

    person: str
    activity: str
    start: dt.datetime
    minutes: int
    deal: str | None = None


@frozen(kw_only=True)
class Employment:
    """A row of `people`: a person in a role for a time.

    Attributes:
        person: Key of the person.
        role: Key of the role.
        since: First day in the role.
        until: Last day in it; still in it when nothing is said.
    """

    person: str
    role: str
    since: dt.date
    until: dt.date | None = None


@frozen(kw_only=True)
class MoneyMoved:
    """A row of `payments`: money that a client paid or got back.

    Attributes:
        deal: Key of the deal.
        at: When it moved.
        amount: The sum, never negative, in major units.
        currency: ISO 4217 code.
        state: What happened to it, as `values.event.Payment` has it.
    """

    deal: str
    at: dt.datetime
    amount: Decimal
    currency: str
    state: Literal["invoiced", "prepaid", "received", "refunded"] = "received"


@frozen(kw_only=True)
class Target:
    """A row of `targets`: what is to be reached in a period.

    Attributes:
        kpi: Key of the KPI.
        start: First day of the period.
        end: Last day of the period.
        amount: The value to reach, in the unit of the KPI.
        person: Whose target; a team's or a role's when empty.
        role: Whose target, as a role.
    """

    kpi: str
    start: dt.date
    end: dt.date
    amount: Decimal
    person: str | None = None
    role: str | None = None


TABLES: Mapping[str, type] = {
    "deals": Deal,
    "events": Event,
    "activities": Worked,
    "people": Employment,
    "payments": MoneyMoved,
    "targets": Target,
}
"""The class of a row, by the name of the table."""


class NotGiven(tuple[Never, ...]):
    """A table that was not given: no rows, which is not to say that there are none."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return how it is spoken of."""
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()
"""A table that was not given."""


@frozen(kw_only=True)
class Records:
    """The tables in memory, as the evaluator of single cases reads them.

    A table that is left out is not known: what needs it is not evaluated. One that is
    empty says that there is nothing.

    Attributes:
        deals: The deals.
        events: Their events, in any order.
        activities: Time that was spent.
        people: Who is in which role.
        payments: Money that moved.
        targets: What is to be reached.
    """

    deals: tuple[Deal, ...] = NOT_GIVEN
    events: tuple[Event, ...] = NOT_GIVEN
    activities: tuple[Worked, ...] = NOT_GIVEN
    people: tuple[Employment, ...] = NOT_GIVEN
    payments: tuple[MoneyMoved, ...] = NOT_GIVEN
    targets: tuple[Target, ...] = NOT_GIVEN


def not_given(data: Mapping[str, object] | Records) -> frozenset[str]:
    """Return the names of the tables that were not given; an empty one was."""
    if isinstance(data, Records):
        return frozenset(name for name in TABLES if getattr(data, name) is NOT_GIVEN)
    return frozenset(name for name in TABLES if data.get(name) is None)
