"""A component of pay in words: its result, down to the records, and what it pays."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.errors import pointer
from salesreg.evaluate.cases.component import Paid
from salesreg.evaluate.cases.gates import GateSeen
from salesreg.evaluate.cases.kpis import kpi_of
from salesreg.evaluate.exact import written
from salesreg.evaluate.explanation.clocks import plain_text
from salesreg.evaluate.explanation.measure import Teller
from salesreg.evaluate.explanation.scales import tier_steps
from salesreg.evaluate.explanation.steps import Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.values.scale import Grid


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
        amount = voice.exact(paid.target, paid.currency)
        said = voice.say("Weight {weight}: target {amount}")
        words = said.format(weight=voice.percent(weight), amount=amount)
        told = {"weight": str(weight.points), "target": written(paid.target)}
        steps.append(Step(text=words, numbers=told))
    if paid.closed is None:
        steps.append(_base(voice, paid))
        steps += tier_steps(voice, paid)
    if paid.before:
        had = voice.exact(-paid.before, paid.currency)
        said = voice.say("Paid for the deal before: {amount}")
        told = {"pays": written(-paid.before)}
        steps.append(Step(text=said.format(amount=had), numbers=told))
    pays = voice.exact(paid.exact, paid.currency)
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
    keys = [paid.kpi.key]
    if isinstance(paid.component.scale, Grid):
        keys.append(paid.component.scale.second_kpi or "")
    below = tuple(step for key in keys for step in _formula(voice, paid, key))
    return Step(
        text=f"{plain_text(paid.kpi.title)}: {value}", numbers=told, steps=below
    )


def _formula(voice: Voice, paid: Paid, key: str) -> Iterator[Step]:
    """Yield the formula of a KPI down to the records, as they count for the payee."""
    kpi = kpi_of(paid.measure.edition, key)
    if kpi is None or kpi.formula is None:
        return
    place = paid.measure.edition.regulation.kpis.index(kpi)
    path = pointer("kpis", place, "formula")
    yield Teller(voice, paid.measure).step(kpi.formula, path, kpi.unit)


def _base(voice: Voice, paid: Paid) -> Step:
    """Return what the rates are a share of, explained if it is a KPI of its own."""
    amount = voice.exact(paid.base, paid.currency)
    text = voice.say("The rates are a share of {amount}").format(amount=amount)
    key = paid.component.base_kpi
    below = []
    if key is not None and key != paid.component.kpi:
        below = list(_formula(voice, paid, key))
    return Step(text=text, numbers={"base": written(paid.base)}, steps=tuple(below))


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
