"""Loading into classes: strict, complete, and never twice the same work."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import salesreg as sr
from salesreg import templates
from salesreg.constraints import Range
from salesreg.convert.structure import structure
from salesreg.convert.unstructure import unstructure
from salesreg.errors import ProblemGroup
from salesreg.paths.tree import walk
from salesreg.shapes import Maybe, Sequence, Shape, fields_of, tag_of
from salesreg.testing import regulations
from salesreg.values.condition import AllOf, Filled, Is
from tests.classes import MODEL


def assert_valid(regulation: sr.Regulation) -> None:
    """Ask every validator of every object, which loading does not."""
    for spot in walk(regulation):
        if attrs.has(type(spot.value)):
            attrs.validate(spot.value)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", templates.names())
def test_templates_pass_the_validators(name: str) -> None:
    """What is loaded is what the validators of the classes accept."""
    assert_valid(sr.from_dict(templates.get(name, "ru").to_dict()))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(regulations(texts="nasty", dangling=True))
def test_any_regulation_passes_the_validators(regulation: sr.Regulation) -> None:
    """What is loaded is equal, and the validators accept it."""
    loaded = sr.from_dict(regulation.to_dict())
    assert regulation == loaded
    assert_valid(loaded)


def test_loaded_objects_are_like_any_other() -> None:
    """Equality, hash, repr, copies and pickles do not tell how one was made."""
    made = sr.Role(key="a", title="A", duties=(sr.Duty(text="Call"),))
    read = structure(sr.Role, {"key": "a", "title": "A", "duties": [{"text": "Call"}]})
    assert made == read
    assert (hash(made), repr(made)) == (hash(read), repr(read))
    assert [read] * 2 == [copy.deepcopy(read), pickle.loads(pickle.dumps(read))]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        read.title = "C"  # type: ignore[misc]


@pytest.mark.parametrize("name", sorted(MODEL))
def test_no_class_checks_fields_against_one_another(name: str) -> None:
    """Each class with a check of its own is made through its constructor."""
    assert not hasattr(MODEL[name], "__attrs_post_init__")


@attrs.define(frozen=True, kw_only=True)
class Pair:
    """Two numbers, the second greater."""

    low: int
    high: int

    def __attrs_post_init__(self) -> None:
        """Refuse numbers in the wrong order."""
        if self.low > self.high:
            raise sr.InvalidValue([sr.Problem("bad-pair", "wrong order")])


def test_a_check_of_a_class_is_not_passed_by() -> None:
    """A class that looks at its fields together is asked."""
    assert Pair(low=1, high=2) == structure(Pair, {"low": 1, "high": 2})
    with pytest.raises(ProblemGroup, match="wrong order"):
        structure(Pair, {"low": 2, "high": 1})


def test_adapt_sees_each_value_with_its_shape() -> None:
    """What `adapt` returns is what is read, at every level."""
    seen: list[tuple[str, object]] = []

    def watch(shape: Shape, value: object) -> object:
        seen.append((type(shape).__name__, value))
        return [value] if isinstance(shape, Sequence) and value == "a" else value

    read = structure(
        AllOf,
        {"kind": "all", "of": [{"kind": "is", "field": "x", "values": "a"}]},
        watch,
    )
    assert AllOf(of=(Is(field="x", values=("a",)),)) == read
    condition = {"kind": "is", "field": "x", "values": "a"}
    assert [
        ("Record", {"kind": "all", "of": [condition]}),
        ("Sequence", [condition]),
        ("Union", condition),
        ("Record", condition),
        ("Shape", "x"),
        ("Sequence", "a"),
        ("Shape", "a"),
    ] == seen


def test_instances_pass_with_adapt_only() -> None:
    """An object may stand where a mapping may only in a builder's data."""
    condition = Filled(field="x")
    data = {"kind": "all", "of": [condition]}
    assert AllOf(of=(condition,)) == structure(AllOf, data, lambda _, value: value)
    with pytest.raises(ProblemGroup) as caught:
        structure(AllOf, data)
    assert ["/of/0"] == [problem.path for problem in caught.value.problems]


DECK: Mapping[str, list[tuple[str, str]]] = {
    "amount": [
        ("1500", "1500 RUB"),
        ("1500 rub", "1500 RUB"),
        ("1500 руб.", "1500 RUB"),
        ("1500,50 ₽", "1500.50 RUB"),
        ("1500 RUR", "1500 RUB"),
        (" 1500  RUB", "1500 RUB"),
    ],
    "limit": [
        ("15 minuts", "15 minutes"),
        ("15 Min", "15 min"),
        ("2 busines days", "2 business days"),
        ("1 hour 30 minutes ", "1 hour 30 minutes"),
        ("15 мин.", "15 min"),
        ("2 часа", "2 h"),
        ("1 ч 30 мин", "1 h 30 min"),
        ("2 рабочих дня", "2 business days"),
        ("1 рабочий день", "1 business day"),
        ("4 рабочих часа", "4 business h"),
        ("3 месяца", "3 months"),
    ],
}


@pytest.mark.parametrize(
    ("cls", "field", "written", "meant"),
    [
        *((sr.Incentive, "amount", *pair) for pair in DECK["amount"]),
        *((sr.Step, "limit", *pair) for pair in DECK["limit"]),
    ],
)
def test_suggestions(cls: type, field: str, written: str, meant: str) -> None:
    """A text that is nearly right is told with the text that would be read."""
    with pytest.raises(ProblemGroup) as caught:
        structure(cls, {"key": "a", "title": "A", field: written})
    assert [f"did you mean '{meant}'?"] == [p.hint for p in caught.value.problems]
    structure(cls, {"key": "a", "title": "A", field: meant})


def test_no_suggestion() -> None:
    """What is like nothing, or is a whole book, is told without a guess."""
    for written in ("soon", "15 " + "minuts" * 100):
        with pytest.raises(ProblemGroup) as caught:
            structure(sr.Step, {"key": "a", "title": "A", "limit": written})
        assert [None] == [problem.hint for problem in caught.value.problems]


FOUND = {
    type(spot.value): spot.value
    for spot in walk(templates.get("b2b", "en"))
    if type(spot.value) in MODEL.values()
}


@pytest.mark.parametrize("cls", FOUND, ids=lambda cls: cls.__name__)
def test_defaults_are_not_written(cls: type) -> None:
    """A field that holds its default is not in the dict, and comes back."""
    fields = fields_of(cls).values()
    spare = {field.name: field.default for field in fields if not field.required}
    bare = attrs.evolve(FOUND[cls], **spare)  # type: ignore[misc]
    tag = ["kind"] if tag_of(cls) else []
    needed = [field.name for field in fields if field.required]
    assert tag + needed == list(unstructure(bare))
    assert bare == structure(cls, unstructure(bare))


@pytest.mark.parametrize("name", sorted(MODEL))
def test_whole_numbers_have_both_bounds(name: str) -> None:
    """No number is so long that a text with it could not be read back."""
    for field in fields_of(MODEL[name]).values():
        shape = field.shape
        while isinstance(shape, Maybe | Sequence):
            shape = shape.item
        if shape.type is int:
            bounds = [rule for rule in shape.constraints if isinstance(rule, Range)]
            assert [] == [rule for rule in bounds if None in {rule.low, rule.high}]
            assert bounds


def test_text_in_place_of_a_mapping() -> None:
    """The text is shown as the only field that is needed, if it would be read."""
    data = {"key": "a", "title": "A", "kind": "initial", "transitions": ["won", "?"]}
    with pytest.raises(ProblemGroup) as caught:
        structure(sr.Stage, data)
    hints = [problem.hint for problem in caught.value.problems]
    assert ["write {to: 'won'}", "write {to: ...}"] == hints
