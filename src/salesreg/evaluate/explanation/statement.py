"""A statement of pay in words: every step from the target to the sum that is paid."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from salesreg.errors import invalid
from salesreg.evaluate.cases.clawback import TakenBack
from salesreg.evaluate.cases.concerned import takes
from salesreg.evaluate.cases.pay import Statement
from salesreg.evaluate.cases.payees import share
from salesreg.evaluate.exact import decimal, written
from salesreg.evaluate.explanation.clocks import numbers
from salesreg.evaluate.explanation.component import component_step
from salesreg.evaluate.explanation.steps import Explanation, Part, Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.judgement import Judgement
from salesreg.evaluate.results import PayRow
from salesreg.model.pay import PayPlan


def explain_pay(judgement: Judgement, person: str) -> Explanation:
    """Return the statement of a person's pay, period by period.

    Args:
        judgement: The regulation and the records.
        person: Key of the payee.

    Raises:
        InvalidValue: No plan pays that person for a period that is over.
    """
    found = [one for one in judgement.statements if one.payee.person == person]
    if not found:
        message = f"no pay plan pays {person!r} for a period that is over"
        hint = "look at the roles in the table `people`, and at the moment"
        raise invalid("no-pay", message, hint)
    voice = Voice.of(found[-1].payee.edition, judgement.editions.zone)
    return Explanation(
        regulation=voice.edition.regulation,
        kind=voice.say("Statement of pay"),
        title=person,
        parts=tuple(_part(voice, statement) for statement in found),
    )


def _part(voice: Voice, statement: Statement) -> Part:
    period, plan = statement.period, statement.payee.plan
    title = f"{plan.title}, {voice.days(period)}"
    return Part(title=title, steps=tuple(_steps(voice, statement)))


def _steps(voice: Voice, statement: Statement) -> Iterator[Step]:
    row = statement.row
    say = _Sums(voice, row.currency)
    if statement.part != 1:
        part = voice.say("Part of the period that counts: {part}")
        shown = voice.amount(decimal(statement.part * 100), "%")
        yield Step(text=part.format(part=shown), numbers={"part": str(row.part)})
        if statement.part and row.target:
            whole = Fraction(row.target) / statement.part
            yield say("Target variable pay of a whole period: {amount}", whole)
    yield say("Target variable pay: {amount}", Fraction(row.target))
    yield from _counted(voice, statement.payee.plan)
    for line, paid in zip(statement.lines, statement.components, strict=True):
        yield component_step(voice, paid, line.clause, line.pointer)
    yield say("Sum of the components: {amount}", statement.total)
    if statement.capped != statement.total:
        yield say("Not more than the cap: {amount}", statement.capped)
    if statement.guarantee > statement.capped:
        message = "Guaranteed during the ramp: {amount}"
        if statement.part != 1:
            message = "Guaranteed during the ramp, for that part: {amount}"
        yield say(message, statement.guarantee)
    yield from _draws(say, statement)
    yield from _refunds(say, statement)
    yield Step(
        text=_last(voice, row),
        clause=row.clause,
        pointer=row.pointer,
        numbers=numbers(row),
    )


@frozen
class _Sums:
    """Says sums of one currency, exact as they are reckoned with.

    Attributes:
        voice: Its words.
        currency: ISO 4217 code.
    """

    voice: Voice
    currency: str

    def __call__(self, message: str, amount: Fraction) -> Step:
        """Return a sum as a step of its own."""
        words = self.voice.say(message).format(amount=self.exact(amount))
        return Step(text=words, numbers={"amount": written(amount)})

    def exact(self, amount: Fraction) -> str:
        """Return a sum in words."""
        return self.voice.exact(amount, self.currency)


def _counted(voice: Voice, plan: PayPlan) -> Iterator[Step]:
    """Yield how refunds count in results, where a plan takes something back."""
    if takes(plan) == "pay":
        text = "Refunds do not lower the results below: they lower the pay itself"
        yield Step(text=voice.say(text))
    elif takes(plan) is not None and plan.clawback is not None:
        points = decimal(share(plan.clawback.share) * 100)
        text = voice.say("Refunds lower the results below by {share} of each")
        yield Step(text=text.format(share=voice.amount(points, "%")))


def _draws(say: _Sums, statement: Statement) -> Iterator[Step]:
    """Yield what a draw adds, or takes back, and what is still owed for draws."""
    row, owed, left = statement.row, statement.before.draws, statement.after.draws
    if statement.draw:
        message = "Draw of the period: {amount}"
        if statement.part != 1:
            message = "Draw of that part of the period: {amount}"
        yield say(message, statement.draw)
    if row.draw:
        yield say("Draw on top: {amount}", Fraction(row.draw))
    if owed:
        yield say("Owed for earlier draws: {amount}", owed)
    if row.recovered:
        yield say("Set off against earlier draws: {amount}", -Fraction(row.recovered))
    if owed or left:
        yield say("Still owed for draws: {amount}", left)


def _refunds(say: _Sums, statement: Statement) -> Iterator[Step]:
    """Yield what refunds take back now, and what is left to take back."""
    row, owed, left = statement.row, statement.before.refunds, statement.after.refunds
    if owed:
        yield say("Owed for earlier refunds: {amount}", owed)
    yield from (_taken(say, taken) for taken in statement.taken)
    if row.clawback:
        yield say("Taken back for refunds: {amount}", -Fraction(row.clawback))
    if owed or left:
        yield say("Still owed for refunds: {amount}", left)


def _taken(say: _Sums, taken: TakenBack) -> Step:
    """Return by how much refunds lower an earlier pay, and which refunds they are."""
    voice = say.voice
    lowered = taken.before - taken.after
    message = voice.say(
        "Refunds lower the pay of {period} by {amount}: from {before} to {after}"
    )
    text = message.format(
        period=voice.days(taken.period),
        amount=say.exact(lowered),
        before=say.exact(taken.before),
        after=say.exact(taken.after),
    )
    one = voice.say("Deal {deal}, refund of {day}: {amount}; {share} of it counts")
    told = (
        one.format(
            deal=refund.case.key,
            day=voice.moment(refund.row.at),
            amount=voice.money(refund.row.amount, refund.row.currency),
            share=voice.amount(decimal(refund.share * 100), "%"),
        )
        for refund in taken.refunds
    )
    return Step(
        text=text,
        numbers={"amount": written(lowered)},
        steps=tuple(Step(text=text) for text in told),
    )


def _last(voice: Voice, row: PayRow) -> str:
    amount = voice.money(row.paid, row.currency)
    if row.due is None:
        return voice.say("Paid: {amount}").format(amount=amount)
    words = voice.say("Paid: {amount}, by {due}")
    day = voice.words.date(row.due.astimezone(voice.zone).date())
    return words.format(amount=amount, due=day)
