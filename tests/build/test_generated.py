"""The generated signatures say what the model says."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

import salesreg
from salesreg.build import _pieces, generate, signatures
from salesreg.build.builder import Draft, Part
from salesreg.build.homes import IDENTITY, step_of
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of

FOLDER = Path(generate.__file__).parent
PIECES = {signatures.function_of(cls): cls for cls in signatures.classes()}


@pytest.mark.parametrize("name", generate.written())
def test_generated_modules_are_up_to_date(name: str) -> None:
    """The files are what the model gives; `python -m salesreg.build.generate`."""
    assert generate.written()[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_every_field_of_the_regulation_has_a_step() -> None:
    """Draft and Part can say everything that a regulation holds."""
    fields = set(fields_of(Regulation)) - set(IDENTITY)
    for builder in (Draft, Part):
        assert {step_of(field) for field in fields} <= set(dir(builder))


def test_every_class_has_a_function() -> None:
    """The functions are the classes in lower case, and no more."""
    assert sorted(PIECES) == sorted(_pieces.__all__)


@pytest.mark.parametrize("name", PIECES)
def test_signature_shows_the_fields(name: str) -> None:
    """Completion in a notebook reads the parameters at run time."""
    function: Callable[..., object] = getattr(_pieces, name)
    parameters = inspect.signature(function).parameters
    fields = fields_of(PIECES[name])
    assert list(fields) == list(parameters)
    for field in fields.values():
        required = parameters[field.name].default is inspect.Parameter.empty
        assert field.required == required
        assert f"{field.name}: " in (function.__doc__ or "")


def test_steps_show_the_fields_too() -> None:
    """A step has the parameters of the function of its class."""
    step = inspect.signature(Part.stage).parameters
    assert ["self", *inspect.signature(_pieces.stage).parameters] == list(step)


def test_no_function_hides_a_module() -> None:
    """`salesreg.document` is a package; no function may be called like one."""
    root = FOLDER.parent
    modules = {path.stem for path in root.iterdir() if not path.name.startswith("_")}
    assert set() == modules & set(PIECES)


def test_every_function_and_class_is_public() -> None:
    """`import salesreg as sr` reaches each function and each class."""
    for name in [*PIECES, *(cls.__name__ for cls in PIECES.values())]:
        assert name == getattr(salesreg, name).__name__
