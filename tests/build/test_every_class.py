"""What holds for the function of every class and the step of every field."""

from __future__ import annotations

import pytest

from salesreg.build import _pieces, signatures
from salesreg.build.builder import part, regulation
from salesreg.build.given import Given, is_given
from salesreg.build.homes import HOMES, REPEATED, class_of, step_of
from salesreg.convert.structure import structure
from salesreg.convert.unstructure import unstructure
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of
from tests.build.examples import example

CLASSES = signatures.classes()
FIELDS = {
    name: cls
    for name, field in fields_of(Regulation).items()
    if (cls := class_of(field.shape)) is not None
}


def given(cls: type[object], data: dict[str, object]) -> Given[object]:
    """Return what the function of a class gives for its fields."""
    made = getattr(_pieces, signatures.function_of(cls))(**data)
    assert is_given(made)
    return made


@pytest.mark.parametrize("cls", CLASSES)
def test_function_gives_what_the_dict_gives(cls: type[object]) -> None:
    """The fields as arguments and the fields in a dict make equal objects."""
    data = example(cls)
    assert structure(cls, data) == given(cls, data).build()


@pytest.mark.parametrize("cls", CLASSES)
def test_function_takes_the_objects_of_its_fields(cls: type[object]) -> None:
    """Objects of the model fit wherever their dict does."""
    made = structure(cls, example(cls))
    fields = {name: getattr(made, name) for name in fields_of(cls)}
    assert made == given(cls, fields).build()


@pytest.mark.parametrize("cls", CLASSES)
def test_function_takes_no_other_field(cls: type[object]) -> None:
    """An unknown argument is a problem that names it."""
    piece = given(cls, {**example(cls), "no_such_field": 1})
    assert [("unknown-field", "/no_such_field")] == [
        (problem.code, problem.path) for problem in piece.problems()
    ]


@pytest.mark.parametrize("cls", CLASSES)
def test_function_tells_every_missing_field(cls: type[object]) -> None:
    """Each field that must be given is missed."""
    required = [name for name, field in fields_of(cls).items() if field.required]
    problems = given(cls, {}).problems()
    assert ["missing-field"] * len(required) == [problem.code for problem in problems]


@pytest.mark.parametrize("field", FIELDS)
def test_step_gives_what_the_dict_gives(field: str) -> None:
    """A step and the dict of the regulation make equal regulations."""
    data = example(FIELDS[field])
    draft = getattr(regulation("x", title="X"), step_of(field))(**data)
    contents = [data] if field in REPEATED else data
    whole = structure(Regulation, {"key": "x", "title": "X", field: contents})
    assert whole == draft.build()


@pytest.mark.parametrize("cls", HOMES)
def test_object_is_added_where_its_step_puts_it(cls: type[object]) -> None:
    """`add` of an object is the step of its class."""
    data = example(cls)
    by_step = getattr(part(), step_of(HOMES[cls]))(**data)
    assert by_step == part().add(structure(cls, data))
    assert by_step == part().add(given(cls, data))


def test_whole_regulation_goes_through_the_builder() -> None:
    """A regulation with everything in it is the same after `add`."""
    whole = structure(Regulation, example(Regulation))
    draft = regulation(whole.key, title=whole.title, language=whole.language)
    assert unstructure(whole) == unstructure(draft.add(whole).build())
