"""Deals that a plan pays one by one: when each is earned, and by whom (15.12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.counting import Entry
from salesreg.evaluate.editions import Edition
from salesreg.model.pay import Incentive, PayPeriod, PayPlan
from salesreg.values.event import Event, PeriodEnds, StageEntered
from salesreg.values.period import Period

if TYPE_CHECKING:
    from salesreg.evaluate.cases.payees import Payee


def cadence_of(plan: PayPlan, component: Incentive) -> PayPeriod:
    """Return the period whose result a component pays."""
    return component.period or plan.period


def is_earned_somehow(edition: Edition, plan: PayPlan) -> bool:
    """Tell whether anything earns a deal: an event that is named, or a stage."""
    return bool(earning(edition, plan))


def earning(edition: Edition, plan: PayPlan) -> tuple[Event, ...]:
    """Return what earns a deal: the event that is named, or else each won stage."""
    event = _event(plan)
    if event is not None:
        return (event,)
    won = (one for one in edition.regulation.stages if one.kind == "won")
    return tuple(StageEntered(stage=stage.key) for stage in won)


def earned_deals(
    payee: Payee, component: Incentive, period: Period
) -> Iterator[tuple[Case, dt.datetime]]:
    """Yield the deals earned by the end of a period, with the moment of it.

    They are those of the whole department, or those that the person, or anybody in
    the role, has ever owned.
    """
    date = payee.ledger.editions.date
    ledger = payee.concerned
    if component.whose == "person":
        ledger = ledger.of_person(payee.person)
    for case in ledger.cases.values():
        at = _earned_at(payee, case)
        if at is None or date(at) > period.end:
            continue
        if component.whose == "department" or any(
            _is_of(payee, component, tenure.key, tenure.start)
            for tenure in case.tenures
        ):
            yield case, at


def is_theirs(payee: Payee, component: Incentive, case: Case, at: dt.datetime) -> bool:
    """Tell whether a deal was of the person, role or department when it was earned."""
    owner = payee.ledger.owners(Entry(at, case))
    return component.whose == "department" or (
        owner is not None and _is_of(payee, component, owner, at)
    )


def _is_of(payee: Payee, component: Incentive, person: str, at: dt.datetime) -> bool:
    if component.whose == "person":
        return person == payee.person
    day = payee.ledger.editions.date(at)
    return payee.role in payee.ledger.people.roles(person, day)


def _earned_at(payee: Payee, case: Case) -> dt.datetime | None:
    """Return when a deal was first earned; None when it was not yet."""
    event = _event(payee.plan)
    if event is not None:
        return next(iter(case.times(event)), None)
    for visit in case.visits:
        if payee.edition.is_kind(visit.key, "won"):
            return visit.start
    return None


def _event(plan: PayPlan) -> Event | None:
    """Return the event that earns a deal; the end of a period happens to none."""
    event = plan.payout.event if plan.payout is not None else None
    return None if isinstance(event, PeriodEnds) else event
