"""The YAML files of the folder `examples`: the same regulations, written out."""

from __future__ import annotations

from pathlib import Path

import pytest

import salesreg as sr
from salesreg.model.regulation import Language

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", sr.templates.names())
@pytest.mark.parametrize("language", ["ru", "en"])
def test_yaml_is_the_template(name: str, language: Language) -> None:
    """What is read from the YAML equals what the builder gives.

    When it does not, run `python examples/make.py`.
    """
    loaded = sr.load(EXAMPLES / f"{name}.{language}.yaml")
    assert sr.templates.get(name, language) == loaded


def test_no_other_examples() -> None:
    """Each YAML file of the folder is one of a template, or the rules of the CRM."""
    expected = {
        f"{name}.{word}" for name in sr.templates.names() for word in ("ru", "en")
    }
    assert expected | {"crm"} == {path.stem for path in EXAMPLES.glob("*.yaml")}
