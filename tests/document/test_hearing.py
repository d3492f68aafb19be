"""Hearing: what the document says of a value is heard as that value."""

from __future__ import annotations

import contextlib
import datetime as dt
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.constraints import Prose
from salesreg.document import heard
from salesreg.document.content import values_of
from salesreg.document.context import Context, context_of
from salesreg.document.hearing import Slot, hear, slot_at
from salesreg.document.plain import plain
from salesreg.document.text import visible
from salesreg.document.words import UNITS
from salesreg.errors import InvalidValue
from salesreg.model.control import CountedUnit
from salesreg.model.regulation import Language, Regulation
from salesreg.shapes import Shape
from salesreg.testing import (
    clock_times,
    durations,
    moneys,
    percents,
    periods,
    quantities,
    regulations,
    windows,
)
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, Window

languages = st.sampled_from(("ru", "en"))
UNIT = CountedUnit(key="demo", one="показ", few="показа", many="показов")
numbers = st.decimals(-(10**9), 10**9, places=6)
leaves = st.one_of(
    st.booleans(),
    st.integers(-(10**9), 10**9),
    numbers,
    st.dates(dt.date(1900, 1, 1)),
    moneys(
        amount=st.decimals(-(10**9), 10**9, places=6),
        currency=st.sampled_from(("RUB", "USD", "EUR", "KZT", "BYN", "JPY", "KWD")),
    ),
    percents(points=st.decimals(-(10**4), 10**4, places=6)),
    quantities(
        amount=st.decimals(-(10**6), 10**6, places=6),
        unit=st.sampled_from(("%", "RUB", "deals", "calls", "points", "demo")),
    ),
    durations(),
    periods(),
    clock_times(),
    windows(),
)


def context(language: str) -> Context:
    """The context of an otherwise empty regulation."""
    spoken = cast("Language", language)
    return context_of(Regulation(key="r", title="R", language=spoken, units=(UNIT,)))


@given(languages, leaves)
@settings(max_examples=200, deadline=None)
def test_what_is_said_is_heard(language: str, value: object) -> None:
    """A value is heard from the text that the document has for it."""
    there = context(language)
    said = plain(value, there)
    assert said is not None
    found = hear(said, Slot("/x", Shape(type(value))), there)
    assert value == found


@given(regulations())
@settings(max_examples=15, deadline=None)
def test_every_value_of_a_document_is_heard(regulation: Regulation) -> None:
    """What a document shows of each value, prose apart, is heard as that value."""
    there = context_of(regulation)
    for value in values_of(regulation.document):
        held, slot = (
            regulation.at(value.pointer),
            slot_at(regulation, value.pointer),
        )
        if any(isinstance(rule, Prose) for rule in slot.shape.constraints):
            continue
        said = visible(value.content)
        try:
            found = hear(said, slot, there)
        except InvalidValue as error:
            unclear = _dumb(held, slot.name, there) or "several" in str(error)
            found = held if unclear else error
        assert held == found, value.pointer


def _dumb(held: object, name: str, there: Context) -> bool:
    """Whether a unit has no name, or an amount is beyond what can be written."""
    known = {*UNITS, *MINOR_DIGITS, "%", *(one.key for one in there.regulation.units)}
    match held:
        case Quantity(amount, unit):
            return unit not in known or abs(amount) >= 10**15 - 1
        case Money(amount):
            return abs(amount) >= 10**15 - 1
        case str():
            return name == "unit" and held not in known
        case _:
            return False


HEARD = [
    ("ru", Duration, "2 рабочих дня", "2 business days"),
    ("ru", Duration, "15 мин.", "15 min"),
    ("ru", Duration, "1 ч 30 мин", "90 min"),
    ("ru", Duration, "3 раб. дн.", "3 business days"),
    ("en", Duration, "2 business days", "2 business days"),
    ("ru", Money, "1 500 000 ₽", "1500000 RUB"),
    ("ru", Money, "1500000,50 руб.", "1500000.50 RUB"),
    ("en", Money, "$1,500.5", "1500.50 USD"),
    ("en", Money, "1,500 USD", "1500 USD"),
    ("ru", Percent, "70%", "70%"),
    ("ru", Percent, "12.5 %", "12.5%"),
    ("ru", dt.date, "12.01.2026", "2026-01-12"),
    ("ru", dt.date, "1 янв. 2026 года", "2026-01-01"),
    ("en", dt.date, "12 January 2026", "2026-01-12"),
    ("en", dt.date, "2026-01-12", "2026-01-12"),
    ("ru", ClockTime, "9:30", "09:30"),
    ("ru", Window, "09:00 — 18:00", "09:00-18:00"),
    ("ru", Quantity, "12 сделок", "12 deals"),
    ("ru", Quantity, "3 показа", "3 demo"),
    ("ru", Decimal, "1 234,5", "1234.5"),
]


@pytest.mark.parametrize(("language", "kind", "text", "expected"), HEARD)
def test_people_write_otherwise(
    language: str, kind: type, text: str, expected: str
) -> None:
    """Usual ways of writing that the document itself does not use are understood."""
    assert expected == str(hear(text, Slot("/x", Shape(kind)), context(language)))


NOT_HEARD = [
    ("ru", Duration, "скоро"),
    ("ru", Duration, "2"),
    ("ru", Duration, "0 дней"),
    ("ru", Duration, "2 дня 3 недели"),
    ("ru", Money, "1 500 000"),
    ("ru", Money, "1.500 ₽"),
    ("ru", Money, "100 ₽ 5"),
    ("en", Money, "70,5 USD"),
    ("ru", Percent, "70"),
    ("ru", dt.date, "31.02.2026"),
    ("en", dt.date, "01/12/2026"),
    ("ru", int, "1,5"),
    ("ru", bool, "может быть"),
    ("ru", ClockTime, "25:00"),
    ("ru", Quantity, "12"),
    ("ru", Period, "весна"),
]


@pytest.mark.parametrize(("language", "kind", "text"), NOT_HEARD)
def test_nothing_is_guessed(language: str, kind: type, text: str) -> None:
    """What could mean two things, or none, is no value."""
    with pytest.raises(InvalidValue):
        hear(text, Slot("/x", Shape(kind)), context(language))


@given(languages, st.text(max_size=30), st.sampled_from([case[1] for case in HEARD]))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_value_or_a_problem(language: str, text: str, kind: type) -> None:
    """Whatever a person writes, it is heard or refused with a problem."""
    made: object = None
    with contextlib.suppress(InvalidValue):
        made = hear(text, Slot("/x", Shape(kind)), context(language))
    assert made is None or isinstance(made, kind)


def test_a_number_with_a_foreign_point() -> None:
    """A point is no group in Russian; where it may be one, nothing is guessed."""
    assert ("0.5", "70.25") == (heard.number("0.5", "ru"), heard.number("70.25", "ru"))
    with pytest.raises(InvalidValue):
        heard.number("1.500", "ru")
