"""JSON Schema of the dict form of a layer, for editors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesreg.constraints import Key, Title, anchored
from salesreg.io.schema import DIALECT, Schema, schema_of
from salesreg.layers.adjustment import WRITTEN
from salesreg.layers.statement import FORMAT
from salesreg.layers.target import plain_shape
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of, shape_of

_PATH: Schema = {"type": "string", "pattern": "^/"}

_BESIDE: Schema = {
    "type": "object",
    "properties": {"after": {"type": "string"}, "before": {"type": "string"}},
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": False,
}

_MEANINGS: Mapping[str, str] = {
    "add": "What is not there yet, by path: items of a list, or a field's value.",
    "replace": "What comes in the place of what is there, by path.",
    "override": "What is there whatever other layers say, by path; null for nothing.",
    "adjust": "By how much a number, an amount or a length of time changes, by path.",
    "move": "Beside which item of its list an item stands, by its path.",
    "remove": "Paths of what goes away.",
}


def layer_schema() -> Schema:
    """Return the JSON Schema, draft 2020-12, of the dict form of a layer.

    It accepts every layer that `layer_from_dict` accepts. What is said of a whole
    field of the regulation is held to its type; what is said of places further
    down, only `layer_from_dict` reads in full.

    >>> layer_schema()["required"]
    ['format', 'key']
    """
    defs: dict[str, Schema] = {}
    fields = dict(_fields(defs))
    text: Schema = {"type": "string", "minLength": 1}
    verbs: dict[str, Schema] = {
        "add": _by_path(fields),
        "replace": _by_path(fields),
        "remove": {"type": "array", "items": _PATH},
        "adjust": _by_path({}, _adjustment()),
        "override": _by_path(
            {
                path: {"anyOf": [schema, {"type": "null"}]}
                for path, schema in fields.items()
            }
        ),
        "move": _by_path({}, _BESIDE),
    }
    for verb, schema in verbs.items():
        schema["description"] = _MEANINGS[verb]
    return {
        "$schema": DIALECT,
        "title": "Layer",
        "description": "What differs from the regulation that it is laid over.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "key": schema_of(shape_of(Key), defs),
            "title": {"anyOf": [schema_of(shape_of(Title), defs), {"type": "null"}]},
            "extends": {
                "description": "The files that it is laid over, from its own folder.",
                "anyOf": [text, {"type": "array", "items": text}],
            },
            **verbs,
        },
        "required": ["format", "key"],
        "additionalProperties": False,
        "$defs": dict(sorted(defs.items())),
    }


def _fields(defs: dict[str, Schema]) -> Iterator[tuple[str, Schema]]:
    for name, field in fields_of(Regulation).items():
        made = schema_of(plain_shape(field.shape), defs)
        if field.doc:
            made["description"] = field.doc
        yield f"/{name}", made


def _by_path(known: Mapping[str, Schema], other: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": dict(known),
        "patternProperties": {"^/": other or {}},
        "additionalProperties": False,
    }


def _adjustment() -> Schema:
    return {
        "anyOf": [
            {"type": "string", "pattern": anchored(WRITTEN)},
            {"type": "integer"},
        ]
    }
