"""The two decorators that make every class of values and of the model.

Both give a frozen, slotted attrs class whose annotations are enforced: each
field gets a validator made from its annotation, so a wrong value cannot exist.
"""

from __future__ import annotations

from typing import TypeVar, dataclass_transform

import attrs

from salesreg._made import announce
from salesreg.errors import InvalidValue
from salesreg.shapes import fields_of

T = TypeVar("T")


def _validate(
    instance: object, attribute: attrs.Attribute[object], value: object
) -> None:
    # Most fields of most objects hold their default, which a test has looked at.
    if value is attribute.default:
        return
    # Annotations are read at the first instance, not at class creation: model
    # classes refer to one another, and to classes further down their module.
    problems = fields_of(type(instance))[attribute.name].shape.problems(value)
    if problems:
        owner = type(instance).__name__
        raise InvalidValue(
            attrs.evolve(
                problem.under(attribute.name),
                message=f"{owner}.{attribute.name} {problem.message}",
            )
            for problem in problems
        )


def _enforced(
    _cls: type, attributes: list[attrs.Attribute[object]]
) -> list[attrs.Attribute[object]]:
    return [attribute.evolve(validator=_validate) for attribute in attributes]


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,)
)
def record(cls: type[T]) -> type[T]:
    """Make a model class: frozen, slotted, keyword-only, validated.

    Raises (from the class made):
        InvalidValue: A field does not hold what its annotation says.
    """
    made = attrs.define(cls, frozen=True, kw_only=True, field_transformer=_enforced)
    announce(made)
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(attrs.field,))
def value(cls: type[T]) -> type[T]:
    """Make a value class: as `record`, but arguments may be positional.

    Raises (from the class made):
        InvalidValue: A field does not hold what its annotation says.
    """
    made = attrs.define(cls, frozen=True, field_transformer=_enforced)
    announce(made)
    return made
