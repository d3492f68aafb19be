"""A pay scale as a curve: what a result is worth, tier by tier."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from salesreg.document.context import Context
from salesreg.document.figures import Axis, CurveFigure, Stretch, Tick
from salesreg.document.phrases import phrase
from salesreg.document.text import visible
from salesreg.model.pay import Incentive
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.exact import EXACT
from salesreg.values.scale import Band, Scale, Tier

_ZERO = Decimal(0)


def pay_scale(incentive: Incentive, context: Context) -> CurveFigure | None:
    """Return the curve of a scale.

    None for a grid, which its table shows best, and for a draft whose tiers
    overlap or mix units: a drawing would hide that.
    """
    scale = incentive.scale
    if not isinstance(scale, Scale) or not _drawable(scale):
        return None
    words = context.words
    stretches = tuple(_stretches(scale, context))
    if len(stretches) < 2 and all(s.low == s.high for s in stretches):
        return None
    kpi = context.index.find("Kpi", incentive.kpi) if incentive.kpi else None
    x = Axis(str(getattr(kpi, "title", words.say("Result"))), _edges(scale, context))
    y = Axis(_measured(scale, context), _values(scale, stretches, context))
    told = "; ".join(_told(piece, scale, context) for piece in stretches)
    title = words.say("Scale: {title}")
    return CurveFigure(
        x,
        y,
        stretches,
        _limits(scale, stretches, context),
        title.format(title=incentive.title),
        title.format(title=f"{incentive.title}. {y.title}: {told}"),
    )


def _drawable(scale: Scale) -> bool:
    tiers = scale.tiers
    units = {edge.unit for t in tiers for edge in (t.start, t.end) if edge}
    paid = {
        "%" if isinstance(pay, Percent) else pay.currency
        for tier in tiers
        for pay in _pay(tier)
        if pay is not None
    }
    whole = all(_pay(tier)[0] is not None for tier in tiers)
    ascending = all(
        one.start.amount < (one.end or other.start).amount <= other.start.amount
        for one, other in pairwise(tiers)
    )
    last = tiers[-1]
    closed = last.end is None or last.start.amount < last.end.amount
    return len(units) == len(paid) == 1 and whole and ascending and closed


def _pay(tier: Tier) -> tuple[Percent | Money | None, Percent | Money | None]:
    """What a tier pays at its start and at its end."""
    if tier.rate is not None:
        return tier.rate, tier.rate_at_end or tier.rate
    return tier.amount, tier.amount_at_end or tier.amount


def _stretches(scale: Scale, context: Context) -> Iterator[Stretch]:
    """The tiers, and what no tier holds: there nothing is paid."""
    first = scale.tiers[0].start
    if first.amount > 0:
        yield _nothing(_before(scale), first, context)
    for tier, after in zip(scale.tiers, (*scale.tiers[1:], None), strict=True):
        end = tier.end or (after.start if after else None)
        low, high = (_number(pay) for pay in _pay(tier))
        if scale.mode != "linear" or end is None:
            high = low
        title = _range(Band(start=tier.start, end=end), context)
        stop = end.amount if end else None
        yield Stretch(title, tier.start.amount, stop, low, high)
        if after and end and end.amount < after.start.amount:
            yield _nothing(end, after.start, context)


def _before(scale: Scale) -> Quantity:
    """Where a drawing starts: not at nought, when all tiers are far from it."""
    first = scale.tiers[0].start
    known = [edge.amount for t in scale.tiers for edge in (t.start, t.end) if edge]
    width = EXACT.subtract(max(known), first.amount) or first.amount
    if first.amount <= width:
        return Quantity(_ZERO, first.unit)
    start = EXACT.subtract(first.amount, EXACT.multiply(width, Decimal("0.25")))
    return Quantity(start, first.unit)


def _nothing(start: Quantity, end: Quantity, context: Context) -> Stretch:
    band = Band(end=end) if start.amount <= 0 else Band(start=start, end=end)
    return Stretch(_range(band, context), start.amount, end.amount, _ZERO, _ZERO)


def _range(band: Band, context: Context) -> str:
    return visible(phrase(band, "", context) or ())


def _number(pay: Percent | Money | None) -> Decimal:
    assert pay is not None
    return pay.points if isinstance(pay, Percent) else pay.amount


def _said(value: Decimal, scale: Scale, context: Context) -> str:
    pay, _ = _pay(scale.tiers[0])
    if isinstance(pay, Money):
        return context.words.money(Money(value, pay.currency))
    return context.words.percent(Percent(value))


def _edges(scale: Scale, context: Context) -> tuple[Tick, ...]:
    edges = [edge for t in scale.tiers for edge in (t.start, t.end) if edge]
    unique = {edge.amount: edge for edge in edges}
    return tuple(Tick(at, context.quantity(unique[at])) for at in sorted(unique))


def _values(
    scale: Scale, stretches: tuple[Stretch, ...], context: Context
) -> tuple[Tick, ...]:
    values = {_ZERO, *(v for piece in stretches for v in (piece.low, piece.high))}
    return tuple(Tick(value, _said(value, scale, context)) for value in sorted(values))


def _measured(scale: Scale, context: Context) -> str:
    words = context.words
    if isinstance(_pay(scale.tiers[0])[0], Money):
        return words.say("Pay")
    base = words.choice("Scale", "base", scale.base)
    if scale.mode == "marginal":
        return words.say("Rate for the part inside a tier, % of {base}").format(
            base=base
        )
    return words.say("Pay, % of {base}").format(base=base)


def _limits(
    scale: Scale, stretches: tuple[Stretch, ...], context: Context
) -> tuple[Tick, ...]:
    """The cap, where it is measured as the curve is and not far above it."""
    cap, pay = scale.cap, _pay(scale.tiers[0])[0]
    unit = pay.currency if isinstance(pay, Money) else "%"
    if cap is None or cap.unit != unit or scale.mode == "marginal":
        return ()
    # A cap in percent is a share of the target pay, whatever the base is.
    if unit == "%" and scale.base != "target_pay":
        return ()
    if cap.amount > 2 * max(piece.high for piece in stretches):
        return ()
    said = context.words.say("Cap: {value}").format(value=context.quantity(cap))
    return (Tick(cap.amount, said),)


def _told(piece: Stretch, scale: Scale, context: Context) -> str:
    low, high = (_said(value, scale, context) for value in (piece.low, piece.high))
    return f"{piece.title} — {low}" + (f"…{high}" if low != high else "")
