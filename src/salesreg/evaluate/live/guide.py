"""The guide: a regulation compiled for answers about single deals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from attrs import frozen

from salesreg._text import did_you_mean
from salesreg.errors import invalid, pointer
from salesreg.evaluate.case import Case, is_empty, second
from salesreg.evaluate.cases import deadlines, escalations, grants, next_steps
from salesreg.evaluate.cases.clock import after, falls
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.live.desk import CitedHere, Desk, Door, cited, desk_of
from salesreg.evaluate.live.seen import seen
from salesreg.evaluate.live.state import (
    Approval,
    DealState,
    Missing,
    Next,
    Todo,
    Told,
    Way,
)
from salesreg.model.limits import Authority
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money, Percent
from salesreg.values.facts import holds
from salesreg.values.zone import instant

_Status = Literal["pending", "target_missed", "overdue"]
_SIZED = (Money, Percent, Decimal, int)


@frozen(eq=False)
class Guide:
    """One regulation, ready to be asked about deals.

    Attributes:
        editions: The regulation.
        desks: Its stages, by key.
        authorities: What fields of a deal somebody must be allowed to grant.
    """

    editions: Editions
    desks: Mapping[str, Desk]
    authorities: tuple[tuple[CitedHere, Authority], ...]

    @classmethod
    def of(cls, regulation: Regulation) -> Guide:
        """Compile a regulation."""
        editions = Editions.of(regulation)
        edition = editions.last
        desks = {
            key: desk_of(edition, place, stage)
            for key, (place, stage) in edition.stages.items()
        }
        authorities = tuple(
            (cited(edition, pointer("authorities", place)), authority)
            for place, authority in enumerate(regulation.authorities)
            if authority.field is not None
        )
        return cls(editions, desks, authorities)

    def next(self, state: DealState, now: dt.datetime) -> Next:
        """Return what a deal needs; see `Regulation.next`."""
        instant(now)  # Refuses a moment without a time zone.
        desk = self.desks.get(state.stage)
        if desk is None:
            message = f"the regulation has no stage {state.stage!r}"
            hint = did_you_mean(state.stage, list(self.desks))
            raise invalid("unknown-stage", message, hint)
        case = seen(state, self.editions, second(now))
        todo = [*_deadlines(case, desk), *_norm(case, desk), *_next_step(case, desk)]
        todo.sort(key=_urgency)
        return Next(
            deal=state.deal,
            stage=state.stage,
            clause=desk.cited["clause"],
            revision=self.editions.last.number,
            now=case.now.astimezone(self.editions.zone),
            todo=tuple(todo),
            ways=tuple(_way(case, desk, door, state) for door in desk.doors),
            approvals=tuple(self._approvals(case, state)),
            told=tuple(sorted(_told(case, desk), key=lambda one: one.due)),
        )

    def _approvals(self, case: Case, state: DealState) -> Iterator[Approval]:
        edition, facts = self.editions.last, case.facts(case.now)
        for here, authority in self.authorities:
            field = authority.field or ""
            value = facts.get(field)
            if not isinstance(value, _SIZED):
                continue
            roles = grants.able(authority, value, facts, case.now, edition)
            own = any(role in state.roles for role in roles)
            yield Approval(
                **here,
                title=authority.title,
                field=field,
                value=str(value),
                own=own,
                roles=roles,
                ask=() if own else _asked(authority, roles),
                document=authority.document,
                forbidden=not roles,
            )


def guide_of(regulation: Regulation) -> Guide:
    """Return the guide of a regulation, compiled once for each object."""
    found = getattr(regulation, "_guide", None)
    if not isinstance(found, Guide):
        found = Guide.of(regulation)
        object.__setattr__(regulation, "_guide", found)
    return found


def _urgency(todo: Todo) -> float:
    moment = todo.due or todo.target
    return moment.timestamp() if moment else float("inf")


def _status(
    now: dt.datetime, target: dt.datetime | None, limit: dt.datetime | None
) -> _Status:
    if limit is not None and now > limit:
        return "overdue"
    return "target_missed" if target is not None and now > target else "pending"


def _there(case: Case, moment: dt.datetime | None) -> dt.datetime | None:
    """Return a moment as the wall of the regulation's zone shows it."""
    return moment and moment.astimezone(case.editions.zone)


def _edition(case: Case) -> Edition:
    return case.editions.last


def _deadlines(case: Case, desk: Desk) -> Iterator[Todo]:
    for site, here, text, calendar in desk.sites:
        deadline = site.deadline
        for at in deadlines.triggers(case, deadline.trigger, site.stage):
            if deadlines.answer(case, deadline, at) is not None:
                continue
            if case.lost_at(deadline.trigger, at) is not None:
                continue
            moments = falls(deadline, at, calendar, case.pauses(_edition(case)))
            yield Todo(
                **here,
                kind="deadline",
                text=text,
                role=site.role,
                target=_there(case, moments.target),
                due=_there(case, moments.limit),
                status=_status(case.now, moments.target, moments.limit),
            )


def _norm(case: Case, desk: Desk) -> Iterator[Todo]:
    if desk.norm is None or desk.calendar is None:
        return
    start, target = case.visits[-1].start, desk.norm.target
    due = after(desk.norm.limit, start, desk.calendar)
    goal = after(target, start, desk.calendar) if target is not None else None
    yield Todo(
        **desk.norm_cited,
        kind="norm",
        text=desk.stage.title,
        role=desk.stage.owner,
        target=_there(case, goal),
        due=_there(case, due),
        status=_status(case.now, goal, due),
    )


def _next_step(case: Case, desk: Desk) -> Iterator[Todo]:
    rule = _edition(case).regulation.next_step
    for fault in next_steps.next_steps(case):
        yield Todo(
            clause=fault.clause,
            pointer=fault.pointer,
            kind="next_step",
            text=(rule.text if rule else None) or "",
            role=desk.stage.owner,
            due=_there(case, fault.due),
            status="overdue" if fault.fault in {"past", "stale"} else "pending",
        )


def _way(case: Case, desk: Desk, door: Door, state: DealState) -> Way:
    missing = tuple(_missing(case, desk, door, state))
    return Way(
        **door.cited,
        to=door.to,
        title=door.title,
        text=door.text,
        open=all(one.rule in {"comment", "words"} for one in missing),
        missing=missing,
    )


def _missing(case: Case, desk: Desk, door: Door, state: DealState) -> Iterator[Missing]:
    facts = case.facts(case.now)
    if door.allowed and state.roles:
        edition = _edition(case)
        if not any(door.allowed & edition.acts_for(role) for role in state.roles):
            yield door.role
    for bar in door.bars:
        if bar.field is not None:
            if is_empty(facts.get(bar.field)):
                yield bar.missing
        elif bar.rule is None or not holds(bar.rule, facts, case.now, desk.calendar):
            yield bar.missing
    if door.most is not None:
        pairs = zip(case.visits, case.visits[1:], strict=False)
        made = sum((a.key, b.key) == (state.stage, door.to) for a, b in pairs)
        if made >= door.most:
            yield door.often


def _asked(
    authority: Authority, roles: tuple[str, ...]
) -> tuple[tuple[str, str | None], ...]:
    return tuple(
        (step.role, str(step.within) if step.within else None)
        for step in authority.chain
        if step.role in roles
    )


def _told(case: Case, desk: Desk) -> Iterator[Told]:
    edition = _edition(case)
    undone: dict[str, list[dt.datetime]] = {}
    for rung in desk.rungs:
        escalation, level = rung.escalation, rung.level
        assert escalation.trigger is not None
        assert level.after is not None
        if escalation.key not in undone:
            undone[escalation.key] = [
                at
                for at in case.times(escalation.trigger)
                if escalations.done_at(case, edition, escalation, at) is None
            ]
        for at in undone[escalation.key]:
            due = after(level.after, at, rung.calendar, case.pauses(edition))
            if due is not None and due > case.now:
                yield Told(
                    **rung.cited,
                    title=escalation.title,
                    to=level.to,
                    due=due.astimezone(case.editions.zone),
                    action=level.action,
                )
