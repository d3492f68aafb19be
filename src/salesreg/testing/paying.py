"""Scales and grids that say what they pay, and results to try them with.

A scale that is drawn like anything else loads, and may contradict itself: tiers
in different units, no mode, a rate beside a sum. These do not: tiers ascend in one
unit and touch, and what any result is paid can be reckoned.

>>> from hypothesis import find
>>> find(paying_scales(tiers=(1, 1)), lambda scale: True).tiers[0].start
Quantity('0%')
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from attrs import frozen
from hypothesis import strategies as st

from salesreg.model.pay import Incentive, PayPlan
from salesreg.paths.layout import CHAPTERS
from salesreg.shapes import fields_of
from salesreg.testing.drawing import Drawing, Way
from salesreg.testing.options import Options
from salesreg.testing.parts import kind_of, part_of
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Band, Grid, GridRow, Scale, Tier

Mode = Literal["whole", "marginal", "linear"]
Base = Literal["result", "target_pay", "fixed_pay", "revenue", "margin"]

_UNITS = ("%", "RUB", "deals")
_MODES: tuple[Mode, ...] = ("whole", "marginal", "linear")
_PAYS: tuple[Base, ...] = ("target_pay", "fixed_pay")
_TURNOVERS: tuple[Base, ...] = ("revenue", "margin")
_RATES = tuple(map(Decimal, (0, 10, 100, 5, 50, 2, 1, 20, 80, 120, 150, 200)))
_SUMS = tuple(map(Decimal, (0, 1000, 10_000, 50_000, 500, 100_000)))
_STEPS: Mapping[str, tuple[Decimal, ...]] = MappingProxyType(
    {
        "%": tuple(map(Decimal, (100, 50, 80, 20, 10, 5, 120))),
        "deals": tuple(map(Decimal, (1, 5, 10, 2, 3, 20))),
    }
)
_MONEYS = tuple(map(Decimal, (1_000_000, 100_000, 500_000, 3_000_000, 50_000)))


@frozen
class _Terms:
    """What all tiers of a scale have in common."""

    mode: Mode
    unit: str
    base: Base
    by_sum: bool
    currency: str

    def pay(self, drawing: Drawing) -> Decimal:
        return drawing.pick(_SUMS if self.by_sum else _RATES)

    def tier(
        self, start: Decimal, end: Decimal | None, pay: Decimal, at_end: Decimal
    ) -> Tier:
        """Return a tier; what it pays at its end is for one that runs to an end."""
        first, last = (self._said(number) for number in (pay, at_end))
        ends = self.mode == "linear" and end is not None
        return Tier(
            start=Quantity(start, self.unit),
            end=None if end is None else Quantity(end, self.unit),
            rate=first if isinstance(first, Percent) else None,
            amount=first if isinstance(first, Money) else None,
            rate_at_end=last if ends and isinstance(last, Percent) else None,
            amount_at_end=last if ends and isinstance(last, Money) else None,
        )

    def _said(self, number: Decimal) -> Percent | Money:
        return Money(number, self.currency) if self.by_sum else Percent(number)


def paying_scales(
    *,
    mode: Mode | None = None,
    unit: str | None = None,
    base: Base | None = None,
    tiers: tuple[int, int] = (1, 4),
    rising: bool = False,
) -> st.SearchStrategy[Scale]:
    """Return the strategy of scales that say what they pay for each result.

    Args:
        mode: How the tiers add up; drawn when not given.
        unit: The unit of results: "%", a currency, or what is counted.
        base: What rates are shares of; drawn among what goes with the unit.
        tiers: Least and greatest number of tiers.
        rising: Whether no tier pays less than one below it.

    Raises:
        ValueError: Nothing can be reckoned so: shares of a result that is no
            money, or of pay for each rouble of a result under "marginal".
    """
    if mode and unit and base and base not in _bases(mode, unit):
        message = f"a {mode} scale in {unit!r} cannot pay shares of {base!r}"
        raise ValueError(message)
    return _scales(mode, unit, base, tiers, rising=rising)


@st.composite
def _scales(
    draw: st.DrawFn,
    mode: Mode | None,
    unit: str | None,
    base: Base | None,
    tiers: tuple[int, int],
    *,
    rising: bool,
) -> Scale:
    drawing = Options().drawing(draw)
    return drawn_scale(drawing, mode, unit, base, tiers, rising=rising)


def drawn_scale(
    drawing: Drawing,
    mode: Mode | None = None,
    unit: str | None = None,
    base: Base | None = None,
    tiers: tuple[int, int] = (1, 4),
    *,
    rising: bool = False,
) -> Scale:
    """Draw a scale that says what it pays; see `paying_scales`."""
    units = (unit,) if unit else _UNITS
    modes: tuple[Mode, ...] = (mode,) if mode else _MODES
    possible: list[tuple[str, Mode]] = [
        (in_unit, by_mode)
        for in_unit, by_mode in itertools.product(units, modes)
        if base is None or base in _bases(by_mode, in_unit)
    ]
    in_unit, by_mode = drawing.pick(tuple(possible))
    bases: tuple[Base, ...] = (base,) if base else _bases(by_mode, in_unit)
    share_of: Base = drawing.pick(bases)
    money = in_unit if share_of == "result" else "RUB"
    sums = by_mode != "marginal" or _is_counted(in_unit)
    by_sum = sums and drawing.pick((False, True))
    terms = _Terms(by_mode, in_unit, share_of, by_sum, money)
    starts = _starts(drawing, in_unit, *tiers)
    # Where a tier starts, and where a linear one ends.
    step = 2 if by_mode == "linear" else 1
    pays = [terms.pay(drawing) for _ in range(step * len(starts))]
    if rising:
        pays.sort()
    return Scale(
        tiers=tuple(
            terms.tier(start, end, pay, at_end)
            for start, end, pay, at_end in zip(
                starts,
                (*starts[1:], None),
                pays[::step],
                pays[step - 1 :: step],
                strict=True,
            )
        ),
        mode=by_mode,
        base=share_of,
        floor=Money(drawing.pick(_SUMS), money) if drawing.upto(3) == 3 else None,
        cap=Quantity(Decimal(200), "%") if drawing.upto(3) == 3 else None,
    )


def drawn_grid(drawing: Drawing) -> Grid:
    """Draw a grid that says what it pays for any two results."""
    unit = drawing.pick(_UNITS)
    columns = _bands(drawing, "%")
    rows = tuple(
        GridRow(band=band, rates=tuple(Percent(drawing.pick(_RATES)) for _ in columns))
        for band in _bands(drawing, unit)
    )
    return Grid(columns=columns, rows=rows, base=drawing.pick(_PAYS))


def results(scale: Scale) -> st.SearchStrategy[Quantity]:
    """Return the strategy of results for a scale: where its tiers meet, and between.

    >>> from hypothesis import find
    >>> tier = Tier(start=Quantity(Decimal(80), "%"), rate=Percent(Decimal(50)))
    >>> find(results(Scale(tiers=(tier,), mode="whole")), lambda result: True)
    Quantity('79%')
    """
    bounds = {
        bound.amount
        for tier in scale.tiers
        for bound in (tier.start, tier.end)
        if bound is not None
    }
    unit = scale.tiers[0].start.unit
    # Just below a tier first: there a shrunk example shows what the tier does.
    # One short list, so that shrinking tries its way through all of it.
    marks = sorted(bounds)
    between = [
        (low + high) // 2
        for low, high in itertools.pairwise([*marks, 2 * marks[-1] + 100])
    ]
    near = [*(bound - 1 for bound in marks), *marks, *between]
    if not _is_counted(unit):
        near += [bound - Decimal("0.01") for bound in marks]
    pool = tuple(dict.fromkeys(amount for amount in near if amount >= 0))
    return st.sampled_from(pool).map(lambda amount: Quantity(amount, unit))


def _bases(mode: Mode, unit: str) -> tuple[Base, ...]:
    of_money: tuple[Base, ...] = ("result", *_PAYS, *_TURNOVERS)
    if unit not in MINOR_DIGITS:
        return of_money[1:]
    if mode == "marginal":
        return tuple(base for base in of_money if base not in _PAYS)
    return of_money


def _is_counted(unit: str) -> bool:
    return unit != "%" and unit not in MINOR_DIGITS


def _starts(drawing: Drawing, unit: str, low: int, high: int) -> tuple[Decimal, ...]:
    pool = _MONEYS if unit in MINOR_DIGITS else _STEPS.get(unit, _STEPS["deals"])
    starts = [Decimal(0)]
    for _ in range(low - 1 + drawing.upto(high - low)):
        starts.append(starts[-1] + drawing.pick(pool))
    return tuple(starts)


def _bands(drawing: Drawing, unit: str) -> tuple[Band, ...]:
    starts = [Quantity(start, unit) for start in _starts(drawing, unit, 1, 3)]
    return tuple(
        Band(start=start, end=end)
        for start, end in zip(starts, (*starts[1:], None), strict=True)
    )


def _pay_plan(drawing: Drawing, depth: int) -> object:
    components = part_of(fields_of(PayPlan)["components"])
    return drawing.record(kind_of(PayPlan).requiring(components), depth)


def _incentive(drawing: Drawing, depth: int) -> object:
    # A fixed sum is for what has no scale.
    scale = part_of(fields_of(Incentive)["scale"])
    kind = kind_of(Incentive).without({"amount"}).requiring(scale)
    return drawing.record(kind, depth)


PAY = tuple(
    part.field for chapter in CHAPTERS if chapter.key == "pay" for part in chapter.parts
)
"""The fields of a regulation that are about pay."""

PAYING: Mapping[type, Way] = MappingProxyType(
    {
        PayPlan: _pay_plan,
        Incentive: _incentive,
        Scale: lambda drawing, _: drawn_scale(drawing),
        Grid: lambda drawing, _: drawn_grid(drawing),
    }
)
"""How things are drawn so that each component says what it pays."""
