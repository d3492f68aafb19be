"""The JSON Schema: valid, complete, and read alike by editors."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

import salesreg as sr
from salesreg import templates
from salesreg.shapes import fields_of, tag_of
from tests.classes import MODEL

NODE = shutil.which("node")
SCHEMA = sr.json_schema()

SAMPLES = [
    *(
        "",
        "a",
        "manager-1",
        "Менеджер",
        "a b",
        "A\n",
        "a\n",
        "\n",
        " ",
        "\xa0",
        "\u2028",
    ),
    *("«Продажи»", "x" * 64, "x" * 65, "я" * 300, "я" * 301, "\U0001f600" * 300),
    *("\x07", "a\x85b", "\ufeff", "\ufffe", "a\tb", "a\u2029b", "\U0001f600"),
    *("1500 RUB", "1 500.50 RUB", "1\xa0500 RUB", "-5 RUB", "0 RUB", "5 RUR", "5 rub"),
    *("5%", "5 %", "-0%", "100%", "100.00 %", "100.01%", "0.5 %", "12 deals"),
    *("09:30", "24:00", "24:01", "9:30", "09:00-18:00", "09:00–18:00", "09:00-09:00"),
    *("15 min", "15 min working", "2 business days", "1 h 30 min", "0 min", "1 week"),
    *(
        "2026",
        "2026-Q1",
        "2026-13",
        "2026-02-29",
        "2024-02-29",
        "2026-01-01/2026-02-01",
    ),
    *("0000-01-01", "1.5", "-0", "1.", "1e3", "Europe/Moscow", "UTC", "RU", "ru"),
]


def parts(schema: object) -> Iterator[dict[str, object]]:
    """Yield every mapping of the schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from parts(value)


PATTERNS = sorted(
    {
        pattern
        for part in parts(SCHEMA)
        if isinstance(pattern := part.get("pattern"), str)
    }
)


def test_meta_schema() -> None:
    """The schema is valid by the rules of its dialect."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", templates.names())
def test_templates_are_valid(name: str) -> None:
    """What is loaded as JSON is valid by the schema."""
    data = json.loads(templates.get(name, "ru").to_json())
    assert [] == list(Draft202012Validator(SCHEMA).iter_errors(data))


def test_root() -> None:
    """The root says its dialect, and asks for the format before anything else."""
    assert (
        "https://json-schema.org/draft/2020-12/schema",
        "Regulation",
        ["format", "key", "title"],
        "salesreg/1",
    ) == (
        SCHEMA["$schema"],
        SCHEMA["title"],
        SCHEMA["required"],
        SCHEMA["properties"]["format"]["const"],  # type: ignore[index]
    )


@pytest.mark.parametrize("name", sorted(set(MODEL) - {"Regulation"}))
def test_every_class(name: str) -> None:
    """Each class stands there with its fields, their meaning, and no others."""
    cls = MODEL[name]
    made = SCHEMA["$defs"][name]  # type: ignore[index]
    fields = fields_of(cls)
    kind = ["kind"] if tag_of(cls) else []
    assert kind + list(fields) == list(made["properties"])
    assert (
        kind + [key for key, field in fields.items() if field.required]
        == (made["required"])
    )
    assert made["additionalProperties"] is False
    assert made["description"]
    assert {field.doc for field in fields.values()} == {
        made["properties"][key]["description"] for key in fields
    }


def test_same_bytes() -> None:
    """The schema is the same each time."""
    assert json.dumps(SCHEMA) == json.dumps(sr.json_schema())


@pytest.mark.skipif(NODE is None, reason="needs node, to ask its regular expressions")
def test_patterns_mean_the_same_to_javascript() -> None:
    """Each pattern compiles under ECMA-262 with the u flag and decides alike."""
    assert NODE is not None
    script = (
        "const [patterns, samples] = JSON.parse(require('fs').readFileSync(0));"
        "console.log(JSON.stringify(patterns.map(p =>"
        " samples.map(s => new RegExp(p, 'u').test(s)))))"
    )
    run = subprocess.run(
        [NODE, "-e", script],
        input=json.dumps([PATTERNS, SAMPLES]),
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [[bool(re.search(p, s)) for s in SAMPLES] for p in PATTERNS]
    found = json.loads(run.stdout)
    assert dict(zip(PATTERNS, expected, strict=True)) == (
        dict(zip(PATTERNS, found, strict=True))
    )
