"""Strategy, goals and plans: where the department is going."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from salesreg.constraints import Key, NonNegative, Range, Share, Text, Title
from salesreg.model.refs import (
    ChannelRef,
    GoalRef,
    KpiRef,
    ProductRef,
    RoleRef,
    SegmentRef,
    StageRef,
)
from salesreg.record import record
from salesreg.values.amounts import Percent, Quantity
from salesreg.values.condition import Condition
from salesreg.values.period import Period
from salesreg.values.recurrence import Recurrence


@record
class Competitor:
    """Somebody who sells to the same clients.

    Attributes:
        title: Who it is.
        strengths: What it does better.
        response: How the department answers.
    """

    title: Title
    strengths: Text | None = None
    response: Text | None = None


@record
class Segment:
    """A group of clients with like needs.

    Attributes:
        key: Identity.
        title: What it is called.
        text: Who belongs to it, in words.
        condition: Who belongs to it, as a rule over fields of a deal.
        needs: What these clients need.
        target: Whether it is part of the target audience.
    """

    key: Key
    title: Title
    text: Text | None = None
    condition: Condition | None = None
    needs: tuple[Text, ...] = ()
    target: bool = True


@record
class Channel:
    """A way to reach clients: telephone, mail, fair, partner.

    Attributes:
        key: Identity.
        title: What it is called.
        text: How it is used.
        segments: Segments that it reaches.
    """

    key: Key
    title: Title
    text: Text | None = None
    segments: tuple[SegmentRef, ...] = ()


@record
class SellingMethod:
    """A way of selling that the department uses.

    Attributes:
        title: What it is called.
        text: How it is done.
        channels: Channels in which it is used.
    """

    title: Title
    text: Text | None = None
    channels: tuple[ChannelRef, ...] = ()


@record
class Product:
    """A product, service or line of them.

    Attributes:
        key: Identity.
        title: What it is called.
        text: What it is.
    """

    key: Key
    title: Title
    text: Text | None = None


@record
class Strategy:
    """How the department means to win its market.

    Attributes:
        summary: The strategy in a few sentences.
        market: What the market is like.
        competitors: Who else sells to it.
        segments: The segments, among them the target audience.
        positioning: What sets the offer apart.
        channels: The channels of acquisition and retention.
        methods: The methods of selling.
        review: When the strategy is looked at again.
        review_triggers: Changes outside that make a review due at once.
    """

    summary: Text | None = None
    market: Text | None = None
    competitors: tuple[Competitor, ...] = ()
    segments: tuple[Segment, ...] = ()
    positioning: Text | None = None
    channels: tuple[Channel, ...] = ()
    methods: tuple[SellingMethod, ...] = ()
    review: Recurrence | None = None
    review_triggers: tuple[Text, ...] = ()


@record
class Task:
    """Something to be done by a date.

    Attributes:
        title: What is done.
        owner: Role that does it.
        due: By when.
        text: How, or with what result.
    """

    title: Title
    owner: RoleRef | None = None
    due: dt.date | None = None
    text: Text | None = None


@record
class Goal:
    """A goal by SMART: specific, measurable, achievable, relevant, time-bound.

    Attributes:
        key: Identity.
        title: What is to be reached.
        text: More words on it.
        kpi: The KPI that measures it.
        baseline: Where the KPI stands now.
        target: Where it must stand.
        period: The period in which it is measured.
        due: The date by which it is reached, instead of a period.
        owner: Role that answers for it.
        horizon: Short-term or long-term.
        parent: The longer goal that it serves.
        evidence: Why it can be reached.
        relevance: Why it matters.
        tasks: What is done to reach it.
    """

    key: Key
    title: Title
    text: Text | None = None
    kpi: KpiRef | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    period: Period | None = None
    due: dt.date | None = None
    owner: RoleRef | None = None
    horizon: Literal["short", "long"] | None = None
    parent: GoalRef | None = None
    evidence: Text | None = None
    relevance: Text | None = None
    tasks: tuple[Task, ...] = ()


@record
class Target:
    """One line of a plan.

    Attributes:
        value: The result expected.
        period: The part of the plan's period; the whole when not given.
        role: Role that must reach it; the department when not given.
        headcount: How many people of that role must each reach it.
        person: Place in the team, never a name: "manager No. 2".
        product: The product it is about.
        segment: The segment it is about.
        weight: What share counts in the team's sum, during a ramp.
    """

    value: Quantity
    period: Period | None = None
    role: RoleRef | None = None
    headcount: Annotated[int, Range(1, 100_000)] = 1
    person: Title | None = None
    product: ProductRef | None = None
    segment: SegmentRef | None = None
    weight: Annotated[Percent, NonNegative()] | None = None


@record
class PastResult:
    """What was reached in a period that is over.

    Attributes:
        period: The period.
        value: The result.
        note: What explains it.
    """

    period: Period
    value: Quantity
    note: Text | None = None


@record
class Conversion:
    """The share of deals that pass from one stage to another.

    Attributes:
        start: Stage from which they come.
        end: Stage that they reach.
        rate: The share expected.
    """

    start: StageRef
    end: StageRef
    rate: Annotated[Percent, Share()]


@record
class Plan:
    """A sales plan: the target of a KPI and how it divides.

    Attributes:
        key: Identity.
        title: What it is called.
        kpi: The KPI that is planned.
        period: The period of the whole plan.
        target: The result expected of the department.
        targets: How it divides by month, role, product.
        over_assignment: How much more than the target may be handed out.
        inflow: Leads expected in the period.
        conversions: The funnel from leads to the target.
        average_deal: Mean size of a deal that the plan assumes.
        past: Results that the plan starts from.
        analysis: What the past results and the market tell.
        actions: What is done, by whom and by when.
    """

    key: Key
    title: Title
    kpi: KpiRef | None = None
    period: Period | None = None
    target: Quantity | None = None
    targets: tuple[Target, ...] = ()
    over_assignment: Annotated[Percent, NonNegative()] | None = None
    inflow: Quantity | None = None
    conversions: tuple[Conversion, ...] = ()
    average_deal: Quantity | None = None
    past: tuple[PastResult, ...] = ()
    analysis: Text | None = None
    actions: tuple[Task, ...] = ()
