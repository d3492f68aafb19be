"""The phrase of a value: what the modules beside add one kind of value to."""

from __future__ import annotations

import functools

from salesreg.document.context import Content, Context
from salesreg.document.text import valued
from salesreg.values.condition import FieldRef
from salesreg.values.times import Duration


@functools.singledispatch
def phrase(value: object, path: str, context: Context) -> Content | None:
    """Return the phrase for the value at a JSON Pointer; None when it has none."""
    return None


def lasting(value: Duration, path: str, context: Context) -> Content:
    """Return the duration of the value at a JSON Pointer."""
    return valued(context.words.duration(value), f"{path}/duration")


def field_of(value: FieldRef, path: str, context: Context) -> Content:
    """Return the field that the value at a JSON Pointer names, in quotation marks."""
    field = context.reference("Field", value, f"{path}/field")
    return context.say("“{field}”", field=field)
