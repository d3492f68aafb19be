"""Pay: statements of variable pay, period by period (rules 15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.component import Paid, currency, paid
from salesreg.evaluate.cases.credit import Refund, credited, refunds, takes
from salesreg.evaluate.cases.ledger import Counting, Ledger
from salesreg.evaluate.cases.payees import Payee, payees, share
from salesreg.evaluate.exact import decimal, rounded
from salesreg.evaluate.periods import MONTHS, periods
from salesreg.evaluate.results import PayLine, PayRow
from salesreg.evaluate.tables import MoneyMoved
from salesreg.model.pay import PayPeriod
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.exact import EXACT
from salesreg.values.period import Period
from salesreg.values.sharing import whole_parts


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


@frozen(eq=False)
class Statement:
    """How the variable pay of a person for a period comes about.

    Attributes:
        payee: Whose it is.
        period: The period of pay.
        part: The part of the period that counts.
        components: What the components pay.
        total: The sum of the components.
        capped: That sum under the cap.
        guarantee: What the ramp guarantees.
        draw: The draw of the period.
        taken: What refunds take back of earlier periods.
        row: The numbers, as the table has them.
        lines: The components, as the table has them.
    """

    payee: Payee
    period: Period
    part: Fraction
    components: tuple[Paid, ...]
    total: Fraction
    capped: Fraction
    guarantee: Fraction
    draw: Fraction
    taken: tuple[TakenBack, ...]
    row: PayRow
    lines: tuple[PayLine, ...]


def statements(ledger: Ledger, person: str | None = None) -> Iterator[Statement]:
    """Yield the statements of everybody, or of one person, in order of time."""
    for payee, spans in payees(ledger):
        if person in {None, payee.person}:
            yield from _statements(payee, spans)


def _statements(payee: Payee, spans: Sequence[Period]) -> Iterator[Statement]:
    back = refunds(payee) if takes(payee) == "pay" else ()
    debt = owed = Fraction()
    for period in spans:
        components = _components(payee, period, _counting(payee))
        total = sum((one.exact for one in components), Fraction())
        capped = _capped(payee, total)
        guarantee = _guarantee(payee, period)
        earned = max(capped, guarantee)
        draw = _draw(payee, period)
        lifted = max(Fraction(), draw - earned)
        recovered = Fraction()
        if payee.plan.draw is not None and payee.plan.draw.recoverable:
            recovered = min(debt, max(Fraction(), earned - draw))
            debt += lifted - recovered
        taken = tuple(_taken(payee, period, back))
        owed += sum((one.before - one.after for one in taken), Fraction())
        left = earned + lifted - recovered
        clawback = min(owed, left)
        owed -= clawback
        unit = currency(payee)
        row = PayRow(
            **payee.edition.cite(pointer("pay_plans", payee.place)),
            plan=payee.plan.key,
            person=payee.person,
            role=payee.role,
            start=period.start,
            end=period.end,
            part=decimal(payee.part(period)),
            target=decimal(_target(payee, period)),
            components=decimal(total),
            earned=decimal(earned),
            draw=decimal(lifted),
            recovered=decimal(recovered),
            debt=decimal(debt + owed),
            clawback=decimal(clawback),
            paid=rounded(left - clawback, unit),
            currency=unit,
        )
        lines = tuple(_lines(payee, period, components, total))
        yield Statement(
            payee,
            period,
            payee.part(period),
            components,
            total,
            capped,
            guarantee,
            draw,
            taken,
            row,
            lines,
        )


def _counting(payee: Payee, reduced: Mapping[int, Fraction] | None = None) -> Counting:
    """Return how records count for a payee's results."""
    splits = any(split.when is not None for split in payee.plan.splits)
    lowers = takes(payee)
    known = {id(one.row): one for one in refunds(payee)} if lowers else {}

    def refunded(_case: Case, row: MoneyMoved) -> tuple[object, Fraction]:
        refund = known.get(id(row))
        if refund is None or lowers == "pay":
            return None, Fraction()
        return refund.taken.start, refund.share

    def less(_case: Case, row: MoneyMoved) -> Fraction:
        return (reduced or {}).get(id(row), Fraction())

    return Counting(
        shares=partial(credited, payee) if splits else None,
        refunded=refunded if lowers else None,  # type: ignore[arg-type]
        reduced=less if reduced else None,
    )


def _components(payee: Payee, period: Period, counting: Counting) -> tuple[Paid, ...]:
    """Return what the components pay whose periods end in a period."""
    return tuple(
        paid(payee, place, component, span, counting)
        for place, component in enumerate(payee.plan.components)
        for span in _spans(component.period or payee.plan.period, period)
    )


def _spans(cadence: PayPeriod, period: Period) -> Iterator[Period]:
    """Yield the periods of a kind that end in a period."""
    if cadence != "deal":
        spans = periods(period.start, period.end, cadence)
        yield from (span for span in spans if span.end in period)


def _capped(payee: Payee, total: Fraction) -> Fraction:
    cap = payee.plan.cap
    return total if cap is None else min(total, Fraction(cap.amount))


def _target(payee: Payee, period: Period) -> Fraction:
    variable = payee.plan.target_variable
    return Fraction(variable.amount if variable else 0) * payee.part(period)


def _guarantee(payee: Payee, period: Period) -> Fraction:
    """Return what the ramp guarantees in a period (15.8)."""
    variable = payee.plan.target_variable
    if variable is None:
        return Fraction()
    steps = list(payee.steps(period))
    parts = [share(step.pay) for step in steps if step is not None and step.pay]
    return Fraction(variable.amount) * sum(parts, Fraction()) / len(steps)


def _draw(payee: Payee, period: Period) -> Fraction:
    """Return the draw of a period (15.9)."""
    draw = payee.plan.draw
    if draw is None:
        return Fraction()
    months = [
        month
        for month in payee.months(period)
        if draw.months is None or month <= draw.months
    ]
    amount = Fraction(draw.amount.amount) * len(months) / MONTHS[draw.per]
    if draw.most is not None:
        amount = min(amount, _target(payee, period) * share(draw.most))
    return amount


def _taken(
    payee: Payee, period: Period, back: tuple[Refund, ...]
) -> Iterator[TakenBack]:
    """Reckon again the periods whose payments were refunded (15.10)."""
    now = [refund for refund in back if refund.taken == period]
    cadence = payee.plan.period
    assert cadence != "deal"
    date = payee.ledger.editions.date
    for span in dict.fromkeys(_period(payee, refund) for refund in now):
        own = tuple(refund for refund in now if _period(payee, refund) == span)
        earlier = tuple(
            refund
            for refund in back
            if refund.taken.start < period.start and _period(payee, refund) == span
        )
        if date(payee.ledger.now) < span.end:
            continue
        before = _again(payee, span, earlier)
        yield TakenBack(span, own, before, _again(payee, span, (*earlier, *own)))


def _period(payee: Payee, refund: Refund) -> Period:
    cadence = payee.plan.period
    assert cadence != "deal"
    day = payee.ledger.editions.date(refund.payment.at)
    return next(periods(day, day, cadence))


def _again(payee: Payee, period: Period, back: tuple[Refund, ...]) -> Fraction:
    """Return the pay of a period without what was refunded."""
    reduced: dict[int, Fraction] = {}
    for refund in back:
        amount = Fraction(refund.row.amount) * refund.share
        paid_by = id(refund.payment)
        reduced[paid_by] = reduced.get(paid_by, Fraction()) + amount
    components = _components(payee, period, _counting(payee, reduced))
    return _capped(payee, sum((one.exact for one in components), Fraction()))


def _lines(
    payee: Payee, period: Period, components: tuple[Paid, ...], total: Fraction
) -> Iterator[PayLine]:
    unit = currency(payee)
    digits = MINOR_DIGITS[unit]
    scale = 10**digits
    whole = int(Fraction(rounded(total, unit)) * scale)
    shown = whole_parts(whole, [one.exact * scale for one in components])
    for one, cents in zip(components, shown, strict=True):
        path = pointer("pay_plans", payee.place, "components", one.place)
        yield PayLine(
            **payee.edition.cite(path),
            plan=payee.plan.key,
            component=one.component.key,
            person=payee.person,
            start=period.start,
            end=period.end,
            result_start=one.period.start,
            result_end=one.period.end,
            kpi=one.kpi.key if one.kpi else None,
            result=one.result,
            unit=one.kpi.unit if one.kpi else None,
            second=one.second,
            tier=one.tier,
            target=decimal(one.target),
            base=decimal(one.base),
            gate=one.closed,
            accelerated=one.accelerated,
            exact=decimal(one.exact),
            shown=Decimal(cents).scaleb(-digits, context=EXACT),
            currency=one.currency,
        )
