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


def statements(ledger: Ledger, person: str | None = None) -> Iterator[Statement]:
    """Yield the statements of everybody, or of one person, in order of time."""
    known: dict[tuple[Edition, str, str], Refunds] = {}
    for payee, spans in payees(ledger):
        if person not in {None, payee.person}:
            continue
        key = (payee.edition, payee.path, payee.role)
        if key not in known:
            known[key] = refunds(payee) if takes(payee.plan) else Refunds()
        back = known[key]
        if all(one.whose == "person" for one in payee.plan.components):
            back = back.of_person(payee.person)
        yield from _statements(payee, spans, back)


def _statements(
    payee: Payee, spans: Sequence[Period], back: Refunds
) -> Iterator[Statement]:
    from_pay = back if takes(payee.plan) == "pay" else Refunds()
    debt = owed = Fraction()
    after = Debt()
    for period in spans:
        every = components_of(payee, period, counting(payee, back))
        # A deal that was earned before and pays no more is not spoken of.
        components = tuple(
            one
            for one in every
            if one.earned is None or one.earned in period or one.exact
        )
        total = sum((one.exact for one in components), Fraction())
        under_cap = capped(payee, every)
        target = target_of(payee, period, every)
        guarantee = guarantee_of(payee, period, every)
        earned = max(under_cap, guarantee)
        draw = draw_of(payee, period, target)
        lifted = max(Fraction(), draw - earned)
        recovered = Fraction()
        if payee.plan.draw is not None and payee.plan.draw.recoverable:
            recovered = min(debt, max(Fraction(), earned - draw))
            debt += lifted - recovered
        taken = tuple(taken_back(payee, period, from_pay))
        owed += sum((one.before - one.after for one in taken), Fraction())
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
            part=decimal(payee.part(period)),
            target=decimal(target),
            components=decimal(total),
            earned=decimal(earned),
            draw=decimal(lifted),
            recovered=decimal(recovered),
            debt=decimal(debt + owed),
            clawback=decimal(clawback),
            paid=rounded(left - clawback, unit),
            currency=unit,
            due=due_of(payee, period),
        )
        lines = tuple(_lines(payee, period, components, total))
        yield Statement(
            payee,
            period,
            payee.part(period),
            components,
            total,
            under_cap,
            guarantee,
            draw,
            taken,
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
