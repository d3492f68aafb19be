"""Making an instance of values that are known to be right.

The one place where validators do not run. Each value that comes here has been
made by the reader of its field, from the shape that the field's validator asks
too, so a second look would find what the first one found, at three times the
cost of everything else. `tests/convert` asks the validators of every class.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from salesreg.shapes import fields_of

Assemble = Callable[[Mapping[str, object]], object]


def assembler(cls: type[Any]) -> Assemble:
    """Return what makes an instance of a class from the fields that are given.

    Fields that are not given hold their defaults; every required one is given.
    """
    # A class that checks its fields against one another must not be passed by.
    if hasattr(cls, "__attrs_post_init__"):
        return lambda given: cls(**given)
    defaults = {name: field.default for name, field in fields_of(cls).items()}
    restore = cls.__setstate__

    def assemble(given: Mapping[str, object]) -> object:
        made = object.__new__(cls)
        # The way in that attrs gives to unpickling: values in order of fields.
        restore(made, (*{**defaults, **given}.values(),))
        return made

    return assemble
