"""The dict form: lossless, strict, and never a traceback."""

from __future__ import annotations

import copy
import datetime as dt
import enum
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg import templates
from salesreg.io.dicts import DEEPEST
from salesreg.values.condition import Condition, Filled, Not
from tests.classes import MODEL

HEAD = {"format": "salesreg/1", "key": "b2b", "title": "Продажи"}
NAMES = sorted({name for cls in MODEL.values() for name in cls.__annotations__})


def problems_of(data: object) -> list[tuple[str, str]]:
    """Return code and path of each problem of a dict."""
    with pytest.raises(sr.LoadError) as caught:
        sr.from_dict(data)
    return [(problem.code, problem.path) for problem in caught.value.problems]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", templates.names())
def test_round_trip(name: str, language: str) -> None:
    """A dict says all that a regulation holds."""
    regulation = templates.get(name, "ru" if language == "ru" else "en")
    assert regulation == sr.from_dict(regulation.to_dict())


def test_order_and_defaults() -> None:
    """The format comes first, keys keep model order, defaults are left out."""
    data = {
        **HEAD,
        "text": "б",
        "roles": [{"title": "А", "key": "a"}],
        "language": "ru",
    }
    written = sr.from_dict(data).to_dict()
    assert {**HEAD, "roles": [{"key": "a", "title": "А"}], "text": "б"} == written
    assert ["format", "key", "title", "roles", "text"] == list(written)


def test_input_is_left_alone() -> None:
    """Loading changes nothing in the dict, and keeps nothing of it."""
    data = templates.get("article", "ru").to_dict()
    before = copy.deepcopy(data)
    regulation = sr.from_dict(data)
    assert before == data
    data["roles"].clear()  # type: ignore[attr-defined]
    assert before == regulation.to_dict()


def test_any_mapping() -> None:
    """A mapping of another type than dict is read."""
    role = MappingProxyType({"key": "a", "title": "A"})
    assert (
        "A" == sr.from_dict(MappingProxyType({**HEAD, "roles": [role]})).roles[0].title
    )


class Word(enum.StrEnum):
    """Words that a program may keep as an enumeration."""

    TITLE = "Sales"


def test_words_of_an_enumeration_become_texts() -> None:
    """A text of another type than str is held as the text alone."""
    title = sr.from_dict({**HEAD, "title": Word.TITLE}).title
    assert (str, "Sales") == (type(title), title)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", float("nan"), "wrong-type"),
        ("title", b"A", "wrong-type"),
        ("text", dt.date(2026, 1, 1), "wrong-type"),
        ("roles", ("a",), "wrong-type"),
        ("roles", {"a"}, "wrong-type"),
        ("roles", iter([]), "wrong-type"),
        ("scope", [], "wrong-type"),
        (5, "x", "wrong-type"),
        (None, "x", "wrong-type"),
    ],
)
def test_other_types(field: object, value: object, code: str) -> None:
    """Nothing passes for what it is not."""
    path = f"/{field}" if isinstance(field, str) else ""
    data: dict[object, object] = {}
    data.update(HEAD)
    data[field] = value
    assert [(code, path)] == problems_of(data)


@pytest.mark.parametrize("digits", [20, 5000])
def test_endless_number(digits: int) -> None:
    """A number that Python refuses to print is told in short."""
    role = {"key": "a", "title": "A", "headcount": 10**digits}
    assert [("out-of-bounds", "/roles/0/headcount")] == problems_of(
        {**HEAD, "roles": [role]}
    )


def nested(levels: int) -> dict[str, object]:
    """Return a condition within conditions."""
    condition: dict[str, object] = {"kind": "filled", "field": "a"}
    for _ in range(levels):
        condition = {"kind": "not", "of": condition}
    return condition


def staged(condition: object) -> dict[str, object]:
    """Return a dict with a condition, on its seventh level."""
    move = {"to": "b", "when": condition}
    return {**HEAD, "stages": [{"key": "a", "title": "A", "transitions": [move]}]}


def test_depth() -> None:
    """What is nested to the limit loads, and one level more is a problem."""
    level = len(["stages", 0, "transitions", 0, "when"])
    deepest = DEEPEST - level - 1
    assert sr.from_dict(staged(nested(deepest))).to_dict() == staged(nested(deepest))
    assert ["too-deep"] == [
        code for code, _ in problems_of(staged(nested(deepest + 1)))
    ]
    assert ["too-deep"] == [code for code, _ in problems_of(staged(nested(50_000)))]


def test_data_within_itself() -> None:
    """A condition that holds itself is too deep, and no endless loop."""
    endless: dict[str, object] = {"kind": "all"}
    endless["of"] = [endless]
    assert ["too-deep"] == [code for code, _ in problems_of(staged(endless))]
    endless["of"] = [endless] * 3000
    assert ["too-large"] == [code for code, _ in problems_of(staged(endless))]


def regulation_with(condition: Condition) -> sr.Regulation:
    """Return a regulation with a condition."""
    stage = sr.Stage(
        key="a", title="A", transitions=(sr.Transition(to="b", when=condition),)
    )
    return sr.Regulation(key="b2b", title="B", stages=(stage,))


@pytest.mark.parametrize("levels", [DEEPEST, 20_000])
def test_nothing_is_written_that_is_too_deep_to_read(levels: int) -> None:
    """Conditions built without end are a problem when they are written."""
    condition: Condition = Filled(field="a")
    for _ in range(levels):
        condition = Not(of=condition)
    with pytest.raises(sr.InvalidValue) as caught:
        regulation_with(condition).to_dict()
    assert ["too-deep"] == [problem.code for problem in caught.value.problems]


def test_nothing_is_written_that_cannot_be_read() -> None:
    """An amount that was never rounded is told with its path."""
    third = sr.Money(Decimal(1) / 3, "RUB")
    draw = sr.Incentive(key="a", title="A", amount=third)
    with pytest.raises(sr.InvalidValue) as caught:
        sr.Regulation(key="b2b", title="B", incentives=(draw,)).to_dict()
    assert [("unwritable", "/incentives/0/amount")] == [
        (problem.code, problem.path) for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"roles": [1] * 5000},
        {"roles": [{str(number): 1 for number in range(5000)}]},
        {"roles": [{"key": "a", "title": "A", "duties": [1] * 40}] * 5000},
    ],
)
def test_endless_problems(wrong: dict[str, object]) -> None:
    """Reading stops when there are more problems than anybody reads."""
    found = problems_of({**HEAD, **wrong})
    assert 1000 <= len(found) < 1100
    assert ["too-many"] == [code for code, _ in found if code == "too-many"]


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["5%", "1 RUB", "2 h", "a", "2026-01-01", "in", "all"]),
    st.dates(),
    st.datetimes(),
    st.decimals(),
    st.binary(max_size=3),
)
KEYS = st.one_of(st.sampled_from(["kind", *NAMES]), st.integers(), st.none(), st.text())
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(KEYS, inner, max_size=5),
        st.tuples(inner),
    ),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(MODEL["Regulation"].__annotations__)), DATA)
)
def test_any_data_is_read_or_refused(data: Mapping[str, object]) -> None:
    """Whatever stands where, there is a regulation or a list of problems."""
    try:
        read = sr.from_dict({**HEAD, **data})
    except sr.LoadError as error:
        told = error.problems
    else:
        told = ()
        assert read == sr.from_dict(read.to_dict())
    assert "" not in map(str, told)
