"""Scales and grids pay what their tiers say, to the last digit."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesreg.errors import InvalidValue
from salesreg.values.amounts import Money, Percent, Quantity, money, percent, quantity
from salesreg.values.scale import Band, Grid, GridRow, Scale, Tier

PAY = money("100000 RUB")


def tier(start: str, end: str | None = None, **fields: str | bool) -> Tier:
    """Return a tier from written values."""
    read = {
        "rate": percent,
        "rate_at_end": percent,
        "amount": money,
        "amount_at_end": money,
        "end_included": bool,
    }
    return Tier(
        start=quantity(start),
        end=quantity(end) if end else None,
        **{name: read[name](text) for name, text in fields.items()},  # type: ignore[operator]
    )


PLAN = (
    tier("80%", "100%", rate="70%"),
    tier("100%", "120%", rate="100%"),
    tier("120%", rate="150%"),
)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("79.999999%", "0 RUB"),
        ("80%", "70000 RUB"),
        ("99.9%", "70000 RUB"),
        ("100%", "100000 RUB"),
        ("120%", "150000 RUB"),
        ("1000%", "150000 RUB"),
        ("-5%", "0 RUB"),
    ],
)
def test_whole(result: str, expected: str) -> None:
    """The tier reached pays for the whole base; below all there is nothing."""
    scale = Scale(tiers=PLAN, mode="whole")
    assert money(expected) == scale.pay(quantity(result), PAY)


@pytest.mark.parametrize(
    ("result", "expected"),
    [("100%", "70000 RUB"), ("100.01%", "100000 RUB"), ("120%", "0 RUB")],
)
def test_an_end_that_is_included(result: str, expected: str) -> None:
    """What is "up to and including" keeps its end; above the last tier is nothing."""
    tiers = (
        tier("80%", "100%", rate="70%", end_included=True),
        tier("100%", "120%", rate="100%"),
    )
    scale = Scale(tiers=tiers, mode="whole")
    assert money(expected) == scale.pay(quantity(result), PAY)


@pytest.mark.parametrize(
    ("base", "result", "given", "expected"),
    [
        # 1.5 % of the first million, 3 % of the rest.
        ("result", "1400000 RUB", PAY, "27000 RUB"),
        ("result", "900000 RUB", PAY, "13500 RUB"),
        ("revenue", "1400000 RUB", money("1400000 RUB"), "27000 RUB"),
        # The margin falls into the tiers as the result does: 5/7 and 2/7.
        ("margin", "1400000 RUB", money("700000 RUB"), "13500 RUB"),
    ],
)
def test_marginal_money(base: str, result: str, given: Money, expected: str) -> None:
    """Each part of the money is paid the rate of its tier."""
    tiers = (
        tier("0 RUB", "1000000 RUB", rate="1.5%"),
        tier("1000000 RUB", rate="3%"),
    )
    scale = Scale(tiers=tiers, mode="marginal", base=base)  # type: ignore[arg-type]
    assert money(expected) == scale.pay(quantity(result), given)


@pytest.mark.parametrize(
    ("result", "expected"),
    [("80%", "80000 RUB"), ("100%", "100000 RUB"), ("120%", "130000 RUB")],
)
def test_an_accelerator(result: str, expected: str) -> None:
    """Each point of the plan pays a point of the target pay, more above the plan."""
    tiers = (tier("0%", "100%", rate="100%"), tier("100%", rate="150%"))
    scale = Scale(tiers=tiers, mode="marginal")
    assert money(expected) == scale.pay(quantity(result), PAY)


def test_marginal_counts() -> None:
    """A counted result is paid piece by piece, by a sum or a share of the pay."""
    sums = (
        tier("0 deals", "10 deals", amount="1000 RUB"),
        tier("10 deals", amount="1500 RUB"),
    )
    rates = (tier("0 deals", "10 deals", rate="1%"), tier("10 deals", rate="1.5%"))
    twelve = quantity("12 deals")
    for tiers in (sums, rates):
        scale = Scale(tiers=tiers, mode="marginal")
        assert money("13000 RUB") == scale.pay(twelve, PAY)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("79%", "0 RUB"),
        ("80%", "50000 RUB"),
        ("90%", "75000 RUB"),
        ("99%", "97500 RUB"),
        ("100%", "100000 RUB"),
        ("110%", "100000 RUB"),
    ],
)
def test_linear(result: str, expected: str) -> None:
    """Pay runs straight from the start of a tier to its end, in rates or sums."""
    rates = (tier("80%", "100%", rate="50%", rate_at_end="100%"),)
    sums = (tier("80%", "100%", amount="50000 RUB", amount_at_end="100000 RUB"),)
    for tiers in (
        (*rates, tier("100%", rate="100%")),
        (*sums, tier("100%", rate="100%")),
    ):
        scale = Scale(tiers=tiers, mode="linear")
        assert money(expected) == scale.pay(quantity(result), PAY)


def test_a_tier_of_one_result() -> None:
    """A tier that starts where it ends holds that result when the end is included."""
    only = tier("100%", "100%", rate="10%", rate_at_end="20%", end_included=True)
    scale = Scale(tiers=(only,), mode="linear")
    assert money("10000 RUB") == scale.pay(quantity("100%"), PAY)
    assert money("0 RUB") == scale.pay(quantity("99%"), PAY)


@pytest.mark.parametrize(
    ("cap", "floor", "result", "expected"),
    [
        (None, "20000 RUB", "0%", "20000 RUB"),
        (None, "20000 RUB", "100%", "100000 RUB"),
        ("90000 RUB", None, "100%", "90000 RUB"),
        ("120%", None, "200%", "120000 RUB"),
        ("10000 RUB", "20000 RUB", "0%", "10000 RUB"),
    ],
)
def test_floor_and_cap(
    cap: str | None, floor: str | None, result: str, expected: str
) -> None:
    """No result pays less than the floor, and nothing more than the cap."""
    scale = Scale(
        tiers=PLAN,
        mode="whole",
        cap=quantity(cap) if cap else None,
        floor=money(floor) if floor else None,
    )
    assert money(expected) == scale.pay(quantity(result), PAY)


def test_a_cap_of_the_target_pay() -> None:
    """A cap in percent of another base needs to know the target pay."""
    tiers = (tier("0 RUB", rate="10%"),)
    scale = Scale(tiers=tiers, mode="whole", base="revenue", cap=quantity("200%"))
    result, revenue = quantity("5 RUB"), money("9000000 RUB")
    assert money("200000 RUB") == scale.pay(result, revenue, target_pay=PAY)
    with pytest.raises(InvalidValue, match="give target_pay"):
        scale.pay(result, revenue)


RATES = (percent(1), percent(2))
COLUMNS = (Band(end=quantity("50%")), Band(start=quantity("50%")))
GRID = Grid(
    columns=COLUMNS,
    rows=(
        GridRow(
            band=Band(start=quantity("0 deals"), end=quantity("5 deals")), rates=RATES
        ),
        GridRow(band=Band(start=quantity("5 deals")), rates=(percent(3), percent(4))),
    ),
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("0 deals", "49.9%", "1000 RUB"),
        ("4 deals", "50%", "2000 RUB"),
        ("5 deals", "0%", "3000 RUB"),
        ("500 deals", "500%", "4000 RUB"),
        ("-1 deals", "0%", "0 RUB"),
    ],
)
def test_grid(first: str, second: str, expected: str) -> None:
    """The first result picks the row, the second the column."""
    assert money(expected) == GRID.pay(quantity(first), quantity(second), PAY)


def test_a_grid_of_the_result() -> None:
    """A share of the result is a share of the first one."""
    grid = Grid(
        columns=COLUMNS,
        rows=(GridRow(band=Band(start=quantity("0 RUB")), rates=RATES),),
        base="result",
        cap=quantity("150 RUB"),
    )
    first = quantity("10000 RUB")
    assert money("100 RUB") == grid.pay(first, quantity("1%"), PAY)
    assert money("150 RUB") == grid.pay(first, quantity("60%"), PAY)


# --- what is refused ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "result", "expected"),
    [
        ({"mode": None}, "100%", "does not say how its tiers are paid"),
        ({}, "100 RUB", "a result in 'RUB' has no place on a scale in '%'"),
        ({"base": "result"}, "100%", "needs a result in money"),
        ({"tiers": (tier("0%"),)}, "5%", "does not say what it pays"),
        (
            {"tiers": (tier("0%", rate="1%", amount="5 RUB"),)},
            "5%",
            "pays a rate and a sum",
        ),
        (
            {"tiers": (tier("0%", rate="1%", rate_at_end="5%"),), "mode": "linear"},
            "5%",
            "runs to a pay, but has no end",
        ),
        (
            {"tiers": (tier("0%", amount="5 RUB"),), "mode": "marginal"},
            "5%",
            "a sum for each part of a result in '%' means nothing",
        ),
        (
            {"tiers": (tier("0 RUB", rate="5%"),), "mode": "marginal"},
            "5 RUB",
            "a share of pay for each part of a result in 'RUB' means nothing",
        ),
        ({"tiers": (tier("0%", amount="5 USD"),)}, "5%", "cannot combine RUB with USD"),
        ({"floor": money("5 USD")}, "5%", "cannot combine"),
        ({"cap": quantity("5 USD")}, "5%", "cannot combine"),
        ({"cap": quantity("5 deals")}, "5%", "a cap is money or a percentage"),
    ],
)
def test_a_scale_that_cannot_be_reckoned(
    fields: dict[str, object], result: str, expected: str
) -> None:
    """What the scale does not say is not guessed, and units are not mixed."""
    scale = Scale(**{"tiers": PLAN, "mode": "whole", **fields})  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match=expected):
        scale.pay(quantity(result), PAY)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("5%", "5%", "a result in '%' has no place on a scale in 'deals'"),
        ("5 deals", "5 deals", "a result in 'deals' has no place on a scale in '%'"),
    ],
)
def test_a_grid_in_other_units(first: str, second: str, expected: str) -> None:
    """Both results must have the unit of their bands."""
    with pytest.raises(InvalidValue, match=expected):
        GRID.pay(quantity(first), quantity(second), PAY)


def test_a_grid_that_says_too_little() -> None:
    """A cell without a rate is refused, and a share of what is no money."""
    rows = (GridRow(band=Band(), rates=RATES[:1]),)
    with pytest.raises(InvalidValue, match="row 1 has no rate for column 2"):
        Grid(columns=COLUMNS, rows=rows).pay(quantity("1%"), quantity("60%"), PAY)
    with pytest.raises(InvalidValue, match="needs a result in money"):
        Grid(columns=COLUMNS, rows=rows, base="result").pay(
            quantity("1%"), quantity("6%"), PAY
        )


# --- exactness ------------------------------------------------------------------------

numbers = st.integers(0, 10**18).map(lambda n: Decimal(n).scaleb(-6))


@given(numbers, numbers, st.lists(numbers, min_size=1, max_size=5, unique=True))
def test_marginal_agrees_with_fractions(
    result: Decimal, base: Decimal, starts: list[Decimal]
) -> None:
    """The sum over the parts is exact, whatever the context of the thread."""
    starts.sort()
    ends: list[Decimal | None] = [*starts[1:], None]
    tiers = tuple(
        Tier(
            start=Quantity(start, "%"),
            end=None if end is None else Quantity(end, "%"),
            rate=Percent(Decimal(index + 1)),
        )
        for index, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    expected = Fraction(0)
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        top = result if end is None else min(result, end)
        part = max(Fraction(0), Fraction(top) - Fraction(start))
        expected += part / 100 * (index + 1) / 100 * Fraction(base)
    with localcontext() as context:
        context.prec = 3
        pay = Scale(tiers=tiers, mode="marginal").pay(
            Quantity(result, "%"), Money(base, "RUB")
        )
    assert expected == Fraction(pay.amount)


@given(numbers, numbers, numbers)
def test_linear_is_close_to_fractions(a: Decimal, b: Decimal, result: Decimal) -> None:
    """A quotient is right to far more digits than the smallest coin."""
    low, high = sorted([a, b])
    only = Tier(
        start=Quantity(low, "%"),
        end=Quantity(high, "%"),
        rate=Percent(Decimal(10)),
        rate_at_end=Percent(Decimal(90)),
    )
    pay = Scale(tiers=(only,), mode="linear").pay(Quantity(result, "%"), PAY)
    expected = Fraction(0)
    if low <= result < high:
        way = (Fraction(result) - Fraction(low)) / (Fraction(high) - Fraction(low))
        expected = (10 + 80 * way) * 1000
    assert abs(expected - Fraction(pay.amount)) < Fraction(1, 10**30)


@given(numbers, numbers)
def test_more_is_never_paid_less(a: Decimal, b: Decimal) -> None:
    """Where rates rise, so does pay, in every mode."""
    low, high = sorted([a, b])
    tiers = (
        tier("0%", "100%", rate="10%", rate_at_end="50%"),
        tier("100%", "1000000%", rate="50%", rate_at_end="80%"),
        tier("1000000%", rate="80%"),
    )
    for mode in ("whole", "marginal", "linear"):
        scale = Scale(tiers=tiers, mode=mode)
        less, more = (scale.pay(Quantity(n, "%"), PAY) for n in (low, high))
        assert less <= more
