"""A bound says the same to the loader, to the JSON Schema and to a reader.

The JSON Schema library is the judge: what a constraint allows, its schema must.
Grammars of written values are held to what `parse` reads, spelling by spelling.
"""

from __future__ import annotations

import re
import string
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesreg._text import shown
from salesreg.constraints import (
    SLUG,
    Constraint,
    Length,
    Line,
    NonNegative,
    Pattern,
    Positive,
    Prose,
    Range,
    Refers,
    Share,
)
from salesreg.errors import InvalidValue
from salesreg.shapes import TextValue
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.calendar import Country, TimeZone
from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, Window

WRITTEN: tuple[type[TextValue], ...] = (
    ClockTime,
    Window,
    Duration,
    Money,
    Percent,
    Quantity,
    Period,
)

# What breaks expressions: ends of lines, blanks of every sort, signs and digits
# of other scripts, what Word cannot carry, and characters outside the BMP.
NASTY = (
    "\n\r\t\v\x00\x07\x85\u2028\u2029 \u00a0\u202f\u200b\ufeff\u3000٣−–🙂\ud800\uffff"
)
ORDINARY = string.ascii_letters + string.digits + "-_+./:%," + "яЯё"

texts = st.text(st.sampled_from(NASTY + ORDINARY), max_size=12) | st.text(max_size=12)
keys = st.text(st.sampled_from(string.ascii_lowercase + string.digits + "-_A \n"))


def agrees(constraint: Constraint, value: object, instance: Any) -> None:
    """Compare what the constraint allows with what its schema allows."""
    judge = jsonschema.Draft202012Validator(constraint.schema())
    assert judge.is_valid(instance) == constraint.allows(value), shown(instance)


# --- texts ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "constraint",
    [Line(), Line(high=4), Prose(), Prose(high=4)],
    ids=repr,
)
@given(text=texts)
@example(text="план\n")
@example(text="\u200b\ufeff")
@example(text="")
@example(text="abcd")
@example(text="abcde")
@example(text="🙂🙂🙂🙂")
def test_prose(constraint: Constraint, text: str) -> None:
    """Visible text, its length and its line breaks are judged alike."""
    agrees(constraint, text, text)


@pytest.mark.parametrize(
    ("annotation", "good"),
    [
        (TimeZone, "America/Argentina/Buenos_Aires"),
        (Country, "RU"),
    ],
    ids=["zone", "country"],
)
@given(data=st.data())
def test_patterns(annotation: object, good: str, data: st.DataObject) -> None:
    """A pattern and its schema read the whole text, a final line break too."""
    (pattern,) = getattr(annotation, "__metadata__")  # noqa: B009
    assert isinstance(pattern, Pattern)
    assert pattern.allows(good)
    text = data.draw(texts | st.from_regex(pattern.regex) | altered(st.just(good)))
    agrees(pattern, text, text)


@pytest.mark.parametrize("constraint", [SLUG, Refers("Stage")], ids=["key", "refers"])
@given(text=keys | texts)
@example(text="a" * 64)
@example(text="a" * 65)
@example(text="a\n")
@example(text="-a")
def test_keys(constraint: Constraint, text: str) -> None:
    """Keys are judged alike, whether they name a thing or refer to it."""
    agrees(constraint, text, text)


# --- numbers and lists ---------------------------------------------------------

bounds = st.none() | st.integers(-50, 50)


@given(bounds, bounds, st.integers(-60, 60) | st.integers())
def test_ranges(low: int | None, high: int | None, number: int) -> None:
    """Both ends belong to a range, and a side may be open."""
    agrees(Range(low, high), number, number)


@given(st.integers(0, 4), st.none() | st.integers(0, 4), st.integers(0, 6))
def test_lengths(low: int, high: int | None, count: int) -> None:
    """A list is as long as its schema says."""
    agrees(Length(low, high), (0,) * count, [0] * count)


def spelled(cls: type[TextValue]) -> st.SearchStrategy[str]:
    """Return every spelling of a value, with idle zeros and blanks."""
    return st.from_regex(cls.GRAMMAR, fullmatch=True)


@pytest.mark.parametrize("constraint", [NonNegative(), Positive()], ids=repr)
@pytest.mark.parametrize("cls", [Money, Percent, Quantity])
@given(data=st.data())
def test_signs(
    constraint: Constraint, cls: type[TextValue], data: st.DataObject
) -> None:
    """The pattern of a sign reads every spelling of an amount."""
    text = data.draw(spelled(cls))
    agrees(constraint, cls.parse(text), text)


@pytest.mark.parametrize("constraint", [NonNegative(), Positive()], ids=repr)
@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-9, max_value=9
    )
)
@example(Decimal("-0"))
@example(Decimal("-0.00"))
def test_signs_of_decimals(constraint: Constraint, number: Decimal) -> None:
    """The pattern of a sign reads plain decimals, minus zero included."""
    agrees(constraint, number, format(number, "f"))


@given(
    spelled(Percent)
    | st.tuples(
        st.sampled_from(["", "-", "0", "00"]),
        st.sampled_from(["0", "1", "99", "100", "101"]),
        st.sampled_from(["", ".0", ".000", ".000001", ".5"]),
        st.sampled_from(["", " ", "\u00a0", "\u202f"]),
    ).map(lambda parts: "".join(parts) + "%")
)
@example("100 %")
@example("100.000001%")
@example("-0.0%")
@example("-0.1%")
def test_shares(text: str) -> None:
    """Nought and a hundred per cent belong to a share, and nothing beyond."""
    if not re.fullmatch(Percent.GRAMMAR, text):
        return
    agrees(Share(), Percent.parse(text), text)


@pytest.mark.parametrize(
    ("constraint", "value", "expected"),
    [
        (Range(1, 31), 40, "must be a number from 1 to 31, got 40"),
        (Range(1), 0, "must be a number of at least 1, got 0"),
        (Range(high=9), 10, "must be a number of at most 9, got 10"),
        (Length(1), (), "must be at least 1 long, got ()"),
        (Line(5), "\n", "must be one line of visible text, at most 5 characters"),
        (Prose(5), " ", "must be visible text, at most 5 characters"),
        (SLUG, "Ключ", "must be a key of a-z, 0-9, '-' and '_', at most 64 long"),
        (Refers("Role"), "A", "at most 64 long (of a Role), got 'A'"),
        (NonNegative(), Percent(Decimal(-1)), "must be zero or more, got '-1%'"),
        (Positive(), Decimal(0), "must be more than zero, got '0'"),
        (Share(), Percent(Decimal(101)), "must be from 0 % to 100 %, got '101%'"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_messages(constraint: Constraint, value: object, expected: str) -> None:
    """What is refused is told with the rule and with the value."""
    problem = constraint.problem(value)
    assert problem is not None
    assert "out-of-bounds" == problem.code
    assert expected in problem.message


# --- grammars ------------------------------------------------------------------


@st.composite
def altered(draw: st.DrawFn, sound: st.SearchStrategy[str]) -> str:
    """Texts that differ from a sound one by a character or two."""
    text = draw(sound)
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 1))
        put = draw(st.sampled_from(["", *NASTY, *"0123456789 -:.,%RUBmhQH/"]))
        text = text[:place] + put + text[place + cut :]
    return text


def reads(cls: type[TextValue], text: str) -> bool:
    """Tell whether `parse` reads a text."""
    try:
        cls.parse(text)
    except InvalidValue:
        return False
    return True


@pytest.mark.parametrize("cls", WRITTEN)
@given(data=st.data())
def test_grammar_is_what_parse_reads(cls: type[TextValue], data: st.DataObject) -> None:
    """The grammar in the JSON Schema accepts a text exactly when `parse` does."""
    text = data.draw(spelled(cls) | altered(spelled(cls)) | texts)
    assert (re.fullmatch(cls.GRAMMAR, text) is not None) == reads(cls, text)


@pytest.mark.parametrize("cls", WRITTEN)
@given(data=st.data())
def test_written_and_read_back(cls: type[TextValue], data: st.DataObject) -> None:
    """Any spelling becomes one written form, which gives an equal value."""
    value = cls.parse(data.draw(spelled(cls)))
    again = cls.parse(str(value))
    assert value == again
    assert hash(value) == hash(again)
    assert str(value) == str(again)


@pytest.mark.parametrize(
    ("cls", "spellings"),
    [
        (Money, ("1500.50 RUB", "1 500.5 RUB", "1\u00a0500.500\u202fRUB")),
        (Money, ("0 RUB", "-0 RUB", "0.000 RUB", "-0.0 RUB")),
        (Percent, ("3.5%", "3.50 %", "3.5\u00a0%")),
        (Quantity, ("12 deals", "12.0 deals", "12\u202fdeals")),
        (Duration, ("90 min", "1 h 30 min", "090 minutes")),
        (Duration, ("2 business days", "2 working days")),
        (Period, ("2026", "2026-01-01/2026-12-31")),
        (Period, ("2026-H1", "2026-01-01/2026-06-30")),
        (Window, ("09:00-18:00", "09:00–18:00")),
    ],
)
def test_spellings(cls: type[TextValue], spellings: tuple[str, ...]) -> None:
    """Spellings of one value are equal, hash alike and are written alike."""
    values = [cls.parse(text) for text in spellings]
    assert len({*values}) == 1
    assert [spellings[0]] * len(values) == [str(value) for value in values]
