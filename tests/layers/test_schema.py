"""The JSON Schema of layers: what it accepts, and what it refuses."""

from __future__ import annotations

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given

import salesreg as sr
from salesreg.cli import main
from salesreg.testing import layered
from salesreg.testing.layers import Layered

VALIDATOR = jsonschema.Draft202012Validator(sr.layer_schema())


def test_schema_is_one() -> None:
    """The schema is a schema of its dialect."""
    jsonschema.Draft202012Validator.check_schema(sr.layer_schema())


@given(layered())
def test_accepts_every_layer(held: Layered) -> None:
    """What a layer writes of itself, the schema accepts."""
    _, (layer,) = held
    VALIDATOR.validate(layer.to_dict())


@pytest.mark.parametrize(
    "more",
    [
        {"replaces": {}},
        {"key": "A B"},
        {"format": "salesreg-layer/2"},
        {"replace": {"title": "T"}},
        {"replace": {"/title": 5}},
        {"add": {"/roles": [{"key": "x"}]}},
        {"remove": "/title"},
        {"adjust": {"/roles/x/headcount": "5"}},
        {"adjust": {"/roles/x/headcount": 1.5}},
        {"move": {"/roles/x": {"after": "a", "before": "b"}}},
        {"extends": [""]},
    ],
)
def test_refuses_what_the_reader_refuses(more: dict[str, object]) -> None:
    """What is wrong with a layer at its top, the schema refuses as the reader does."""
    data = {"format": "salesreg-layer/1", "key": "n", **more}
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(sr.LoadError):
        sr.layer_from_dict(data)


def test_command() -> None:
    """The command prints it."""
    result = CliRunner().invoke(main, ["schema", "--layer"])
    assert '"title": "Layer"' in result.stdout
