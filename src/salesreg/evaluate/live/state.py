"""What a CRM knows of a deal, and what a regulation answers."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Collection, Iterator, Mapping
from typing import Literal, cast

import attrs
from attrs import field, frozen

from salesreg.convert.plain import is_mapping
from salesreg.errors import Problem
from salesreg.evaluate.arguments import key_problems, moment_problems, refuse
from salesreg.evaluate.tables import Event
from salesreg.shapes import wrong_type


@frozen(kw_only=True)
class DealState:
    """A deal as a CRM shows it now.

    Attributes:
        stage: Key of the stage it is at.
        since: When it entered that stage.
        created_at: When it appeared in the CRM; `since` when not given.
        owner: The person who has it.
        roles: Roles of the person who looks at it, usually the owner.
        values: What its fields hold, by key; a text is read by the type of the field,
            as in "120000 RUB", "12%", "2026-05-01" or "true".
        events: What has happened to it, as far as deadlines, attempts and moves ask
            for it; in any order.
        deal: Key of the deal.

    Raises:
        InvalidValue: Something is of another type, or a moment has no time zone; with
            every problem.
    """

    stage: str
    since: dt.datetime
    created_at: dt.datetime | None = None
    owner: str | None = None
    roles: tuple[str, ...] = ()
    values: Mapping[str, object] = field(factory=dict[str, object])
    events: tuple[Event, ...] = ()
    deal: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what is of another type."""
        refuse(_misgiven(self))


def _misgiven(state: DealState) -> Iterator[Problem]:
    yield from key_problems(stage=state.stage or "", owner=state.owner, deal=state.deal)
    yield from moment_problems(state.since, "since")
    if state.created_at is not None:
        yield from moment_problems(state.created_at, "created_at")
    roles, events = cast("object", state.roles), cast("object", state.events)
    if isinstance(roles, str):
        yield wrong_type("a tuple of roles", roles, f"write ({roles!r},)").under(
            "roles"
        )
    elif not isinstance(roles, Collection):
        yield wrong_type("a tuple of roles", roles).under("roles")
    if not is_mapping(state.values):
        hint = "write {'amount': '120000 RUB'}"
        yield wrong_type("a mapping of fields", state.values, hint).under("values")
    if not isinstance(events, Collection):
        yield wrong_type("a tuple of events", events).under("events")
        return
    for index, event in enumerate(cast("Collection[object]", events)):
        if not isinstance(event, Event):
            hint = "write Event(deal=..., at=..., kind='activity', subject='call')"
            yield wrong_type("an Event", event, hint).under("events", index)


class Said:
    """What an answer can do: be written as JSON."""

    __slots__ = ()

    def to_dict(self) -> dict[str, object]:
        """Return plain data that `json.dumps` takes; moments in ISO 8601."""
        return {name: _plain(getattr(self, name)) for name in _names(type(self))}  # type: ignore[arg-type]


@functools.cache
def _names(said: type[Said]) -> tuple[str, ...]:
    return tuple(one.name for one in attrs.fields(said))  # type: ignore[arg-type]


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, Said):
        return value.to_dict()
    return value.isoformat() if isinstance(value, dt.datetime) else value


@frozen(kw_only=True)
class Todo(Said):
    """Something that is due.

    Attributes:
        clause: Number of the clause.
        pointer: Where it stands in the dict form.
        kind: A deadline, the norm of the stage, or the next step.
        text: What must be done, as the regulation says it.
        role: Role that does it.
        target: When the earlier goal falls.
        due: When the limit falls; empty when only an order counts, or unknown.
        status: Whether there is time, the goal has passed, or the limit has.
    """

    clause: str
    pointer: str
    kind: Literal["deadline", "norm", "next_step"]
    text: str
    role: str | None = None
    target: dt.datetime | None = None
    due: dt.datetime | None = None
    status: Literal["pending", "target_missed", "overdue"]


@frozen(kw_only=True)
class Missing(Said):
    """Something that a move still needs.

    Attributes:
        clause: Number of the clause.
        pointer: Where it stands in the dict form.
        rule: The rule, as in `results.MoveRule`; `words` for a criterion that only a
            person can judge.
        text: What it is, as the regulation says it.
        fields: The fields that it asks for, or looks at.
    """

    clause: str
    pointer: str
    rule: Literal[
        "condition", "role", "comment", "most", "entry", "exit", "field", "words"
    ]
    text: str
    fields: tuple[str, ...] = ()


@frozen(kw_only=True)
class Way(Said):
    """A stage that the deal may move to.

    Attributes:
        clause: Number of the clause.
        pointer: Where the transition stands in the dict form.
        to: Key of the stage.
        title: What it is called.
        text: When the move is made, as the regulation says it.
        open: Whether the data lets the deal move now; a comment is asked for by the
            CRM, and criteria in words by a person.
        missing: What the move still needs.
    """

    clause: str
    pointer: str
    to: str
    title: str
    text: str | None = None
    open: bool
    missing: tuple[Missing, ...] = ()


@frozen(kw_only=True)
class Approval(Said):
    """Who may approve a value of the deal.

    Attributes:
        clause: Number of the clause.
        pointer: Where the authority stands in the dict form.
        title: What is granted.
        field: Key of the field.
        value: The value, as it is written.
        own: Whether a role of the person may grant it alone.
        roles: Roles that may grant it.
        ask: Who is asked, in order, with the time to answer.
        document: The document whose approval grants it.
        forbidden: Whether nobody may grant it.
    """

    clause: str
    pointer: str
    title: str
    field: str
    value: str
    own: bool
    roles: tuple[str, ...] = ()
    ask: tuple[tuple[str, str | None], ...] = ()
    document: str | None = None
    forbidden: bool = False


@frozen(kw_only=True)
class Told(Said):
    """Who is told if things stay undone.

    Attributes:
        clause: Number of the clause.
        pointer: Where the level stands in the dict form.
        title: What stays undone.
        to: Role that is told.
        due: When.
        action: What it does.
    """

    clause: str
    pointer: str
    title: str
    to: str
    due: dt.datetime
    action: str | None = None


@frozen(kw_only=True)
class Next(Said):
    """What one deal needs now.

    Attributes:
        deal: Key of the deal.
        stage: Key of its stage.
        clause: Number of the stage's clause.
        revision: Number of the edition.
        now: The moment of the answer.
        todo: What is due, the most urgent first.
        ways: Where it may go, in the order of the regulation.
        approvals: Who may approve its discount, amount and terms.
        told: Who is told next if things stay undone, the earliest first.
    """

    deal: str
    stage: str
    clause: str
    revision: str | None
    now: dt.datetime
    todo: tuple[Todo, ...] = ()
    ways: tuple[Way, ...] = ()
    approvals: tuple[Approval, ...] = ()
    told: tuple[Told, ...] = ()
