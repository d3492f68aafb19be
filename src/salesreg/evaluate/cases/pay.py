"""Pay: statements of variable pay, period by period (rules 15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from salesreg.evaluate.cases.clawback import TakenBack, counting, taken_back
from salesreg.evaluate.cases.component import Paid
from salesreg.evaluate.cases.concerned import takes
from salesreg.evaluate.cases.credit import Refunds, refunds
from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.payees import Payee, payees
from salesreg.evaluate.cases.variable import (
    capped,
    components_of,
    draw_of,
    due_of,
    guarantee_of,
    target_of,
)
from salesreg.evaluate.cases.worth import currency
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.exact import decimal, rounded
from salesreg.evaluate.results import PayLine, PayRow
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.exact import EXACT
from salesreg.values.hours import UnknownYear
from salesreg.values.period import Period
from salesreg.values.sharing import whole_parts


@frozen
class Debt:
    """What is still to be set off or taken back.

    Attributes:
        draws: Of draws that are recoverable.
        refunds: Of refunds.
    """

    draws: Fraction = Fraction()
    refunds: Fraction = Fraction()


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
        before: What was owed before the period.
        after: What is owed after it.
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
    before: Debt
    after: Debt
    row: PayRow
    lines: tuple[PayLine, ...]


@frozen(eq=False)
class Unknown:
    """A period whose pay cannot be reckoned: its calendar does not know the year.

    Attributes:
        payee: Whose pay it is.
        period: The period of pay.
    """

    payee: Payee
    period: Period


def statements(ledger: Ledger) -> Iterator[Statement | Unknown]:
    """Yield the statements of everybody, each person's in order of time."""
    known: dict[tuple[Edition, str, str], Refunds] = {}
    for payee, spans in payees(ledger):
        key = (payee.edition, payee.path, payee.role)
        if key not in known:
            known[key] = refunds(payee) if takes(payee.plan) else Refunds()
        back = known[key]
        if all(one.whose == "person" for one in payee.plan.components):
            back = back.of_person(payee.person)
        yield from _statements(payee, spans, back)


@frozen(eq=False)
class _Reckoned:
    """What a period brings, before what was carried over from earlier ones.

    Attributes:
        part: The part of the period that counts.
        components: What the components pay.
        total: The sum of the components.
        capped: That sum under the cap.
        target: The target variable pay.
        guarantee: What the ramp guarantees.
        draw: The draw.
        taken: What refunds take back of earlier periods.
    """

    part: Fraction
    components: tuple[Paid, ...]
    total: Fraction
    capped: Fraction
    target: Fraction
    guarantee: Fraction
    draw: Fraction
    taken: tuple[TakenBack, ...]


def _reckoned(payee: Payee, period: Period, back: Refunds) -> _Reckoned:
    """Reckon what a period brings.

    Raises:
        UnknownYear: A part of it is measured in working days that are not known.
    """
    from_pay = back if takes(payee.plan) == "pay" else Refunds()
    every = components_of(payee, period, counting(payee, back))
    # A deal that was earned before and pays no more is not spoken of.
    components = tuple(
        one for one in every if one.earned is None or one.earned in period or one.exact
    )
    target = target_of(payee, period, every)
    return _Reckoned(
        part=payee.part(period),
        components=components,
        total=sum((one.exact for one in components), Fraction()),
        capped=capped(payee, every),
        target=target,
        guarantee=guarantee_of(payee, period, every),
        draw=draw_of(payee, period, target),
        taken=tuple(taken_back(payee, period, from_pay)),
    )


def _statements(
    payee: Payee, spans: Sequence[Period], back: Refunds
) -> Iterator[Statement | Unknown]:
    recoverable = payee.plan.draw is not None and payee.plan.draw.recoverable
    carries = recoverable or takes(payee.plan) == "pay"
    debt = owed = Fraction()
    after = Debt()
    unknown = False
    for period in spans:
        # What an unknown period leaves to later ones makes them unknown, too.
        if unknown and carries:
            yield Unknown(payee, period)
            continue
        try:
            found = _reckoned(payee, period, back)
        except UnknownYear:
            unknown = True
            yield Unknown(payee, period)
            continue
        earned = max(found.capped, found.guarantee)
        lifted = max(Fraction(), found.draw - earned)
        recovered = Fraction()
        if recoverable:
            recovered = min(debt, max(Fraction(), earned - found.draw))
            debt += lifted - recovered
        owed += sum((one.before - one.after for one in found.taken), Fraction())
        left = earned + lifted - recovered
        clawback = min(owed, left)
        owed -= clawback
        before, after = after, Debt(debt, owed)
        unit = currency(payee)
        row = PayRow(
            **payee.edition.cite(payee.path),
            plan=payee.plan.key,
            person=payee.person,
            role=payee.role,
            start=period.start,
            end=period.end,
            part=decimal(found.part),
            target=decimal(found.target),
            components=decimal(found.total),
            earned=decimal(earned),
            draw=decimal(lifted),
            recovered=decimal(recovered),
            debt=decimal(debt + owed),
            clawback=decimal(clawback),
            paid=rounded(left - clawback, unit),
            currency=unit,
            due=due_of(payee, period),
        )
        lines = tuple(_lines(payee, period, found.components, found.total))
        yield Statement(
            payee,
            period,
            found.part,
            found.components,
            found.total,
            found.capped,
            found.guarantee,
            found.draw,
            found.taken,
            before,
            after,
            row,
            lines,
        )


def _lines(
    payee: Payee, period: Period, components: tuple[Paid, ...], total: Fraction
) -> Iterator[PayLine]:
    unit = currency(payee)
    digits = MINOR_DIGITS[unit]
    scale = 10**digits
    whole = int(Fraction(rounded(total, unit)) * scale)
    shown = whole_parts(whole, [one.exact * scale for one in components])
    for one, cents in zip(components, shown, strict=True):
        path = payee.component(one.place)
        yield PayLine(
            **payee.edition.cite(path),
            plan=payee.plan.key,
            component=one.component.key,
            person=payee.person,
            deal=one.deal,
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
            before=decimal(one.before),
            exact=decimal(one.exact),
            shown=Decimal(cents).scaleb(-digits, context=EXACT),
            currency=one.currency,
        )
