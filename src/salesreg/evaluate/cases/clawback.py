"""What refunds take: how records count, and what is reckoned again (15.10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

from attrs import frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.concerned import takes
from salesreg.evaluate.cases.counting import Counting
from salesreg.evaluate.cases.credit import Refund, Refunds, credited
from salesreg.evaluate.cases.payees import Payee
from salesreg.evaluate.cases.variable import capped, components_of
from salesreg.evaluate.periods import period_of
from salesreg.evaluate.tables import MoneyMoved
from salesreg.values.period import Period


@frozen(eq=False)
class TakenBack:
    """What refunds take from the pay of an earlier period.

    Attributes:
        period: The period of pay that is reckoned again.
        refunds: The refunds.
        before: What it had come to.
        after: What it comes to without their share.
    """

    period: Period
    refunds: tuple[Refund, ...]
    before: Fraction
    after: Fraction


def counting(
    payee: Payee,
    back: Refunds,
    reduced: Mapping[int, Fraction] | None = None,
) -> Counting:
    """Return how records count for a payee's results.

    Args:
        payee: The payee.
        back: The refunds that the plan takes back.
        reduced: By how much payments are lowered, by the id of the row.
    """
    splits = any(split.when is not None for split in payee.plan.splits)
    lowers = takes(payee.plan)

    def refunded(_case: Case, row: MoneyMoved) -> tuple[object, Fraction]:
        refund = back.by_row.get(id(row))
        if refund is None or lowers == "pay":
            return None, Fraction()
        return refund.taken.start, refund.share

    def less(_case: Case, row: MoneyMoved) -> Fraction:
        return (reduced or {}).get(id(row), Fraction())

    return Counting(
        shares=partial(credited, payee) if splits else None,
        refunded=refunded if lowers else None,  # type: ignore[arg-type]
        reduced=less if reduced else None,
        apart=payee.apart,
    )


def taken_back(payee: Payee, period: Period, back: Refunds) -> Iterator[TakenBack]:
    """Reckon again the periods whose payments were refunded (15.10)."""
    now = back.by_period.get(period, ())
    date = payee.ledger.editions.date
    for span in dict.fromkeys(_period(payee, refund) for refund in now):
        own = tuple(refund for refund in now if _period(payee, refund) == span)
        earlier = tuple(
            refund
            for refund in back.all
            if refund.taken.start < period.start and _period(payee, refund) == span
        )
        if date(payee.ledger.now) < span.end:
            continue
        before = _again(payee, span, back, earlier)
        yield TakenBack(span, own, before, _again(payee, span, back, (*earlier, *own)))


def _period(payee: Payee, refund: Refund) -> Period:
    day = payee.ledger.editions.date(refund.payment.at)
    return period_of(day, payee.cadence)


def _again(
    payee: Payee,
    period: Period,
    every: Refunds,
    back: tuple[Refund, ...],
) -> Fraction:
    """Return the pay of a period without what was refunded."""
    reduced: dict[int, Fraction] = {}
    for refund in back:
        amount = Fraction(refund.row.amount) * refund.share
        paid_by = id(refund.payment)
        reduced[paid_by] = reduced.get(paid_by, Fraction()) + amount
    components = components_of(payee, period, counting(payee, every, reduced))
    return capped(payee, components)
