"""Credit: whose a sum is, and what refunds do to it (15.5 and 15.10)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from salesreg.evaluate.case import Case, second
from salesreg.evaluate.cases.asking import meets
from salesreg.evaluate.cases.clock import after
from salesreg.evaluate.cases.payees import Payee, share
from salesreg.evaluate.exact import decimal
from salesreg.evaluate.periods import period_of
from salesreg.evaluate.tables import MoneyMoved
from salesreg.model.pay import Split
from salesreg.values.amounts import Money, Percent
from salesreg.values.period import Period
from salesreg.values.sharing import shared_money

_DAY = dt.timedelta(days=1)


@frozen(eq=False)
class Refund:
    """A refund that takes something back.

    Attributes:
        case: The deal.
        row: The refund.
        payment: The payment that it returns.
        taken: The period of pay in which it is taken.
        share: The share of it that is taken.
    """

    case: Case
    row: MoneyMoved
    payment: MoneyMoved
    taken: Period
    share: Fraction


@frozen(eq=False)
class Refunds:
    """The refunds that a plan takes back.

    Attributes:
        all: The refunds, the earliest first.
    """

    all: tuple[Refund, ...] = ()

    @functools.cached_property
    def by_row(self) -> Mapping[int, Refund]:
        """The refunds by the id of their rows."""
        return {id(one.row): one for one in self.all}

    def of_person(self, person: str) -> Refunds:
        """Return those of the deals that a person has ever owned."""
        return self._by_person.get(person, Refunds())

    @functools.cached_property
    def _by_person(self) -> Mapping[str, Refunds]:
        found: dict[str, list[Refund]] = {}
        for one in self.all:
            for person in {tenure.key for tenure in one.case.tenures}:
                found.setdefault(person, []).append(one)
        return {person: Refunds(tuple(held)) for person, held in found.items()}

    @functools.cached_property
    def by_period(self) -> Mapping[Period, tuple[Refund, ...]]:
        """The refunds by the period of pay in which they are taken."""
        found: dict[Period, list[Refund]] = {}
        for one in self.all:
            found.setdefault(one.taken, []).append(one)
        return {period: tuple(held) for period, held in found.items()}


def refunds(payee: Payee) -> Refunds:
    """Return the refunds that a payee's plan takes back; all of a role share them."""
    found = [
        refund
        for deal, rows in payee.concerned.payments.items()
        for row in rows
        if row.state == "refunded"
        for refund in (_refund(payee, payee.concerned.cases[deal], row),)
        if refund is not None
    ]
    found.sort(key=lambda one: (one.taken.start, second(one.row.at)))
    return Refunds(tuple(found))


def _refund(payee: Payee, case: Case, row: MoneyMoved) -> Refund | None:
    clawback = payee.plan.clawback
    assert clawback is not None
    at = second(row.at)
    paid = [
        other
        for other in payee.concerned.payments[case.key]
        if other.state in {"received", "prepaid"} and second(other.at) <= at
    ]
    if not paid:
        return None
    if clawback.within is not None and payee.calendar is not None:
        until = after(clawback.within, second(paid[-1].at), payee.calendar)
        if until is None or at > until:
            return None
    taken = period_of(payee.ledger.editions.date(at), payee.cadence)
    if clawback.netting == "next_pay":
        taken = period_of(taken.end + _DAY, payee.cadence)
    return Refund(case, row, paid[-1], taken, share(clawback.share))


def credited(
    payee: Payee, case: Case, at: dt.datetime, amount: Fraction, currency: str | None
) -> Mapping[str, Fraction]:
    """Return how a sum of a deal divides between people (15.5)."""
    owner = case.owner(at) or (case.tenures[0].key if case.tenures else "")
    split = _split(payee, case, at)
    if split is None:
        return {owner: amount}
    people = [_person(payee, case, at, one.role) or owner for one in split.shares]
    points = [one.share for one in split.shares]
    rest = 100 - sum((Fraction(point.points) for point in points), Fraction())
    if rest > 0:
        people.append(owner)
        points.append(Percent(decimal(rest)))
    if currency is None:
        whole = sum((Fraction(point.points) for point in points), Fraction())
        parts = [amount * Fraction(point.points) / whole for point in points]
    else:
        money = Money(decimal(amount), currency)
        parts = [Fraction(one.amount) for one in shared_money(money, points)]
    found: dict[str, Fraction] = {}
    for person, part in zip(people, parts, strict=True):
        found[person] = found.get(person, Fraction()) + part
    return found


def _split(payee: Payee, case: Case, at: dt.datetime) -> Split | None:
    for split in payee.plan.splits:
        facts, calendar = case.facts(at), payee.calendar
        if split.when is not None and meets(
            payee.edition, split.when, facts, at, calendar
        ):
            return split
    return None


def _person(payee: Payee, case: Case, at: dt.datetime, role: str) -> str | None:
    """Return the last person of a role who owned a deal up to a moment."""
    ledger = payee.ledger
    for tenure in reversed(case.tenures):
        day = ledger.editions.date(tenure.start)
        if tenure.start <= at and role in ledger.people.roles(tenure.key, day):
            return tenure.key
    return None
