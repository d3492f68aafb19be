"""Authority: who may grant what a deal holds, and who did (rules 11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from salesreg.evaluate.case import Case, second
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.cases.mandates import Mandates, mandates, size_of
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import Grant, NotEvaluated
from salesreg.evaluate.tables import Event
from salesreg.model.limits import Authority
from salesreg.values.amounts import Money, Percent


@frozen
class _Decision:
    status: str
    role: str | None = None
    by: str | None = None
    at: dt.datetime | None = None


def grants(case: Case, people: People) -> Iterator[Grant]:
    """Yield a row for each authority whose field has a value."""
    at = case.visits[-1].start if case.visits else case.created_at
    edition = case.edition(at)
    if edition is None:
        return
    facts = case.facts(case.now)
    for held in mandates(edition):
        authority = held.authority
        value = facts.get(authority.field or "")
        size = size_of(value)
        if authority.field is None or size is None:
            continue
        if held.unanswered or held.missing:
            continue
        told = _last(case, authority.field)
        person = (told.actor if told else None) or case.owner(case.now)
        decision = _decided(case, held, value, people, told, person)
        yield Grant(
            **edition.cite(held.pointer),
            deal=case.key,
            authority=authority.key,
            field=authority.field,
            amount=size,
            unit=_unit(value, authority),
            at=second(told.at) if told else None,
            person=person,
            role=decision.role,
            by=decision.by,
            granted_at=decision.at,
            status=decision.status,  # type: ignore[arg-type]
        )


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the authorities over what no field holds, or no condition can tell."""
    for held in mandates(edition):
        cited = edition.cite(held.pointer)
        if held.authority.field is None:
            yield NotEvaluated(**cited, reason="no-field")
        elif held.missing:
            yield NotEvaluated(**cited, **lacking(held.missing))
        elif held.unanswered:
            yield NotEvaluated(**cited, reason=held.unanswered)


def _decided(
    case: Case,
    held: Mandates,
    value: object,
    people: People,
    told: Event | None,
    person: str | None,
) -> _Decision:
    if not held.compares(value):
        return _Decision("unit")
    roles = held.able(value, case.facts(case.now), case.now)
    if not roles:
        return _Decision("forbidden")
    at = second(told.at) if told else case.now
    own = _held(people, person, case.editions.date(at), roles)
    if own is not None:
        return _Decision("own", own, person, at if told else None)
    if held.authority.document is None:
        return _Decision("unseen")
    for event in case.events:
        if (event.kind, event.subject, event.state) != (
            "document",
            held.authority.document,
            "approved",
        ):
            continue
        moment = second(event.at)
        role = _held(people, event.actor, case.editions.date(moment), roles)
        if role is not None and (told is None or moment >= at):
            return _Decision("approved", role, event.actor, moment)
    return _Decision("unapproved")


def _held(
    people: People, person: str | None, day: dt.date, roles: tuple[str, ...]
) -> str | None:
    """Return the first of some roles that a person has on a day."""
    if person is None:
        return None
    own = people.roles(person, day)
    return next((role for role in roles if role in own), None)


def _last(case: Case, field: str) -> Event | None:
    found = [e for e in case.events if e.kind == "field" and e.subject == field]
    return found[-1] if found else None


def _unit(value: object, authority: Authority) -> str | None:
    if isinstance(value, Money):
        return value.currency
    if isinstance(value, Percent):
        return "%"
    return counted_unit(authority)


def counted_unit(authority: Authority) -> str | None:
    """Return the unit of what is counted, as the bands say it first."""
    bands = (band.band for band in authority.bands)
    bounds = (bound for band in bands for bound in (band.start, band.end))
    return next((bound.unit for bound in bounds if bound is not None), None)
