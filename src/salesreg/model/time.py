"""Working time: activities, how much time they get, and norms of work."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, Length, Range, Text, Title
from salesreg.model.refs import ActivityRef, BudgetRef, ChannelRef, RoleRef
from salesreg.record import record
from salesreg.values.times import Cadence, Duration, Window


@record
class Activity:
    """A kind of work that takes time: calls, mail, meetings.

    Attributes:
        key: Identity.
        title: What it is called.
        text: What belongs to it.
        includes: Activities that are part of it.
        channel: The channel it uses.
    """

    key: Key
    title: Title
    text: Text | None = None
    includes: tuple[ActivityRef, ...] = ()
    channel: ChannelRef | None = None


@record
class TimeBudget:
    """How much time an activity gets.

    Attributes:
        key: Identity.
        title: What the time is for.
        activity: The activity.
        roles: Whose time; every role's when empty.
        amount: How much, exactly.
        least: How much at least.
        most: How much at most.
        per: In which span.
        window: When in the day.
        mandatory: Whether it must be spent.
        overlaps: Budgets that the same minutes may count for.
        text: What else to say of it.
    """

    key: Key
    title: Title
    activity: ActivityRef | None = None
    roles: tuple[RoleRef, ...] = ()
    amount: Duration | None = None
    least: Duration | None = None
    most: Duration | None = None
    per: Literal["day", "week", "month"] = "day"
    window: Window | None = None
    mandatory: bool = True
    overlaps: tuple[BudgetRef, ...] = ()
    text: Text | None = None


@record
class NormPart:
    """A part of a norm.

    Attributes:
        title: What is counted.
        count: How many of them.
    """

    title: Title
    count: Annotated[int, Range(0, 10_000_000)]


@record
class Norm:
    """How many of something a role does in a period.

    Attributes:
        key: Identity.
        title: What is counted: calls, meetings, forms.
        roles: Whose norm; every role's when empty.
        count: How many.
        per: In which period.
        activity: The activity it takes time in.
        unit_time: How long one of them takes.
        parts: How the count divides.
    """

    key: Key
    title: Title
    roles: tuple[RoleRef, ...] = ()
    count: Annotated[int, Range(1, 10_000_000)]
    per: Cadence = "day"
    activity: ActivityRef | None = None
    unit_time: Duration | None = None
    parts: Annotated[tuple[NormPart, ...], Length(0, 100)] = ()
