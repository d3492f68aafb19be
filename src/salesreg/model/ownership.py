"""Who gets a lead, who keeps it, and how it passes from hand to hand."""

from __future__ import annotations

from typing import Literal

from salesreg.constraints import Key, Text, Title
from salesreg.model.refs import FieldRef, RoleRef, StageRef, ToolRef
from salesreg.record import record
from salesreg.values.condition import Condition
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event
from salesreg.values.times import Duration


@record
class RoutingRule:
    """One rule of a routing; the first that fires decides.

    Attributes:
        title: The rule in words.
        when: Which leads it takes; every lead when not given.
        to: Role that gets the lead.
        how: How a person of that role is chosen.
        stop: Whether the search ends here.
    """

    title: Title
    when: Condition | None = None
    to: RoleRef | None = None
    how: Literal["round_robin", "owner", "territory", "least_loaded", "manual"] = (
        "round_robin"
    )
    stop: bool = True


@record
class Routing:
    """How new leads are handed out: an ordered list of rules.

    Attributes:
        key: Identity.
        title: What it is called.
        rules: The rules, in the order they are tried.
        fallback: Role that gets what no rule took.
        text: What else to say of it.
    """

    key: Key
    title: Title
    rules: tuple[RoutingRule, ...] = ()
    fallback: RoleRef | None = None
    text: Text | None = None


@record
class OwnershipRule:
    """How long a client stays with its owner, and what happens then.

    Attributes:
        key: Identity.
        title: What it is called.
        text: The rule in words.
        window: Time after which the owner loses the client.
        without: The event whose absence in that time counts: a touch, a deal.
        when: Which deals it concerns, as a rule over fields.
        grace: Time left to finish what was begun.
        then: Where the client goes.
        credit: What happens to credit and quota for it.
    """

    key: Key
    title: Title
    text: Text | None = None
    window: Duration | None = None
    without: Event | None = None
    when: Condition | None = None
    grace: Duration | None = None
    then: Literal["pool", "new_owner", "head", "stays"] | None = None
    credit: Literal["old_owner", "new_owner", "split"] | None = None


@record
class DisputeRule:
    """How a conflict over a client or a duplicate is settled.

    Attributes:
        key: Identity.
        title: What the conflict is about.
        text: How it is settled.
        wins: The rule of thumb: who wins by default.
        deciders: Roles that decide.
        within: By when they decide.
    """

    key: Key
    title: Title
    text: Text | None = None
    wins: Text | None = None
    deciders: tuple[RoleRef, ...] = ()
    within: Duration | None = None


@record
class Handover:
    """How a client passes from one role to another.

    Attributes:
        key: Identity.
        title: What it is called.
        giver: Role that hands over.
        receiver: Role that takes over.
        after: Stage after which it happens.
        before: Stage before which it is done.
        checklist: What is handed over.
        call: Length of the joint call with the client.
        deadline: By when the receiver accepts.
        acceptance: What counts as acceptance.
        refusal: What happens when the receiver does not accept.
    """

    key: Key
    title: Title
    giver: RoleRef | None = None
    receiver: RoleRef | None = None
    after: StageRef | None = None
    before: StageRef | None = None
    checklist: tuple[Text, ...] = ()
    call: Duration | None = None
    deadline: Deadline | None = None
    acceptance: Text | None = None
    refusal: Text | None = None


@record
class NextStep:
    """The rule that every open deal has a next step with a date.

    Attributes:
        text: The rule in words.
        field: Field of a deal that holds the date.
        within: How far ahead the next step may be at most.
        stages: Stages where it holds; all open ones when empty.
        otherwise: Stage that a deal without a next step moves to.
        after: Time without a next step after which it moves.
    """

    text: Text | None = None
    field: FieldRef | None = None
    within: Duration | None = None
    stages: tuple[StageRef, ...] = ()
    otherwise: StageRef | None = None
    after: Duration | None = None


@record
class RecordKeeping:
    """The rule that everything is logged, and where.

    Attributes:
        text: The rule in words.
        system: The system that is the single truth.
        events: What is logged.
        within: How soon after it happened.
    """

    text: Text | None = None
    system: ToolRef | None = None
    events: tuple[Event, ...] = ()
    within: Duration | None = None
