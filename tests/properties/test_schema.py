"""The JSON Schema accepts exactly what the loader accepts."""

from __future__ import annotations

import functools
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from salesreg.errors import LoadError
from salesreg.io.dicts import from_dict, to_dict
from salesreg.io.schema import json_schema
from salesreg.model.regulation import Regulation
from salesreg.testing import regulations
from salesreg.testing.mutations import mutated

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@functools.cache
def validator() -> Draft202012Validator:
    """Return a validator that leaves `format` alone: the patterns say it all."""
    return Draft202012Validator(json_schema())


def errors(data: Any) -> list[ValidationError]:
    """Return what the schema finds wrong with the data."""
    return list(validator().iter_errors(data))


def loads(data: object) -> bool:
    """Tell whether the loader accepts the data."""
    try:
        from_dict(data)
    except LoadError:
        return False
    return True


def test_schema_is_a_schema() -> None:
    """The schema is valid under the rules of its dialect."""
    Draft202012Validator.check_schema(json_schema())


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(regulations(texts="nasty", dangling=True))
def test_valid_data(regulation: Regulation) -> None:
    """What a regulation is written as keeps to the schema."""
    assert [] == errors(to_dict(regulation))


@settings(max_examples=500, deadline=None, suppress_health_check=SLOW)
@given(st.data(), regulations(texts="nasty", size="small"))
def test_mutated_data(data: st.DataObject, regulation: Regulation) -> None:
    """With one place changed, loader and schema still agree."""
    changed = data.draw(mutated(to_dict(regulation)))
    assert loads(changed) == (errors(changed) == [])
