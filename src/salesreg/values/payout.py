"""What a scale pays for a result: exact, not rounded.

What a rate is a share of depends on the base of the scale:

- "result": the result itself, which must be money; the base given is not read;
- "target_pay", "fixed_pay": that pay, as the base given;
- "revenue", "margin": that amount, as the base given.

Under "marginal" each tier pays for the part of the result inside it, measured

- for "result", in money: the rate of that part;
- for "revenue" and "margin", as the same share of the base as the part is of
  the result: with 120 % of the plan, the part over 100 % is a sixth of the sum;
- for pay, in points of a percentage, or one by one when the result is counted:
  the rate of the base for each 100 %, or for each deal.

A fixed sum is paid once; under "marginal" it is the price of each thing counted.

A result that no tier holds is paid nothing, above a last tier with an end too;
a last tier without an end has no top. Under "marginal" the tiers below a result
pay in full. Then the floor, which even no result is paid, and the cap, which
has the last word. Quotients without end are cut to 50 digits; every other
number is exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from salesreg.errors import invalid
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Quantity
from salesreg.values.exact import DIVISION, EXACT
from salesreg.values.scale import Band, Grid, Scale, Tier

_ZERO = Decimal(0)


def pay_by_scale(
    scale: Scale, result: Quantity, base: Money, target_pay: Money | None = None
) -> Money:
    """Return what a scale pays for a result.

    Args:
        scale: The scale.
        result: The result, in the unit of the tiers.
        base: What the rates are a share of; see the module.
        target_pay: What a cap in percent is a share of, where it is not the
            base itself.

    Raises:
        InvalidValue: Units or currencies differ, the scale does not say how its
            tiers add up, or a tier does not say what it pays.
    """
    if scale.mode is None:
        message = "the scale does not say how its tiers are paid"
        hint = "give mode: 'whole', 'marginal' or 'linear'"
        raise invalid("no-mode", message, hint)
    for tier in scale.tiers:
        _check_tier(tier, result)
    if scale.base == "result":
        if result.money is None:
            message = f"a share of the result needs a result in money, got {result}"
            raise invalid("wrong-unit", message)
        base = result.money
    match scale.mode:
        case "marginal":
            parts = (_marginal(scale, tier, result, base) for tier in scale.tiers)
            pay = sum(parts, start=Money(_ZERO, base.currency))
        case mode:
            reached = next((tier for tier in scale.tiers if _holds(tier, result)), None)
            if reached is None:
                pay = Money(_ZERO, base.currency)
            elif mode == "linear":
                pay = _linear(reached, result, base)
            else:
                pay = _whole(reached, base)
    return _limited(scale, pay, base, target_pay)


def pay_by_grid(
    grid: Grid,
    first: Quantity,
    second: Quantity,
    base: Money,
    target_pay: Money | None = None,
) -> Money:
    """Return what a grid pays for two results; outside its bands, nothing.

    Args:
        grid: The grid.
        first: The result that picks the row.
        second: The result that picks the column.
        base: What the rates are a share of; see the module.
        target_pay: What a cap in percent is a share of, where it is not the
            base itself.

    Raises:
        InvalidValue: Units or currencies differ, or a row has no rate for a
            column.
    """
    if grid.base == "result":
        if first.money is None:
            message = f"a share of the result needs a result in money, got {first}"
            raise invalid("wrong-unit", message)
        base = first.money
    row = _place([row.band for row in grid.rows], first)
    column = _place(grid.columns, second)
    pay = Money(_ZERO, base.currency)
    if row is not None and column is not None:
        rates = grid.rows[row].rates
        if column >= len(rates):
            message = f"row {row + 1} has no rate for column {column + 1}"
            raise invalid("no-rate", message, "give a rate for each column")
        pay = base * rates[column]
    return _limited(grid, pay, base, target_pay)


def _check_tier(tier: Tier, result: Quantity) -> None:
    for bound in (tier.start, tier.end):
        if bound is not None:
            _same_unit(bound, result)
    rates = tier.rate is not None or tier.rate_at_end is not None
    sums = tier.amount is not None or tier.amount_at_end is not None
    if rates and sums:
        message = f"the tier from {tier.start} pays a rate and a sum"
        raise invalid("two-pays", message, "leave one of them out")
    if tier.rate is None and tier.amount is None:
        message = f"the tier from {tier.start} does not say what it pays"
        raise invalid("no-pay", message, "give a rate or an amount; 0 % pays nothing")


def _same_unit(bound: Quantity, result: Quantity) -> None:
    if bound.unit != result.unit:
        message = f"a result in {result.unit!r} has no place on a scale in"
        raise invalid("wrong-unit", f"{message} {bound.unit!r}")


def _holds(tier: Tier, result: Quantity) -> bool:
    if result.amount < tier.start.amount:
        return False
    if tier.end is None or result.amount < tier.end.amount:
        return True
    return tier.end_included and result.amount == tier.end.amount


def _whole(tier: Tier, base: Money) -> Money:
    if tier.amount is not None:
        return _in(base.currency, tier.amount)
    assert tier.rate is not None
    return base * tier.rate


def _linear(tier: Tier, result: Quantity, base: Money) -> Money:
    low = _whole(tier, base)
    if tier.rate_at_end is not None:
        high = base * tier.rate_at_end
    elif tier.amount_at_end is not None:
        high = _in(base.currency, tier.amount_at_end)
    else:
        return low
    if tier.end is None:
        message = f"the tier from {tier.start} runs to a pay, but has no end"
        raise invalid("no-end", message)
    width = EXACT.subtract(tier.end.amount, tier.start.amount)
    if not width:
        return low
    way = EXACT.subtract(result.amount, tier.start.amount)
    return low + _shared((high - low) * way, width)


def _marginal(scale: Scale, tier: Tier, result: Quantity, base: Money) -> Money:
    top = result.amount
    if tier.end is not None:
        top = min(top, tier.end.amount)
    part = EXACT.subtract(top, tier.start.amount)
    if part <= 0:
        return Money(_ZERO, base.currency)
    counted = result.unit != "%" and result.unit not in MINOR_DIGITS
    if tier.amount is not None:
        if not counted:
            message = (
                f"a sum for each part of a result in {result.unit!r} means nothing"
            )
            raise invalid("no-meaning", message, "give a rate")
        return _in(base.currency, tier.amount) * part
    assert tier.rate is not None
    rated = base * tier.rate
    match scale.base:
        case "result":
            return Money(part, base.currency) * tier.rate
        case "revenue" | "margin":
            return _shared(rated * part, result.amount)
        case "target_pay" | "fixed_pay":
            if counted:
                return rated * part
            if result.unit == "%":
                return rated * part.scaleb(-2, context=EXACT)
            message = f"a share of pay for each part of a result in {result.unit!r}"
            raise invalid("no-meaning", f"{message} means nothing")


def _shared(amount: Money, by: Decimal) -> Money:
    return Money(DIVISION.divide(amount.amount, by), amount.currency)


def _in(currency: str, amount: Money) -> Money:
    # Sums of another currency are refused by the addition.
    return Money(_ZERO, currency) + amount


def _place(bands: Iterable[Band], result: Quantity) -> int | None:
    found: int | None = None
    for index, band in enumerate(bands):
        for bound in (band.start, band.end):
            if bound is not None:
                _same_unit(bound, result)
        low = band.start is None or band.start.amount <= result.amount
        high = band.end is None or result.amount < band.end.amount
        if low and high and found is None:
            found = index
    return found


def _limited(
    rule: Scale | Grid, pay: Money, base: Money, target_pay: Money | None
) -> Money:
    if rule.floor is not None:
        pay = max(pay, rule.floor)
    if rule.cap is None:
        return pay
    if rule.cap.money is not None:
        return min(pay, rule.cap.money)
    share = rule.cap.percent
    if share is None:
        message = f"a cap is money or a percentage, got {rule.cap}"
        raise invalid("no-cap", message)
    if target_pay is None:
        if rule.base != "target_pay":
            message = f"a cap of {share} is a share of the target pay"
            raise invalid("no-cap", message, "give target_pay")
        target_pay = base
    return min(pay, target_pay * share)
