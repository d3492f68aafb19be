"""Shapes say what annotations say, and refuse what does not fit them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

import attrs
import pytest

from salesreg._made import watch
from salesreg.constraints import Key, Length, NonNegative, Range, Title
from salesreg.errors import InvalidValue
from salesreg.record import record, value
from salesreg.shapes import (
    Choice,
    Field,
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    docs_of,
    fields_of,
    is_text_value,
    shape_of,
    summary_of,
    tag_of,
    wrong_type,
)
from salesreg.values.amounts import Money
from tests.classes import MODEL

SHORT = Range(0, 9)


@record
class Cat:
    """A cat.

    It says miaow.

    Attributes:
        name: What it is called, which may take
            two lines.
        lives: How many are left.

    >>> Cat(name="Tom").lives
    9
    """

    kind: ClassVar[str] = "cat"

    name: Title
    lives: Annotated[int, SHORT] = 9
    friends: tuple[Pet, ...] = ()


@record
class Dog:
    """A dog."""

    kind: ClassVar[str] = "dog"

    born: dt.date | None = None
    coat: Literal["long", "short"] = "short"


Pet = Cat | Dog


@value
class Bare:
    """A class without a kind."""

    size: Decimal = Decimal(1)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (int, Shape(int)),
        (Annotated[int, "a remark", SHORT], Shape(int, (SHORT,))),
        (Literal["a", "b"], Choice(options=("a", "b"))),
        (tuple[int, ...], Sequence(item=Shape(int))),
        (
            Annotated[tuple[Annotated[int, SHORT], ...], Length(1)],
            Sequence(item=Shape(int, (SHORT,)), constraints=(Length(1),)),
        ),
        (int | None, Maybe(int, item=Shape(int))),
        (Cat, Record(Cat)),
        (Pet, Union(members=(Record(Cat), Record(Dog)))),
        (Pet | None, Maybe(object, item=Union(members=(Record(Cat), Record(Dog))))),
        (Money, Shape(Money)),
        (Annotated[Money, NonNegative()], Shape(Money, (NonNegative(),))),
    ],
)
def test_annotations(annotation: object, expected: Shape) -> None:
    """Each annotation that a regulation may hold has one shape."""
    assert expected == shape_of(annotation)


@pytest.mark.parametrize("annotation", [int | str, Cat | Bare, Cat | int, list[int], 5])
def test_annotations_without_a_shape(annotation: object) -> None:
    """What has no written form is refused when the class is first read."""
    with pytest.raises(TypeError):
        shape_of(annotation)


def test_fields() -> None:
    """Fields come in the order of the class, with defaults and meanings."""
    expected = {
        "name": Field(
            name="name",
            shape=shape_of(Title),
            required=True,
            default=attrs.NOTHING,
            doc="What it is called, which may take two lines.",
        ),
        "lives": Field(
            name="lives",
            shape=Shape(int, (SHORT,)),
            required=False,
            default=9,
            doc="How many are left.",
        ),
        "friends": Field(
            name="friends",
            shape=Sequence(item=shape_of(Pet)),
            required=False,
            default=(),
            doc="",
        ),
    }
    assert expected == dict(fields_of(Cat))
    assert list(expected) == list(fields_of(Cat))


def test_docs() -> None:
    """The docstring gives the summary, without the fields and the examples."""
    assert "A cat.\n\nIt says miaow." == summary_of(Cat)
    assert "A dog." == summary_of(Dog)
    assert {"name", "lives"} == set(docs_of(Cat))
    assert {} == docs_of(Dog)


def test_tags() -> None:
    """A tag is a class's own kind; subclasses and other classes have none."""

    class Kitten(Cat):
        """A cat without a kind of its own."""

    assert ["cat", "dog", None, None] == [tag_of(c) for c in (Cat, Dog, Bare, Kitten)]
    union = shape_of(Pet)
    assert isinstance(union, Union)
    assert {"cat": Record(Cat), "dog": Record(Dog)} == dict(union.by_tag)


def test_text_values() -> None:
    """Classes with a grammar are written as text, their instances are no classes."""
    one = Money(Decimal(1), "RUB")
    assert not is_text_value(one)
    assert not is_text_value(Cat)
    assert is_text_value(Money)


@pytest.mark.parametrize(
    ("annotation", "good", "bad", "expected"),
    [
        (
            int,
            5,
            True,
            [("wrong-type", "", "must be a whole number, got true (a flag)")],
        ),
        (
            int,
            5,
            5.0,
            [("wrong-type", "", "must be a whole number, got 5.0 (a number)")],
        ),
        (bool, True, 1, [("wrong-type", "", "must be true or false, got 1")]),
        (str, "ё\n", None, [("wrong-type", "", "must be a text, got nothing")]),
        (str, "", "a\x07", [("bad-character", "", "no document can carry: U+0007")]),
        (
            str,
            "a\nb",
            "a\r\nb",
            [("bad-character", "", "no document can carry: U+000D")],
        ),
        (
            Decimal,
            Decimal(5),
            Decimal("NaN"),
            [("wrong-type", "", "must be a finite number")],
        ),
        (
            Annotated[int, SHORT],
            9,
            10,
            [("out-of-bounds", "", "must be a number from 0 to 9, got 10")],
        ),
        (
            Literal["long", "short"],
            "long",
            "shrt",
            [("wrong-choice", "", "must be one of 'long', 'short', got 'shrt'")],
        ),
        (
            Literal["long", "short"],
            "short",
            5,
            [("wrong-choice", "", "must be one of 'long', 'short', got 5")],
        ),
        (
            tuple[int, ...],
            (1, 2),
            (1, "2", None),
            [
                ("wrong-type", "/1", "must be a whole number, got '2'"),
                ("wrong-type", "/2", "must be a whole number, got nothing"),
            ],
        ),
        (tuple[int, ...], (), [1], [("wrong-type", "", "must be a list, got [1]")]),
        (
            Annotated[tuple[int, ...], Length(1)],
            (1,),
            (),
            [("out-of-bounds", "", "must be at least 1 long, got ()")],
        ),
        (
            int | None,
            None,
            "5",
            [("wrong-type", "", "must be a whole number, got '5'")],
        ),
        (
            Pet,
            Dog(),
            Bare(),
            [("wrong-type", "", "must be one of Cat, Dog")],
        ),
        (Dog, Dog(), Cat(name="Tom"), [("wrong-type", "", "must be Dog")]),
        (
            Money,
            Money(Decimal(1), "RUB"),
            "1 RUB",
            [("wrong-type", "", "must be money such as '1500000 RUB', got '1 RUB'")],
        ),
        (
            dt.date,
            dt.date(2026, 5, 1),
            "2026-05-01",
            [("wrong-type", "", "must be a date, YYYY-MM-DD, got '2026-05-01'")],
        ),
    ],
)
def test_problems(
    annotation: object, good: object, bad: object, expected: list[tuple[str, str, str]]
) -> None:
    """What fits has no problems; what does not has all of them, with their places."""
    shape = shape_of(annotation)
    assert [] == shape.problems(good)
    found = shape.problems(bad)
    assert len(expected) == len(found)
    for (code, path, words), problem in zip(expected, found, strict=True):
        assert (code, path) == (problem.code, problem.path)
        assert words in problem.message


def test_a_close_word_is_suggested() -> None:
    """A misspelt choice gets the word that was meant."""
    (problem,) = shape_of(Literal["long", "short"]).problems("shrt")
    assert "did you mean 'short'?" == problem.hint


def test_wrong_type() -> None:
    """A value is shown with its type where the value does not show it."""
    assert "must be a text, got 5 (a whole number)" == wrong_type("a text", 5).message
    assert "must be a list, got 'x'" == wrong_type("a list", "x").message
    assert "quote it" == wrong_type("a text", 5, "quote it").hint


def test_classes_enforce_their_annotations() -> None:
    """A wrong field raises when an instance is made, named with its class."""
    with pytest.raises(InvalidValue) as caught:
        Cat(name="Tom", friends=(Dog(), 5))  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert "/friends/1" == problem.path
    expected = "Cat.friends must be one of Cat, Dog, got 5 (a whole number)"
    assert expected == problem.message


def test_classes_are_frozen() -> None:
    """Nothing can be changed or added once an instance is made."""
    cat = Cat(name="Tom")
    with pytest.raises(AttributeError):
        cat.lives = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        cat.colour = "grey"  # type: ignore[attr-defined]
    assert Cat(name="Tom", lives=8) == attrs.evolve(cat, lives=8)  # type: ignore[misc]


def test_records_take_keywords_only() -> None:
    """Records are written by field names, values in a row as well."""
    with pytest.raises(TypeError):
        Cat("Tom")  # type: ignore[call-arg]
    assert Bare(size=Decimal(2)) == Bare(Decimal(2))


def test_a_key_is_checked_as_text() -> None:
    """A field that is a key says so in its message."""
    (problem,) = shape_of(Key).problems("Ключ")
    assert "out-of-bounds" == problem.code
    assert "a key of a-z" in problem.message


def test_each_default_fits_its_field() -> None:
    """Every default is what its field may hold: no object has to look at it again."""
    classes: list[type] = []
    watch(classes.append)
    assert set(MODEL.values()) <= set(classes)
    assert [] == [
        (cls.__name__, field.name, problems)
        for cls in classes
        if cls.__module__.startswith("salesreg.")
        for field in fields_of(cls).values()
        if not field.required and (problems := field.shape.problems(field.default))
    ]
