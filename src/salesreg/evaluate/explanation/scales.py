"""Scales in words: which tiers a result passed, and what each of them pays."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from salesreg.evaluate.cases.component import Paid
from salesreg.evaluate.exact import decimal, written
from salesreg.evaluate.explanation.steps import Number, Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.values.amounts import Money, Quantity
from salesreg.values.scale import Band, Grid, Scale, Tier


def tier_steps(voice: Voice, paid: Paid) -> Iterator[Step]:
    """Yield how a scale comes to what it pays, before floor and cap, then those."""
    scale = paid.component.scale
    if scale is None and paid.whole:
        sum_ = voice.exact(paid.whole, paid.currency)
        text = voice.say("Fixed sum: {amount}").format(amount=sum_)
        yield Step(text=text, numbers={"pays": written(paid.whole)})
    if paid.result is None or scale is None or not paid.answered:
        return
    steps = (
        list(_grid(voice, paid, scale))
        if isinstance(scale, Grid)
        else list(_tiers(voice, paid, scale))
    )
    yield from steps
    total = sum((Fraction(str(step.numbers["pays"])) for step in steps), Fraction())
    yield from _bounds(voice, paid, scale, total)


def _tiers(voice: Voice, paid: Paid, scale: Scale) -> Iterator[Step]:
    unit = _unit(paid)
    for number, tier in enumerate(scale.tiers, 1):
        reached = number == paid.tier
        if scale.mode != "marginal" and not reached:
            continue
        alone = Scale(tiers=(tier,), mode=scale.mode, base=scale.base)
        assert paid.result is not None
        pays = alone.pay(
            Quantity(paid.result, unit),
            Money(decimal(paid.base), paid.currency),
            target_pay=Money(decimal(paid.target), paid.currency),
        )
        if scale.mode == "marginal" and not pays.amount and not reached:
            continue
        text = voice.say("Tier {n}, {bounds}: {rate}").format(
            n=number, bounds=_span(voice, tier), rate=_rate(voice, tier)
        )
        numbers: dict[str, Number] = {
            "tier": number,
            "pays": written(Fraction(pays.amount)),
        }
        if scale.mode == "marginal":
            top = paid.result if tier.end is None else min(paid.result, tier.end.amount)
            part = top - tier.start.amount
            words = voice.say("{part} of the result lie in it")
            text += f"; {words.format(part=voice.amount(part, unit))}"
        elif scale.mode == "linear" and tier.rate_at_end is not None and paid.base:
            share = Fraction(pays.amount) / paid.base * 100
            words = voice.say("at {result} it is {rate}").format(
                result=voice.amount(paid.result, unit),
                rate=voice.amount(decimal(share), "%"),
            )
            text += f"; {words}"
        pay = voice.exact(Fraction(pays.amount), pays.currency)
        yield Step(text=f"{text} → {pay}", numbers=numbers)


def _grid(voice: Voice, paid: Paid, grid: Grid) -> Iterator[Step]:
    row, second = paid.tier, paid.second
    if row is None or second is None:
        return
    places = (n for n, band in enumerate(grid.columns) if _holds(band, second))
    column = next(places, None)
    if column is None or column >= len(grid.rows[row - 1].rates):
        return
    rate = grid.rows[row - 1].rates[column]
    base = paid.base if grid.base != "result" else Fraction(paid.result or 0)
    pays = base * Fraction(rate.points) / 100
    text = voice.say("Row {row}, column {column}: {rate}").format(
        row=row, column=column + 1, rate=voice.percent(rate)
    )
    pay = voice.exact(pays, paid.currency)
    told = written(pays)
    numbers: dict[str, Number] = {"tier": row, "column": column + 1, "pays": told}
    yield Step(text=f"{text} → {pay}", numbers=numbers)


def _bounds(
    voice: Voice, paid: Paid, scale: Scale | Grid, total: Fraction
) -> Iterator[Step]:
    """Yield the floor or the cap that changes what the tiers pay."""
    if decimal(total) == decimal(paid.whole):
        return
    raised = paid.whole > total
    message = "Not less than {amount}" if raised else "Not more than {amount}"
    amount = voice.exact(paid.whole, paid.currency)
    yield Step(
        text=voice.say(message).format(amount=amount),
        numbers={"changes": written(paid.whole - total)},
    )


def _unit(paid: Paid) -> str:
    if paid.kpi is not None and paid.kpi.unit is not None:
        return paid.kpi.unit
    scale = paid.component.scale
    return scale.tiers[0].start.unit if isinstance(scale, Scale) else "%"


def _span(voice: Voice, tier: Tier) -> str:
    start = voice.context.quantity(tier.start)
    if tier.end is None:
        return voice.say("from {start}").format(start=start)
    end = voice.context.quantity(tier.end)
    return voice.say("from {start} to {end}").format(start=start, end=end)


def _rate(voice: Voice, tier: Tier) -> str:
    def said(rate: object, amount: Money | None) -> str | None:
        if amount is not None:
            return voice.words.money(amount)
        return None if rate is None else voice.percent(rate)  # type: ignore[arg-type]

    first = said(tier.rate, tier.amount) or ""
    last = said(tier.rate_at_end, tier.amount_at_end)
    return f"{first} → {last}" if last is not None and last != first else first


def _holds(band: Band, value: Decimal) -> bool:
    above = band.start is None or value >= band.start.amount
    return above and (band.end is None or value < band.end.amount)
