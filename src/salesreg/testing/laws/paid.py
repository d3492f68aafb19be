"""Laws of pay: s(x) is what a rule of pay s pays for a result x.

The rule is a scale, with the base that its rates are shares of, or any function
of a result: a grid with its second result settled, the reckoning of your CRM.

They hold for rules that mean well, not for all: one that breaks a law pays
somebody less for more, or a leap for one deal. So they find such plans.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal, TypeVar

from salesreg.testing.laws.same import holds, same
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Scale

T = TypeVar("T")

Pays = Scale | Callable[[Quantity], Money]
"""A rule of pay."""
Base = Money | Callable[[Quantity], Money] | None
"""What the rates of a scale are shares of: a sum, or what it is for each result.

The revenue that a share is paid of grows with the result; a target pay does not.
"""


def pay_is_never_negative(pays: Pays, result: Quantity, base: Base = None) -> None:
    """For all results x: s(x) >= 0.

    Args:
        pays: s.
        result: x, in the unit of the tiers.
        base: What its rates are shares of, where s is a scale.
    """
    pay = _paid(pays, result, base)
    holds(f"{result} is paid {pay}", pay.amount >= 0)


def pay_keeps_its_limits(scale: Scale, result: Quantity, base: Base) -> None:
    """For all scales s with floor f and cap c, and results x: f <= s(x) <= c.

    Where they contradict, the cap has the last word. A cap in percent is a share of
    the base.

    Args:
        scale: s.
        result: x, in the unit of the tiers.
        base: What its rates are shares of.
    """
    pay = _paid(scale, result, base)
    cap = scale.cap and (scale.cap.money or _share(scale.cap, result, base))
    if cap:
        holds(f"{result} is paid {pay}, over the cap {cap}", pay <= cap)
    if scale.floor and not (cap and cap < scale.floor):
        said = f"{result} is paid {pay}, under the floor {scale.floor}"
        holds(said, scale.floor <= pay)


def pay_is_monotone(
    pays: Pays,
    less: Quantity,
    more: Quantity,
    base: Base = None,
    *,
    better: Literal["up", "down"] = "up",
) -> None:
    """For all results x <= y: s(x) <= s(y); a better result never pays less.

    Where less is better (minutes until the first call): s(x) >= s(y).

    Args:
        pays: s.
        less: x, in the unit of the tiers.
        more: y, likewise; x and y change places where it is the smaller one.
        base: What its rates are shares of, where s is a scale.
        better: The direction of the KPI.
    """
    if more.amount < less.amount:
        less, more = more, less
    first, second = (_paid(pays, one, base) for one in (less, more))
    said = f"{less} is paid {first}, and {more} is paid {second}"
    holds(said, first <= second if better == "up" else second <= first)


def pay_is_continuous(
    pays: Pays,
    less: Quantity,
    more: Quantity,
    base: Base = None,
    *,
    steepest: Money,
) -> None:
    """For all results x, y: |s(x) - s(y)| <= L |x - y|, so that pay has no leap.

    Args:
        pays: s.
        less: x, in the unit of the tiers.
        more: y, likewise.
        base: What its rates are shares of, where s is a scale.
        steepest: L, the most that one more unit of the result may pay.
    """
    first, second = (_paid(pays, one, base) for one in (less, more))
    way, rise = abs(more.amount - less.amount), abs((second - first).amount)
    said = f"{less} is paid {first}, and {more} is paid {second}"
    holds(said, rise <= steepest.amount * way)


def shares_make_the_whole(
    share: Callable[[Money, Sequence[Percent]], Sequence[Money]],
    amount: Money,
    shares: Sequence[Percent],
) -> None:
    """For all sums m and shares p1 ... pn of 100 % in all: m1 + ... + mn = m.

    mi is what the function gives to pi. Where m is whole in the minor unit (has no
    half kopecks), so is each mi, less than one minor unit from exactly pi of m.

    Args:
        share: The function, which divides a sum by shares.
        amount: m.
        shares: p1 ... pn.
    """
    parts = tuple(share(amount, shares))
    same(f"how many parts {amount} has", len(shares), len(parts))
    told = " + ".join(map(str, parts))
    whole = sum(parts, start=Money(Decimal(0), amount.currency))
    holds(f"{told} is {whole}, not {amount}", whole == amount)
    if amount != amount.rounded():
        return
    unit = Decimal(1).scaleb(-MINOR_DIGITS[amount.currency])
    for part, of in zip(parts, shares, strict=True):
        holds(f"{part} is not whole in the minor unit", part == part.rounded())
        away = abs((part - amount * of).amount)
        holds(f"{of} of {amount} is not {part}", away < unit)


def refund_returns_its_effect(
    pay: Callable[[Sequence[T], Sequence[T]], Money], sold: Sequence[T], refunded: T
) -> None:
    """For all sales S and x in S: p(S, [x]) = p(S - x, []).

    So what a refund takes back is what the sale had brought: neither more, where
    a tier was lost with it, nor less.

    Args:
        pay: p, which reckons all that is paid in the end for sales, of which
            some were refunded.
        sold: S.
        refunded: x.
    """
    rest = list(sold)
    rest.remove(refunded)
    left, expected = pay(sold, [refunded]), pay(rest, [])
    said = f"with {refunded!r} refunded {left} is paid, without it {expected}"
    holds(said, left == expected)


def _share(cap: Quantity, result: Quantity, base: Base) -> Money | None:
    share_of = base(result) if callable(base) else base
    return share_of * cap.percent if share_of and cap.percent else None


def _paid(pays: Pays, result: Quantity, base: Base) -> Money:
    if not isinstance(pays, Scale):
        return pays(result)
    share_of = base(result) if callable(base) else base
    if share_of is None:
        message = "a scale pays shares: say of what with `base`"
        raise TypeError(message)
    return pays.pay(result, share_of, target_pay=share_of)
