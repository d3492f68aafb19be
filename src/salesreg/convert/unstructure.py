"""From typed objects to plain data: keys in model order, defaults left out."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import cast

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn

from salesreg._text import shown
from salesreg.convert.leaves import DECIMAL
from salesreg.errors import invalid
from salesreg.shapes import TextValue, is_text_value, tag_of
from salesreg.values.amounts import decimal_text


def unstructure(instance: object) -> dict[str, object]:
    """Return a model object as dicts, lists, strings, whole numbers and flags.

    A field that holds its default is left out; `kind` comes first.
    """
    return cast("dict[str, object]", converter().unstructure(instance))


def plain(value: object) -> object:
    """Return any value that a field can hold as plain data."""
    return converter().unstructure(value)


@functools.cache
def converter() -> cattrs.Converter:
    """Return the cattrs converter that writes."""
    made = cattrs.Converter(unstruct_collection_overrides={tuple: list})

    def record(cls: type) -> Callable[[object], dict[str, object]]:
        write: Callable[[object], dict[str, object]] = make_dict_unstructure_fn(
            cls, made, _cattrs_omit_if_default=True
        )
        tag = tag_of(cls)
        return write if tag is None else lambda value: {"kind": tag, **write(value)}

    made.register_unstructure_hook_factory(attrs.has, record)
    made.register_unstructure_hook_factory(is_text_value, _text_value)
    made.register_unstructure_hook(Decimal, _decimal)
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    return made


def _text_value(cls: type[TextValue]) -> Callable[[object], str]:
    return _writer(str, cls.GRAMMAR, cls.FORM)


def _writer(
    write: Callable[..., str], grammar: str, form: str
) -> Callable[[object], str]:
    """Return what writes a value, and nothing that could not be read back."""
    matches = re.compile(grammar).fullmatch

    def written(value: object) -> str:
        text = write(value)
        if matches(text):
            return text
        message = f"cannot be written as {form}: {shown(text)}"
        raise invalid(code="unwritable", message=message, hint="round it first")

    return written


_decimal = _writer(decimal_text, DECIMAL, "a decimal number")
