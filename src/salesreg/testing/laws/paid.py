"""Laws of pay by a scale: s(x) is what the scale s pays for a result x.

They hold for scales that mean well, not for all: a scale that breaks one pays
somebody less for more, or a leap for one deal. So they find such plans.
"""

from __future__ import annotations

from salesreg.testing.laws.same import holds
from salesreg.values.amounts import Money, Quantity
from salesreg.values.scale import Scale


def pay_is_never_negative(scale: Scale, result: Quantity, base: Money) -> None:
    """For all results x: s(x) >= 0.

    Args:
        scale: s.
        result: x, in the unit of the tiers.
        base: What its rates are shares of.
    """
    pay = scale.pay(result, base, target_pay=base)
    holds(f"{result} is paid {pay}", pay.amount >= 0)


def pay_is_monotone(scale: Scale, less: Quantity, more: Quantity, base: Money) -> None:
    """For all results x <= y: s(x) <= s(y); a better result never pays less.

    Args:
        scale: s.
        less: x, in the unit of the tiers.
        more: y, likewise; x and y change places where it is the smaller one.
        base: What its rates are shares of.
    """
    if more.amount < less.amount:
        less, more = more, less
    first, second = (scale.pay(one, base, target_pay=base) for one in (less, more))
    said = f"{less} is paid {first}, and {more} is paid {second}"
    holds(said, first <= second)


def pay_is_continuous(
    scale: Scale, less: Quantity, more: Quantity, base: Money, *, steepest: Money
) -> None:
    """For all results x, y: |s(x) - s(y)| <= L |x - y|, so that pay has no leap.

    Args:
        scale: s.
        less: x, in the unit of the tiers.
        more: y, likewise.
        base: What its rates are shares of.
        steepest: L, the most that one more unit of the result may pay.
    """
    first, second = (scale.pay(one, base, target_pay=base) for one in (less, more))
    way, rise = abs(more.amount - less.amount), abs((second - first).amount)
    said = f"{less} is paid {first}, and {more} is paid {second}"
    holds(said, rise <= steepest.amount * way)
