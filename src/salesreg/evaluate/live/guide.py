"""The guide: a regulation compiled for answers about single deals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypedDict

from attrs import frozen

from salesreg._text import did_you_mean
from salesreg.errors import invalid, pointer
from salesreg.evaluate.case import Case, Stay, is_empty, second
from salesreg.evaluate.cases import deadlines, escalations, grants, next_steps, visits
from salesreg.evaluate.cases.clock import after, falls
from salesreg.evaluate.cases.moves import is_on
from salesreg.evaluate.editions import Edition, Editions
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
from salesreg.model.process import Criterion, Stage, Transition
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money, Percent
from salesreg.values.facts import Facts, fields, holds
from salesreg.values.zone import instant

_Limits = tuple[dt.datetime | None, dt.datetime | None]
_Status = Literal["pending", "target_missed", "overdue"]
_Gate = Literal["entry", "exit"]
_SIZED = (Money, Percent, Decimal, int)


class _Cited(TypedDict):
    clause: str
    pointer: str


@frozen(eq=False)
class Guide:
    """One regulation, ready to be asked about deals.

    Attributes:
        editions: The regulation.
        sites: The deadlines that concern deals at each stage.
    """

    editions: Editions
    sites: Mapping[str, tuple[deadlines.Site, ...]]

    @classmethod
    def of(cls, regulation: Regulation) -> Guide:
        """Compile a regulation."""
        editions = Editions.of(regulation)
        sites = [
            site
            for site in deadlines.sites(editions.last)
            if deadlines.is_judged(site.deadline)
        ]
        by_stage = {
            key: tuple(site for site in sites if site.stage in {None, key})
            for key in editions.last.stages
        }
        return cls(editions, by_stage)

    def next(self, state: DealState, now: dt.datetime) -> Next:
        """Return what a deal needs; see `Regulation.next`."""
        instant(now)  # Refuses a moment without a time zone.
        now = second(now)
        edition = self.editions.last
        if state.stage not in edition.stages:
            message = f"the regulation has no stage {state.stage!r}"
            hint = did_you_mean(state.stage, list(edition.stages))
            raise invalid("unknown-stage", message, hint)
        case = seen(state, self.editions, now)
        place, stage = edition.stages[state.stage]
        visit = case.visits[-1]
        todo = (
            *self._deadlines(case, state.stage),
            *_norm(case, edition, visit, place, stage),
            *_next_step(case, edition, stage),
        )
        facts = case.facts(now)
        return Next(
            deal=state.deal,
            stage=state.stage,
            clause=edition.cite(pointer("stages", place))["clause"],
            revision=edition.number,
            now=now.astimezone(self.editions.zone),
            todo=tuple(sorted(todo, key=_urgency)),
            ways=tuple(_ways(case, edition, state, place, stage)),
            approvals=tuple(_approvals(edition, state, facts, now)),
            told=tuple(sorted(_told(case, edition, stage), key=lambda one: one.due)),
        )

    def _deadlines(self, case: Case, stage: str) -> Iterator[Todo]:
        edition = self.editions.last
        for site in self.sites[stage]:
            calendar = edition.calendar(site.role)
            if calendar is None:
                continue
            for at in deadlines.triggers(case, site.deadline.trigger, site.stage):
                if deadlines.answer(case, site.deadline, at) is not None:
                    continue
                if case.lost_at(site.deadline.trigger, at) is not None:
                    continue
                moments = falls(site.deadline, at, calendar, case.pauses(edition))
                limits = (moments.target, moments.limit)
                yield Todo(
                    **_cited(edition, site.pointer),
                    kind="deadline",
                    text=site.deadline.action or _titled(edition, site.pointer),
                    role=site.role,
                    target=_there(case, moments.target),
                    due=_there(case, moments.limit),
                    status=_status(case.now, limits),
                )


_GUIDES = "_guide"


def guide_of(regulation: Regulation) -> Guide:
    """Return the guide of a regulation, compiled once for each object."""
    found = getattr(regulation, _GUIDES, None)
    if not isinstance(found, Guide):
        found = Guide.of(regulation)
        object.__setattr__(regulation, _GUIDES, found)
    return found


def _cited(edition: Edition, path: str) -> _Cited:
    return _Cited(clause=edition.cite(path)["clause"], pointer=path)


def _urgency(todo: Todo) -> tuple[bool, object]:
    moment = todo.due or todo.target
    return moment is None, moment.timestamp() if moment else 0


def _there(case: Case, moment: dt.datetime | None) -> dt.datetime | None:
    """Return a moment as the wall of the regulation's zone shows it."""
    return moment and moment.astimezone(case.editions.zone)


def _status(now: dt.datetime, limits: _Limits) -> _Status:
    target, limit = limits
    if limit is not None and now > limit:
        return "overdue"
    return "target_missed" if target is not None and now > target else "pending"


def _titled(edition: Edition, path: str) -> str:
    """Return the title of the thing that a place is part of."""
    parts = path.split("/")
    thing = getattr(edition.regulation, parts[1])[int(parts[2])]
    return str(thing.title)


def _norm(
    case: Case, edition: Edition, visit: Stay, place: int, stage: Stage
) -> Iterator[Todo]:
    norm, calendar = visits.norm_of(edition, stage.key), edition.calendar(stage.owner)
    if norm is None or calendar is None:
        return
    limit = after(norm.limit, visit.start, calendar)
    target = after(norm.target, visit.start, calendar) if norm.target else None
    yield Todo(
        **_cited(edition, pointer("stages", place, "norm")),
        kind="norm",
        text=stage.title,
        role=stage.owner,
        target=_there(case, target),
        due=_there(case, limit),
        status=_status(case.now, (target, limit)),
    )


def _next_step(case: Case, edition: Edition, stage: Stage) -> Iterator[Todo]:
    rule = edition.regulation.next_step
    for fault in next_steps.next_steps(case):
        yield Todo(
            clause=fault.clause,
            pointer=fault.pointer,
            kind="next_step",
            text=(rule.text if rule else None) or "",
            role=stage.owner,
            due=_there(case, fault.due),
            status="overdue" if fault.fault in {"past", "stale"} else "pending",
        )


def _ways(
    case: Case, edition: Edition, state: DealState, place: int, stage: Stage
) -> Iterator[Way]:
    for index, way in enumerate(stage.transitions):
        if way.to not in edition.stages:
            continue
        path = pointer("stages", place, "transitions", index)
        missing = (
            *_asked(case, edition, state, path, stage, way),
            *_gates(case, edition, place, stage, way),
        )
        yield Way(
            **_cited(edition, path),
            to=way.to,
            title=edition.stages[way.to][1].title,
            text=way.text,
            open=all(one.rule in {"comment", "words"} for one in missing),
            missing=missing,
        )


def _asked(
    case: Case,
    edition: Edition,
    state: DealState,
    path: str,
    stage: Stage,
    way: Transition,
) -> Iterator[Missing]:
    """Yield what the transition itself asks for."""
    cited = _cited(edition, path)
    text = way.text or edition.stages[way.to][1].title
    calendar = edition.calendar(stage.owner)
    if way.when is not None and not holds(
        way.when, case.facts(case.now), case.now, calendar
    ):
        yield Missing(**cited, rule="condition", text=text, fields=fields(way.when))
    owners = (*((stage.owner,) if stage.owner else ()), *stage.participants)
    allowed = frozenset(way.by or owners)
    acts = {role for own in state.roles for role in edition.acts_for(own)}
    if allowed and state.roles and allowed.isdisjoint(acts):
        titles = [edition.roles[key].title for key in allowed if key in edition.roles]
        yield Missing(**cited, rule="role", text=", ".join(sorted(titles)))
    if way.comment:
        yield Missing(**cited, rule="comment", text=text)
    if way.most is not None:
        pairs = zip(case.visits, case.visits[1:], strict=False)
        made = sum((a.key, b.key) == (stage.key, way.to) for a, b in pairs)
        if made >= way.most:
            yield Missing(**cited, rule="most", text=text)


def _gates(
    case: Case, edition: Edition, place: int, stage: Stage, way: Transition
) -> Iterator[Missing]:
    """Yield the criteria and the fields that the move still needs."""
    if is_on(edition, stage.key, way.to):
        facts = case.facts(case.now)
        for index, key in enumerate(stage.required_fields):
            if is_empty(facts.get(key)):
                path = pointer("stages", place, "required_fields", index)
                item = edition.fields.get(key)
                yield Missing(
                    **_cited(edition, path),
                    rule="field",
                    text=item.title if item else key,
                    fields=(key,),
                )
        yield from _criteria(case, edition, stage, "exit", place, stage.exit)
    to, target = edition.stages[way.to]
    yield from _criteria(case, edition, stage, "entry", to, target.entry)


def _criteria(
    case: Case,
    edition: Edition,
    stage: Stage,
    name: _Gate,
    place: int,
    criteria: tuple[Criterion, ...],
) -> Iterator[Missing]:
    calendar = edition.calendar(stage.owner)
    for index, criterion in enumerate(criteria):
        cited = _cited(edition, pointer("stages", place, name, index))
        rule = criterion.condition
        if rule is None:
            yield Missing(**cited, rule="words", text=criterion.text)
        elif not holds(rule, case.facts(case.now), case.now, calendar):
            yield Missing(**cited, rule=name, text=criterion.text, fields=fields(rule))


def _approvals(
    edition: Edition, state: DealState, facts: Facts, now: dt.datetime
) -> Iterator[Approval]:
    for place, authority in enumerate(edition.regulation.authorities):
        value = facts.get(authority.field or "")
        if authority.field is None or not isinstance(
            value, Money | Percent | Decimal | int
        ):
            continue
        roles = grants.able(authority, value, facts, now, edition)
        own = any(role in state.roles for role in roles)
        yield Approval(
            **_cited(edition, pointer("authorities", place)),
            title=authority.title,
            field=authority.field,
            value=str(value),
            own=own,
            roles=roles,
            ask=()
            if own
            else tuple(
                (step.role, str(step.within) if step.within else None)
                for step in authority.chain
                if step.role in roles
            ),
            document=authority.document,
            forbidden=not roles,
        )


def _told(case: Case, edition: Edition, stage: Stage) -> Iterator[Told]:
    for place, escalation in enumerate(edition.regulation.escalations):
        if escalation.trigger is None or escalation.stage not in {None, stage.key}:
            continue
        calendar = edition.calendar(escalations.role_of(edition, escalation))
        if calendar is None or not (escalation.stops or escalation.stage):
            continue
        for at in case.times(escalation.trigger):
            if escalations.done_at(case, edition, escalation, at) is not None:
                continue
            for index, level in enumerate(escalation.levels):
                if level.after is None:
                    continue
                due = after(level.after, at, calendar, case.pauses(edition))
                if due is not None and due > case.now:
                    path = pointer("escalations", place, "levels", index)
                    yield Told(
                        **_cited(edition, path),
                        title=escalation.title,
                        to=level.to,
                        due=due.astimezone(case.editions.zone),
                        action=level.action,
                    )
