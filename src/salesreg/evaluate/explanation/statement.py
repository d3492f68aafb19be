"""A statement of pay in words: every step from the target to the sum that is paid."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from salesreg.errors import invalid
from salesreg.evaluate.cases.component import Paid
from salesreg.evaluate.cases.gates import GateSeen
from salesreg.evaluate.cases.pay import Statement
from salesreg.evaluate.exact import decimal, written
from salesreg.evaluate.explanation.clocks import numbers, plain_text
from salesreg.evaluate.explanation.scales import tier_steps
from salesreg.evaluate.explanation.steps import Explanation, Part, Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.judgement import Judgement
from salesreg.evaluate.results import PayRow
from salesreg.values.amounts import Percent


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
    row, currency = statement.row, statement.row.currency

    def said(message: str, amount: Fraction, **given: object) -> Step:
        words = voice.say(message).format(
            amount=voice.money(decimal(amount), currency), **given
        )
        return Step(text=words, numbers={"amount": written(amount)})

    if statement.part != 1:
        part = Percent(decimal(statement.part * 100))
        message = voice.say("Part of the period that counts: {part}")
        shown = voice.amount(part.points, "%")
        yield Step(text=message.format(part=shown), numbers={"part": str(row.part)})
    yield said("Target variable pay: {amount}", Fraction(row.target))
    for line, paid in zip(statement.lines, statement.components, strict=True):
        yield component_step(voice, paid, line.clause, line.pointer)
    yield said("Sum of the components: {amount}", statement.total)
    if statement.capped != statement.total:
        yield said("Not more than the cap: {amount}", statement.capped)
    if statement.guarantee > statement.capped:
        yield said("Guaranteed during the ramp: {amount}", statement.guarantee)
    if row.draw:
        yield said("Draw on top: {amount}", Fraction(row.draw))
    if row.recovered:
        yield said("Set off against earlier draws: {amount}", -Fraction(row.recovered))
    for taken in statement.taken:
        yield said(
            "Refunds lower the pay of {period} by {amount}",
            taken.before - taken.after,
            period=voice.days(taken.period),
        )
    if row.clawback:
        yield said("Taken back for refunds: {amount}", -Fraction(row.clawback))
    yield Step(
        text=_last(voice, row),
        clause=row.clause,
        pointer=row.pointer,
        numbers=numbers(row),
    )


def _last(voice: Voice, row: PayRow) -> str:
    amount = voice.money(row.paid, row.currency)
    if row.due is None:
        return voice.say("Paid: {amount}").format(amount=amount)
    words = voice.say("Paid: {amount}, by {due}")
    day = voice.words.date(row.due.astimezone(voice.zone).date())
    return words.format(amount=amount, due=day)


def component_step(voice: Voice, paid: Paid, clause: str, pointer: str) -> Step:
    """Return how a component comes to what it pays."""
    steps: list[Step] = []
    if paid.earned is not None:
        earned = voice.say("Earned on {day}").format(day=voice.words.date(paid.earned))
        steps.append(Step(text=earned))
    if paid.kpi is not None:
        steps.append(_result(voice, paid))
    steps += [_gate(voice, seen) for seen in (*paid.gates, *paid.accelerators)]
    if not paid.accelerated and paid.result != paid.measured and paid.kpi is not None:
        counts = voice.amount(paid.result, paid.kpi.unit) if paid.result else "—"
        limited = voice.say("Without the accelerator the result counts as {result}")
        steps.append(Step(text=limited.format(result=counts)))
    weight = paid.component.weight
    if weight is not None:
        amount = voice.money(decimal(paid.target), paid.currency)
        said = voice.say("Weight {weight}: target {amount}")
        words = said.format(weight=voice.percent(weight), amount=amount)
        told = {"weight": str(weight.points), "target": written(paid.target)}
        steps.append(Step(text=words, numbers=told))
    if paid.closed is None:
        base = voice.say("The rates are a share of {amount}").format(
            amount=voice.money(decimal(paid.base), paid.currency)
        )
        steps.append(Step(text=base, numbers={"base": written(paid.base)}))
        steps += tier_steps(voice, paid)
    if paid.before:
        had = voice.money(decimal(-paid.before), paid.currency)
        said = voice.say("Paid for the deal before: {amount}")
        told = {"pays": written(-paid.before)}
        steps.append(Step(text=said.format(amount=had), numbers=told))
    pays = voice.money(decimal(paid.exact), paid.currency)
    title = plain_text(paid.component.title)
    if paid.deal is not None:
        title += f", {voice.say('deal {deal}').format(deal=paid.deal)}"
    return Step(
        text=f"{title}: {pays}",
        clause=clause,
        pointer=pointer,
        numbers={
            "target": written(paid.target),
            "pays": written(paid.exact),
        },
        steps=tuple(steps),
    )


def _result(voice: Voice, paid: Paid) -> Step:
    assert paid.kpi is not None
    value = voice.say("undefined")
    if paid.measured is not None:
        value = voice.amount(paid.measured, paid.kpi.unit)
    told = {"result": None if paid.measured is None else str(paid.measured)}
    if paid.second is not None:
        told["second"] = str(paid.second)
        value += f"; {voice.amount(paid.second, '%')}"
    return Step(text=f"{plain_text(paid.kpi.title)}: {value}", numbers=told)


def _gate(voice: Voice, seen: GateSeen) -> Step:
    words = seen.gate.text or voice.title("Kpi", seen.gate.kpi)
    message = "Gate “{gate}” is open: {value}"
    if not seen.open:
        message = "Gate “{gate}” is closed: {value}"
    unit = getattr(voice.context.index.find("Kpi", seen.gate.kpi or ""), "unit", None)
    value, told = voice.say("undefined"), None
    if seen.value is not None:
        told = str(seen.value)
        value = voice.amount(seen.value, unit)
    return Step(
        text=voice.say(message).format(gate=plain_text(words), value=value),
        numbers={"open": seen.open, "value": told},
    )
