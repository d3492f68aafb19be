"""JSON Schema of the dict form, read off the same shapes that the loader reads."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from salesreg._text import FORBIDDEN
from salesreg.constraints import anchored
from salesreg.convert.leaves import DECIMAL
from salesreg.convert.unstructure import plain
from salesreg.io.migrations import FORMAT
from salesreg.model.regulation import Regulation
from salesreg.shapes import (
    Choice,
    Field,
    Maybe,
    Record,
    Sequence,
    Shape,
    TextValue,
    Union,
    fields_of,
    is_text_value,
    summary_of,
    tag_of,
)
from salesreg.values.period import DATE

Schema = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """Return the JSON Schema, draft 2020-12, of the dict form.

    It accepts what `from_dict` accepts, with one difference that JSON Schema
    cannot express: to it 3.0 is a whole number. What `from_dict` reads from
    older formats is not in it.

    >>> json_schema()["required"]
    ['format', 'key', 'title']
    """
    defs: dict[str, Schema] = {}
    root = _class(Regulation, defs)
    properties, required = root["properties"], root["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    tag: Schema = {
        "const": FORMAT,
        "description": "The format that this is written in.",
    }
    return {
        "$schema": DIALECT,
        **root,
        "properties": {"format": tag, **properties},
        "required": ["format", *required],
        "$defs": dict(sorted(defs.items())),
    }


def _class(cls: type, defs: dict[str, Schema]) -> Schema:
    fields = fields_of(cls)
    properties: dict[str, object] = {}
    tag = tag_of(cls)
    if tag is not None:
        properties["kind"] = {"const": tag}
    for name, field in fields.items():
        properties[name] = _field(field, defs)
    required = [name for name, field in fields.items() if field.required]
    return {
        "title": cls.__name__,
        "description": summary_of(cls),
        "type": "object",
        "properties": properties,
        "required": ["kind", *required] if tag is not None else required,
        "additionalProperties": False,
    }


def _field(field: Field, defs: dict[str, Schema]) -> Schema:
    made = schema_of(field.shape, defs)
    if field.doc:
        made["description"] = field.doc
    default = plain(field.default)
    if not field.required and default not in (None, []):
        made["default"] = default
    return made


def schema_of(shape: Shape, defs: dict[str, Schema]) -> Schema:
    """Return the schema of a value; the classes in it come to the definitions."""
    match shape:
        case Maybe():
            return {"anyOf": [schema_of(shape.item, defs), {"type": "null"}]}
        case Union():
            return {"oneOf": [schema_of(member, defs) for member in shape.members]}
        case Record():
            return _reference(shape.type, defs)
        case Sequence():
            items = schema_of(shape.item, defs)
            return _keywords(shape, {"type": "array", "items": items})
        case Choice():
            return {"enum": list(shape.options)}
        case _:
            return _keywords(shape, _leaf(shape, defs))


def _reference(cls: type, defs: dict[str, Schema]) -> Schema:
    name = cls.__name__
    if name not in defs:
        # Kept before it is made: conditions hold conditions.
        defs[name] = {}
        defs[name].update(_class(cls, defs))
    return {"$ref": f"#/$defs/{name}"}


_LEAVES: dict[type, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    dt.date: {"type": "string", "format": "date", "pattern": anchored(DATE)},
    Decimal: {"type": "string", "pattern": anchored(DECIMAL)},
}
# Every text keeps to this; the pattern of a constraint on a text says it too.
_ANY_TEXT: Schema = {"pattern": anchored(f"[^{FORBIDDEN}]*")}


def _leaf(shape: Shape, defs: dict[str, Schema]) -> Schema:
    if is_text_value(shape.type):
        return _text_value(shape.type, defs)
    made = dict(_LEAVES[shape.type])
    if shape.type is str and not shape.constraints:
        made.update(_ANY_TEXT)
    return made


def _text_value(cls: type[TextValue], defs: dict[str, Schema]) -> Schema:
    defs[cls.__name__] = {
        "title": cls.__name__,
        "description": f"{summary_of(cls)}\n\nWritten as {cls.FORM}.",
        "type": "string",
        "pattern": anchored(cls.GRAMMAR),
    }
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _keywords(shape: Shape, made: Schema) -> Schema:
    """Add the keywords of the constraints; a second pattern goes to `allOf`."""
    more: list[Schema] = []
    for constraint in shape.constraints:
        keywords = constraint.schema()
        if keywords.keys() & made.keys():
            more.append(keywords)
        else:
            made.update(keywords)
    return {**made, "allOf": more} if more else made
