"""Authority: who may grant what a deal holds, and who did (rules 11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import Case, second
from salesreg.evaluate.cases.asking import meets, unanswered
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Edition, Unanswered
from salesreg.evaluate.results import Grant, NotEvaluated
from salesreg.evaluate.tables import Event
from salesreg.model.limits import Authority, AuthorityBand
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.facts import Facts


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
    for place, authority in enumerate(edition.regulation.authorities):
        value = facts.get(authority.field or "")
        size = _size(value)
        if authority.field is None or size is None or _open(edition, authority):
            continue
        told = _last(case, authority.field)
        person = (told.actor if told else None) or case.owner(case.now)
        decision = _decided(case, edition, authority, value, people, told, person)
        yield Grant(
            **edition.cite(pointer("authorities", place)),
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
    for place, authority in enumerate(edition.regulation.authorities):
        if authority.field is None:
            cited = edition.cite(pointer("authorities", place))
            yield NotEvaluated(**cited, reason="no-field")
        elif reason := _open(edition, authority):
            cited = edition.cite(pointer("authorities", place))
            yield NotEvaluated(**cited, reason=reason)


def _open(edition: Edition, authority: Authority) -> Unanswered | None:
    """Return why it cannot be said who may grant what; None where it can."""
    for band in authority.bands:
        if reason := unanswered(edition, band.when):
            return reason
    return None


def able(
    authority: Authority,
    value: object,
    facts: Facts,
    now: dt.datetime,
    edition: Edition,
) -> tuple[str, ...]:
    """Return the roles that may grant a value alone, in the order of the bands."""
    calendar = edition.calendar(None)
    found = (
        band.role
        for band in authority.bands
        if _covers(band, value) and meets(edition, band.when, facts, now, calendar)
    )
    return tuple(dict.fromkeys(found))


def _decided(
    case: Case,
    edition: Edition,
    authority: Authority,
    value: object,
    people: People,
    told: Event | None,
    person: str | None,
) -> _Decision:
    if not all(_compares(band, value) for band in authority.bands):
        return _Decision("unit")
    roles = able(authority, value, case.facts(case.now), case.now, edition)
    if not roles:
        return _Decision("forbidden")
    at = second(told.at) if told else case.now
    own = _held(people, person, case.editions.date(at), roles)
    if own is not None:
        return _Decision("own", own, person, at if told else None)
    if authority.document is None:
        return _Decision("unseen")
    for event in case.events:
        if (event.kind, event.subject, event.state) != (
            "document",
            authority.document,
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


def _size(value: object) -> Decimal | None:
    if isinstance(value, Money):
        return value.amount
    if isinstance(value, Percent):
        return value.points
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    return None


def _bounds(band: AuthorityBand) -> tuple[Quantity, ...]:
    return tuple(one for one in (band.band.start, band.band.end) if one is not None)


def _unit(value: object, authority: Authority) -> str | None:
    if isinstance(value, Money):
        return value.currency
    if isinstance(value, Percent):
        return "%"
    bounds = (bound for band in authority.bands for bound in _bounds(band))
    return next((bound.unit for bound in bounds), None)


def _compares(band: AuthorityBand, value: object) -> bool:
    def fits(bound: Quantity) -> bool:
        if isinstance(value, Money):
            return bound.unit == value.currency
        if isinstance(value, Percent):
            return bound.unit == "%"
        return bound.unit != "%" and bound.unit not in MINOR_DIGITS

    return all(fits(bound) for bound in _bounds(band))


def _covers(band: AuthorityBand, value: object) -> bool:
    end, size = band.band.end, _size(value)
    if size is None or not _compares(band, value):
        return False
    if end is None or size < end.amount:
        return True
    return band.end_included and size == end.amount
