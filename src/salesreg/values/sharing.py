"""Sharing out a whole without losing a piece: the largest remainder method."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent
from salesreg.values.exact import EXACT


def whole_parts(total: int, parts: Sequence[Fraction]) -> tuple[int, ...]:
    """Return whole numbers near some parts that add up to a total.

    Each part is rounded down; what is left goes to the largest remainders, one
    each, the earlier first among equals, and round again while there is more.

    Raises:
        ValueError: There is no part to carry the total.

    >>> whole_parts(100, [Fraction(100, 3)] * 3)
    (34, 33, 33)
    """
    if not parts and total:
        message = f"nobody is there to share {total}"
        raise ValueError(message)
    shared = [floor(part) for part in parts]
    left = total - sum(shared)
    order = sorted(range(len(parts)), key=lambda i: (shared[i] - parts[i], i))
    # What is too much is taken from the smallest remainder first.
    step, order = (1, order) if left > 0 else (-1, order[::-1])
    for turn in range(abs(left)):
        shared[order[turn % len(order)]] += step
    return tuple(shared)


def shared_money(amount: Money, shares: Sequence[Percent]) -> tuple[Money, ...]:
    """Return the parts of a sum, whole in the minor unit, that add up to it.

    What is smaller than the minor unit stays with the first part. Shares that add
    up to less or more than 100 % divide as they stand to one another.

    >>> tenth = Percent(Decimal(10))
    >>> half = Percent(Decimal(45))
    >>> shared_money(Money(Decimal("0.05"), "RUB"), [tenth, half, half])
    (Money('0.01 RUB'), Money('0.02 RUB'), Money('0.02 RUB'))
    """
    digits = MINOR_DIGITS[amount.currency]
    units = Fraction(amount.amount) * 10**digits
    sign = -1 if units < 0 else 1
    total = floor(abs(units))
    points = [Fraction(share.points) for share in shares]
    all_points = sum(points, Fraction())
    if not all_points:
        points, all_points = [Fraction(1), *points[1:]], Fraction(1)
    parts = whole_parts(total, [total * point / all_points for point in points])
    moneys = [
        Money(Decimal(sign * part).scaleb(-digits, context=EXACT), amount.currency)
        for part in parts
    ]
    rest = amount - sum(moneys, start=Money(Decimal(0), amount.currency))
    return (moneys[0] + rest, *moneys[1:])
