"""Every value is read back from its written form, and near misses are refused.

That grammars are what `parse` reads is held in `tests/test_constraints.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesreg.errors import InvalidValue
from salesreg.shapes import TextValue
from salesreg.testing import (
    clock_times,
    durations,
    moneys,
    percents,
    periods,
    quantities,
    windows,
)
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, Window

numbers = st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, places=6)
counts = st.integers(1, 99_999_999)
values = st.one_of(
    clock_times(minutes=(0, 1440)),
    windows(start=clock_times(minutes=(0, 1440))),
    durations(amount=counts),
    periods(start=st.dates(), end=st.dates()),
    periods(),
    moneys(amount=numbers, currency=st.sampled_from(sorted(MINOR_DIGITS))),
    percents(points=numbers),
    quantities(amount=numbers, unit=st.sampled_from(["%", "RUB", "deals", "m_2"])),
)


@given(values)
@example(Period(dt.date(2026, 1, 1), dt.date(2025, 12, 31)))
@example(Duration(1, "hour"))
@example(Money(Decimal("0.000001"), "JPY"))
def test_what_is_written_is_read(value: TextValue) -> None:
    """Every value is read back from its written form."""
    assert value == type(value).parse(str(value))


@pytest.mark.parametrize(
    ("cls", "text"),
    [
        (ClockTime, "09:30\n"),
        (ClockTime, "9:30"),
        (ClockTime, "24:01"),
        (Window, "09:00-09:00"),
        (Duration, "9999 h 99999999 min"),
        (Duration, "0 min"),
        (Duration, "2 business weeks"),
        (Period, "2026-02-29/2026-03-01"),
        (Period, "2026-Q5"),
        (Money, "1e3 RUB"),
        (Money, "٣ RUB"),
        (Percent, "5"),
        (Quantity, "5 Deals"),
    ],
)
def test_refused(cls: type[TextValue], text: str) -> None:
    """Near misses are refused by the grammar and by `parse`, with the form named."""
    assert re.fullmatch(cls.GRAMMAR, text) is None
    with pytest.raises(InvalidValue) as caught:
        cls.parse(text)
    assert cls.FORM in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 min working", Duration(15, "minute", working=True)),
        ("2 business days", Duration(2, "day", working=True)),
        ("1 h 30 min", Duration(90, "minute")),
        ("2h", Duration(2, "hour")),
        ("3 months", Duration(3, "month")),
        ("1 working hour", Duration(1, "hour", working=True)),
        ("1 quarter", Duration(1, "quarter")),
    ],
)
def test_durations(text: str, expected: Duration) -> None:
    """Durations are read as people write them."""
    assert expected == Duration.parse(text)


@pytest.mark.parametrize(
    ("window", "expected"),
    [("09:00-18:00", 540), ("22:00-06:00", 480), ("00:00-24:00", 1440)],
)
def test_length_of_a_window(window: str, expected: int) -> None:
    """A window that ends before it starts runs over midnight."""
    assert expected == Window.parse(window).minutes


def test_periods() -> None:
    """A period holds its ends, and counts its days."""
    quarter = Period.parse("2026-Q1")
    assert 90 == quarter.days
    assert quarter.start in quarter
    assert quarter.end in quarter
    assert quarter.end + dt.timedelta(days=1) not in quarter
    assert "2026-01-02/2026-03-31" == str(Period(dt.date(2026, 1, 2), quarter.end))
