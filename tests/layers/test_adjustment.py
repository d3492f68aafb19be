"""Adjustments: what comes out, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.layers.adjustment import Adjustment
from salesreg.values.times import ClockTime


@pytest.mark.parametrize(
    ("value", "by", "expected"),
    [
        (4, "+2", 6),
        (4, 3, 7),
        (4, "+50%", 6),
        (Decimal("1.5"), "-0.5", Decimal("1.0")),
        (sr.money("50000 RUB"), "+10%", sr.money("55000 RUB")),
        (sr.money("33.33 RUB"), "+10%", sr.money("36.66 RUB")),
        (sr.money("50000 RUB"), "- 1 500 RUB", sr.money("48500 RUB")),
        (sr.percent(70), "+10 points", sr.percent(80)),
        (sr.quantity("70%"), "-1 point", sr.quantity("69%")),
        (sr.quantity("12 deals"), "+3 deals", sr.quantity("15 deals")),
        (sr.quantity("12 deals"), "+25%", sr.quantity("15 deals")),
        (sr.duration("30 min working"), "-10 min", sr.duration("20 min working")),
        (sr.duration("1 h"), "+30 min", sr.duration("90 min")),
        (sr.duration("90 min"), "+1 h", sr.duration("150 min")),
        (sr.duration("1 h working"), "+60 min working", sr.duration("2 h working")),
        (sr.duration("2 business days"), "+1 day", sr.duration("3 business days")),
        (sr.duration("1 week"), "+1 day", sr.duration("8 days")),
        (sr.duration("1 year"), "-1 quarter", sr.duration("9 months")),
        (sr.duration("4 h"), "+50%", sr.duration("6 h")),
        (ClockTime.parse("09:00"), "+30 min", ClockTime.parse("09:30")),
    ],
)
def test_adjusted(value: object, by: object, expected: object) -> None:
    """Each kind of value is adjusted in its own units, or by a part of itself."""
    assert expected == Adjustment.parse(by).of(value)


@pytest.mark.parametrize(
    ("value", "by", "code"),
    [
        (4, "+10%", "uneven"),
        (4, "+0.5", "uneven"),
        (4, "+1 min", "other-unit"),
        (sr.money("1 RUB"), "+1 USD", "other-unit"),
        (sr.money("1 RUB"), "+1", "other-unit"),
        (sr.percent(70), "+10%", "two-meanings"),
        (sr.quantity("7 deals"), "+10%", "uneven"),
        (sr.duration("30 min"), "+10 min working", "other-unit"),
        (sr.duration("30 min"), "+1 day", "other-unit"),
        (sr.duration("3 days"), "+50%", "uneven"),
        (sr.duration("30 min"), "-30 min", "out-of-bounds"),
        (ClockTime.parse("23:50"), "+20 min", "out-of-bounds"),
        (ClockTime.parse("09:00"), "+1 day", "other-unit"),
        (sr.money("999999999999999 RUB"), "+900%", "unwritable"),
        (True, "+1", "not-adjustable"),
        ("text", "+1", "not-adjustable"),
    ],
)
def test_refused(value: object, by: object, code: str) -> None:
    """What has no clear result is refused."""
    with pytest.raises(sr.InvalidValue) as caught:
        Adjustment.parse(by).of(value)
    assert [code] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("written", ["10%", "ten", "", None, True, 1.5, "+", "++1"])
def test_unreadable(written: object) -> None:
    """An adjustment has a sign and an amount."""
    with pytest.raises(sr.InvalidValue, match="an amount with its sign"):
        Adjustment.parse(written)


def test_sign_is_suggested() -> None:
    """What is no adjustment only for want of a sign is told so."""
    with pytest.raises(sr.InvalidValue, match=r"did you mean '\+5 min'\?"):
        Adjustment.parse("5 min")


@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from(["", "%", "points", "RUB", "min working"]),
)
def test_written_form_is_read_back(amount: Decimal, unit: str) -> None:
    """An adjustment is what its written form says."""
    made = Adjustment(amount, unit)
    assert made == Adjustment.parse(str(made))
